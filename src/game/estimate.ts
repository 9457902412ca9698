/** What a firm knows of a figure. */

/** Whom a figure was counted over. The interval of an estimate is about them: how they differ from all customers no sample of them can tell. */
export const frameIds = [
  /** Every customer of the firm. */
  'allCustomers',
  /** Everybody in the market who is somebody's customer. */
  'market',
  /** Every service contact of the quarter. */
  'serviceContacts',
  'customersOnFile',
  /** On file, asked, and willing to answer. */
  'knownAndWilling',
  /** Whoever bought in the quarter, with a name or without. */
  'buyersOfQuarter',
  /** On file and bought within the year. */
  'namedBuyers',
  /** Contacts that somebody wrote down. */
  'loggedContacts',
  /** Whoever met a failure in the quarter; whoever left in it. */
  'troubled',
  'leavers',
  /** Whose file the models could read. */
  'scored',
  /** In the loyalty programme, and on file outside it. */
  'members',
  'notMembers',
  /** On file, with a number or address, and willing to be written to. */
  'addressable',
] as const;
export type FrameId = (typeof frameIds)[number];

/** Frames that leave nobody out whom the figure is about. */
const wholeFrames: readonly FrameId[] = ['allCustomers', 'market', 'serviceContacts', 'troubled', 'leavers'];

/** True if a figure speaks of some only, while its name speaks of all. */
export const isPartial = (frame: FrameId | undefined): frame is FrameId => frame !== undefined && !wholeFrames.includes(frame);

/** Ways to get at a figure; `none` where it is not known. */
export const methodIds = ['books', 'survey', 'audit', 'logs', 'records', 'experiment', 'none'] as const;
export type MethodId = (typeof methodIds)[number];

/** Why a figure is not known. */
export const whyIds = [
  'neverAsked',
  'noAudit',
  'noAnalysis',
  'noCustomersKnown',
  'tooEarly',
  'noLogOwner',
  'noneSuch',
  'noNotice',
  'notPlayed',
  'noComparison',
  'fitUnasked',
  'noControl',
  'noDifference',
  'platformKeeps',
  'agentsKeep',
] as const;
export type WhyId = (typeof whyIds)[number];

/** An 80% interval; value null with a reason where nothing is known, never 0. Shares are 0-1, points 0-100, money in currency. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  /** Sample size; 0 when nothing was asked. */
  n: number;
  /** Quarter of the newest evidence. */
  asOf: number;
  method: MethodId;
  /** Given wherever a value is; reports of older engines may lack it. */
  frame?: FrameId;
  why?: WhyId;
}
