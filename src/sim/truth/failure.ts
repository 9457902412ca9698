/** Step 6: a failure, whether it is felt, spoken of and made good, and what it adds to the odds of leaving. */

import { mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import { BYTE, PER_BYTE } from './columns.ts';
import { keyOf, type QuarterContext } from './context.ts';
import { claimsFor, exitAfterFailure, justice, quicknessOf, settledLate, voiceLogit } from './formulas.ts';
import { wasMet } from './met.ts';
import { companyOf, customerOf, H, M, relations, setMet } from './relations.ts';
import { SEVERITY_SHIFT } from './severities.ts';
import { SPARE } from './spare.ts';
import { sparedOf } from './spared.ts';
import { at, ROW } from './tallies.ts';

/** Earlier failures that a customer still counts. */
const MOST_REPEATS = 3;
/** Justice from which an answer is more than fair. */
const EXCELLENT = 0.75;

/** Leaves in the relation: loss of satisfaction 0-1 (a gain is negative), log odds of leaving, and whether he kept silent. */
export function meetFailure(c: QuarterContext, r: number): void {
  const { parameters, tallies, columns, lanes } = c;
  const { happened, met } = relations;
  const i = customerOf(relations.pair[r]!);
  const k = companyOf(relations.pair[r]!);
  const spared = c.spared === null ? 0 : sparedOf(c, i, k);
  if ((spared & SPARE.failure) !== 0) return;
  const cell = (k * c.segments + columns.segment[i]!) * ROW;
  const offer = c.offers[k]!;
  mix4(lanes, i, keyOf(c, k), purpose.failure, c.market.luckSeed);
  tallies[cell + at.failures]! += 1;
  const severity = c.market.severities[lanes[0]! >>> SEVERITY_SHIFT]!;
  const policy = offer.complaint;
  const touch = c.touches[k];
  if (severity < parameters['complaint.felt']) {
    // Nothing is behind a claim for a trifle but what is given beyond a loss.
    if (policy.remedy <= 1 || unit(lanes[1]!) >= claimsFor(policy, parameters)) return;
    tallies[cell + at.claims]! += 1;
    tallies[cell + at.contribution]! -= policy.remedy * parameters['complaint.claimed'] * columns.spend[i]!;
    if (touch) touch.complained[i] = 1;
    return;
  }
  tallies[cell + at.felt]! += 1;
  const spoiled = wasMet(r, M.spoiled);
  const tie = wasMet(r, M.tie);
  const held = wasMet(r, M.failureExit);
  happened[r]! |= (1 << H.met) | (1 << H.felt);
  const repeat = Math.min(MOST_REPEATS, columns.priorFailures[i]!);
  columns.priorFailures[i] = Math.min(BYTE, columns.priorFailures[i]! + 1);
  const hurt = parameters['complaint.hurt'] * severity;
  const silence = -voiceLogit(severity, policy.ease, columns.complaintPropensity[i]! * PER_BYTE, parameters);
  if ((spared & SPARE.answer) === 0 && unit(lanes[1]!) * (1 + tableExp(silence)) >= 1) {
    happened[r]! |= 1 << H.silent;
    setMet(met, r, spoiled, hurt, held + exitAfterFailure(severity, 'silent', 0, parameters), tie);
    return;
  }
  tallies[cell + at.voiced]! += 1;
  const refused = policy.byFault === true && unit(lanes[3]!) < parameters['complaint.ownFault'];
  const fair = justice(policy, severity, parameters, refused);
  const unfair =
    parameters['complaint.justiceLogit'] * (parameters['complaint.justiceMiddle'] - fair) + parameters['complaint.repeat'] * repeat;
  const against = 1 + tableExp(unfair);
  const answered = (spared & SPARE.answer) !== 0 ? 0 : unit(lanes[2]!) * against;
  const late = answered >= 1;
  const settled = !late || answered < 1 + (against - 1) * settledLate(policy, 1 / against, parameters);
  if (settled && (spared & SPARE.denied) === 0) {
    tallies[cell + at.recovered]! += 1;
    if (!refused) tallies[cell + at.contribution]! -= policy.remedy * severity * columns.spend[i]!;
    if (touch) touch.complained[i] = 1;
    if (late) {
      const exit = held + exitAfterFailure(severity, 'settled', 0, parameters);
      setMet(met, r, spoiled, hurt * parameters['complaint.lateHurt'], exit, tie);
      return;
    }
    const paradox = fair > EXCELLENT ? -parameters['complaint.paradox'] : 0;
    const exit = exitAfterFailure(severity, 'settled', quicknessOf(policy.hours, parameters), parameters);
    setMet(met, r, spoiled, repeat > 0 ? hurt * parameters['complaint.repeatHurt'] : paradox, held + exit, tie);
    return;
  }
  if (touch) touch.complained[i] = 2;
  const exit = held + exitAfterFailure(severity, 'unsettled', 0, parameters);
  setMet(met, r, spoiled, hurt * parameters['complaint.doubleDeviation'], exit, tie);
}
