/** How it stands with a customer, as his file shows it: one state in words, with a shape of its own. */

import type { PersonFile } from '../../game/known/people.ts';

export type PersonState = 'unsettled' | 'away' | 'new' | 'thin' | 'regular';

/** Quarters without a purchase from which a customer counts as away. */
const AWAY = 2;
/** Fields under which a file says hardly more than a name. */
const THIN = 3;

export function personState({ complaint, quartersSilent, knownSince, fields }: PersonFile, quarter: number): PersonState {
  if (complaint === 'unsettled') return 'unsettled';
  if (quartersSilent >= AWAY) return 'away';
  if (knownSince === quarter && quarter > 0) return 'new';
  return fields < THIN ? 'thin' : 'regular';
}
