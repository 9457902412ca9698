/**
 * The decisions that parted the best of a class from its middle: found by how often each stood in their plans, then put into runs of the
 * middle and played again, so that what is told is what the decision did there and not what kind of student makes it.
 */

import { type ControlId, controls, type QuarterPlan } from '../company/controls.ts';
import { mergePlan, startPlan } from '../company/plan.ts';
import type { RunFile } from '../game/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';

type Entries = RunFile['entries'];

export interface PartingDecision {
  control: ControlId;
  /** First quarter of the round from which on it stood. */
  quarter: number;
  value: QuarterPlan[ControlId];
  /** Share 0-1 of the best and of the middle in whose plan it stood then. */
  top: number;
  middle: number;
}

/** Decisions tried at most, and runs of the middle into which each is put. */
export const mostParting = 6;
export const mostTried = 4;
/** Draws on which each is played: the first of those that grade. */
export const partingDraws = 4;
/** Least difference of shares that is worth a trial. */
const LEAST = 0.4;
/** What holds for a single round says nothing of the rest of a run. */
const passing: ReadonlySet<ControlId> = new Set(['ana.buy', 'cam.offer', 'cam.target', 'cam.segments', 'cam.control'] as ControlId[]);

/** The plan in force at the end of each round, as the log has it. */
export function plansOf(entries: Entries, scenario: Scenario): readonly QuarterPlan[] {
  const segments = scenario.market.segments.map(({ id }) => id);
  let plan = startPlan(scenario.startPlan, segments);
  const plans: QuarterPlan[] = [];
  for (const entry of entries) {
    if (entry.kind === 'plan') plan = mergePlan(plan, entry.data.plan);
    if (entry.kind === 'commit') plans.push(plan);
  }
  return plans;
}

/** Candidates, the widest apart first; of each control the first round in which best and middle stand apart. */
export function partingDecisions(top: readonly Entries[], middle: readonly Entries[], scenario: Scenario): readonly PartingDecision[] {
  if (top.length === 0 || middle.length === 0) return [];
  const [ofTop, ofMiddle] = [top, middle].map((logs) => logs.map((entries) => plansOf(entries, scenario)));
  const rounds = Math.min(...[...ofTop!, ...ofMiddle!].map((plans) => plans.length));
  const found = controls.flatMap(({ id }): PartingDecision[] => {
    if (passing.has(id)) return [];
    for (let round = 0; round < rounds; round += 1) {
      const held = ofTop!.map((plans) => plans[round]![id]);
      const best = mostHeld(held);
      const share = (plans: readonly (readonly QuarterPlan[])[]): number =>
        plans.filter((each) => canonicalJson(each[round]![id]) === best.key).length / plans.length;
      const [inTop, inMiddle] = [share(ofTop!), share(ofMiddle!)];
      if (inTop - inMiddle >= LEAST)
        return [{ control: id, quarter: round * scenario.quartersPerRound + 1, value: best.value, top: inTop, middle: inMiddle }];
    }
    return [];
  });
  return found.sort((a, b) => b.top - b.middle - (a.top - a.middle) || a.quarter - b.quarter).slice(0, mostParting);
}

function mostHeld<V>(values: readonly V[]): { key: string; value: V } {
  const counts = new Map<string, { count: number; value: V }>();
  for (const value of values) {
    const key = canonicalJson(value);
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, value });
  }
  const ranked = [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  const [key, { value }] = ranked[0]!;
  return { key, value };
}

/** Whether a run lacks the decision when it is due. */
export const lacks = (entries: Entries, { control, quarter, value }: PartingDecision, scenario: Scenario): boolean => {
  const plan = plansOf(entries, scenario)[Math.floor((quarter - 1) / scenario.quartersPerRound)];
  return plan !== undefined && canonicalJson(plan[control]) !== canonicalJson(value);
};

/** The log with the decision made in its quarter and kept to the end; everything else as it was. */
export function withDecision(
  entries: Entries,
  { control, quarter, value }: Pick<PartingDecision, 'control' | 'quarter' | 'value'>,
): Entries {
  let put = false;
  return entries.flatMap((entry): Entries => {
    if (entry.quarter < quarter) return [entry];
    const patch = { [control]: value } as Partial<QuarterPlan>;
    const before = put ? [] : ([{ ...entry, kind: 'plan', data: { plan: patch } }] as Entries[number][]);
    if (entry.kind === 'plan') {
      const { [control]: _own, ...plan } = entry.data.plan;
      // A plan that names the control itself is followed, so that the decision stands whatever it said.
      return [{ ...entry, data: { ...entry.data, plan } }];
    }
    if (entry.kind !== 'commit') return [entry];
    put = true;
    return [...before, entry];
  });
}
