import { beforeEach, expect, test } from 'vitest';
import { whaleCurve } from '../../src/game/customers/whale.ts';
import { drawnPeak, whaleLosing, whaleSummary, whaleTitle } from '../../src/ui/debrief/whaleWords.ts';
import { language } from '../../src/ui/language.svelte.ts';

beforeEach(() => language.start(['en']));

const even = (count: number, of: number): number[] => Array.from({ length: count }, () => of);
/** A hundred customers: those who earn 10 each, and the margins and hours of the rest. */
const curve = (margins: readonly number[], hours: readonly number[] = even(margins.length, 1)): ReturnType<typeof whaleCurve> =>
  whaleCurve([...even(100 - margins.length, 10), ...margins], [...even(100 - margins.length, 1), ...hours], 1);

test('headline, ring and summary name the same share, that of the highest point drawn', () => {
  const whale = curve(even(17, -5));
  expect(whale.peak.share).toBeCloseTo(0.83, 9);
  // The ninth tenth loses: three still earn in it and seven do not.
  expect(drawnPeak(whale)).toMatchObject({ place: 8, share: 0.8, profit: 800 });
  expect(whaleTitle(whale, 'EUR')).toBe('80% of the customers earn €800 a quarter; the others take €55 of it away.');
  expect(whaleSummary(whale, 'EUR')).toContain('€800 at 80%');
});

test('a loss that rounds to nothing is no news', () => {
  const whale = curve(even(10, -0.1));
  expect(whaleTitle(whale, 'EUR')).toBe('90% of the customers earn €900 a quarter; the others hardly add or take away anything.');
  expect(whaleLosing(whale, 'EUR')).toContain('but only €1 a quarter');
});

test('where the curve rises to its end nobody is said to take anything away', () => {
  const whale = curve([]);
  expect(whaleTitle(whale, 'EUR')).toBe('All customers together earn €1K a quarter; nobody takes any of it away.');
  expect(whaleLosing(whale, 'EUR')).toBe('Hardly any customer costs more than he brings.');
});

test('hours of losing customers are told only where they are any', () => {
  expect(whaleLosing(curve(even(10, -5)), 'EUR')).toBe(
    '10% of the customers cost more than they bring: €50 a quarter, and 10% of the service hours.',
  );
  expect(whaleLosing(curve(even(10, -5), even(10, 0)), 'EUR')).toContain('though they take hardly any service hours');
});
