/** Offer modules and a loyalty programme in a run: what the firm sees, what was so, and what it owes. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { moneyOf, unitValue } from '../../src/company/money.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import type { World } from '../../src/game/world.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { oneQuarter } from './plays.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

const setting = { customers: 2000, world: 0, populationSeed: 4, luckSeed: 9 };
const { scenario: bank } = vorasBank();
const { scenario: shop } = tiemNang();
const both = [
  ['bank', bank],
  ['shop', shop],
] as const;

interface Played {
  reports: readonly QuarterReport[];
  world: World;
}

/** Files in which everybody's needs stand rightly. */
function fileNeeds({ played: [company] }: World): void {
  const { held, age, wrong } = company!.records;
  held.fill(1);
  age.fill(1);
  wrong.fill(0);
}

/** A run that changes its plan in the quarters named. @param before every quarter */
function played(
  of: Scenario,
  changes: Readonly<Record<number, Partial<QuarterPlan>>>,
  quarters: number,
  before: (world: World) => void = () => undefined,
): Played {
  const playing = startPlaying({ ...of, quarters }, setting);
  const reports: QuarterReport[] = [];
  const firm = of.firms[0].id;
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    before(playing.world);
    const plan = changes[quarter];
    if (plan) applyEntry(playing, { kind: 'plan', data: { plan }, seq: 2 * quarter, firm });
    applyEntry(
      playing,
      { ...oneQuarter, seq: 2 * quarter + 1, firm },
      { onQuarter: (one) => reports.push(quarterReport(playing.world, one, null)) },
    );
  }
  return { reports, world: playing.world };
}

/** The same market in which it costs nothing to go. */
const free = (of: Scenario): Scenario => ({
  ...of,
  worlds: of.worlds.map((world) => ({ ...world, segments: {} })),
  market: { ...of.market, segments: of.market.segments.map((segment) => ({ ...segment, switchingCost: 0 })) },
});
const collect = (cost: number): Partial<QuarterPlan> => ({ 'idc.loyal': 'points', 'idc.loyal.cost': cost });
const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);

const QUARTERS = 8;
const STOPPED = 6;
const runs = both.map(([name, of]) => ({
  name,
  usual: played(of, {}, QUARTERS),
  kept: played(of, { 1: collect(3) }, QUARTERS),
  stopped: played(of, { 1: collect(3), [STOPPED]: { 'idc.loyal': 'none' } }, QUARTERS),
}));

describe.each(runs)('A loyalty programme of the $name', ({ usual, kept, stopped }) => {
  const at = ({ reports }: Played, quarter: number): QuarterReport => reports[quarter - 1]!;

  test('is nothing where there is none, and acts a quarter after it was decided', () => {
    expect(usual.reports.map(({ known }) => [known.loyalty, known.modules])).toEqual(usual.reports.map(() => [null, null]));
    expect(usual.reports.every(({ truth }) => truth.loyalty!.programme === null)).toBe(true);
    expect(at(kept, 1).known.loyalty).toBeNull();
    expect(at(kept, 2).known.loyalty!.members).toBe(0);
    expect(at(kept, 3).known.loyalty!.members).toBeGreaterThan(0);
    expect(at(kept, 1).known.money).toEqual(at(usual, 1).known.money);
  });

  test('raises purchases while it is paid', () => {
    const bought = (run: Played): number => sum(run.reports.slice(3).map(({ truth }) => truth.kpi.revenue));
    expect(bought(kept)).toBeGreaterThan(bought(usual));
  });

  test('draws more members and costs more the more is given back', () => {
    const little = played(kept.world.scenario.id === bank.id ? bank : shop, { 1: collect(1) }, 5).reports.at(-1)!.known.loyalty!;
    const much = at(kept, 5).known.loyalty!;
    expect(much.members).toBeGreaterThan(little.members);
    expect(much.cost).toBeGreaterThan(little.cost);
  });

  test('costs what is paid out and by how much what is owed has grown, and cash lags behind cost by the debt', () => {
    const { world, reports } = kept;
    const unit = unitValue(moneyOf(world.played[0]!.spec));
    for (let quarter = 3; quarter <= QUARTERS; quarter += 1) {
      const { known } = at(kept, quarter);
      const before = at(kept, quarter - 1).known;
      const { cost, redeemed, liability } = known.loyalty!;
      const grown = liability - (before.loyalty?.liability ?? 0);
      expect(cost).toBeCloseTo(redeemed + grown, 0);
      expect(known.money.loyaltyCost).toBe(cost);
      const { revenue, directCost, serviceCost, marketingCost, fixedCost, crmCost, commission = 0, otherIncome, result } = known.money;
      expect(revenue - directCost - serviceCost - marketingCost - fixedCost - crmCost - cost - commission + otherIncome).toBeCloseTo(
        result,
        1,
      );
      expect((known.money.cash - before.money.cash) * unit).toBeCloseTo(result + grown, 0);
    }
    expect(reports.at(-1)!.known.loyalty!.liability).toBeGreaterThan(0);
  });

  test('is collected by who buys more by himself: the difference that the books show is far more than what it brought', () => {
    const { known, truth } = at(kept, QUARTERS);
    const { perMember, perOther, effect } = known.loyalty!;
    expect(perMember).toMatchObject({ method: 'books', frame: 'members' });
    expect(perOther).toMatchObject({ method: 'books', frame: 'notMembers' });
    expect(effect).toMatchObject({ value: null, why: 'noComparison' });
    const { extraRevenue, revenue, cost, subsidy } = truth.loyalty!.programme!;
    const brought = extraRevenue / (revenue - extraRevenue);
    expect(perMember.value! / perOther.value! - 1).toBeGreaterThan(3 * brought);
    expect(brought).toBeGreaterThan(0);
    // A programme is a weak force (Sharp & Sharp 1997): it never lifts what members buy by more than a few per cent, and does not pay by it.
    expect(brought).toBeLessThan(0.03);
    expect(truth.loyalty!.programme!.extraMargin).toBeLessThan(0.5 * cost);
    expect(subsidy).toBeGreaterThan(0.8 * cost);
  });

  test('that stops is paid out at once and leaves customers less content than had there never been one', () => {
    const end = at(stopped, STOPPED + 1);
    const { terms, redeemed, liability, taken, cost } = end.known.loyalty!;
    const owed = at(stopped, STOPPED).known.loyalty!.liability;
    expect([terms, liability]).toEqual([null, 0]);
    expect(redeemed).toBeGreaterThan(owed);
    expect(cost).toBeCloseTo(redeemed - owed, 0);
    expect(taken).toBeGreaterThan(0.5);
    const satisfaction = (run: Played): number => at(run, STOPPED + 1).truth.kpi.satisfaction;
    const gave = at(kept, STOPPED + 1).truth.kpi.satisfaction - satisfaction(usual);
    expect(satisfaction(usual) - satisfaction(stopped)).toBeGreaterThan(Math.max(0, gave));
    expect(at(stopped, STOPPED + 2).known.loyalty).toBeNull();
    expect(at(stopped, STOPPED + 1).truth.kpi.churn).toBeGreaterThan(at(kept, STOPPED + 1).truth.kpi.churn);
  });

  test('is told by a matrix of all customers', () => {
    for (const { truth } of [...usual.reports, ...kept.reports]) {
      const { true: real, latent, spurious, none } = truth.loyalty!.matrix;
      expect(real + latent + spurious + none).toBeCloseTo(1, 9);
    }
  });
});

