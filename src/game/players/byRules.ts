/** A player made of rules: each decides a few controls on what the firm knows, a later one over an earlier one. */

import { controls, type QuarterPlan } from '../../company/controls.ts';
import type { StandingOrders } from '../../company/orders.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { isOpen, type Player } from '../player.ts';
import type { KnownReport } from '../reports.ts';
import { honestSteps, mended, takenUp } from '../reviewPlayer.ts';
import type { EntryData } from '../run.ts';

export type Decided = { -readonly [Id in keyof QuarterPlan]?: QuarterPlan[Id] };
/** What a rule decides on. */
export interface Situation {
  known: KnownReport;
  /** The plan as it stands, with what earlier rules have decided. */
  plan: QuarterPlan;
  /** The plan that holds so far. */
  before: QuarterPlan;
  /** Round of the game, from 1. */
  round: number;
  /** First quarter of the round, from 1. */
  quarter: number;
  segmentIds: readonly string[];
}
export type Rule = (situation: Situation) => Decided;

/** Severity from which a case is healed together with the customer, points 0-100. */
const seriousCase = 45;

/**
 * Plays by rules, reviews honestly, follows up what reviews find and answers every open case; controls that are not open yet stay as they
 * are.
 * @param standing orders of the first round
 */
export function playerByRules(
  scenario: Scenario,
  rules: readonly Rule[],
  standing: Partial<StandingOrders> = { onReview: 'honest' },
): Player {
  const segmentIds = scenario.market.segments.map(({ id }) => id);
  return (known, plan, quarter) => {
    const round = Math.floor((quarter - 1) / scenario.quartersPerRound) + 1;
    const usual = rules.reduce<Decided>(
      (all, rule) => ({ ...all, ...rule({ known, plan: { ...plan, ...all }, before: plan, round, quarter, segmentIds }) }),
      {},
    );
    const steps = honestSteps(known, usual['crm.goal'] ?? plan['crm.goal']);
    const decided: Decided = { ...usual, ...mended(known, { ...plan, ...usual }, segmentIds, takenUp(steps)) };
    const open = controls.filter((control) => decided[control.id] !== undefined && isOpen(scenario, control, quarter));
    const allowed = Object.fromEntries(open.map(({ id }) => [id, decided[id]])) as Partial<QuarterPlan>;
    return [{ kind: 'plan', data: { plan: allowed, ...(round === 1 && { standing }) } }, ...answers(known), ...steps];
  };
}

/** Open cases: heal what is serious together with the customer, give way in what is not; always the whole loss, an apology and a reason. */
function answers({ inbox }: KnownReport): EntryData[] {
  return inbox
    .filter(({ outcome, asked }) => outcome === null && asked)
    .map(({ slot, severity }) => {
      const mode = severity >= seriousCase ? 'collaborate' : 'accommodate';
      return { kind: 'move', data: { kind: 'case', slot, mode, remedy: 'full', apology: true, reason: true } };
    });
}
