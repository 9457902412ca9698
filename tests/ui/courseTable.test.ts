/** The timetable for spreadsheets: every week in it, in the reader's language, and no cell that is taken for a formula. */

import { afterEach, describe, expect, test } from 'vitest';
import { courseViews, sessionsOf } from '../../src/classroom/courseViews.ts';
import { writeCsv } from '../../src/classroom/csv.ts';
import { scenarioCard } from '../../src/scenario/scenarioCard.ts';
import { word } from '../../src/text/words.ts';
import { courseCsv } from '../../src/ui/classroom/course/courseTable.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { parseCsv } from '../../tools/csv.ts';
import { shippedNames, shippedScenario } from '../game/shippedScenario.ts';

const cards = shippedNames().map((id) => scenarioCard(shippedScenario(id).scenario));
const base = 'https://example.org/rapport/';
const table = (view: (typeof courseViews)[number]): string[][] =>
  parseCsv(courseCsv(view, cards, (key) => `term ${key}`, base).replace(/^\ufeff/, '')).map((row) => [...row]);

language.start(['en']);
afterEach(() => (language.current = 'en'));

describe.each(courseViews)('the table of the %s view', (view) => {
  const [head, ...lines] = table(view);
  const column = (id: string): string[] => lines.map((line) => line[head.indexOf(word('courseColumn', id))]);

  test('has a line for each row of the map, as wide as its head', () => {
    expect(lines).toHaveLength(sessionsOf(view).flatMap(({ rows }) => rows).length);
    expect(lines.filter((line) => line.length !== head.length)).toEqual([]);
  });

  test('gives addresses that open a dossier, and whole minutes', () => {
    const links = column('link').flatMap((cell) => cell.split('; ').filter((link) => link !== ''));
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !cards.some(({ id }) => link === `${base}#/briefing/${id}`))).toEqual([]);
    expect(column('minutes').filter((cell) => !/^[1-9]\d*$/.test(cell))).toEqual([]);
  });

  test('has weights that make a hundred, or none where nothing is graded', () => {
    const sum = column('weight').reduce((all, cell) => all + Number(cell), 0);
    expect(sum).toBe(view === 'days' ? 0 : 100);
  });
});

test('it is in the language of the page and begins with the mark by which spreadsheets know its letters', () => {
  language.current = 'vi';
  const text = courseCsv('full', cards, (key) => key, base);
  expect(text.startsWith('\ufeffBuổi,')).toBe(true);
  expect(text).toContain('\r\nTuần 1,');
});

test.each(['=1+1', '+1', '-cmd', '@sum', '\tx', '\uff1d1'])('a cell that begins like %j is kept from being a formula', (cell) => {
  expect(parseCsv(writeCsv([[cell]]))).toEqual([[`'${cell}`]]);
});
