/** The truth of a firm's records and of its risk of a breach, as the quarter left them. */

import { mixedUp } from '../sim/records/lookedUp.ts';
import { ownNow } from './gatherEvidence.ts';
import type { DataQuarter } from './reports.ts';
import type { PlayedCompany, World } from './world.ts';

/** Real people, chances 0-1. */
export function dataQuarter(world: World, company: PlayedCompany): DataQuarter {
  const weight = world.market.represents;
  const { misjoined, duplicated, rows } = mixedUp(company.records, ownNow(world, company));
  const { compared, missed, merged, mistaken } = company.merges;
  const risk = company.breach;
  return {
    misjoined: misjoined * weight,
    duplicated: duplicated * weight,
    furtherRows: rows * weight,
    merging: { compared: compared * weight, missed: missed * weight, merged: merged * weight, mistaken: mistaken * weight },
    safety: risk?.exposure.safety ?? 'basic',
    chance: risk?.chance ?? 0,
    bare: risk?.bare ?? 0,
    struck: risk?.struck ?? false,
    averted: risk?.averted ?? false,
    withdrew: (risk?.withdrew ?? 0) * weight,
  };
}
