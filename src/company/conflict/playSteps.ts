/** A case played step by step: each step drives the machine on to where the next decision lies, and leaves its turns in the conversation. */

import { step as send } from '../step.ts';
import type { CaseEvent } from './caseRules.ts';
import type { CaseCodes } from './codes.ts';
import { curesRoot, type FixId, fixWork } from './fixes.ts';
import { generalCauseOf } from './codes.ts';
import { type ConflictOffer, type JusticeWeights, remedyOfLoss } from './justice.ts';
import type { CaseState } from './playCase.ts';
import { severityOf, type Criteria } from './situation.ts';
import { stepReasons } from './stepDoors.ts';
import type { CaseStep, CaseTurn, CourseId } from './steps.ts';
import { usualParameters } from '../parameters.ts';
import type { ConflictMode } from './conflictModes.ts';

/** What lies outside the case. */
export interface CaseCircumstances {
  /** What is behind it; null where nobody can find out. */
  codes: CaseCodes | null;
  /** Empathy of the staff 0-1. */
  empathy: number;
  /** Best remedy that a like case got, as a share of the loss. */
  peers: number;
  /** Left out = the usual ones of its kind. */
  weights?: JusticeWeights;
}

export interface PlayedCase {
  state: CaseState;
  turns: readonly CaseTurn[];
  /** Staff hours spent. */
  hours: number;
  /** What the learner has said so far; null before. */
  points: Criteria | null;
  coded: Extract<CaseStep, { do: 'code' }> | null;
  offer: ConflictOffer | null;
  fix: FixId | null;
  steps: readonly CaseStep[];
}

