/** Figures of the data room: counted in the own files, or found in the sample of an audit. */

import type { DataRoom } from '../known/dataRoom.ts';
import type { Estimate } from '../reports.ts';
import {
  EXACT,
  type Family,
  type Formula,
  type GlassInput,
  type GlassRun,
  input,
  market,
  type ParameterRef,
  type Reading,
} from './formula.ts';

type Found = Pick<Reading, 'result' | 'unit' | 'inputs' | 'believed'>;

function formula(
  head: string,
  argument: string,
  find: (data: DataRoom, quarter: number) => Found | null,
  parameters: readonly ParameterRef[] = [],
): Formula {
  const read = ({ known }: GlassRun): Reading | null => {
    const last = known.at(-1);
    const found = last?.data ? find(last.data, last.quarter) : null;
    return last && found ? { ...found, quarter: found.believed?.asOf ?? last.quarter } : null;
  };
  return {
    id: `${head}:${argument}`,
    says: head,
    group: 'records',
    parameters,
    read,
    reckon: (of, _p, { unit }) => (unit === 'share' ? of('part') / of('whole') : NaN),
    unreckoned: 'sample',
    tolerance: EXACT,
  };
}

/** A share of the people on file, as the two counts that it is made of. */
function shareOf(share: number, all: number, quarter: number, whole = 'onFile'): Found {
  const inputs: GlassInput[] = [
    { ...input('peopleCounted', Math.round(share * all), 'count', quarter), key: 'part' },
    { ...input(whole, all, 'count', quarter), key: 'whole' },
  ];
  return { result: share, unit: 'share', inputs };
}

const audited = (of: Estimate | undefined): Found | null =>
  of === undefined || of.value === null
    ? null
    : { result: of.value, unit: 'share', inputs: [input('sampled', of.n, 'count', of.asOf)], believed: of };

const family = (
  head: string,
  find: (data: DataRoom, argument: string, quarter: number) => Found | null,
  parameters?: readonly ParameterRef[],
): Family => ({
  head,
  of: (argument) => formula(head, argument, (data, quarter) => find(data, argument, quarter), parameters),
});

export const dataFamilies: readonly Family[] = [
  family('data.filled', ({ fields, onFile }, id, quarter) => {
    const field = fields.find((each) => each.field === id);
    return field ? shareOf(field.filled, onFile, quarter) : null;
  }),
  family('data.holding', ({ blocks, onFile }, id, quarter) => {
    const block = blocks.find((each) => each.block === id);
    return block ? shareOf(block.holding, onFile, quarter) : null;
  }),
  family(
    'data.age',
    ({ blocks, onFile }, id, quarter) => {
      const [name, age] = id.split('/');
      const block = blocks.find((each) => each.block === name);
      const share = block?.ages[Number(age)];
      return block && share !== undefined ? shareOf(share, Math.round(block.holding * onFile), quarter, 'inBlock') : null;
    },
    market('records.staleQuarter', 'records.maximumAge'),
  ),
  family('data.share', ({ lists, onFile }, id, quarter) => {
    const list = lists.find((each) => each.list === id);
    return list ? shareOf(list.share, onFile, quarter) : null;
  }),
  family('data.numbered', ({ lists, onFile }, id, quarter) => {
    const list = lists.find((each) => each.list === id);
    return list ? shareOf(list.numbered, Math.round(list.share * onFile), quarter, 'onList') : null;
  }),
  family('data.rows', ({ lists }, id) => {
    const list = lists.find((each) => each.list === id);
    return list ? { result: list.rows, unit: 'count', inputs: [] } : null;
  }),
  family('data.consent', ({ consent, onFile }, id, quarter) => {
    const [purpose, state] = id.split('/');
    const of = consent.find((each) => each.purpose === purpose);
    const count = of && (state === 'agreed' || state === 'withdrawn' || state === 'none') ? of[state] : null;
    return count === null ? null : { result: count, unit: 'count', inputs: [input('onFile', onFile, 'count', quarter)] };
  }),
  family('data.agreeing', ({ agreeing }, id) => audited(agreeing.find(({ lists }) => lists.join('/') === id)?.share)),
  family('data.audited', (data, id) => (id === 'duplicated' || id === 'misjoined' || id === 'proven' ? audited(data[id]) : null)),
];
