/**
 * The tables of the quarter that is being played, where the loops over customers read them: one room for all markets. V8 knows where a
 * typed array lies and how long it is only if it is a constant of the module; any other is checked and looked up anew in every turn.
 */

import { CELL_ROW } from './cells.ts';
import type { QuarterContext } from './context.ts';
import { PROFILES } from './needProfiles.ts';
import { MOST_COMPANIES, MOST_SEGMENTS } from './relations.ts';
import { SEEN_ROW } from './seen.ts';
import { MANY, MOST_SERVICE } from './serviceTable.ts';

const LEVELS = 256;
const KINDS = MOST_SEGMENTS * PROFILES;

/** See the fields of the same name in the context, in `seen` and in the service table. */
export const tables = {
  cells: new Float64Array(MOST_COMPANIES * MOST_SEGMENTS * CELL_ROW),
  offers: new Float32Array(KINDS * MOST_COMPANIES * SEEN_ROW),
  needs: new Float32Array(KINDS * 2),
  thresholds: new Int32Array(MOST_SEGMENTS * LEVELS * MANY),
  failing: new Int32Array(MOST_COMPANIES * (MOST_SERVICE + 1)),
  // As all, larger than 64 bytes: smaller arrays V8 keeps in a place that moves.
  waitShare: new Int32Array(MOST_COMPANIES * 4),
  updateWeights: new Float64Array(LEVELS),
  talkBy: new Float64Array(LEVELS),
};

/** Puts the tables of a quarter in their place. */
export function loadTables(c: QuarterContext): void {
  tables.cells.set(c.cells);
  tables.offers.set(c.seen.offers);
  tables.needs.set(c.seen.needs);
  tables.thresholds.set(c.market.serviceTable.thresholds);
  tables.failing.set(c.failing);
  tables.waitShare.set(c.waitShare);
  tables.updateWeights.set(c.updateWeights);
  tables.talkBy.set(c.talkBy);
}
