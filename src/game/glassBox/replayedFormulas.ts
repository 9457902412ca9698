/** Numbers that replays tell: what a group of decisions or a round made, and how the draws of luck lie. */

import type { MeasureId, Shared } from '../contributions/contributions.ts';
import { groupIds } from '../contributions/groups.ts';
import { luckMeasures, type LuckMeasure } from '../luck/luck.ts';
import { spreadOf, type Spread } from '../luck/spread.ts';
import { EXACT, type Family, type Formula, type GlassUnit, input, type Reading } from './formula.ts';

const measures = ['score', 'equity'] as const satisfies readonly MeasureId[];
const unitOf: Readonly<Record<MeasureId, GlassUnit>> = { score: 'points', equity: 'money' };

function replayed(id: string, says: string, read: Formula['read'], reckon: Formula['reckon'], tolerance = EXACT): Formula {
  return { id, says, group: 'replays', parameters: [], read, readKnown: () => null, reckon, unreckoned: 'replays', tolerance };
}

/** The mean over the groups that joined before. */
const meanJoin: Formula['reckon'] = (_of, _p, { inputs }) => inputs.reduce((sum, { value }) => sum + value, 0) / Math.max(1, inputs.length);

function shareReading(shared: Shared | null | undefined, place: number, unit: GlassUnit): Reading | null {
  const part = shared?.parts[place];
  if (!part) return null;
  const inputs = (part.joins ?? []).map((value, before) => ({ ...input(`join.${before}`, value, unit), key: `join.${before}` }));
  return { result: part.value, unit, quarter: null, inputs };
}

const shares = measures.flatMap((measure) =>
  groupIds.map((group, place) =>
    replayed(
      `share.${measure}.${group}`,
      'share',
      ({ played }) => shareReading(played?.groups?.[measure], place, unitOf[measure]),
      meanJoin,
      1e-6,
    ),
  ),
);
const nobody = measures.map((measure) =>
  replayed(
    `share.${measure}.nobody`,
    'share.nobody',
    ({ played }) => {
      const shared = played?.groups?.[measure] ?? played?.rounds?.[measure];
      return shared ? { result: shared.nobody, unit: unitOf[measure], quarter: null, inputs: [] } : null;
    },
    null,
  ),
);

/** A round left out: what the run comes to with it and without it. `round.score:3` */
export const roundFamily: Family = {
  head: 'round',
  of: (argument) => {
    const [name, number] = argument.split('/');
    const measure = measures.find((id) => id === name);
    const place = Number(number) - 1;
    if (!measure || !Number.isInteger(place)) return null;
    const read: Formula['read'] = ({ played }) => {
      const shared = played?.rounds?.[measure];
      const part = shared?.parts[place];
      if (!shared || !part) return null;
      const inputs = [input('with', shared.total, unitOf[measure]), input('withoutRound', shared.total - part.value, unitOf[measure])];
      return { result: part.value, unit: unitOf[measure], quarter: null, inputs };
    };
    return replayed(`round:${argument}`, 'round', read, (of) => of('with') - of('withoutRound'), 1e-6);
  },
};

const luckUnits: Readonly<Record<LuckMeasure, GlassUnit>> = { score: 'points', satisfaction: 'points', value: 'money' };
/** Figures of how draws lie, from their values alone. */
const spreads = {
  mean: ({ mean }: Spread) => mean,
  median: ({ median }: Spread) => median,
  sd: ({ sd }: Spread) => sd,
  least: ({ least }: Spread) => least,
  most: ({ most }: Spread) => most,
  low: ({ band }: Spread) => band?.[0] ?? NaN,
  high: ({ band }: Spread) => band?.[1] ?? NaN,
} as const;
export type SpreadId = keyof typeof spreads;

function spreadFormula(measure: LuckMeasure, id: SpreadId): Formula {
  const read: Formula['read'] = ({ played }) => {
    const run = played?.luck?.measures[measure].run;
    const result = run ? spreads[id](run) : NaN;
    if (!run || Number.isNaN(result)) return null;
    const inputs = run.values.map((value, draw) => ({ ...input('draw', value, luckUnits[measure]), key: `draw.${draw}` }));
    return { result, unit: luckUnits[measure], quarter: null, inputs };
  };
  return replayed(`luck.${measure}.${id}`, `spread.${id}`, read, (_of, _p, { inputs }) =>
    spreads[id](spreadOf(inputs.map(({ value }) => value))),
  );
}

/** Where the run's own luck lies among the draws, and what it gave against the median. */
function ownLuck(measure: LuckMeasure): Formula[] {
  const percentile = replayed(
    `luck.${measure}.percentile`,
    'luck.percentile',
    ({ played }) => {
      const of = played?.luck?.measures[measure];
      if (!of?.own) return null;
      const { value, percentile: result } = of.own;
      const { values } = of.run;
      const inputs = [
        input('own', value, luckUnits[measure]),
        input('below', values.filter((each) => each < value).length, 'count'),
        input('equal', values.filter((each) => each === value).length, 'count'),
        input('draws', values.length, 'count'),
      ];
      return { result, unit: 'count', quarter: null, inputs };
    },
    (of) => (100 * (of('below') + of('equal') / 2)) / of('draws'),
  );
  const gift = replayed(
    `luck.${measure}.gift`,
    'luck.gift',
    ({ played }) => {
      const of = played?.luck?.measures[measure];
      if (!of?.own) return null;
      const inputs = [input('own', of.own.value, luckUnits[measure]), input('median', of.run.median, luckUnits[measure])];
      return { result: of.own.luck, unit: luckUnits[measure], quarter: null, inputs };
    },
    (of) => of('own') - of('median'),
  );
  return [percentile, gift];
}

export const replayedFormulas: readonly Formula[] = [
  ...shares,
  ...nobody,
  ...luckMeasures.flatMap((measure) => [
    ...(Object.keys(spreads) as SpreadId[]).map((id) => spreadFormula(measure, id)),
    ...ownLuck(measure),
  ]),
];
