/** The figures that a quarter is reported by; a scenario asks learners to forecast some of them. */

export const kpiIds = [
  'customers',
  'churn',
  'satisfaction',
  'equity',
  'contribution',
  'revenue',
  'shareOfMarket',
  'waiting',
  'complaints',
  'care',
  'coverage',
  'depth',
  'accuracy',
  'linkage',
  'consent',
  'completeness',
] as const;
export type KpiId = (typeof kpiIds)[number];
