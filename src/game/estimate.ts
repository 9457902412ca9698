/** What a firm knows of a figure. */

/** An 80% interval; value null with a reason where nothing is known, never 0. Shares are 0-1, points 0-100, money in currency. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  /** Sample size; 0 when nothing was asked. */
  n: number;
  /** Quarter of the newest evidence. */
  asOf: number;
  method: 'books' | 'survey' | 'audit' | 'logs' | 'records' | 'experiment' | 'none';
  /** Whom the figure speaks of where that is not everybody: it is biased by who they are. */
  frame?: 'knownCustomers' | 'knownAndWilling' | 'loggedContacts' | 'members' | 'notMembers' | 'addressable';
  why?:
    | 'neverAsked'
    | 'noAudit'
    | 'noAnalysis'
    | 'noCustomersKnown'
    | 'tooEarly'
    | 'noLogOwner'
    | 'noneSuch'
    | 'noNotice'
    | 'noComparison'
    | 'fitUnasked'
    | 'noControl'
    | 'noDifference';
}
