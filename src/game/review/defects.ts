/** What is truly wrong in a firm, as a review could find it. */

import type { FindingId } from '../../company/review/reviewOptions.ts';
import type { PlayedCompany, World } from '../world.ts';

export interface TrueDefect {
  finding: FindingId;
  /** Points 0-100: how far from what it should be. */
  gravity: number;
  /** Effect on customer equity, relative to that of the others. */
  weight: number;
}

export function trueDefects(_world: World, _company: PlayedCompany): TrueDefect[] {
  return [];
}
