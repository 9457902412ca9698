import { describe, expect, it } from 'vitest';
import {
  choosePathReasons,
  confirmReasons,
  downscopeReasons,
  type Facts,
  pathLacks,
  pilotReasons,
  recoverReasons,
  submitReasons,
} from '../../src/company/guards.ts';
import { pathIds, type PathId } from '../../src/company/controls.ts';
import { type Stocks, stockIds } from '../../src/company/firm.ts';
import { gapOf, paths, plannedTurns, type RealPathId, weakestStock } from '../../src/company/paths.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { bankFacts, bankStocks } from './fixtures.ts';

const codes = (reasons: readonly { code: string }[]): string[] => reasons.map((reason) => reason.code);
const facts = (changes: Partial<Facts>): Facts => ({ ...bankFacts, ...changes });

describe('the gap of a path', () => {
  it.each([
    ['p12', 1.5],
    ['p13', 3.5],
    ['p14', 27.2],
  ] as const)('is for %s at the start values of the bank %f points', (path, gap) => {
    expect(gapOf(path, bankStocks)).toBeCloseTo(gap, 10);
  });

  // Start stocks S L X H T Q of the eight firms and what the matrix says of their leaps.
  it.each([
    ['mobile operator', [50, 55, 35, 50, 50, 50], 'p24', 10.6],
    ['dairy firm', [55, 55, 35, 40, 45, 50], 'p14', 23.8],
    ['post and telecom operator', [40, 45, 20, 35, 30, 30], 'p14', 36.7],
    ['small retailer', [45, 80, 65, 40, 40, 35], 'p14', 18.7],
  ] as const)('agrees with the published check of the %s', (_, [S, L, X, H, T, Q], path, gap) => {
    expect(gapOf(path, { S, L, X, H, T, Q })).toBeCloseTo(gap, 1);
  });

  it('is nothing for staying, and nothing where every stock is full', () => {
    const full = { S: 100, L: 100, X: 100, H: 100, T: 100, Q: 100 };
    expect(gapOf('stay', bankStocks)).toBe(0);
    for (const path of pathIds) expect(gapOf(path, full)).toBe(0);
  });

  it('weighs the six stocks to one in all', () => {
    expect(stockIds.reduce((sum, stock) => sum + usualParameters[`gap.${stock}`], 0)).toBeCloseTo(1, 12);
  });

  it('names the stock that lacks most', () => {
    expect(weakestStock('p13', bankStocks)).toBe('X');
    expect(weakestStock('p13', { ...bankStocks, T: 0 })).toBe('T');
    expect(weakestStock('p12', { S: 100, L: 100, X: 100, H: 46, T: 100, Q: 100 })).toBe('H');
  });

  it('plans the longest roll-out for the careful pace and the shortest for the rushed one', () => {
    for (const path of Object.keys(paths) as RealPathId[]) {
      const [quickest, slowest] = paths[path].turns;
      expect(plannedTurns(path, 'careful')).toBe(slowest);
      expect(plannedTurns(path, 'rushed')).toBe(quickest);
      expect(plannedTurns(path, 'normal')).toBeGreaterThanOrEqual(quickest);
      expect(plannedTurns(path, 'normal')).toBeLessThanOrEqual(slowest);
    }
  });

  it('makes two steps cheaper than the leap, as the matrix says: 3.0 and 3.1 against 4.0', () => {
    expect(paths.p12.cost + paths.p24.cost).toBeCloseTo(3.0, 12);
    expect(paths.p13.cost + paths.p34.cost).toBeCloseTo(3.1, 12);
    expect(paths.p14.cost).toBe(4);
  });
});

