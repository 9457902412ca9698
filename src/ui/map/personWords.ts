/** A person's state and last purchase as the reader's language says them. */

import type { PersonFile } from '../../game/known/people.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { number } from '../format.ts';
import { opening } from '../glassBox/opening.ts';
import type { PersonState } from './personState.ts';

/** @param cooling worth a look now: valuable and drifting away */
export function stateWords(state: PersonState, { quartersSilent }: PersonFile, cooling: boolean): string {
  const words = word('personState', state, { quarters: number(quartersSilent) });
  return cooling ? m.person_cooling({ state: words }) : words.charAt(0).toUpperCase() + words.slice(1);
}

const silentQuarters = (value: number, quarter: number): string =>
  opening('person.last', number(value), { given: { value, quarterNow: quarter, lastBought: quarter - value } });

/** How long ago he last bought, as a number that opens. @param quarter now */
export function lastBought({ quartersSilent }: PersonFile, quarter: number): string {
  if (quartersSilent >= quarter) return m.person_last_never();
  if (quartersSilent === 0) return m.person_last_now();
  return quartersSilent === 1 ? m.person_last_one() : m.person_last_ago({ quarters: silentQuarters(quartersSilent, quarter) });
}
