/** The books: every flow of the quarters of a round, and the cash that is left of them. */

import { moneyOf, unitValue } from '../../company/money.ts';
import type { KnownReport, Ledger } from '../reports.ts';
import { EXACT, type Formula, type GlassInput, type GlassRun, input, type Lookup, type Reading } from './formula.ts';

/** Flows of the books in currency, in their order. */
export const flowIds = [
  'revenue',
  'directCost',
  'serviceCost',
  'marketingCost',
  'fixedCost',
  'crmCost',
  'commission',
  'loyaltyCost',
  'otherIncome',
  'result',
] as const satisfies readonly (keyof Ledger)[];
export type FlowId = (typeof flowIds)[number];

/** Flows that the result is made of, with their sign. */
const parts = flowIds.filter((id) => id !== 'result');
const signOf = (id: FlowId): 1 | -1 => (id === 'revenue' || id === 'otherIncome' ? 1 : -1);

/** The quarters that are summed: from the first one asked for, else the last alone. */
function quartersOf({ known, first }: GlassRun): readonly KnownReport[] {
  const last = known.at(-1)?.quarter ?? 0;
  return known.filter(({ quarter }) => quarter > 0 && quarter >= (first ?? last));
}

/** Currency that a flow came to over quarters; a flow that older engines do not know is none. */
const sumOver = (reports: readonly KnownReport[], flow: FlowId): number => reports.reduce((sum, { money }) => sum + (money[flow] ?? 0), 0);

/** A flow as the sum of its quarters. */
function quarterly(reports: readonly KnownReport[], flow: FlowId): GlassInput[] {
  return reports.map(({ money, quarter }) => ({
    key: `${flow}.${quarter}`,
    kind: 'flow',
    id: flow,
    value: money[flow] ?? 0,
    unit: 'money',
    quarter,
  }));
}

/** The result as the sum of the other flows. */
const partsOf = (reports: readonly KnownReport[]): GlassInput[] =>
  parts.map((id): GlassInput => ({ key: id, kind: 'flow', id, value: sumOver(reports, id), unit: 'money' }));

function flowReading(flow: FlowId, run: GlassRun): Reading | null {
  const reports = quartersOf(run);
  const last = reports.at(-1);
  if (!last) return null;
  const inputs = flow === 'result' ? partsOf(reports) : quarterly(reports, flow);
  return { result: sumOver(reports, flow), unit: 'money', quarter: last.quarter, inputs };
}

const resultOf = (of: Lookup): number => parts.reduce((sum, id) => sum + signOf(id) * of(id), 0);

/** Currency that may be off by rounding only. */
const ROUNDING = 1e-6;

/** Cash in units: what was there, and the result of the quarter; what moved it otherwise stands as one more value, which nothing shown explains. */
function cashReading({ known, scenario }: GlassRun): Reading | null {
  const [before, last] = known.slice(-2);
  if (!before || !last || last.quarter === 0) return null;
  const unit = unitValue(moneyOf(scenario.firms[0]));
  const other = last.money.cash - before.money.cash - last.money.result / unit;
  const inputs = [
    input('cashBefore', before.money.cash, 'units', before.quarter),
    input('result.quarter', last.money.result, 'money', last.quarter),
    input('unitValue', unit, 'money'),
    ...(Math.abs(other) > ROUNDING ? [input('cashOther', other, 'units', last.quarter)] : []),
  ];
  return { result: last.money.cash, unit: 'units', quarter: last.quarter, inputs };
}

export const booksFormulas: readonly Formula[] = [
  ...flowIds.map((flow): Formula => ({
    id: `books.${flow}`,
    says: `books.${flow}`,
    group: 'money',
    parameters: [],
    read: (run) => flowReading(flow, run),
    reckon: flow === 'result' ? resultOf : (_of, _p, { inputs }) => inputs.reduce((sum, { value }) => sum + value, 0),
    tolerance: ROUNDING,
  })),
  {
    id: 'money.cash',
    says: 'money.cash',
    group: 'money',
    parameters: [],
    read: cashReading,
    reckon: (of) => (Number.isNaN(of('cashOther')) ? of('cashBefore') + of('result.quarter') / of('unitValue') : NaN),
    unreckoned: 'rules',
    tolerance: 1e-6,
  },
  {
    id: 'money.spend',
    says: 'money.spend',
    group: 'money',
    parameters: [],
    read: ({ given }) =>
      given?.available === undefined || given.rest === undefined
        ? null
        : {
            result: given.rest,
            unit: 'units',
            quarter: null,
            inputs: [input('available', given.available, 'units'), input('spend', given.spend ?? NaN, 'units')],
          },
    reckon: (of) => of('available') - of('spend'),
    tolerance: EXACT,
  },
];
