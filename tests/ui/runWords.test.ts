import { describe, expect, test } from 'vitest';
import { chainErrors } from '../../src/game/chain.ts';
import { parseRun, writeRun } from '../../src/game/runFile.ts';
import { failed, saveCodes } from '../../src/saves/outcome.ts';
import type { Coded } from '../../src/scenario/coded.ts';
import { hasWord } from '../../src/text/words.ts';
import { codedWords, faultsOf, saveCodeWords } from '../../src/ui/runs/codeWords.ts';
import { moment } from '../../src/ui/runs/times.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { sampleRun } from '../saves/sampleRun.ts';

const whole = writeRun(sampleRun(3));
const faults = (text: string | Uint8Array): readonly Coded[] => {
  const parsed = parseRun(text);
  return parsed.ok ? chainErrors(parsed.run) : parsed.errors;
};

test.each(saveCodes)('the failure %s has a sentence of its own', (code) => {
  expect(hasWord('saveCode', code)).toBe(true);
  expect(saveCodeWords(failed(code)).length).toBeGreaterThan(10);
});

test('a damaged run names the first decision that is, counted from 1', () => {
  expect(saveCodeWords(failed('damaged', { entry: 4 }))).toContain('5');
});

describe('what is wrong with a run file is said in words', () => {
  test.each([
    ['no JSON', 'hello'],
    ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x7b])],
    ['a key twice', '{"format": 1, "format": 1}'],
    ['a forbidden key', '{"__proto__": 1}'],
    ['nothing in it', '{}'],
    ['another format', whole.replace('"format": 1', '"format": 2')],
    ['a word for a number', whole.replace(/"epoch": \d+/, '"epoch": "x"')],
    ['a list for a map', whole.replace(/"scenario": \{[^}]*\}/, '"scenario": []')],
    ['a broken chain', whole.replace('"biz.spend":1', '"biz.spend":2')],
    ['an entry missing', whole.replace(/\n.*"seq":1[,}].*\n/, '\n')],
    ['too many customers', whole.replace('"customers": 400', '"customers": 4000000')],
    ['nested without end', '['.repeat(50) + ']'.repeat(50)],
    ['too large', ' '.repeat(262_145)],
  ])('%s', (_name, text) => {
    const found = faults(text);
    expect(found.length).toBeGreaterThan(0);
    for (const fault of found) {
      expect({ code: fault.code, known: hasWord('code', fault.code) }).toEqual({ code: fault.code, known: true });
      expect(codedWords(fault)).not.toMatch(/undefined|\{\w+\}/);
    }
  });

  test('with the place first, and no more than five of them', () => {
    const { shown, more } = faultsOf(failed('badFile', { errors: faults('{}') }));
    expect(shown).toHaveLength(5);
    expect(more).toBeGreaterThan(0);
    language.current = 'en';
    expect(codedWords({ code: 'wrongType', at: 'entries[3].seq', line: 9, values: { expected: 'number' } })).toBe(
      'entries[3].seq, line 9: a number is expected here',
    );
  });
});

test('a moment of today is a time, another one has its date', () => {
  language.current = 'en';
  const noon = new Date(2026, 4, 3, 12, 30).getTime();
  expect(moment(noon, noon + 3_600_000)).not.toMatch(/2026/);
  expect(moment(noon, noon + 48 * 3_600_000)).toMatch(/2026/);
});
