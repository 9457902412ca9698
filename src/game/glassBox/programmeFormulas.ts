/** How the figures of the matrix and of the CRM programme are reckoned, for the last quarter of a run. */

import { stockIds } from '../../company/firm.ts';
import { stallChance } from '../../company/matrixRules.ts';
import { type PathId, pathIds } from '../../company/controls.ts';
import { paths } from '../../company/paths.ts';
import { exp } from '../../sim/math/elementary.ts';
import type { KnownReport } from '../reports.ts';
import { EXACT, firm, type Formula, type GlassInput, input, type Lookup, type Reading } from './formula.ts';

/** States in which treatment is delivered by a programme: P follows the logs at once. */
const active = ({ state }: KnownReport['programme']): boolean => state === 'piloting' || state === 'rollingOut' || state === 'embedding';

/** Stocks and what the path asks of them. */
function readiness(path: PathId, { programme: { stocks }, quarter }: KnownReport): GlassInput[] | null {
  if (path === 'stay') return null;
  return stockIds.flatMap((id): GlassInput[] => [
    { key: `required.${id}`, kind: 'glassInput', id: `required.${id}`, value: paths[path].required[id], unit: 'points' },
    { key: id, kind: 'stock', id, value: stocks[id], unit: 'points', quarter },
  ]);
}
/** P of the last quarter from the care given in it; null in the first, and where the logs cannot tell. */
function individualisation(known: readonly KnownReport[], care: number | undefined): Reading | null {
  const [before, last] = known.slice(-2);
  const was = before?.matrix.individualisation.value ?? null;
  const value = last?.matrix.individualisation.value ?? null;
  if (!last || !before || was === null || value === null || care === undefined) return null;
  const inputs = [
    input('care', care, 'points', last.quarter),
    input('individualisationBefore', was, 'points', before.quarter),
    input('programmeActive', active(last.programme) ? 1 : 0, 'yes', last.quarter),
  ];
  return { result: value, unit: 'points', quarter: last.quarter, inputs };
}

const gap = (of: Lookup, p: Lookup): number =>
  stockIds.reduce((sum, id) => sum + p(`gap.${id}`) * Math.max(0, of(`required.${id}`) - of(id)), 0);

const weights = firm('gap.S', 'gap.L', 'gap.X', 'gap.H', 'gap.T', 'gap.Q');

/** The gap of each path that the screen names, whether it is taken or not. */
export const pathFormulas: readonly Formula[] = pathIds
  .filter((path) => path !== 'stay')
  .map((path) => ({
    id: `gap.${path}`,
    says: 'programme.gap',
    group: 'programme',
    parameters: weights,
    read: ({ known }) => {
      const last = known.at(-1);
      const view = last?.matrix.paths.find((each) => each.path === path);
      const inputs = last && view ? readiness(path, last) : null;
      return last && view && inputs ? { result: view.gap, unit: 'points', quarter: last.quarter, inputs } : null;
    },
    reckon: gap,
    tolerance: EXACT,
  }));

