import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/models/files.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { seenPrice } from '../../src/game/campaigns/outcome.ts';
import { campaignsAgainstTruth } from '../../src/game/cards/campaignCard.ts';
import { isOwn } from '../../src/game/gatherEvidence.ts';
import { advance, type PlayedQuarter } from '../../src/game/playQuarter.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { offersOf } from '../../src/game/offersNow.ts';
import { recordsOf, type PlayedCompany, type World } from '../../src/game/world.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { CampaignTreatment } from '../../src/sim/offer.ts';
import { consentFor, consentState } from '../../src/sim/records/records.ts';
import { fieldIds } from '../../src/sim/records/recordActions.ts';
import { Digest, digestMarket } from '../../src/sim/truth/digest.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

type Patch = Partial<QuarterPlan>;
const bank = vorasBank().scenario;
const shop = tiemNang().scenario;
const each: readonly Scenario[] = [bank, shop];
const bundle: Patch = { 'cam.offer': 'bundle' };

const begun = (scenario: Scenario, customers = 3000, luck = 5): [World, PlayedCompany] => {
  const world = createWorld(scenario, 0, { population: 5, luck }, customers);
  return [world, world.played[0]!];
};
const play = (world: World, patch: Patch = {}): PlayedQuarter =>
  advance(world, new Map([[world.played[0]!.spec.id, { plan: patch, moves: [] }]]), false);

/** One campaign in the first quarter, on files of a stated quality; null: as they are. */
function run(scenario: Scenario, patch: Patch, quality: { depth: number; accuracy: number } | null = null, customers = 3000, luck = 5) {
  const [world, company] = begun(scenario, customers, luck);
  const people = Array.from({ length: customers }, (_, i) => i).filter(isOwn(world, company));
  if (quality !== null) company.records = filesOf(company.records, people, fieldIds, quality, 5);
  const played = play(world, patch);
  const report = quarterReport(world, played, null);
  return { world, company, played, done: company.campaignDone!, known: report.known.campaign!, truth: report.truth.campaign!, report };
}
const lift = (found: ReturnType<typeof run>): number => found.truth.lift / found.truth.without;

