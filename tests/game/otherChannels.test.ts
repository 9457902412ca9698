/** Channels that others run, in whole runs of both firms: bills, records, what the learner is told and what was so. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { othersOver } from '../../src/game/cards/channelCards.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { randomPlayer } from '../../src/game/randomPlayer.ts';
import { applyEntry, startPlaying, type Playing } from '../../src/game/replay.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { channelIds, ownChannelIds } from '../../src/sim/market.ts';
import { columnNames } from '../../src/sim/truth/columns.ts';
import { oneQuarter } from './plays.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

const setting = { customers: 4000, world: 0, populationSeed: 4, luckSeed: 9 };
const { scenario: bank } = vorasBank();
const { scenario: shop } = tiemNang();
const MARKETPLACE = channelIds.indexOf('marketplace');

interface Run {
  playing: Playing;
  reports: readonly QuarterReport[];
}

/** A run that lays down a plan in its first quarter and goes on with it. */
function run(of: Scenario, plan: Partial<QuarterPlan>, quarters = 5, customers = setting.customers): Run {
  const playing = startPlaying({ ...of, quarters }, { ...setting, customers });
  const reports: QuarterReport[] = [];
  const entries = [{ kind: 'plan' as const, data: { plan } }, ...Array.from({ length: quarters }, () => oneQuarter)];
  entries.forEach((entry, seq) =>
    applyEntry(
      playing,
      { ...entry, seq, firm: of.firms[0].id },
      { onQuarter: (quarter) => reports.push(quarterReport(playing.world, quarter, null)) },
    ),
  );
  return { playing, reports };
}

/** A market in which those who prefer a channel of others prefer another one. */
const without = (of: Scenario): Scenario => ({
  ...of,
  market: {
    ...of.market,
    segments: of.market.segments.map((segment) => {
      const { marketplace = 0, agents = 0, social = 0, fieldSales = 0, ...rest } = segment.channels;
      return { ...segment, channels: { ...rest, fieldSales: fieldSales + agents, social: social + marketplace } };
    }),
  },
});

const usual = run(shop, {});
const list: Partial<QuarterPlan> = { 'onl.own': 'benefit', 'onl.spend': 80 };
const listed = run(shop, list);
const alone: Partial<QuarterPlan> = { 'chn.sell': ownChannelIds, 'chn.serve': ownChannelIds };
const left = run(shop, alone);
const agents = run(bank, {});
const undercut = run(bank, { 'chn.band': 'b12' });
const shared = run(bank, { 'biz.partner': 'share', 'dat.consent': 'byPurpose' });

type Line = NonNullable<QuarterReport['known']['channels']>['lines'][number];
const lineOf = ({ known }: QuarterReport, channel: Line['channel']): Line =>
  known.channels!.lines.find((line) => line.channel === channel)!;

/** Simulated people who prefer the marketplace and are on file. */
const namedOnPlatform = ({ playing: { world } }: Run): number => {
  const { columns, people } = world.market;
  const { held } = world.played[0]!.records;
  let named = 0;
  for (let i = 0; i < people; i += 1) if (columns.channel[i] === MARKETPLACE && held[i] !== 0) named += 1;
  return named;
};

describe('A market in which nobody prefers a channel of others', () => {
  test.each([without(shop), without(bank)])('plays the same bit for bit whether its plan names them or not ($id)', (of) => {
    const naming = (options: readonly QuarterPlan['chn.sell'][number][]): Run =>
      run({ ...of, startPlan: { ...of.startPlan, 'chn.sell': options, 'chn.serve': options, 'chn.sync': [] } }, {});
    const [six, eight] = [naming(ownChannelIds), naming(channelIds)];
    for (const name of columnNames) {
      expect(eight.playing.world.market.columns[name], name).toEqual(six.playing.world.market.columns[name]);
    }
    expect(eight.playing.world.played[0]!.records).toEqual(six.playing.world.played[0]!.records);
    expect(eight.reports).toEqual(six.reports);
    expect(six.reports.at(-1)!.known.money).not.toHaveProperty('commission');
    expect(six.reports.at(-1)!.truth.channels).not.toHaveProperty('others');
    for (const line of six.reports.at(-1)!.known.channels!.lines) expect(Object.keys(line)).not.toContain('commission');
  });

  test('is offered them by no lot', () => {
    const named = (of: Scenario, id: string): boolean =>
      Array.from({ length: 12 }, (_, seed) =>
        randomPlayer(of, seed)(usual.reports[0]!.known, usual.playing.world.played[0]!.plan, 12),
      ).some((entries) => JSON.stringify(entries).includes(`"${id}"`));
    expect([named(shop, 'marketplace'), named(shop, 'agents')]).toEqual([true, false]);
    expect([named(without(shop), 'marketplace'), named(without(shop), 'agents')]).toEqual([false, false]);
  });
});

describe('The commission', () => {
  test('is a line of the books of its own: share times what was sold there, taken off the result', () => {
    for (const [{ reports }, channel, share] of [
      [usual, 'marketplace', usualParameters['market.commission']],
      [agents, 'agents', usualParameters['agents.commission']],
    ] as const) {
      for (const report of reports) {
        const { money } = report.known;
        const { revenue, commission } = lineOf(report, channel);
        expect(revenue).toBeGreaterThan(0);
        expect(commission).toBeCloseTo(share * revenue, 3);
        expect(money.commission).toBeCloseTo(commission!, 3);
        const costs = money.directCost + money.serviceCost + money.marketingCost + money.fixedCost + money.crmCost;
        expect(money.result).toBeCloseTo(money.revenue - costs - money.commission! + money.otherIncome, 2);
      }
    }
  });

  test('ends a quarter after the firm has left, and with it most of what those customers bought', () => {
    const [first, later] = [left.reports[0]!, left.reports[3]!];
    expect(first.known.money.commission).toBeGreaterThan(0);
    expect(later.known.money).not.toHaveProperty('commission');
    expect(lineOf(later, 'marketplace').revenue).toBeLessThan(0.75 * lineOf(usual.reports[3]!, 'marketplace').revenue);
  });

  test('makes a customer who buys there worth less: the true equity of the market without is higher', () => {
    const equity = ({ reports }: Run): number => reports[0]!.truth.equity.total;
    expect(equity(usual)).toBeLessThan(equity(run(without(shop), {}, 1)));
  });
});

