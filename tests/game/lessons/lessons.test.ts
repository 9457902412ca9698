import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../../src/company/controls.ts';
import { keptFor, MORE_KEPT } from '../../../src/game/customers/retentionWorth.ts';
import { benefitIds } from '../../../src/game/lessons/benefits.ts';
import { lessonIds } from '../../../src/game/lessons/lesson.ts';
import type { LessonsReport } from '../../../src/game/lessons/lessonsReport.ts';
import { asTold, isNoticed, type MeasureUnit, overRun } from '../../../src/game/lessons/lessonRun.ts';
import { questionKinds } from '../../../src/game/lessons/question.ts';
import { playbookLog } from '../../../src/game/grade.ts';
import type { LoggedEntry } from '../../../src/game/replay.ts';
import type { TruthReport } from '../../../src/game/reports.ts';
import { amount, benefitRow, lessonRow, partyRow } from '../../../src/ui/debrief/lessons/findingWords.ts';
import { questionWords } from '../../../src/ui/debrief/lessons/questionWords.ts';
import { sayingWords } from '../../../src/ui/debrief/lessons/sayingWords.ts';
import { Engine } from '../../../src/ui/engine.ts';
import type { FinishedRun } from '../../../src/ui/gameClient.ts';
import { unmarked } from '../../../src/ui/glassBox/opening.ts';
import { language } from '../../../src/ui/language.svelte.ts';
import { vorasBank } from '../shippedScenario.ts';

const folder = vorasBank();
const { scenario, playbooks } = folder;
const setting = { customers: 400, world: 0, populationSeed: 1, luckSeed: 5 };

/** A closed run of a playbook; `plan` is put in before the commit of a quarter. */
function closed(name: string, plan: Partial<QuarterPlan> | null = null, quarter = 1): FinishedRun {
  const engine = new Engine(() => Promise.resolve());
  const log: LoggedEntry[] = [];
  let played = 0;
  for (const entry of playbookLog(scenario, playbooks[name]!)) {
    const quarters = entry.kind === 'commit' ? (entry.data as { quarters: number }).quarters : 0;
    if (plan !== null && quarters > 0 && played < quarter && quarter <= played + quarters)
      log.push({ seq: 900, firm: scenario.firms[0]!.id, kind: 'plan', data: { plan } } as LoggedEntry);
    played += quarters;
    log.push(entry);
  }
  engine.open({ folder, setting, entries: log }, () => undefined);
  return engine.finish();
}
const stateOf = ({ lessons }: LessonsReport, id: string): string => lessons.find((one) => one.id === id)!.state;

let textbook: FinishedRun;
let leap: FinishedRun;
let stay: FinishedRun;
beforeAll(() => {
  [textbook, leap, stay] = [closed('textbook'), closed('leap'), closed('stay')];
});
beforeEach(() => language.start(['vi']));

describe('The nine lessons', () => {
  test('are nine, in the order of the course, and so are the benefits', () => {
    for (const { lessons } of [textbook, leap, stay]) {
      expect(lessons!.lessons.map(({ id }) => id)).toEqual(lessonIds);
      expect(lessons!.benefits.map(({ id }) => id)).toEqual(benefitIds);
    }
  });

  test('are broken by a leap in a rush, kept by the textbook, not put to the test by who stays', () => {
    expect(['rush', 'agree', 'process'].map((id) => stateOf(textbook.lessons!, id))).toEqual(['kept', 'kept', 'kept']);
    expect(['rush', 'agree'].map((id) => stateOf(leap.lessons!, id))).toEqual(['broken', 'broken']);
    expect(['rush', 'agree', 'leaders'].map((id) => stateOf(stay.lessons!, id))).toEqual(['untested', 'untested', 'untested']);
  });

  test('show the entry by which one was broken: automation before any process was redrawn', () => {
    const { lessons } = closed('stay', { 'svc.auto': 'service' }, 9).lessons!;
    const process = lessons.find(({ id }) => id === 'process')!;
    expect(process.state).toBe('broken');
    expect(process.place).toEqual({ quarter: 9, seq: 900, controls: ['svc.auto'] });
  });
});

