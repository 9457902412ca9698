/** The eight starting firms of the course held against the path table: what each path still lacks and what refuses it on the first day. */

import { describe, expect, it } from 'vitest';
import { completeness } from '../../src/sim/records/quality.ts';
import type { Stocks } from '../../src/company/firm.ts';
import { type Facts, pathLacks } from '../../src/company/guards.ts';
import { costLineIds } from '../../src/company/controls.ts';
import { gapOf, paths, type RealPathId } from '../../src/company/paths.ts';
import { firms, type StartingFirm } from './startingFirms.ts';

const pathIds = Object.keys(paths) as RealPathId[];
const stocksOf = ({ stocks: [S, L, X, H, T, Q] }: StartingFirm): Stocks => ({ S, L, X, H, T, Q });

/** What the firm's guards know on the first day: records audited, both cards analysed, the whole cost sheet answered, money in hand. */
function factsOf(firm: StartingFirm): Facts {
  const [coverage, depth, accuracy, linkage, consent] = firm.records;
  return {
    level: firm.level,
    stocks: stocksOf(firm),
    information: completeness(coverage / 100, depth / 100, accuracy / 100, linkage / 100, consent / 100),
    consent,
    adoption: 0,
    released: 10,
    costLines: costLineIds.length,
    businessAnalysed: true,
    customerAnalysed: true,
  };
}
/** Codes of the refusals, advice left out. */
const refusals = (firm: StartingFirm, path: RealPathId): string =>
  pathLacks(path, factsOf(firm))
    .filter(({ advisory }) => advisory !== true)
    .map(({ code }) => code)
    .join(' ');
const named = (name: string): StartingFirm => firms.find((firm) => firm.name === name)!;

/** Gap and refusals of every path for every firm: p12, p13, p24, p34, p14, p23, p32. */
const table: readonly (readonly [string, readonly (readonly [gap: number, refusals: string])[]])[] = [
  [
    'bank',
    [
      [1.5, ''],
      [3.5, ''],
      [15.2, 'level information'],
      [16.2, 'level information'],
      [27.2, 'information gap'],
      [5.4, 'level'],
      [4, 'level'],
    ],
  ],
  [
    'mobile operator',
    [
      [0, 'level'],
      [1, 'level'],
      [10.6, ''],
      [11.6, 'level information'],
      [22.6, 'level'],
      [2, ''],
      [0, 'level'],
    ],
  ],
  [
    'dairy',
    [
      [0.9, ''],
      [1.5, 'information'],
      [11.8, 'level information consent'],
      [12.8, 'level information consent'],
      [23.8, 'information consent'],
      [3.4, 'level information'],
      [1.8, 'level'],
    ],
  ],
  [
    'post and telecom',
    [
      [6.1, ''],
      [10.3, 'consent'],
      [24.7, 'level information consent'],
      [25.7, 'level information consent gap'],
      [36.7, 'information consent gap'],
      [12.2, 'level information consent'],
      [9.7, 'level'],
    ],
  ],
  [
    'small shop',
    [
      [2.1, ''],
      [2.7, ''],
      [10.4, 'level information consent'],
      [11.4, 'level information consent'],
      [18.7, 'information consent'],
      [3.6, 'level information'],
      [3.6, 'level'],
    ],
  ],
  [
    'B2B distributor',
    [
      [0.9, ''],
      [4.1, ''],
      [16.1, 'level information'],
      [17.1, 'level information'],
      [28.1, 'information gap'],
      [6, 'level'],
      [3.4, 'level'],
    ],
  ],
  [
    'hotel group',
    [
      [0, 'level'],
      [0, 'level'],
      [7, 'level'],
      [8, ''],
      [19, 'level'],
      [0, 'level'],
      [0, ''],
    ],
  ],
  [
    'university',
    [
      [1.6, ''],
      [6.2, ''],
      [19.7, 'level information'],
      [20.7, 'level information'],
      [31.7, 'information gap'],
      [7.2, 'level'],
      [5.2, 'level'],
    ],
  ],
];

describe('the seven paths of the eight starting firms', () => {
  it.each(table)('of the %s: gaps and refusals are those of the table', (name, rows) => {
    const firm = named(name);
    const found = pathIds.map((path) => [path, Number(gapOf(path, stocksOf(firm)).toFixed(1)), refusals(firm, path)]);
    expect(found).toEqual(pathIds.map((path, i) => [path, ...rows[i]!]));
  });

  it('are all in the table', () => {
    expect(table.map(([name]) => name)).toEqual(firms.map(({ name }) => name));
  });
});

describe('what the starting values are to teach', () => {
  it.each(firms)('the best path of the $name can begin on the first day, with a gap of at most 10.6', (firm) => {
    const [first] = firm.best;
    expect(refusals(firm, first!)).toBe('');
    expect(gapOf(first!, stocksOf(firm))).toBeLessThanOrEqual(10.6 + 1e-9);
  });

  const onFirstLevel = firms.filter(({ level }) => level === 'l1');

  it('the leap is refused to all six firms on level 1', () => {
    expect(onFirstLevel).toHaveLength(6);
    for (const firm of onFirstLevel) expect(refusals(firm, 'p14'), firm.name).not.toBe('');
  });

  it('four of them by a gap between 27.2 and 36.7, the dairy and the small shop by information and consent alone', () => {
    const gaps = onFirstLevel.map((firm) => gapOf('p14', stocksOf(firm)));
    const byGap = onFirstLevel.filter((firm) => refusals(firm, 'p14').includes('gap'));
    expect(byGap.map(({ name }) => name)).toEqual(['bank', 'post and telecom', 'B2B distributor', 'university']);
    expect(Math.max(...gaps)).toBeCloseTo(36.7, 6);
    expect(Math.min(...gaps.filter((gap) => gap > 25))).toBeCloseTo(27.2, 6);
    for (const name of ['dairy', 'small shop']) expect(refusals(named(name), 'p14')).toBe('information consent');
  });

  it('data first is refused to the dairy for want of information and to the post for want of consent, to no other firm on level 1', () => {
    const refused = onFirstLevel.map((firm) => [firm.name, refusals(firm, 'p13')]).filter(([, why]) => why !== '');
    expect(refused).toEqual([
      ['dairy', 'information'],
      ['post and telecom', 'consent'],
    ]);
  });

  it('the path that tempts is never a step of the best one', () => {
    for (const firm of firms) expect(firm.best, firm.name).not.toContain(firm.trap);
  });
});
