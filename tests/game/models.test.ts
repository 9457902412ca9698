import { beforeAll, describe, expect, it } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { goodFiles, badFiles } from '../../src/cli/models/lift.ts';
import { filesOf } from '../../src/cli/models/files.ts';
import { modelsAfter, noModelsYet, rankErrorOf, type ModelsAgainstTruth } from '../../src/game/customers/modelTruth.ts';
import { isOwn } from '../../src/game/gatherEvidence.ts';
import { knownPeople, personFile } from '../../src/game/known/people.ts';
import { advance, type PlayedQuarter } from '../../src/game/playQuarter.ts';
import { knownOf, peopleInputOf } from '../../src/game/quarterReport.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { offersOf } from '../../src/game/offersNow.ts';
import { recordsOf, type World } from '../../src/game/world.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { LIST_GROUPS, type ListTreatment } from '../../src/sim/offer.ts';
import { fieldIds } from '../../src/sim/records/recordActions.ts';
import { Digest, digestMarket } from '../../src/sim/truth/digest.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { at, total } from '../../src/sim/truth/tallies.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

type Patch = Partial<QuarterPlan>;
const bank = vorasBank().scenario;
const shop = tiemNang().scenario;
const quarters = 8;
const tasks = ({ market }: Scenario, task: 'keep' | 'grow'): QuarterPlan['cus.task'] =>
  Object.fromEntries(market.segments.map(({ id }) => [id, task]));

interface Played {
  world: World;
  last: PlayedQuarter;
  lost: number;
  wrong: number;
  truth: ModelsAgainstTruth;
}

/** Plays a plan on files that have a stated quality each quarter; null: the files as they become. */
function play(scenario: Scenario, patch: Patch, quality: typeof goodFiles | null, customers = 4000): Played {
  const world = createWorld(scenario, 0, { population: 5, luck: 5 }, customers);
  const company = world.played[0]!;
  const played: Partial<Played> & { lost: number; wrong: number } = { lost: 0, wrong: 0 };
  let truth = noModelsYet;
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    const own = isOwn(world, company);
    const customersNow = Array.from({ length: world.market.people }, (_, i) => i).filter(own);
    if (quality !== null) company.records = filesOf(company.records, customersNow, fieldIds, quality, 5);
    const last = advance(world, new Map([[company.spec.id, { plan: quarter === 1 ? patch : {}, moves: [] }]]));
    const segments = scenario.market.segments.length;
    played.lost += total(last.market.tallies, segments, company.index, at.lost);
    played.wrong += total(last.market.tallies, segments, company.index, at.wrongPersonalisations);
    played.last = last;
    truth = modelsAfter(truth, world, company, last);
  }
  return { ...played, world, truth } as Played;
}
const withStore: Patch = { 'dat.store': 'mart', 'biz.split': 20 };

let plain: Played;
let good: Played;
let bad: Played;
beforeAll(() => {
  plain = play(bank, { ...withStore, 'cus.task': tasks(bank, 'keep') }, goodFiles);
  good = play(bank, { ...withStore, 'dat.model': ['churn'], 'cus.task': tasks(bank, 'keep') }, goodFiles);
  bad = play(bank, { ...withStore, 'dat.model': ['churn'], 'cus.task': tasks(bank, 'keep') }, badFiles);
}, 120_000);

describe('A model', () => {
  it('that is paid for without a store acts on nobody', () => {
    expect(play(shop, { 'dat.model': ['churn', 'potential', 'nextOffer', 'rfm'] }, null, 1500).last.offers[0]!.lists).toBeNull();
  });

  it.each([bank, shop])('that lists nobody leaves the market of $id as it is, bit for bit', (scenario) => {
    const digestWith = (lists: ListTreatment | null): string => {
      const world = createWorld(scenario, 0, { population: 5, luck: 5 }, 1500);
      const offers = offersOf(world).map((offer, k) => (k === 0 ? { ...offer, lists } : offer));
      for (const quarter of [1, 2]) playMarketQuarter(world.market, offers, recordsOf(world), quarter);
      const digest = new Digest();
      digestMarket(digest, world.market, recordsOf(world));
      return digest.toString();
    };
    const alike = new Float64Array(scenario.market.segments.length * LIST_GROUPS).fill(1);
    const none: ListTreatment = { of: new Uint8Array(1500), contacts: alike, keep: alike, fitted: null, fit: 0.6, save: 0.6 };
    expect(digestWith(none)).toBe(digestWith(null));
  });

  it('acts from the quarter in which the store stands, and makes fewer leave where the files are good', () => {
    expect(good.world.played[0]!.models?.models).toEqual(['churn']);
    expect(good.lost).toBeLessThan(0.985 * plain.lost);
  });

  it('calls people about what is somebody else’s where the files are bad, and keeps fewer', () => {
    expect(bad.wrong).toBeGreaterThan(3 * good.wrong);
    expect(bad.lost).toBeGreaterThan(good.lost);
  });

  it('of the next offer misses whoever’s needs are not his on file', () => {
    const offers: Patch = { ...withStore, 'dat.model': ['nextOffer'] };
    expect(play(shop, offers, badFiles, 1500).wrong).toBeGreaterThan(2 * play(shop, offers, goodFiles, 1500).wrong);
  });

  it('of potential moves contacts within a segment and makes no more of them', () => {
    const contacts = (models: QuarterPlan['dat.model']): number => {
      const { last } = play(bank, { ...withStore, 'dat.model': models, 'cus.task': tasks(bank, 'grow') }, goodFiles, 3000);
      return total(last.market.tallies, bank.market.segments.length, 0, at.firmContacts);
    };
    const alike = contacts([]);
    expect(Math.abs(contacts(['potential']) - alike) / alike).toBeLessThan(0.03);
  });
});

