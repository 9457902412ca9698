/** Single steps of a case as the learner takes them: each is a move of its own, final, and takes staff hours and half days. */

import type { ConflictMode } from './conflictModes.ts';
import type { EscalationId, GeneralCauseId, RootId, SymptomId } from './codes.ts';
import type { FixId } from './fixes.ts';
import type { ConflictOffer } from './justice.ts';
import type { Criteria } from './situation.ts';

export type CaseStep =
  /** Thank, listen, name an owner. */
  | { do: 'acknowledge' }
  /** Six criteria, whole points 0-5. */
  | { do: 'weigh'; points: Criteria }
  /** Stop the harm before anything else. */
  | { do: 'contain' }
  /** The four codes; root null = not checked. */
  | { do: 'code'; symptom: SymptomId; cause: GeneralCauseId; escalation: EscalationId; root: RootId | null }
  | { do: 'mode'; mode: ConflictMode }
  | ({ do: 'offer' } & ConflictOffer)
  /** After half an agreement: once more to the table, or leave it at that. */
  | { do: 'followUp' }
  | { do: 'accept' }
  /** After a refusal that ended it: one more try, or let go. */
  | { do: 'lastChance' }
  | { do: 'letGo' }
  /** Before a third party: take its middle way, or stand firm and be judged. */
  | { do: 'mediate' }
  | { do: 'standFirm' }
  /** Ask whether what was promised was done. */
  | { do: 'checkBack' }
  | { do: 'fix'; fix: FixId }
  /** Close the file and change nothing. */
  | { do: 'close' };
export const caseStepIds = [
  'acknowledge',
  'weigh',
  'contain',
  'code',
  'mode',
  'offer',
  'followUp',
  'accept',
  'lastChance',
  'letGo',
  'mediate',
  'standFirm',
  'checkBack',
  'fix',
  'close',
] as const satisfies readonly CaseStep['do'][];
export type CaseStepId = (typeof caseStepIds)[number];

/** Something in the course of a case that nobody chose. */
export const courseIds = [
  'passedOn',
  'thirdParty',
  'crisis',
  'contained',
  'festers',
  'ruledFor',
  'ruledAgainst',
  'mediated',
  'leaves',
] as const;
export type CourseId = (typeof courseIds)[number];

/** A turn of the conversation: what those concerned or the staff say, what the firm does, what then happens. */
export type CaseTurn =
  | { by: 'them'; said: 'words' | 'heard' | 'content' | 'half' | 'refuses' }
  | { by: 'otherSide'; said: 'against' }
  | { by: 'frontLine'; said: 'note' }
  | { by: 'firm'; step: CaseStep }
  | { by: 'course'; happened: CourseId };
