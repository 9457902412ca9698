/** Start of a quarter: what a plan asks of the programme machine, and what it refuses. */

import { stocksWithConsultants } from './consulting.ts';
import type { PathId, QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { choosePathReasons, confirmReasons, type Facts, type Reason, submitReasons } from './guards.ts';
import type { MatrixEvent, ProgrammeChoice } from './matrixRules.ts';
import { grantOf } from './money.ts';
import { parametersOf, usualParameters } from './parameters.ts';
import { programmeOf } from './programme.ts';
import { step } from './step.ts';

/** What the guards may know of a firm: its own stocks and books, the last audit, the cards and analyses it has. */
export function factsNow(firm: FirmState, plan: QuarterPlan, analysed: readonly string[]): Facts {
  const bought = (...ids: string[]): boolean => ids.some((id) => analysed.includes(id));
  return {
    level: programmeOf(firm).level,
    stocks: stocksWithConsultants(firm.stocks, plan['imp.consult'], usualParameters),
    information: firm.informationKnown,
    consent: firm.consentKnown,
    adoption: firm.adoption,
    released: firm.released,
    costLines: plan['crm.tco'].length,
    businessAnalysed: plan['biz.forces'].length === 2 || bought('industry', 'rivals'),
    customerAnalysed: plan['cus.core'].length > 0 || bought('marginBySegment', 'needs', 'churnCauses'),
  };
}

/** The same as they will stand when the coming quarter begins, its release included: what a screen asks between two quarters. */
export function factsOf(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, analysed: readonly string[]): Facts {
  const released = firm.released + grantOf(firm, firm.quarter + 1, parametersOf(spec));
  return { ...factsNow(firm, plan, analysed), released };
}

/** The firm after an event to its matrix machine. */
export function send(firm: FirmState, event: MatrixEvent): FirmState {
  return { ...firm, matrix: step('matrix', firm.matrix, event) };
}

export type Attempt = { firm: FirmState; refused: Reason[] };

/** Tries the path that the plan names: analyse, choose, confirm, plan and submit in one quarter, as far as the guards let it. */
export function attemptPath(firm: FirmState, plan: QuarterPlan, analysed: readonly string[]): Attempt {
  const { state, context } = programmeOf(firm);
  const path = pathMeant(firm, plan);
  if (path === 'stay') return { firm: withdrawn(firm), refused: [] };
  if (path === firm.settledPath) return { firm, refused: [] };
  if (state === 'embedding') return path === context.path ? { firm, refused: [] } : prepareNext(firm, plan, path, analysed);
  if (state === 'planning' && path !== context.path) return attemptPath(send(firm, { type: 'programme.abandon' }), plan, analysed);
  if (state !== 'idle' && state !== 'analysing' && state !== 'planning') return { firm, refused: [] };
  const facts = factsNow(firm, plan, analysed);
  const choice = choiceOf(plan, path);
  let now = firm;
  if (state === 'idle') now = send(now, { type: 'programme.analyse' });
  if (state !== 'planning') {
    const unread = choosePathReasons(facts);
    now = send(now, { type: 'programme.choosePath', facts });
    if (unread.length > 0) return { firm: now, refused: unread };
    const unfit = confirmReasons(path, facts);
    now = send(now, { type: 'programme.confirm', choice, facts });
    if (unfit.length > 0) return { firm: now, refused: unfit };
  } else {
    now = send(now, { type: 'programme.prepare', choice, facts });
  }
  const unready = submitReasons(path, facts);
  return { firm: send(now, { type: 'programme.submit', facts }), refused: unready };
}

/** Path that a plan means: a leap that has been cut down goes on as the single step it was cut down to. */
function pathMeant(firm: FirmState, plan: QuarterPlan): PathId {
  const { state, context } = programmeOf(firm);
  return plan['crm.path'] === 'p14' && context.cutDown && state !== 'idle' ? context.path : plan['crm.path'];
}

function choiceOf(plan: QuarterPlan, path: PathId): ProgrammeChoice {
  return { path, pace: plan['crm.pace'], scope: plan['crm.scope'], pilot: plan['crm.pilot'] === 'yes' };
}

/** The plan says stay: what is only being considered or prepared is dropped. */
function withdrawn(firm: FirmState): FirmState {
  const { state, context } = programmeOf(firm);
  if (state === 'analysing' || (state === 'embedding' && context.next !== 'stay')) return send(firm, { type: 'programme.chooseStay' });
  return state === 'planning' ? send(firm, { type: 'programme.abandon' }) : firm;
}

/** While one programme is embedding the next may be prepared; it starts when embedding ends. */
function prepareNext(firm: FirmState, plan: QuarterPlan, path: PathId, analysed: readonly string[]): Attempt {
  const facts = factsNow(firm, plan, analysed);
  const refused = [...choosePathReasons(facts), ...confirmReasons(path, facts)];
  return { firm: send(firm, { type: 'programme.prepare', choice: choiceOf(plan, path), facts }), refused };
}
