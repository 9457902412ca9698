/** How the score, its halves, its criteria and its place in luck are reckoned. */

import type { Criterion, CriterionId, Score } from '../reports.ts';
import { constants, practiceIds, type PracticeId, resultIds, type ResultId } from '../score/weights.ts';
import { figureUnits } from '../score/evidence.ts';
import { EXACT, type Formula, type GlassInput, type GlassRun, input, ofScore, type ParameterRef, type Reading, sumOf } from './formula.ts';

const unitOf = (id: ResultId): 'money' | 'points' => (id === 'X2' ? 'money' : 'points');
const criterionOf = ({ score }: GlassRun, id: CriterionId): Criterion | null =>
  score?.criteria.find((each) => each.id === id && each.points !== null) ?? null;
const reading = (result: number, inputs: readonly GlassInput[], unit: Reading['unit'] = 'points'): Reading => ({
  result,
  unit,
  quarter: null,
  inputs,
});
/** A scored run read by `of`. */
const scored =
  (of: (score: Score, run: GlassRun) => Reading | null): Formula['read'] =>
  (run) =>
    run.score === null ? null : of(run.score, run);

/** Figures that a criterion rests on, the mean over the seeds. */
const figuresOf = ({ evidence }: Criterion): GlassInput[] =>
  evidence.flatMap(({ figure, value, quarter }): GlassInput[] =>
    figure === undefined || value === undefined
      ? []
      : [
          {
            key: `figure.${figure}`,
            kind: 'figure',
            id: figure,
            value,
            unit: figureUnits[figure],
            ...(quarter !== undefined && { quarter }),
          },
        ],
  );

export const totalParameters = ofScore(
  'score.times',
  'score.over',
  'cap.insolvent',
  'cap.unviable',
  'cap.unlawful',
  'cap.falsified',
  'cap.noReview',
);
/** What a total is made of: both halves and the caps that hold. */
export const totalInputs = ({ result, practice }: NonNullable<Score['halves']>, caps: Score['caps']): GlassInput[] => [
  input('result', result, 'points'),
  input('practice', practice, 'points'),
  ...caps.map(({ id, limit }) => input(`cap.${id}`, limit, 'points')),
];
export const totalReckoned: NonNullable<Formula['reckon']> = (of, p, { inputs }) => {
  const [result, practice] = [of('result'), of('practice')];
  const limits = inputs.filter(({ id }) => id.startsWith('cap.')).map(({ value }) => value);
  const bound = p('score.times') * Math.min(result, practice) + p('score.over');
  return Math.min(Math.max(0, Math.min(100, result + practice, bound)), ...limits);
};

/** Points of one half: those of its criteria. */
function half(id: 'result' | 'practice', criteria: readonly CriterionId[]): Formula {
  return {
    id: `score.${id}`,
    says: `score.${id}`,
    group: 'score',
    parameters: [],
    read: scored(({ halves, criteria: all }) => {
      if (halves === undefined) return null;
      const own = all.filter((each) => criteria.includes(each.id) && each.points !== null);
      return reading(
        halves[id],
        own.map((each) => ({ key: each.id, kind: 'criterion', id: each.id, value: each.points ?? NaN, unit: 'points' })),
      );
    }),
    reckon: (_of, _p, { inputs }) => sumOf(inputs, 'criterion'),
    tolerance: EXACT,
  };
}

/** Place of a result among worst trap, STAY and best known path. */
const placeOf = (id: ResultId): Formula => ({
  id: `place.${id}`,
  says: 'place',
  group: 'score',
  parameters: ofScore('score.stayAt', 'score.most'),
  read: (run) => {
    const measured = criterionOf(run, id)?.measured;
    if (measured === undefined) return null;
    const { value, worst, stay, best, s } = measured;
    const unit = unitOf(id);
    // Where the best known path is not told from STAY on these seeds, STAY stands at 1 already.
    const tied = value > worst && Math.abs(s - placed(value, worst, stay, best, constants.stayAt, constants.most)) > EXACT;
    const inputs = [
      input('value', value, unit),
      input('worst', worst, unit),
      input('stay', stay, unit),
      input('best', best, unit),
      input('tied', tied ? 1 : 0, 'yes'),
    ];
    return reading(s, inputs, 'number');
  },
  reckon: (of, p) =>
    of('tied') === 1
      ? Math.min(1, placed(of('value'), of('worst'), of('stay'), Infinity, 1, 1))
      : placed(of('value'), of('worst'), of('stay'), of('best'), p('score.stayAt'), p('score.most')),
  tolerance: EXACT,
});

