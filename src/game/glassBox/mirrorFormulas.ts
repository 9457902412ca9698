/** What the lives of the mirror came to, each by its place in it: 0 is the run itself. */

import type { Mirrored } from '../mirror/mirror.ts';
import { type Family, type Formula, type GlassInput, type GlassRun, input, type Reading } from './formula.ts';
import { totalInputs, totalParameters, totalReckoned } from './scoreFormulas.ts';

const lifeOf = ({ played }: GlassRun, argument: string): Mirrored | undefined => played?.mirror?.lives[Number(argument)];
const meanOf: Formula['reckon'] = (_of, _p, { inputs }) => inputs.reduce((sum, { value }) => sum + value, 0) / inputs.length;

function family(head: string, formula: Pick<Formula, 'says' | 'parameters' | 'reckon'>, read: (life: Mirrored) => Reading | null): Family {
  return {
    head,
    of: (argument) => ({
      ...formula,
      id: `${head}:${argument}`,
      group: 'replays',
      read: (run) => {
        const life = lifeOf(run, argument);
        return life ? read(life) : null;
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
];
