import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReviewFrameId, ReviewMomentId } from '../../src/company/review/reviewOptions.ts';
import type { ReviewFigure } from '../../src/company/review/reviewState.ts';
import { jackknife } from '../../src/game/known/jackknife.ts';
import { t80 } from '../../src/game/known/intervals.ts';
import { valueFigures, valueMap, type CompanyMeans } from '../../src/game/known/valueMap.ts';
import { advance, type PlayedQuarter } from '../../src/game/playQuarter.ts';
import type { Asking, ReviewMethod } from '../../src/game/review/asking.ts';
import { equityMethod } from '../../src/game/review/equity.ts';
import { loyaltyMatrixMethod } from '../../src/game/review/loyaltyMatrix.ts';
import { valueMapMethod } from '../../src/game/review/valueMap.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { recordsOf, type World } from '../../src/game/world.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { Digest, digestMarket } from '../../src/sim/truth/digest.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

interface Played {
  world: World;
  last: PlayedQuarter;
}
function play(scenario: Scenario, customers: number, quarters = 6): Played {
  const world = createWorld(scenario, 0, { population: 5, luck: 5 }, customers);
  let last: PlayedQuarter | null = null;
  for (let quarter = 1; quarter <= quarters; quarter += 1) last = advance(world, new Map());
  return { world, last: last! };
}

interface Way {
  n?: number;
  frame?: ReviewFrameId;
  moment?: ReviewMomentId;
  luck?: number;
}
function asking({ world, last }: Played, { n = 100, frame = 'everyone', moment = 'ordinary', luck = 5 }: Way = {}): Asking {
  const market = { ...world.market, luckSeed: luck };
  return { world: { ...world, market }, company: world.played[0]!, played: last.market, offers: last.offers, frame, n, moment };
}
const of = (figures: readonly ReviewFigure[], id: string): ReviewFigure => figures.find((figure) => figure.id === id)!;
const width = ({ low, high }: ReviewFigure): number => high! - low!;
const holds = ({ low, high, truth }: ReviewFigure): boolean => low! <= truth! && truth! <= high!;

const lucks = Array.from({ length: 200 }, (_, luck) => luck + 1);
/** Share of lucks in which the interval of each figure holds the truth. */
function held(method: ReviewMethod, played: Played, way: Way, ids: readonly string[], asked = lucks): Record<string, number> {
  const counts = Object.fromEntries(ids.map((id) => [id, 0]));
  for (const luck of asked) {
    const figures = method(asking(played, { ...way, luck }));
    for (const id of ids) if (holds(of(figures, id))) counts[id]! += 1 / asked.length;
  }
  return counts;
}

let bank: Played;
let shop: Played;
beforeAll(() => {
  bank = play(vorasBank().scenario, 800);
  shop = play(tiemNang().scenario, 800);
});

const methods: readonly [ReviewMethod, readonly string[]][] = [
  [equityMethod, ['driver.value', 'driver.relationship']],
  [valueMapMethod, ['weight.price', 'own.quality', 'own.attention', 'line']],
  [loyaltyMatrixMethod, ['true', 'none']],
];

describe.each([
  ['voras-bank', (): Played => bank],
  ['tiem-nang', (): Played => shop],
])('Asking everyone at %s', (_, played) => {
  it.each(methods)('holds the truth in about 80 of 100 lucks: %o', (method, ids) => {
    for (const [id, share] of Object.entries(held(method, played(), {}, ids))) {
      expect(share, id).toBeGreaterThan(0.7);
      expect(share, id).toBeLessThan(0.92);
    }
  });

  it('gives intervals about half as wide for four times as many people', () => {
    for (const [method, ids] of methods) {
      const widthsAt = (n: number): number[] =>
        ids.map((id) => lucks.slice(0, 6).reduce((sum, luck) => sum + width(of(method(asking(played(), { n, luck })), id)), 0));
      const [few, many] = [widthsAt(100), widthsAt(400)];
      ids.forEach((id, place) => {
        expect(many[place]! / few[place]!, id).toBeGreaterThan(0.38);
        expect(many[place]! / few[place]!, id).toBeLessThan(0.7);
      });
    }
  });

  it('is judged by its own width: no better sample is to be had at the price', () => {
    for (const [method, ids] of methods) {
      const figures = method(asking(played()));
      for (const id of ids) expect(of(figures, id).fair).toBeCloseTo(width(of(figures, id)), 12);
    }
  });

  it('gives the same figures twice, and leaves the market as it is', () => {
    const digest = (): string => {
      const read = new Digest();
      digestMarket(read, played().world.market, recordsOf(played().world));
      return read.toString();
    };
    const before = digest();
    for (const [method] of methods) expect(method(asking(played()))).toEqual(method(asking(played())));
    expect(digest()).toBe(before);
  });
});