describe('A lesson that could not be judged', () => {
  const found = (run: FinishedRun, id: string) => run.lessons!.lessons.find((one) => one.id === id)!;

  test('says that the consultants hired were still in the house, and not that none were', () => {
    const hired = closed('stay', { 'imp.consult': 'advise' }, 11);
    expect(found(hired, 'consult')).toMatchObject({ state: 'untested', why: 'still', figures: [{ unit: 'quarter', value: 11 }] });
    expect(found(stay, 'consult')).toMatchObject({ state: 'untested', why: null });
    language.start(['en']);
    expect(lessonRow(found(hired, 'consult'), 'EUR').lines[0]).toMatch(/^Consultants came in quarter 11 and were still in the house/);
    expect(lessonRow(found(stay, 'consult'), 'EUR').lines[0]).toBe('No consultants were hired.');
  });

  test('is no broken one: a cycle is missed only where its card was open for a year', () => {
    const never = scenario.quarters + 1;
    const open = (allOpen: boolean): FinishedRun => {
      const engine = new Engine(() => Promise.resolve());
      const entries = playbookLog(scenario, playbooks['stay']!);
      const late = scenario.unlocks.map((unlock) => (unlock.card === 'idc.cycle' ? { ...unlock, quarter: never } : unlock));
      const unlocks = late.some(({ card }) => card === 'idc.cycle') ? late : [...late, { card: 'idc.cycle' as const, quarter: never }];
      const shut = { ...folder, scenario: { ...scenario, unlocks } };
      engine.open({ folder: shut, setting: { ...setting, ...(allOpen && { allOpen: true as const }) }, entries }, () => undefined);
      return engine.finish();
    };
    expect(found(open(false), 'cycle')).toMatchObject({ state: 'untested', why: 'closed' });
    expect(found(open(true), 'cycle')).toMatchObject({ state: 'broken', why: null });
  });
});

describe('A change that is named', () => {
  const units: readonly MeasureUnit[] = ['share', 'points', 'count', 'number', 'perThousand'];

  test.each([
    ['number', 0.66, 0.74, false],
    ['number', 0.64, 0.76, true],
    ['share', 0.0504, 0.0594, false],
    ['share', 0.0504, 0.0603, true],
    ['points', 57.55, 58.54, false],
    ['count', 16, 16.4, false],
    ['money', -100, -96, false],
    ['money', -100, -94, true],
  ] as const)('%s from %d to %d is one: %s', (unit, from, to, noticed) => {
    expect(isNoticed({ unit, from, to, over: 1 })).toBe(noticed);
  });

  test('is never one between two figures that read the same, and has the direction in which they read', () => {
    language.start(['en']);
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...units), value, value, (unit, from, to) => {
        const [before, after] = [amount(from, unit, 'EUR'), amount(to, unit, 'EUR')];
        const noticed = isNoticed({ unit, from, to, over: 1 });
        if (before === after) expect(noticed).toBe(false);
        if (noticed) expect(Math.sign(asTold(to, unit) - asTold(from, unit))).toBe(Math.sign(to - from));
      }),
    );
  });

  test('of customer equity is that from the first quarter to the last, as the title of the debrief tells it', () => {
    for (const { lessons, truth } of [textbook, leap, stay]) {
      const { measured } = lessons!.parties.flatMap(({ measures }) => measures).find(({ figure }) => figure === 'equity')!;
      expect([measured.from, measured.to]).toEqual([truth[0]!.equity.total, truth.at(-1)!.equity.total]);
    }
  });
});