describe('A campaign', () => {
  it.each(each)('that addresses nobody leaves the market of $id as it is, bit for bit', (scenario) => {
    const digestWith = (campaign: CampaignTreatment | null): string => {
      const [world] = begun(scenario, 1500);
      const offers = offersOf(world).map((offer, k) => (k === 0 ? { ...offer, campaign } : offer));
      for (const quarter of [1, 2]) playMarketQuarter(world.market, offers, recordsOf(world), quarter);
      const digest = new Digest();
      digestMarket(digest, world.market, recordsOf(world));
      return digest.toString();
    };
    expect(digestWith({ offer: 'discount', of: new Uint8Array(1500), ahead: null, worn: null })).toBe(digestWith(null));
  });

  it.each(each)('of $id changes those addressed and nobody else in its quarter', (scenario) => {
    const columnsAfter = (patch: Patch) => {
      const [world, company] = begun(scenario, 2000);
      play(world, patch);
      return { columns: world.market.columns, of: company.campaign?.treatment.of };
    };
    const plain = columnsAfter({});
    const { columns, of } = columnsAfter({ 'cam.offer': 'discount', 'cam.control': 20 });
    const differs = (i: number): boolean =>
      (['satisfaction', 'relationship', 'active', 'contribution', 'supplier'] as const).some((name) => {
        const [now, before] = [columns[name], plain.columns[name]];
        if (now.length === 2000) return now[i] !== before[i];
        return Array.from({ length: now.length / 2000 }, (_, k) => k).some((k) => now[k * 2000 + i] !== before[k * 2000 + i]);
      });
    const people = Array.from({ length: 2000 }, (_, i) => i);
    expect(people.filter((i) => of![i] !== 1 && differs(i))).toEqual([]);
    expect(people.filter((i) => of![i] === 2).length).toBeGreaterThan(10);
    expect(people.filter((i) => of![i] === 1 && differs(i)).length).toBeGreaterThan(50);
  });

  it('goes to customers on file who agreed to offers, and where the law asks for it only to those who did so in earnest', () => {
    const addressed = (onlyValid: boolean): number[] => {
      const [world, company] = begun(bank);
      company.records.onlyValidConsent = onlyValid;
      const before = company.records.consent.slice();
      play(world, { 'cam.offer': 'reminder' });
      const { of } = company.campaign!.treatment;
      const to = Array.from(of, (_, i) => i).filter((i) => of[i] === 1);
      const states = new Set(to.map((i) => consentFor({ ...company.records, consent: before }, i, 1)));
      expect(states.has(consentState.none) || states.has(consentState.withdrawn)).toBe(false);
      expect(states.has(consentState.claimed)).toBe(!onlyValid);
      expect(to.every((i) => company.records.held[i] !== 0)).toBe(true);
      return to;
    };
    expect(addressed(true).length).toBeLessThan(addressed(false).length);
  });

  it('means the segments, the heavy or the light buyers that the plan names; a list that does not exist means everybody', () => {
    const of = (patch: Patch) => run(bank, { ...bundle, ...patch }).done;
    const all = of({});
    const heavy = of({ 'cam.target': 'heavy' });
    const light = of({ 'cam.target': 'light' });
    expect(heavy.run.meant).toBe(Math.ceil(all.run.onFile / 3));
    expect(heavy.addressed.revenue / heavy.addressed.n).toBeGreaterThan((2 * light.addressed.revenue) / light.addressed.n);
    expect(of({ 'cam.segments': ['small-firms'] }).addressed.n).toBeLessThan(all.addressed.n / 3);
    expect(of({ 'cam.target': 'list' })).toEqual({ ...all, run: { ...all.run, target: 'list', targeted: false } });
  });

  it.each(each)('of $id moves people by a bundle the more, the better the files; a reminder does not care', (scenario) => {
    const good = { depth: 0.95, accuracy: 0.95 };
    const bad = { depth: 0.95, accuracy: 0.2 };
    expect(lift(run(scenario, bundle, good))).toBeGreaterThan(1.3 * lift(run(scenario, bundle, bad)));
    const reminder: Patch = { 'cam.offer': 'reminder' };
    expect(lift(run(scenario, reminder, good)) / lift(run(scenario, reminder, bad))).toBeCloseTo(1, 1);
    expect(run(scenario, bundle, good).truth.optedOut).toBeLessThan(run(scenario, bundle, bad).truth.optedOut);
  });

  it('of a low price moves who cares for price', () => {
    const off = (segment: string): number => lift(run(bank, { 'cam.offer': 'discount', 'cam.segments': [segment] }));
    expect(off('young-savers')).toBeGreaterThan(1.4 * off('small-firms'));
  });

  it('moves fewer and drives out more where contacts are many already', () => {
    const at = (rate: number) => {
      const contacts = Object.fromEntries(bank.market.segments.map(({ id }) => [id, rate]));
      return run(bank, { ...bundle, 'idc.contact': contacts });
    };
    const [few, many] = [at(0), at(4)];
    expect(lift(few)).toBeGreaterThan(1.5 * lift(many));
    expect(few.known.optedOut.value!).toBeLessThan(many.known.optedOut.value!);
  });

  it('wears out: the second in a row adds less, one after a year as much as the first', () => {
    const addedAfter = (quiet: number): number => {
      const [world, company] = begun(bank);
      const plans: Patch[] = [bundle, ...Array.from({ length: quiet }, () => ({})), bundle];
      for (const plan of plans) play(world, plan);
      return company.campaignDone!.more / company.campaignDone!.without;
    };
    const first = lift(run(bank, bundle));
    expect(addedAfter(0)).toBeLessThan(0.85 * first);
    expect(addedAfter(3)).toBeGreaterThan(0.9 * first);
  });

  it('brings purchases forward: without it the next quarter would have had more', () => {
    const next = (patch: Patch): number => {
      const [world, company] = begun(bank, 6000);
      play(world, patch);
      play(world);
      return company.books!.purchases;
    };
    expect(next({ 'cam.offer': 'discount' })).toBeLessThan(
      next({}) - 0.5 * run(bank, { 'cam.offer': 'discount' }, null, 6000).truth.forward,
    );
  });

  it('runs once, in the quarter that orders it, and is paid once', () => {
    const [world, company] = begun(bank);
    const spent = (patch: Patch): number => play(world, patch).companies[0]!.costs.lines.find(({ card }) => card === 'cam.run')?.units ?? 0;
    expect([spent(bundle), company.campaignDone !== null, company.plan['cam.offer']]).toEqual([1.8, true, 'none']);
    expect([spent({}), company.campaignDone]).toEqual([0, null]);
    expect([spent(bundle), company.campaignDone !== null]).toEqual([1.8, true]);
  });

  it('that cannot be paid does not run', () => {
    const [world, company] = begun(bank);
    company.firm = { ...company.firm, released: -100 };
    const { refused } = play(world, bundle).companies[0]!;
    expect(refused.some(({ card }) => card === 'cam.run')).toBe(true);
    expect(company.campaignDone).toBeNull();
  });

  it('of a discount is a price to rivals once many see it', () => {
    const price = (patch: Patch): number => {
      const { world, played } = run(bank, patch);
      return seenPrice(world, played.offers[0]!) / played.offers[0]!.price;
    };
    expect(price({ 'cam.offer': 'discount' })).toBeCloseTo(0.85, 12);
    expect(price({ 'cam.offer': 'discount', 'cam.segments': ['small-firms'] })).toBe(1);
    expect(price(bundle)).toBe(1);
  });
});

