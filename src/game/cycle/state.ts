/** What a firm keeps of the customer cycle from quarter to quarter, and what one quarter of it came to. Counts are of simulated people. */

import { type LossId, TRIGGERS, type TriggerId } from '../../sim/records/cycle.ts';
import type { WinBack } from '../../company/cycle.ts';

/** Customers counted, and those of them who left (under contract) or bought nothing (without one). */
export interface Counted {
  n: number;
  gone: number;
}
export const nobody: Counted = { n: 0, gone: 0 };
export const plus = (a: Counted, b: Counted): Counted => ({ n: a.n + b.n, gone: a.gone + b.gone });

/** By person, 0 = never: the quarter in which the account was seen to be closed, of the last contact set off, of the last attempt, of the return. */
export interface CycleMemory {
  closedIn: Uint8Array;
  contactedIn: Uint8Array;
  triedIn: Uint8Array;
  wonIn: Uint8Array;
  /** Place in `lossIds` of why whoever came back had left. */
  wonFrom: Uint8Array;
}
export const newMemory = (people: number): CycleMemory => ({
  closedIn: new Uint8Array(people),
  contactedIn: new Uint8Array(people),
  triedIn: new Uint8Array(people),
  wonIn: new Uint8Array(people),
  wonFrom: new Uint8Array(people),
});
export const copyMemory = (memory: CycleMemory): CycleMemory => ({
  closedIn: memory.closedIn.slice(),
  contactedIn: memory.contactedIn.slice(),
  triedIn: memory.triedIn.slice(),
  wonIn: memory.wonIn.slice(),
  wonFrom: memory.wonFrom.slice(),
});

export interface TriggerCount {
  trigger: TriggerId;
  fired: number;
  /** Of them reached by the number on file, and asked about what did not happen to them. */
  reached: number;
  mistaken: number;
  /** Customers to whom it happened and for whom it did not fire. */
  missed: number;
  /** Customers expected to stay who would have left. */
  kept: number;
}

/** One stage of the cycle over a quarter: customers in it as the files say and as it is; and how many of the former a trigger contacted. */
export interface StageCount {
  onFile: Counted;
  contacted: number;
  truly: Counted;
}

export interface CycleQuarter {
  winBack: WinBack;
  triggers: readonly TriggerCount[];
  /** Fired, but the customer may not be contacted or no number is on file; and kept aside to compare. */
  noConsent: number;
  heldOut: number;
  /** Due, but no hours were left. */
  undone: number;
  /** Since the card acts: those contacted and those kept aside. */
  contacted: Counted;
  control: Counted;
  /** Cost in currency of contacts and of attempts, of simulated people. */
  cost: number;
  winBackCost: number;
  /** Cost of contacts since the card acts. */
  spent: number;
  withdrew: number;
  /** Gone without notice and back; those asked to come back, those who did, by why they had left, and among the most valuable. */
  back: number;
  tried: number;
  best: { tried: number; returned: number };
  triedBy: Readonly<Record<LossId, number>>;
  returned: Readonly<Record<LossId, number>>;
  /** Since the card acts: those won back and those of them who are gone again, by why they had left. */
  wonBack: Readonly<Record<LossId, Counted>>;
  /** By stage; null where nobody looks. */
  stages: readonly StageCount[] | null;
}
export const noLoss = (): Record<LossId, number> => ({ price: 0, fault: 0, other: 0 });
export const byTrigger = (): Float64Array => new Float64Array(TRIGGERS);
