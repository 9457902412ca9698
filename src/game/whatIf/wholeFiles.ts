/** Files made whole: the same people, known as far as they are known, but nothing about them missing, wrong or apart. */

import { BLOCKS, FIELDS, type Records, SILOS } from '../../sim/records/records.ts';
import type { MarketHook } from '../playQuarter.ts';

const EVERY_FIELD = (1 << FIELDS) - 1;
const EVERY_SILO = (1 << SILOS) - 1;

/**
 * A copy of the records in which every customer who is on file has all fields filled, right, fresh and joined to all departments. Who is
 * unknown stays unknown, and consent is what the customer gave.
 */
export function wholeFiles(records: Records): Records {
  const known = (i: number): boolean => records.held[i] !== 0;
  return {
    ...records,
    held: records.held.map((silos) => (silos === 0 ? 0 : EVERY_SILO)),
    joined: records.joined.map((silos, i) => (known(i) ? EVERY_SILO : silos)),
    fields: records.fields.map((fields, i) => (known(i) ? EVERY_FIELD : fields)),
    age: records.age.map((age, place) => (known(Math.floor(place / BLOCKS)) ? 0 : age)),
    wrong: records.wrong.map((bits, i) => (known(i) ? 0 : bits)),
  };
}

/** Puts whole files before the staff of every firm that keeps any: in a run that is the learner's alone. */
export const filesWhole: MarketHook = ({ records }) => records.map((own) => own && wholeFiles(own));
