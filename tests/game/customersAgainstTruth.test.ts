import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { classesAgainstTruth, trueClasses } from '../../src/game/customers/classTruth.ts';
import { needsKnown } from '../../src/game/customers/needs.ts';
import { promiseFelt } from '../../src/game/customers/promise.ts';
import { stepsTaken } from '../../src/game/customers/steps.ts';
import { tiersAfter, type TierFairness } from '../../src/game/customers/tiers.ts';
import { type CustomersView, viewOf } from '../../src/game/customers/view.ts';
import { whaleCurve, whaleOf } from '../../src/game/customers/whale.ts';
import type { PlayedQuarter } from '../../src/game/playQuarter.ts';
import { advance } from '../../src/game/playQuarter.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import { copyWorld } from '../../src/game/world.ts';
import { BLOCKS, EMPTY } from '../../src/sim/records/records.ts';
import { PER_WORD } from '../../src/sim/truth/columns.ts';
import { log, oneQuarter, scenario, small } from './plays.ts';

type Patch = Partial<QuarterPlan>;
interface Closed {
  view: CustomersView;
  tiers: TierFairness | null;
}

/** A run of one quarter a patch, and its customers as the last quarter left them. */
function closed(patches: readonly (Patch | null)[], customers = 1500): Closed {
  const playing = startPlaying(scenario, { ...small, customers });
  const entries = patches.flatMap((plan) => [...(plan === null ? [] : [{ kind: 'plan' as const, data: { plan } }]), oneQuarter]);
  let last: PlayedQuarter | null = null;
  let tiers: TierFairness | null = null;
  for (const entry of log(entries)) {
    applyEntry(playing, entry, {
      onQuarter: (played) => {
        last = played;
        tiers = tiersAfter(tiers, playing.world, playing.world.played[0]!, played);
      },
    });
  }
  return { view: viewOf(playing.world, playing.world.played[0]!, last!), tiers };
}

const forTheBest = { mvc: 60, mgc: 20, migrator: 15, bz: 5 };
const classed: Patch = { 'idc.class': 'margin', 'idc.hours': forTheBest, 'idc.benefit': 'mvc' };
const segmentIds = scenario.market.segments.map(({ id }) => id);
const all = <V>(value: V): Record<string, V> => Object.fromEntries(segmentIds.map((id) => [id, value]));
const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);

let plain: CustomersView;
let treated: Closed;
beforeAll(() => {
  plain = closed([null, null]).view;
  treated = closed([classed, null, null, { 'idc.hours': { mvc: 25, mgc: 25, migrator: 25, bz: 25 }, 'idc.benefit': 'none' }, null, null]);
});

