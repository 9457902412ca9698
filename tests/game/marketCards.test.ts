import { beforeAll, describe, expect, test } from 'vitest';
import { usualParameters } from '../../src/company/parameters.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { approachOf } from '../../src/game/cards/contactCards.ts';
import { cardsQuarter, offeredNow, type Offered, type QuarterMet } from '../../src/game/cards/met.ts';
import { cardsAgainstTruth, type CardsAgainstTruth, type CardsRun } from '../../src/game/cardsAgainstTruth.ts';
import { knownOf, quarterReport } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { deepFrozen, log, oneQuarter, scenario, small } from './plays.ts';

type Patch = Partial<QuarterPlan>;

/** A run with one plan from the first quarter on. @param delivering its records and its designed treatment reach everybody from the start */
function closed(patch: Patch, quarters = 6, of: Scenario = scenario, delivering = false): CardsRun {
  const playing = startPlaying({ ...of, quarters }, { ...small, customers: 1000 });
  const company = playing.world.played[0]!;
  if (delivering) company.firm = { ...company.firm, adoption: 80, established: { data: 1, delivery: 1, adoption: 80 } };
  const [opening, offered, before] = [company.firm, offeredNow(playing.world), knownOf(playing.world, company, null)];
  const run: { known: CardsRun['known'][number][]; truth: CardsRun['truth'][number][]; quarters: CardsRun['quarters'][number][] } = {
    known: [before],
    truth: [],
    quarters: [],
  };
  const entries = log([{ kind: 'plan', data: { plan: patch } }, ...Array.from({ length: quarters }, () => oneQuarter)]);
  for (const entry of entries) {
    applyEntry(playing, entry, {
      onQuarter: (played) => {
        const { known, truth } = quarterReport(playing.world, played, null);
        run.known.push(known);
        run.truth.push(truth);
        run.quarters.push(cardsQuarter(playing.world, played));
      },
    });
  }
  const { market, scenario: world } = playing.world;
  return deepFrozen({ scenario: world, people: market.people * market.represents, opening, offered, ...run });
}

/** The comparison of a run in which what the market met is put in place of what was played. */
function meeting(run: CardsRun, met: (quarter: number, was: QuarterMet) => Partial<QuarterMet>): CardsAgainstTruth {
  return cardsAgainstTruth({
    ...run,
    quarters: run.quarters.map((each) => ({ ...each, met: { ...each.met, ...met(each.quarter, each.met) } })),
  });
}

const everywhere = (value: number): Record<string, number> => Object.fromEntries(scenario.market.segments.map(({ id }) => [id, value]));
const contacts = (parts: Partial<QuarterMet['contacts'][string]>): QuarterMet['contacts'][string] => ({
  mode: 0,
  delivered: 0,
  made: 0,
  cost: 0,
  responses: 0,
  wrong: 0,
  ...parts,
});

let base: CardsRun;
beforeAll(() => {
  base = closed({});
});

describe('contacts', () => {
  test.each([
    [0, 'mass'],
    [25, 'customised'],
    [75, 'customised'],
    [100, 'oneToOne'],
  ] as const)('grain %i is %s', (mode, approach) => {
    expect(approachOf(mode)).toBe(approach);
  });

  test('are summed by group and grain and by approach, with cost a contact, cost a purchase and wrong records a thousand', () => {
    const [first, ...others] = scenario.market.segments.map(({ id }) => id);
    const told = meeting(base, (quarter) => ({
      contacts: {
        ...Object.fromEntries(others.map((id) => [id, contacts({})])),
        [first!]:
          quarter <= 3
            ? contacts({ made: 1000, cost: 500, responses: 20 })
            : contacts({ mode: 100, delivered: 60, made: 500, cost: 500, responses: 40, wrong: 5 }),
      },
    })).contacts;
    expect(told.approaches).toEqual([
      { approach: 'mass', made: 3000, responses: 60, delivered: 0, perContact: 0.5, perResponse: 25, wrong: 0, wrongPerThousand: 0 },
      {
        approach: 'oneToOne',
        made: 1500,
        responses: 120,
        delivered: 60,
        perContact: 1,
        perResponse: 12.5,
        wrong: 15,
        wrongPerThousand: 10,
      },
    ]);
    expect(told).toMatchObject({ cheapest: 'mass', answered: 'oneToOne', both: 1, finer: 1 });
    expect(told.groups.filter(({ segment }) => segment === first).map(({ mode, made }) => [mode, made])).toEqual([
      [0, 3000],
      [100, 1500],
    ]);
  });

  test('of one way alone are compared with nothing', () => {
    expect(cardsAgainstTruth(base).contacts).toMatchObject({ cheapest: null, answered: null, both: 0 });
  });

  test('cost what the firm pays for them, and nobody pays for grain who sets none', () => {
    const { cost, made } = base.quarters[0]!.met.contacts['households']!;
    expect(cost / made).toBeCloseTo(scenario.firms[0].money!.contactCost, 9);
  });

  test('more of them than before bring more purchases, none bring none', () => {
    const brought = (run: CardsRun): number =>
      cardsAgainstTruth(run).contacts.approaches.reduce((sum, { responses }) => sum + responses, 0);
    const more = closed({ 'idc.contact': everywhere(3) });
    expect(brought(more)).toBeGreaterThan(brought(base));
    expect(brought(closed({ 'idc.contact': everywhere(0) }))).toBe(0);
  });

  test.each([
    [false, 25],
    [true, 100],
  ])(
    'one-to-one on the records of a firm that delivers it (%s) reaches grain %i; wrong records show only where it is delivered',
    (delivering, grain) => {
      const { groups } = cardsAgainstTruth(closed({ 'cus.mode': everywhere(100) }, 4, scenario, delivering)).contacts;
      const [mass, oneToOne] = [0, 100].map((mode) => groups.filter((each) => each.mode === mode));
      expect(mass!.map(({ wrong }) => wrong)).toEqual(mass!.map(() => 0));
      for (const { delivered } of oneToOne!) expect(delivered).toBeCloseTo(grain, 9);
      const wrong = oneToOne!.reduce((sum, each) => sum + each.wrong, 0);
      expect(wrong > 0).toBe(delivering);
    },
  );
});

