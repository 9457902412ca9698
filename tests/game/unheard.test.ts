import { describe, expect, test } from 'vitest';
import { controls, type QuarterPlan } from '../../src/company/controls.ts';
import { unheardEstimates } from '../../src/game/known/estimates.ts';
import { replay } from '../../src/game/replay.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import { sampleOf } from '../../src/game/unheard.ts';
import { log, oneQuarter, small } from './plays.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const nothing = { value: null, low: null, high: null, method: 'none', why: 'neverAsked' };
const large = { ...small, customers: 4000 };

/** Reports of a run of two shipped firms: `bought` in quarter 3, nothing decided else. */
function reportsOf(load: typeof vorasBank, bought: QuarterPlan['ana.buy'], setting = large): readonly QuarterReport[] {
  const { scenario } = load();
  const decisions = [oneQuarter, oneQuarter, { kind: 'plan', data: { plan: { 'ana.buy': bought } } }, oneQuarter] as const;
  const entries = log(decisions).map((entry) => ({ ...entry, firm: scenario.firms[0].id }));
  return replay({ ...scenario, cases: [], complaints: [], quarters: 5 }, setting, entries, { reports: true }).reports;
}

/** All numbers in a value. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];

describe('The share found in a sample', () => {
  test.each([300, 150])('of %i asked has an interval that covers the truth in four of five samples, and is biased by nobody', (n) => {
    // Shares of every size: with so few asked, how often a single one is covered jumps from count to count.
    const shares = Array.from({ length: 6000 }, (_, place) => 0.04 + (0.4 * place) / 6000);
    let [covered, error] = [0, 0];
    shares.forEach((share, luck) => {
      const voiced = sampleOf(share, n, luck + 1, 3, 0);
      const { value, low, high } = unheardEstimates({ voiced, leftSilent: { n: 0, found: 0 }, quarter: 3 }).voiced;
      if (low! <= share && share <= high!) covered += 1;
      error += (value! - share) / Math.sqrt((share * (1 - share)) / n);
    });
    expect(covered / shares.length).toBeGreaterThan(0.76);
    expect(covered / shares.length).toBeLessThan(0.84);
    // A sum of so many unit errors.
    expect(Math.abs(error)).toBeLessThan(4 * Math.sqrt(shares.length));
  });

  test('is drawn anew by luck, quarter and stream, and never twice otherwise', () => {
    const draws = [sampleOf(0.3, 300, 1, 3, 0), sampleOf(0.3, 300, 2, 3, 0), sampleOf(0.3, 300, 1, 4, 0), sampleOf(0.3, 300, 1, 3, 1)];
    expect(new Set(draws.map(({ found }) => found)).size).toBeGreaterThan(2);
    expect(sampleOf(0.3, 300, 1, 3, 0)).toEqual(draws[0]);
    expect([sampleOf(0, 300, 1, 3, 0).found, sampleOf(1, 300, 1, 3, 0).found]).toEqual([0, 300]);
  });
});

for (const [some, options] of turns([vorasBank, tiemNang], 2, 0))
  describe.each(some)('What stays unheard in %o', options, (load) => {
    test('is known of the truth alone where nobody has asked: no report says a word of it', () => {
      const reports = reportsOf(load, []);
      const said = { felt: 0, voiced: 0 };
      for (const { known, truth } of reports) {
        expect(known.unheard).toMatchObject({ voiced: nothing, leftSilent: nothing });
        expect(truth.unheard!.voiced).toBeLessThan(truth.unheard!.felt);
        expect(truth.unheard!.leftSilent).toBeGreaterThan(0);
        const figures = new Set(numbersIn(known));
        said.felt += figures.has(truth.unheard!.felt) ? 1 : 0;
        said.voiced += figures.has(truth.unheard!.voiced / truth.unheard!.felt) ? 1 : 0;
      }
      // Counts of people are small whole numbers: one may meet another by chance, a leak would stand in every quarter.
      expect(said.felt).toBeLessThan(reports.length / 2);
      expect(said.voiced).toBe(0);
    });

    test('is known with an interval from the quarter in which the silent were asked, and ages from then on', () => {
      const [, second, third, fourth] = reportsOf(load, ['unheard']);
      expect(second!.known.unheard!.voiced.value).toBeNull();
      const { voiced, leftSilent } = third!.known.unheard!;
      for (const estimate of [voiced, leftSilent]) {
        expect(estimate).toMatchObject({ method: 'survey', asOf: 3 });
        expect(estimate.low!).toBeLessThan(estimate.value!);
        expect(estimate.high!).toBeGreaterThan(estimate.value!);
      }
      expect(third!.known.analyses.find(({ id }) => id === 'unheard')!.figures).toMatchObject({
        voiced: voiced.value,
        'voiced.low': voiced.low,
        'leftSilent.high': leftSilent.high,
      });
      expect(fourth!.known.unheard).toEqual(third!.known.unheard);
    });

    test('asking changes nothing in the market', () => {
      const [asked, not] = [reportsOf(load, ['unheard']), reportsOf(load, [])];
      expect(asked.map(({ truth }) => [truth.kpi.customers, truth.unheard])).toEqual(
        not.map(({ truth }) => [truth.kpi.customers, truth.unheard]),
      );
    });

    test('can be asked for three of the ten points', () => {
      expect(load().scenario.analyses.find(({ id }) => id === 'unheard')).toEqual({ id: 'unheard', points: 3 });
      expect(controls.find(({ id }) => id === 'ana.buy')).toMatchObject({ options: expect.arrayContaining(['unheard']) as unknown });
    });
  });
