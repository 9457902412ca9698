/** Reviews in runs that nobody would plan: steps that are none, rounds of any length, firms in ruin, markets without customers. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { externalMethodIds, internalMethodIds, questionIds } from '../../src/company/review/reviewOptions.ts';
import type { ReviewStep } from '../../src/company/review/reviewSteps.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { outcomeOf } from '../../src/game/outcome.ts';
import { applyEntry, finishQuarters, type LoggedEntry, type Playing } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import { learner, log, oneQuarter, play, playbooks, scenario } from './plays.ts';

const everything: Partial<QuarterPlan> = {
  'evl.plan': 'everyTwo',
  'evl.baseline': 'yes',
  'evl.reserve': 5,
  'evl.criteria': ['satisfaction', 'waiting', 'ticketsClosed'],
  'evl.frame': 'everyone',
  'evl.size': 'n100',
  'evl.external': externalMethodIds,
  'evl.internal': internalMethodIds,
};
const planOf = (plan: Partial<QuarterPlan>): EntryData => ({ kind: 'plan', data: { plan } });
const stepOf = (step: unknown): EntryData => ({ kind: 'move', data: { kind: 'review', step: step as ReviewStep } });
const check = stepOf({ do: 'check', asked: [], goals: {} });
const report = { do: 'report', shown: [], intervals: true, limits: true, order: 'badFirst', biases: [] };
const adjust = { do: 'adjust', finding: 'hiddenCost', cause: 'programme', action: 'tune', retest: 2 };
const held = [planOf(everything), oneQuarter, oneQuarter];

/** Every criterion has a number, whatever became of the firm. */
function scored(playing: Playing): number {
  const run = outcomeOf(playing, 0);
  const score = scoreOf([{ seed: 1, run, worst: run, stay: run, best: run }], 1);
  for (const { points } of score.criteria) expect(Number.isFinite(points)).toBe(true);
  return score.total;
}

describe('A step that is none is skipped with its code, and nothing else changes', () => {
  const questions = play(log(held)).world.played[0]!.review.held[0]!.questions;
  const foreign = questionIds.find((id) => !questions.includes(id))!;
  test.each<[string, readonly EntryData[], unknown, string]>([
    ['a question asked twice', [], { do: 'check', asked: [questions[0], questions[0]], goals: {} }, 'review.otherQuestions'],
    ['a question that was not put', [], { do: 'check', asked: [foreign], goals: {} }, 'review.otherQuestions'],
    ['a goal for what was not looked at', [], { do: 'check', asked: [], goals: { followers: 'keepCore' } }, 'review.notACriterion'],
    ['a second check', [check], { do: 'check', asked: [], goals: {} }, 'review.checked'],
    ['a report before the check', [], report, 'review.checkOpen'],
    ['a criterion shown twice', [check], { ...report, shown: ['waiting', 'waiting'] }, 'review.notACriterion'],
    ['a criterion shown that was not looked at', [check], { ...report, shown: ['followers'] }, 'review.notACriterion'],
    ['an adjustment before the check', [], adjust, 'review.checkOpen'],
    ['an adjustment of what was not found', [check], adjust, 'review.notFound'],
    ['a call where one is due', [oneQuarter], { do: 'call' }, 'review.dueAnyway'],
  ])('%s', (_, before, step, code) => {
    const good = play(log([...held, ...before, oneQuarter]));
    const wrong = play(log([...held, ...before, stepOf(step), oneQuarter]));
    expect(wrong.skipped).toEqual([{ seq: held.length + before.length, code }]);
    expect(wrong.digests).toEqual(good.digests);
  });

  test('without any review there is nothing to check, report or adjust', () => {
    const steps = [{ do: 'check', asked: [], goals: {} }, report, adjust].map(stepOf);
    expect(play(log([...steps, oneQuarter])).skipped.map(({ code }) => code)).toEqual(Array(3).fill('review.notHeld'));
  });
});

describe('Reviews are held and scored', () => {
  test.each([1, 2, 4] as const)('in rounds of %i quarters, the last quarter too', (quartersPerRound) => {
    const entries = playbookLog(scenario, { ...playbooks['textbook']!, start: everything, changes: [] }, quartersPerRound);
    const playing = play(entries);
    const quarters = playing.world.played[0]!.review.held.map(({ quarter }) => quarter);
    expect(quarters).toEqual(Array.from({ length: scenario.quarters / 2 }, (_, n) => 2 * n + 2));
    expect(scored(playing)).toBeGreaterThanOrEqual(0);
  });

  test('of a firm that is insolvent', () => {
    const playing = play(log([planOf(everything), oneQuarter]));
    const company = playing.world.played[0]!;
    company.firm = { ...company.firm, insolvent: true };
    finishQuarters(playing, {});
    expect(company.review.held.length).toBeGreaterThan(0);
    expect(scored(playing)).toBeLessThanOrEqual(40);
  });

  test('of a firm that nobody buys from any more', () => {
    const playing = play(log([planOf(everything)]));
    const { world } = playing;
    const { columns, people } = world.market;
    const company = world.played[0]!;
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      for (let i = 0; i < people; i += 1) columns.active[i] = columns.active[i]! & ~(1 << company.index);
      applyEntry(playing, { ...oneQuarter, seq: quarter, firm: learner } as LoggedEntry);
    }
    expect(company.review.held.map(({ quarter }) => quarter)).toEqual([2, 4]);
    for (const { value, low, high } of company.review.held.flatMap(({ figures }) => figures)) {
      for (const end of [value, low, high]) expect(end === null || Number.isFinite(end)).toBe(true);
    }
    expect(Number.isFinite(scored(playing))).toBe(true);
  });
});
