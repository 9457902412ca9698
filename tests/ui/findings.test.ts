import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../src/game/reports.ts';
import { changeGroups, changesOver, clearChanges, forecastResult, roundBooks, unknownGroups } from '../../src/ui/cockpit/changes.ts';
import { pilotNews } from '../../src/ui/cockpit/pilot.ts';
import { frameGap, truthFinding, truthSeries } from '../../src/ui/debrief/truthSeries.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { causeRows, leavingTitle } from '../../src/ui/debrief/leavingWords.ts';
import { doubtWords, isCounted, sampleWords } from '../../src/ui/estimates.ts';
import { startMap } from '../../src/ui/library/startMap.ts';
import { fakeKnown } from './fakeClient.ts';

const estimate = (value: number | null, half = 0): Estimate =>
  value === null
    ? { value, low: null, high: null, n: 0, asOf: 0, method: 'none', why: 'noAudit' }
    : { value, low: value - half, high: value + half, n: 100, asOf: 1, method: 'survey' };
const withChurn = (quarter: number, churn: Estimate) => {
  const report = fakeKnown(quarter, 0);
  return { ...report, kpi: { ...report.kpi, churn } };
};

describe('what changed over a round', () => {
  test.each([
    ['clearly up when the intervals lie apart', estimate(5, 1), estimate(8, 1), 'clearUp'],
    ['clearly down when the intervals lie apart', estimate(8, 1), estimate(5, 1), 'clearDown'],
    ['blurred when they overlap', estimate(5, 2), estimate(8, 2), 'blurred'],
    ['clear for two full counts that differ', estimate(5), estimate(5.1), 'clearUp'],
    ['new when it was unknown', estimate(null), estimate(5), 'new'],
    ['nothing when it is still unknown', estimate(null), estimate(null), 'none'],
    ['nothing when it is the same', estimate(5, 1), estimate(5, 1), 'none'],
  ])('is %s', (_, before, now, verdict) => {
    const changes = changesOver(withChurn(2, before), withChurn(4, now));
    expect(changes.find(({ kpi }) => kpi === 'churn')?.verdict).toBe(verdict);
  });

  test('is nothing where two full counts are written alike', () => {
    const [before, now] = [fakeKnown(2), fakeKnown(4)];
    const at = (report: typeof now, care: number) => ({ ...report, kpi: { ...report.kpi, care: estimate(care) } });
    const changeOf = (care: number) => changesOver(at(before, 29.6), at(now, care)).find(({ kpi }) => kpi === 'care');
    expect(changeOf(29.64)).toMatchObject({ by: 0, verdict: 'none' });
    expect(changeOf(29.7)).toMatchObject({ verdict: 'clearUp' });
  });

  test('puts the clear changes of the main figures first', () => {
    const changes = changesOver(fakeKnown(2), fakeKnown(4, 0.9));
    const clear = clearChanges(changes).map(({ kpi }) => kpi);
    expect(clear[0]).toBe('churn');
    expect(clear.indexOf('revenue')).toBeGreaterThan(clear.indexOf('completeness'));
  });
});

