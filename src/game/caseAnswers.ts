/** How a case is answered, by the learner or by the standing policy, and how it would have ended in each of the five modes. */

import { type CaseEnding, contentEndings } from '../company/conflict/caseRules.ts';
import type { CaseCodes } from '../company/conflict/codes.ts';
import { type Remedy, remedyOfLoss } from '../company/conflict/justice.ts';
import { answeredCase, type CaseAnswer, type CaseState, receivedCase } from '../company/conflict/playCase.ts';
import { type CaseCircumstances, openedCase, type PlayedCase, playSteps } from '../company/conflict/playSteps.ts';
import { settledByStaff } from '../company/conflict/staffCase.ts';
import { isFinal } from '../company/conflict/stepDoors.ts';
import type { CaseStep } from '../company/conflict/steps.ts';
import { heatOf } from '../company/conflict/triage.ts';
import { halfDaysToAnswer, tones } from '../company/optionTables.ts';
import { type CaseMove, type ConflictMode, conflictModes, type Move } from '../company/orders.ts';
import { step } from '../company/step.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { offerIn } from './caseOffer.ts';
import type { CaseFutures, CaseMet, CaseView, ClosedCase } from './caseView.ts';
import { justiceOfPlace } from './conflictDials.ts';
import type { PlayedCompany, World } from './world.ts';

/** Half days within which a learner's answer in one go reaches those concerned. */
const ownDelay = 1;
const empathyOf = ({ firm, plan }: PlayedCompany): number =>
  Math.min(1, 0.3 + (0.6 * firm.stocks.H) / 100 + tones[plan['svc.tone']].empathy);
/** Quarters in which what a like case got is still remembered. */
const remembered = 4;

/** What the scenario tells behind a case; null where it tells nothing. */
export function codesOf({ cases, complaints, disputes }: Scenario, id: string): CaseCodes | null {
  const told = [...cases, ...(complaints ?? []), ...(disputes ?? [])].find((each) => each.id === id);
  return told?.told?.codes ?? null;
}

/** The case as it lies before whoever answers: by its file, with the agent's authority of the plan in hand; nobody has waited or passed it on yet. */
function receivedBy(company: PlayedCompany, view: CaseView, severity: number): CaseState {
  const { fault, duty, urgent, temper, priorFailures } = view.file;
  const agentLimit = company.plan['svc.authority'];
  return receivedCase({ kind: view.kind, severity, fault, duty, urgent, heat: heatOf[temper], agentLimit, priorFailures });
}

/** What lies outside the case: its causes, the people who answer, and what like cases got: those with the same root cause, and the rule for all. */
function circumstances(world: World, company: PlayedCompany, view: CaseView, quarter: number): CaseCircumstances {
  const codes = codesOf(world.scenario, view.id);
  const weights = justiceOfPlace(world.scenario, view.kind);
  const like = company.cases.filter(
    (done) =>
      done.kind === view.kind &&
      done.closedIn! > quarter - remembered &&
      codes !== null &&
      codesOf(world.scenario, done.id)?.root === codes.root,
  );
  const peers = Math.max(view.kind === 'customer' ? remedyOfLoss[company.plan['svc.remedy']] : 0, ...like.map(shareAgreed));
  return { codes, empathy: empathyOf(company), peers, ...(weights && { weights }) };
}

/** States in which the standing policy has only to close what the learner has brought about. */
const broughtAbout: readonly string[] = ['learning', 'partial', 'doubleDeviation'];

/** The case as the learner leaves it. */
const begun = (met: CaseMet): CaseState => (met.answer === null ? playedCase(met).state : answeredCase(met.received, met.answer));

/** Whether the standing policy has to find the answer: nobody began the case, or it was left in the middle. */
export function leftToPolicy(met: CaseMet): boolean {
  const state = begun(met);
  return !broughtAbout.includes(state.value) && !isFinal(state);
}

/** A third party that mediates lets half of the loss be made good; one that finds for the firm nothing. */
const remedyByThirdParty = { mediate: 'part', standFirm: 'none' } as const;

/** Remedy that was agreed, as a share of the loss; 0 where nobody agreed: an offer that is refused costs nothing. */
export function shareAgreed({ met, outcome }: Pick<ClosedCase, 'met' | 'outcome'>): number {
  if (outcome === null || !(contentEndings.includes(outcome) || outcome === 'partial')) return 0;
  if (leftToPolicy(met)) return remedyOfLoss[met.policy.offer.remedy];
  if (met.answer !== null) return remedyOfLoss[met.answer.offer.remedy];
  let remedy: Remedy = 'none';
  for (const each of met.steps) {
    if (each.do === 'offer') ({ remedy } = each);
    else if (each.do === 'mediate' || each.do === 'standFirm') remedy = remedyByThirdParty[each.do];
  }
  return remedyOfLoss[remedy];
}

