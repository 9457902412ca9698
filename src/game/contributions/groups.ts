/** Five groups of decisions, so that a whole run can be shared out among them: every card, move and standing order is in exactly one. */

import { type CardId, type ControlId, controlById, type QuarterPlan } from '../../company/controls.ts';
import type { Move, StandingOrders } from '../../company/orders.ts';
import type { EntryData } from '../run.ts';
import type { LoggedEntry } from '../replay.ts';

/**
 * goods: what is sold, at which price, where and how. customers: who is served and how each is treated. programme: the migration path, those who lead
 * it and those who do it. data: what is known and the tools for it. care: complaints, conflicts and evaluation.
 */
export const groupIds = ['goods', 'customers', 'programme', 'data', 'care'] as const;
export type GroupId = (typeof groupIds)[number];

export const groupOfCard: Readonly<Record<CardId, GroupId>> = {
  'biz.forces': 'goods',
  'biz.generic': 'goods',
  'biz.price': 'goods',
  'biz.range': 'goods',
  'biz.partner': 'goods',
  'svc.promise': 'goods',
  'svc.cap': 'goods',
  'svc.auto': 'goods',
  'chn.role': 'goods',
  'chn.sync': 'goods',
  'prd.rival': 'goods',
  'cus.core': 'customers',
  'cus.task': 'customers',
  'cus.mode': 'customers',
  'cus.vars': 'customers',
  'biz.split': 'customers',
  'idc.contact': 'customers',
  'idc.class': 'customers',
  'idc.module': 'customers',
  'idc.loyal': 'customers',
  'idc.cycle': 'customers',
  'cam.run': 'customers',
  'onl.own': 'customers',
  'crm.path': 'programme',
  'crm.pace': 'programme',
  'crm.people': 'programme',
  'crm.goal': 'programme',
  'crm.tco': 'programme',
  'crm.align': 'programme',
  'biz.budget': 'programme',
  'imp.involve': 'programme',
  'imp.train': 'programme',
  'imp.process': 'programme',
  'imp.consult': 'programme',
  'imp.measure': 'programme',
  'ana.buy': 'data',
  'dat.fields': 'data',
  'dat.source': 'data',
  'dat.consent': 'data',
  'dat.clean': 'data',
  'dat.share': 'data',
  'dat.store': 'data',
  'dat.safe': 'data',
  'dat.model': 'data',
  'imp.tool': 'data',
  'biz.tech': 'data',
  'imp.sense': 'data',
  'svc.door': 'care',
  'svc.policy': 'care',
  'evl.plan': 'care',
  'evl.sample': 'care',
  'evl.methods': 'care',
};

export const groupOfOrder: Readonly<Record<keyof StandingOrders, GroupId>> = {
  onOpportunity: 'goods',
  onStall: 'programme',
  onSponsorLost: 'programme',
  cashFloor: 'programme',
  onBreach: 'data',
  onCase: 'care',
  onReview: 'care',
};

const groupOfKind: Readonly<Record<Exclude<Move['kind'], 'open'>, GroupId>> = {
  opportunity: 'goods',
  programme: 'programme',
  case: 'care',
  caseStep: 'care',
  review: 'care',
};

/** Group of a move; a card that is opened for money is in the group of what it decides. */
export const groupOfMove = (move: Move): GroupId => (move.kind === 'open' ? groupOfCard[move.card] : groupOfKind[move.kind]);

export const groupOfControl = (id: ControlId): GroupId => groupOfCard[controlById.get(id)!.card];

/** A decision of the log: a plan with its standing orders, or a move. */
export type Decided = Extract<EntryData, { kind: 'plan' | 'move' }>;

/** Groups that an entry decides something in; none for commits, notes and forecasts, which move nothing, and for controls that there are none of. */
export function groupsOf(entry: Pick<LoggedEntry, 'kind' | 'data'>): ReadonlySet<GroupId> {
  const decided = entry as EntryData;
  if (decided.kind === 'move') return new Set([groupOfMove(decided.data)]);
  if (decided.kind !== 'plan') return new Set();
  return new Set([
    ...knownControls(decided.data.plan).map(groupOfControl),
    ...(Object.keys(decided.data.standing ?? {}) as (keyof StandingOrders)[]).map((id) => groupOfOrder[id]),
  ]);
}

const knownControls = (plan: Partial<QuarterPlan>): ControlId[] => (Object.keys(plan) as ControlId[]).filter((id) => controlById.has(id));

/** What of an entry is decided in the groups given; null where nothing is. */
export function partIn(entry: Pick<LoggedEntry, 'kind' | 'data'>, groups: ReadonlySet<GroupId>): Decided | null {
  const decided = entry as EntryData;
  if (decided.kind === 'move') return groups.has(groupOfMove(decided.data)) ? decided : null;
  if (decided.kind !== 'plan') return null;
  const plan = Object.fromEntries(
    knownControls(decided.data.plan)
      .filter((id) => groups.has(groupOfControl(id)))
      .map((id) => [id, decided.data.plan[id]]),
  ) as Partial<QuarterPlan>;
  const standing = Object.fromEntries(
    Object.entries(decided.data.standing ?? {}).filter(([id]) => groups.has(groupOfOrder[id as keyof StandingOrders])),
  ) as Partial<StandingOrders>;
  const orders = Object.keys(standing).length > 0;
  if (Object.keys(plan).length === 0 && !orders) return null;
  return { kind: 'plan', data: { plan, ...(orders && { standing }) } };
}
