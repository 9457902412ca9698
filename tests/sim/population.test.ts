import { beforeAll, describe, expect, test } from 'vitest';
import { dirichletPenetration, dirichletPurchaseRate, sbgSurvival } from '../../src/sim/math/closedForms.ts';
import { channelIds, needIds, relations, type SegmentSpec } from '../../src/sim/market.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { parameterValues, type ParameterId } from '../../src/sim/parameters.ts';
import { makeRecords } from '../../src/sim/records/records.ts';
import { columnBytes, makeColumns, NOBODY, USUAL_SERVICE, WORD } from '../../src/sim/truth/columns.ts';
import { createMarket, entryExposure, type Market } from '../../src/sim/truth/market.ts';
import { drawNeedProfiles, NEEDS, PROFILES } from '../../src/sim/truth/needProfiles.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { readTally } from '../../src/sim/truth/tallies.ts';
import { companyIds, marketSpec, plainOffer, segmentSpec } from './markets.ts';
import { momentsOf } from './math/moments.ts';
import { counted, playGame, startGame } from './playing.ts';

const ERRORS = 4;
/** Fails when the mean of a sample is further from the truth than `ERRORS` standard errors of it. */
function expectMean(sample: ArrayLike<number>, truth: number, rounding = 0): void {
  const { mean, meanError } = momentsOf(sample);
  expect(Math.abs(mean - truth), `mean ${mean} for ${truth}`).toBeLessThan(ERRORS * meanError + rounding);
}

/** A company that neither improves nor worsens anything: no failures, nobody waits, no spending. */
const still: CompanyOffer = plainOffer({ failureRate: 0, capacity: 1e12, contextLoss: 0 }, { contacts: 0, acquisition: 0, retention: 0 });
/** Switches off all that moves a customer while nobody acts. */
const untouched: Partial<Record<ParameterId, number>> = {
  'experience.noise': 0,
  'experience.spread': 0,
  'acquisition.referral': 0,
  'wordOfMouth.brand': 0,
  'leaving.satisfaction': 0,
  'leaving.convexity': 0,
  'leaving.relationship': 0,
  'choice.relationship': 0,
  'choice.satisfaction': 0,
  'purchase.satisfactionLift': 0,
};

