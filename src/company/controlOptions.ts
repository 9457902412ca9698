/** Closed lists of words that decisions choose from; the order is that of the screen and of packed plans. */

export const forceIds = ['rivalry', 'entry', 'substitutes', 'buyers', 'suppliers'] as const;
export const genericIds = ['cost', 'differentiation', 'focus'] as const;
export const analysisIds = [
  'readiness',
  'marginBySegment',
  'churnCauses',
  'dataAudit',
  'rivals',
  'needs',
  'industry',
  'technology',
  'unheard',
] as const;
export const pathIds = ['stay', 'p12', 'p13', 'p24', 'p34', 'p14', 'p23', 'p32'] as const;
export const budgetIds = ['marketing', 'sales', 'service', 'people', 'technology'] as const;
/** Lines of the total cost of ownership, in the order of the tick sheet. The first seven are on a vendor's quote. */
export const costLineIds = [
  'licence',
  'hardware',
  'implementation',
  'integration',
  'training',
  'support',
  'addOns',
  'dataMigration',
  'processRedesign',
  'administration',
  'security',
  'parallelRunning',
  'lostProductivity',
  'staffTurnover',
  'exitCost',
] as const;
export const measureIds = [
  'churn',
  'satisfaction',
  'equity',
  'revenue',
  'margin',
  'shareOfWallet',
  'complaintsSettled',
  'waiting',
  'recordQuality',
  'adoption',
  'newCustomers',
  'reach',
] as const;
/** Pairs of departments whose links carry customers from one to the other. */
export const pairIds = ['marketingSales', 'salesService', 'serviceIt', 'marketingIt', 'salesFinance', 'serviceOperations'] as const;
/** Variables that a market can be cut by, and what a firm may be known for. */
export const variableIds = ['age', 'region', 'income', 'channel', 'value', 'frequency', 'loyalty', 'needs'] as const;
export const vendorIds = ['a', 'b', 'c'] as const;
/** Signals of the market that a firm can have somebody watch for. */
export const senseIds = ['rivalPrice', 'rivalService', 'rivalCopying', 'law', 'technology', 'money', 'service', 'people'] as const;
export type SenseId = (typeof senseIds)[number];
/** Whom of the customers on file a campaign means: everybody, who buys most or least by the books, the upper value classes, the list of a model. */
export const campaignTargetIds = ['all', 'heavy', 'light', 'classes', 'list'] as const;
export const rivalMoveIds = ['steady', 'priceCut', 'serviceDrive', 'copying', 'retreat'] as const;