describe('what refuses a path', () => {
  it.each<[string, () => readonly { code: string }[], string[]]>([
    [
      'no card read',
      () => choosePathReasons(facts({ businessAnalysed: false, customerAnalysed: false })),
      ['card.business', 'card.customer'],
    ],
    ['only the business read', () => choosePathReasons(facts({ customerAnalysed: false })), ['card.customer']],
    ['both read', () => choosePathReasons(bankFacts), []],
    ['data first, all well', () => confirmReasons('p13', bankFacts), []],
    ['data first without enough information', () => confirmReasons('p13', facts({ information: 24.9 })), ['information']],
    ['data first at just enough information', () => confirmReasons('p13', facts({ information: 25 })), []],
    ['data first without consent', () => confirmReasons('p13', facts({ consent: 49 })), ['consent']],
    ['data first never audited', () => confirmReasons('p13', facts({ information: null, consent: null })), ['information', 'consent']],
    ['service first never audited', () => confirmReasons('p12', facts({ information: null, consent: null })), []],
    ['a path from another level', () => confirmReasons('p34', facts({ information: 70 })), ['level']],
    ['staying is not confirmed', () => confirmReasons('stay', bankFacts), ['path']],
    ['submission, all well', () => submitReasons('p13', bankFacts), []],
    ['the leap', () => submitReasons('p14', bankFacts), ['gap']],
    ['no money', () => submitReasons('p13', facts({ released: 0 })), ['released']],
    ['ten cost lines', () => submitReasons('p13', facts({ costLines: 10 })), ['costLines']],
    ['eleven cost lines', () => submitReasons('p13', facts({ costLines: 11 })), []],
    ['weak alignment', () => submitReasons('p12', facts({ stocks: { ...bankStocks, S: 39 } })), ['stock.S']],
    ['weak leadership', () => submitReasons('p12', facts({ stocks: { ...bankStocks, L: 39 } })), ['stock.L']],
    ['pilot with a large gap', () => pilotReasons('p12', { stocks: { ...bankStocks, X: 0 }, adoption: 60 }), ['gap']],
    ['pilot nobody uses', () => pilotReasons('p12', { stocks: bankStocks, adoption: 49 }), ['adoption']],
    ['pilot that passes', () => pilotReasons('p12', { stocks: bankStocks, adoption: 50 }), []],
    ['recovery, all well', () => recoverReasons('p13', bankFacts), []],
    ['recovery with a wide gap', () => recoverReasons('p14', bankFacts), ['gap']],
    [
      'recovery without money and sponsor',
      () => recoverReasons('p13', facts({ released: -1, stocks: { ...bankStocks, L: 30 } })),
      ['released', 'stock.L'],
    ],
    ['cutting down a single step', () => downscopeReasons('p13'), ['path']],
    ['cutting down the leap', () => downscopeReasons('p14'), []],
  ])('%s', (_, reasons, expected) => {
    expect(codes(reasons())).toEqual(expected);
  });

  it('gives the numbers that failed', () => {
    expect(submitReasons('p14', bankFacts)).toEqual([{ code: 'gap', actual: gapOf('p14', bankStocks), required: 25 }]);
  });
});

describe('the list on the screen', () => {
  const refusing = (path: PathId, at: Facts) => pathLacks(path, at).filter((reason) => reason.advisory === undefined);

  it('lets the bank go service first or data first and refuses the leap', () => {
    expect(refusing('p12', bankFacts)).toEqual([]);
    expect(refusing('p13', bankFacts)).toEqual([]);
    expect(codes(refusing('p14', bankFacts))).toEqual(['information', 'gap']);
  });

  it('refuses exactly where one of the guards of the machine does', () => {
    const some: Facts[] = [
      bankFacts,
      facts({ released: 0 }),
      facts({ consent: 10 }),
      facts({ level: 'l3', information: 80 }),
      facts({ costLines: 0 }),
    ];
    for (const at of some) {
      for (const path of Object.keys(paths) as RealPathId[]) {
        const guards = [...choosePathReasons(at), ...confirmReasons(path, at), ...submitReasons(path, at)];
        expect(refusing(path, at)).toEqual(guards);
      }
    }
  });

  it('names each stock under what the path asks, with both numbers, as advice', () => {
    const advice = pathLacks('p13', bankFacts).filter((reason) => reason.advisory === true);
    expect(advice).toEqual([
      { code: 'stock.X', actual: 30, required: 40, advisory: true },
      { code: 'stock.T', actual: 35, required: 50, advisory: true },
    ]);
  });

  it('never names a stock twice', () => {
    const weak: Stocks = { S: 10, L: 10, X: 10, H: 10, T: 10, Q: 10 };
    const all = codes(pathLacks('p24', facts({ stocks: weak })));
    expect(new Set(all).size).toBe(all.length);
  });

  it('has nothing to say about staying', () => {
    expect(pathLacks('stay', bankFacts)).toEqual([]);
  });
});
