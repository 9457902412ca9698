/** What-ifs on cases that nobody answered, and on the steps of a review. */

import { describe, expect, test } from 'vitest';
import { conflictModes } from '../../../src/company/orders.ts';
import { playRounds } from '../../../src/game/autoplay.ts';
import { carefulPlayer } from '../../../src/game/carefulPlayer.ts';
import { answerInMode } from '../../../src/game/caseOffer.ts';
import type { HeldKnown } from '../../../src/game/known/review.ts';
import { type LoggedEntry, replay } from '../../../src/game/replay.ts';
import { type Alteration, altered, editsOf } from '../../../src/game/whatIf/alterations.ts';
import { decidedRounds } from '../../../src/game/whatIf/decisions.ts';
import { ReplayBench } from '../../../src/game/whatIf/replayBench.ts';
import type { ReplayTask } from '../../../src/game/whatIf/replayTask.ts';
import { reviewFields, withField } from '../../../src/game/whatIf/reviewFields.ts';
import { unansweredCases } from '../../../src/game/whatIf/unanswered.ts';
import { logOf, playbooks, scenario, small } from '../plays.ts';

const begun = (entries: readonly LoggedEntry[]) => {
  const rounds = decidedRounds(scenario, entries);
  const { reports } = replay(scenario, small, entries, { reports: true });
  const bench = new ReplayBench({ scenario, playbooks, setting: small, entries });
  const played = (...alterations: Alteration[]) => {
    const task: Omit<ReplayTask, 'log'> = { luckSeed: small.luckSeed, rivals: 'react', size: 'played', quarters: true, fates: false };
    return bench.play({ ...task, log: { kind: 'run', edits: editsOf(entries, alterations, rounds) } });
  };
  /** As the round began; quarter 0 is not among the reports. */
  const inboxOf = (quarter: number) => reports[quarter - 2]?.known.inbox ?? [];
  return { rounds, reports, played, inboxOf };
};

describe('A case that nobody answered', () => {
  const { rounds, played, inboxOf } = begun(logOf('stay'));
  const run = played();
  const waiting = rounds.flatMap((round) => unansweredCases(round, inboxOf(round.quarter)).map((view) => ({ round, view })));

  test('is found in the inbox of its round, asked ones first, and not among those that are closed', () => {
    expect(waiting.length).toBeGreaterThan(0);
    for (const round of rounds) {
      const found = unansweredCases(round, inboxOf(round.quarter));
      expect(found.every(({ outcome }) => outcome === null)).toBe(true);
      expect(found.map(({ asked }) => Number(asked))).toEqual(found.map(({ asked }) => Number(asked)).sort((a, b) => b - a));
    }
  });

  test('can be given each of the five modes: the answer is legal in play, and what comes of it depends on the mode', () => {
    const { round, view } = waiting[0]!;
    const lives = conflictModes.map((mode) =>
      played({ kind: 'addCase', quarter: round.quarter, answer: answerInMode(mode, round.plan, view) }),
    );
    expect(lives.flatMap(({ skipped }) => skipped)).toEqual(run.skipped);
    expect(new Set(lives.map(({ quarters }) => JSON.stringify(quarters))).size).toBeGreaterThan(1);
    expect(lives.some(({ quarters }) => JSON.stringify(quarters) !== JSON.stringify(run.quarters))).toBe(true);
  });

  test('is refused with its code where it does not stand open, by the place of what was added', () => {
    const { round, view } = waiting[0]!;
    const answer = answerInMode('compromise', round.plan, view);
    const wrong: Alteration = { kind: 'addCase', quarter: round.quarter, answer: { ...answer, slot: 'q1.customer.9' } };
    const { skipped } = played({ kind: 'addCase', quarter: round.quarter, answer }, wrong);
    expect(skipped.filter(({ seq }) => seq < 0)).toEqual([{ seq: -2, code: 'case.notOpen' }]);
  });
});

describe('A step of a review', () => {
  const { rounds, reports, played } = begun(playRounds(scenario, small, carefulPlayer(scenario)).entries);
  const heldOf = (quarter: number, quarters: number): HeldKnown | undefined => {
    const newest = reports[quarter - 2]?.known.review?.held.at(-1)?.quarter;
    return reports[quarter + quarters - 2]?.known.review?.held.find((each) => each.quarter === newest);
  };
  const steps = rounds.flatMap(({ quarter, quarters, decisions }) => {
    const held = heldOf(quarter, quarters);
    return decisions.flatMap((decision) =>
      decision.decided.kind === 'review' && held ? [{ decision, step: decision.decided.step, held }] : [],
    );
  });

  const [{ held: newest }] = steps as [(typeof steps)[number]];
  const found = (['waitingLong', 'recordsThin', 'skillLow'] as const).map((finding) => ({ finding, voided: finding === 'skillLow' }));
  const mending = {
    step: { do: 'adjust', finding: 'waitingLong', cause: 'people', action: 'tune', retest: 2 } as const,
    held: { ...newest, found: found as never },
  };

  test('shows what was chosen, and takes each of its other choices as a step of the same kind', () => {
    expect(new Set(steps.map(({ step }) => step.do))).toEqual(new Set(['check', 'report']));
    expect(reviewFields(mending.step, mending.held)[0]!.options).toEqual(['waitingLong', 'recordsThin']);
    for (const { step, held } of [...steps, mending]) {
      for (const field of reviewFields(step, held)) {
        expect(field.chosen.every((id) => field.options.includes(id))).toBe(true);
        expect(withField(step, field, field.chosen, held)).toEqual(step);
        for (const option of field.options) {
          const other = withField(step, field, [option], held);
          const now = reviewFields(other, held).find(({ id, of }) => id === field.id && of === field.of)!;
          expect(now.chosen).toEqual([option]);
        }
      }
    }
  });

  test('takes no more than its most, nothing that it does not offer, and always one of one', () => {
    for (const { step, held } of [...steps, mending]) {
      for (const field of reviewFields(step, held)) {
        const all = withField(step, field, [...field.options, 'strange'], held);
        const now = reviewFields(all, held).find(({ id, of }) => id === field.id && of === field.of)!;
        expect(now.chosen.length).toBeLessThanOrEqual(field.most);
        expect(now.chosen).not.toContain('strange');
        if (!field.many) expect(withField(step, field, [], held)).toEqual(step);
      }
    }
  });

  test('changed is played: the new report stands in the place of the old, the rest of the log as it was', () => {
    const { decision, step } = steps.find((each) => each.step.do === 'report')!;
    if (step.do !== 'report') throw new Error('report');
    const worse = { ...step, order: 'goodFirst', biases: ['lostLeftOut', 'recentBuyers'], intervals: false, limits: false } as const;
    const life = played({ kind: 'review', decision, step: worse });
    expect(life.skipped).toEqual(played().skipped);
    expect(life.quarters).not.toEqual(played().quarters);
    expect(altered([], { kind: 'review', decision, step: { ...step } })).toEqual([]);
  });
});
