import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifetimeValueWithoutFirstMargin } from '../../src/sim/math/closedForms.ts';
import { parameterIds, parameters, parameterValues, type ParameterId, type ParameterValues } from '../../src/sim/parameters.ts';
import {
  careDelivered,
  dissatisfactionLogit,
  exitAfterFailure,
  claimsFor,
  justice,
  lifetimeFactor,
  offerFit,
  priceAttribute,
  quicknessOf,
  reachOfSpend,
  satisfactionTarget,
  shareWaiting,
  talk,
  timesOdds,
  updateWeight,
  settledLate,
  voiceLogit,
} from '../../src/sim/truth/formulas.ts';

const usual = parameterValues();
const set = (own: Partial<Record<ParameterId, number>>): ParameterValues => parameterValues(own);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyParameters = fc
  .tuple(...parameterIds.map((id) => fc.double({ min: parameters[id].low, max: parameters[id].high, noNaN: true })))
  .map((values) => set(Object.fromEntries(parameterIds.map((id, n) => [id, values[n]]))));
const runs = { numRuns: 200, seed: 4711 };

describe('Reach of acquisition money', () => {
  test('starts at nothing, rises ever more slowly and never passes the ceiling', () => {
    const reach = [0, 10, 20, 30, 1e6].map((spend) => reachOfSpend(spend, usual));
    expect(reach[0]).toBe(0);
    expect(reach[1] - reach[0]).toBeGreaterThan(reach[2] - reach[1]);
    expect(reach[2] - reach[1]).toBeGreaterThan(reach[3] - reach[2]);
    expect(reach[4]).toBeCloseTo(usual['acquisition.ceiling'], 12);
  });
});

describe('Prices', () => {
  test('are the middle of the attribute at the price of the market, and lose by the slope when dearer', () => {
    expect(priceAttribute(1, usual)).toBe(0.5);
    expect(priceAttribute(1.2, usual)).toBeCloseTo(0.5 - 0.2 * usual['choice.priceSlope'], 12);
  });
});

describe('The queue', () => {
  test.each([
    [0.5, 6],
    [0.8, 6],
    [0.9, 6],
    [0.9, 20],
    [0.95, 2],
  ])('with no promise at load %d and %i agents is close to Erlang C', (load, servers) => {
    // Erlang C by its recursion through Erlang B (M/M/c).
    let blocked = 1;
    for (let n = 1; n <= servers; n += 1) blocked = (load * servers * blocked) / (n + load * servers * blocked);
    const waits = blocked / (1 - load * (1 - blocked));
    const approximation = shareWaiting(load, set({ 'experience.servers': servers, 'experience.promise': 0 }));
    expect(Math.abs(approximation - waits)).toBeLessThan(0.08);
  });

  test('nobody waits when idle, all wait at full load and beyond', () => {
    expect(shareWaiting(0, usual)).toBe(0);
    for (const load of [1, 1.5, 1e9, Infinity]) expect(shareWaiting(load, usual)).toBe(1);
    expect(shareWaiting(1 - 1e-9, usual)).toBeCloseTo(1, 6);
  });

  test('more load never shortens it, a longer promise or a larger team never lengthens it', () => {
    const load = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(load, load, fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 20, noNaN: true }), (a, b, servers, promise) => {
        const p = set({ 'experience.servers': servers, 'experience.promise': promise });
        const low = shareWaiting(Math.min(a, b), p);
        expect(low).toBeLessThanOrEqual(shareWaiting(Math.max(a, b), p) + 1e-15);
        const patient = set({ 'experience.servers': servers, 'experience.promise': promise + 1 });
        expect(shareWaiting(a, patient)).toBeLessThanOrEqual(shareWaiting(a, p));
        const larger = set({ 'experience.servers': servers + 5, 'experience.promise': promise });
        expect(shareWaiting(a, larger)).toBeLessThanOrEqual(shareWaiting(a, p) + 1e-15);
      }),
      runs,
    );
  });
});

describe('Care as delivered', () => {
  test.each([
    ['without records it is responsive care alone', 0.35, 1, 0, 0.35],
    ['without a designed grain records add nothing', 0.35, 0, 1, 0.35],
    ['one to one on full records it is complete', 0.35, 1, 1, 1],
    ['both together close the rest of the gap', 0.4, 0.5, 0.5, 0.55],
  ])('%s', (_, responsive, grain, usable, care) => {
    expect(careDelivered(responsive, grain, usable)).toBeCloseTo(care, 12);
  });
});

describe('Offer fit', () => {
  test('is 1 when needs are known and 0 when believed and true needs have nothing in common', () => {
    expect(offerFit(0)).toBe(1);
    expect(offerFit(2)).toBe(0);
  });
});

