/** What the course map says can be done: every link leads somewhere, every card opens in time, nothing is claimed that is not there. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { courseWeeks } from '../../src/classroom/courseMap.ts';
import { gradePartIds, gradeParts, rubricShares, supports, type CourseRow } from '../../src/classroom/courseRow.ts';
import { courseViews, playMinutes, wholeRounds } from '../../src/classroom/courseViews.ts';
import { trainingDays } from '../../src/classroom/trainingDays.ts';
import { controls } from '../../src/company/controls.ts';
import { openByPlan, roundOfCard } from '../../src/game/unlocking.ts';
import { scenarioCard } from '../../src/scenario/scenarioCard.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { hasWord } from '../../src/text/words.ts';
import { chapterIds, parseRoute } from '../../src/ui/route.svelte.ts';
import { readGlossary } from '../../tools/vite-glossary.ts';
import { shippedNames, shippedScenario } from '../game/shippedScenario.ts';

const rows = [...courseWeeks, ...trainingDays];
const named = rows.map((row) => [row.id, row] as const);
const scenarios = new Map<string, Scenario>(shippedNames().map((id) => [id, shippedScenario(id).scenario]));
const terms = new Set(readGlossary(readFileSync(new URL('../../src/text/glossary.csv', import.meta.url), 'utf8')).map(({ key }) => key));

const roundsOf = ({ rounds }: CourseRow, scenario: Scenario): number => (rounds === 'whole' ? wholeRounds(scenarioCard(scenario)) : rounds);

test('the course has fifteen weeks in order, and the training four half-days', () => {
  expect(courseWeeks.map(({ place }) => place)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  expect(trainingDays.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('together the weeks ask for every firm that ships', () => {
  expect(new Set(courseWeeks.flatMap(({ firms }) => firms))).toEqual(new Set(scenarios.keys()));
});

describe.each(named)('%s', (id, row) => {
  test('sends learners to firms that ship and to terms of the glossary', () => {
    expect(row.firms.filter((firm) => !scenarios.has(firm))).toEqual([]);
    expect(row.terms.filter((key) => !terms.has(key))).toEqual([]);
    expect(row.terms.length).toBeGreaterThan(1);
    for (const firm of row.firms) expect(parseRoute(`#/briefing/${firm}`)).toEqual({ screen: 'briefing', scenario: firm });
  });

  test('asks for cards that exist and open in each of its firms by the last round that is played', () => {
    const known = new Set<string>(controls.map(({ card }) => card));
    expect(row.cards.filter((card) => !known.has(card))).toEqual([]);
    const shut = row.firms.flatMap((firm) => {
      const scenario = scenarios.get(firm)!;
      const last = roundsOf(row, scenario);
      return row.cards.filter((card) => !openByPlan(roundOfCard(card, scenario.unlocks), last, scenario.quartersPerRound));
    });
    expect(shut).toEqual([]);
  });

  test('plays no more rounds than its firms have, and none where there is no firm', () => {
    for (const firm of row.firms)
      expect(roundsOf(row, scenarios.get(firm)!)).toBeLessThanOrEqual(roundsOf({ ...row, rounds: 'whole' }, scenarios.get(firm)!));
    if (row.firms.length === 0) expect([row.rounds, row.cards.length, row.support]).toEqual([0, 0, 'paper']);
  });

  test('reads chapters of the debrief only where the whole run is played, for no other run ends in one', () => {
    expect(row.debrief.filter((chapter) => !(chapterIds as readonly string[]).includes(chapter))).toEqual([]);
    expect(row.debrief.length > 0).toBe(row.rounds === 'whole');
  });

  test('says what the app lacks, with a worksheet, exactly where it is not done in the app alone', () => {
    const short = row.support !== 'app';
    expect(supports).toContain(row.support);
    expect([hasWord('courseGap', id), row.sheet > 0]).toEqual([short, short]);
    expect(hasWord('courseSheet', `${id}.${row.sheet}`)).toBe(short);
    expect(hasWord('courseSheet', `${id}.${row.sheet + 1}`)).toBe(false);
  });

  test('has its topic, its task, and for each output a name and a criterion for each share of the rubric', () => {
    expect([hasWord('courseTopic', id), hasWord('courseTask', id)]).toEqual([true, true]);
    expect(row.outputs.length).toBeGreaterThan(0);
    for (const { id: output } of row.outputs) {
      expect(hasWord('courseOutput', output)).toBe(true);
      expect(rubricShares.map((_, at) => hasWord('courseRubric', `${output}.${at + 1}`))).toEqual([true, true, true]);
    }
  });

  test('names chapters of the course text that one of its firms teaches, from the third on', () => {
    const taught = new Set(row.firms.flatMap((firm) => scenarios.get(firm)!.chapters));
    expect(row.chapters.filter((chapter) => chapter >= 3 && !taught.has(String(chapter)))).toEqual([]);
  });
});

test('the league can be played in the world that its task names, and no week takes more than an hour in the app', () => {
  const league = courseWeeks.at(-1)!;
  expect(league.firms.filter((firm) => scenarios.get(firm)!.worlds[1] === undefined)).toEqual([]);
  const cards = (row: CourseRow) => row.firms.map((firm) => scenarioCard(scenarios.get(firm)!));
  expect(courseWeeks.filter((row) => playMinutes(row, cards(row)) > 60)).toEqual([]);
});

test('groups and a choice are said only of several firms', () => {
  expect(rows.filter(({ how, firms }) => how !== 'each' && firms.length < 2)).toEqual([]);
});

test('the shares of a rubric, the parts of the grade and the weights of the course each make a hundred', () => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  expect([
    sum(rubricShares),
    sum(Object.values(gradeParts)),
    sum(courseWeeks.flatMap(({ outputs }) => outputs.map(({ weight }) => weight))),
  ]).toEqual([100, 100, 100]);
});

test.each([
  ['courseView', courseViews],
  ['course_note', courseViews],
  ['courseSupport', supports],
  ['courseHow', ['each', 'one', 'groups']],
  ['courseHalf', ['1', '2', '3', '4']],
  ['coursePart', gradePartIds],
  ['coursePartHelp', gradePartIds],
])('no %s lacks a word', (kind, ids) => {
  expect(ids.filter((id) => !hasWord(kind, id))).toEqual([]);
});
