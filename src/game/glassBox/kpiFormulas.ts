/** How the true figures of customers and money are reckoned, for the last quarter of a run. */

import { kpiIds, type KpiId, type TruthReport } from '../reports.ts';
import { EXACT, type Formula, type GlassInput, type GlassRun, type GlassUnit, input, market, type ParameterRef, sumOf } from './formula.ts';

type KpiPart = Pick<Formula, 'parameters' | 'reckon'> & {
  unit: GlassUnit;
  /** KPIs that make it up, where a firm that knows them can reckon it. */
  from?: readonly KpiId[];
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

const recordParts = ['coverage', 'depth', 'accuracy', 'linkage', 'consent'] as const satisfies readonly KpiId[];

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
    from: recordParts,
    inputs: (truth) => recordParts.map((id) => kpi(id, truth, 'share')),
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
  const { unit, parameters, inputs, reckon, from = [] } = parts[id];
  return {
    id: `kpi.${id}`,
    says: `kpi.${id}`,
    group: groupOf(id),
    parameters,
    read: (run) => {
      const last = run.truth.at(-1);
      return last ? { result: last.kpi[id], unit, quarter: last.quarter, inputs: inputs(last, run) } : null;
    },
    readKnown: ({ known }) => {
      const { kpi: estimates } = known.at(-1) ?? {};
      const believed = estimates?.[id];
      if (estimates === undefined || believed === undefined || believed.value === null) return null;
      const made = from.map((part): GlassInput => {
        const { value, asOf } = estimates[part];
        return { key: part, kind: 'kpi', id: part, value: value ?? NaN, unit: parts[part].unit, quarter: asOf };
      });
      return { result: believed.value, unit, quarter: believed.asOf, inputs: made, believed };
    },
    reckon,
    tolerance: EXACT,
  };
});
