/** Finds the entries behind what was decided. */

import type { ControlId } from '../../company/controls.ts';
import type { Place } from './evidence.ts';
import type { ConductMemory, Mark } from './memory.ts';

const placeOf = ({ quarter, seq }: Mark): Place => ({ quarter, seq });

/** The entry that set one of these controls last; null where none did. */
export function lastSet({ marks }: Pick<ConductMemory, 'marks'>, ...ids: readonly ControlId[]): Place | null {
  const found = marks.findLast(({ what }) => ids.some((id) => what.includes(id)));
  return found === undefined ? null : placeOf(found);
}

/** Entries of this kind of move, in order. */
export const movesOf = ({ marks }: Pick<ConductMemory, 'marks'>, what: string): Place[] =>
  marks.filter((mark) => mark.what.includes(what)).map(placeOf);