describe('The benefits', () => {
  test('that nothing was decided for are not shown, and show up once something is', () => {
    const of = (run: FinishedRun, id: string) => run.lessons!.benefits.find((one) => one.id === id)!;
    expect([of(stay, 'process').state, of(stay, 'process').why]).toEqual(['notShown', 'notDone']);
    expect(of(textbook, 'process').measured).not.toBeNull();
    expect(of(textbook, 'database')).toMatchObject({ state: 'gain' });
    expect(of(leap, 'profit')).toMatchObject({ state: 'loss' });
  });

  test('compare as many quarters early as late, a year at most, and name no change that is none', () => {
    const truth = [1, 2, 3, 4, 5, 6].map((completeness) => ({ kpi: { completeness } }) as unknown as TruthReport);
    const read = overRun({ truth }, 'points', ({ kpi }) => kpi.completeness)!;
    expect(read).toEqual({ unit: 'points', from: 2, to: 5, over: 3 });
    expect(overRun({ truth }, 'points', () => null)).toBeNull();
    expect([isNoticed(read), isNoticed({ ...read, to: 2.5 }), isNoticed({ ...read, unit: 'money', from: 100, to: 104 })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('The sayings', () => {
  test('keeping five points more a year: the chance of a quarter to the fourth is higher by five points, and never over certain', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (keep) => {
        const more = keptFor(keep, MORE_KEPT);
        expect(more).toBeLessThanOrEqual(1);
        expect(more ** 4).toBeCloseTo(Math.min(1, keep ** 4 + MORE_KEPT), 9);
        expect(keptFor(keep, 0)).toBeCloseTo(keep, 9);
      }),
    );
  });

  test('the equity that the five points are held against is the true one of the last quarter', () => {
    const { worth } = textbook.customers!;
    expect(worth.equity / textbook.truth.at(-1)!.equity.total).toBeCloseTo(1, 9);
    expect(worth.fivePoints).toBeGreaterThan(worth.equity);
    expect(worth.twentieth).toBeGreaterThan(worth.equity);
  });

  test('the best fifth brings the first two tenths of the whale curve', () => {
    const { fifth } = textbook.lessons!.sayings;
    const { tenths, profit } = textbook.customers!.whale;
    expect(fifth!.share).toBeCloseTo((tenths[0]!.profit + tenths[1]!.profit) / profit, 12);
  });
});

describe('The questions for the class', () => {
  test('are three to five, the weightiest first, no two of a kind, the same each time', () => {
    for (const { lessons } of [textbook, leap, stay]) {
      const { questions } = lessons!;
      expect(questions.length).toBeGreaterThanOrEqual(3);
      expect(questions.length).toBeLessThanOrEqual(5);
      expect(new Set(questions.map(({ kind }) => kind)).size).toBe(questions.length);
      expect(questions.map(({ weight }) => weight)).toEqual(questions.map(({ weight }) => weight).sort((a, b) => b - a));
    }
    expect(closed('leap').lessons!.questions).toEqual(leap.lessons!.questions);
  });

  test('ask a run that leapt about the leap, and not the one that did not', () => {
    expect(leap.lessons!.questions.map(({ kind }) => kind)).toContain('leap');
    expect(textbook.lessons!.questions.map(({ kind }) => kind)).not.toContain('leap');
  });
});

test.each(['vi', 'en'] as const)('every finding has all its words and figures in %s', (locale) => {
  language.start([locale]);
  const said: string[] = [];
  for (const { lessons } of [textbook, leap, stay]) {
    const report = lessons!;
    said.push(
      ...report.lessons.flatMap((one) => [lessonRow(one, 'EUR').name, ...lessonRow(one, 'EUR').lines]),
      ...report.benefits.flatMap((one) => [benefitRow(one, 'EUR').name, ...benefitRow(one, 'EUR').lines]),
      ...report.parties.flatMap(({ measures }) => measures.map((one) => `${partyRow(one, 'EUR').name} ${partyRow(one, 'EUR').said}`)),
      ...sayingWords(report.sayings, null, 5, 'EUR').flatMap(({ said: name, found, about }) => [name, ...found, about]),
      ...report.questions.flatMap((one) => Object.values(questionWords(one, report, 'EUR')).map(String)),
    );
    // A lesson is asked about with the figures it was judged by.
    for (const kind of questionKinds.filter((one) => one !== 'lesson')) {
      const subject = { blind: 'churn', benefit: 'process', bias: 'dressed', leap: 'p14' }[kind as string] ?? '';
      const count = { blind: 4, bias: 2, leap: 3, staff: 2, fall: 3, benefit: 0, talk: 3 }[kind as string] ?? 2;
      const values = [1, 2, 3, 4].slice(0, count);
      said.push(...Object.values(questionWords({ kind, weight: 1, subject, values, place: null }, report, 'EUR')).map(String));
    }
  }
  expect(said.map(unmarked).filter((line) => /‹|\{|undefined|NaN/.test(line))).toEqual([]);
});