describe('Satisfaction', () => {
  const target = (start: number, change: number, disconfirmation: number): number =>
    satisfactionTarget(
      start,
      change,
      disconfirmation,
      usual['experience.quality'],
      usual['experience.excess'],
      usual['experience.shortfall'],
    );

  test('moves down by a shortfall as much more than up by an excess as the two slopes say', () => {
    const up = target(0.7, 0, 0.1) - 0.7;
    const down = 0.7 - target(0.7, 0, -0.1);
    expect(down / up).toBeCloseTo(usual['experience.shortfall'] / usual['experience.excess'], 10);
    expect(down / up).toBeGreaterThan(1.5);
  });

  test('keeps the start level when nothing changes and follows quality by its slope', () => {
    expect(target(0.62, 0, 0)).toBe(0.62);
    expect(target(0.62, 0.1, 0)).toBeCloseTo(0.62 + 0.1 * usual['experience.quality'], 12);
  });

  test('of new customers swings most, of old ones towards the smaller weight', () => {
    const weights = [0, 1, 4, 20, 255].map((tenure) => updateWeight(tenure, usual));
    expect(weights[0]).toBe(usual['experience.anchorNew']);
    for (let n = 1; n < weights.length; n += 1) expect(weights[n]).toBeLessThan(weights[n - 1]);
    expect(weights[4]).toBeGreaterThan(usual['experience.anchorOld']);
    expect(weights[4] - usual['experience.anchorOld']).toBeLessThan(0.01);
  });
});

describe('Voice', () => {
  test.each([
    ['severity', 'complaint.voiceSeverity', voiceLogit(1, 0, 0, usual)],
    ['ease of complaining', 'complaint.voiceEase', voiceLogit(0, 1, 0, usual)],
    ['propensity', 'complaint.voicePropensity', voiceLogit(0, 0, 1, usual)],
  ] as const)('grows by its own slope with %s', (_, id, logit) => {
    expect(logit).toBeCloseTo(usual['complaint.voiceBase'] + usual[id], 12);
  });
});

describe('Harmony', () => {
  const speaks = (harmony: number): number => voiceLogit(0.5, 0.5, 0.5, set({ 'complaint.harmony': harmony }));

  test('as usual leaves the odds of speaking as they were fitted, to the last bit', () => {
    expect(speaks(0.3)).toBe(voiceLogit(0.5, 0.5, 0.5, set({ 'complaint.voiceHarmony': 0 })));
  });

  test('from none to nothing else takes its slope off the log odds of speaking', () => {
    expect(speaks(0) - speaks(1)).toBeCloseTo(usual['complaint.voiceHarmony'], 12);
  });
});

describe('Log odds of leaving after a failure', () => {
  // Share who buy again, by what became of the complaint: TARP, Consumer Complaint Handling in America, 1986.
  test.each([
    ['a large loss, not spoken of', 1, 'silent', 0, 0.09],
    ['a large loss, complained of and not settled', 1, 'unsettled', 0, 0.19],
    ['a large loss, settled', 1, 'settled', 0, 0.54],
    ['a large loss, settled at once', 1, 'settled', 1, 0.82],
    ['a small loss, not spoken of', 0.435, 'silent', 0, 0.37],
    ['a small loss, complained of and not settled', 0.435, 'unsettled', 0, 0.46],
    ['a small loss, settled', 0.435, 'settled', 0, 0.7],
    ['a small loss, settled at once', 0.435, 'settled', 1, 0.95],
  ] as const)('leave the published share of customers after %s', (_, severity, answer, quickness, stay) => {
    const leave = timesOdds(0.05, Math.exp(exitAfterFailure(severity, answer, quickness, usual)));
    expect(Math.abs(1 - leave - stay)).toBeLessThan(0.03);
  });

  test('are never negative, and least when settled at once, then when settled, heard, kept silent: at every severity and every setting', () => {
    fc.assert(
      fc.property(anyParameters, share, share, (p, severity, quickness) => {
        const ladder = [
          exitAfterFailure(severity, 'settled', 1, p),
          exitAfterFailure(severity, 'settled', quickness, p),
          exitAfterFailure(severity, 'settled', 0, p),
          exitAfterFailure(severity, 'unsettled', 0, p),
          exitAfterFailure(severity, 'silent', 0, p),
        ];
        expect(ladder[0]).toBeGreaterThanOrEqual(0);
        for (let n = 1; n < ladder.length; n += 1) expect(ladder[n]).toBeGreaterThanOrEqual(ladder[n - 1]);
      }),
      runs,
    );
  });

  test('grow with severity while nothing is done', () => {
    const silent = [0, 0.1, 0.3, 0.6, 1].map((severity) => exitAfterFailure(severity, 'silent', 0, usual));
    expect(silent[0]).toBe(0);
    for (let n = 1; n < silent.length; n += 1) expect(silent[n]).toBeGreaterThan(silent[n - 1]);
    expect(silent[4]).toBe(usual['complaint.exit']);
  });

  test.each([
    [0, 1],
    [12, 0.75],
    [48, 0],
    [500, 0],
  ])('an answer after %i hours counts as quick by %d of what was promised', (hours, quickness) => {
    expect(quicknessOf(hours, set({ 'complaint.promiseHours': 48 }))).toBeCloseTo(quickness, 12);
  });
});