describe('the figures of a round in groups', () => {
  const before = withChurn(2, estimate(5, 1));
  const now = withChurn(4, estimate(8, 1));
  const kpi = { ...now.kpi, linkage: estimate(null), consent: { ...estimate(null), why: 'neverAsked' as const }, depth: estimate(null) };
  const changes = changesOver({ ...before, kpi: { ...before.kpi, care: estimate(null) } }, { ...now, kpi });

  test('put the clear changes first, then what is new, and leave nothing known out', () => {
    const groups = changeGroups(changes);
    expect(groups.map(({ group }) => group)).toEqual(['clear', 'new', 'same']);
    expect(groups[0].changes.map(({ kpi: id }) => id)).toEqual(['churn']);
    expect(groups[1].changes.map(({ kpi: id }) => id)).toEqual(['care']);
    expect(groups.flatMap((entry) => entry.changes)).toHaveLength(changes.length - 4);
  });

  test.each([
    ['the same value of an older quarter', estimate(5, 1), estimate(5, 1), 'stale', 1],
    ['a figure that has only grown less sure', estimate(5, 1), estimate(5.5, 3), 'stale', 1],
    ['the same value found again', estimate(5, 1), { ...estimate(5, 1), asOf: 3 }, 'same', null],
    ['another value found within the error', estimate(5, 2), { ...estimate(6, 2), asOf: 3 }, 'blurred', null],
    ['a figure from before play', { ...estimate(5, 1), asOf: 0 }, { ...estimate(5, 1), asOf: 0 }, 'staleStart', 0],
  ])('tell %s', (_, earlier, later, group, quarter) => {
    const found = changeGroups(changesOver(withChurn(2, earlier), withChurn(4, later))).find((entry) =>
      entry.changes.some(({ kpi: id }) => id === 'churn'),
    );
    expect(found).toMatchObject({ group, quarter });
  });

  test('name what nobody knows by its reason, the commonest first', () => {
    expect(unknownGroups(changes)).toEqual([
      { why: 'noAudit', kpis: ['depth', 'linkage'] },
      { why: 'noAnalysis', kpis: ['shareOfMarket'] },
      { why: 'neverAsked', kpis: ['consent'] },
    ]);
  });
});

describe('a forecast beside what came', () => {
  const said = { kpi: 'churn', low: 20, high: 40, because: 'price' as const };
  test.each([
    ['held inside the range', 0.03, true, 0],
    ['held at its end', 0.04, true, 0],
    ['missed above', 0.041, false, 0.001],
    ['missed below', 0.015, false, -0.005],
    ['open while nobody knows', null, null, 0],
  ])('%s', (_, value, hit, off) => {
    const result = forecastResult(said, withChurn(4, { ...estimate(value), asOf: 3 }), 3);
    expect(result.hit).toBe(hit);
    expect(result.off).toBeCloseTo(off, 12);
    expect(result.stale).toBeNull();
  });
  test('is not judged by a figure that is older than the forecast', () => {
    const result = forecastResult(said, withChurn(4, { ...estimate(0.9), asOf: 2 }), 3);
    expect(result).toMatchObject({ hit: null, stale: 2, off: 0 });
  });
});

test('the books of a round are the sums over its quarters', () => {
  const books = roundBooks([fakeKnown(1), fakeKnown(2)]);
  expect(books.find(({ flow }) => flow === 'revenue')?.amount).toBe(48e6);
  expect(books.at(-1)).toEqual({ flow: 'result', amount: 4e6 });
});

describe('truth beside belief', () => {
  const truth = [1, 2, 3, 4, 5].map((quarter) => ({ quarter, kpi: { churn: quarter } }) as never);
  const asOf = (quarter: number, of: Estimate): Estimate => ({ ...of, asOf: of.value === null ? 0 : quarter });
  const known = [
    withChurn(1, asOf(1, estimate(1.2, 0.5))),
    withChurn(2, asOf(2, estimate(4, 0.5))),
    withChurn(3, estimate(null)),
    withChurn(4, asOf(4, estimate(4))),
    withChurn(5, asOf(4, estimate(4))),
  ];
  const points = truthSeries('churn', truth, known);

  test('counts the quarters with new evidence in which the truth lay inside the interval, and the mean error', () => {
    const { known: seen, inside, bias } = truthFinding(points);
    expect([seen, inside]).toEqual([3, 2]);
    expect(bias).toBeCloseTo((0.2 + 2 + 0) / 3, 9);
  });

  test('says nothing where nothing was ever known', () => {
    expect(truthFinding(truthSeries('churn', truth, []))).toMatchObject({ known: 0, inside: 0, intervals: 0, bias: null });
  });

  test('holds an interval to the truth of those it speaks of, and tells how far that is from the truth of all', () => {
    const some = [{ quarter: 1, kpi: { churn: 8.9 }, frames: { churn: 3.5 } } as never];
    const among = { ...asOf(1, estimate(3.4, 0.2)), frame: 'buyersOfQuarter' as const };
    const series = truthSeries('churn', some, [withChurn(1, among)]);
    expect(truthFinding(series)).toMatchObject({ known: 1, inside: 1 });
    expect(frameGap(series)).toEqual({ frame: 'buyersOfQuarter', framed: 3.5, truth: 8.9 });
    expect(frameGap(points)).toBeNull();
  });

  test('counts as intervals those that have a width, and a sample without spread, but no figure counted in full', () => {
    const exact: Estimate = { value: 3, low: 3, high: 3, n: 3, asOf: 1, method: 'books' };
    const alike: Estimate = { ...exact, value: 12, low: 12, high: 12, n: 7, method: 'records' };
    const of = (quarter: number, held: Estimate, value: number) => ({
      quarter,
      truth: value,
      framed: value,
      known: { ...held, asOf: quarter },
    });
    const series = [of(1, exact, 3), of(2, alike, 12), of(3, alike, 14), of(4, { ...exact, low: 2, high: 4 }, 3)];
    expect(truthFinding(series)).toMatchObject({ known: 4, inside: 3, intervals: 3, intervalsMissed: 1 });
    expect([isCounted(exact), isCounted(alike), isCounted({ ...alike, n: 12 })]).toEqual([true, false, true]);
  });
});