export const programmeFormulas: readonly Formula[] = [
  {
    id: 'matrix.information',
    says: 'matrix.information',
    group: 'programme',
    parameters: firm('meter.high', 'meter.low', 'meter.turns'),
    read: ({ known }) => {
      const last = known.at(-1);
      const { value = null, asOf = 0 } = last?.matrix.information ?? {};
      if (!last || value === null) return null;
      const parts = ['coverage', 'depth', 'accuracy', 'linkage', 'consent'] as const;
      const inputs = parts.map((id): GlassInput => ({
        key: id,
        kind: 'kpi',
        id,
        value: last.kpi[id].value ?? NaN,
        unit: 'share',
        quarter: last.kpi[id].asOf,
      }));
      return { result: value, unit: 'points', quarter: asOf, inputs };
    },
    reckon: (of) =>
      Math.min(40 + 60 * of('consent'), 100 * Math.sqrt(Math.sqrt(of('coverage') * of('depth') * of('accuracy') * of('linkage')))),
    tolerance: EXACT,
  },
  {
    id: 'matrix.individualisation',
    says: 'matrix.individualisation',
    group: 'programme',
    parameters: firm('meter.smoothing', 'programme.idleGain', 'meter.high', 'meter.low', 'meter.turns'),
    read: ({ known, truth }) => individualisation(known, truth.at(-1)?.kpi.care),
    readKnown: ({ known }) => individualisation(known, known.at(-1)?.kpi.care.value ?? undefined),
    reckon: (of, p) => {
      const moved = p('meter.smoothing') * of('care') + (1 - p('meter.smoothing')) * of('individualisationBefore');
      return of('programmeActive') === 1 ? moved : Math.min(of('individualisationBefore') + p('programme.idleGain'), moved);
    },
    tolerance: EXACT,
  },
  {
    id: 'programme.gap',
    says: 'programme.gap',
    group: 'programme',
    parameters: weights,
    read: ({ known }) => {
      const last = known.at(-1);
      const inputs = last ? readiness(last.programme.path, last) : null;
      return last && inputs ? { result: last.programme.gap, unit: 'points', quarter: last.quarter, inputs } : null;
    },
    reckon: gap,
    tolerance: EXACT,
  },
  {
    id: 'programme.stall',
    says: 'programme.stall',
    group: 'programme',
    parameters: firm('programme.stallBase', 'programme.stallGap', 'programme.paceCareful', 'programme.paceRushed'),
    read: ({ known, pace }) => {
      const last = known.at(-1);
      if (!last || last.programme.path === 'stay') return null;
      const inputs = [
        input('gap', last.programme.gap, 'points', last.quarter),
        input('paceCareful', pace === 'careful' ? 1 : 0, 'yes'),
        input('paceRushed', pace === 'rushed' ? 1 : 0, 'yes'),
      ];
      return { result: stallChance(last.programme.path, pace, last.programme), unit: 'share', quarter: last.quarter, inputs };
    },
    reckon: (of, p) => {
      const pace = of('paceCareful') === 1 ? p('programme.paceCareful') : of('paceRushed') === 1 ? p('programme.paceRushed') : 1;
      return 1 - exp(-pace * (p('programme.stallBase') + (p('programme.stallGap') * of('gap')) / 100));
    },
    tolerance: EXACT,
  },
  {
    id: 'programme.adoption',
    says: 'programme.adoption',
    group: 'programme',
    parameters: firm(
      'adoption.people',
      'adoption.fit',
      'adoption.involve',
      'adoption.leadership',
      'adoption.control',
      'adoption.paceHelp',
      'adoption.paceControl',
    ),
    read: ({ known }) => {
      const [before, last] = known.slice(-2);
      if (!before || !last || last.programme.path === 'stay') return null;
      const inputs: GlassInput[] = [
        input('adoptionBefore', before.programme.adoption, 'points', before.quarter),
        ...(['H', 'L'] as const).map((id): GlassInput => ({
          key: id,
          kind: 'stock',
          id,
          value: before.programme.stocks[id],
          unit: 'points',
          quarter: before.quarter,
        })),
      ];
      return { result: last.programme.adoption, unit: 'points', quarter: last.quarter, inputs };
    },
    reckon: null,
    tolerance: EXACT,
  },
  {
    id: 'conduct.trust',
    says: 'conduct.trust',
    group: 'customers',
    parameters: firm(
      'trust.pace',
      'trust.kept',
      'trust.broken',
      'trust.settled',
      'trust.listening',
      'trust.wrongAutomation',
      'trust.breachSilent',
    ),
    read: ({ truth }) => {
      const [before, last] = truth.slice(-2);
      if (last?.conduct === undefined || before?.conduct === undefined) return null;
      const inputs = [
        input('trustBefore', before.conduct.trust, 'points', before.quarter),
        input('waitedTooLong', last.kpi.waiting, 'share', last.quarter),
      ];
      return { result: last.conduct.trust, unit: 'points', quarter: last.quarter, inputs };
    },
    reckon: null,
    tolerance: EXACT,
  },
];
