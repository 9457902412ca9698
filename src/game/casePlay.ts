/** A case on the screen as far as the moves made have taken it, and why a step is refused. */

import { fixWork } from '../company/conflict/fixes.ts';
import { owed } from '../company/conflict/caseRules.ts';
import { isFinal, stepReasons } from '../company/conflict/stepDoors.ts';
import { severityOf } from '../company/conflict/situation.ts';
import { caseStepIds, type CaseStep } from '../company/conflict/steps.ts';
import type { Reason } from '../company/guards.ts';
import { moneyForCards } from '../company/openCards.ts';
import type { CaseStepMove, Move } from '../company/orders.ts';
import { type FirmParameters, parametersOf, usualParameters } from '../company/parameters.ts';
import { playedCase } from './caseAnswers.ts';
import { caseWork, metNow, openCases } from './cases.ts';
import type { CasePlayView } from './caseView.ts';
import type { PlayedCompany, World } from './world.ts';

/** Units in hand for remedies of causes in the coming quarter, after the moves made for it. */
function moneyForFixes(world: World, company: PlayedCompany, made: readonly Move[], p: FirmParameters): number {
  const quarter = world.quarter + 1;
  const agreed = caseWork(world, company, made, quarter).fixes.reduce((sum, fix) => sum + fixWork[fix].units, 0);
  return moneyForCards(company.firm, quarter, made, p) - agreed;
}

/** Why a remedy cannot be paid; empty = it can. */
function moneyReasons(step: CaseStep, money: number): Reason[] {
  if (step.do !== 'fix' || money >= fixWork[step.fix].units) return [];
  return [{ code: 'case.fixMoney', actual: Math.max(0, money), required: fixWork[step.fix].units, card: 'cnf.case' }];
}

/** Why a step of a case cannot be taken after the moves made for the coming quarter; empty = it can. */
export function caseStepReasons(world: World, company: PlayedCompany, move: CaseStepMove, made: readonly Move[]): Reason[] {
  const quarter = world.quarter + 1;
  const view = openCases(world, company, quarter).find(({ slot }) => slot === move.slot);
  if (view === undefined) return [{ code: 'case.notOpen', card: 'cnf.case' }];
  const met = metNow(world, company, view, made, quarter);
  if (met.answer !== null) return [{ code: 'case.answered', card: 'cnf.case' }];
  const shut = stepReasons(playedCase(met).state, move.step.do);
  return shut.length > 0 ? shut : moneyReasons(move.step, moneyForFixes(world, company, made, parametersOf(company.spec)));
}

/** The open cases of the coming quarter as the moves made have taken them. */
export function casePlays(world: World, company: PlayedCompany, made: readonly Move[]): CasePlayView[] {
  const p = parametersOf(company.spec);
  const work = caseWork(world, company, made, world.quarter + 1);
  const money = moneyForCards(company.firm, world.quarter + 1, made, p) - work.fixes.reduce((sum, fix) => sum + fixWork[fix].units, 0);
  const cheapest = Object.values(fixWork).reduce((least, { units }) => Math.min(least, units), Infinity);
  return work.met.map(({ view, met }): CasePlayView => {
    const { state, turns, hours, points } = playedCase(met);
    const { context } = state;
    const final = isFinal(state) || met.answer !== null;
    const answered: Reason[] = met.answer === null ? [] : [{ code: 'case.answered', card: 'cnf.case' }];
    return {
      slot: view.slot,
      state: state.value,
      turns,
      waited: context.waited,
      clock: context.clock,
      owed: owed(context),
      tier: context.tier,
      handOffs: context.handOffs,
      hours,
      triaged: points === null ? null : severityOf(points, usualParameters),
      steps: caseStepIds.map((step) => {
        const shut = [...answered, ...stepReasons(state, step)].slice(0, 1);
        const poor = step === 'fix' && shut.length === 0 && money < cheapest;
        return {
          step,
          refused: poor ? [{ code: 'case.fixMoney', actual: Math.max(0, money), required: cheapest, card: 'cnf.case' }] : shut,
        };
      }),
      ended: context.ended,
      final,
    };
  });
}
