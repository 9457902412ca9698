/** From a finding to its re-test: where its cause lies, what counts as acting on it, and how a chain ends. */

import type { ControlId, QuarterPlan } from '../controls.ts';
import type { Move } from '../orders.ts';
import type { FirmParameters } from '../parameters.ts';
import { sameValue } from '../plan.ts';
import { bearsOn, targeting } from './bearing.ts';
import { mendingSteps, staysMended } from './mending.ts';
import type { AdjustmentId, CauseOfFindingId, FindingId } from './reviewOptions.ts';
import type { AdjustmentChain } from './reviewState.ts';

/** Causes under which a finding can be healed; the first is the nearest. Any other treats a symptom: `causeReason.FINDING` in the words says why. */
export const rightCauses: Readonly<Record<FindingId, readonly CauseOfFindingId[]>> = {
  cardsDisagree: ['strategy'],
  spendingOffStrategy: ['strategy'],
  pathUnfit: ['programme', 'strategy'],
  programmeStalled: ['programme', 'people'],
  recordsWrong: ['data', 'people'],
  recordsThin: ['data'],
  fieldsUnused: ['data'],
  consentMissing: ['data'],
  wrongTargets: ['strategy', 'data'],
  skillLow: ['people'],
  adoptionLow: ['people', 'tool'],
  hiddenCost: ['programme'],
  failuresUnheard: ['people', 'strategy'],
  waitingLong: ['people', 'programme'],
  valueBehind: ['strategy'],
  spuriousLoyalty: ['strategy', 'people'],
  earlyDecay: ['strategy', 'programme'],
};

/** True where an adjustment begins at a cause and not at a symptom. */
export const atTheCause = (finding: FindingId, cause: CauseOfFindingId): boolean => rightCauses[finding].includes(cause);

/** Things that run and can be ended, and how one tells that a control has been taken back. */
const ended: Readonly<Partial<Record<ControlId, (before: QuarterPlan, now: QuarterPlan) => boolean>>> = {
  'crm.path': (before, now) => before['crm.path'] !== 'stay' && now['crm.path'] === 'stay',
  'cam.offer': (before, now) => before['cam.offer'] !== 'none' && now['cam.offer'] === 'none',
  'idc.loyal': (before, now) => before['idc.loyal'] !== 'none' && now['idc.loyal'] === 'none',
  'idc.class': (before, now) => before['idc.class'] !== 'none' && now['idc.class'] === 'none',
  'idc.cycle': (before, now) => fewer(before['idc.cycle'], now['idc.cycle']),
  'idc.module': (before, now) => now['idc.module'] < before['idc.module'],
  'svc.auto': (before, now) => before['svc.auto'] !== 'none' && now['svc.auto'] === 'none',
  'svc.promise': (before, now) => before['svc.promise'] === 'bold' && now['svc.promise'] !== 'bold',
  'biz.partner': (before, now) => before['biz.partner'] !== 'refuse' && now['biz.partner'] === 'refuse',
  'biz.discount': (before, now) => before['biz.discount'] !== 'nobody' && now['biz.discount'] === 'nobody',
  'dat.fields': (before, now) => fewer(before['dat.fields'], now['dat.fields']),
  'dat.source': (before, now) => fewer(before['dat.source'], now['dat.source']),
  'dat.model': (before, now) => fewer(before['dat.model'], now['dat.model']),
  'imp.consult': (before, now) => before['imp.consult'] !== 'none' && now['imp.consult'] === 'none',
  'imp.measure.bonus': (before, now) => now['imp.measure.bonus'] < before['imp.measure.bonus'],
  'cus.mode': (before, now) => Object.keys(before['cus.mode']).some((segment) => now['cus.mode'][segment]! < before['cus.mode'][segment]!),
};
const fewer = (before: readonly string[], now: readonly string[]): boolean => before.some((word) => !now.includes(word));

/** Steering moves that end a programme, and those that change its course. */
const endsProgramme = (move: Move): boolean => move.kind === 'programme' && move.move === 'abandon';
const steers = (move: Move): boolean => move.kind === 'programme' && move.move !== 'goOn';
const onProgramme: readonly FindingId[] = ['pathUnfit', 'programmeStalled', 'hiddenCost'];

