import { describe, expect, test } from 'vitest';
import { firmParameters } from '../../src/company/parameters.ts';
import { scoreConstants } from '../../src/game/glassBox/scoreConstants.ts';
import { parameters } from '../../src/sim/parameters.ts';
import { literatureSources } from '../../src/text/literatureSources.ts';
import { ownSources } from '../../src/text/ownSources.ts';
import { sourceWords } from '../../src/text/sources.ts';

const all = [parameters, firmParameters, scoreConstants].flatMap((catalogue) => Object.values(catalogue).map(({ source }) => source));
const used = [...new Set(all)];
/** Authors and years, nothing of our own. */
const citation = /^[\p{L}., &]+ \d{4}(; [\p{L}., &]+ \d{4})*$/u;

test('the source of every coefficient is given in Vietnamese, unless it is a citation alone', () => {
  const english = used.filter((source) => sourceWords(source, 'vi') === source && !citation.test(source));
  expect(english).toEqual([]);
  expect(used.length).toBeGreaterThan(100);
});

test('no translation is left over, and none stands twice', () => {
  const rows = [...Object.keys(literatureSources), ...Object.keys(ownSources)];
  expect(rows.filter((source) => !used.includes(source))).toEqual([]);
  expect(new Set(rows).size).toBe(rows.length);
});

describe('a translated source', () => {
  test('keeps the authors and years that it names', () => {
    for (const [english, vietnamese] of Object.entries({ ...literatureSources, ...ownSources }))
      expect(vietnamese.match(/\b(1[89]|20)\d\d\b/g) ?? [], english).toEqual(english.match(/\b(1[89]|20)\d\d\b/g) ?? []);
  });

  test('keeps no explaining word of the English', () => {
    const words = /\b(proposal|sign|size|form|after|mechanics|catalogue|course|matrix|conflict|which|where)\b/;
    const rows = Object.values({ ...literatureSources, ...ownSources });
    expect(rows.filter((vietnamese) => words.test(vietnamese))).toEqual([]);
  });
});

test('English sources are told without the shorthand of the code', () => {
  expect(used.map((source) => sourceWords(source, 'en')).filter((source) => /mechanics|\.md|^catalogue/.test(source))).toEqual([]);
});
