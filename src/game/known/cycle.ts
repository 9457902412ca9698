/** What a firm knows of its customer cycle: leaks by stage, what its triggers did, and who came back when asked. */

import type { WinBack } from '../../company/cycle.ts';
import { type StageId, stageIds, type TriggerId } from '../../sim/records/cycle.ts';
import type { Counted, CycleQuarter } from '../cycle/state.ts';
import type { Estimate } from '../estimate.ts';
import { sampledShare, unknown } from './figures.ts';

export interface StageKnown {
  stage: StageId;
  /** Real people on file in the stage as the quarter began, and those of them whom a trigger contacted. */
  customers: number;
  contacted: number;
  /** Share 0-1 that closed the account in the quarter; null where nobody gives notice. And that bought nothing, where nobody does. */
  left: Estimate;
  quiet: Estimate;
}
export interface CycleKnown {
  winBack: WinBack;
  stages: readonly StageKnown[];
  /** Real people contacted, reached, and found at the contact to be asked about somebody else's affairs. */
  triggers: readonly { trigger: TriggerId; fired: number; reached: number; mistaken: number }[];
  /** Due but not contacted: no consent or number on file, no hours. */
  noConsent: number;
  undone: number;
  /** Share 0-1 gone (bought nothing, without contracts) in the quarter of the event, over the run: contacted, and kept aside. */
  contacted: Estimate;
  control: Estimate;
  /** Currency a customer kept, by the difference of the two; null where none shows. */
  costPerKept: Estimate;
  cost: number;
  winBackCost: number;
  /** Real people asked to come back; share who did; share of those won back before who are gone again. */
  tried: number;
  returned: Estimate;
  returnedBest: Estimate;
  goneAgain: Estimate;
}

const shareOf = ({ n, gone }: Counted, quarter: number): Estimate =>
  n === 0 ? unknown('noneSuch') : sampledShare(gone / n, n, { method: 'books', frame: 'customersOnFile', asOf: quarter });

/** Cost a contact over the share that it kept. The interval is that of the difference of two independent shares; unbounded above where it reaches nil. */
function costPerKept(a: Estimate, b: Estimate, spent: number, contacts: number, quarter: number): Estimate {
  if (a.value === null || b.value === null || contacts === 0) return unknown('tooEarly');
  const difference = b.value - a.value;
  const half = Math.sqrt((a.high! - a.low!) * (a.high! - a.low!) + (b.high! - b.low!) * (b.high! - b.low!)) / 2;
  if (difference - half <= 0) return unknown('noDifference');
  const each = spent / contacts;
  return {
    value: each / difference,
    low: each / (difference + half),
    high: each / (difference - half),
    n: b.n,
    asOf: quarter,
    method: 'books',
    frame: 'customersOnFile',
  };
}

/** @param represents real people that a simulated one stands for; shares are counted of simulated ones */
export function cycleKnown(cycle: CycleQuarter | null, contractual: boolean, represents: number, quarter: number): CycleKnown | null {
  if (cycle === null) return null;
  const real = (people: number): number => people * represents;
  const contacted = shareOf(cycle.contacted, quarter);
  const control = shareOf(cycle.control, quarter);
  const sum = (counts: readonly Counted[]): Counted => counts.reduce((all, one) => ({ n: all.n + one.n, gone: all.gone + one.gone }));
  const { price, fault, other } = cycle.returned;
  return {
    winBack: cycle.winBack,
    stages: (cycle.stages ?? []).map(({ onFile, contacted: reached }, stage) => {
      const share = shareOf(onFile, quarter);
      return {
        stage: stageIds[stage]!,
        customers: real(onFile.n),
        contacted: real(reached),
        left: contractual ? share : unknown('noNotice'),
        quiet: contractual ? unknown('noneSuch') : share,
      };
    }),
    triggers: cycle.triggers.map(({ trigger, fired, reached, mistaken }) => ({
      trigger,
      fired: real(fired),
      reached: real(reached),
      mistaken: real(mistaken),
    })),
    noConsent: real(cycle.noConsent),
    undone: real(cycle.undone),
    contacted,
    control,
    costPerKept: costPerKept(contacted, control, cycle.spent, cycle.contacted.n, quarter),
    cost: real(cycle.cost),
    winBackCost: real(cycle.winBackCost),
    tried: real(cycle.tried),
    returned: shareOf({ n: cycle.tried, gone: price + fault + other }, quarter),
    returnedBest: shareOf({ n: cycle.best.tried, gone: cycle.best.returned }, quarter),
    goneAgain: shareOf(sum([cycle.wonBack.price, cycle.wonBack.fault, cycle.wonBack.other]), quarter),
  };
}