describe('true classes', () => {
  it('are the fifth with most margin, who brings none, the fifth that could grow most, and the rest', () => {
    const margin = [50, 40, 10, 9, 8, 7, 6, 5, 0, -3];
    const growth = [99, 99, 1, 2, 30, 4, 20, 3, 50, 50];
    expect(trueClasses(margin, growth)).toEqual([0, 0, 2, 2, 1, 2, 1, 2, 3, 3]);
    expect(trueClasses([], [])).toEqual([]);
  });

  it('hang on the figures of customers, never on their order', () => {
    const people = fc.uniqueArray(fc.integer({ min: -50, max: 500 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(people, (margins) => {
        const growth = margins.map((margin) => (margin * 7919) % 1009);
        fc.pre(new Set(growth).size === growth.length);
        const backwards = trueClasses([...margins].reverse(), [...growth].reverse()).reverse();
        expect(trueClasses(margins, growth)).toEqual(backwards);
      }),
    );
  });
});

describe('classes against the truth', () => {
  it('say of a firm that classes nobody only what the truth would say', () => {
    const { rule, counts, right, astray, truth, known } = classesAgainstTruth(plain);
    expect({ rule, counts, right, astray }).toEqual({ rule: 'none', counts: null, right: 0, astray: 0 });
    expect(sum(truth.map(({ customers }) => customers))).toBe(known);
    expect(truth[3]!.margin).toBeLessThanOrEqual(0);
    expect(truth[0]!.margin / truth[0]!.customers).toBeGreaterThan(truth[2]!.margin / truth[2]!.customers);
  });

  it('count every classed customer once, and most but not all stand in their true class', () => {
    const { view } = closed([classed, null, null]);
    const { counts, classed: number, right, astray, astrayMoney, overlooked } = classesAgainstTruth(view);
    expect(sum(counts!.flat())).toBeCloseTo(number, 6);
    expect(right).toBeCloseTo(sum(counts!.map((row, place) => row[place]!)) / number, 12);
    expect(right).toBeGreaterThan(0.4);
    expect(right).toBeLessThan(1);
    expect([astray > 0, astray < 1, astrayMoney > 0, overlooked > 0]).toEqual([true, true, true, true]);
  });

  it('find no hour astray where each stands in the true class, nor where all classes get the same', () => {
    const { values, known, company } = plain;
    const truth = trueClasses(
      known.map((i) => values.margin(i)),
      known.map((i) => values.whole(i) - values.of(i)),
    );
    const classes = new Uint8Array(plain.world.market.people);
    known.forEach((i, place) => (classes[i] = truth[place]! + 1));
    const rightly = classesAgainstTruth({
      ...plain,
      company: { ...company, classes, classing: { ...company.classing, rule: 'margin', hours: forTheBest } },
    });
    expect(rightly).toMatchObject({ right: 1, astray: 0, astrayMoney: 0, overlooked: 0 });
    const alike = classesAgainstTruth({ ...plain, company: { ...company, classes: classes.map((one) => (one === 0 ? 0 : 5 - one)) } });
    expect(alike.right).toBeLessThan(1);
    expect(alike.astray).toBeCloseTo(0, 12);
  });
});

describe('the whale curve', () => {
  it('rises to its peak where the last customer pays for himself, and falls by what the others cost', () => {
    const curve = whaleCurve([-4, 10, 1, 20, -6, 5, 2, 0, 3, 4], [9, 1, 1, 1, 8, 1, 1, 1, 1, 1], 2);
    expect(curve.tenths.map(({ cumulated }) => cumulated)).toEqual([40, 60, 70, 78, 84, 88, 90, 90, 82, 70]);
    expect(curve).toMatchObject({ customers: 20, profit: 70, peak: { share: 0.7, profit: 90 } });
    expect(curve.losing.loss).toBe(20);
    expect([curve.losing.share, curve.losing.hours]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(18 / 25, 12)]);
  });

  it('adds up to the profit and the hours of all customers, and never lies above its peak', () => {
    const figures = fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(figures, (people) => {
        const margins = people.map(([margin]) => margin);
        const { tenths, profit, peak } = whaleCurve(
          margins,
          people.map(([, hours]) => hours),
          1,
        );
        expect(profit).toBe(sum(margins));
        expect(sum(tenths.map(({ hours }) => hours))).toBeCloseTo(1, 9);
        expect(Math.max(0, ...tenths.map(({ cumulated }) => cumulated))).toBeLessThanOrEqual(peak.profit);
      }),
    );
  });

  it('is drawn over all customers, the best tenth of whom bring more than their share', () => {
    const curve = whaleOf(plain);
    expect(curve.customers).toBe(plain.own.length * plain.world.market.represents);
    expect(curve.tenths[0]!.profit).toBeGreaterThan(curve.profit / 10);
    expect(curve.tenths[9]!.profit).toBeLessThan(curve.tenths[8]!.profit);
  });
});

describe('fairness between classes', () => {
  it('is told of no quarter in which all are treated alike', () => {
    expect(closed([null, null]).tiers).toBeNull();
  });

  it('is told of the last quarter in which treatment differed, also when it was ended later', () => {
    const { from, to, tiers } = treated.tiers!;
    // Decided in quarter 1 and ended in quarter 4, each a quarter before it acts.
    expect([from, to]).toEqual([2, 4]);
    expect(tiers.map(({ benefit }) => benefit)).toEqual([true, false, false, false]);
    expect(tiers[0]!.felt).toBeGreaterThan(tiers[1]!.felt);
    expect(tiers[3]!.felt).toBeLessThan(-100 * usualParameters['class.unfair']);
  });

  it('shows that who gets more is the more satisfied for it', () => {
    const gain = ({ tiers }: Closed, place: number): number => tiers!.tiers[place]!.satisfaction! - tiers!.tiers[place]!.satisfactionFrom!;
    expect(gain(treated, 0)).toBeGreaterThan(gain(treated, 3));
  });
});