/** Piecewise linear between the anchors. */
function placed(value: number, worst: number, stay: number, best: number, stayAt: number, most: number): number {
  if (value <= worst) return 0;
  if (value <= stay) return (stayAt * (value - worst)) / (stay - worst);
  return Math.min(most, stayAt + ((1 - stayAt) * (value - stay)) / (best - stay));
}

/** Points of a result criterion; its level is shown rounded, so that the points may differ by half a level. */
const resultPoints = (id: ResultId): Formula => ({
  id: `criterion.${id}`,
  says: 'criterion.result',
  group: 'score',
  parameters: ofScore('score.levelPart'),
  read: (run) => {
    const criterion = criterionOf(run, id);
    if (criterion === null || criterion.points === null || criterion.level === null || criterion.measured === undefined) return null;
    return reading(criterion.points, [
      input('of', criterion.of, 'points'),
      input('level', criterion.level, 'number'),
      input('place', criterion.measured.s, 'number'),
      ...figuresOf(criterion),
    ]);
  },
  reckon: (of, p) => of('of') * ((p('score.levelPart') * of('level')) / 4 + (1 - p('score.levelPart')) * of('place')),
  tolerance: 0.025,
});

/** Parameters that a criterion of practice is judged by, where it has any of its own. */
const own: Partial<Record<PracticeId, ParameterRef[]>> = {
  N2: ofScore('regret.fair', 'regret.good', 'regret.veryGood'),
  V2: ofScore('interval.alpha', 'interval.most', 'interval.fair', 'interval.good', 'interval.veryGood'),
};

const practicePoints = (id: PracticeId): Formula => ({
  id: `criterion.${id}`,
  says: own[id] ? `criterion.${id}` : 'criterion.practice',
  group: 'score',
  parameters: own[id] ?? [],
  read: (run) => {
    const criterion = criterionOf(run, id);
    if (criterion === null || criterion.points === null || criterion.level === null) return null;
    return reading(criterion.points, [
      input('of', criterion.of, 'points'),
      input('level', criterion.level, 'number'),
      ...figuresOf(criterion),
    ]);
  },
  reckon: (of) => (of('of') * of('level')) / 4,
  tolerance: 0.125,
});

const luck = (id: 'mean' | 'sd', reckon: (totals: readonly number[]) => number): Formula => ({
  id: `luck.${id}`,
  says: `luck.${id}`,
  group: 'score',
  parameters: [],
  read: scored(({ luck: spread }, { totals }) =>
    spread === null || totals.length !== spread.seeds
      ? null
      : reading(
          spread[id],
          totals.map((value, place) => ({ key: `draw.${place}`, kind: 'glassInput', id: 'draw', value, unit: 'points' })),
        ),
  ),
  reckon: (_of, _p, { inputs }) => reckon(inputs.map(({ value }) => value)),
  tolerance: EXACT,
});
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export const scoreFormulas: readonly Formula[] = [
  {
    id: 'score.total',
    says: 'score.total',
    group: 'score',
    parameters: totalParameters,
    read: scored(({ total, halves, caps }) => (halves === undefined ? null : reading(total, totalInputs(halves, caps)))),
    reckon: totalReckoned,
    tolerance: EXACT,
  },
  half('result', resultIds),
  half('practice', practiceIds),
  ...resultIds.map(placeOf),
  ...resultIds.map(resultPoints),
  ...practiceIds.map(practicePoints),
  {
    id: 'luck.percentile',
    says: 'luck.percentile',
    group: 'score',
    parameters: [],
    read: scored(({ luck: spread }, { totals }) => {
      if (spread === null || totals.length !== spread.seeds) return null;
      return reading(
        spread.percentile,
        [
          input('own', spread.thisRun, 'points'),
          input('below', totals.filter((value) => value < spread.thisRun).length, 'count'),
          input('equal', totals.filter((value) => value === spread.thisRun).length, 'count'),
          input('draws', totals.length, 'count'),
        ],
        'count',
      );
    }),
    reckon: (of) => (100 * (of('below') + of('equal') / 2)) / of('draws'),
    tolerance: EXACT,
  },
  luck('mean', mean),
  luck('sd', (values) => {
    const middle = mean(values);
    return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0) / (values.length - 1));
  }),
];
