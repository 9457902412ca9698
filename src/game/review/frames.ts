/** Whom a review can ask, and whom its figures are about. */

import type { ReviewFrameId } from '../../company/review/reviewOptions.ts';
import { isOwn } from '../gatherEvidence.ts';
import { boughtWithinYear } from '../known/recency.ts';
import type { Asking } from './asking.ts';

/** Quarters without a purchase after which a known shopper has fallen silent. */
const SILENT = 2;
const YEAR = 4;

/** True if the firm has the name of person i, who is its customer as far as it can see: an account, or a purchase of late. */
function isKnown({ world, company }: Asking): (i: number) => boolean {
  const { records, history } = company;
  if (world.market.spec.relation === 'contractual') {
    const own = isOwn(world, company);
    return (i) => records.held[i] !== 0 && own(i);
  }
  return (i) => records.held[i] !== 0 && history.lastBought[i]! > 0 && history.lastBought[i]! > world.quarter - SILENT;
}

/** True if the firm has the name of person i, who left or fell silent within four quarters. */
export function isLost({ world, company }: Asking): (i: number) => boolean {
  const { records, history } = company;
  const late = (i: number): boolean => records.held[i] !== 0 && history.lastBought[i]! > 0;
  if (world.market.spec.relation === 'contractual') {
    const own = isOwn(world, company);
    return (i) => late(i) && !own(i) && history.lastBought[i]! > world.quarter - YEAR;
  }
  return (i) => late(i) && boughtWithinYear(history, i, world.quarter) && history.lastBought[i]! <= world.quarter - SILENT;
}

function listed(people: number, belongs: (i: number) => boolean): number[] {
  const list: number[] = [];
  for (let i = 0; i < people; i += 1) if (belongs(i)) list.push(i);
  return list;
}

/** True if person i bought in the quarter, with a name or without, and has not left. */
function isBuyer({ world, company, played }: Asking): (i: number) => boolean {
  const own = isOwn(world, company);
  const { purchases } = played.touches[company.index]!;
  return (i) => purchases[i]! > 0 && own(i);
}

/**
 * Indices of the people of a frame, ascending: who bought in the quarter and stayed, asked as they did; who is on file; or, by a research
 * firm, both and who was lost of late.
 */
export function framePeople(asking: Asking, frame: ReviewFrameId = asking.frame): number[] {
  const { people } = asking.world.market;
  if (frame === 'buyers') return listed(people, isBuyer(asking));
  const known = isKnown(asking);
  if (frame === 'known') return listed(people, known);
  const buyer = isBuyer(asking);
  const lost = isLost(asking);
  return listed(people, (i) => known(i) || buyer(i) || lost(i));
}

/**
 * Everybody whom the figures of a review are about: all customers, with a name or without, and those lost of late. Without contracts nobody
 * is a customer any more who has not bought of late.
 */
export function everybody(asking: Asking): number[] {
  const { world, company } = asking;
  if (world.market.spec.relation !== 'contractual') return framePeople(asking, 'everyone');
  const own = isOwn(world, company);
  const lost = isLost(asking);
  const { entry } = world.market.columns;
  return listed(world.market.people, (i) => (own(i) && entry[i]! <= world.quarter) || lost(i));
}
