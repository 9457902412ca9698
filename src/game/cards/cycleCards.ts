/** The customer cycle against the truth: leaks by stage, contacts set off by events and what they kept, who came back and stayed. */

import { cycleUnits, type WinBack } from '../../company/cycle.ts';
import { type LossId, lossIds, type StageId, stageIds, type TriggerId, triggerIds } from '../../sim/records/cycle.ts';
import type { CycleTruth } from '../cycle/truth.ts';
import { type CardsRun, coefficients, lastQuarter } from './run.ts';

export interface TriggerAgainstTruth {
  trigger: TriggerId;
  /** Real people over the run: contacted; asked about what had not happened to them; passed over though it had; kept who would have left. */
  fired: number;
  mistaken: number;
  missed: number;
  kept: number;
}
export interface CycleAgainstTruth {
  triggers: readonly TriggerId[];
  winBack: WinBack;
  /** Units over the run, and cost in currency of contacts and of attempts to win back. */
  units: number;
  cost: number;
  winBackCost: number;
  /** Triggers that were ever at work. */
  found: readonly TriggerAgainstTruth[];
  /** Real people kept by contacts and back after having gone without notice; who withdrew consent over a contact about others' affairs. */
  kept: number;
  back: number;
  withdrew: number;
  /** By why they had left: asked, returned, and of those won back until the last quarter the number and how many were gone again at its end. */
  returns: readonly { loss: LossId; tried: number; returned: number; won: number; gone: number }[];
  /** By stage, mean of the quarters: share 0-1 that left, as the books showed it (null without notice) and in truth, and customers. */
  stages: readonly { stage: StageId; known: number | null; truly: number; customers: number }[];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Null for reports of an older engine and for a run of one quarter. */
export function cycleAgainstTruth(run: CardsRun): CycleAgainstTruth | null {
  const all = run.truth.flatMap(({ cycle }) => (cycle ? [cycle] : []));
  const last = all.at(-1);
  if (last === undefined) return null;
  const { plan } = lastQuarter(run);
  const p = coefficients(run);
  const of = (pick: (cycle: CycleTruth) => number): number => sum(all.map(pick));
  const found = triggerIds.flatMap((trigger): TriggerAgainstTruth[] => {
    const own = all.flatMap(({ triggers }) => triggers.filter((each) => each.trigger === trigger));
    if (own.length === 0) return [];
    const count = (field: 'fired' | 'mistaken' | 'missed' | 'kept'): number => sum(own.map((each) => each[field]));
    return [{ trigger, fired: count('fired'), mistaken: count('mistaken'), missed: count('missed'), kept: count('kept') }];
  });
  return {
    triggers: plan['idc.cycle'],
    winBack: plan['idc.cycle.winBack'],
    units: sum(run.quarters.map((quarter) => cycleUnits(quarter.plan, p))),
    cost: of(({ cost }) => cost),
    winBackCost: of(({ winBackCost }) => winBackCost),
    found,
    kept: sum(found.map(({ kept }) => kept)),
    back: of(({ back }) => back),
    withdrew: of(({ withdrew }) => withdrew),
    returns: lossIds.map((loss, place) => ({
      loss,
      tried: of(({ returns }) => returns[place]!.tried),
      returned: of(({ returns }) => returns[place]!.returned),
      won: last.returns[place]!.won,
      gone: last.returns[place]!.gone,
    })),
    stages: stagesOf(run, all),
  };
}

function stagesOf(run: CardsRun, all: readonly CycleTruth[]): CycleAgainstTruth['stages'] {
  const known = run.known.flatMap(({ cycle }) => (cycle ? [cycle] : []));
  return stageIds.map((stage, place) => {
    const truly = all.flatMap(({ stages }) => stages?.[place] ?? []);
    const seen = known.flatMap(({ stages }) => stages[place] ?? []);
    const people = sum(seen.map(({ customers, left }) => (left.value === null ? 0 : customers)));
    const customers = sum(truly.map((each) => each.customers));
    return {
      stage,
      known: people === 0 ? null : sum(seen.map(({ customers: n, left }) => n * (left.value ?? 0))) / people,
      truly: customers === 0 ? 0 : sum(truly.map(({ left }) => left)) / customers,
      customers: customers / Math.max(1, truly.length),
    };
  });
}
