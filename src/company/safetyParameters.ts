/** Coefficients of data security and of breaches; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const catalogue = 'decision catalogue: dat.safe';
/**
 * Chance of a breach a quarter = 1 - exp(-rate). At basic security five fields of use make .5% a quarter (6% in twelve), nine fields and
 * four sharing rights 1.9% (20%), all twelve with three of no use, six rights, a bought list and a partner's data 6.5% (55%).
 */
const exposure =
  'proposal: form of a constant hazard over what is exposed; size tuned so that one in seventeen runs as they begin has a breach';

export const safetyParameters = {
  'price.safety': of(1, 0, 10, 'units a quarter a step of security', catalogue),
  'safety.pace': of(0.05, 0, 0.5, 'service capacity lost by strict access rules', catalogue),
  'safety.standard': of(0.4, 0, 1, 'factor on the rate of breaches', 'proposal: access by role stops most of what happens by carelessness'),
  'safety.strict': of(0.15, 0, 1, 'factor on the rate of breaches', 'proposal: encryption, logs and second pairs of eyes'),
  'breach.field': of(0.001, 0, 1, 'rate a quarter a field held', exposure),
  'breach.unused': of(0.005, 0, 1, 'further rate a quarter a field held that is of no use', exposure),
  'breach.pair': of(0.0025, 0, 1, 'rate a quarter a pair of departments with a sharing right', exposure),
  'breach.boughtList': of(0.01, 0, 1, 'rate a quarter with a bought list', exposure),
  'breach.partner': of(0.015, 0, 1, 'rate a quarter while data are shared with a partner', exposure),
  'breach.harmUnused': of(0.1, 0, 1, 'harm of a breach added by a field of no use', 'proposal: what nobody needed is resented most'),
  'breach.harmPair': of(0.05, 0, 1, 'harm of a breach added by a sharing right', 'proposal: more readers, wider breaches'),
  'breach.size': of(0.4, 0, 1, 'chance that a customer with full concern withdraws consent', 'proposal: under half of a scripted breach'),
} as const satisfies Readonly<Record<string, FirmParameter>>;
