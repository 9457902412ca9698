/** The nine benefits that CRM is said to bring, measured early and late in a run; what the run did nothing for is not shown. */

import type { ControlId } from '../../company/controls.ts';
import type { TruthReport } from '../reports.ts';
import { isNoticed, type LessonRun, type Measured, type MeasureUnit, overRun, setBy, type ShownBy } from './lessonRun.ts';

export const benefitIds = [
  'process',
  'database',
  'handling',
  'sharing',
  'evaluation',
  'conflicts',
  'profit',
  'image',
  'decisions',
] as const;
export type BenefitId = (typeof benefitIds)[number];

/** notDone: nothing was decided that could bring it. noFigure: nothing of it could be measured. */
export type NotShown = 'notDone' | 'noFigure';

export interface Benefit {
  id: BenefitId;
  state: 'gain' | 'loss' | 'same' | 'notShown';
  why: NotShown | null;
  measured: Measured | null;
  /** The last decision that could bring it; null where none was taken. */
  place: ShownBy | null;
}

interface Rule {
  unit: MeasureUnit;
  /** More is better. */
  up: boolean;
  /** What brings it; null = everything does. */
  by: readonly ControlId[] | null;
  of: (truth: TruthReport) => number | null;
}

/** Benefits read from the truth of each quarter. */
const rules: Readonly<Record<Exclude<BenefitId, 'evaluation' | 'decisions'>, Rule>> = {
  // Failures felt, not complaints: an open door lets more of them be heard.
  process: {
    unit: 'perThousand',
    up: false,
    by: ['imp.process'],
    of: ({ unheard, kpi }) => (unheard && kpi.customers > 0 ? (1000 * unheard.felt) / kpi.customers : null),
  },
  database: {
    unit: 'points',
    up: true,
    by: ['dat.fields', 'dat.source', 'dat.clean', 'dat.match', 'dat.store'],
    of: ({ kpi }) => kpi.completeness,
  },
  handling: {
    unit: 'share',
    up: false,
    by: ['dat.clean', 'dat.match', 'dat.store', 'chn.sync', 'svc.log'],
    of: ({ channels }) => channels?.contextLoss ?? null,
  },
  sharing: { unit: 'share', up: true, by: ['dat.share', 'dat.store'], of: ({ kpi }) => kpi.linkage },
  conflicts: {
    unit: 'share',
    up: true,
    by: ['svc.door', 'svc.authority', 'svc.remedy', 'svc.speed', 'svc.follow', 'svc.tone'],
    of: ({ unheard }) => (unheard && unheard.felt > 0 ? unheard.voiced / unheard.felt : null),
  },
  profit: { unit: 'money', up: true, by: null, of: ({ kpi }) => kpi.contribution },
  image: { unit: 'money', up: true, by: ['svc.promise', 'biz.position', 'biz.budget', 'biz.spend'], of: ({ equity }) => equity.brand },
};

/** The nine in the order of the course. */
export function benefitsOf(run: LessonRun): Benefit[] {
  return benefitIds.map((id): Benefit => {
    if (id === 'evaluation') return evaluation(run);
    if (id === 'decisions') return decisions(run);
    const { unit, up, by, of } = rules[id];
    const place = by === null ? null : setBy(run, Infinity, by);
    if (by !== null && place === null) return notShown(id, 'notDone');
    const measured = overRun(run, unit, of);
    return measured === null ? notShown(id, 'noFigure', place) : { id, state: stateOf(measured, up), why: null, measured, place };
  });
}

const notShown = (id: BenefitId, why: NotShown, place: ShownBy | null = null): Benefit => ({
  id,
  state: 'notShown',
  why,
  measured: null,
  place,
});

function stateOf(measured: Measured, up: boolean): Benefit['state'] {
  if (!isNoticed(measured)) return 'same';
  return measured.to > measured.from! === up ? 'gain' : 'loss';
}

/** Share by which the sheet that staff are paid by looks better than the logs; by quarter with a sheet that has both. */
export const inflation = ({ known }: Pick<LessonRun, 'known'>): { quarter: number; share: number }[] =>
  known.flatMap(({ quarter, staff }) =>
    staff && staff.reported !== null && staff.logged !== null && staff.logged > 0
      ? [{ quarter, share: (staff.reported - staff.logged) / staff.logged }]
      : [],
  );

/** Staff are judged more accurately when the sheet they are paid by comes nearer to the logs. */
function evaluation(run: LessonRun): Benefit {
  const place = setBy(run, Infinity, ['imp.measure', 'imp.measure.bonus']);
  const sheets = inflation(run);
  if (place === null) return notShown('evaluation', 'notDone');
  if (sheets.length < 2) return notShown('evaluation', 'noFigure', place);
  const [from, to] = [Math.abs(sheets[0]!.share), Math.abs(sheets.at(-1)!.share)];
  const measured: Measured = { unit: 'share', from, to, over: 1 };
  return { id: 'evaluation', state: stateOf(measured, false), why: null, measured, place };
}

/** Forecasts made on analyses or reports beside those on intuition: shares that came true. */
function decisions({ bases: { byBasis } }: LessonRun): Benefit {
  const rate = (intuition: boolean): number | null => {
    const own = byBasis.filter(({ basis }) => (basis === 'intuition') === intuition);
    const made = own.reduce((sum, each) => sum + each.made, 0);
    return made > 0 ? own.reduce((sum, { hit }) => sum + hit, 0) / made : null;
  };
  const [from, to] = [rate(true), rate(false)];
  if (to === null) return notShown('decisions', 'notDone');
  if (from === null) return notShown('decisions', 'noFigure');
  const measured: Measured = { unit: 'share', from, to, over: null };
  return { id: 'decisions', state: stateOf(measured, true), why: null, measured, place: null };
}
