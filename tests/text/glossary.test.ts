import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controls } from '../../src/company/controls.ts';
import { kpiIds } from '../../src/game/reports.ts';
import { fold, glossaryKey, searchGlossary, variants } from '../../src/text/glossaryEntries.ts';
import { cardTerms, caseKindTerms, caseStepTerms, kpiTerms, teachingTerms } from '../../src/text/glossaryLinks.ts';
import { parseCsv } from '../../tools/csv.ts';
import { readGlossary } from '../../tools/vite-glossary.ts';

const entries = readGlossary(readFileSync(new URL('../../src/text/glossary.csv', import.meta.url), 'utf8'));
const keys = new Set(entries.map(({ key }) => key));
const found = (query: string): string[] => searchGlossary(entries, query).map(({ key }) => key);

describe('the glossary file', () => {
  test('has its terms in both languages, each with a key of its own that an address can hold', () => {
    expect(entries).toHaveLength(192);
    expect(keys.size).toBe(192);
    expect([...keys].filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  test('keeps its Vietnamese in composed letters', () => {
    expect(entries.filter(({ vi, definition }) => vi !== vi.normalize('NFC') || definition.vi !== definition.vi.normalize('NFC'))).toEqual(
      [],
    );
  });

  test.each([
    ['other columns', 'a,b\n1,2\n', 'columns'],
    ['an empty cell', 'vi,en,definition_en,definition_vi,source\na,b,,d,S0\n', 'filled cells'],
    ['a missing cell', 'vi,en,definition_en,definition_vi,source\na,b,c,d\n', 'filled cells'],
    ['two terms of one key', 'vi,en,definition_en,definition_vi,source\na,pilot,c,d,S0\nb,Pilot (2),c,d,S0\n', 'same key pilot'],
  ])('with %s fails the build', (_, text, message) => {
    expect(() => readGlossary(text)).toThrow(message);
  });
});

describe('comma-separated values', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,"b, ""c""\nd"\r\n', [['a', 'b, "c"\nd']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['', []],
  ])('%j is read as rows of fields', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  test('what is written by the rules is read back as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'đ') });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(parseCsv(text)).toEqual(rows);
      }),
    );
  });

  test.each(['a,"b', 'a,b"c\n', '"a"b,c\n'])('%j has a quote out of place and is refused', (text) => {
    expect(() => parseCsv(text)).toThrow(SyntaxError);
  });
});

describe('names', () => {
  test.each([
    ['Đồng ý', 'dong y'],
    ['CỦA chủ-thể (dữ liệu)', 'cua chu the du lieu'],
    ['360°', '360'],
    ['  ', ''],
  ])('%s folds to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['share of wallet / share of customer', ['share of wallet', 'share of customer']],
    ['customer lifetime value (CLV)', ['customer lifetime value', 'CLV', 'customer lifetime value CLV']],
    ['degree of (customer) individualisation', ['degree of individualisation', 'customer', 'degree of customer individualisation']],
    ['pilot', ['pilot']],
  ])('%s stands for %j', (name, all) => {
    expect(variants(name)).toEqual(all);
  });

  test.each([
    ['customer lifetime value (CLV)', 'customer-lifetime-value'],
    ['share of wallet / share of customer', 'share-of-wallet'],
    ['e-commerce', 'e-commerce'],
  ])('%s has the key %s', (name, key) => {
    expect(glossaryKey(name)).toBe(key);
  });
});

describe('the search', () => {
  test.each([
    ['Vietnamese without marks', 'tai san khach hang', 'customer-equity'],
    ['đ typed as d', 'dong y cua chu the', 'data-subject-consent'],
    ['marks and capitals', 'TÀI SẢN KHÁCH HÀNG', 'customer-equity'],
    ['decomposed letters', 'tài sản khách hàng'.normalize('NFD'), 'customer-equity'],
    ['an abbreviation', 'clv', 'customer-lifetime-value'],
    ['what stands in brackets', 'hài lòng', 'customer-satisfaction'],
    ['the second side of a stroke', 'share of customer', 'share-of-wallet'],
    ['English', 'win back', 'win-back'],
    ['the beginning of a word', 'reten', 'customer-retention'],
    ['words in another order', 'rate churn', 'churn-rate'],
  ])('finds a term by %s first', (_, query, key) => {
    expect(found(query)[0]).toBe(key);
  });

  test('finds every term first by each of its names, or another term of that very name', () => {
    for (const { key, vi, en } of entries) {
      for (const name of [...variants(vi), ...variants(en)]) {
        const [first] = searchGlossary(entries, name);
        const names = [...variants(first.vi), ...variants(first.en)].map(fold);
        expect({ name, key, found: first.key === key || names.includes(fold(name)) }).toEqual({ name, key, found: true });
      }
    }
  });

  test('finds the same without the marks as with them', () => {
    for (const { vi } of entries) expect(new Set(found(fold(vi)))).toEqual(new Set(found(vi)));
  });

  test('puts a name with the marks as typed before one with others', () => {
    const order = found('bán');
    expect(order.indexOf('cross-selling')).toBeLessThan(order.indexOf('customer-value-map'));
    expect(order).toContain('customer-value-map');
  });

  test('finds everything for a query without letters, nothing for a word that is nowhere, and bears any text', () => {
    expect(found(' ?!')).toHaveLength(192);
    expect(found('qzx')).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (query) => void expect(found(query).every((key) => keys.has(key))).toBe(true)));
  });
});

describe('links from the screens', () => {
  const cards = new Set<string>(controls.map(({ card }) => card));

  test('of cards lead from a card that exists to terms that exist', () => {
    expect(Object.keys(cardTerms).filter((card) => !cards.has(card))).toEqual([]);
    expect(Object.values(cardTerms).flatMap((terms) => (terms ?? []).filter((key) => !keys.has(key)))).toEqual([]);
  });

  test('every term named beside a lesson, a benefit, a saying or a question stands in the glossary', () => {
    const named = Object.values(teachingTerms).flatMap((terms) => Object.values<string>(terms));
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
  });

  test('of figures lead from a KPI that exists to a term that exists', () => {
    expect(Object.keys(kpiTerms).filter((id) => !(kpiIds as readonly string[]).includes(id))).toEqual([]);
    expect(Object.values(kpiTerms).filter((key) => !keys.has(key ?? ''))).toEqual([]);
  });

  test('of cases lead to terms that exist', () => {
    const linked = [...Object.values(caseStepTerms), ...Object.values(caseKindTerms)].flatMap((terms) => terms ?? []);
    expect(linked.filter((key) => !keys.has(key))).toEqual([]);
  });

  test('leave out no card: every decision carries its theory', () => {
    expect([...cards].filter((card) => !(card in cardTerms)).sort()).toEqual([]);
  });
});
