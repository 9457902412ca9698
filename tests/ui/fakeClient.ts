/** A client without an engine, for tests of the screens' logic: plain made-up figures that move a little every quarter. */

import { controls, pathIds, type QuarterPlan } from '../../src/company/controls.ts';
import { linksAtStart } from '../../src/company/departments.ts';
import { defaultStandingOrders } from '../../src/company/orders.ts';
import type { KnownPeople, PersonFile } from '../../src/game/known/people.ts';
import type { ReviewKnown } from '../../src/game/known/review.ts';
import { kpiIds, type Estimate, type KnownReport, type KpiId, type TruthReport } from '../../src/game/reports.ts';
import type { LoggedEntry } from '../../src/game/replay.ts';
import { causeIds } from '../../src/sim/market.ts';
import type { CommittedRound, FinishedRun, GameClient, OpenedRun, PlanPreview, PlayedQuarter, RunStart } from '../../src/ui/gameClient.ts';
import { FakePlayers } from './fakePlayers.ts';

/** A firm that has held no review. */
const noReviews: ReviewKnown = {
  phase: 'scheduled',
  baseline: null,
  control: false,
  rhythm: 'everyFour',
  reserve: 5,
  next: 4,
  callPrice: 2,
  lacking: [],
  held: [],
  chains: [],
};

export const quarters = 16;
const never = (why: NonNullable<Estimate['why']>): Estimate => ({ value: null, low: null, high: null, n: 0, asOf: 0, method: 'none', why });
const around = (value: number, half: number, n: number, asOf: number, method: Estimate['method']): Estimate => ({
  value,
  low: value - half,
  high: value + half,
  n,
  asOf,
  method,
});

const figures: Record<KpiId, number> = {
  customers: 420_000,
  churn: 0.031,
  satisfaction: 61,
  equity: 310e6,
  contribution: 9.4e6,
  revenue: 24e6,
  shareOfMarket: 0.35,
  waiting: 0.18,
  complaints: 6.2,
  care: 41,
  coverage: 0.7,
  depth: 0.35,
  accuracy: 0.45,
  linkage: 0.15,
  consent: 0.7,
  completeness: 36,
};

/** @param shift change against the start, as a part of each figure */
export function fakeKnown(quarter: number, shift = quarter * 0.01): KnownReport {
  const at = (kpi: KpiId): number => figures[kpi] * (1 + shift);
  const kpi = Object.fromEntries(
    kpiIds.map((id): [KpiId, Estimate] => {
      if (quarter === 0 && id !== 'customers') return [id, never(id === 'completeness' || id === 'coverage' ? 'noAudit' : 'neverAsked')];
      if (id === 'shareOfMarket') return [id, never('noAnalysis')];
      const counted = id === 'customers' || id === 'churn' || id === 'revenue' || id === 'contribution';
      return [id, around(at(id), counted ? 0 : at(id) * 0.06, counted ? 420_000 : 300, quarter, counted ? 'books' : 'audit')];
    }),
  ) as Record<KpiId, Estimate>;
  return {
    quarter,
    kpi,
    money: {
      revenue: 24e6,
      directCost: 13e6,
      serviceCost: 2e6,
      marketingCost: 1e6,
      fixedCost: 5e6,
      crmCost: 1e6,
      otherIncome: 0,
      result: 2e6,
      released: 9,
      spent: 6,
      unplanned: 0,
      cash: 100 - quarter,
    },
    matrix: {
      level: 'l1',
      information: kpi.completeness,
      individualisation: quarter === 0 ? never('neverAsked') : around(35 + quarter, 1, 9000, quarter, 'logs'),
      paths: pathIds.map((path) => ({
        path,
        gap: path === 'p14' ? 27.2 : 3.5,
        cost: 32,
        turns: [4, 6] as const,
        lacks:
          path === 'p14'
            ? [{ code: 'gap', actual: 27.2, required: 25 }]
            : path === 'p12' || path === 'p13'
              ? [{ code: 'stock.T', actual: 35, required: 50, advisory: true as const }]
              : path === 'stay'
                ? []
                : [{ code: 'level', actual: 1, required: 2 }],
      })),
    },
    programme: {
      state: 'idle',
      path: 'stay',
      gap: 0,
      adoption: 10,
      rollout: 0,
      stalledBy: null,
      signs: [],
      refused: [],
      stocks: { S: 50, L: 60, X: 30, H: 40, T: 35, Q: 40 },
      links: linksAtStart(30),
      toolFit: null,
    },
    inbox: [],
    opportunities: { open: [], followed: [] },
    rivals: [],
    events: [],
    reasonsTold: [],
    analyses: [],
  };
}

function fakeTruth(quarter: number): TruthReport {
  return {
    quarter,
    kpi: Object.fromEntries(kpiIds.map((id) => [id, figures[id] * (1 + quarter * 0.012)])) as Record<KpiId, number>,
    equity: { total: 310e6, value: 0, brand: 0, relationship: 0, rest: 310e6 },
    bySegment: {},
    leaving: Object.fromEntries(causeIds.map((cause, index) => [cause, 100 * index])) as TruthReport['leaving'],
    silentExits: 120,
  };
}

