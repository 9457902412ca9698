import { describe, expect, it } from 'vitest';
import { conflictScore, type ConflictOffer, type Handling } from '../../../src/company/conflict/justice.ts';
import { modeFit } from '../../../src/company/conflict/modes.ts';
import {
  authorityOf,
  bandOf,
  type ConflictKind,
  conflictKinds,
  type Fault,
  faultIds,
  severityOf,
  type Situation,
} from '../../../src/company/conflict/situation.ts';
import { type ConflictMode, conflictModes } from '../../../src/company/orders.ts';
import { usualParameters as p } from '../../../src/company/parameters.ts';

const offer: ConflictOffer = { remedy: 'full', apology: true, reason: true, date: false };
const handling: Handling = { waited: 1, handOffs: 1, priorFailures: 0, empathy: 0.6, peerGotMore: 0 };
const usual: Situation = { kind: 'customer', severity: 55, fault: 'firm', duty: false, urgent: false, heat: 2 };
const scoreOf = (mode: ConflictMode, situation: Situation) => conflictScore(mode, situation, offer, handling, p);

/** Situations of a grid with how often each occurs: a legal duty in 7 of 100, a customer's own fault in a fifth, few critical. */
interface Weighed {
  situation: Situation;
  weight: number;
}
const grid: Weighed[] = [];
const shares = {
  kind: { customer: 0.7, department: 0.2, channel: 0.1 } satisfies Record<ConflictKind, number>,
  severity: [
    [10, 0.35],
    [30, 0.35],
    [55, 0.24],
    [80, 0.06],
  ] as const,
  fault: { firm: 0.75, other: 0.2, abuse: 0.05 } satisfies Record<Fault, number>,
};
for (const kind of conflictKinds)
  for (const [severity, often] of shares.severity)
    for (const fault of faultIds)
      for (const [duty, dutiful] of [
        [false, 0.93],
        [true, 0.07],
      ] as const)
        for (const [urgent, hurried] of [
          [false, 0.7],
          [true, 0.3],
        ] as const)
          for (const [heat, heated] of [
            [1, 0.85],
            [5, 0.15],
          ] as const)
            grid.push({
              situation: { kind, severity, fault, duty, urgent, heat },
              weight: shares.kind[kind] * often * shares.fault[fault] * dutiful * hurried * heated,
            });
const bestOf = (situation: Situation): ConflictMode[] => {
  const scores = conflictModes.map((mode) => scoreOf(mode, situation));
  const most = Math.max(...scores);
  return conflictModes.filter((_, index) => scores[index]! > most - 1e-9);
};

describe('severity', () => {
  it('is 0 where nothing weighs and 100 where everything does', () => {
    const all = (value: number) => ({ harm: value, value, spread: value, legal: value, repeat: value, heat: value });
    expect([severityOf(all(0), p), severityOf(all(5), p)].map((one) => Math.round(one))).toEqual([0, 100]);
  });
  it.each([
    [0, 'trivial'],
    [19.9, 'trivial'],
    [20, 'minor'],
    [44.9, 'minor'],
    [45, 'major'],
    [69.9, 'major'],
    [70, 'critical'],
  ])('of %s points is %s', (points, band) => expect(bandOf(points as number, p)).toBe(band));
  it('may be settled by an agent as far as the firm allows, by a supervisor to 70, by a director always', () => {
    expect([1, 2, 3].map((tier) => authorityOf(tier, 40, p))).toEqual([40, 70, 100]);
  });
});

describe('modes', () => {
  it('with one and the same offer a major customer case is best solved together, then by giving way, halfway, by force, by silence', () => {
    const scores = Object.fromEntries(conflictModes.map((mode) => [mode, scoreOf(mode, usual)]));
    expect(conflictModes.toSorted((a, b) => scores[b]! - scores[a]!)).toEqual([
      'collaborate',
      'accommodate',
      'compromise',
      'compete',
      'avoid',
    ]);
    expect(scores['collaborate']! / scores['avoid']!).toBeCloseTo(0.945 / 0.505, 6);
  });
  it('has no mode that is always best and none that never is, over 288 situations', () => {
    expect(grid).toHaveLength(288);
    const best = conflictModes.map((mode) => grid.filter(({ situation }) => bestOf(situation).includes(mode)).length);
    console.log(conflictModes, best);
    const often = conflictModes.map((mode) =>
      grid.reduce((sum, { situation, weight }) => sum + (bestOf(situation).includes(mode) ? weight : 0), 0),
    );
    console.log(often.map((x) => x.toFixed(3)));
    const mean = conflictModes.map((mode) => grid.reduce((sum, { situation, weight }) => sum + weight * modeFit(mode, situation, p), 0));
    console.log(mean.map((x) => x.toFixed(3)));
    expect(Math.min(...best)).toBeGreaterThan(0);
  });
});
