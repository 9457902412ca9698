import { describe, expect, test } from 'vitest';
import type { ComplaintPolicy } from '../../src/sim/offer.ts';
import { parameterValues, type ParameterId } from '../../src/sim/parameters.ts';
import { ExpectedExit } from '../../src/sim/truth/expectedExit.ts';
import { exitAfterFailure, justice, quicknessOf, timesOdds, voiceLogit } from '../../src/sim/truth/formulas.ts';
import { plainOffer } from './markets.ts';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const bases = [0.0005, 0.01, 0.03, 0.1, 0.3, 0.7, 0.99];
const policies: Readonly<Record<string, ComplaintPolicy>> = {
  usual: plainOffer().complaint,
  generous: { ease: 0.9, hours: 2, remedy: 1.3, authority: 1, empathy: 1, apology: 1, explanation: 1 },
  'asking after': { ease: 0.6, hours: 40, remedy: 0.5, authority: 0.5, empathy: 0.5, apology: 0.5, explanation: 0.5, follow: 1 },
  'looking into the cause': {
    ease: 0.6,
    hours: 20,
    remedy: 1,
    authority: 0.5,
    empathy: 0.5,
    apology: 0.5,
    explanation: 0.5,
    byFault: true,
  },
  deaf: { ease: 0, hours: 500, remedy: 0, authority: 0, empathy: 0, apology: 0, explanation: 0 },
};

/** Mean chance of leaving over so many severities, each spoken of and settled as often as the formulas say. */
function bruteForce(
  base: number,
  complaint: ComplaintPolicy,
  propensity: number,
  own: Partial<Record<ParameterId, number>>,
  steps: number,
): number {
  const p = parameterValues(own);
  let sum = 0;
  for (let n = 0; n < steps; n += 1) {
    const severity = p['complaint.severityCeiling'] * Math.pow((n + 0.5) / steps, p['complaint.severityShape']);
    if (severity < p['complaint.felt']) {
      sum += base;
      continue;
    }
    const speaks = logistic(voiceLogit(severity, complaint.ease, propensity, p));
    const leaves = (answer: 'silent' | 'unsettled' | 'settled', quickness: number): number =>
      timesOdds(base, Math.exp(exitAfterFailure(severity, answer, quickness, p)));
    sum += (1 - speaks) * leaves('silent', 0);
    const refusing = complaint.byFault ? p['complaint.ownFault'] : 0;
    for (const [share, refused] of [
      [1 - refusing, false],
      [refusing, true],
    ] as const) {
      const settled = logistic(p['complaint.justiceLogit'] * (justice(complaint, severity, p, refused) - p['complaint.justiceMiddle']));
      const late = (1 - settled) * (complaint.follow ?? 0) * p['complaint.late'] * settled;
      const stay = settled * leaves('settled', quicknessOf(complaint.hours, p)) + late * leaves('settled', 0);
      sum += speaks * share * (stay + (1 - settled - late) * leaves('unsettled', 0));
    }
  }
  return sum / steps;
}

describe('The expected chance of leaving after a failure', () => {
  const settings: [string, Partial<Record<ParameterId, number>>][] = [
    ['usual parameters', {}],
    ['failures all alike', { 'complaint.severityShape': 0 }],
    ['mild failures', { 'complaint.severityCeiling': 0.4 }],
  ];
  const cases = settings.flatMap(([name, own]) => Object.entries(policies).map(([id, policy]) => [id, name, policy, own] as const));

  test.each(cases)('of a company with a %s policy, %s, is the sum over severities, voices and answers', (_, __, policy, own) => {
    const exit = new ExpectedExit(plainOffer({ complaint: policy }), 0.4, parameterValues(own));
    for (const base of bases) {
      // Its twelve severities, and the line between the nodes of its table.
      expect(Math.abs(exit.of(base) / bruteForce(base, policy, 0.4, own, 12) - 1), `${base}`).toBeLessThan(0.008);
      // All severities.
      expect(Math.abs(exit.of(base) / bruteForce(base, policy, 0.4, own, 5000) - 1), `${base}`).toBeLessThan(0.03);
    }
  });

  test('is certain for who leaves anyhow, nothing for who cannot leave, never less than without the failure', () => {
    const exit = new ExpectedExit(plainOffer(), 0.4, parameterValues());
    expect(exit.of(0)).toBe(0);
    expect(exit.of(1)).toBe(1);
    let last = 0;
    for (const base of [1e-9, 1e-6, ...bases, 0.999]) {
      expect(exit.of(base)).toBeGreaterThanOrEqual(Math.max(last, base * (1 - 1e-6)));
      expect(exit.of(base)).toBeLessThanOrEqual(1);
      last = exit.of(base);
    }
  });

  test('costs nothing where nobody is given anything, a little more than the loss where that is given, and claims where all are paid', () => {
    const remedy = (own: Partial<ComplaintPolicy>, parameters: Partial<Record<ParameterId, number>> = {}): number =>
      new ExpectedExit(plainOffer({ complaint: { ...policies['generous']!, ...own } }), 0.4, parameterValues(parameters)).remedy;
    expect(remedy({ remedy: 0 })).toBe(0);
    const honest = { 'complaint.claims': 0 };
    expect(remedy({ remedy: 1.3 }, honest) / remedy({ remedy: 1 }, honest)).toBeCloseTo(1.3, 10);
    // Two in five failures are too small to be felt: 12 severities, five of them trifles.
    const claimed = 1.3 * (5 / 12) * 0.3 * 0.9 * parameterValues()['complaint.claimed'];
    expect(remedy({ remedy: 1.3 }) - remedy({ remedy: 1.3 }, honest)).toBeCloseTo(claimed, 10);
    expect(remedy({ remedy: 1, byFault: true })).toBeLessThan(remedy({ remedy: 1 }));
  });

  test('is lower where complaints are easy and answered well', () => {
    const [usual, generous, deaf] = [policies.usual, policies.generous, policies.deaf].map((complaint) =>
      new ExpectedExit(plainOffer({ complaint }), 0.4, parameterValues()).of(0.03),
    );
    expect(generous).toBeLessThan(usual);
    expect(usual).toBeLessThan(deaf);
  });
});