describe('The people drawn', () => {
  const people = 20_000;
  const firms: SegmentSpec = segmentSpec('firms', 400, {
    needs: { price: 100, quality: 150, service: 300, convenience: 50, attention: 400 },
    rate: { mean: 6, shape: 1 },
    spend: { mean: 60, p: 6, q: 6 },
    leaving: { alpha: 2, beta: 30 },
    suppliers: { own: 500, cheap: 100, fine: 300 },
    polarisation: 3,
    channels: { fieldSales: 700, email: 300 },
    toleratedContacts: 6,
    privacyConcern: 0.2,
    entrants: 200,
    serviceShape: 1,
  });
  const segments = [segmentSpec('families', 600), firms];
  let market: Market;
  beforeAll(() => {
    market = createMarket(marketSpec({ segments }), companyIds, people, 10, { population: 3, luck: 1 });
  });
  const members = (segment: number): number[] => {
    const found: number[] = [];
    for (let i = 0; i < people; i += 1) if (market.columns.segment[i] === segment) found.push(i);
    return found;
  };
  const sample = (segment: number, value: (i: number) => number): number[] => members(segment).map(value);

  test.each([0, 1])('segment %i has its share', (s) => {
    const indicator = Array.from(market.columns.segment, (own) => (own === s ? 1 : 0));
    expectMean(indicator, segments[s].share / 1000);
  });

  test.each([0, 1])('purchase rates of segment %i have the mean and variance of their gamma distribution', (s) => {
    const { mean, shape } = segments[s].rate;
    const rates = sample(s, (i) => market.columns.rate[i]);
    expectMean(rates, mean);
    const { variance, varianceError } = momentsOf(rates);
    expect(Math.abs(variance - (mean * mean) / shape)).toBeLessThan(ERRORS * varianceError);
  });

  test.each([0, 1])('spend a purchase of segment %i has the mean of its inverse gamma distribution', (s) => {
    expectMean(
      sample(s, (i) => market.columns.spend[i]),
      segments[s].spend.mean,
    );
  });

  test('spend with q = 6 has the variance mean squared over q - 2', () => {
    const { variance, varianceError } = momentsOf(sample(1, (i) => market.columns.spend[i]));
    expect(Math.abs(variance - 3600 / 4)).toBeLessThan(ERRORS * varianceError);
  });

  test.each([0, 1])('base leaving of segment %i has the mean and variance of its beta distribution', (s) => {
    const { alpha, beta } = segments[s].leaving;
    const bases = sample(s, (i) => market.columns.leavingBase[i]);
    expectMean(bases, alpha / (alpha + beta));
    const { variance, varianceError } = momentsOf(bases);
    const truth = (alpha * beta) / ((alpha + beta) * (alpha + beta) * (alpha + beta + 1));
    expect(Math.abs(variance - truth)).toBeLessThan(ERRORS * varianceError);
  });

  test('base drop-out of a repertoire market is gamma with shape alpha and rate beta', () => {
    const other = createMarket(marketSpec({ relation: 'repertoire', segments }), companyIds, people, 10, { population: 3, luck: 1 });
    const { variance, varianceError } = momentsOf(other.columns.leavingBase.filter((_, i) => other.columns.segment[i] === 1));
    expectMean(
      other.columns.leavingBase.filter((_, i) => other.columns.segment[i] === 1),
      2 / 30,
    );
    expect(Math.abs(variance - 2 / 900)).toBeLessThan(ERRORS * varianceError);
  });

  test.each([0, 1])('tastes of segment %i average to the shares of the suppliers, spread as polarisation says', (s) => {
    companyIds.forEach((id, k) => {
      const share = (segments[s].suppliers[id] ?? 0) / 1000;
      const tastes = sample(s, (i) => market.columns.taste[k * people + i] / WORD);
      expectMean(tastes, share, 1e-5);
      const { variance, varianceError } = momentsOf(tastes);
      const truth = (share * (1 - share)) / (segments[s].polarisation + 1);
      expect(Math.abs(variance - truth)).toBeLessThanOrEqual(ERRORS * varianceError + 1e-5);
    });
  });

  describe.each([0, 1])('needs of segment %i', (s) => {
    const needOf = (profile: number, need: number): number => market.needProfiles[(s * PROFILES + profile) * NEEDS + need];
    const profiles = Array.from({ length: PROFILES }, (_, profile) => profile);

    test('have the means of the segment over its profiles, and each profile sums to one', () => {
      needIds.forEach((id, need) => {
        const mean = profiles.reduce((sum, profile) => sum + needOf(profile, need), 0) / PROFILES;
        expect(Math.abs(mean - segments[s].needs[id] / 1000), id).toBeLessThan(1e-9);
      });
      for (const profile of profiles) {
        const sum = needIds.reduce((total, _, need) => total + needOf(profile, need), 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
        for (let need = 0; need < NEEDS; need += 1) expect(needOf(profile, need)).toBeGreaterThanOrEqual(0);
      }
    });

    test('spread over the profiles about as the Dirichlet distribution of their concentration', () => {
      needIds.forEach((id, need) => {
        const mean = segments[s].needs[id] / 1000;
        const { variance, varianceError } = momentsOf(profiles.map((profile) => needOf(profile, need)));
        const truth = (mean * (1 - mean)) / (market.parameters['choice.needSpread'] + 1);
        expect(Math.abs(variance - truth), id).toBeLessThan(ERRORS * varianceError);
      });
    });

    test('fall to the people of the segment evenly by profile, and to nobody else', () => {
      const kinds = sample(s, (i) => market.columns.kind[i]);
      expect(kinds.every((kind) => Math.floor(kind / PROFILES) === s)).toBe(true);
      const counts = new Float64Array(PROFILES);
      for (const kind of kinds) counts[kind % PROFILES] += 1;
      // Chi-square of PROFILES - 1 degrees of freedom.
      const expected = kinds.length / PROFILES;
      const square = counts.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
      expect(Math.abs(square - (PROFILES - 1))).toBeLessThan(ERRORS * Math.sqrt(2 * (PROFILES - 1)));
    });
  });

  test.each([
    [1, 1e-4],
    [5, 1e-9],
    [1000, 1e-9],
  ])('needs keep their means at a concentration of %d within %d', (spread, tolerance) => {
    const own = parameterValues({ 'choice.needSpread': spread });
    const profiles = drawNeedProfiles(marketSpec({ segments }), own, 5);
    segments.forEach((segment, s) => {
      needIds.forEach((id, need) => {
        let sum = 0;
        for (let profile = 0; profile < PROFILES; profile += 1) sum += profiles[(s * PROFILES + profile) * NEEDS + need];
        expect(Math.abs(sum / PROFILES - segment.needs[id] / 1000), `${segment.id} ${id}`).toBeLessThan(tolerance);
      });
    });
  });

  test.each([
    [0, 4],
    [1, 1],
  ])('service of segment %i is gamma around the mean of the segment, shape %d', (s, shape) => {
    const levels = sample(s, (i) => market.columns.service[i] / USUAL_SERVICE);
    expectMean(levels, 1, 0.002);
    const { variance, varianceError } = momentsOf(levels);
    // Rounding to sixteenths adds a twelfth of a step squared.
    expect(Math.abs(variance - 1 / shape)).toBeLessThan(ERRORS * varianceError + 1 / (12 * USUAL_SERVICE * USUAL_SERVICE));
  });

  test.each([0, 1])('the supplier of segment %i at the start follows the shares, and the rest has none', (s) => {
    const here = members(s).filter((i) => market.columns.entry[i] === 0);
    companyIds.forEach((id, k) => {
      const indicator = here.map((i) => (market.columns.supplier[i] === k ? 1 : 0));
      const share = (segments[s].suppliers[id] ?? 0) / 1000;
      if (share === 0) expect(indicator.includes(1)).toBe(false);
      else expectMean(indicator, share);
    });
    for (const i of here) {
      const k = market.columns.supplier[i];
      expect(market.columns.active[i]).toBe(k === NOBODY ? 0 : 1 << k);
    }
  });

  test.each([0, 1])('entrants of segment %i come in equal parts in every quarter of the run and have no supplier', (s) => {
    const share = segments[s].entrants / 1000;
    expectMean(
      sample(s, (i) => (market.columns.entry[i] > 0 ? 1 : 0)),
      share,
    );
    for (let quarter = 1; quarter <= 10; quarter += 1) {
      expectMean(
        sample(s, (i) => (market.columns.entry[i] === quarter ? 1 : 0)),
        share / 10,
      );
    }
    for (const i of members(s)) if (market.columns.entry[i] > 0) expect(market.columns.supplier[i]).toBe(NOBODY);
  });

  test.each([0, 1])('channels and traits of segment %i have their means', (s) => {
    channelIds.forEach((id, channel) => {
      const share = (segments[s].channels[id] ?? 0) / 1000;
      const indicator = sample(s, (i) => (market.columns.channel[i] === channel ? 1 : 0));
      if (share === 0) expect(indicator.includes(1)).toBe(false);
      else expectMean(indicator, share);
    });
    const { columns } = market;
    expectMean(
      sample(s, (i) => columns.tolerated[i] / 16),
      segments[s].toleratedContacts,
      0.01,
    );
    for (const trait of ['privacyConcern', 'complaintPropensity', 'reach', 'switchingCost'] as const) {
      expectMean(
        sample(s, (i) => columns[trait][i] / 255),
        segments[s][trait],
        0.001,
      );
    }
  });

  test('the same people come first in a larger population: each is drawn by its own key', () => {
    const small = createMarket(marketSpec({ segments }), companyIds, 500, 10, { population: 3, luck: 1 });
    for (let i = 0; i < 500; i += 1) {
      expect(small.columns.rate[i]).toBe(market.columns.rate[i]);
      expect(small.columns.supplier[i]).toBe(market.columns.supplier[i]);
    }
  });

  test('a customer costs 34 bytes and 6 more for each company', () => {
    for (const companies of [1, 4, 8]) expect(columnBytes(makeColumns(1000, companies)) / 1000).toBe(34 + 6 * companies);
  });
});

describe('When nobody acts', () => {
  test('customers of a contract survive as the shifted beta-geometric distribution says', () => {
    const people = 20_000;
    const quarters = 8;
    const leaving = { alpha: 0.668, beta: 3.806 };
    const spec = marketSpec({ segments: [segmentSpec('high end', 1000, { leaving, entrants: 0 })], parameters: untouched });
    const offers = companyIds.map(() => ({ ...still, segments: still.segments.slice(0, 1) }));
    const game = { spec, offers: () => offers, people, quarters };
    const first = startGame(game).market.columns.supplier;
    const { after } = playGame(game, true);
    const start = first.filter((k) => k !== NOBODY).length;
    const left = new Set<number>();
    for (let t = 1; t <= quarters; t += 1) {
      for (let i = 0; i < people; i += 1) if (first[i] !== NOBODY && after[t].supplier[i] !== first[i]) left.add(i);
      const survival = sbgSurvival(leaving.alpha, leaving.beta, t);
      const error = Math.sqrt((survival * (1 - survival)) / start);
      expect(Math.abs(1 - left.size / start - survival), `quarter ${t}`).toBeLessThan(ERRORS * error);
    }
  });

  describe('a repertoire market without drop-out is a Dirichlet market', () => {
    const people = 20_000;
    const suppliers = { own: 400, cheap: 250, fine: 120, near: 60 };
    const polarisation = 1.3;
    const rate = { mean: 3, shape: 1.5 };
    const segment = segmentSpec('all', 1000, { suppliers, polarisation, rate, entrants: 0 });
    const spec = marketSpec({ relation: 'repertoire', segments: [segment], parameters: { ...untouched, 'leaving.scale': 0 } });
    const offers = companyIds.map(() => ({ ...still, segments: still.segments.slice(0, 1) }));
    const theory = { mean: rate.mean, shape: rate.shape, polarisation };
    /** Buyers and purchases by quarter and company. */
    const quarters: { buyers: number; purchases: number }[][] = [];
    beforeAll(() => {
      const { market } = startGame({ spec, offers: () => offers, people, quarters: 3 });
      // Whoever keeps records sees in his books who bought; empty records change nothing else.
      const records = companyIds.map(() => makeRecords(people));
      for (let quarter = 1; quarter <= 3; quarter += 1) {
        const { tallies, touches } = playMarketQuarter(market, offers, records, quarter);
        quarters.push(
          companyIds.map((_, k) => ({
            buyers: touches[k]!.revenue.filter((revenue) => revenue > 0).length,
            purchases: readTally(tallies, 1, k, 0).purchases,
          })),
        );
      }
    });

    test.each(companyIds.map((id, k) => [id, k] as const))('in penetration and purchases a buyer: brand %s', (id, k) => {
      const share = suppliers[id] / 1000;
      const penetration = dirichletPenetration(theory, share);
      for (let quarter = 1; quarter <= 3; quarter += 1) {
        const { buyers, purchases } = quarters[quarter - 1][k];
        const error = Math.sqrt((penetration * (1 - penetration)) / people);
        expect(Math.abs(buyers / people - penetration), `quarter ${quarter}`).toBeLessThan(ERRORS * error);
        // Purchases a buyer vary about as much as their mean.
        const expected = dirichletPurchaseRate(theory, share);
        const bought = purchases / buyers;
        expect(Math.abs(bought - expected), `quarter ${quarter}`).toBeLessThan((ERRORS * 1.3 * expected) / Math.sqrt(buyers));
      }
    });

    test('so that larger brands have more buyers who also buy a little more often (double jeopardy)', () => {
      const sum = (of: 'buyers' | 'purchases', k: number): number => quarters.reduce((total, own) => total + own[k][of], 0);
      const sizes = companyIds.map((_, k) => sum('buyers', k));
      const often = companyIds.map((_, k) => sum('purchases', k) / sizes[k]);
      for (let k = 1; k < companyIds.length; k += 1) {
        expect(sizes[k]).toBeLessThan(sizes[k - 1]);
        expect(often[k]).toBeLessThan(often[k - 1]);
      }
    });
  });

  describe('whoever enters a repertoire market within a quarter, with relations to all', () => {
    const people = 8000;
    const segment = segmentSpec('all', 1000, { entrants: 0, suppliers: { own: 400, cheap: 250, fine: 150, near: 100 } });
    const offers = companyIds.map(() => ({ ...still, segments: still.segments.slice(0, 1) }));
    const everyCompany = (1 << companyIds.length) - 1;

    test.each([
      [0, 0, 0.25],
      [0, 0.25, 0.5],
      [0, 0.5, 0.75],
      [0, 0.75, 1],
      [0.6, 0, 0.5],
      [0.6, 0.5, 1],
    ])('buys in proportion to the part he is there and a supplier, dropping out at %d a quarter: there from %d to %d', (rate, from, to) => {
      const spec = marketSpec({ relation: 'repertoire', segments: [segment], parameters: untouched });
      const { market } = startGame({ spec, offers: () => offers, people, quarters: 2 });
      const { columns } = market;
      columns.leavingBase.fill(rate);
      let expected = 0;
      let stay = 0;
      let relations = 0;
      for (let i = 0; i < people; i += 1) {
        const there = entryExposure(market, i);
        const comes = there >= from && there < to;
        columns.entry[i] = comes ? 1 : 255;
        columns.active[i] = comes ? everyCompany : 0;
        if (!comes) continue;
        const hazard = rate * there;
        const tasted = companyIds.reduce((sum, _, k) => sum + columns.taste[k * people + i] / WORD, 0);
        // Mean part lived of a relation that ends at a constant rate.
        expected += columns.rate[i] * tasted * there * (hazard > 0 ? (1 - Math.exp(-hazard)) / hazard : 1);
        stay += companyIds.length * Math.exp(-hazard);
        relations += companyIds.length;
      }
      expect(relations / companyIds.length).toBeGreaterThan(people * (to - from) * 0.9);
      const none = companyIds.map(() => null);
      const { tallies } = playMarketQuarter(market, offers, none, 1);
      const count = (field: 'purchases' | 'customers' | 'lost'): number =>
        companyIds.reduce((sum, _, k) => sum + readTally(tallies, 1, k, 0)[field], 0);
      // Drop-out adds to the variance of purchases, by less than as much again.
      expect(Math.abs(count('purchases') - expected)).toBeLessThan(ERRORS * Math.sqrt(2 * expected));
      expect(Math.abs(count('customers') - stay)).toBeLessThanOrEqual(ERRORS * Math.sqrt(relations - stay));
      expect(count('customers') + count('lost')).toBe(relations);
    });
  });

  test.each(relations)('nobody leaves a %s market without drop-out', (relation) => {
    const spec = marketSpec({ relation, parameters: { 'leaving.scale': 0, 'complaint.exit': 0 } });
    const offers = companyIds.map(() => plainOffer({ capacity: 1e9 }));
    const played = playGame({ spec, offers: () => offers, people: 3000, quarters: 2 });
    companyIds.forEach((_, k) => expect(counted(played, 'lost', k), `company ${k}`).toBe(0));
  });

  test.each(relations)('a %s market stays as it is for twelve quarters', (relation) => {
    const people = 8000;
    const offers = companyIds.map(() => plainOffer({ capacity: people * 0.4 }));
    const played = playGame({ spec: marketSpec({ relation }), offers: () => offers, people, quarters: 12 });
    const all = (field: 'customers' | 'revenue' | 'satisfaction' | 'serviceContacts', quarter: number): number =>
      companyIds.reduce((sum, _, k) => sum + counted(played, field, k, quarter), 0);
    const drift = (first: number, last: number): number => Math.abs(last / first - 1);
    expect(drift(all('customers', 1), all('customers', 12))).toBeLessThan(0.06);
    expect(drift(all('revenue', 1), all('revenue', 12))).toBeLessThan(0.06);
    expect(drift(all('serviceContacts', 1), all('serviceContacts', 12))).toBeLessThan(0.06);
    expect(drift(all('satisfaction', 1) / all('customers', 1), all('satisfaction', 12) / all('customers', 12))).toBeLessThan(0.02);
    companyIds.forEach((_, k) => {
      const share = (quarter: number): number => counted(played, 'customers', k, quarter) / all('customers', quarter);
      expect(drift(share(1), share(12)), `company ${k}`).toBeLessThan(0.05);
    });
  });
});
