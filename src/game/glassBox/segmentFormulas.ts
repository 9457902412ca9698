/** What is true of one group of customers, for the last quarter of a closed run. */

import { EXACT, type Family, type Formula, type GlassUnit, input, market, type ParameterRef } from './formula.ts';

const units = { customers: 'count', satisfaction: 'points', contribution: 'money', equity: 'money' } as const satisfies Record<
  string,
  GlassUnit
>;
type Figure = keyof typeof units;
const parameters: Partial<Record<Figure, readonly ParameterRef[]>> = {
  satisfaction: market('experience.quality', 'experience.excess', 'experience.shortfall'),
  equity: market('equity.discount', 'equity.horizon'),
};

function formula(figure: Figure, segment: string): Formula {
  return {
    id: `segment.${figure}:${segment}`,
    says: figure === 'customers' ? 'segment.customers' : `kpi.${figure}`,
    group: 'customers',
    parameters: parameters[figure] ?? [],
    read: ({ truth }) => {
      const [before, last] = [truth.at(-2)?.bySegment[segment], truth.at(-1)];
      const now = last?.bySegment[segment];
      if (!last || !now) return null;
      const inputs =
        figure === 'customers' && before
          ? [
              input('customersBefore', before.customers, 'count', last.quarter - 1),
              input('gained', now.gained, 'count', last.quarter),
              input('lost', now.lost, 'count', last.quarter),
            ]
          : [];
      return { result: now[figure], unit: units[figure], quarter: last.quarter, inputs };
    },
    readKnown: () => null,
    reckon: figure === 'customers' ? (of) => of('customersBefore') + of('gained') - of('lost') : null,
    tolerance: EXACT,
  };
}

export const segmentFamilies: readonly Family[] = (Object.keys(units) as Figure[]).map((figure) => ({
  head: `segment.${figure}`,
  of: (segment) => formula(figure, segment),
}));
