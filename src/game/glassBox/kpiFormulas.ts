/** How the true figures of customers and money are reckoned, for the last quarter of a run. */

import { kpiIds, type KpiId, type TruthReport } from '../reports.ts';
import { EXACT, type Formula, type GlassInput, type GlassRun, type GlassUnit, input, market, type ParameterRef, sumOf } from './formula.ts';

type KpiPart = Pick<Formula, 'parameters' | 'reckon'> & {
  unit: GlassUnit;
  inputs: (truth: TruthReport, run: GlassRun) => readonly GlassInput[];
};

/** One input a segment. */
const bySegment = (truth: TruthReport, unit: GlassUnit, value: (of: TruthReport['bySegment'][string]) => number): GlassInput[] =>
  Object.entries(truth.bySegment).map(([id, of]) => ({
    key: `segment.${id}`,
    kind: 'segment',
    id,
    value: value(of),
    unit,
    quarter: truth.quarter,
  }));
const total = (truth: TruthReport, value: (of: TruthReport['bySegment'][string]) => number): number =>
  Object.values(truth.bySegment).reduce((sum, of) => sum + value(of), 0);

const ofSegments: NonNullable<Formula['reckon']> = (_of, _p, { inputs }) => sumOf(inputs, 'segment');
const kpi = (id: KpiId, { kpi: values, quarter }: TruthReport, unit: GlassUnit): GlassInput => ({
  key: id,
  kind: 'kpi',
  id,
  value: values[id],
  unit,
  quarter,
});
/** A figure that is counted over customers one by one. */
const counted = (unit: GlassUnit, parameters: readonly ParameterRef[] = [], inputs: KpiPart['inputs'] = () => []): KpiPart => ({
  unit,
  parameters,
  inputs,
  reckon: null,
});

const parts: Readonly<Record<KpiId, KpiPart>> = {
  customers: {
    unit: 'count',
    parameters: [],
    inputs: (truth) => bySegment(truth, 'count', ({ customers }) => customers),
    reckon: ofSegments,
  },
  churn: {
    unit: 'share',
    parameters: market('leaving.satisfaction', 'leaving.convexity', 'leaving.switching', 'leaving.relationship', 'leaving.rivalOffer'),
    inputs: (truth) => [
      kpi('customers', truth, 'count'),
      input(
        'gained',
        total(truth, ({ gained }) => gained),
        'count',
        truth.quarter,
      ),
      input(
        'lost',
        total(truth, ({ lost }) => lost),
        'count',
        truth.quarter,
      ),
    ],
    reckon: (of) => of('lost') / (of('customers') - of('gained') + of('lost')),
  },
  satisfaction: counted(
    'points',
    market(
      'experience.quality',
      'experience.excess',
      'experience.shortfall',
      'experience.anchorNew',
      'experience.anchorOld',
      'experience.waitLoss',
    ),
    (truth) => bySegment(truth, 'points', ({ satisfaction }) => satisfaction),
  ),
  equity: {
    unit: 'money',
    parameters: market('equity.discount', 'equity.horizon'),
    inputs: (truth) => bySegment(truth, 'money', ({ equity }) => equity),
    reckon: ofSegments,
  },
  contribution: {
    unit: 'money',
    parameters: [],
    inputs: (truth) => bySegment(truth, 'money', ({ contribution }) => contribution),
    reckon: ofSegments,
  },
  revenue: counted('money', market('purchase.priceElasticity', 'purchase.satisfactionLift')),
  shareOfMarket: counted('share', market('choice.value', 'choice.brand', 'choice.relationship', 'choice.promise'), (truth) => [
    kpi('customers', truth, 'count'),
  ]),
  waiting: counted('share', market('experience.servers', 'experience.promise')),
  complaints: {
    unit: 'perThousand',
    parameters: [],
    inputs: (truth) => [
      input('voiced', truth.unheard?.voiced ?? NaN, 'count', truth.quarter),
      input('claims', truth.unheard?.claims ?? NaN, 'count', truth.quarter),
      kpi('customers', truth, 'count'),
    ],
    reckon: (of) => (1000 * (of('voiced') + of('claims'))) / of('customers'),
  },
  care: counted('points'),
  coverage: counted('share'),
  depth: counted('share'),
  accuracy: counted('share', market('records.staleQuarter', 'records.maximumAge')),
  linkage: counted('share'),
  consent: counted('share'),
  completeness: {
    unit: 'points',
    parameters: [],
    inputs: (truth) => (['coverage', 'depth', 'accuracy', 'linkage', 'consent'] as const).map((id) => kpi(id, truth, 'share')),
    reckon: (of) =>
      Math.min(40 + 60 * of('consent'), 100 * Math.sqrt(Math.sqrt(of('coverage') * of('depth') * of('accuracy') * of('linkage')))),
  },
};

const groupOf = (id: KpiId): Formula['group'] => {
  if (id === 'equity' || id === 'contribution' || id === 'revenue') return 'money';
  return ['coverage', 'depth', 'accuracy', 'linkage', 'consent', 'completeness'].includes(id) ? 'records' : 'customers';
};

/** One formula a KPI, of its true value at the end. */
export const kpiFormulas: readonly Formula[] = kpiIds.map((id): Formula => {
  const { unit, parameters, inputs, reckon } = parts[id];
  return {
    id: `kpi.${id}`,
    says: `kpi.${id}`,
    group: groupOf(id),
    parameters,
    read: (run) => {
      const last = run.truth.at(-1);
      return last ? { result: last.kpi[id], unit, quarter: last.quarter, inputs: inputs(last, run) } : null;
    },
    reckon,
    tolerance: EXACT,
  };
});

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
    read: ({ known, truth }) => {
      const [last, true_] = [known.at(-1), truth.at(-1)];
      if (!last || !true_ || last.quarter === 0) return null;
      const { marketingCost, fixedCost, crmCost, commission = 0, loyaltyCost = 0, otherIncome, result } = last.money;
      const q = last.quarter;
      const inputs = [
        kpi('contribution', true_, 'money'),
        input('marketingCost', marketingCost, 'money', q),
        input('fixedCost', fixedCost, 'money', q),
        input('crmCost', crmCost, 'money', q),
        input('loyaltyCost', loyaltyCost, 'money', q),
        input('commission', commission, 'money', q),
        input('otherIncome', otherIncome, 'money', q),
      ];
      return { result, unit: 'money', quarter: q, inputs };
    },
    reckon: (of) =>
      of('contribution') - of('marketingCost') - of('fixedCost') - of('crmCost') - of('loyaltyCost') - of('commission') + of('otherIncome'),
    tolerance: 1e-6,
  },
];