test.each([
  ['a part of them', { low: 0.4, high: 0.6 }, 'audit, n\u00a0=\u00a0211', /Some records were drawn/],
  ['everybody', { low: 0.5, high: 0.5 }, 'audit of every record, n\u00a0=\u00a0211', /every record was held against reality/],
])('an audit that drew %s is said to be one', (_, ends, sample, help) => {
  language.start(['en']);
  const audited: Estimate = { value: 0.5, ...ends, n: 211, asOf: 3, method: 'audit', frame: 'allCustomers' };
  expect(sampleWords(audited)).toBe(sample);
  expect(doubtWords('completeness', audited, 'EUR')).toMatch(help);
});

describe('why customers left', () => {
  test.each([
    ['the one that took most', { price: 30, quality: 10 }, 'Main cause of leaving in the last quarter, 75%: price'],
    ['both where two took as many', { price: 20, quality: 20, lifeEvent: 10 }, 'Main causes of leaving in the last quarter, 40% each: '],
    ['nobody', {}, 'Nobody left in the last quarter.'],
  ])('names %s', (_, leaving, title) => {
    language.start(['en']);
    expect(leavingTitle(causeRows(leaving as never))).toContain(title);
  });
});

describe('pictures of the customer base', () => {
  test.each([0, 0.25, 0.7, 1])('the small map of coverage %f shares its dots so and stays in its frame', (coverage) => {
    const { known, unknown } = startMap(coverage);
    expect(known.length / (known.length + unknown.length)).toBeCloseTo(coverage, 2);
    for (const [x, y] of [...known, ...unknown]) {
      expect(x >= 0 && x <= 390 && y >= 0 && y <= 190).toBe(true);
    }
    expect(startMap(coverage)).toEqual({ known, unknown });
  });
});

describe('a pilot', () => {
  const programme = (quarter: number, state: 'idle' | 'piloting' | 'planning', adoption: number) => {
    const report = fakeKnown(quarter);
    const stocks = { S: 60, L: 60, X: 60, H: 60, T: 60, Q: 60 };
    return { ...report, programme: { ...report.programme, state, path: 'p13' as const, adoption, stocks } };
  };

  test('that runs says what it must still show', () => {
    const news = pilotNews([programme(1, 'idle', 0), programme(2, 'piloting', 20)]);
    expect(news?.kind).toBe('running');
    expect(news?.lacks.map(({ code }) => code)).toEqual(['adoption']);
  });

  test('that failed says so once, in the quarter after', () => {
    const [piloting, planning] = [programme(2, 'piloting', 20), programme(3, 'planning', 20)];
    expect(pilotNews([piloting, planning])?.kind).toBe('sentBack');
    expect(pilotNews([piloting, planning, planning])).toBeNull();
  });

  test('is no news where there is no programme', () => expect(pilotNews([fakeKnown(0), fakeKnown(1)])).toBeNull());
});
