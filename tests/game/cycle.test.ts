import { beforeAll, describe, expect, it } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { badFiles, goodFiles } from '../../src/cli/models/lift.ts';
import { filesOf } from '../../src/cli/models/files.ts';
import { isKeptAside } from '../../src/game/cycle/begin.ts';
import { cycleTruth } from '../../src/game/cycle/truth.ts';
import type { CycleQuarter } from '../../src/game/cycle/state.ts';
import { isOwn } from '../../src/game/gatherEvidence.ts';
import { isHeldOut } from '../../src/game/models/scores.ts';
import { cycleKnown } from '../../src/game/known/cycle.ts';
import { advance, type PlayedQuarter } from '../../src/game/playQuarter.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { copyWorld, type World } from '../../src/game/world.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { fieldIds } from '../../src/sim/records/recordActions.ts';
import { Digest, digestMarket } from '../../src/sim/truth/digest.ts';
import { at, total } from '../../src/sim/truth/tallies.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

type Patch = Partial<QuarterPlan>;
const bank = vorasBank().scenario;
const shop = tiemNang().scenario;
const QUARTERS = 8;

interface Played {
  world: World;
  last: PlayedQuarter;
  cycles: CycleQuarter[];
  capacity: number;
}

/** Plays a plan on files that have a stated quality each quarter. */
function play(scenario: Scenario, patch: Patch, quality: typeof goodFiles, looks = true, customers = 4000): Played {
  const world = createWorld(scenario, 0, { population: 5, luck: 5 }, customers);
  const company = world.played[0]!;
  const cycles: CycleQuarter[] = [];
  let last!: PlayedQuarter;
  let capacity = 0;
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    const own = isOwn(world, company);
    const customersNow = Array.from({ length: world.market.people }, (_, i) => i).filter(own);
    company.records = filesOf(company.records, customersNow, fieldIds, quality, 5);
    last = advance(world, new Map([[company.spec.id, { plan: quarter === 1 ? patch : {}, moves: [] }]]), looks);
    if (company.cycle !== null) cycles.push(company.cycle);
    capacity += last.offers[company.index]!.capacity;
  }
  return { world, last, cycles, capacity };
}
const sum = (cycles: readonly CycleQuarter[], pick: (cycle: CycleQuarter) => number): number =>
  cycles.reduce((all, cycle) => all + pick(cycle), 0);
const fired = (cycle: CycleQuarter): number => cycle.triggers.reduce((all, one) => all + one.fired, 0);
const mistaken = (cycle: CycleQuarter): number => cycle.triggers.reduce((all, one) => all + one.mistaken, 0);
const marketOf = ({ world }: Played): string => {
  const digest = new Digest();
  digestMarket(
    digest,
    world.market,
    world.played.map(({ records }) => records),
  );
  return digest.toString();
};
const watched: Patch = { 'idc.cycle': ['complaint', 'welcome', 'falling'] };

let plain: Played;
let good: Played;
let bad: Played;
beforeAll(() => {
  plain = play(bank, {}, goodFiles);
  good = play(bank, watched, goodFiles);
  bad = play(bank, watched, badFiles);
}, 120_000);

describe('Events that are watched', () => {
  it('set off contacts a quarter after they were chosen, and none where none is chosen', () => {
    expect(sum(plain.cycles, fired)).toBe(0);
    expect(sum(good.cycles, fired)).toBeGreaterThan(100);
    expect(good.cycles[0]!.triggers.map(({ trigger }) => trigger)).toEqual(['complaint', 'falling', 'welcome']);
  });

  it('fire for those to whom nothing happened, and pass others over, the more the worse the files are', () => {
    const missed = (played: Played): number => sum(played.cycles, ({ triggers }) => triggers.reduce((all, one) => all + one.missed, 0));
    expect(sum(bad.cycles, mistaken) / sum(bad.cycles, fired)).toBeGreaterThan(sum(good.cycles, mistaken) / sum(good.cycles, fired));
    expect(missed(bad)).toBeGreaterThan(missed(good));
  });

  it('keep more customers on good files than on bad ones', () => {
    const kept = (played: Played): number => sum(played.cycles, ({ triggers }) => triggers.reduce((all, one) => all + one.kept, 0));
    expect(kept(good)).toBeGreaterThan(1.3 * kept(bad));
    expect(kept(bad)).toBeGreaterThan(0);
  });

  it('take time from the service desk and money from the contribution, never more than their share of the hours', () => {
    expect(good.capacity).toBeLessThan(plain.capacity);
    expect(good.capacity).toBeGreaterThan((1 - usualParameters['cycle.share']) * plain.capacity);
    const all = play(bank, { 'idc.cycle': ['anniversary', 'falling'], 'idc.cycle.winBack': 'all' }, goodFiles);
    expect(all.capacity).toBeGreaterThan((1 - usualParameters['cycle.share']) * plain.capacity);
    expect(sum(all.cycles, ({ undone }) => undone)).toBeGreaterThan(0);
    expect(sum(all.cycles, ({ cost }) => cost)).toBeGreaterThan(0);
  });

  it('leave a tenth alone, to compare', () => {
    const heldOut = sum(good.cycles, (cycle) => cycle.heldOut);
    expect(heldOut / (heldOut + sum(good.cycles, fired))).toBeGreaterThan(0.05);
    expect(heldOut / (heldOut + sum(good.cycles, fired))).toBeLessThan(0.2);
  });

  it('are contacted less where running work is cut to what can be paid', () => {
    const busy: Patch = { 'idc.cycle': ['anniversary'] };
    const broke = play(bank, { ...busy, 'biz.spend': 20, 'imp.train': 10, 'dat.clean': 10 }, goodFiles, false);
    const { funded } = broke.world.played[0]!.firm;
    expect(funded).toBeLessThan(0.7);
    const now = fired(broke.cycles.at(-1)!);
    const rich = fired(play(bank, busy, goodFiles, false).cycles.at(-1)!);
    expect(now).toBeGreaterThan(0);
    expect(now).toBeLessThan(0.9 * rich);
    expect(now).toBeLessThanOrEqual(
      usualParameters['cycle.share'] * funded * broke.last.offers[broke.world.played[0]!.index]!.capacity * 1.06,
    );
  });

  it('leave others alone than the lists of a model do, so that a difference to them is that of the contacts', () => {
    const { world } = plain;
    const company = world.played[0]!;
    const [aside, unlisted] = [isKeptAside(world, company, usualParameters), isHeldOut(world, company)];
    const people = Array.from({ length: world.market.people }, (_, i) => i);
    const share = (of: (i: number) => boolean): number => people.filter(of).length / people.length;
    expect(share(aside)).toBeCloseTo(usualParameters['cycle.holdout'], 1);
    expect(share((i) => aside(i) && unlisted(i))).toBeLessThan(2 * share(aside) * share(unlisted));
  });

  it('need the model that they go by', () => {
    const without = play(bank, { 'idc.cycle': ['risk'] }, goodFiles);
    const withModel = play(bank, { 'idc.cycle': ['risk'], 'dat.store': 'mart', 'dat.model': ['churn'] }, goodFiles);
    expect(sum(without.cycles, fired)).toBe(0);
    expect(sum(withModel.cycles, fired)).toBeGreaterThan(50);
  });

  it('change nothing by being looked at: the market is the same bit for bit', () => {
    expect(marketOf(play(bank, {}, goodFiles, false))).toBe(marketOf(plain));
    expect(marketOf(play(bank, watched, goodFiles, false))).toBe(marketOf(good));
  });

  it('are remembered in a copy of the world, which plays on by itself', () => {
    const copy = copyWorld(good.world);
    const before = copy.played[0]!.cycleMemory!.contactedIn.slice();
    advance(copy, new Map());
    expect(copy.played[0]!.cycleMemory!.contactedIn).not.toEqual(before);
    expect(good.world.played[0]!.cycleMemory!.contactedIn).toEqual(before);
  });
});