describe('forces that press', () => {
  const without = { ...scenario, firms: [(({ pressure: _, ...firm }) => firm)(scenario.firms[0]), ...scenario.firms.slice(1)] } as Scenario;

  test('nobody is told of a force that does not press, and no price is given away', () => {
    const cards = cardsAgainstTruth(closed({}, 2, without));
    expect(cards).toMatchObject({ power: null, substitutes: null });
  });

  const [kept, strict] = [usualParameters['force.defended'], usualParameters['force.noDiscount']];
  const named: Patch = { 'biz.forces': ['buyers', 'rivalry'] };
  test.each([
    [{}, 1],
    [{ 'biz.split': 0 }, 1],
    [{ ...named, 'biz.split': 100 }, 1],
    [{ ...named, 'biz.split': 50 }, (1 + kept) / 2],
    [{ ...named, 'biz.split': 0 }, kept],
    [{ 'biz.discount': 'nobody' }, strict],
    [{ ...named, 'biz.split': 0, 'biz.discount': 'nobody' }, kept * strict],
  ] as [Patch, number][])('buyers press out of %o %f of what they could', (patch, left) => {
    const run = closed(patch);
    const most = usualParameters['force.buyers'] * 0.6;
    expect(run.quarters.map(({ met }) => met.givenAway)).toEqual(
      [0.25, 0.5, 0.75, 1, 1, 1].map((grown) => expect.closeTo(most * grown * left, 12) as number),
    );
  });

  test('margin lost is the price given away at the purchases made', () => {
    const { power } = meeting(base, () => ({ givenAway: 0.2 }));
    const revenue = base.truth.reduce((sum, { kpi }) => sum + kpi.revenue, 0);
    // A fifth off the full price is a quarter of what was paid.
    expect(power!.lost).toBeCloseTo(revenue / 4, 3);
    expect(power!.ofRevenue).toBeCloseTo(0.2, 12);
  });

  test('substitutes take customers where they press, fewer where they are named, none where they do not press', () => {
    const strong = {
      ...scenario,
      firms: [{ ...scenario.firms[0], pressure: { substitutes: 100 } }, ...scenario.firms.slice(1)],
    } as Scenario;
    const left = (patch: Patch, of: Scenario): number =>
      closed(patch, 6, of).truth.reduce((sum, { leaving }) => sum + leaving.substitute!, 0);
    expect(left({}, without)).toBe(0);
    const unnamed = left({}, strong);
    const named = left({ 'biz.forces': ['substitutes', 'rivalry'] }, strong);
    expect(unnamed).toBeGreaterThan(named);
    expect(named).toBeGreaterThan(0);
  });

  test('causes of leaving are shares of all who left', () => {
    const { substitutes } = cardsAgainstTruth(base);
    expect(substitutes!.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(substitutes!.all).toBeCloseTo(
      base.truth.reduce((sum, { bySegment }) => sum + Object.values(bySegment).reduce((all, { lost }) => all + lost, 0), 0),
      6,
    );
  });
});

describe('advantages over rivals', () => {
  const own = scenario.firms[0].id;
  const rivals = scenario.firms.slice(1).map(({ id }) => id);
  /** Gains in price by quarter: of the firm and of its first rival; the others stand still. */
  const priced = (gains: readonly number[], rival: readonly number[]): CardsAgainstTruth =>
    meeting(base, (quarter) => {
      const cut = (id: string, by: number): Record<string, Offered> => ({
        [id]: { ...base.offered[id]!, price: base.offered[id]!.price - by },
      });
      return { offered: { ...base.offered, ...cut(own, gains[quarter - 1]!), ...cut(rivals[0]!, rival[quarter - 1]!) } };
    });
  const none = [0, 0, 0, 0, 0, 0];

  test.each([
    ['nobody follows', [0, 0.06, 0.06, 0.06, 0.06, 0.06], none, { since: 2, halfLife: null, takenBack: false, followed: [] }],
    [
      'a rival follows a little',
      [0, 0.06, 0.06, 0.06, 0.06, 0.06],
      [0, 0, 0, 0.06, 0.06, 0.06],
      { since: 2, halfLife: null, followed: [{ quarter: 4 }] },
    ],
    [
      'a rival cuts far deeper',
      [0.06, 0.06, 0.06, 0.06, 0.06, 0.06],
      [0, 0, 0.12, 0.12, 0.12, 0.12],
      { since: 1, seen: 6, halfLife: 2, followed: [{ quarter: 3 }] },
    ],
    ['the firm takes it back', [0, 0.06, 0.06, 0, 0, 0], none, { since: 2, halfLife: 2, takenBack: true, followed: [] }],
  ] as const)('%s', (_, gains, rival, told) => {
    expect(priced(gains, rival).advantage.edges).toMatchObject([{ edge: 'price', gained: expect.closeTo(0.06, 9) as number, ...told }]);
  });

  test('a change that nobody notices is no advantage', () => {
    expect(priced([0.01, 0.01, 0.01, 0.01, 0.01, 0.01], none).advantage.edges).toEqual([]);
  });

  test('a price cut of the run is answered by the cost leader, whose price follows', () => {
    const cut = cardsAgainstTruth(closed({ 'biz.price': -10 }, 10)).advantage.edges.find(({ edge }) => edge === 'price')!;
    expect(cut.since).toBe(1);
    expect(cut.followed.map(({ rival }) => rival)).toContain('meltemi');
  });
});

test('the value map holds price as a share of the mean of rivals, and quality and care in points over it', () => {
  const [own, ...rivals] = scenario.firms.map(({ id }) => id);
  const offered = (price: number, quality: number): Offered => ({ price, quality, convenience: 0.5, brand: 0.5, care: quality / 2 });
  const place = (own_: Offered): Record<string, Offered> => ({
    ...Object.fromEntries(rivals.map((id) => [id, offered(1, 0.5)])),
    [own!]: own_,
  });
  const { valueMap } = meeting({ ...base, offered: place(offered(1, 0.5)) }, () => ({ offered: place(offered(1.1, 0.6)) }));
  expect(valueMap.from).toEqual({ price: 0, quality: 0, care: 0 });
  expect(valueMap.to.price).toBeCloseTo(0.1, 12);
  expect(valueMap.to.quality).toBeCloseTo(10, 12);
  expect(valueMap.to.care).toBeCloseTo(5, 12);
});

test('money is told apart by what the strategy of its quarter strengthens and neglects', () => {
  const { levers } = meeting(base, (quarter) => ({
    generic: quarter <= 3 ? 'cost' : 'differentiation',
    onLever: { costToServe: 2, quality: 1, core: 1 },
  }));
  expect(levers.levers).toEqual([
    { lever: 'costToServe', effect: expect.closeTo(0.08, 12) as number, units: 12, share: 0.5 },
    { lever: 'quality', effect: expect.closeTo(0.03, 12) as number, units: 6, share: 0.25 },
    { lever: 'core', effect: 0, units: 6, share: 0.25 },
  ]);
  // Half the time cost to serve is strengthened and quality neglected, half the time the other way round.
  expect(levers.strengthened).toBeCloseTo((3 * 2 + 3 * 1) / 24, 12);
  expect(levers.neglected).toBeCloseTo((3 * 1 + 3 * 2) / 24, 12);
});

test('the money on the levers is what the firm put into its CRM budget', () => {
  const { plan, met } = base.quarters[0]!;
  const all = met.onLever.costToServe + met.onLever.quality + met.onLever.core;
  expect(all).toBeCloseTo(plan['biz.spend'], 9);
});