/** To sit down together takes half a day more. */
const slowness = (mode: ConflictMode): number => (mode === 'collaborate' ? 1 : 0);
const inMode = (answer: CaseAnswer, mode: ConflictMode): CaseAnswer => ({
  ...answer,
  mode,
  delay: answer.delay - slowness(answer.mode) + slowness(mode),
});

/** The learner's answer in one go, given by his own hand. */
function answerTo({ mode, remedy, apology, reason }: CaseMove, about: CaseCircumstances): CaseAnswer {
  const offer = { remedy, apology, reason, date: false };
  return { mode, delay: ownDelay + slowness(mode), checksRoot: false, offer, ...feltAs(about, remedy) };
}

const feltAs = ({ empathy, peers, weights }: CaseCircumstances, remedy: CaseMove['remedy']) => ({
  empathy,
  peerGotMore: Math.max(0, peers - remedyOfLoss[remedy]),
  ...(weights && { weights }),
});

/** What the staff do on their own: meet the case as the standing order says, give what the rule allows as soon as the standard says. */
function policyAnswer({ plan, standing }: PlayedCompany, view: CaseView, about: CaseCircumstances): CaseAnswer {
  const mode = standing.onCase;
  const offer = offerIn(mode, plan, view);
  const delay = halfDaysToAnswer[plan['svc.speed']] + slowness(mode);
  return { mode, delay, checksRoot: false, offer, ...feltAs(about, offer.remedy) };
}

/** Steps that moves take in the case of a slot. */
export const stepsIn = (slot: string, moves: readonly Move[]): readonly CaseStep[] =>
  moves.flatMap((move) => (move.kind === 'caseStep' && move.slot === slot ? [move.step] : []));

/**
 * A case as it was met before quarter `quarter`: how it lay there, what the learner did, and what the standing policy would do.
 * @param severity true points 0-100
 */
export function metCase(
  world: World,
  company: PlayedCompany,
  view: CaseView,
  severity: number,
  moves: readonly Move[],
  quarter: number,
): CaseMet {
  const about = circumstances(world, company, view, quarter);
  const answer = moves.find((each): each is CaseMove => each.kind === 'case' && each.slot === view.slot);
  return {
    received: receivedBy(company, view, severity),
    about,
    answer: answer === undefined ? null : answerTo(answer, about),
    steps: stepsIn(view.slot, moves),
    policy: policyAnswer(company, view, about),
  };
}

/** A case with the standing policy as it has become by now. */
export const underPolicyOf = (company: PlayedCompany, view: CaseView, met: CaseMet): CaseMet => ({
  ...met,
  policy: policyAnswer(company, view, met.about),
});

/** The case as far as the learner's steps have taken it. */
export const playedCase = ({ received, steps, about }: CaseMet): PlayedCase => playSteps(openedCase(received), steps, about);

/** The case at its end: what the learner leaves open, or nobody answers, the standing policy takes up; a file that nobody closes is closed. */
export function endOf(met: CaseMet): CaseState {
  const atOnce = met.answer ?? met.policy;
  if (met.steps.length === 0 && atOnce.mode !== 'avoid') return settledByStaff(met.received, atOnce);
  const left = begun(met);
  const done = left.value === 'learning' || isFinal(left) ? left : answeredCase(left, met.policy);
  return done.value === 'learning' ? step('case', done, { type: 'case.skip' }) : done;
}
export const endingOf = (met: CaseMet): CaseEnding => endOf(met).context.ended ?? 'doubleDeviation';

/** A closed case with the same offer in each of the five modes, had the customer stayed; played only where somebody looks. */
export function fiveFutures({ met, ...done }: ClosedCase): CaseFutures {
  const played = playedCase(met);
  const answer = met.answer ?? met.policy;
  const mode = played.state.context.mode ?? answer.mode;
  const chosen = met.answer !== null || met.steps.some((each) => each.do === 'mode');
  const ending = (other: ConflictMode): CaseEnding => {
    if (!met.steps.some((each) => each.do === 'mode')) return endingOf({ ...met, steps: [], answer: inMode(answer, other) });
    const steps = met.steps.map((each): CaseStep => (each.do === 'mode' ? { do: 'mode', mode: other } : each));
    return endingOf({ ...met, steps });
  };
  const { trueSeverity: _severity, criteria: _criteria, brokenPromise: _promise, fix: _fix, fixed: _fixed, ...view } = done;
  return { ...view, mode, chosen, futures: conflictModes.map((other) => ({ mode: other, ending: ending(other) })) };
}