/** Staff hours that a step takes, and half days that go by with it. */
const work = {
  acknowledge: [1, 0],
  weigh: [1, 0],
  contain: [8, 1],
  code: [2, 0],
  checkRoot: [6, 0],
  offer: [1, 0],
  followUp: [3, 1],
  lastChance: [4, 1],
  checkBack: [2, 0],
  none: [0, 0],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
const workOfMode: Readonly<Record<ConflictMode, readonly [number, number]>> = {
  avoid: [0, 0],
  accommodate: [2, 0],
  compromise: [4, 0],
  compete: [2, 0],
  collaborate: [10, 1],
};

/** Staff hours and half days of a step, for the screen and the play alike. */
export function workOf(step: CaseStep): readonly [number, number] {
  if (step.do === 'mode') return workOfMode[step.mode];
  if (step.do === 'code') return step.root === null ? work.code : work.checkRoot;
  if (step.do === 'fix') return [fixWork[step.fix].hours, 0];
  return step.do in work ? work[step.do as keyof typeof work] : work.none;
}

/** Staff hours of an answer in one go, which is the same steps by one hand. */
export const hoursInOneGo = (mode: ConflictMode): number =>
  work.acknowledge[0] + work.weigh[0] + work.code[0] + workOfMode[mode][0] + (mode === 'avoid' ? 0 : work.offer[0]);

/** A case as it lies in the inbox; a dispute is told by both sides. */
export function openedCase(state: CaseState): PlayedCase {
  const told: CaseTurn[] = [{ by: 'them', said: 'words' }];
  if (state.context.kind !== 'customer') told.push({ by: 'otherSide', said: 'against' });
  return { state, turns: told, hours: 0, points: null, coded: null, offer: null, fix: null, steps: [] };
}

/** Plays the steps in turn; one that is shut is left out. */
export function playSteps(opened: PlayedCase, steps: readonly CaseStep[], about: CaseCircumstances): PlayedCase {
  return steps.reduce((played, step) => (stepReasons(played.state, step.do).length > 0 ? played : taken(played, step, about)), opened);
}

/** One open step. */
function taken(played: PlayedCase, step: CaseStep, about: CaseCircumstances): PlayedCase {
  const [hours, halfDays] = workOf(step);
  const line = new Line(played.state);
  const turns: CaseTurn[] = [{ by: 'firm', step }];
  const next: PlayedCase = { ...played, hours: played.hours + hours, steps: [...played.steps, step] };
  switch (step.do) {
    case 'acknowledge':
      line.send({ type: 'case.log' });
      turns.push({ by: 'them', said: 'heard' }, { by: 'frontLine', said: 'note' });
      break;
    case 'weigh':
      next.points = step.points;
      line.send({ type: 'case.weigh', severity: severityOf(step.points, usualParameters) });
      break;
    case 'contain':
      if (line.state.value === 'crisis') line.send({ type: 'case.respond' });
      line.pass(halfDays);
      if (line.state.value === 'contain') line.send({ type: 'case.contained' });
      line.course.push('contained');
      break;
    case 'code':
      next.coded = step;
      line.send({ type: 'case.classify', ...judged(step, about.codes) });
      line.pass(halfDays);
      break;
    case 'mode':
      line.choose(step.mode);
      line.pass(halfDays);
      break;
    case 'offer':
      next.offer = { remedy: step.remedy, apology: step.apology, reason: step.reason, date: step.date };
      line.offer(next.offer, about);
      turns.push({ by: 'them', said: line.reply() });
      break;
    case 'followUp':
      line.send({ type: 'case.followUp' });
      line.pass(halfDays);
      break;
    case 'accept':
      line.send({ type: 'case.accept' });
      break;
    case 'lastChance':
      line.send({ type: 'case.lastChance' });
      line.pass(halfDays);
      break;
    case 'letGo':
      line.send({ type: played.state.context.kind === 'customer' ? 'case.leave' : 'case.accept' });
      if (played.state.context.kind === 'customer') line.course.push('leaves');
      break;
    case 'mediate':
      line.send({ type: 'case.mediate' });
      line.course.push('mediated');
      break;
    case 'standFirm':
      line.judge();
      break;
    case 'checkBack':
      line.send({ type: 'case.checkBack' });
      break;
    case 'fix':
      next.fix = step.fix;
      line.send({ type: 'case.fixRoot', cures: about.codes !== null && curesRoot(step.fix, about.codes.root) });
      break;
    case 'close':
      line.send({ type: 'case.skip' });
      break;
  }
  const happened = line.course.map((course): CaseTurn => ({ by: 'course', happened: course }));
  return { ...next, state: line.state, turns: [...played.turns, ...turns, ...happened] };
}

/** Whether the root cause was found, and how many of the other three codes are wrong. */
function judged(step: Extract<CaseStep, { do: 'code' }>, codes: CaseCodes | null): { rootKnown: boolean; misses: number } {
  if (codes === null) return { rootKnown: false, misses: 0 };
  const wrong = [step.symptom !== codes.symptom, step.cause !== generalCauseOf(codes.root), step.escalation !== codes.escalation];
  return { rootKnown: step.root === codes.root, misses: wrong.filter(Boolean).length };
}

/** Heat from which somebody who is refused goes to the public. */
const loud = 4;

/** The machine driven on, noting what nobody chose. */
class Line {
  state: CaseState;
  readonly course: CourseId[] = [];

  constructor(state: CaseState) {
    this.state = state;
  }

  send(event: CaseEvent): void {
    const before = this.state;
    this.state = send('case', before, event);
    const { value, context } = this.state;
    if (context.handOffs > before.context.handOffs) this.course.push('passedOn');
    if (value === before.value) return;
    if (value === 'thirdParty' || value === 'crisis') this.course.push(value);
    if (value === 'festering') this.course.push('festers');
  }

  /** Half days go by; whoever takes the case over goes on in the mode that was chosen. */
  pass(halfDays: number): void {
    for (let passed = 0; passed < halfDays; passed += 1) {
      this.send({ type: 'time.halfDay' });
      const { value, context } = this.state;
      if (value === 'diagnosing' && context.mode !== null) this.choose(context.mode);
    }
  }

  /** Chooses a mode, and again with each hand that the case is passed on to until somebody may settle it. */
  choose(mode: ConflictMode): void {
    const tiers = 3;
    for (let tier = 0; tier < tiers; tier += 1) {
      this.send({ type: 'case.chooseMode', mode });
      if (this.state.value !== 'diagnosing') return;
    }
  }

  offer(offer: ConflictOffer, { empathy, peers, weights }: CaseCircumstances): void {
    const peerGotMore = Math.max(0, peers - remedyOfLoss[offer.remedy]);
    this.send({ type: 'case.offer', offer, empathy, peerGotMore, ...(weights && { weights }) });
    this.send({ type: 'case.answer' });
  }

  /** What is said to the offer. */
  reply(): 'content' | 'half' | 'refuses' {
    if (this.state.value === 'partial') return 'half';
    return this.state.value === 'learning' ? 'content' : 'refuses';
  }

  /** Before a judge: in the right where the firm is not at fault, which leaves a bond half broken; otherwise it loses, or the loud go to the public. */
  judge(): void {
    const { fault, heat } = this.state.context;
    if (fault !== 'firm') {
      this.send({ type: 'case.ruleFor' });
      this.course.push('ruledFor');
    } else if (heat >= loud) this.send({ type: 'case.goPublic' });
    else {
      this.send({ type: 'case.ruleAgainst' });
      this.course.push('ruledAgainst');
    }
  }
}
