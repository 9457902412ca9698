import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/sim/canonicalJson.ts';

describe('Canonical JSON', () => {
  test.each<[string, unknown, string]>([
    ['keys go by code unit, not by locale', { b: 1, a: 2, B: 3, é: 4, z: 5 }, '{"B":3,"a":2,"b":1,"z":5,"é":4}'],
    ['digits go by code unit too', { 10: 'a', 9: 'b', 1: 'c' }, '{"1":"c","10":"a","9":"b"}'],
    ['a composed and a decomposed letter are the same text', 'e\u0301', '"\u00e9"'],
    ['decomposed keys are composed', { 'e\u0301': 1 }, '{"\u00e9":1}'],
    ['minus zero is zero', [-0, 0], '[0,0]'],
    ['absent properties are left out', { a: undefined, b: null }, '{"b":null}'],
    ['numbers keep their shortest form', [0.1, 1e21, 1e-7, 5e-324], '[0.1,1e+21,1e-7,5e-324]'],
    ['quotes, control characters and lone surrogates are escaped', '"\n\u0000\ud800', '"\\"\\n\\u0000\\ud800"'],
    ['an object without prototype is plain', Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each<[string, unknown]>([
    ['NaN', { a: Number.NaN }],
    ['infinity', [Infinity]],
    ['undefined in a list', [undefined]],
    ['a hole in a list', [, 1]],
    ['nothing at all', undefined],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a typed array', new Uint8Array(1)],
    ['two keys that are one when composed', { '\u00e9': 1, 'e\u0301': 2 }],
  ])('%s has no canonical form', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('reading it back gives the value, and key order never shows', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true } as object), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 200, seed: 20_014 },
    );
  });
});
