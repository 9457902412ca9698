import { describe, expect, test } from 'vitest';
import { pathTable } from '../../src/ui/cockpit/pathTable.ts';
import { arrowsFrom, placeOf, plane } from '../../src/ui/cockpit/plane.ts';
import { pathOffer, reasonWords, refusalWords } from '../../src/ui/cockpit/reasons.ts';
import { trailOf, trailWords } from '../../src/ui/cockpit/trail.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { fakeKnown } from './fakeClient.ts';

const { matrix } = fakeKnown(4);

describe('the plane of the matrix', () => {
  test.each([
    [0, 0, 0, 280],
    [100, 100, 280, 0],
    [50, 25, 140, 210],
  ])('%i across and %i up is drawn at %i, %i', (across, up, x, y) => {
    expect(plane(across, up)).toEqual({ x, y });
  });

  test('a firm that has measured both stands where it measured, within its interval', () => {
    const information = { ...matrix.information, low: 30, high: 44 };
    const place = placeOf({ ...matrix, information });
    expect(place.measured).toBe(true);
    expect(place.at).toEqual(plane(matrix.individualisation.value!, matrix.information.value!));
    expect(place.ry).toBeCloseTo(7 * 2.8, 6);
  });

  test('an axis that was never measured spans the whole half of its level', () => {
    const place = placeOf(fakeKnown(0).matrix);
    expect(place.measured).toBe(false);
    expect(place.at.x - place.rx).toBeCloseTo(0, 6);
    expect(place.at.x + place.rx).toBeLessThan(plane(60, 0).x);
  });

  test('the way over it is told quarter by quarter, and drawn where both axes were measured', () => {
    language.current = 'en';
    const rows = trailOf([fakeKnown(0), fakeKnown(4)]);
    expect(rows.map(({ at }) => at === null)).toEqual([true, false]);
    expect(trailWords(rows[0])).toBe('Quarter 0: individualisation not known, information not known, level L1.');
    expect(trailWords(rows[1])).toMatch(/^Quarter 4: individualisation \d+.*, information \d+.*, level L1\.$/);
  });

  test('arrows are drawn only for paths that start here, solid where nothing refuses them', () => {
    const arrows = arrowsFrom(plane(35, 36), matrix.paths);
    expect(arrows.map(({ path, open }) => [path, open])).toEqual([
      ['p12', true],
      ['p13', true],
      ['p14', false],
    ]);
  });
});

describe('the table of paths', () => {
  const withCommon = matrix.paths.map((view) => ({ ...view, lacks: [{ code: 'card.business' }, ...view.lacks] }));

  test('says once what every path waits for, and keeps for each what is its own', () => {
    const table = pathTable(withCommon);
    expect(table.common.map(({ code }) => code)).toEqual(['card.business']);
    expect(table.rows.map(({ path, open, refused }) => [path, open, refused.map(({ code }) => code)])).toEqual([
      ['p12', false, []],
      ['p13', false, []],
      ['p14', false, ['gap']],
    ]);
  });

  test('keeps stocks that only make up the gap apart from refusals', () => {
    const [p12] = pathTable(matrix.paths).rows;
    expect(p12.open).toBe(true);
    expect(p12.lacking.map(({ code }) => code)).toEqual(['stock.T']);
  });

  test('names the paths that start at another level', () => {
    expect(pathTable(matrix.paths).elsewhere).toEqual(['p24', 'p34', 'p23', 'p32']);
  });
});

describe('reasons in words', () => {
  test.each([
    [{ code: 'gap', actual: 27.2, required: 25 }, 'Readiness gap 27/25'],
    [{ code: 'stock.S', actual: 39.96, required: 40 }, 'Strategy 39.9/40'],
    [{ code: 'gap', actual: 25.01, required: 25 }, 'Readiness gap 25.1/25'],
    [{ code: 'information', required: 25 }, 'Completeness of information ?/25'],
    [{ code: 'card.customer' }, 'No core segment chosen'],
  ])('%o', (reason, words) => expect(reasonWords(reason)).toBe(words));

  test('a refusal names the card it concerns', () => {
    expect(refusalWords({ code: 'budget', actual: 1, required: 8, card: 'dat.store' })).toBe(
      'Where data are kept: not enough money, left/needed 1/8',
    );
  });

  test('a path from another level is not offered, a refused one is offered with its reason', () => {
    expect(pathOffer(matrix.paths, 'p24')).toEqual({ shown: false });
    expect(pathOffer(matrix.paths, 'p14')).toEqual({ shown: true, note: 'Readiness gap 27/25' });
    expect(pathOffer(matrix.paths, 'p13')).toEqual({ shown: true });
    expect(pathOffer(matrix.paths, 'stay')).toEqual({ shown: true });
    const refused = (count: number): typeof matrix.paths =>
      matrix.paths.map((view) => ({ ...view, lacks: Array.from({ length: count }, () => ({ code: 'gap', actual: 27, required: 25 })) }));
    expect(pathOffer(refused(2), 'p14').note).toBe('Readiness gap 27/25 and 1 more condition');
    expect(pathOffer(refused(3), 'p14').note).toBe('Readiness gap 27/25 and 2 more conditions');
  });
});