describe('Spurious loyalty', () => {
  const spurious = ({ reports }: Played): number => Math.max(...reports.map(({ truth }) => truth.loyalty!.matrix.spurious));

  test('is there where it costs to go, and more of it where points are to be lost', () => {
    const [{ usual, kept }] = runs as [(typeof runs)[number]];
    expect(spurious(usual)).toBeGreaterThan(0.01);
    const last = ({ reports }: Played): number => reports.at(-1)!.truth.loyalty!.matrix.spurious;
    expect(last(kept)).toBeGreaterThan(last(usual));
  });

  test.each(both)('is nobody’s in the %s where it costs nothing to go, with points or without', (_, of) => {
    for (const plan of [{}, collect(4)]) {
      const run = played(free(of), { 1: plan }, 4);
      expect(spurious(run)).toBe(0);
      // There are dissatisfied customers; they are simply ready to go.
      expect(Math.max(...run.reports.map(({ truth }) => truth.loyalty!.matrix.none))).toBeGreaterThan(0.01);
    }
  });
});

describe('Members of the shop', () => {
  test('who are gone stay in its books, since they give no notice, and take no reward', () => {
    const { world } = runs[1]!.kept;
    const { index, loyalty, loyaltyQuarter } = world.played[0]!;
    const gone = Array.from(loyalty!.member, (one, i) => one === 1 && (world.market.columns.active[i]! & (1 << index)) === 0);
    expect(gone.filter(Boolean).length).toBeGreaterThan(5);
    const members = loyalty!.member.reduce((sum, one) => sum + one, 0);
    expect(loyaltyQuarter!.members.n + loyaltyQuarter!.joined / world.market.represents).toBeCloseTo(members, 6);
  });
});

describe.each(both)('Offer modules of the %s', (_, of) => {
  const modular: Partial<QuarterPlan> = { 'idc.module': 4, 'idc.module.rule': 'need' };
  const run = played(of, { 1: modular }, 4);
  const usual = played(of, {}, 4);

  test('act a quarter after they were decided and please customers as far as their needs are on file: hardly where few are known', () => {
    expect(run.reports[0]!.truth.modules).toBeNull();
    const { given, standard, best, cost } = run.reports.at(-1)!.truth.modules!;
    expect(given).toBeGreaterThan(standard);
    expect(given - standard).toBeLessThan(0.006);
    expect(best).toBeGreaterThan(given);
    expect(cost).toBe(3);
    const [filed, filedUsual] = [modular, {}].map((plan) => played(of, { 1: plan }, 4, fileNeeds));
    const well = filed!.reports.at(-1)!.truth.modules!;
    expect(well.given).toBeGreaterThan(well.standard + 0.02);
    const pleased = ({ reports }: Played): number => reports.at(-1)!.truth.kpi.satisfaction;
    const [gain, gainFiled] = [pleased(run) - pleased(usual), pleased(filed!) - pleased(filedUsual!)];
    expect(gain).toBeLessThan(0.5 * gainFiled);
    expect(gainFiled).toBeGreaterThan(1);
  });

  test('go by the rule that was decided: without classes nobody has any but the standard offer by class', () => {
    const given = (rule: QuarterPlan['idc.module.rule']) =>
      played(of, { 1: { 'idc.module': 4, 'idc.module.rule': rule } }, 2).reports[1]!.known.modules!;
    expect((['class', 'need', 'person'] as const).map((rule) => given(rule).by)).toEqual(['class', 'need', 'person']);
    expect(given('class').given.slice(1)).toEqual([0, 0, 0]);
  });

  test('are known by who was given which; how they fit nobody has asked', () => {
    const { count, by, given, fit } = run.reports.at(-1)!.known.modules!;
    expect([count, by]).toEqual([4, 'need']);
    expect(given.filter((people) => people > 0).length).toBeGreaterThan(1);
    expect(fit).toMatchObject({ value: null, why: 'fitUnasked' });
  });
});
