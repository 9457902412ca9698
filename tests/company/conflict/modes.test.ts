import { describe, expect, it } from 'vitest';
import { conflictScore, type ConflictOffer, type Handling } from '../../../src/company/conflict/justice.ts';
import { authorityOf, bandOf, severityOf, type Situation } from '../../../src/company/conflict/situation.ts';
import { type ConflictMode, conflictModes } from '../../../src/company/orders.ts';
import { usualParameters as p } from '../../../src/company/parameters.ts';

const offer: ConflictOffer = { remedy: 'full', apology: true, reason: true, date: false };
const handling: Handling = { waited: 1, handOffs: 1, priorFailures: 0, empathy: 0.6, peerGotMore: 0 };
const usual: Situation = { kind: 'customer', severity: 55, fault: 'firm', duty: false, urgent: false, heat: 2 };
const scoreOf = (mode: ConflictMode, situation: Situation) => conflictScore(mode, situation, offer, handling, p);

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
});
