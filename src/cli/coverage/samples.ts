/** One of everything that ids may point into: an offer, work on the records, reports, a customer's file, a score. */

import { recordActionsOf } from '../../company/quarter.ts';
import { knownPeople, personFile } from '../../game/known/people.ts';
import { knownOf, peopleInputOf, quarterReport } from '../../game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../game/replay.ts';
import type { EntryData } from '../../game/run.ts';
import type { SeedOutcomes } from '../../game/score/outcomes.ts';
import { scoreOf } from '../../game/score/total.ts';
import { outcomeOf } from '../../game/outcome.ts';
import { offersOf } from '../../game/offersNow.ts';
import type { Scenario } from '../../scenario/scenario.ts';

const setting = { customers: 1000, world: 0, populationSeed: 1, luckSeed: 1 };
const quarters = 3;

export interface Samples {
  offer: unknown;
  records: unknown;
  known: readonly unknown[];
  truth: readonly unknown[];
  person: unknown;
  score: ReturnType<typeof scoreOf>;
}

/** Plays three quarters of a scenario in which every analysis of the first is bought. */
export function samplesOf(scenario: Scenario): Samples {
  const playing = startPlaying(scenario, setting);
  const { world } = playing;
  const firm = scenario.firms[0].id;
  const decisions: EntryData[] = [
    { kind: 'plan', data: { plan: { 'ana.buy': ['rivals', 'churnCauses', 'needs'] } } },
    ...Array.from({ length: quarters }, (): EntryData => ({ kind: 'commit', data: { quarters: 1 } })),
  ];
  const company = world.played[0]!;
  const reports: ReturnType<typeof quarterReport>[] = [];
  const opening = knownOf(world, company, null);
  decisions.forEach((decision, seq) =>
    applyEntry(playing, { ...decision, seq, firm }, { onQuarter: (played) => void reports.push(quarterReport(world, played, null)) }),
  );
  const people = peopleInputOf(world, company);
  const played = outcomeOf(playing, 0);
  return {
    offer: offersOf(world)[company.index],
    records: recordActionsOf(company.firm, company.spec, company.inForce),
    known: [opening, ...reports.map(({ known }) => known)],
    truth: reports.map(({ truth }) => truth),
    person: personFile(people, knownPeople(people).person[0]!),
    score: scoreOf(
      [1, 2].map((seed) => seedOutcomes(seed, played)),
      1,
    ),
  };
}

/** Outcomes made up of a played one, in which a cap holds, so that every part of a score is there. */
function seedOutcomes(seed: number, played: SeedOutcomes['run']): SeedOutcomes {
  const outcome = (value: number, insolvent = false): SeedOutcomes['run'] => ({
    ...played,
    satisfaction: 50 + value,
    value,
    insolvent,
    unviable: false,
    insolventFrom: insolvent ? 1 : null,
    unviableFrom: null,
  });
  return { seed, run: outcome(5 * seed, true), worst: outcome(0), stay: outcome(4), best: outcome(10) };
}

/** True where a path of fields leads to something, in one value or in one of several; lists and records by id are looked into. */
export function hasPath(value: unknown, path: readonly string[]): boolean {
  if (path.length === 0) return value !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((each) => hasPath(each, path));
  const [name, ...rest] = path;
  if (Object.hasOwn(value, name!)) return hasPath((value as Record<string, unknown>)[name!], rest);
  const inner = Object.values(value);
  return inner.length > 0 && inner.every((each) => typeof each === 'object' && each !== null) && inner.some((each) => hasPath(each, path));
}