/** A plan with every control at its start. */
export function fakePlan(): QuarterPlan {
  const each = (value: unknown): unknown => ({ households: value, savers: value });
  return Object.fromEntries(
    controls.map((control) => [
      control.id,
      control.kind === 'choiceEach' || control.kind === 'levelEach' ? each(control.start) : control.start,
    ]),
  ) as unknown as QuarterPlan;
}

/** Forty known customers, each dot a hundred people; every quarter the first of them is gone and one more has a name. */
export function fakePeople(quarter: number): KnownPeople {
  const person = Uint32Array.from({ length: 40 }, (_, index) => 7 * (index + quarter));
  return {
    quarter,
    person,
    dotStandsFor: 100,
    value: Float32Array.from(person, (index) => 20 + index * index),
    loyalty: Uint8Array.from(person, (index) => index % 101),
    cooling: Uint8Array.from(person, (index) => (index % 5 === 0 ? 1 : 0)),
    listed: new Uint8Array(person.length),
    known: 4000,
    unknown: { low: 7600 - 100 * quarter, high: 10_400 - 100 * quarter },
  };
}

export function fakePerson(person: number): PersonFile {
  return {
    person,
    value: { value: 100, low: 70, high: 130 },
    loyalty: { value: 55, low: 43, high: 67 },
    knownSince: 0,
    quartersSilent: 0,
    consent: 'claimed',
    lists: 2,
    joined: false,
    duplicates: 1,
    fields: 5,
    needsKnown: false,
    complaint: 'none',
    model: null,
  };
}

export class FakeClient implements GameClient {
  readonly players = new FakePlayers();
  quarter = 0;
  readonly log: LoggedEntry[] = [];
  /** Makes the next commit fail. */
  broken = false;
  cancelled = false;
  /** The plan that a commit leaves in force. */
  kept: QuarterPlan | null = null;

  /** Plays two quarters for every commit that is in the log already. */
  open({ entries }: RunStart): Promise<OpenedRun> {
    this.log.push(...entries);
    const commits = entries.filter(({ kind }) => kind === 'commit').length;
    const played = Array.from({ length: 2 * commits }, () => this.#play());
    const plan = this.kept ?? fakePlan();
    return Promise.resolve({
      known: fakeKnown(0),
      played,
      plan,
      standing: defaultStandingOrders,
      quarters,
      quartersPerRound: 2,
      scored: true,
    });
  }
  people(): Promise<KnownPeople> {
    return Promise.resolve(fakePeople(this.quarter));
  }
  person(index: number): Promise<PersonFile | null> {
    return Promise.resolve(fakePerson(index));
  }
  preview(): Promise<PlanPreview> {
    return Promise.resolve({
      units: 6.2,
      lines: [{ card: 'biz.budget', units: 4 }],
      available: 10.6,
      round: [1, 2].map((more) => ({ quarter: this.quarter + more, spent: 6.2, left: 4.4, short: 0, kept: 0 })),
      opening: { price: 2, money: 10.6 },
      sponsorHours: 10,
      sponsorHoursOf: 40,
      paths: fakeKnown(this.quarter).matrix.paths,
      moves: [],
      guards: {},
      cases: [],
      reviews: noReviews,
      nextReview: { quarter: null, onEvent: false, lines: [], refused: [] },
    });
  }
  commit(entries: readonly LoggedEntry[], onQuarter: (played: number) => void): Promise<CommittedRound> {
    if (this.broken) return Promise.reject(new Error('worker'));
    this.log.push(...entries);
    const played = [1, 2].map(() => this.#play());
    onQuarter(1);
    // As between two threads, word of the last quarter may come after the result.
    setTimeout(() => onQuarter(2), 0);
    return Promise.resolve({ plan: this.kept ?? fakePlan(), played });
  }
  finish(): Promise<FinishedRun> {
    const played = Array.from({ length: this.quarter }, (_, index) => index + 1);
    return Promise.resolve({
      known: [0, ...played].map((quarter) => fakeKnown(quarter)),
      truth: played.map(fakeTruth),
      skipped: [],
      cards: null,
      customers: null,
      cases: null,
      conflicts: null,
      lessons: null,
    });
  }
  twin(): Promise<null> {
    return Promise.resolve(null);
  }
  cancelTwin(): void {
    this.cancelled = true;
  }
  otherWays(): Promise<null> {
    return Promise.resolve(null);
  }
  cancelOtherWays(): void {
    this.cancelled = true;
  }
  close(): void {
    this.cancelled = true;
  }

  #play(): PlayedQuarter {
    this.quarter += 1;
    return { digest: `${this.quarter}`.padStart(16, '0'), known: fakeKnown(this.quarter) };
  }
}
