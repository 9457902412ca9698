/** How a firm walks a shape: which path is next, how it is prepared, and when and how quickly it is begun. */

import type { PathId, QuarterPlan } from '../../company/controls.ts';
import type { StockId } from '../../company/firm.ts';
import { buildsData, buildsDelivery, paths, type RealPathId } from '../../company/paths.ts';
import type { KnownReport } from '../reports.ts';
import type { Decided, Rule } from './byRules.ts';

/** A path is begun with no more than this gap, points: what is left is closed by the programme's own money before its pilot ends. */
const mostGap = 11;
const leapGap = 20;
/** Up to this gap the roll-out goes at normal pace, and a second path needs no pilot. */
const smallGap = 5;

/** The first path of the shape that begins on a level, null where none does. */
const from = (shape: readonly RealPathId[], level: KnownReport['matrix']['level']): RealPathId | null =>
  shape.find((path) => paths[path].from === level) ?? null;

/**
 * The path that is walked now, or is to be begun: the running one until its roll-out is under way, then the one after it, which is prepared
 * while the first is being embedded.
 */
export function pathNow(shape: readonly RealPathId[], { programme, matrix }: Pick<KnownReport, 'programme' | 'matrix'>): PathId {
  const { state, path } = programme;
  const at = shape.findIndex((each) => each === path);
  if (at >= 0 && (state === 'piloting' || state === 'stalled' || state === 'planning')) return path;
  if (at >= 0 && (state === 'rollingOut' || state === 'embedding')) return shape[at + 1] ?? path;
  return from(shape, matrix.level) ?? 'stay';
}

type PathSeen = KnownReport['matrix']['paths'][number];
const seenOf = ({ matrix }: KnownReport, path: PathId): Pick<PathSeen, 'gap' | 'cost' | 'lacks'> =>
  matrix.paths.find((each) => each.path === path) ?? { gap: 0, cost: 0, lacks: [] };

/**
 * Begun as soon as the gap allows and half of its price lies in the till, since the bill comes over several quarters; what else refuses it
 * (information, consent) is asked again each quarter by the firm itself.
 */
export function walking(shape: readonly RealPathId[]): Rule {
  return ({ known, before }) => {
    const path = pathNow(shape, known);
    if (path === 'stay') return { 'crm.path': path };
    const { gap, cost } = seenOf(known, path);
    const running = known.programme.path === path && known.programme.state !== 'idle';
    const paid = known.money.cash >= cost / 2;
    const begins = running || (paid && gap <= (path === 'p14' ? leapGap : mostGap));
    const second = shape.indexOf(path) > 0;
    return {
      'crm.path': begins ? path : keptWhile(known, before),
      'crm.scope': 'wholeFirm',
      'crm.pace': gap <= smallGap ? 'normal' : 'careful',
      'crm.pilot': second && gap <= smallGap ? 'no' : 'yes',
      // Advisers close part of the gap until the roll-out is under way.
      'imp.consult': begins && gap > smallGap && known.programme.state !== 'rollingOut' ? 'advise' : 'none',
      ...(buildsData[path] && { 'dat.store': 'mart', 'dat.share': 5 }),
    };
  };
}

/** A programme that runs is left to run. */
const keptWhile = ({ programme }: KnownReport, before: QuarterPlan): PathId => (programme.state === 'idle' ? 'stay' : before['crm.path']);

/** What raises a stock that a path lacks: the sponsor's hours moved, training, shared rights, and money moved from marketing. */
const raises: Readonly<Record<StockId, (decided: Decided) => Decided>> = {
  S: (decided) => hoursMoved(decided, 'crm.people.frontLine', 'crm.people.reviews'),
  L: () => ({}),
  X: (decided) => ({ ...hoursMoved(decided, 'crm.people.frontLine', 'crm.people.departments'), 'dat.share': 6 }),
  H: () => ({ 'imp.train': 8 }),
  T: (decided) => moved(decided, 'technology'),
  Q: (decided) => moved(decided, 'service'),
};
type Hours = 'crm.people.reviews' | 'crm.people.departments' | 'crm.people.frontLine';
const hoursMoved = (decided: Decided, of: Hours, to: Hours): Decided => ({ [of]: decided[of]! - 5, [to]: decided[to]! + 5 });
const moved = ({ 'biz.budget': budget }: Decided, to: 'technology' | 'service'): Decided => ({
  'biz.budget': { ...budget!, marketing: budget!.marketing - 5, [to]: budget![to] + 5 },
});

const prepared = ['biz.budget', 'crm.people.reviews', 'crm.people.departments', 'crm.people.frontLine'] as const;

/** The stocks that the path to come lacks are raised, before it and while the one before it runs. */
export function preparing(shape: readonly RealPathId[]): Rule {
  return ({ known, plan }) => {
    const path = pathNow(shape, known);
    const { lacks } = seenOf(known, path);
    let decided: Decided = Object.fromEntries(prepared.map((id) => [id, plan[id]]));
    for (const [stock, raise] of Object.entries(raises)) {
      if (lacks.some(({ code }) => code === `stock.${stock}`)) decided = { ...decided, ...raise(decided) };
    }
    return decided;
  };
}

/** Treatment by segment as far as it can be delivered: service tiers without a programme, a finer grain with one, finest for the core. */
export function treating(shape: readonly RealPathId[]): Rule {
  return ({ known, plan, segmentIds }) => {
    const { level } = known.matrix;
    const { state, path } = known.programme;
    const underWay = state === 'rollingOut' || state === 'embedding';
    const delivers = level === 'l2' || level === 'l4' || (underWay && path !== 'stay' && shape.includes(path) && buildsDelivery[path]);
    const grain = (id: string): number => (delivers ? (plan['cus.core'].includes(id) ? 100 : 50) : 25);
    return { 'cus.mode': Object.fromEntries(segmentIds.map((id) => [id, grain(id)])) };
  };
}
