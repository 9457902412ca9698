/** A case that may come to the inbox. */

import { severityOf } from '../company/conflict/situation.ts';
import { usualParameters } from '../company/parameters.ts';
import type { RaisedCase } from './caseView.ts';

/** All but its place in the inbox, with the place of its words, from which its slot is named. */
export interface Candidate extends Omit<RaisedCase, 'slot' | 'asked' | 'quarter' | 'severity'> {
  place: number;
}

/** Points of the six criteria as the case truly is. */
export const severityPoints = (criteria: RaisedCase['criteria']): number => Math.round(severityOf(criteria, usualParameters));