describe('Justice of an answer', () => {
  const none = { hours: 1e6, remedy: 0, authority: 0, empathy: 0, apology: 0, explanation: 0 };
  const full = { hours: 0, remedy: 1, authority: 1, empathy: 1, apology: 1, explanation: 1 };

  test('is nothing when nothing is done and the sum of the three weights when all is', () => {
    expect(justice(none, 1, usual)).toBe(0);
    expect(justice(full, 1, usual)).toBeCloseTo(1, 12);
  });

  test.each([
    ['remedy', 'complaint.weightDistributive', { remedy: 1 }],
    ['empathy, apology and explanation', 'complaint.weightInteractional', { empathy: 1, apology: 1, explanation: 1 }],
    ['speed and authority', 'complaint.weightProcedural', { hours: 0, authority: 1 }],
  ] as const)('gains by %s what its weight says', (_, id, own) => {
    expect(justice({ ...none, ...own }, 1, usual)).toBeCloseTo(usual[id], 12);
  });

  test('authority makes a quick answer better but cannot save a late one', () => {
    const late = { ...full, hours: 2 * usual['complaint.promiseHours'] };
    expect(justice({ ...full, authority: 0 }, 1, usual)).toBeLessThan(justice(full, 1, usual));
    expect(justice({ ...late, authority: 0 }, 1, usual)).toBe(justice(late, 1, usual));
  });

  test('the same remedy is less fair for a larger loss', () => {
    expect(justice({ ...none, remedy: 0.4 }, 1, usual)).toBeLessThan(justice({ ...none, remedy: 0.4 }, 0.4, usual));
  });

  test('more than the loss is no fairer than the loss', () => {
    expect(justice({ ...full, remedy: 1.3 }, 1, usual)).toBe(justice(full, 1, usual));
  });

  test('a remedy refused for an own error is felt as fair as who erred expects, whatever others are given', () => {
    const refused = [0, 0.5, 1].map((remedy) => justice({ ...none, remedy }, 1, usual, true));
    for (const fair of refused) expect(fair).toBeCloseTo(usual['complaint.weightDistributive'] * usual['complaint.refusedFair'], 12);
  });
});

describe('Claims without cause', () => {
  test.each([
    ['the loss', { ease: 1, remedy: 1 }, 0],
    ['more than the loss, behind a closed door', { ease: 0, remedy: 1.3 }, 0],
    ['more than the loss, the cause looked into', { ease: 1, remedy: 1.3, byFault: true }, 0],
    ['more than the loss', { ease: 0.5, remedy: 1.3 }, 0.15],
    ['much more than the loss', { ease: 1, remedy: 9 }, 1],
  ])('where %s is given are made for a share of trifles', (_, policy, claims) => {
    expect(claimsFor(policy, set({ 'complaint.claims': 1 }))).toBeCloseTo(claims, 12);
  });
});

test('A complaint asked after is settled late as often as the first answer would settle it, times a factor', () => {
  expect([settledLate({}, 0.8, usual), settledLate({ follow: 0 }, 0.8, usual)]).toEqual([0, 0]);
  expect(settledLate({ follow: 1 }, 0.8, usual)).toBeCloseTo(0.8 * usual['complaint.late'], 12);
});

describe('Log odds of leaving by dissatisfaction', () => {
  const logit = (satisfaction: number, switching = 0): number =>
    dissatisfactionLogit(
      0.7 - satisfaction,
      switching,
      usual['leaving.satisfaction'],
      usual['leaving.convexity'],
      usual['leaving.switching'],
    );

  test('are convex: each further step down costs more than the one before', () => {
    const steps = [0.7, 0.6, 0.5, 0.4, 0.3, 0.2].map((satisfaction) => logit(satisfaction));
    expect(steps[0]).toBe(0);
    for (let n = 2; n < steps.length; n += 1) expect(steps[n] - steps[n - 1]).toBeGreaterThan(steps[n - 1] - steps[n - 2]);
  });

  test('are a straight line above the start', () => {
    expect(logit(0.9) / logit(0.8)).toBeCloseTo(2, 10);
    expect(logit(0.8)).toBeCloseTo(-0.1 * usual['leaving.satisfaction'], 12);
  });

  test('are held back by switching cost below the start only', () => {
    expect(logit(0.4, 1)).toBeCloseTo(logit(0.4) * (1 - usual['leaving.switching']), 12);
    expect(logit(0.9, 1)).toBe(logit(0.9));
  });
});

