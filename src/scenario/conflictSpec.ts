/** Conflicts as a scenario tells them: customers' cases, disputes between departments and with partners, and how conflicts go in this place. */

import type { CaseCodes, RootId } from '../company/conflict/codes.ts';
import type { JusticeWeights } from '../company/conflict/justice.ts';
import type { ConflictKind } from '../company/conflict/situation.ts';
import type { Grievance } from '../company/conflict/triage.ts';
import type { Text } from './text.ts';

export const caseReplies = ['heard', 'content', 'half', 'refuses'] as const;
export type CaseReply = (typeof caseReplies)[number];

/** What is behind a case and how the conversation goes on. */
export interface CaseTelling {
  codes: CaseCodes;
  /** Note of whoever took it up first: holds the clue to the root cause. */
  note: Text;
  /** What is said by those concerned when they are heard, when they accept, accept by half, and refuse. */
  replies: Readonly<Record<CaseReply, Text>>;
}

/** A customer case that the scenario scripts for one quarter; who it is comes from the population. */
export interface CaseSpec {
  id: string;
  quarter: number;
  segment: string;
  severity: number;
  person: string;
  title: Text;
  words: Text;
  /** Left out = nobody can find out the cause, and the answers are in general words. */
  told?: CaseTelling;
}

/** A complaint in a customer's own words, told by whoever of the population brings a case that the front line could not settle. */
export interface ComplaintSpec extends Grievance {
  id: string;
  title: Text;
  words: Text;
  /** Left out = nobody can find out the cause, and the answers are in general words. */
  told?: CaseTelling;
}

/** A conflict between two departments or with a channel partner. The run decides whether and when it breaks out. */
export interface DisputeSpec extends Grievance {
  id: string;
  kind: Exclude<ConflictKind, 'customer'>;
  /** Pair of departments, or id of a partner. */
  between: string;
  /** Ids of the cast: who raises it, and who speaks against. */
  voices: readonly [string, string];
  title: Text;
  words: Text;
  /** The other side's account. */
  against: Text;
  /** What is said when it comes back because nothing but words was changed. */
  again: Text;
  told: CaseTelling;
}

/** How a partner stands to the firm's other ways to the customer: below it, beside it, or another way to the same people. */
export const partnerKinds = ['vertical', 'horizontal', 'multichannel'] as const;

/** A partner through whom the firm reaches customers. */
export interface PartnerSpec {
  id: string;
  kind: (typeof partnerKinds)[number];
  name: Text;
}

/** How conflicts go in this place; what is left out is usual. */
export interface ConflictDials {
  /** Points 0-100, 30 = usual: the more harmony is wanted, the fewer conflicts are voiced. */
  harmony?: number;
  /** Weights of the three justices by kind of conflict, per mille. */
  justice?: Partial<Record<ConflictKind, JusticeWeights>>;
  /** Root causes under which the law, or safety, leaves nothing to be bargained about. */
  legalDuties?: readonly RootId[];
  safety?: readonly RootId[];
}
