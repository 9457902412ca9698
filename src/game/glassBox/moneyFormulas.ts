/** How customer equity splits into its parts, and how the result of the last quarter comes about in the books. */

import type { KnownReport } from '../reports.ts';
import { type Formula, type GlassInput, input, market, type Reading, sumOf } from './formula.ts';

/** Result of the last quarter in the books, from its contribution; null before the first. */
function resultOf(last: KnownReport | undefined, contribution: number | undefined): Reading | null {
  if (last === undefined || contribution === undefined || last.quarter === 0) return null;
  const { marketingCost, fixedCost, crmCost, commission = 0, loyaltyCost = 0, otherIncome, result } = last.money;
  const q = last.quarter;
  const inputs: GlassInput[] = [
    { key: 'contribution', kind: 'kpi', id: 'contribution', value: contribution, unit: 'money', quarter: q },
    input('marketingCost', marketingCost, 'money', q),
    input('fixedCost', fixedCost, 'money', q),
    input('crmCost', crmCost, 'money', q),
    input('loyaltyCost', loyaltyCost, 'money', q),
    input('commission', commission, 'money', q),
    input('otherIncome', otherIncome, 'money', q),
  ];
  return { result, unit: 'money', quarter: q, inputs };
}

/** Equity in its parts, and the result of the quarter in the books. */
export const moneyFormulas: readonly Formula[] = [
  {
    id: 'equity.parts',
    says: 'equity.parts',
    group: 'money',
    parameters: market('choice.value', 'choice.brand', 'choice.relationship'),
    read: ({ truth }) => {
      const last = truth.at(-1);
      if (!last) return null;
      const { total: result, ...drivers } = last.equity;
      const inputs = (['value', 'brand', 'relationship', 'rest'] as const).map((id) =>
        input(`equity.${id}`, drivers[id], 'money', last.quarter),
      );
      return { result, unit: 'money', quarter: last.quarter, inputs };
    },
    reckon: (_of, _p, { inputs }) => sumOf(inputs, 'glassInput'),
    tolerance: 1e-6,
  },
  {
    id: 'money.result',
    says: 'money.result',
    group: 'money',
    parameters: [],
    read: ({ known, truth }) => resultOf(known.at(-1), truth.at(-1)?.kpi.contribution),
    readKnown: ({ known }) => resultOf(known.at(-1), known.at(-1)?.kpi.contribution.value ?? undefined),
    reckon: (of) =>
      of('contribution') - of('marketingCost') - of('fixedCost') - of('crmCost') - of('loyaltyCost') - of('commission') + of('otherIncome'),
    tolerance: 1e-6,
  },
];
