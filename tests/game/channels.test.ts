/** Channels in a run: what the learner is told of them, what was so, and how the two differ. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { channelsAgainstTruth } from '../../src/game/cards/channelCards.ts';
import { bestContactRates } from '../../src/game/cards/contactRate.ts';
import { cardsQuarter, offeredNow } from '../../src/game/cards/met.ts';
import type { CardsRun } from '../../src/game/cards/run.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { oneQuarter } from './plays.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

const setting = { customers: 3000, world: 0, populationSeed: 4, luckSeed: 9 };
const { scenario: bank } = vorasBank();
const { scenario: shop } = tiemNang();

interface Closed {
  reports: readonly QuarterReport[];
  run: CardsRun;
  rates: ReturnType<typeof bestContactRates>;
}

/** A run that lays down a plan in its first quarter and goes on with it. */
function closed(of: Scenario, plan: Partial<QuarterPlan>, quarters = 6): Closed {
  const playing = startPlaying({ ...of, quarters }, setting);
  const { world } = playing;
  const reports: QuarterReport[] = [];
  const played: CardsRun['quarters'][number][] = [];
  const opening = world.played[0]!.firm;
  const offered = offeredNow(world);
  const entries = [{ kind: 'plan' as const, data: { plan } }, ...Array.from({ length: quarters }, () => oneQuarter)];
  entries.forEach((entry, seq) =>
    applyEntry(
      playing,
      { ...entry, seq, firm: of.firms[0].id },
      {
        onQuarter: (quarter) => {
          reports.push(quarterReport(world, quarter, null));
          played.push(cardsQuarter(world, quarter));
        },
      },
    ),
  );
  const run: CardsRun = {
    scenario: world.scenario,
    people: world.market.people * world.market.represents,
    opening,
    offered,
    quarters: played,
    known: reports.map(({ known }) => known),
    truth: reports.map(({ truth }) => truth),
  };
  return { reports, run, rates: bestContactRates(world, 0) };
}

const usual = closed(bank, {});
const synced = closed(bank, { 'dat.store': 'mart', 'chn.sync': ['branch', 'phone', 'web'] });
const owned = closed(bank, { 'svc.log': 'yes' });

describe('What the learner is told of the channels', () => {
  test('is their margin, which adds up to that of the books', () => {
    for (const { known } of usual.reports) {
      const { lines } = known.channels!;
      expect(lines.map(({ channel }) => channel)).toEqual(['branch', 'fieldSales', 'phone', 'web', 'social', 'email', 'agents']);
      const margin = lines.reduce((sum, line) => sum + line.margin, 0);
      const { revenue, directCost, serviceCost, commission = 0 } = known.money;
      expect(margin / (revenue - directCost - serviceCost - commission)).toBeCloseTo(1, 6);
    }
  });

  test('is counted over the contacts that were written down, an estimate with its interval that seldom misses the truth', () => {
    let inside = 0;
    let all = 0;
    for (const { known, truth } of usual.reports) {
      for (const figure of ['contextLoss', 'toldAgain', 'rightFull', 'rightPartial'] as const) {
        const { value, low, high, n, method, frame } = known.channels![figure];
        // Before any roll-out nobody has a full view.
        if (value === null) continue;
        expect([method, frame]).toEqual(['logs', 'loggedContacts']);
        expect(n).toBeGreaterThan(0);
        all += 1;
        if (low! <= truth.channels![figure]! && truth.channels![figure]! <= high!) inside += 1;
      }
    }
    expect(inside / all).toBeGreaterThan(0.6);
  });

  test('leaves out what nobody wrote down, unless the log has an owner who finds it', () => {
    expect(usual.reports.at(-1)!.known.channels!.unlogged).toMatchObject({ value: null, why: 'noLogOwner' });
    expect(usual.reports.at(-1)!.truth.channels!.unlogged).toBeCloseTo(0.4, 1);
    const found = owned.reports.at(-1)!.known.channels!.unlogged;
    expect(found.value).toBeCloseTo(owned.reports.at(-1)!.truth.channels!.unlogged!, 12);
    expect(found.value).toBeLessThan(0.1);
  });

  test('is nothing before the first quarter', () => {
    const { world } = startPlaying(bank, setting);
    expect(world.quarter).toBe(0);
    expect(usual.reports[0]!.known.channels).not.toBeNull();
  });
});

describe('Channels that share context', () => {
  test('lose less of it from the quarter on in which they work, and customers tell less again', () => {
    const lost = ({ reports }: Closed, q: number): number => reports[q]!.truth.channels!.contextLoss!;
    expect(lost(synced, 0)).toBe(lost(usual, 0));
    expect(lost(synced, 5)).toBeLessThan(0.6 * lost(usual, 5));
    const again = ({ reports }: Closed): number => reports.at(-1)!.truth.channels!.toldAgain!;
    expect(again(synced)).toBeLessThan(again(usual) - 0.05);
    expect(synced.reports.at(-1)!.known.channels!.contextLoss.value!).toBeLessThan(
      usual.reports.at(-1)!.known.channels!.contextLoss.value!,
    );
  });

  test('get more right the first time', () => {
    const right = ({ reports }: Closed): number => {
      const { rightFull, rightPartial } = reports.at(-1)!.truth.channels!;
      return rightFull! - rightPartial!;
    };
    expect(usual.reports.at(-1)!.truth.channels!.rightFull).toBeNull();
    expect(right(synced)).toBeGreaterThan(0.02);
  });
});

describe('The own list of a shop', () => {
  const quarter = shop.events.find(({ kind }) => kind === 'platformChange')!.quarter;
  const run = (plan: Partial<QuarterPlan>): Closed => closed(shop, plan, quarter);
  const [without, withList] = [run({}), run({ 'onl.own': 'benefit', 'onl.spend': 80 })];

  test('makes more buyers known by name, and loses less when the platform closes', () => {
    const last = ({ reports }: Closed) => reports.at(-1)!.truth.kpi;
    expect(last(withList).coverage).toBeGreaterThan(last(without).coverage);
    const fall = ({ reports }: Closed): number => reports.at(-2)!.truth.kpi.linkage - reports.at(-1)!.truth.kpi.linkage;
    expect(fall(withList)).toBeLessThan(fall(without));
  });
});

describe('Channels at the debrief', () => {
  test('stand beside the truth of the first and the last quarter, with what sharing saved', () => {
    const cards = channelsAgainstTruth(synced.run)!;
    expect(cards.synced).toEqual(['branch', 'phone', 'web']);
    expect(cards.from.truth).toEqual(synced.reports[0]!.truth.channels);
    expect(cards.to.known).toEqual(synced.reports.at(-1)!.known.channels);
    expect(cards.saved).toBeGreaterThan(0);
    expect(channelsAgainstTruth(usual.run)!.saved).toBe(0);
  });

  test('name by segment the contact rate at which relations gain most: neither none nor all that can be made', () => {
    const rates = Object.values(usual.rates);
    expect(rates).toHaveLength(bank.market.segments.length);
    for (const rate of rates) expect(rate).toBeGreaterThan(0);
    expect(rates.some((rate) => rate! < 6)).toBe(true);
    expect(channelsAgainstTruth(usual.run)!.rates.map(({ best }) => best)).toEqual(rates);
  });

  test('are left out of runs whose reports know none', () => {
    const old = usual.run.known.map(({ channels: _, ...rest }) => rest as (typeof usual.run.known)[number]);
    expect(channelsAgainstTruth({ ...usual.run, known: old })).toBeNull();
  });
});
