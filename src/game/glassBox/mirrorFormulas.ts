/** What the lives of the mirror came to, each by its place in it: 0 is the run itself. */

import type { Mirrored } from '../mirror/mirror.ts';
import type { CriterionId, Score } from '../reports.ts';
import { practiceIds, resultIds } from '../score/weights.ts';
import { type Family, type Formula, type GlassInput, type GlassRun, input, type Reading, sumOf } from './formula.ts';
import { totalInputs, totalParameters, totalReckoned } from './scoreFormulas.ts';

/** `1/X2`: of which life, and which figure of it. */
const split = (argument: string): [place: number, figure: string] => {
  const [place, figure = ''] = argument.split('/');
  return [Number(place), figure];
};
const meanOf: Formula['reckon'] = (_of, _p, { inputs }) => inputs.reduce((sum, { value }) => sum + value, 0) / inputs.length;

/** @param read a life by its place, the run, and what is asked of it */
function family(
  head: string,
  formula: Pick<Formula, 'says' | 'parameters' | 'reckon'>,
  read: (life: Mirrored, run: Mirrored, figure: string) => Reading | null,
): Family {
  return {
    head,
    of: (argument) => ({
      ...formula,
      id: `${head}:${argument}`,
      group: 'replays',
      read: ({ played }: GlassRun) => {
        const [place, figure] = split(argument);
        const [run, life] = [played?.mirror?.lives[0], played?.mirror?.lives[place]];
        return run && life ? read(life, run, figure) : null;
      },
      readKnown: () => null,
      unreckoned: 'replays',
      tolerance: 1e-6,
    }),
  };
}

/** One input a draw of luck. */
const byDraw = (values: readonly number[]): GlassInput[] =>
  values.map((value, draw) => ({ ...input('draw', value, 'money'), key: `draw.${draw}` }));

/** How far both lie apart; null where one of them has none. @param ahead what the other has over the run (1), or the run over the other (-1) */
function between(own: number | null, other: number | null, ahead: 1 | -1): Reading | null {
  if (own === null || other === null) return null;
  const inputs = [input('otherLife', other, 'points'), input('ownLife', own, 'points')];
  return { result: ahead * (other - own), unit: 'points', quarter: null, inputs };
}
const pointsIn = (score: Score | null, figure: string): number | null => score?.criteria.find(({ id }) => id === figure)?.points ?? null;

export const mirrorFamilies: readonly Family[] = [
  family('mirror.equity', { says: 'mirror.equity', parameters: [], reckon: meanOf }, ({ ends, quarters }) => ({
    result: quarters.at(-1)!.equity,
    unit: 'money',
    quarter: quarters.length,
    inputs: byDraw(ends),
  })),
  family('mirror.difference', { says: 'mirror.difference', parameters: [], reckon: meanOf }, ({ behind, apart, quarters }) => ({
    result: -behind.mean,
    unit: 'money',
    quarter: quarters.length,
    inputs: byDraw(apart),
  })),
  family('mirror.score', { says: 'score.total', parameters: totalParameters, reckon: totalReckoned }, ({ judged }) =>
    judged?.halves === undefined
      ? null
      : { result: judged.total, unit: 'points', quarter: null, inputs: totalInputs(judged.halves, judged.caps) },
  ),
  family('mirror.apart', { says: 'mirror.apart', parameters: [], reckon: (of) => of('ownLife') - of('otherLife') }, ({ score }, run) =>
    between(run.score, score, -1),
  ),
  family(
    'mirror.half',
    { says: 'mirror.half', parameters: [], reckon: (_of, _p, { inputs }) => sumOf(inputs, 'criterion') },
    ({ judged }, _run, figure) => {
      const half = figure === 'result' || figure === 'practice' ? figure : null;
      if (half === null || judged?.halves === undefined) return null;
      const ids: readonly CriterionId[] = half === 'result' ? resultIds : practiceIds;
      const inputs = judged.criteria.flatMap(({ id, points }): GlassInput[] =>
        points === null || !ids.includes(id) ? [] : [{ key: id, kind: 'criterion', id, value: points, unit: 'points' }],
      );
      return { result: judged.halves[half], unit: 'points', quarter: null, inputs };
    },
  ),
  family(
    'mirror.criterion',
    { says: 'mirror.criterion', parameters: [], reckon: (of) => of('otherLife') - of('ownLife') },
    ({ judged }, run, figure) => between(pointsIn(run.judged, figure), pointsIn(judged, figure), 1),
  ),
  family('mirror.value', { says: 'mirror.value', parameters: [], reckon: null }, ({ judged }) => {
    const value = judged?.criteria.find(({ id }) => id === 'X2')?.measured?.value;
    return value === undefined ? null : { result: value, unit: 'money', quarter: null, inputs: [] };
  }),
];