describe('the four steps', () => {
  it('are not taken in person where no segment is to be treated personally', () => {
    const { aimed, personal, all: whole, identified, customers } = stepsTaken(plain);
    expect({ aimed, personal, whole }).toEqual({ aimed: 0, personal: 0, whole: 0 });
    expect(identified).toBeLessThan(customers);
  });

  it('count only who has each step done, and care is better only with the right file at hand', () => {
    const { view } = closed([{ ...classed, 'cus.mode': all(50) }, null, null, null]);
    const steps = stepsTaken(view);
    expect(steps.right + steps.wrong + steps.none).toBe(steps.aimed);
    expect(steps.all).toBeLessThanOrEqual(Math.min(steps.differentiated, steps.met, steps.personal));
    expect(steps.careWith).toBeGreaterThanOrEqual(steps.careWithout);
    const { records } = view.company;
    const forgotten = stepsTaken({
      ...view,
      company: { ...view.company, records: { ...records, held: new Uint8Array(records.held.length) } },
    });
    expect(forgotten).toMatchObject({ identified: 0, met: 0, personal: 0, all: 0, none: forgotten.aimed });
  });
});

describe('needs as the files have them', () => {
  const withAges = (age: number): CustomersView => {
    const { records } = plain.company;
    const ages = records.age.map((quarters, place) => (place % BLOCKS === 1 ? age : quarters));
    const held = records.held.map(() => 1);
    return { ...plain, company: { ...plain.company, records: { ...records, held, age: ages, wrong: new Uint8Array(held.length) } } };
  };

  it('are right where every file is, and those of the segment’s mean where no file says anything', () => {
    for (const row of needsKnown(withAges(0))) expect(row).toMatchObject({ right: 1, wrong: 0, error: 0 });
    for (const row of needsKnown(withAges(EMPTY))) {
      expect(row).toMatchObject({ right: 0, wrong: 0 });
      expect(row.error).toBeCloseTo(row.errorOfMean, 9);
      expect(row.error).toBeGreaterThan(0);
    }
  });

  it('mislead more than no file at all where they belong to somebody else', () => {
    const view = withAges(0);
    view.company.records.wrong.fill(1 << 1);
    for (const row of needsKnown(view)) {
      expect(row.wrong).toBe(1);
      expect(row.error).toBeGreaterThan(row.errorOfMean);
    }
  });
});

describe('promised, expected and delivered', () => {
  it('leave a gap that is what is delivered less what is expected and promised, and the dimensions make up what is delivered', () => {
    const felt = promiseFelt(closed([{ 'svc.promise': 'bold' }, null, null]).view);
    expect(felt.promised).toBeCloseTo(100 * usualParameters['offer.promiseBold'], 9);
    for (const { expected, delivered, gap } of [felt.whole, ...felt.segments]) {
      expect(gap).toBeCloseTo(delivered - expected - felt.promised, 9);
    }
    expect(sum(felt.dimensions.map(({ delivered }) => delivered))).toBeCloseTo(felt.whole.delivered, 9);
  });

  it('disappoint more customers the more is promised', () => {
    const [modest, market, bold] = (['modest', 'market', 'bold'] as const).map((promise) =>
      promiseFelt(closed([{ 'svc.promise': promise }]).view),
    );
    expect(modest!.short).toBeLessThan(market!.short);
    expect(market!.short).toBeLessThan(bold!.short);
  });

  it('agree with what customers of the next quarter are seen to feel', () => {
    const { view } = closed([{ 'svc.cap': 40, 'imp.train': 10 }, null, null, null, null], 4000);
    const world = copyWorld(view.world);
    const before = world.market.columns.expectation.slice();
    advance(world, new Map());
    const { columns, parameters } = world.market;
    const stayed = view.own.filter((i) => columns.supplier[i] === view.company.index);
    // Expectation goes a part of the way to what is felt, so the way it went tells what was.
    const feltBy = (i: number): number => {
      const was = before[i]! * PER_WORD - 0.5;
      return was + ((columns.expectation[i]! - before[i]!) * PER_WORD) / parameters['experience.expectationPace'];
    };
    const seen = (100 * sum(stayed.map(feltBy))) / stayed.length;
    expect(Math.abs(seen - promiseFelt(view).whole.delivered)).toBeLessThan(1);
  });
});
