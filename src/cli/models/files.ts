/** Files of a stated quality for the experiments with models: every customer known, fields filled and blocks wrong by share. */

import { mix4, unit } from '../../sim/math/keys.ts';
import { purpose } from '../../sim/purposes.ts';
import { fieldMask } from '../../sim/records/quality.ts';
import type { FieldId } from '../../sim/records/recordActions.ts';
import { BLOCKS, consentState, copyRecords, EMPTY, FIELDS, type Records } from '../../sim/records/records.ts';

/** Shares 0-1: fields filled of those useful, blocks right of those that hold something. */
export interface FileQuality {
  depth: number;
  accuracy: number;
}

const FIELDS_PER_BLOCK = FIELDS / BLOCKS;

/** Copy of the records in which those listed are known, joined and agree to be analysed, with files of that quality; everybody's draws are his own. */
export function filesOf(
  records: Records,
  customers: readonly number[],
  usefulFields: readonly FieldId[],
  { depth, accuracy }: FileQuality,
  seed: number,
): Records {
  const copy = copyRecords(records);
  const useful = fieldMask(usefulFields);
  const lanes = new Uint32Array(4);
  for (const i of customers) {
    if (copy.held[i] === 0) copy.held[i] = 1;
    copy.joined[i] = copy.held[i]!;
    copy.consent[i] = consentState.valid * 21;
    copy.fields[i] = 0;
    copy.wrong[i] = 0;
    for (let field = 0; field < FIELDS; field += 1) {
      mix4(lanes, i, field, purpose.modelFiles, seed);
      if ((useful & (1 << field)) !== 0 && unit(lanes[0]!) < depth) copy.fields[i]! |= 1 << field;
      const block = field / FIELDS_PER_BLOCK;
      if (Number.isInteger(block) && unit(lanes[1]!) >= accuracy) copy.wrong[i]! |= 1 << block;
    }
    for (let block = 0; block < BLOCKS; block += 1) {
      copy.age[i * BLOCKS + block] = ((copy.fields[i]! >> (block * FIELDS_PER_BLOCK)) & 7) === 0 ? EMPTY : 0;
    }
  }
  return copy;
}
