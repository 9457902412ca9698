/** Tension between departments and with partners, points 0-100: by links that lack, measures and goals that clash, data, hands and money both need. */

import { beyondBand, sellsOnline } from '../channels.ts';
import { type PairId, pairIds, type QuarterPlan } from '../controls.ts';
import type { FirmState } from '../firm.ts';
import { inForce } from '../inForce.ts';
import type { FirmParameters } from '../parameters.ts';
import { programmeOf } from '../programme.ts';
import type { ChannelSourceId, DepartmentSourceId, RootId } from './codes.ts';
import { isCured } from './conflictState.ts';

export interface Tension {
  /** Pair of departments or partner. */
  at: string;
  kind: 'department' | 'channel';
  points: number;
  /** The same had nothing been agreed. */
  without: number;
  /** Sources by weight, the heaviest first; equal ones in the order of the list. */
  sources: readonly RootId[];
}

/** What a source adds for each pair it concerns. */
type Sources<S extends string> = readonly (readonly [S, number])[];

/** Measures by which a bonus is paid that pull a pair apart. */
const pulledApart: Readonly<Record<QuarterPlan['imp.measure'], readonly PairId[]>> = {
  callTime: ['salesService', 'serviceOperations'],
  revenue: ['salesService', 'marketingSales', 'salesFinance'],
  solvedFirst: [],
  customerKept: [],
};

/** Sources of a pair of departments in the quarter. @param load share of service hands asked for, 1 = all */
function departmentSources(firm: FirmState, plan: QuarterPlan, pair: PairId, load: number, p: FirmParameters): Sources<DepartmentSourceId> {
  const budget = inForce(firm, plan, 'biz.budget');
  const structural = inForce(firm, plan, 'crm.align') !== 'none' && inForce(firm, plan, 'crm.align') !== 'talk';
  const aligned = structural && inForce(firm, plan, 'crm.align.pairs').includes(pair);
  const bonus = plan['imp.measure.bonus'] > 0 && pulledApart[inForce(firm, plan, 'imp.measure')].includes(pair);
  const chase = inForce(firm, plan, 'biz.split') >= 60 && (pair === 'marketingSales' || pair === 'salesService');
  const starved =
    (budget.service < 20 && (pair === 'salesService' || pair === 'serviceOperations')) || (budget.technology < 15 && pair === 'serviceIt');
  const { active } = programmeOf(firm);
  const short = load > 1 && (pair === 'serviceOperations' || pair === 'salesService');
  const withheld = pairIds.indexOf(pair) >= inForce(firm, plan, 'dat.share') && (pair === 'marketingSales' || pair === 'marketingIt');
  const unowned = active && inForce(firm, plan, 'crm.people.owner') !== 'crossFunctional';
  return [
    ['goals', aligned ? 0 : (chase ? p['dispute.goals'] : 0) + (pair === 'salesFinance' ? p['dispute.goals'] / 2 : 0)],
    ['measure', aligned ? 0 : bonus ? p['dispute.measure'] : 0],
    ['resource', (starved ? p['dispute.resource'] : 0) + (short ? p['dispute.resource'] : 0)],
    ['dataRights', withheld ? p['dispute.rights'] : 0],
    ['duty', unowned ? p['dispute.duty'] : p['dispute.duty'] / 2],
  ];
}

/** Sources of a partner. */
function channelSources(firm: FirmState, plan: QuarterPlan, kind: PartnerKind, load: number, p: FirmParameters): Sources<ChannelSourceId> {
  const below = Math.max(0, -plan['biz.price']) + (plan['biz.discount'] === 'anyone' ? 5 : 0) + beyondBand(firm, plan, p);
  const auto = inForce(firm, plan, 'svc.auto');
  const around = auto === 'sales' || auto === 'both';
  const chase = inForce(firm, plan, 'biz.split') >= 60;
  const shared = inForce(firm, plan, 'biz.partner') === 'share' || inForce(firm, plan, 'dat.source').includes('partner');
  const asked = inForce(firm, plan, 'dat.consent') === 'byPurpose';
  return [
    ['priceGap', p['dispute.price'] * Math.max(0, below)],
    ['webShop', (around ? p['dispute.webShop'] : 0) + (kind === 'multichannel' && sellsOnline(firm, plan) ? p['dispute.webShop'] / 2 : 0)],
    ['territory', chase && kind !== 'horizontal' ? p['dispute.territory'] : 0],
    ['stockShare', load > 1 ? p['dispute.stock'] : kind === 'vertical' ? p['dispute.stock'] / 4 : 0],
    ['customerData', (shared && !asked ? p['dispute.data'] : 0) + (kind === 'horizontal' ? p['dispute.data'] / 2 : 0)],
  ];
}
type PartnerKind = 'vertical' | 'horizontal' | 'multichannel';

const within = (value: number): number => Math.min(100, Math.max(0, value));

function tensionOf(firm: FirmState, at: string, kind: Tension['kind'], base: number, sources: Sources<RootId>, p: FirmParameters): Tension {
  const weighed = sources.map(([root, size], place) => ({ root, place, size, cured: isCured(firm.conflict, at, root, firm.quarter) }));
  const sum = (counts: (source: (typeof weighed)[number]) => boolean): number =>
    weighed.reduce((total, source) => total + (counts(source) ? source.size : 0), 0);
  const relief = p['dispute.cured'] * weighed.filter(({ cured }) => cured).length;
  const left = weighed.filter(({ cured }) => !cured).sort((a, b) => b.size - a.size || a.place - b.place);
  return {
    at,
    kind,
    points: within(base - relief + sum(({ cured }) => !cured)),
    without: within(base + sum(() => true)),
    sources: left.map(({ root }) => root),
  };
}

/** Tension of all pairs of departments, then of all partners, in the order of the lists. @param load of the service hands, 1 = full */
export function tensionsOf(
  firm: FirmState,
  plan: QuarterPlan,
  partners: readonly { id: string; kind: PartnerKind }[],
  load: number,
  p: FirmParameters,
): readonly Tension[] {
  return [
    ...pairIds.map((pair) => {
      const unlinked = p['dispute.unlinked'] * (100 - firm.links[pair]);
      return tensionOf(firm, pair, 'department', unlinked, departmentSources(firm, plan, pair, load, p), p);
    }),
    ...partners.map(({ id, kind }) => {
      const cool = (p['partner.usual'] - (firm.conflict.goodwill[id] ?? p['partner.usual'])) / 2;
      return tensionOf(firm, id, 'channel', p['dispute.partner'] + cool, channelSources(firm, plan, kind, load, p), p);
    }),
  ];
}

/** Chance 0-1 that tension comes to be felt in a quarter. */
export const chanceFelt = (points: number, p: FirmParameters): number =>
  points < p['dispute.felt'] ? 0 : Math.min(1, (points - p['dispute.felt'] / 2) / p['dispute.certain']);

/**
 * Chance 0-1 that a conflict which is felt is spoken of: the hotter the likelier, the less the more harmony is wanted; always where the firm asks.
 * @param harmony points 0-100; @param asks the firm talks with this pair anyway
 */
export function chanceVoiced({ points, kind }: Pick<Tension, 'points' | 'kind'>, harmony: number, asks: boolean): number {
  if (asks) return 1;
  const heat = 0.3 + (0.7 * points) / 100;
  // Whoever is outside has less to lose by speaking.
  return heat * (1 - harmony / (kind === 'department' ? 100 : 200));
}
