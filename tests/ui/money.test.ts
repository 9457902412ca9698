import { describe, expect, test } from 'vitest';
import { axisFigure, axisMoney, money, rounded, signedPercent, withSign } from '../../src/ui/format.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { unitWords } from '../../src/ui/units.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

/** Spaces that keep a figure on one line, as plain ones. */
const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

test.each([
  [0, '0,0%'],
  [0.0004, '0,0%'],
  [-0.0004, '0,0%'],
  [0.0006, '+\u20600,1%'],
  [-0.0006, '\u2212\u20600,1%'],
])('a change of %d carries a sign only where its rounded size is not nought', (change, said) => {
  language.start(['vi']);
  expect(signedPercent(change)).toBe(said);
  expect(withSign(change, said.replace(/^[^0-9]+/u, ''))).toBe(said);
});

describe('money', () => {
  test.each([
    [4.49e9, 'VND', '4,49 tỷ ₫', '₫4.49B'],
    [-15e6, 'VND', '−\u206015 triệu ₫', '−\u2060₫15M'],
    [15e3, 'EUR', '15 nghìn €', '€15K'],
    [1.2e12, 'VND', '1,2 nghìn tỷ ₫', '₫1.2T'],
    [950, 'EUR', '950 €', '€950'],
  ])('%d %s is written out in Vietnamese and short in English, and breaks nowhere', (value, currency, vi, en) => {
    language.start(['vi']);
    expect(plain(money(value, currency))).toBe(vi);
    expect(money(value, currency)).not.toContain(' ');
    language.start(['en']);
    expect(plain(money(value, currency))).toBe(en);
  });

  test('is short on the axes of charts, and written out without its sign', () => {
    language.start(['vi']);
    expect(plain(axisMoney(4.49e9, 'VND'))).toBe('4,49 tỷ ₫');
    expect(plain(axisFigure('equity', 4.49e9, 'VND'))).toBe('4,49 tỷ ₫');
    expect(plain(axisFigure('churn', 0.05, 'VND'))).toBe('5,0%');
    expect(plain(axisMoney(1.2e12, 'VND'))).toBe('1,2 nghìn tỷ ₫');
    expect(plain(axisMoney(1.5e6, 'EUR'))).toBe('1,5 Tr €');
    expect(plain(rounded(2.5e6))).toBe('2,5 triệu');
  });
});

test('a unit is a hundredth of what the firm began with, in its currency', () => {
  language.start(['vi']);
  expect(plain(unitWords(tiemNang().scenario))).toBe('1 đơn vị (đv) = 15 triệu ₫. Lãi lỗ mỗi quý cộng vào tiền còn.');
  language.start(['en']);
  expect(unitWords(vorasBank().scenario)).toBe('1 unit = €240K. The result of each quarter goes into cash.');
});
