/** Coefficients of analytical models and of what is done by their lists; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const catalogue = 'decision catalogue';
const proposal = 'proposal';

export const modelParameters = {
  'price.modelRfm': of(2, 0, 20, 'units a quarter for ranking by recency, frequency and money', catalogue),
  'price.modelChurn': of(4, 0, 20, 'units a quarter for a model of leaving', catalogue),
  'price.modelPotential': of(5, 0, 20, 'units a quarter for a model of potential', catalogue),
  'price.modelNextOffer': of(4, 0, 20, 'units a quarter for a model of the next offer', proposal),
  'model.list': of(0.2, 0.01, 1, 'share of the scored customers of a segment on its list', 'the fifth of the highest score'),
  'model.money': of(2, 1, 5, 'money to keep each of those on the list over that of the segment', proposal),
  'model.contacts': of(1.25, 1, 5, 'contacts of those on the list over those of the segment', proposal),
  'model.fit': of(0.6, 0, 1, 'how far a chosen next offer goes by the needs on file', proposal),
  'model.save': of(0.6, 0, 3, 'log odds of leaving taken off in the quarter by a call that goes by the own story of a customer', proposal),
  'model.holdout': of(0.1, 0, 0.5, 'share of the customers who are never listed, as a control group', proposal),
  'model.usualLeaving': of(0.08, 0.001, 0.9, 'share that leaves in a quarter as a model takes it where nobody gives notice', proposal),
} as const satisfies Readonly<Record<string, FirmParameter>>;
