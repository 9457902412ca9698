import { describe, expect, test } from 'vitest';
import type { AnalysisId } from '../../src/company/controls.ts';
import { analysisPoints } from '../../src/company/optionTables.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import type { PlayedQuarter } from '../../src/game/playQuarter.ts';
import { replay, type Playing } from '../../src/game/replay.ts';
import { CAPPED_AT } from '../../src/game/score/caps.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { everythingDone, outcomeWith } from './conductFixture.ts';
import { learner, log, logOf, oneQuarter, play, playbookNames, scenario, small } from './plays.ts';

/** The scenario with other money for the learner's firm. */
const withMoney = (money: Partial<NonNullable<Scenario['firms'][number]['money']>>): Scenario => ({
  ...scenario,
  firms: scenario.firms.map((firm) => (firm.id === learner ? { ...firm, money: { ...firm.money!, ...money } } : firm)),
});

describe.each(playbookNames)('The books of a run of %s', (name) => {
  const { reports } = replay(scenario, small, logOf(name), { reports: true });
  const ledgers = reports.map(({ known }) => known.money);
  const { money } = scenario.firms[0]!;

  test('result = revenue - direct cost - service cost - marketing - fixed cost - CRM - commission + other income, in every quarter', () => {
    for (const { revenue, directCost, serviceCost, marketingCost, fixedCost, crmCost, commission = 0, otherIncome, result } of ledgers) {
      expect(revenue - directCost - serviceCost - marketingCost - fixedCost - crmCost - commission + otherIncome).toBeCloseTo(result, 2);
      for (const part of [revenue, directCost, serviceCost, marketingCost, fixedCost, crmCost, commission])
        expect(part).toBeGreaterThanOrEqual(0);
    }
  });

  test('cash is the cash of the start and all results since, in units of a hundredth of the war chest', () => {
    let cash = money!.cash;
    for (const ledger of ledgers) {
      cash += ledger.result / (money!.warChest / 100);
      expect(ledger.cash).toBeCloseTo(cash, 6);
    }
  });

  test('what the board has released is what was left, what it grants, less what is spent', () => {
    let left = 0;
    const onQuarter = (_played: unknown, { world }: Playing): void => {
      const { released, spending } = world.played[0]!.firm;
      expect(released).toBeCloseTo(left + spending.granted - spending.spent, 9);
      expect(spending.granted).toBeGreaterThan(0);
      left = released;
    };
    const { world } = play(logOf(name), {}, { onQuarter });
    expect(world.quarter).toBe(scenario.quarters);
    expect(ledgers.at(-1)!.released).toBe(left);
  });

  test('revenue and contribution of the known side are those of the truth: its books are exact', () => {
    for (const { known, truth } of reports) {
      expect(known.money.revenue).toBe(truth.kpi.revenue);
      expect(known.kpi.contribution.value).toBe(truth.kpi.contribution);
      const bySegment = Object.values(truth.bySegment).reduce((sum, { contribution }) => sum + contribution, 0);
      expect(bySegment).toBeCloseTo(truth.kpi.contribution, 2);
      expect(known.kpi.customers.value).toBe(truth.kpi.customers);
    }
  });
});

test('with nothing of money changed the scenario plays as it is', () => {
  const again = replay(withMoney({}), small, logOf('stay'), { digests: true });
  expect(again.playing.digests).toEqual(replay(scenario, small, logOf('stay'), { digests: true }).playing.digests);
});

test('debts beyond the limit make a firm insolvent for good, and an insolvent run has at most 40 points', () => {
  const poor = withMoney({ cash: 0, debtLimit: 0, fixedCost: 40_000_000 });
  const { playing, outcome } = replay(poor, small, log([oneQuarter]));
  expect(playing.world.played[0]!.firm.insolvent).toBe(true);
  expect([outcome.insolvent, outcome.insolventFrom]).toEqual([true, 1]);
  const good = outcomeWith({ satisfaction: 80, value: 1e9, x3: 9, x4: 9 }, everythingDone());
  const anchors = {
    worst: { ...good, satisfaction: 10, value: 0, x3: 0, x4: 0 },
    stay: { ...good, satisfaction: 20, value: 1, x3: 1, x4: 1 },
    best: { ...good, satisfaction: 30, value: 2, x3: 2, x4: 2 },
  };
  expect(scoreOf([{ seed: 1, run: { ...good, insolvent: outcome.insolvent }, ...anchors }], 1).total).toBe(CAPPED_AT);
  expect(scoreOf([{ seed: 1, run: good, ...anchors }], 1).total).toBe(100);
});

test('within the limit a firm may owe: the same firm with deep pockets is not insolvent', () => {
  const { outcome } = replay(withMoney({ cash: 0, debtLimit: 100_000, fixedCost: 40_000_000 }), small, log([oneQuarter]));
  expect([outcome.insolvent, outcome.insolventFrom]).toEqual([false, null]);
});

test('an analysis is billed each time it is bought, also two rounds in a row, and a plan that only goes on buys none', () => {
  const analysesBilled = (asked: readonly (readonly AnalysisId[] | null)[]): number[] => {
    const billed: number[] = [];
    const onQuarter = ({ companies }: PlayedQuarter): void => {
      billed.push(companies[0]!.costs.lines.find(({ card }) => card === 'ana.buy')?.units ?? 0);
    };
    const rounds = asked.flatMap((ids) => [
      ...(ids === null ? [] : [{ kind: 'plan', data: { plan: { 'ana.buy': ids } } } as const]),
      oneQuarter,
    ]);
    play(log(rounds), {}, { onQuarter });
    return billed;
  };
  const price = usualParameters['price.analysis'] * analysisPoints.churnCauses;
  expect(analysesBilled([['churnCauses'], ['churnCauses'], null, ['churnCauses'], []])).toEqual([price, price, 0, price, 0]);
});