/**
 * Whether a plan acts on a finding as the action says: tuned is what was moved the way that mends it, more of it than was moved against it.
 * @param before plans that it must stand better than, each of them, or differ from
 */
export function planActs(
  { finding, action }: Pick<AdjustmentChain, 'finding' | 'action'>,
  before: readonly QuarterPlan[],
  now: QuarterPlan,
): boolean {
  const changed = (id: ControlId): boolean => before.every((plan) => !sameValue(plan[id], now[id]));
  switch (action) {
    case 'keep':
      return true;
    case 'tune':
      return mendingSteps(finding, before, now) > 0;
    case 'retarget':
      return targeting.some(changed);
    case 'changePath':
      return changed('crm.path');
    case 'stop':
      return bearsOn[finding].some((id) => ended[id] !== undefined && before.every((plan) => ended[id]!(plan, now)));
  }
}

/** Whether what was done of it was kept in every one of the plans that followed. @param before the plan that it was found under */
export function planHolds(
  { finding, action }: Pick<AdjustmentChain, 'finding' | 'action'>,
  before: QuarterPlan,
  since: readonly QuarterPlan[],
): boolean {
  if (action === 'tune') return staysMended(finding, before, since);
  return since.every((plan) => planActs({ finding, action }, [before], plan));
}

/** Whether moves in the programme can act on a finding as the action says. */
export const steeredBy = ({ finding, action }: Pick<AdjustmentChain, 'finding' | 'action'>): boolean =>
  action === 'changePath' || (onProgramme.includes(finding) && (action === 'tune' || action === 'stop'));

/**
 * Whether a quarter's decisions act on a chain.
 * @param before the plan of the quarter before, @param now the plan decided, @param moves made with it
 */
export const actsOn = (
  chain: Pick<AdjustmentChain, 'finding' | 'action'>,
  before: QuarterPlan,
  now: QuarterPlan,
  moves: readonly Move[],
): boolean => planActs(chain, [before], now) || (steeredBy(chain) && moves.some(chain.action === 'stop' ? endsProgramme : steers));

/** Units of the reserve that an action costs. */
export const adjustmentPrice = (action: AdjustmentId, p: FirmParameters): number => p[`adjust.${action}`];

/** Points 0-100 of gravity with the ends of its 80% interval, the kinder one first. */
export interface Gravity {
  least: number;
  value: number;
  most: number;
}

/**
 * How a chain ends. A rough look still counts as one, but claims no more than it shows: fixed only where even the unkind end lies under what
 * was found first, worse only where even the kind end lies over it.
 * @param after gravity found again, null where no method looked
 */
export function chainOutcome(before: number, after: Gravity | null, p: FirmParameters): Exclude<AdjustmentChain['outcome'], 'open'> {
  if (after === null) return 'untested';
  const { least, value, most } = after;
  if (value <= before * p['adjust.fixed'] && most < before) return 'fixed';
  if (value <= before * p['adjust.better']) return 'better';
  return value >= before * p['adjust.worse'] && least > before ? 'worse' : 'unchanged';
}

/** Findings kept as they are twice running although the first time did not heal them: money and face sunk into a failing thing. */
export function sunkInto(chains: readonly Pick<AdjustmentChain, 'finding' | 'action' | 'outcome'>[]): FindingId[] {
  const sunk: FindingId[] = [];
  chains.forEach((chain, place) => {
    if (chain.action !== 'keep' || sunk.includes(chain.finding)) return;
    const before = chains.slice(0, place).findLast(({ finding }) => finding === chain.finding);
    if (before?.action === 'keep' && before.outcome !== 'fixed' && before.outcome !== 'better') sunk.push(chain.finding);
  });
  return sunk;
}

/** How well a chain was led; the score and the debrief read it. */
export interface ChainJudged {
  atTheCause: boolean;
  /** The plan followed within the time set for it. */
  acted: boolean;
  /** A later review looked again. */
  retested: boolean;
  healed: boolean;
}
export const chainJudged = ({ finding, cause, acted, outcome }: AdjustmentChain): ChainJudged => ({
  atTheCause: atTheCause(finding, cause),
  acted: acted !== null,
  retested: outcome !== 'open' && outcome !== 'untested',
  healed: outcome === 'fixed' || outcome === 'better',
});
