/** The risk that customer data get out: what is exposed, how it is guarded, and whether it happens in a quarter. */

import { exp } from '../sim/math/elementary.ts';
import type { FieldId } from '../sim/records/recordActions.ts';
import type { QuarterPlan } from './controls.ts';
import type { EventSpec, FirmSpec, FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';
import { sharedPairs } from './stocks.ts';

/** What of a firm's data is exposed in a quarter, as its own plan says. */
export interface Exposure {
  /** Fields held, and those among them that are of no use in the trade. */
  fields: number;
  unused: readonly FieldId[];
  /** Pairs of departments with a sharing right. */
  pairs: number;
  boughtList: boolean;
  partner: boolean;
  safety: QuarterPlan['dat.safe'];
}

export function exposureOf(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): Exposure {
  const held = inForce(firm, plan, 'dat.fields');
  const useful = spec.records?.usefulFields ?? [];
  return {
    fields: held.length,
    unused: held.filter((field) => !useful.includes(field)),
    pairs: sharedPairs(firm, plan, p),
    boughtList: inForce(firm, plan, 'dat.source').includes('boughtList'),
    partner: inForce(firm, plan, 'biz.partner') === 'share',
    safety: plan['dat.safe'],
  };
}

const guarded = (safety: Exposure['safety'], p: FirmParameters): number =>
  ({ basic: 1, standard: p['safety.standard'], strict: p['safety.strict'] })[safety];

/** Chance 0-1 of a breach in a quarter: 1 - exp(-rate), the rate a sum over what is exposed times what security lets through. */
export function breachChance(exposure: Exposure, p: FirmParameters): number {
  const { fields, unused, pairs, boughtList, partner, safety } = exposure;
  const rate =
    fields * p['breach.field'] +
    unused.length * p['breach.unused'] +
    pairs * p['breach.pair'] +
    (boughtList ? p['breach.boughtList'] : 0) +
    (partner ? p['breach.partner'] : 0);
  return 1 - exp(-rate * guarded(safety, p));
}

/** Chance 0-1 that a customer with full concern for privacy withdraws consent over a breach: what is of no use and what many read harms more. */
export const breachHarm = ({ unused, pairs }: Exposure, p: FirmParameters): number =>
  Math.min(1, p['breach.size'] * (1 + unused.length * p['breach.harmUnused'] + pairs * p['breach.harmPair']));

/** How a firm's own security officer would put it: it knows what is exposed, nobody knows the odds. */
export const riskWords = ['small', 'noticeable', 'high', 'severe'] as const;
export type RiskWord = (typeof riskWords)[number];
/** Chances a quarter from which each further word holds. */
const wordFrom = [0.008, 0.02, 0.04];
export const riskWord = (chance: number): RiskWord => riskWords[wordFrom.filter((from) => chance >= from).length]!;

/** The risk of a quarter and what came of it; chances 0-1. */
export interface BreachQuarter {
  exposure: Exposure;
  chance: number;
  /** The chance at basic security, all else equal. */
  bare: number;
  struck: boolean;
  /** Basic security would have let through what this quarter's luck brought. */
  averted: boolean;
}

/** @param draw keyed, uniform on 0-1 */
export function breachIn(exposure: Exposure, p: FirmParameters, draw: number): BreachQuarter {
  const chance = breachChance(exposure, p);
  const bare = breachChance({ ...exposure, safety: 'basic' }, p);
  return { exposure, chance, bare, struck: draw < chance, averted: draw >= chance && draw < bare };
}

/** A breach that luck brought, as an event like a scripted one: standing orders, prices and shocks read it alike. */
export const breachEvent = (firm: string, quarter: number): EventSpec => ({ id: 'breach-by-chance', kind: 'breach', quarter, firm });

/** Units a quarter that security costs (catalogue: 0, 1 or 2), and the factor on service capacity: strict rules take time. */
export const safetySteps = { basic: 0, standard: 1, strict: 2 } as const satisfies Record<QuarterPlan['dat.safe'], number>;
export const safetyPace = (plan: QuarterPlan, p: FirmParameters): number => (plan['dat.safe'] === 'strict' ? 1 - p['safety.pace'] : 1);