describe('Who is asked', () => {
  it('tells in the figures: buyers of late do not feel as all customers do, and after a gift hardly anybody says what he feels', () => {
    const shares = (way: Way): number => held(loyaltyMatrixMethod, shop, { n: 400, ...way }, ['latent'], lucks.slice(0, 40))['latent']!;
    expect(shares({ frame: 'everyone' })).toBeGreaterThan(0.7);
    expect(shares({ frame: 'buyers' })).toBeLessThan(0.5);
    expect(shares({ frame: 'buyers', moment: 'afterGift' })).toBeLessThan(0.2);
  });

  it('is judged by what the same money buys of everyone: fewer people, and a wider interval', () => {
    for (const id of ['own.quality', 'weight.price']) {
      const figure = of(valueMapMethod(asking(shop, { n: 400, frame: 'buyers' })), id);
      expect(figure.fair!).toBeGreaterThan(width(figure));
    }
  });

  it('rates the firm better after a gift, and never its rivals', () => {
    const rival = shop.world.rivals[0]!.spec.id;
    const [plain, gift] = (['ordinary', 'afterGift'] as const).map((moment) => valueMapMethod(asking(shop, { n: 400, moment })));
    expect(of(gift!, 'own.quality').value!).toBeGreaterThan(of(plain!, 'own.quality').value! + 1);
    expect(of(gift!, `${rival}.quality`)).toEqual(of(plain!, `${rival}.quality`));
    expect(of(gift!, 'own.quality').truth).toBe(of(plain!, 'own.quality').truth);
  });

  it('can be nobody: then nothing is known, and it is said why', () => {
    const nobody = asking(shop, { frame: 'known' });
    const company = { ...nobody.company, records: { ...nobody.company.records, held: new Uint8Array(nobody.company.records.held.length) } };
    for (const [method, ids] of methods) {
      const figures = method({ ...nobody, company });
      for (const id of ids) expect(of(figures, id)).toMatchObject({ value: null, low: null, high: null, n: 0, why: 'noCustomersKnown' });
    }
  });
});

describe('Customer equity', () => {
  it.each([
    ['voras-bank', (): Played => bank],
    ['tiem-nang', (): Played => shop],
  ])('is near the truth in the mean of lucks, at %s', (_, played) => {
    const some = lucks.slice(0, 40).map((luck) => of(equityMethod(asking(played(), { luck })), 'total'));
    const mean = some.reduce((sum, { value }) => sum + value!, 0) / some.length;
    expect(Math.abs(mean / some[0]!.truth! - 1)).toBeLessThan(0.12);
    expect(some.filter(holds).length).toBeGreaterThan(0.6 * some.length);
  });
});

describe('The drivers of equity', () => {
  it('are put in the right order more often, the more people are asked', () => {
    const right = (n: number): number =>
      lucks.filter((luck) => {
        const figures = equityMethod(asking(bank, { n, luck }));
        const drivers = ['driver.value', 'driver.relationship'].map((id) => of(figures, id));
        return drivers[0]!.value! > drivers[1]!.value! === drivers[0]!.truth! > drivers[1]!.truth!;
      }).length;
    const [few, many] = [right(30), right(400)];
    expect(many).toBeGreaterThan(few);
    expect(many / lucks.length).toBeGreaterThan(0.8);
  });
});