describe('What is known of models', () => {
  it('are the counts, what the model states, and under contract who left, with interval and n', () => {
    const known = knownOf(good.world, good.world.played[0]!, good.last).models!;
    expect(known.scored).toBeLessThanOrEqual(known.known);
    expect(known.listed).toBeLessThan(0.3 * known.scored);
    const { top, all, control } = known.churn!;
    expect(top.stated).toBeGreaterThan(1.5 * all.stated);
    expect(top.n).toBe(Math.ceil(all.n / 10));
    expect(all.left.low! <= all.left.value! && all.left.value! <= all.left.high!).toBe(true);
    expect(all.left.n).toBe(all.n);
    expect(control.n).toBeGreaterThan(0);
  });

  it('is null with the reason where nobody gives notice', () => {
    const { world, last } = play(shop, { ...withStore, 'dat.model': ['churn'], 'cus.task': tasks(shop, 'keep') }, goodFiles, 1500);
    expect(knownOf(world, world.played[0]!, last).models!.churn!.top.left).toMatchObject({ value: null, why: 'noNotice' });
  });

  it('marks who is listed on the map and in the file, and nothing without a model', () => {
    const input = peopleInputOf(good.world, good.world.played[0]!);
    const people = knownPeople(input);
    const listed = people.listed.reduce((sum, one) => sum + one, 0);
    expect(listed / people.person.length).toBeGreaterThan(0.1);
    const person = people.person[people.listed.indexOf(1)]!;
    expect(personFile(input, person)!.model).toMatchObject({ listed: true });
    const without = peopleInputOf(plain.world, plain.world.played[0]!);
    expect(personFile(without, knownPeople(without).person[0]!)!.model).toBeNull();
    expect(knownOf(plain.world, plain.world.played[0]!, plain.last).models).toBeNull();
  });
});

describe('Models against the truth', () => {
  it('say by quarter what a tenth held and what the model stated of it', () => {
    const { quarters: rows, sums } = good.truth;
    expect(rows.map(({ quarter }) => quarter)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    const mean = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
    expect(mean(({ lift }) => lift!.churn)).toBeGreaterThan(1.2);
    expect(mean(({ growthRight }) => growthRight)).toBeGreaterThan(0.3);
    expect(mean(({ rankError }) => rankError)).toBeLessThan(0.8);
    expect(sums.at(-1)!.risk / sums.at(-1)!.n).toBeGreaterThan(sums[0]!.risk / sums[0]!.n);
  });

  it('a model is as sure on bad files, where it ranks potential worse', () => {
    const mean = (truth: ModelsAgainstTruth, of: 'stated' | 'rankError'): number =>
      truth.quarters.reduce((sum, row) => sum + row[of], 0) / truth.quarters.length;
    expect(mean(bad.truth, 'stated')).toBeGreaterThan(0.85 * mean(good.truth, 'stated'));
    expect(mean(bad.truth, 'rankError')).toBeGreaterThan(mean(good.truth, 'rankError'));
  });

  it('the error of a rank is 0 where it is right and about 1 by lot', () => {
    const truth = Array.from({ length: 500 }, (_, i) => i);
    expect(rankErrorOf(truth, truth)).toBe(0);
    expect(
      rankErrorOf(
        truth.map((i) => (i * 7919) % 500),
        truth,
      ),
    ).toBeCloseTo(1, 1);
  });
});
