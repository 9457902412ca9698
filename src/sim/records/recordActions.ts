/** What a firm does to its own customer records in one quarter. */

export const fieldIds = [
  'name',
  'phone',
  'purchases',
  'needs',
  'household',
  'intent',
  'channel',
  'callTime',
  'referrer',
  'returns',
  'complaints',
  'leavingReason',
] as const;
export type FieldId = (typeof fieldIds)[number];
/** Three fields a block: account, needs, contacts, issues. */
export const blockIds = ['account', 'needs', 'contacts', 'issues'] as const;
export type BlockId = (typeof blockIds)[number];
/** Lists that departments keep, by the number of their silo. */
export const listIds = ['counter', 'phone', 'web', 'office'] as const;
export type ListId = (typeof listIds)[number];
export const purposeIds = ['service', 'offer', 'analysis'] as const;
export type PurposeId = (typeof purposeIds)[number];

export interface RecordActions {
  /** Bit i = field i is wanted. */
  wantedFields: number;
  /** Probability that a contact fills one wanted empty field, 0-1 (mechanics 2: .35 x honesty of entry). */
  capture: number;
  /** Share of entries that are false, 0-1. */
  falseEntry: number;
  /** Probability that an unknown customer becomes known in a contact or purchase, 0-1. */
  identify: number;
  /** Cleaning effort 0-10. */
  cleaning: number;
  /** Share 0-1 of it that has somebody to check an entry with; the rest only joins and merges rows. Left out = all. */
  checked?: number;
  /** Share of true duplicates missed and of false merges made by the matching rule, 0-1. */
  missedMerges: number;
  falseMerges: number;
  /** Ceiling of linkage from store and sharing rights, 0-1, and rate at which silos join, 0-1. */
  linkageCeiling: number;
  joinRate: number;
  /** Probability that a contact asks for consent by purpose (turns claimed into valid), 0-1. */
  consentAsk: number;
  /** Probability that an unsynced channel contact makes a duplicate, 0-1. */
  duplicate: number;
  /** Roll-out share rho, 0-1. */
  rollout: number;
}

/** Start state of the records of one firm, shares 0-1. */
export interface RecordsSpec {
  coverage: number;
  depth: number;
  accuracy: number;
  linkage: number;
  consent: number;
  /** Number of silos (departments that keep a list), 1-4. */
  silos: number;
  /** Fields useful in this trade (ids of fieldIds): depth is measured on these. */
  usefulFields: readonly FieldId[];
}

/** Measured quality of the records of a firm over its own current customers, shares 0-1; completeness I in points 0-100. */
export interface RecordQuality {
  coverage: number;
  depth: number;
  accuracy: number;
  linkage: number;
  consent: number;
  duplicates: number;
  /** I = min(40 + 60 consent, 100 (coverage depth accuracy linkage)^(1/4)), mechanics 2. */
  completeness: number;
}
