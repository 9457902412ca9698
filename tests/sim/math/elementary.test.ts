import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, expm1, ln, logistic, pow, tanh } from '../../../src/sim/math/elementary.ts';
import { exactExp, exactExpm1, exactLn, exactLogistic, exactly, exactProduct, exactTanh, ulpsFrom } from './highPrecision.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const runs = { numRuns: 1500, seed: 20260101 };

describe('against values to 90 digits', () => {
  test('the reference itself agrees with published digits of e, ln 10 and tanh 1', () => {
    expect(ulpsFrom(2.718281828459045, exactExp(exactly(1)))).toBeLessThanOrEqual(0.5);
    expect(ulpsFrom(2.302585092994046, exactLn(exactly(10)))).toBeLessThanOrEqual(0.5);
    expect(ulpsFrom(0.7615941559557649, exactTanh(exactly(1)))).toBeLessThanOrEqual(0.5);
    expect(ulpsFrom(0.7310585786300049, exactLogistic(exactly(1)))).toBeLessThanOrEqual(0.5);
    expect(ulpsFrom(2.7182818284590455, exactExp(exactly(1)))).toBeGreaterThan(0.5);
  });

  test.each([
    ['-745 to 709', between(-745, 709.7)],
    ['-2 to 2', between(-2, 2)],
  ])('exp is within 1 ulp on %s', (_range, x) => {
    fc.assert(
      fc.property(x, (value) => ulpsFrom(exp(value), exactExp(exactly(value))) <= 1),
      runs,
    );
  });

  test('expm1 is within 2 ulp', () => {
    fc.assert(
      fc.property(between(-36, 36), (x) => Math.abs(x) < 1e-30 || ulpsFrom(expm1(x), exactExpm1(exactly(x))) <= 2),
      runs,
    );
  });

  test.each([
    ['all positive doubles', between(5e-324, 1.7e308)],
    ['0.5 to 2', between(0.5, 2)],
    ['1 plus or minus a millionth', between(0.999999, 1.000001)],
  ])('ln is within 1 ulp on %s', (_range, x) => {
    fc.assert(
      fc.property(x, (value) => value === 1 || ulpsFrom(ln(value), exactLn(exactly(value))) <= 1),
      runs,
    );
  });

  test.each([
    { size: 60, bound: 2 },
    { size: 690, bound: 6 },
  ])('pow is within $bound ulp while |y ln x| <= $size', ({ size, bound }) => {
    const property = fc.property(between(0.001, 1000), between(-1, 1), (x, part) => {
      fc.pre(Math.abs(x - 1) > 1e-9);
      const y = (part * size) / Math.log(x);
      return ulpsFrom(pow(x, y), exactExp(exactProduct(exactly(y), exactLn(exactly(x))))) <= bound;
    });
    fc.assert(property, runs);
  });

  test('tanh is within 2 ulp', () => {
    fc.assert(
      fc.property(between(-18, 18), (x) => Math.abs(x) < 1e-30 || ulpsFrom(tanh(x), exactTanh(exactly(x))) <= 2),
      runs,
    );
  });

  test('logistic is within 2 ulp', () => {
    fc.assert(
      fc.property(between(-100, 100), (x) => ulpsFrom(logistic(x), exactLogistic(exactly(x))) <= 2),
      runs,
    );
  });
});

describe('edges', () => {
  test.each([
    ['exp(0)', exp(0), 1],
    ['exp(-0)', exp(-0), 1],
    ['exp(-Infinity)', exp(-Infinity), 0],
    ['exp(Infinity)', exp(Infinity), Infinity],
    ['exp(NaN)', exp(NaN), NaN],
    ['exp(709.79)', exp(709.79), Infinity],
    ['exp(-745.2)', exp(-745.2), 0],
    ['exp(-745.13)', exp(-745.13), 5e-324],
    ['expm1(-0)', expm1(-0), -0],
    ['expm1(-Infinity)', expm1(-Infinity), -1],
    ['expm1(Infinity)', expm1(Infinity), Infinity],
    ['expm1(NaN)', expm1(NaN), NaN],
    ['ln(1)', ln(1), 0],
    ['ln(0)', ln(0), -Infinity],
    ['ln(-0)', ln(-0), -Infinity],
    ['ln(-1)', ln(-1), NaN],
    ['ln(NaN)', ln(NaN), NaN],
    ['ln(Infinity)', ln(Infinity), Infinity],
    ['ln of the smallest double', ln(5e-324), -744.4400719213812],
    ['tanh(-0)', tanh(-0), -0],
    ['tanh(Infinity)', tanh(Infinity), 1],
    ['tanh(-Infinity)', tanh(-Infinity), -1],
    ['tanh(NaN)', tanh(NaN), NaN],
    ['logistic(0)', logistic(0), 0.5],
    ['logistic(-Infinity)', logistic(-Infinity), 0],
    ['logistic(Infinity)', logistic(Infinity), 1],
    ['logistic(NaN)', logistic(NaN), NaN],
  ])('%s', (_name, measured, expected) => {
    expect(measured).toBe(expected);
  });

  const special = [0, -0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, Infinity, -Infinity, NaN];
  test('pow treats signs, zeros, infinities and NaN as the language standard does', () => {
    for (const x of special) {
      for (const y of special) {
        const standard = Math.pow(x, y);
        const ours = pow(x, y);
        const close = Object.is(ours, standard) || Math.abs(ours / standard - 1) < 1e-15;
        expect(close, `pow(${x}, ${y}) gave ${ours}, the standard ${standard}`).toBe(true);
      }
    }
  });

  test('pow overflows to Infinity, sinks to 0 through the subnormal numbers, and keeps small whole powers exact', () => {
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(2, -1074)).toBe(5e-324);
    expect(pow(2, -1080)).toBe(0);
    expect(pow(1e300, 1e300)).toBe(Infinity);
    expect(pow(1e300, -1e300)).toBe(0);
    for (let k = 1, power = 3; k <= 20; k += 1, power *= 3) expect(pow(3, k)).toBe(power);
  });
});

describe('shape', () => {
  test('exp and ln undo each other to a few ulp', () => {
    fc.assert(
      fc.property(between(-30, 30), (x) => Math.abs(ln(exp(x)) - x) <= 4e-16 * Math.max(1, Math.abs(x))),
      runs,
    );
  });

  test('exp, tanh and logistic never fall where their argument rises by a thousandth part', () => {
    const rising = fc.property(between(-30, 30), (x) => {
      const next = x + Math.abs(x) * 0.001 + 1e-9;
      return exp(next) > exp(x) && tanh(next) >= tanh(x) && logistic(next) >= logistic(x);
    });
    fc.assert(rising, runs);
  });

  test('tanh is odd and logistic(x) + logistic(-x) is 1', () => {
    const symmetric = fc.property(
      between(-50, 50),
      (x) => Object.is(tanh(-x), -tanh(x)) && Math.abs(logistic(x) + logistic(-x) - 1) < 3e-16,
    );
    fc.assert(symmetric, runs);
  });
});
