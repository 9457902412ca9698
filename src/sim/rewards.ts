/** What a company's offer modules and its loyalty programme do to single customers in a quarter. */

/** How a company gives out its modules. */
export interface ModuleRule {
  count: number;
  by: 'class' | 'need' | 'person';
  /** How far need groups tell the needs of a member of a segment, 0-1. */
  told: number;
  /** How far need groups alone tell what customers need, 0-1: modules are made for that where no file does. */
  groups: number;
  /** Value class of each person, 0 = none; null where nobody is classed. */
  classes: Uint8Array | null;
  /** Roll-out share 0-1: records are at hand only for customers reached by it. */
  rollout: number;
  /** Performance felt per unit of fit; lost at privacy concern 1 by a module chosen by a wrong record. */
  value: number;
  wrong: number;
}

/** Which of several modules each person gets, and what it does to him. */
export interface ModuleTreatment {
  /** Module of each person, 0 = the standard offer; and 1 where it was chosen by a record that is wrong. */
  of: Uint8Array;
  misled: Uint8Array;
  /** Modules, the standard offer included. */
  count: number;
  /** Fit over that of the standard offer at kind x count + module; and performance felt by it, on the scale of satisfaction. */
  fit: Float64Array;
  felt: Float64Array;
  /** By whom they are given out. */
  by: 'class' | 'need' | 'person';
  /** Performance lost at privacy concern 1 by who gets the module of somebody else. */
  wrong: number;
}

/** What the members of a loyalty programme meet, by group; group 0 is everybody else. */
export interface LoyaltyTreatment {
  /** Group of each person. */
  of: Uint8Array;
  /** By group: factor on purchases; performance felt, on the scale of satisfaction; relationship aimed at, added. */
  lift: Float64Array;
  felt: Float64Array;
  tie: Float64Array;
  /** By group: log odds of leaving held back at switching cost 1; log odds added whatever it costs to go. */
  hold: Float64Array;
  exit: Float64Array;
  /** By group: performance lost at privacy concern 1 by who is taken for somebody else. */
  wrong: Float64Array;
  /** By group: money given back, as a share of revenue. */
  cost: Float64Array;
}
