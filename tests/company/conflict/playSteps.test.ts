/** A case played step by step: doors that the machine and the screen agree on, codes, severity, clock, third parties and causes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeIds, type CaseCodes, escalationIds, rootIds, symptomIds } from '../../../src/company/conflict/codes.ts';
import { fixIds } from '../../../src/company/conflict/fixes.ts';
import { receivedCase } from '../../../src/company/conflict/playCase.ts';
import { openedCase, type PlayedCase, playSteps } from '../../../src/company/conflict/playSteps.ts';
import { criterionIds, type Criteria } from '../../../src/company/conflict/situation.ts';
import { isFinal, stepReasons } from '../../../src/company/conflict/stepDoors.ts';
import { type CaseStep, caseStepIds } from '../../../src/company/conflict/steps.ts';
import { conflictModes } from '../../../src/company/orders.ts';

const codes: CaseCodes = { symptom: 'bill', root: 'billing', escalation: 'refused' };
const about = { codes, empathy: 0.6, peers: 0 };
type Start = Parameters<typeof receivedCase>[0];
const start: Start = {
  kind: 'customer',
  severity: 55,
  fault: 'firm',
  duty: false,
  urgent: false,
  heat: 3,
  agentLimit: 40,
  priorFailures: 0,
};
const opened = (changes: Partial<Start> = {}): PlayedCase => openedCase(receivedCase({ ...start, ...changes }));
const points = (value: number): Criteria => Object.fromEntries(criterionIds.map((id) => [id, value])) as Criteria;
const right: CaseStep = { do: 'code', symptom: 'bill', cause: 'process', escalation: 'refused', root: 'billing' };
const good: CaseStep = { do: 'offer', remedy: 'full', apology: true, reason: true, date: true };
const play = (steps: readonly CaseStep[], changes: Partial<Start> = {}): PlayedCase => playSteps(opened(changes), steps, about);
const usual: readonly CaseStep[] = [
  { do: 'acknowledge' },
  { do: 'weigh', points: points(3) },
  right,
  { do: 'mode', mode: 'collaborate' },
  good,
];

const anyStep: fc.Arbitrary<CaseStep> = fc.oneof(
  ...caseStepIds.filter((id) => !['weigh', 'code', 'mode', 'offer', 'fix'].includes(id)).map((id) => fc.constant({ do: id } as CaseStep)),
  fc.integer({ min: 0, max: 5 }).map((value): CaseStep => ({ do: 'weigh', points: points(value) })),
  fc.constantFrom(...conflictModes).map((mode): CaseStep => ({ do: 'mode', mode })),
  fc.constantFrom(...fixIds).map((fix): CaseStep => ({ do: 'fix', fix })),
  fc
    .constantFrom('none', 'part', 'full', 'generous')
    .map((remedy): CaseStep => ({ do: 'offer', remedy, apology: true, reason: false, date: true })),
  fc
    .tuple(
      fc.constantFrom(...symptomIds),
      fc.constantFrom(...causeIds),
      fc.constantFrom(...escalationIds),
      fc.constantFrom(null, ...rootIds),
    )
    .map(([symptom, cause, escalation, root]): CaseStep => ({ do: 'code', symptom, cause, escalation, root })),
);
const anyStart = fc.record({
  severity: fc.integer({ min: 1, max: 100 }),
  kind: fc.constantFrom('customer', 'department', 'channel'),
  fault: fc.constantFrom('firm', 'other', 'abuse'),
  duty: fc.boolean(),
  heat: fc.integer({ min: 1, max: 5 }),
});

describe('doors', () => {
  it('shut a step exactly where it would leave the case as it is, whatever was done before, and name a reason', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyStep, { maxLength: 14 }), anyStep, (from, before, step) => {
        const now = play(before, from as Partial<Start>);
        const after = playSteps(now, [step], about);
        const refused = stepReasons(now.state, step.do);
        expect(refused.length === 0).toBe(after.turns.length > now.turns.length);
        // The mode in force may be chosen again, which takes hours and changes nothing else.
        const again = step.do === 'mode' && step.mode === now.state.context.mode;
        if (refused.length === 0 && !again) expect(after.state).not.toEqual(now.state);
        for (const { code } of refused) expect(code).toMatch(/^case\.[a-zA-Z]+$/);
      }),
      { numRuns: 400 },
    );
  });
  it('leave at least one open until the case is closed: nobody is ever stuck', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyStep, { maxLength: 20 }), (from, before) => {
        const { state } = play(before, from as Partial<Start>);
        expect(isFinal(state) || caseStepIds.some((step) => stepReasons(state, step).length === 0)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
  it('never lead to a settlement that was forced without a duty or bought by endless offers and still counts as made good', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyStep, { maxLength: 20 }), (from, before) => {
        const { state } = play(before, from as Partial<Start>);
        const { ended, mode, duty, offers } = state.context;
        const judged = before.some((step) => step.do === 'standFirm');
        if ((ended === 'recovered' || ended === 'recoveredDelighted') && !judged) {
          expect(offers).toBeLessThanOrEqual(2);
          expect(mode !== 'compete' || duty).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a case taken up with care', () => {
  it('ends better than it began, in a conversation with a note, a reply to each offer, and its cause removed by the right remedy', () => {
    const done = play([...usual, { do: 'checkBack' }, { do: 'fix', fix: 'process' }]);
    expect(done.state).toMatchObject({ value: 'closedFixed', context: { ended: 'recoveredDelighted', handOffs: 1, promised: true } });
    expect(done.turns.map((turn) => (turn.by === 'firm' ? turn.step.do : turn.by === 'course' ? turn.happened : turn.said))).toEqual([
      'words', 'acknowledge', 'heard', 'note', 'weigh', 'code', 'mode', 'passedOn', 'offer', 'content', 'checkBack', 'fix',
    ]); // prettier-ignore
  });
  it('keeps its cause where the remedy does not reach it, or where nobody looked for it', () => {
    expect(play([...usual, { do: 'fix', fix: 'territory' }]).state.value).toBe('closedOpenCause');
    const unchecked = usual.map((step): CaseStep => (step.do === 'code' ? { ...right, root: null } : step));
    expect(play([...unchecked, { do: 'fix', fix: 'process' }]).state.value).toBe('closedOpenCause');
  });
  it('takes hours, and a half day where people sit down together', () => {
    const { hours, state } = play(usual);
    expect(hours).toBe(1 + 1 + 6 + 10 + 1);
    expect(state.context.waited).toBe(1);
  });
});

describe('mistakes', () => {
  it('a case weighed a band too light counts as a failure, one weighed too heavy does not', () => {
    const failures = (value: number): number =>
      play([{ do: 'acknowledge' }, { do: 'weigh', points: points(value) }]).state.context.priorFailures;
    expect([failures(1), failures(3), failures(5)]).toEqual([1, 0, 0]);
  });
  it('codes left out or two of three wrong count as a failure each', () => {
    const failures = (steps: readonly CaseStep[]): number => play([...usual.slice(0, 2), ...steps]).state.context.priorFailures;
    expect(failures([right])).toBe(0);
    expect(failures([{ ...right, symptom: 'delay', cause: 'people' } as CaseStep])).toBe(1);
    expect(failures([{ do: 'mode', mode: 'collaborate' }])).toBe(1);
  });
  it('something critical taken for less breaks out before anybody sits down to it; weighed rightly it is contained first', () => {
    const light = play([{ do: 'acknowledge' }, { do: 'weigh', points: points(3) }, right, { do: 'mode', mode: 'collaborate' }], {
      severity: 80,
    });
    expect(light.state.value).toBe('crisis');
    expect(light.turns.at(-1)).toEqual({ by: 'course', happened: 'crisis' });
    const heavy = play([{ do: 'acknowledge' }, { do: 'weigh', points: points(4) }], { severity: 80 });
    expect(heavy.state.value).toBe('contain');
    expect(playSteps(heavy, [{ do: 'contain' }], about).state.value).toBe('diagnosing');
  });
  it('less than a like case got is noticed', () => {
    const scoreWith = (peers: number): number => playSteps(opened(), [...usual], { ...about, peers }).state.context.score!;
    expect(scoreWith(1.3)).toBeLessThan(scoreWith(1));
  });
});

describe('before a third party', () => {
  /** A case that ran out of time with everybody. */
  const stuck = (changes: Partial<Start>): PlayedCase => {
    const { state } = opened(changes);
    return openedCase({ value: 'thirdParty', context: { ...state.context, tier: 3, triaged: 55, coded: true, mode: 'compete' } });
  };
  it('the middle way is half a success; a firm at fault that stands firm loses, and before the angry it is in the papers', () => {
    const after = (step: CaseStep, changes: Partial<Start> = {}) => playSteps(stuck(changes), [step], about).state.value;
    expect(after({ do: 'mediate' })).toBe('partial');
    expect(after({ do: 'standFirm' })).toBe('doubleDeviation');
    expect(after({ do: 'standFirm' }, { heat: 5 })).toBe('crisis');
    expect(after({ do: 'standFirm' }, { fault: 'abuse' })).toBe('partial');
  });
});
