/** What purchases and changed cards bring, and when. */

import { toolLagShift } from './businessStrategy.ts';
import { knowHowLeft } from './consulting.ts';
import type { QuarterPlan } from './controls.ts';
import { coreRewritten } from './costs.ts';
import type { FirmSpec, FirmState, TimedEffect } from './firm.ts';
import { tools } from './optionTables.ts';
import type { FirmParameters } from './parameters.ts';
import type { QuarterStart } from './quarterStart.ts';
import { points } from './stocks.ts';

const forEver = 1000;

/** Purchases begin to work after their lag; a rewritten business card and forces named wrongly cost alignment. */
export function purchased(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, { quarter }: QuarterStart, p: FirmParameters): FirmState {
  const last = firm.lastPlan;
  const later: TimedEffect[] = [];
  const add = (effect: TimedEffect['effect'], lag: number, size: number, lasts = 1): void => {
    if (size !== 0) later.push({ quarter: quarter + lag, effect, size, lasts });
  };
  const tool = plan['imp.tool'];
  if (tool !== last['imp.tool']) {
    add('stock.T', Math.max(0, tools[tool].lag + toolLagShift(plan)), tools[tool].builds);
    if (plan['biz.tech'] === 'lead') add('stock.T', 0, -p['tech.teething']);
  }
  const { spentOnce } = firm;
  add('stock.H', 0, knowHowLeft(last['imp.consult'], plan['imp.consult'], p, spentOnce.includes('advised')));
  const advised = last['imp.consult'] === 'advise' && plan['imp.consult'] !== 'advise' && !spentOnce.includes('advised');
  if (plan['dat.store'] !== last['dat.store'] && plan['dat.store'] !== 'notebook') add(`store.${plan['dat.store']}`, 2, 1, forEver);
  const process = plan['imp.process'];
  const redrawn = process !== 'none' && !firm.processes.includes(process);
  if (redrawn) {
    add('stock.Q', 2, p['stock.processQ']);
    add('processDone', 2, p['service.processFailure'], forEver);
  }
  const published = plan['biz.vision'] === 'explicit' && last['biz.vision'] !== 'explicit' && !spentOnce.includes('published');
  if (published) add('stock.S', 1, p['stock.visionExplicitS']);
  const rewritten = plan['biz.generic'] !== last['biz.generic'] || plan['biz.arena'] !== last['biz.arena'];
  if (rewritten) add('stock.S', 0, -p['stock.S.rewrite']);
  if (coreRewritten(plan, last)) add('stock.S', 0, -p['stock.S.rewrite'] / 2);
  const named = plan['biz.forces'].filter((force) => !last['biz.forces'].includes(force));
  const wrong = spec.forces === undefined ? 0 : named.filter((force) => !spec.forces!.includes(force)).length;
  add('stock.S', 0, -p['stock.wrongForce'] * wrong);
  return {
    ...firm,
    pending: [...firm.pending, ...later],
    spentOnce: [...spentOnce, ...(advised ? (['advised'] as const) : []), ...(published ? (['published'] as const) : [])],
    processes: redrawn ? [...firm.processes, process] : firm.processes,
    stocks: { ...firm.stocks, S: points(firm.stocks.S) },
  };
}