describe('The platform keeps its customers to itself', () => {
  test('nobody who buys there is known by name but by the own list of the firm, or once the firm has left', () => {
    expect(namedOnPlatform(usual)).toBe(0);
    expect(namedOnPlatform(listed)).toBeGreaterThan(10);
    expect(namedOnPlatform(left)).toBeGreaterThan(10);
  });

  test('and the firm is told so: null with the reason, a count once its own list names some', () => {
    expect(lineOf(usual.reports.at(-1)!, 'marketplace').named).toMatchObject({ value: null, why: 'platformKeeps' });
    const { named } = lineOf(listed.reports.at(-1)!, 'marketplace');
    const truth = listed.reports.at(-1)!.truth.channels!.others!.find(({ channel }) => channel === 'marketplace')!;
    expect(named!.value).toBeCloseTo(1 - truth.nameless / truth.customers, 9);
    expect(named!.value).toBeGreaterThan(0);
  });

  test('and none of them joins a programme of the firm as an order number', () => {
    const members = ({ playing: { world } }: Run): { platform: number; all: number } => {
      const { member } = world.played[0]!.loyalty!;
      const named = (i: number): boolean => world.played[0]!.records.held[i] !== 0;
      const on = member.reduce((sum, is, i) => sum + (is === 1 && world.market.columns.channel[i] === MARKETPLACE && !named(i) ? 1 : 0), 0);
      return { platform: on, all: member.reduce((sum, is) => sum + is, 0) };
    };
    const programme: Partial<QuarterPlan> = { 'idc.loyal': 'points', 'idc.loyal.cost': 4 };
    expect(members(run(shop, programme)).all).toBeGreaterThan(20);
    expect(members(run(shop, programme)).platform).toBe(0);
    expect(members(run(shop, { ...programme, ...alone })).platform).toBeGreaterThan(0);
  });

  test('locked, it sells less in that quarter alone', () => {
    const locked = shop.events.find(({ kind }) => kind === 'platformChange')!.quarter;
    const plays = (events: Scenario['events']): number[] =>
      run({ ...shop, events }, {}, locked + 1).reports.map((report) => lineOf(report, 'marketplace').revenue);
    const [open, shut] = [plays(shop.events.filter(({ kind }) => kind !== 'platformChange')), plays(shop.events)];
    expect(shut.slice(0, locked - 1)).toEqual(open.slice(0, locked - 1));
    expect(shut[locked - 1]!).toBeLessThan(0.8 * open[locked - 1]!);
  });
});

test('on the platform a dearer firm loses more of its sales than elsewhere', () => {
  const dear = run(shop, { 'biz.price': 10 });
  const sales = (of: Run, channel: Line['channel']): number => of.reports.reduce((sum, report) => sum + lineOf(report, channel).revenue, 0);
  const kept = (channel: Line['channel']): number => sales(dear, channel) / sales(usual, channel);
  expect(kept('marketplace')).toBeLessThan(kept('web') - 0.05);
});

describe('Agents', () => {
  test('undercut by the web sell less of the firm, quarter by quarter, and cool to it', () => {
    const sold = ({ reports }: Run): number => lineOf(reports.at(-1)!, 'agents').revenue;
    expect(sold(undercut)).toBeLessThan(0.8 * sold(agents));
    const goodwill = ({ playing }: Run): number => playing.world.played[0]!.firm.conflict.goodwill['katara']!;
    expect(goodwill(undercut)).toBeLessThan(goodwill(agents) - 10);
  });

  test('tell what they know of their customers where data are shared, and else the firm cannot count them', () => {
    expect(lineOf(agents.reports.at(-1)!, 'agents').named).toMatchObject({ value: null, why: 'agentsKeep' });
    expect(lineOf(shared.reports.at(-1)!, 'agents').named!.value).toBeGreaterThan(0.5);
    // Enough people that a few dozen who deal with agents come into the market for the first time.
    const nameless = (plan: Partial<QuarterPlan>): number => {
      const { others } = run(bank, plan, 5, 12_000).reports.at(-1)!.truth.channels!;
      const { nameless: none, customers } = others!.find(({ channel }) => channel === 'agents')!;
      return none / customers;
    };
    expect(nameless({ 'biz.partner': 'share', 'dat.consent': 'byPurpose' })).toBeLessThan(0.6 * nameless({}));
  });
});

test('the debrief adds up what was paid over the run and what stayed nameless', () => {
  const known = usual.reports.map((report) => report.known.channels!);
  const truth = usual.reports.map((report) => report.truth.channels!);
  const [row, ...none] = othersOver(known, truth);
  expect(none).toEqual([]);
  expect(row!.channel).toBe('marketplace');
  expect(row!.commission).toBeCloseTo(
    usual.reports.reduce((sum, { known: { money } }) => sum + money.commission!, 0),
    2,
  );
  expect([row!.nameless, row!.nameless > 0]).toEqual([row!.customers, true]);
});
