import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { digestWorld } from '../../src/game/digestWorld.ts';
import { anchorLogs, gradeSeed } from '../../src/game/grade.ts';
import { outcomeOf } from '../../src/game/outcome.ts';
import { eventsIn } from '../../src/game/playQuarter.ts';
import { replay, type LoggedEntry, type Replay } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { log, logOf, play, playbooks, scenario, small } from './plays.ts';
import { long } from '../turns.ts';

/** `stay` up to its last round of two, then service and training cut to nothing. */
function harvester(): LoggedEntry[] {
  const cut: Partial<QuarterPlan> = {
    'svc.cap': -20,
    'svc.door': 'closed',
    'svc.remedy': 'none',
    'imp.train': 0,
    'dat.clean': 0,
    'biz.spend': 0,
  };
  const decisions = logOf('stay').map(({ kind, data }) => ({ kind, data }) as EntryData);
  return log([...decisions.slice(0, -1), { kind: 'plan', data: { plan: cut } }, ...decisions.slice(-1)]);
}

describe('What a run leaves', () => {
  test('judging a run does not play it on: it may be judged twice', () => {
    const playing = play(logOf('stay'));
    const before = digestWorld(playing.world);
    const first = outcomeOf(playing, 0);
    expect(outcomeOf(playing, 0)).toEqual(first);
    expect(digestWorld(playing.world)).toBe(before);
    expect(playing.world.quarter).toBe(scenario.quarters);
  });

  test('after the end the firm is played on under the mean plan of its last three quarters', () => {
    const valueUnder = (capacities: readonly number[]): number => {
      const playing = play(logOf('stay'));
      const company = playing.world.played[0]!;
      company.recentPlans = capacities.map((capacity) => ({ ...company.plan, 'svc.cap': capacity }));
      return outcomeOf(playing, 0).value;
    };
    expect(valueUnder([-20, 0, 20])).toBe(valueUnder([0, 0, 0]));
    expect(valueUnder([-20, -20, -20])).not.toBe(valueUnder([0, 0, 0]));
  });

  test('harvesting in the last two quarters gains at most one point over the same run without it, on the mean of three seeds', () => {
    const setting = { ...small, customers: 1000 };
    const anchors = anchorLogs(scenario, playbooks, { worst: 'leap', stay: 'stay', best: 'textbook' });
    const seeds = [1001, 1002, 1003];
    const graded = seeds.map((seed) => gradeSeed(scenario, setting, harvester(), anchors, seed));
    const stayed = scoreOf(
      graded.map((seed) => ({ ...seed, run: seed.stay })),
      1,
    );
    expect(graded.some(({ run, stay }) => run.value !== stay.value)).toBe(true);
    expect(scoreOf(graded, 1).total).toBeLessThanOrEqual(stayed.total + 1);
  });
});

describe('The number of people simulated is a matter of precision, not of size', () => {
  /** Money a quarter and true satisfaction of a run of `stay`, a real customer, mean over its quarters. */
  function perCustomer({ reports }: Replay): Record<'revenue' | 'contribution' | 'crmCost' | 'satisfaction', number> {
    const mean = (of: (report: Replay['reports'][number]) => number): number =>
      reports.reduce((sum, report) => sum + of(report), 0) / reports.length;
    return {
      revenue: mean(({ truth }) => truth.kpi.revenue / truth.kpi.customers),
      contribution: mean(({ truth }) => truth.kpi.contribution / truth.kpi.customers),
      crmCost: mean(({ known, truth }) => known.money.crmCost / truth.kpi.customers),
      satisfaction: mean(({ truth }) => truth.kpi.satisfaction),
    };
  }

  /** The same market of people who are nearly alike: a single great customer would blur what is measured here. */
  const even: Scenario = {
    ...scenario,
    worlds: scenario.worlds.map(({ id, about }) => ({ id, about })),
    market: {
      ...scenario.market,
      segments: scenario.market.segments.map((segment) => ({
        ...segment,
        rate: { ...segment.rate, shape: 30 },
        spend: { ...segment.spend, p: 30, q: 30 },
      })),
    },
  };

  test('at 2,000 and at 8,000 people a real customer brings and costs the same within 5%', long, () => {
    const runs = (customers: number, count: number): ReturnType<typeof perCustomer>[] =>
      Array.from({ length: count }, (_, n) => ({ ...small, customers, populationSeed: n + 1, luckSeed: n + 1 })).map((setting) =>
        perCustomer(replay(even, setting, logOf('stay'), { reports: true })),
      );
    const mean = (all: readonly ReturnType<typeof perCustomer>[], of: keyof ReturnType<typeof perCustomer>): number =>
      all.reduce((sum, each) => sum + each[of], 0) / all.length;
    const [few, many] = [runs(2000, 3), runs(8000, 1)];
    for (const figure of ['revenue', 'contribution', 'crmCost', 'satisfaction'] as const) {
      expect(Math.abs(mean(few, figure) / mean(many, figure) - 1), figure).toBeLessThan(0.05);
    }
  });
});

describe.each(scenario.worlds.map(({ id }, index) => [id, index] as const))('Scripted events in world %s', (_, world) => {
  const resolved = resolveWorld(scenario, world);
  const { reports } = replay(scenario, { ...small, world }, logOf('stay'), { reports: true });

  test('are reported in the quarters in which they strike or last, and in no other', () => {
    for (const { known } of reports) {
      const due = resolved.events.filter(({ quarter, lasts }) => known.quarter >= quarter && known.quarter < quarter + (lasts ?? 1));
      expect(known.events.map(({ id }) => id)).toEqual(due.map(({ id }) => id));
    }
    expect(resolved.events.length).toBeGreaterThan(0);
  });

  const usual = play(logOf('stay'), { world }).digests;
  const striking = resolved.events.filter(({ kind }) => kind !== 'vendorOffer' && kind !== 'story' && kind !== 'rivalStrike');

  test.each(striking.map((event) => [event.id, event] as const))(
    '%s changes the run from its own quarter on, and not before',
    (_id, event) => {
      const of = { ...scenario, events: scenario.events.filter(({ id }) => id !== event.id) };
      const calm = play(logOf('stay'), { world }, { of }).digests;
      expect(calm.slice(0, event.quarter - 1)).toEqual(usual.slice(0, event.quarter - 1));
      expect(calm[event.quarter - 1]).not.toBe(usual[event.quarter - 1]);
    },
  );

  // A rival that has already cut deeper on its own is not moved by the strike: what holds is how deep its price is cut.
  test.each(resolved.events.filter(({ kind }) => kind === 'rivalStrike').map((event) => [event.id, event] as const))(
    '%s cuts the price of its firm at least as deep as it says, as long as it lasts',
    (_id, { firm, quarter, lasts, size }) => {
      const { offer } = resolved.firms.find(({ id }) => id === firm)!;
      const last = quarter + (lasts ?? 1) - 1;
      for (const { known } of reports.slice(quarter - 1, last)) {
        expect(known.rivals.find(({ id }) => id === firm)!.price).toBeLessThanOrEqual(offer.price * (1 - size!) + 1e-12);
      }
    },
  );

  test('never depend on luck', () => {
    const kinds = (luckSeed: number): string[][] => {
      const seen: string[][] = [];
      play(
        logOf('stay'),
        { world, luckSeed },
        { digests: false, looks: false, onQuarter: (_played, { world: now }) => seen.push(eventsIn(now, now.quarter).map(({ id }) => id)) },
      );
      return seen;
    };
    expect(kinds(77)).toEqual(kinds(78));
    expect(kinds(77)).toHaveLength(scenario.quarters);
  });
});