describe('Asking back those who left', () => {
  it('wins some back, the more the more are asked, and pays for each', () => {
    const [mvc, all] = (['mvc', 'all'] as const).map((winBack) => play(bank, { 'idc.cycle.winBack': winBack }, goodFiles));
    const returned = ({ cycles }: Played): number =>
      sum(cycles, (cycle) => cycle.returned.price + cycle.returned.fault + cycle.returned.other);
    expect(returned(mvc!)).toBeGreaterThan(0);
    expect(returned(all!)).toBeGreaterThan(returned(mvc!));
    expect(sum(all!.cycles, ({ tried }) => tried)).toBeGreaterThan(2 * sum(mvc!.cycles, ({ tried }) => tried));
    expect(sum(all!.cycles, ({ winBackCost }) => winBackCost)).toBeGreaterThan(sum(mvc!.cycles, ({ winBackCost }) => winBackCost));
  });

  it('books whoever came back as won: customers are those of before and those won, less those lost', () => {
    const { world, last } = play(bank, { 'idc.cycle.winBack': 'all' }, goodFiles);
    const k = world.played[0]!.index;
    const segments = bank.market.segments.length;
    const live = Array.from(world.market.columns.active).filter((bits) => (bits & (1 << k)) !== 0).length;
    expect(total(last.market.tallies, segments, k, at.customers)).toBe(live);
  });
});

describe('What is known of the cycle', () => {
  it('counts leaving by stage under contract, and only silence where nobody gives notice', () => {
    const inBank = cycleKnown(good.cycles.at(-1)!, true, 1, QUARTERS)!;
    const inShop = cycleKnown(play(shop, watched, goodFiles, true, 2000).cycles.at(-1)!, false, 1, QUARTERS)!;
    expect(inBank.stages[1]!.left).toMatchObject({ frame: 'customersOnFile', method: 'books' });
    expect(inShop.stages[1]!.left).toMatchObject({ value: null, why: 'noNotice' });
    expect(inShop.stages[1]!.quiet.value).toBeGreaterThan(0);
  });

  it('gives no cost of a customer kept as long as those left alone do not differ', () => {
    const cycle = good.cycles.at(-1)!;
    const same = cycleKnown({ ...cycle, contacted: { n: 1000, gone: 30 }, control: { n: 100, gone: 3 } }, true, 1, QUARTERS)!;
    expect(same.costPerKept).toMatchObject({ value: null, why: 'noDifference' });
    const worse = cycleKnown(
      { ...cycle, spent: 5000, contacted: { n: 1000, gone: 20 }, control: { n: 1000, gone: 120 } },
      true,
      1,
      QUARTERS,
    )!;
    expect(worse.costPerKept.value).toBeCloseTo(50, 6);
    expect(worse.costPerKept.low!).toBeLessThan(50);
    expect(worse.costPerKept.high!).toBeGreaterThan(50);
  });

  it('shows a stage that leaks more than steady custom, also in truth', () => {
    const truth = plain.cycles.map((cycle) => cycleTruth(cycle, 1)!.stages!);
    const leak = (stage: number): number => {
      const [left, customers] = truth.reduce(([l, n], stages) => [l + stages[stage]!.left, n + stages[stage]!.customers], [0, 0]);
      return left / Math.max(1, customers);
    };
    expect(truth.at(-1)!.map(({ stage }) => stage)).toEqual(['onboarding', 'growth', 'weakening', 'complaint', 'silent']);
    expect(leak(3)).toBeGreaterThan(leak(1));
  });
});
