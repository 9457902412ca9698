import { describe, expect, test } from 'vitest';
import { caseFormulas } from '../../../src/game/glassBox/caseFormulas.ts';
import { cardNumbers } from '../../../src/game/glassBox/cardFormulas.ts';
import { channelFormulas } from '../../../src/game/glassBox/channelFormulas.ts';
import { countedTables } from '../../../src/game/glassBox/countedFormulas.ts';
import { customerFormulas } from '../../../src/game/glassBox/customerFormulas.ts';
import type { GlassRun } from '../../../src/game/glassBox/formula.ts';
import { formulaOf, glassInPlay, openFormula } from '../../../src/game/glassBox/glassBox.ts';
import { sayingFormulas } from '../../../src/game/glassBox/lessonFormulas.ts';
import { benefitIds } from '../../../src/game/lessons/benefits.ts';
import { lessonIds } from '../../../src/game/lessons/lesson.ts';
import { partyFigures } from '../../../src/game/lessons/parties.ts';
import { pairedDifference } from '../../../src/game/pairs.ts';
import { hasWord, word } from '../../../src/text/words.ts';
import { formulaName } from '../../../src/ui/glassBox/glassNames.ts';
import { drawsBehind } from '../../../src/ui/glassBox/givenWords.ts';
import { againWords, glassValue } from '../../../src/ui/glassBox/glassWords.ts';
import { language } from '../../../src/ui/language.svelte.ts';
import { scenario } from '../plays.ts';

const inPlay: GlassRun = glassInPlay({ scenario, known: [], pace: 'normal' });
const closed: GlassRun = { ...inPlay, lifted: true };
/** Whatever may stand beside a number stands there, and is two. */
const everything: Readonly<Record<string, number>> = new Proxy<Record<string, number>>({}, { get: () => 2 });

const questions = ['leap', 'bias', 'staff', 'fall', 'labels', 'silent', 'losing', 'talk', 'worth'];
const ids = [
  ...[...customerFormulas, ...channelFormulas, ...sayingFormulas, ...caseFormulas].map(({ id }) => id),
  ...lessonIds.map((id) => `lesson:${id}/points`),
  ...benefitIds.map((id) => `benefit:${id}/share`),
  ...partyFigures.map((id) => `party:${id}/share`),
  ...questions.map((id) => `ask:${id}/count`),
  'change:churn/share',
  ...countedTables.map((id) => `counted:${id}/count`),
  ...cardNumbers.map((id) => `card:${id}/share`),
];

test.each(['en', 'vi'] as const)(
  'every number that the screen hands over has a name, a formula and words for what went in (%s)',
  (locale) => {
    language.start([locale]);
    const missing = ids.flatMap((id) => {
      const opened = openFormula(id, closed, { given: everything })!;
      expect(againWords(opened, 'EUR').length, id).toBeGreaterThan(10);
      return [
        ...(/‹|undefined/.test(formulaName(id, scenario)) ? [`name of ${id}`] : []),
        ...(hasWord('glassFormula', opened.formula.says) ? [] : [opened.formula.says]),
        ...opened.parameters.filter((parameter) => !hasWord('parameter', parameter.id)).map((parameter) => parameter.id),
        ...opened.reading.inputs.filter((input) => word(input.kind, input.id).includes('‹')).map((input) => input.id),
        ...(opened.formula.about !== undefined && formulaOf(opened.formula.about) === null ? [opened.formula.about] : []),
      ];
    });
    expect(missing).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
  },
);

describe('while a run is being played', () => {
  const open = ids.filter((id) => openFormula(id, inPlay, { given: everything }) !== null);

  test('what the firm has on file, its channels and its cycle open, and nothing that only the closed run tells', () => {
    expect([...new Set(open.map((id) => id.split('.')[0]))].sort((a, b) => (a! < b! ? -1 : 1))).toEqual([
      'case',
      'change:churn/share',
      'channel',
      'cycle',
      'map',
      'person',
    ]);
  });

  test('a difference over draws of luck opens nothing', () => {
    expect(openFormula('difference.equity', inPlay, { given: { apart: 3, ...drawsBehind(pairedDifference([4, 5], [1, 2])) } })).toBeNull();
  });
});

test.each([
  ['person.value', { value: 400, quarterSpending: 100 }],
  ['person.last', { value: 3, quarterNow: 9, lastBought: 6 }],
  ['channel.callCost', { value: 2.5, channelServiceCost: 500, channelCalls: 200 }],
  ['channel.opened', { value: 0.25, partCounted: 50, wholeCounted: 200 }],
  ['tips.share', { value: 0.75, leaversSingle: 180, leaversAsked: 240 }],
  ['ways.perMoved', { value: 40, equityApart: 2_000, movedMoney: 5_000 }],
  ['saying.won', { value: 20, moneyWinning: 1_000, customersWon: 50 }],
  ['saying.kept', { value: 5, moneyKeepingYear: 1_000, quartersKept: 200 }],
  ['saying.booksTimes', { value: 4, costWon: 20, costKept: 5 }],
  ['saying.gain', { value: 0.25, equityAsIs: 100, equityWith: 125 }],
] as const)('%s comes out again from what stands beside it, and not from other values', (id, given) => {
  expect(openFormula(id, closed, { given })!.again).toBeCloseTo(given.value, 9);
  const [first] = Object.keys(given).filter((key) => key !== 'value');
  expect(openFormula(id, closed, { given: { ...given, [first!]: 7 } })!.again).not.toBeCloseTo(given.value, 3);
});

test('without its value a number opens nothing, and without what went in it is not claimed to come out again', () => {
  for (const id of ids) expect(openFormula(id, closed, { given: { low: 1 } }), id).toBeNull();
  expect(openFormula('person.value', closed, { given: { value: 400 } })!.again).toBeNull();
});

test('a difference over draws opens with its interval, which is that of the published example', () => {
  // Student, The probable error of a mean, Biometrika 6 (1908): additional hours of sleep by two drugs in ten patients, mean 1.58, s 1.23.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const paired = pairedDifference(second, first);
  const opened = openFormula('difference.equity', closed, { given: { apart: paired.mean, ...drawsBehind(paired) } })!;
  expect(opened.reading.result).toBeCloseTo(1.58, 9);
  const beside = Object.fromEntries(opened.reading.inputs.map(({ key, value }) => [key, value]));
  expect(beside).toMatchObject({ drawsMean: 10 });
  expect(beside.drawsSd).toBeCloseTo(1.23, 2);
  expect(beside.low95).toBeCloseTo(0.7, 2);
  expect(beside.high95).toBeCloseTo(2.46, 2);
  expect(opened.again).toBeNull();
  language.start(['en']);
  expect(againWords(opened, 'EUR')).toContain('played again');
  expect(glassValue(opened.reading.result, opened.reading.unit, 'EUR')).toContain('1.58');
});

test('figures of no lesson, no table and no unit open nothing', () => {
  for (const id of [
    'lesson:haste/points',
    'lesson:rush/acres',
    'lesson:rush',
    'counted:weather/share',
    'counted:whale',
    'ask:/count',
    'card:weather/share',
    'card:levers',
  ])
    expect(openFormula(id, closed, { given: everything }), id).toBeNull();
});
