import { describe, expect, test } from 'vitest';
import {
  bgNbdAlive,
  bgNbdNoPurchase,
  concaveResponse,
  dirichletPenetration,
  dirichletPurchaseRate,
  gammaGammaMean,
  lifetimeValueWithFirstMargin,
  lifetimeValueWithoutFirstMargin,
  paretoNbdExpectedPurchases,
  sbgRetention,
  sbgSurvival,
} from '../../../src/sim/math/closedForms.ts';

describe('CDNOW, in weeks', () => {
  const pareto = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
  const bg = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

  test.each([
    [39, 1.213],
    [78, 1.9094],
  ])('Pareto/NBD expects the published purchases by week %d: %d', (week, expected) => {
    expect(paretoNbdExpectedPurchases(pareto, week)).toBeCloseTo(expected, 4);
  });

  test('Pareto/NBD starts at 0 and passes smoothly through s = 1', () => {
    expect(paretoNbdExpectedPurchases(pareto, 0)).toBe(0);
    const at = (s: number) => paretoNbdExpectedPurchases({ ...pareto, s }, 39);
    expect(at(1)).toBeCloseTo(at(1 + 1e-9), 7);
    expect(at(0.9)).toBeGreaterThan(at(1));
    expect(at(1)).toBeGreaterThan(at(1.1));
  });

  test('BG/NBD gives the published share without a repeat purchase by week 39', () => {
    expect(bgNbdNoPurchase(bg, 39)).toBeCloseTo(0.5738, 4);
  });

  test('BG/NBD gives the published chance that a customer with two repeat purchases is active', () => {
    expect(bgNbdAlive(bg, 2, 30.43, 38.86)).toBeCloseTo(0.7266, 4);
  });

  test('BG/NBD cannot lose a customer without a repeat purchase', () => {
    expect(bgNbdAlive(bg, 0, 0, 38.86)).toBe(1);
  });

  test('Gamma-Gamma gives the published mean spend', () => {
    expect(gammaGammaMean(6.25, 3.74, 15.44)).toBeCloseTo(35.22, 2);
  });
});

describe('contract retention, shifted beta-geometric', () => {
  test.each([
    { segment: 'Regular', alpha: 0.704, beta: 1.182, seventh: 0.2391, observed: 0.241 },
    { segment: 'High End', alpha: 0.668, beta: 3.806, seventh: 0.4889, observed: 0.491 },
  ])('$segment keeps the product of its retention rates, close to the share observed in year 7', ({ alpha, beta, seventh, observed }) => {
    let product = 1;
    for (let t = 1; t <= 7; t += 1) product *= sbgRetention(alpha, beta, t);
    expect(sbgSurvival(alpha, beta, 7)).toBeCloseTo(seventh, 4);
    expect(Math.abs(sbgSurvival(alpha, beta, 7) - observed)).toBeLessThan(0.003);
    expect(Math.abs(sbgSurvival(alpha, beta, 7) - product)).toBeLessThan(1e-14);
  });

  test('retention rises with tenure and nobody has left at the start', () => {
    expect(sbgSurvival(0.704, 1.182, 0)).toBe(1);
    expect(sbgRetention(0.704, 1.182, 1)).toBeCloseTo(1.182 / 1.886, 12);
    for (let t = 1; t < 20; t += 1) expect(sbgRetention(0.704, 1.182, t + 1)).toBeGreaterThan(sbgRetention(0.704, 1.182, t));
  });
});

describe('lifetime value', () => {
  test.each([
    [100, 0.8, 0.1],
    [40, 0.95, 0.025],
    [7, 0, 0.2],
  ])('of margin %d, retention %d, discount %d is the sum of its discounted margins', (margin, retention, discount) => {
    let withFirst = 0;
    for (let t = 0, weight = 1; t < 3000; t += 1, weight *= retention / (1 + discount)) withFirst += margin * weight;
    expect(lifetimeValueWithFirstMargin(margin, retention, discount)).toBeCloseTo(withFirst, 8);
    expect(lifetimeValueWithoutFirstMargin(margin, retention, discount)).toBeCloseTo(withFirst - margin, 8);
  });
});

describe('the Dirichlet market of toothpaste, Britain 1973', () => {
  const toothpaste = { mean: 1.456, shape: 0.779, polarisation: 1.3 };
  const brands = [
    { share: 0.25, penetration: 0.2, rate: 1.82 },
    { share: 0.19, penetration: 0.157, rate: 1.76 },
    { share: 0.1, penetration: 0.087, rate: 1.68 },
    { share: 0.09, penetration: 0.078, rate: 1.67 },
    { share: 0.08, penetration: 0.07, rate: 1.66 },
    { share: 0.03, penetration: 0.027, rate: 1.62 },
    { share: 0.02, penetration: 0.018, rate: 1.61 },
  ];

  test.each(brands)('a brand with share $share has the published penetration and purchase rate', ({ share, penetration, rate }) => {
    expect(Math.abs(dirichletPenetration(toothpaste, share) - penetration)).toBeLessThan(0.0005);
    expect(Math.abs(dirichletPurchaseRate(toothpaste, share) - rate)).toBeLessThan(0.005);
  });

  test('the whole category as one brand has the penetration and rate of its negative binomial law', () => {
    expect(dirichletPenetration(toothpaste, 1)).toBeCloseTo(0.56, 3);
    expect(dirichletPurchaseRate(toothpaste, 1)).toBeCloseTo(2.6, 2);
  });

  test('penetration and rate both grow over four quarters, and small brands suffer twice', () => {
    for (const { share } of brands) {
      expect(dirichletPenetration(toothpaste, share, 4)).toBeGreaterThan(dirichletPenetration(toothpaste, share));
      expect(dirichletPurchaseRate(toothpaste, share, 4)).toBeGreaterThan(dirichletPurchaseRate(toothpaste, share));
    }
    for (let i = 1; i < brands.length; i += 1) {
      expect(dirichletPurchaseRate(toothpaste, brands[i].share)).toBeLessThan(dirichletPurchaseRate(toothpaste, brands[i - 1].share));
    }
  });

  test('a category where everybody buys often needs no special case', () => {
    const often = { mean: 300, shape: 60, polarisation: 1e9 };
    // Without polarisation a brand with share w is bought at the rate w x mean: again a negative binomial law.
    expect(dirichletPenetration(often, 0.01)).toBeCloseTo(1 - (60 / 63) ** 60, 6);
  });
});

describe('concaveResponse', () => {
  test('is 0 without spend, half of the ceiling at ln 2 / k, and never passes the ceiling', () => {
    expect(concaveResponse(0.4, 0.001, 0)).toBe(0);
    expect(concaveResponse(0.4, 0.001, Math.LN2 / 0.001)).toBeCloseTo(0.2, 12);
    expect(concaveResponse(0.4, 0.001, 1e9)).toBe(0.4);
  });

  test('gives less for each further unit', () => {
    for (let spend = 0; spend < 5000; spend += 100) {
      const gain = (from: number) => concaveResponse(0.4, 0.001, from + 100) - concaveResponse(0.4, 0.001, from);
      expect(gain(spend + 100)).toBeLessThan(gain(spend));
    }
  });
});