describe('What a firm knows of its campaign', () => {
  it('is who bought with the offer, and nothing of what it added where nobody was kept out', () => {
    const { known, truth } = run(bank, { 'cam.offer': 'discount' });
    expect(known.response.value!).toBeGreaterThan(2 * (truth.lift / truth.without));
    expect(known.claim).toBeGreaterThan(truth.gain);
    for (const estimate of [known.lift, known.gain, known.usual, known.optedOutUsual]) {
      expect(estimate).toMatchObject({ value: null, low: null, high: null, n: 0, why: 'noControl' });
    }
  });

  it('is the difference to those kept out, whom no offer reached, with a narrower interval the more they are', () => {
    const widths = ([10, 20] as const).map((control) => {
      const { known, company } = run(bank, { ...bundle, 'cam.control': control }, null, 6000);
      expect(known.kept / (known.kept + known.addressed)).toBeCloseTo(control / 100, 1);
      expect(known.lift).toMatchObject({ method: 'experiment', frame: 'addressable' });
      expect(known.lift.value!).toBeCloseTo(known.bought.value! - known.usual.value!, 12);
      expect(company.campaignDone!.kept.optedOut).toBeLessThan(company.campaignDone!.addressed.optedOut);
      return known.lift.high! - known.lift.low!;
    });
    expect(widths[1]).toBeLessThan(0.85 * widths[0]!);
  });

  it('holds the truth in some 80 of 100 intervals', () => {
    const hits = Array.from({ length: 60 }, (_, seed) => seed + 1).filter((luck) => {
      const { known, truth } = run(bank, { ...bundle, 'cam.control': 20 }, null, 1500, luck);
      return known.lift.low! <= truth.lift && truth.lift <= known.lift.high!;
    });
    // Three standard errors of 60 draws about .8.
    expect(hits.length).toBeGreaterThanOrEqual(39);
    expect(hits.length).toBeLessThanOrEqual(57);
  });

  it('is set beside the truth at the end', () => {
    const { known, truth, report } = run(shop, { ...bundle, 'cam.control': 20 });
    const [found, ...more] = campaignsAgainstTruth({ known: [report.known], truth: [report.truth] } as never);
    expect(more).toEqual([]);
    expect(found).toEqual({ known, truth, caught: known.lift.low! <= truth.lift && truth.lift <= known.lift.high! });
  });
});