describe('The loyalty matrix', () => {
  it('shows nobody spuriously loyal where it costs nothing to go', () => {
    const { switchingCost } = bank.world.market.columns;
    const columns = { ...bank.world.market.columns, switchingCost: new Uint8Array(switchingCost.length) };
    const asked = asking(bank, { n: 400 });
    const figures = loyaltyMatrixMethod({ ...asked, world: { ...asked.world, market: { ...asked.world.market, columns } } });
    expect(of(figures, 'spurious')).toMatchObject({ value: 0, low: 0, truth: 0 });
  });

  it('has shares that sum to 1', () => {
    const figures = loyaltyMatrixMethod(asking(shop));
    expect(figures.reduce((sum, { value }) => sum + value!, 0)).toBeCloseTo(1, 10);
    expect(figures.reduce((sum, { truth }) => sum + truth!, 0)).toBeCloseTo(1, 10);
  });
});

describe('Intervals of figures made of means', () => {
  const answers = fc.array(fc.tuple(fc.double({ min: 1, max: 9, noNaN: true }), fc.double({ min: 1, max: 9, noNaN: true })), {
    minLength: 3,
    maxLength: 30,
  });

  it("are those of a mean by Student's t, and of a ratio by leaving out one at a time (Cochran 1977, 6.17)", () => {
    fc.assert(
      fc.property(answers, (people) => {
        const n = people.length;
        const mean = (of: (pair: readonly number[]) => number): number => people.reduce((sum, pair) => sum + of(pair), 0) / n;
        const [x, y] = [mean((pair) => pair[0]!), mean((pair) => pair[1]!)];
        const [ofMean, ofRatio] = jackknife([people], ([means]) => [means![0]!, means![1]! / means![0]!]);
        const deviation = Math.sqrt((n / (n - 1)) * mean((pair) => (pair[0]! - x) ** 2));
        const without = people.map((pair) => (n * y - pair[1]!) / (n * x - pair[0]!));
        const middle = without.reduce((sum, ratio) => sum + ratio, 0) / n;
        const spread = without.reduce((sum, ratio) => sum + (ratio - middle) ** 2, 0);
        expect((ofMean!.high - ofMean!.low) / 2).toBeCloseTo((t80(n) * deviation) / Math.sqrt(n), 8);
        expect((ofRatio!.high - ofRatio!.low) / 2).toBeCloseTo(t80(n) * Math.sqrt(((n - 1) / n) * spread), 8);
      }),
    );
  });
});

describe('The value map', () => {
  const company = (quality: number, price: number): CompanyMeans => ({
    weights: [20, 20, 20, 20, 20],
    ratings: [50, quality, quality, quality, quality],
    price,
    slope: 100,
  });
  const shares = [0.5, 0.5];

  it('puts companies that are alike on the line, and the market in the middle', () => {
    const { quality, price, value } = valueFigures([company(60, 1), company(60, 1)], shares);
    expect([...quality, ...price]).toEqual([1, 1, 1, 1]);
    expect(value).toEqual([0, 0]);
  });

  it('calls better value what is better at the same price and what is cheaper for the same', () => {
    const better = valueFigures([company(70, 1), company(60, 1)], shares);
    const cheaper = valueFigures([company(60, 0.9), company(60, 1)], shares);
    for (const { value } of [better, cheaper]) expect(value[0]!).toBeGreaterThan(0);
    for (const { value } of [better, cheaper]) expect(value[1]!).toBeLessThan(0);
  });

  it('has a line on which utility is everywhere the same: what is lost by the price is won by quality', () => {
    const { line } = valueFigures([company(60, 1), company(60, 1)], shares);
    // A tenth dearer: price is rated 10 points lower at a weight of 20, so quality of weight 80 must be rated 2.5 of 60 higher.
    expect(line * 0.1).toBeCloseTo(2.5 / 60, 10);
  });

  it('shows every company of a review, with the value as the distance to the line', () => {
    const map = valueMap(valueMapMethod(asking(shop)))!;
    expect(map.points.map(({ company: id }) => id).sort((a, b) => (a < b ? -1 : 1))).toEqual(
      [...shop.world.market.companyIds].sort((a, b) => (a < b ? -1 : 1)),
    );
    for (const { quality, price, value } of map.points) {
      expect(100 * (map.fairPrice(quality.value) - price.value)).toBeCloseTo(value.value, 8);
    }
  });

  it('is none where nobody could be asked', () => {
    expect(valueMap([])).toBeNull();
  });
});
