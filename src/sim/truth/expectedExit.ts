/** How failures still to come raise leaving, as an expectation: severities, voices and answers weighed by how often they occur. */

import { exp, ln, logistic, pow } from '../math/elementary.ts';
import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import { exitAfterFailure, justice, quicknessOf, timesOdds, voiceLogit } from './formulas.ts';

/** Severities looked at, at even steps of their probability. */
const SEVERITIES = 12;
/** Nodes of the table over log odds of leaving without a failure. */
const LOWEST = -12;
const STEP = 0.25;
const NODES = 97;

/** Expected probability of leaving after a failure, by the probability without one; for one company and a mean propensity to complain 0-1. */
export class ExpectedExit {
  private readonly table = new Float64Array(NODES);

  constructor(offer: CompanyOffer, propensity: number, parameters: ParameterValues) {
    const groups: { weight: number; odds: number }[] = [];
    for (let n = 0; n < SEVERITIES; n += 1) {
      const severity = parameters['complaint.severityCeiling'] * pow((n + 0.5) / SEVERITIES, parameters['complaint.severityShape']);
      const weight = 1 / SEVERITIES;
      if (severity < parameters['complaint.felt']) {
        groups.push({ weight, odds: 1 });
        continue;
      }
      const voiced = logistic(voiceLogit(severity, offer.complaint.ease, propensity, parameters));
      const fair = justice(offer.complaint, severity, parameters);
      const settled = logistic(parameters['complaint.justiceLogit'] * (fair - parameters['complaint.justiceMiddle']));
      const quick = quicknessOf(offer.complaint.hours, parameters);
      groups.push({ weight: weight * (1 - voiced), odds: exp(exitAfterFailure(severity, 'silent', 0, parameters)) });
      groups.push({ weight: weight * voiced * settled, odds: exp(exitAfterFailure(severity, 'settled', quick, parameters)) });
      groups.push({ weight: weight * voiced * (1 - settled), odds: exp(exitAfterFailure(severity, 'unsettled', 0, parameters)) });
    }
    for (let node = 0; node < NODES; node += 1) {
      const base = logistic(LOWEST + node * STEP);
      this.table[node] = groups.reduce((sum, { weight, odds }) => sum + weight * timesOdds(base, odds), 0);
    }
  }

  /** @param leaving probability of leaving in a quarter without a failure, 0-1 */
  of(leaving: number): number {
    if (leaving <= 0) return 0;
    if (leaving >= 1) return 1;
    const x = Math.max(0, Math.min(NODES - 1.001, (ln(leaving / (1 - leaving)) - LOWEST) / STEP));
    const node = Math.floor(x);
    return this.table[node]! + (this.table[node + 1]! - this.table[node]!) * (x - node);
  }
}
