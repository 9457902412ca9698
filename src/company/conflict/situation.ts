/** What a conflict is about: whose it is, how severe, whose fault, and what the two sides may do. Conflict 3.1 and 3.2. */

import type { FirmParameters } from '../parameters.ts';

export const conflictKinds = ['customer', 'department', 'channel'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** The six criteria of severity, 0-5 each. */
export const criterionIds = ['harm', 'value', 'spread', 'legal', 'repeat', 'heat'] as const;
export type CriterionId = (typeof criterionIds)[number];
export type Criteria = Readonly<Record<CriterionId, number>>;

export const bandIds = ['trivial', 'minor', 'major', 'critical'] as const;
export type Band = (typeof bandIds)[number];

/** Who brought it about: the firm or its people, a customer or partner by mistake, one who abuses. */
export const faultIds = ['firm', 'other', 'abuse'] as const;
export type Fault = (typeof faultIds)[number];

/** What a mode is chosen for. */
export interface Situation {
  kind: ConflictKind;
  /** Points 0-100. */
  severity: number;
  fault: Fault;
  /** A duty by law or for safety: there is nothing to be bargained about. */
  duty: boolean;
  /** Somebody cannot wait. */
  urgent: boolean;
  /** Heat 0-5, as the criterion. */
  heat: number;
}

/** Points 0-100 of the six criteria: 20 x the weighted mean. Weights after a scale of service recovery (W28 of the sources). */
export function severityOf(criteria: Criteria, p: FirmParameters): number {
  return 20 * criterionIds.reduce((sum, id) => sum + p[`severity.${id}`] * criteria[id], 0);
}

/** Trivial under 20, minor under 45, major under 70, then critical. */
export function bandOf(severity: number, p: FirmParameters): Band {
  if (severity >= p['severity.critical']) return 'critical';
  if (severity >= p['severity.major']) return 'major';
  return severity >= p['severity.minor'] ? 'minor' : 'trivial';
}

/** Half days within which an answer is owed: 8, 4, 2, 1 by band. */
export const halfDaysOwed: Readonly<Record<Band, number>> = { trivial: 8, minor: 4, major: 2, critical: 1 };

/** Points of severity that each of the three tiers may settle: agent (as the firm allows), supervisor, director. */
export function authorityOf(tier: number, agentLimit: number, p: FirmParameters): number {
  if (tier <= 1) return agentLimit;
  return tier === 2 ? Math.max(agentLimit, p['authority.supervisor']) : 100;
}
