/** What failures still to come do to leaving and what they cost, as an expectation: severities, voices and answers weighed by how often they occur. */

import { exp, ln, logistic, pow } from '../math/elementary.ts';
import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import { claimsFor, exitAfterFailure, justice, quicknessOf, settledLate, timesOdds, voiceLogit } from './formulas.ts';

/** Severities looked at, at even steps of their probability. */
const SEVERITIES = 12;
/** Nodes of the table over log odds of leaving without a failure. */
const LOWEST = -12;
const STEP = 0.25;
const NODES = 97;
const BISECTIONS = 24;
const bases = Float64Array.from({ length: NODES }, (_, node) => logistic(LOWEST + node * STEP));

/** What a failure comes to, for one company and a mean propensity to complain 0-1. */
export class ExpectedExit {
  /** Mean satisfaction lost by a failure, 0-1; a first one, since earlier ones differ from customer to customer. */
  readonly hurt: number;
  /** Mean remedy a failure, claims without cause included, in purchases of the customer. */
  readonly remedy: number;
  private readonly table = new Float64Array(NODES);

  constructor(offer: CompanyOffer, propensity: number, p: ParameterValues) {
    const groups: { weight: number; odds: number; hurt: number }[] = [];
    let given = 0;
    for (let n = 0; n < SEVERITIES; n += 1) {
      const severity = p['complaint.severityCeiling'] * pow((n + 0.5) / SEVERITIES, p['complaint.severityShape']);
      const weight = 1 / SEVERITIES;
      if (severity < p['complaint.felt']) {
        groups.push({ weight, odds: 1, hurt: 0 });
        given += weight * claimsFor(offer.complaint, p) * p['complaint.claimed'];
        continue;
      }
      const hurt = p['complaint.hurt'] * severity;
      const voiced = logistic(voiceLogit(severity, offer.complaint.ease, propensity, p));
      const quick = quicknessOf(offer.complaint.hours, p);
      groups.push({ weight: weight * (1 - voiced), odds: exp(exitAfterFailure(severity, 'silent', 0, p)), hurt });
      const refusing = offer.complaint.byFault === true ? p['complaint.ownFault'] : 0;
      for (const refused of refusing > 0 ? [false, true] : [false]) {
        const answered = weight * voiced * (refused ? refusing : 1 - refusing);
        const fair = justice(offer.complaint, severity, p, refused);
        const settled = logistic(p['complaint.justiceLogit'] * (fair - p['complaint.justiceMiddle']));
        const late = (1 - settled) * settledLate(offer.complaint, settled, p);
        if (!refused) given += answered * (settled + late) * severity;
        groups.push({ weight: answered * settled, odds: exp(exitAfterFailure(severity, 'settled', quick, p)), hurt: 0 });
        if (late > 0) {
          const odds = exp(exitAfterFailure(severity, 'settled', 0, p));
          groups.push({ weight: answered * late, odds, hurt: hurt * p['complaint.lateHurt'] });
        }
        groups.push({
          weight: answered * (1 - settled - late),
          odds: exp(exitAfterFailure(severity, 'unsettled', 0, p)),
          hurt: hurt * p['complaint.doubleDeviation'],
        });
      }
    }
    this.remedy = given * offer.complaint.remedy;
    this.hurt = groups.reduce((sum, group) => sum + group.weight * group.hurt, 0);
    const weights = Float64Array.from(groups, ({ weight }) => weight);
    const odds = Float64Array.from(groups, (group) => group.odds);
    for (let node = 0; node < NODES; node += 1) {
      const base = bases[node]!;
      let sum = 0;
      for (let g = 0; g < odds.length; g += 1) sum += weights[g]! * timesOdds(base, odds[g]!);
      this.table[node] = sum;
    }
  }

  /** Probability of leaving after a failure. @param leaving probability of leaving in a quarter without one, 0-1 */
  of(leaving: number): number {
    if (leaving <= 0) return 0;
    if (leaving >= 1) return 1;
    const x = Math.max(0, Math.min(NODES - 1.001, (ln(leaving / (1 - leaving)) - LOWEST) / STEP));
    const node = Math.floor(x);
    return this.table[node]! + (this.table[node + 1]! - this.table[node]!) * (x - node);
  }

  /**
   * Part of the leaving that customers know, 0-1, that is left when the failures they are used to are taken out, `least` at least.
   * @param known probability of leaving a quarter, failures included; @param failing chance of a failure a quarter
   */
  calmPart(known: number, failing: number, least: number): number {
    let low = least;
    let high = 1;
    for (let step = 0; step < BISECTIONS; step += 1) {
      const middle = (low + high) / 2;
      if ((1 - failing) * middle * known + failing * this.of(middle * known) > known) high = middle;
      else low = middle;
    }
    return low;
  }
}

/** Chance that a customer with so many service contacts on average meets a failure in a quarter, 0-1. */
export function failingOf(offer: CompanyOffer, contacts: number): number {
  return 1 - (1 - offer.failureRate) * exp(-contacts * offer.failureRate);
}