describe('Odds', () => {
  test.each([
    [0.2, 1, 0.2],
    [0.5, 3, 0.75],
    [0.02, 0, 0],
    [0, 50, 0],
  ])('of %d times %d are those of %d', (probability, factor, result) => {
    expect(timesOdds(probability, factor)).toBeCloseTo(result, 14);
  });

  test('taken times a factor and divided by it come back, and order is kept', () => {
    const open = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(open, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (p, factor) => {
        const moved = timesOdds(p, factor);
        expect(moved / (1 - moved) / (p / (1 - p))).toBeCloseTo(factor, 2 - Math.round(Math.log10(factor)));
        expect(timesOdds(moved, 1 / factor)).toBeCloseTo(p, 9);
        expect(moved >= p).toBe(factor >= 1);
      }),
      runs,
    );
  });
});

describe('Talk', () => {
  const talkAt = (above: number): number => talk(above, usual['wordOfMouth.base'], usual['wordOfMouth.praise'], usual['wordOfMouth.blame']);

  test('is U-shaped: least in the middle, and blame about twice praise at the same distance', () => {
    const base = talkAt(0);
    expect(base).toBe(usual['wordOfMouth.base']);
    const at = [0.1, 0.2, 0.3].map((d) => ({ praise: talkAt(d) - base, blame: talkAt(-d) - base }));
    for (const { praise, blame } of at) expect(blame / praise).toBeCloseTo(2, 8);
    expect(at[1].praise / at[0].praise).toBeCloseTo(4, 8);
  });

  test('is a share', () => {
    expect(talk(-0.55, 0.05, 1, 10)).toBe(1);
  });
});

describe('The lifetime factor', () => {
  const endless = set({ 'equity.horizon': 80, 'equity.discount': 0.025 });

  test.each([0, 0.3, 0.6, 0.8])('over a long horizon is the closed form without first margin at retention %d', (keep) => {
    const limit = lifetimeValueWithoutFirstMargin(1, keep, 0.025);
    expect(Math.abs(lifetimeFactor(keep, endless) - limit)).toBeLessThan(1e-7 * (1 + limit));
  });

  test.each([0, 0.5, 0.97, 1])('over 20 quarters is the closed form less what comes after, at retention %d', (keep) => {
    const ratio = keep / 1.025;
    const finite = lifetimeValueWithoutFirstMargin(1, keep, 0.025) * (1 - Math.pow(ratio, 20));
    expect(lifetimeFactor(keep, usual)).toBeCloseTo(finite, 10);
  });

  test('without discount and leaving counts the quarters', () => {
    expect(lifetimeFactor(1, set({ 'equity.discount': 0, 'equity.horizon': 12 }))).toBe(12);
  });
});

describe('Whatever a scenario sets within its ranges', () => {
  test('shares stay shares and nothing becomes not-a-number', () => {
    const numbers = fc.record({ load: fc.double({ min: 0, max: 100, noNaN: true }), spend: fc.double({ min: 0, max: 1e9, noNaN: true }) });
    const people = fc.record({ a: share, b: share, c: share, tenure: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(anyParameters, numbers, people, (p, { load, spend }, { a, b, c, tenure }) => {
        const shares = [
          reachOfSpend(spend, p),
          shareWaiting(load, p),
          careDelivered(a, b, c),
          offerFit(2 * a),
          updateWeight(tenure, p),
          talk(a - p['wordOfMouth.middle'], p['wordOfMouth.base'], p['wordOfMouth.praise'], p['wordOfMouth.blame']),
          quicknessOf(spend, p),
          timesOdds(a * 0.999, 1000 * b),
        ];
        for (const value of shares) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        const policy = { hours: spend, remedy: a, authority: b, empathy: c, apology: a, explanation: b };
        const finite = [
          satisfactionTarget(a, b, c - 0.5, p['experience.quality'], p['experience.excess'], p['experience.shortfall']),
          voiceLogit(a, b, c, p),
          justice(policy, c, p),
          dissatisfactionLogit(a - c, b, p['leaving.satisfaction'], p['leaving.convexity'], p['leaving.switching']),
          exitAfterFailure(a, 'settled', b, p),
          lifetimeFactor(a, p),
          priceAttribute(2 * a, p),
        ];
        for (const value of finite) expect(Number.isFinite(value)).toBe(true);
      }),
      runs,
    );
  });

  test('odds stay a share where the fast exponential runs over', () => {
    for (const probability of [0, 1e-12, 0.5, 0.999]) {
      for (const factor of [0, 1e300, Infinity]) {
        const result = timesOdds(probability, factor);
        expect(result, `${probability} times ${factor}`).toBeGreaterThanOrEqual(0);
        expect(result, `${probability} times ${factor}`).toBeLessThanOrEqual(1);
      }
    }
  });
});
