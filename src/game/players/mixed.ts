/** Playbooks by lot for measures over many: mixtures of known policies, and a climber that tries changes one after another. */

import { controls, pathIds, type QuarterPlan } from '../../company/controls.ts';
import type { Playbook } from '../../scenario/playbook.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { Lots, valueByLot } from '../lots.ts';
import { isOpen } from '../player.ts';
import type { EntryData } from '../run.ts';
import { patchedPlaybook, roundsOf } from './patched.ts';

/** Streams of lots beyond those of controls and cases, which the random player draws from. */
const stream = { mixture: 10_000, climber: 20_000 } as const;

/** A log as a playbook: it decides the same on every seed, and its moves answer to what comes up in the same slot. */
export function playbookOfLog(scenario: Scenario, name: string, entries: readonly EntryData[]): Playbook {
  const rounds = roundsOf(scenario);
  const changes: Playbook['changes'][number][] = [];
  let standing: NonNullable<Playbook['standing']> = {};
  let round = 0;
  for (const entry of entries) {
    if (entry.kind === 'commit') round += 1;
    if (entry.kind === 'move') changes.push({ quarter: rounds[round]!, moves: [entry.data] });
    if (entry.kind !== 'plan') continue;
    changes.push({ quarter: rounds[round]!, plan: entry.data.plan });
    standing = { ...standing, ...entry.data.standing };
  }
  return { format: 1, name, start: {}, changes, standing };
}

/** Family of a control: what stands before the first dot of its card. */
const familyOf = (card: string): string => card.slice(0, card.indexOf('.'));
const families = [...new Set(controls.map(({ card }) => familyOf(card)))];

/**
 * The `place`-th mixture of playbooks: a cross of two of them, by lot: of each family of cards the decisions of one, and the standing orders
 * of one.
 * Moves are left out, as cases belong to the run that they came up in.
 */
export function mixedPlaybook(scenario: Scenario, sources: readonly Playbook[], place: number): Playbook {
  const lots = new Lots(place, stream.mixture, 0);
  const parents = lots.exactly(sources, Math.min(2, sources.length));
  const chosen = new Map(families.map((family) => [family, lots.one(parents)]));
  const { standing } = lots.one(parents);
  const decisions = new Map(roundsOf(scenario).map((quarter): [number, Partial<QuarterPlan>[]] => [quarter, []]));
  for (const source of parents) {
    const kept = (plan: Partial<QuarterPlan>): Partial<QuarterPlan> =>
      Object.fromEntries(
        controls.flatMap(({ id, card }) => (plan[id] !== undefined && chosen.get(familyOf(card)) === source ? [[id, plan[id]]] : [])),
      );
    const whole = patchedPlaybook(scenario, source, source.name, () => ({}));
    decisions.get(1)!.push(kept(whole.start));
    for (const { quarter, plan } of whole.changes) if (plan) decisions.get(quarter)!.push(kept(plan));
  }
  const [first, ...later] = [...decisions].map(([quarter, parts]) => ({
    quarter,
    plan: Object.assign({}, ...parts) as Partial<QuarterPlan>,
  }));
  return { format: 1, name: `mixed-${place}`, start: first!.plan, changes: later, ...(standing && { standing }) };
}

/** What a search of one's own luck came to. */
export interface Climb {
  playbook: Playbook;
  /** On the luck that was searched: what it began at and what it reached. */
  before: number;
  after: number;
}

/**
 * Tries `evaluations` changes of one control each, from a round on, and keeps each that does better.
 * @param worth of a playbook on the luck that is searched
 */
export function hillClimb(
  scenario: Scenario,
  from: Playbook,
  worth: (playbook: Playbook) => number,
  { seed, evaluations }: { seed: number; evaluations: number },
): Climb {
  const before = worth(from);
  let best: { playbook: Playbook; worth: number } = { playbook: from, worth: before };
  for (let step = 1; step <= evaluations; step += 1) {
    const lots = new Lots(seed, stream.climber, step);
    const quarter = lots.one(roundsOf(scenario));
    const control = lots.one(controls.filter((each) => isOpen(scenario, each, quarter) && each.id !== 'ana.buy'));
    const value = valueByLot(control, lots, scenario.market, pathIds);
    const tried = patchedPlaybook(scenario, best.playbook, from.name, (round) => (round.quarter < quarter ? {} : { [control.id]: value }));
    const found = worth(tried);
    if (found > best.worth) best = { playbook: tried, worth: found };
  }
  return { playbook: best.playbook, before, after: best.worth };
}
