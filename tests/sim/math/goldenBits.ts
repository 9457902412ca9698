/**
 * What the elementary functions and mix4 must give, bit for bit, in every engine. No import of a test tool, so that a page in a browser
 * can run the same table.
 */

import { poissonOfHalf, poissonOfWord } from '../../../src/sim/math/counts.ts';
import { exp, expm1, ln, logistic, pow, tanh } from '../../../src/sim/math/elementary.ts';
import { hashText, mix4, unit } from '../../../src/sim/math/keys.ts';
import { binomialQuantile, gammaVariate, normalQuantile, poissonQuantile } from '../../../src/sim/math/distributions.ts';
import { normalOfHalf, normalOfWord } from '../../../src/sim/math/normalTable.ts';
import { lnGamma } from '../../../src/sim/math/special.ts';
import { SpendFactors } from '../../../src/sim/math/spendOfPurchases.ts';
import { tableExp } from '../../../src/sim/math/tableExp.ts';

const view = new DataView(new ArrayBuffer(8));

/** The 16 hexadecimal digits of a double, sign and exponent first. */
export function bitsOf(x: number): string {
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** The four words of a hash as 32 hexadecimal digits. */
function mixed(a: number, b: number, c: number, d: number): string {
  const out = new Uint32Array(4);
  mix4(out, a, b, c, d);
  return [...out].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** A hash over the bits of 20,000 results of one function at keyed arguments between `low` and `high`. */
function manyBits(low: number, high: number, measured: (x: number, other: number) => number): string {
  const words = new Uint32Array(4);
  let a = 0;
  let b = 0;
  for (let i = 0; i < 20_000; i += 1) {
    mix4(words, i, 0, 0, 2026);
    view.setFloat64(0, measured(low + (high - low) * unit(words[0]), unit(words[1])));
    mix4(words, view.getUint32(0), view.getUint32(4), a, b);
    a = words[0];
    b = words[1];
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

/** Name, how it is computed, and the bits it must give. */
export const goldenBits: readonly { name: string; measure: () => string; bits: string }[] = [
  { name: 'exp(1)', measure: () => bitsOf(exp(1)), bits: '4005bf0a8b14576a' },
  { name: 'exp(-1)', measure: () => bitsOf(exp(-1)), bits: '3fd78b56362cef38' },
  { name: 'exp(0.1)', measure: () => bitsOf(exp(0.1)), bits: '3ff1aec7b35a00d4' },
  { name: 'exp(-0.3466)', measure: () => bitsOf(exp(-0.3466)), bits: '3fe6a0773cd678a4' },
  { name: 'exp(10.5)', measure: () => bitsOf(exp(10.5)), bits: '40e1bb7015e84d3b' },
  { name: 'exp(-700.25)', measure: () => bitsOf(exp(-700.25)), bits: '00caf5fe9a485c8e' },
  { name: 'exp(709.5)', measure: () => bitsOf(exp(709.5)), bits: '7fe81e9b4b52d0c9' },
  { name: 'exp(-745)', measure: () => bitsOf(exp(-745)), bits: '0000000000000001' },
  { name: 'expm1(0.001)', measure: () => bitsOf(expm1(0.001)), bits: '3f506466dfb8cf3a' },
  { name: 'expm1(-0.4)', measure: () => bitsOf(expm1(-0.4)), bits: 'bfd51979f31b1e25' },
  { name: 'expm1(3.3)', measure: () => bitsOf(expm1(3.3)), bits: '403a1cd5e7807b7b' },
  { name: 'ln(2)', measure: () => bitsOf(ln(2)), bits: '3fe62e42fefa39ef' },
  { name: 'ln(10)', measure: () => bitsOf(ln(10)), bits: '40026bb1bbb55516' },
  { name: 'ln(0.1)', measure: () => bitsOf(ln(0.1)), bits: 'c0026bb1bbb55515' },
  { name: 'ln(0.9999)', measure: () => bitsOf(ln(0.9999)), bits: 'bf1a3738d2cf1cc2' },
  { name: 'ln(1e-310)', measure: () => bitsOf(ln(1e-310)), bits: 'c0864e69394d9508' },
  { name: 'ln(123456.789)', measure: () => bitsOf(ln(123456.789)), bits: '40277281cad8a844' },
  { name: 'pow(1.1, 12)', measure: () => bitsOf(pow(1.1, 12)), bits: '40091b805636d733' },
  { name: 'pow(0.975, 20)', measure: () => bitsOf(pow(0.975, 20)), bits: '3fe34937ac87c7d0' },
  { name: 'pow(2.5, -3.25)', measure: () => bitsOf(pow(2.5, -3.25)), bits: '3faa0f36e2c12f9f' },
  { name: 'pow(1e-5, 0.3)', measure: () => bitsOf(pow(1e-5, 0.3)), bits: '3fa030dc4ea03a73' },
  { name: 'pow(10, 300)', measure: () => bitsOf(pow(10, 300)), bits: '7e37e43c8800759c' },
  { name: 'tanh(0.01)', measure: () => bitsOf(tanh(0.01)), bits: '3f847ab48ae4595e' },
  { name: 'tanh(0.5)', measure: () => bitsOf(tanh(0.5)), bits: '3fdd9353d7568af3' },
  { name: 'tanh(-1.75)', measure: () => bitsOf(tanh(-1.75)), bits: 'bfee1fbf97e33527' },
  { name: 'tanh(9)', measure: () => bitsOf(tanh(9)), bits: '3fefffffefa59d78' },
  { name: 'logistic(-3.2)', measure: () => bitsOf(logistic(-3.2)), bits: '3fa40d8795129682' },
  { name: 'logistic(0.7)', measure: () => bitsOf(logistic(0.7)), bits: '3fe561cb52a19476' },
  { name: 'logistic(-40)', measure: () => bitsOf(logistic(-40)), bits: '3c539792499b1a24' },
  { name: 'tableExp(-0.7)', measure: () => bitsOf(tableExp(-0.7)), bits: '3fdfc80db9aec6d4' },
  { name: 'tableExp(0.0108)', measure: () => bitsOf(tableExp(0.0108)), bits: '3ff02c79fe97769a' },
  { name: 'tableExp(-50.5)', measure: () => bitsOf(tableExp(-50.5)), bits: '3b61ad9f47f48104' },
  { name: 'normalQuantile(0.3)', measure: () => bitsOf(normalQuantile(0.3)), bits: 'bfe0c7e39582c5fa' },
  { name: 'normalQuantile(0.99)', measure: () => bitsOf(normalQuantile(0.99)), bits: '40029c5c4630ff0c' },
  { name: 'normalQuantile(1e-9)', measure: () => bitsOf(normalQuantile(1e-9)), bits: 'c017fdc11f44b5a7' },
  { name: 'lnGamma(0.3)', measure: () => bitsOf(lnGamma(0.3)), bits: '3ff188637a6c41a0' },
  { name: 'lnGamma(7.5)', measure: () => bitsOf(lnGamma(7.5)), bits: '401e233060e41f82' },
  { name: 'lnGamma(250)', measure: () => bitsOf(lnGamma(250)), bits: '4091a2185764485f' },
  { name: 'poissonQuantile(0.71, 4.2)', measure: () => bitsOf(poissonQuantile(0.71, 4.2)), bits: '4014000000000000' },
  { name: 'poissonQuantile(0.71, 4200)', measure: () => bitsOf(poissonQuantile(0.71, 4200)), bits: '40b08c0000000000' },
  { name: 'binomialQuantile(0.4, 900, 0.31)', measure: () => bitsOf(binomialQuantile(0.4, 900, 0.31)), bits: '4071300000000000' },
  { name: 'gammaVariate(0.3, 1, 2, 3, 4)', measure: () => bitsOf(gammaVariate(0.3, 1, 2, 3, 4)), bits: '3ecf0e3d7ffeab2b' },
  { name: 'gammaVariate(5.5, 1, 2, 3, 4)', measure: () => bitsOf(gammaVariate(5.5, 1, 2, 3, 4)), bits: '40149e43e20b9f47' },
  { name: 'hashText(voras-bank)', measure: () => bitsOf(hashText('voras-bank')), bits: '41e4e641cce00000' },
  { name: 'hashText(Sữa Mây Trắng)', measure: () => bitsOf(hashText('Sữa Mây Trắng')), bits: '41e5adba5f400000' },
  { name: 'mix4(0, 0, 0, 0)', measure: () => mixed(0, 0, 0, 0), bits: '0f02f72b2d56aa3f32b0f68bd3259bcf' },
  { name: 'mix4(1, 0, 0, 0)', measure: () => mixed(1, 0, 0, 0), bits: '0b3ce4ffa31d62c85ffbba5e623d6ba3' },
  { name: 'mix4(4711, 20482, 17, 20)', measure: () => mixed(4711, 20482, 17, 20), bits: '60a88ef94821341dbf77de515a527b64' },
  {
    name: 'mix4(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)',
    measure: () => mixed(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff),
    bits: '974e4fdcc0151c729f95c8f5a1bb03b3',
  },
  { name: 'exp over -745..709', measure: () => manyBits(-745, 709, exp), bits: 'b641b17d7c56b2b4' },
  { name: 'exp over -3..3', measure: () => manyBits(-3, 3, exp), bits: '2a1a4ae788055b47' },
  { name: 'expm1 over -2..2', measure: () => manyBits(-2, 2, expm1), bits: 'b5052e9b60e036a6' },
  { name: 'ln over 0..10', measure: () => manyBits(0, 10, ln), bits: '634f834a7c72b6c3' },
  { name: 'ln over 0..1e300', measure: () => manyBits(0, 1e300, ln), bits: 'ba49ad4e09eac193' },
  { name: 'pow over 0..20', measure: () => manyBits(0, 20, (x, y) => pow(x, 40 * y - 20)), bits: 'e0ce9d6940c3dc3e' },
  { name: 'tanh over -5..5', measure: () => manyBits(-5, 5, tanh), bits: 'e673311f7bbbc7f6' },
  { name: 'logistic over -30..30', measure: () => manyBits(-30, 30, logistic), bits: '7822dfdb6ce957c3' },
  { name: 'tableExp(-1000)', measure: () => bitsOf(tableExp(-1000)), bits: '0017c8ab2271a594' },
  { name: 'tableExp(1000)', measure: () => bitsOf(tableExp(1000)), bits: '7fdd422d2be612fe' },
  { name: 'normalOfHalf(0)', measure: () => bitsOf(normalOfHalf(0)), bits: 'c00d4e7d1f202ca5' },
  { name: 'normalOfHalf(40000)', measure: () => bitsOf(normalOfHalf(40_000)), bits: '3fd1ef05cbd1a21d' },
  { name: 'normalOfWord(4000000000)', measure: () => bitsOf(normalOfWord(4_000_000_000)), bits: '3ff7c49e115a39bc' },
  {
    name: 'normalOfHalf over all halves',
    measure: () => manyBits(0, 65_536, (x) => normalOfHalf(Math.floor(x))),
    bits: '5f8b0203a7fee66f',
  },
  {
    name: 'normalOfWord over all words',
    measure: () => manyBits(0, 4_294_967_296, (x) => normalOfWord(Math.floor(x))),
    bits: 'e4cc7b8149b53078',
  },
  {
    name: 'poissonOfHalf over means to 12',
    measure: () => manyBits(0, 12, (mean, u) => poissonOfHalf(Math.floor(65_536 * u), mean)),
    bits: 'b4d56c03e8f55984',
  },
  {
    name: 'poissonOfWord over means to 40',
    measure: () => manyBits(0, 40, (mean, u) => poissonOfWord(Math.floor(4_294_967_296 * u), mean)),
    bits: '6bd521f7c012263c',
  },
  {
    name: 'SpendFactors of up to 100 purchases',
    measure: () => {
      const factors = new SpendFactors([2, 6]);
      return manyBits(-3.7, 3.7, (z, u) => factors.of(Math.floor(2 * u), 1 + Math.floor(100 * u), z));
    },
    bits: '36d78d30b8b4e63d',
  },
  { name: 'tableExp over -60..60', measure: () => manyBits(-60, 60, tableExp), bits: 'bdfbf00af5dfad3e' },
  { name: 'normalQuantile', measure: () => manyBits(0, 1, normalQuantile), bits: '450f7417db82a52a' },
  {
    name: 'poissonQuantile over means to 60',
    measure: () => manyBits(0, 60, (mean, u) => poissonQuantile(u, mean)),
    bits: 'bc451d803d40587b',
  },
];
