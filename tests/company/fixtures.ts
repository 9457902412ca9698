/** A bank like the first scenario's, with the start values of its readiness, for tests of the firm. */

import { startPlan, mergePlan } from '../../src/company/plan.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import type { EventSpec, FirmSpec, FirmState, Stocks } from '../../src/company/firm.ts';
import type { Facts } from '../../src/company/guards.ts';
import type { FirmObservation } from '../../src/company/observation.ts';
import type { OpportunitySpec } from '../../src/company/opportunities.ts';
import { defaultStandingOrders, type Move, type StandingOrders } from '../../src/company/orders.ts';
import { closeQuarter, commitQuarter, type Committed, startFirm } from '../../src/company/quarter.ts';
import type { SegmentSpec } from '../../src/sim/market.ts';
import type { ObservedQuarter } from '../../src/sim/outcome.ts';
import type { RecordQuality } from '../../src/sim/records/recordActions.ts';

const segment = (id: string, share: number, own: number): SegmentSpec => ({
  id,
  share,
  needs: { price: 250, quality: 250, service: 200, convenience: 200, attention: 100 },
  rate: { mean: 6, shape: 2 },
  spend: { mean: 8, p: 5, q: 3 },
  leaving: { alpha: 1, beta: 40 },
  suppliers: { bank: own, direct: 200, mutual: 150 },
  polarisation: 1,
  serviceContacts: 2,
  toleratedContacts: 2,
  privacyConcern: 0.4,
  complaintPropensity: 0.4,
  reach: 0.5,
  switchingCost: 0.5,
  expectation: 0.6,
  satisfaction: 0.6,
  channels: { branch: 600, phone: 400 },
  entrants: 0,
});
export const segments: readonly SegmentSpec[] = [
  segment('households', 500, 350),
  segment('savers', 250, 300),
  segment('firms', 100, 400),
  segment('borrowers', 150, 370),
];
export const segmentIds = segments.map(({ id }) => id);
export const realPeople = 1_200_000;
export const expectedContacts = 14_000;

export const bankStocks: Stocks = { S: 50, L: 60, X: 30, H: 40, T: 35, Q: 40 };
export const bank: FirmSpec = {
  id: 'bank',
  played: true,
  generic: 'cost',
  offer: { price: 1, quality: 0.58, convenience: 0.5, brand: 0.6, failureRate: 0.06, slack: 1.05, namedAgents: 0.3 },
  level: 'l1',
  stocks: bankStocks,
  individualisation: 35,
  records: {
    coverage: 0.7,
    depth: 0.35,
    accuracy: 0.45,
    linkage: 0.15,
    consent: 0.7,
    silos: 4,
    usefulFields: ['name', 'phone', 'purchases'],
  },
  money: {
    warChest: 24_000_000,
    cash: 100,
    debtLimit: 25,
    unitCost: 0.55,
    fixedCost: 5_000_000,
    serviceCost: 3.5,
    contactCost: 0.9,
    marketingCost: 1_200_000,
  },
  staffTurnover: 0.03,
  forces: ['rivalry', 'buyers'],
};
export const direct: FirmSpec = {
  id: 'direct',
  played: false,
  generic: 'cost',
  offer: { price: 0.93, quality: 0.52, convenience: 0.68, brand: 0.45, failureRate: 0.055, slack: 1, namedAgents: 0 },
  rival: { budget: 0.6, lag: 2, boldness: 0.7 },
};
export const boutique: FirmSpec = { ...direct, id: 'boutique', generic: 'differentiation', rival: { budget: 0.7, lag: 2, boldness: 0.4 } };
export const mutual: FirmSpec = { ...direct, id: 'mutual', generic: 'focus', rival: { budget: 0.3, lag: 3, boldness: 0.3 } };

/** Every control at its start but the baseline wave, which would be billed in the first quarter alone. */
export const usualPlan: QuarterPlan = startPlan({ 'evl.baseline': 'no' }, segmentIds);
export const planWith = (patch: Partial<QuarterPlan>): QuarterPlan => mergePlan(usualPlan, patch);
export const startedBank = (plan: QuarterPlan = usualPlan): FirmState => startFirm(bank, plan);

export const bankFacts: Facts = {
  level: 'l1',
  stocks: bankStocks,
  information: 36,
  consent: 70,
  adoption: 10,
  released: 10,
  costLines: 15,
  businessAnalysed: true,
  customerAnalysed: true,
};

export const qualityAt = (completeness: number, consent = 0.8, linkage = completeness / 100): RecordQuality => ({
  coverage: 0.8,
  depth: 0.6,
  accuracy: 0.7,
  linkage,
  consent,
  duplicates: 0.1,
  completeness,
});
export const books: ObservedQuarter = {
  revenue: 20_000_000,
  contribution: 7_500_000,
  purchases: 2_400_000,
  accounts: 410_000,
  accountsBefore: 412_000,
  opened: 8_000,
  closed: 10_000,
  serviceContacts: 820_000,
  firmContacts: 700_000,
  waitedTooLong: 0.1,
  load: 0.9,
  failuresLogged: 40_000,
  complaints: 5_000,
  complaintsSettled: 3_000,
  reasonsTold: {},
  care: 35,
  consentWithdrawn: 1_000,
};
export const observed = (quarter: number, changes: Partial<FirmObservation> = {}): FirmObservation => ({
  quarter,
  books,
  records: qualityAt(36),
  audited: null,
  events: [],
  stallDraw: 0.999,
  ...changes,
});
export const event = (kind: EventSpec['kind'], quarter: number, rest: Partial<EventSpec> = {}): EventSpec => ({
  id: kind,
  kind,
  quarter,
  ...rest,
});

export interface QuarterOptions {
  spec?: FirmSpec;
  moves?: readonly Move[];
  standing?: StandingOrders;
  events?: readonly EventSpec[];
  opportunities?: readonly OpportunitySpec[];
  audited?: RecordQuality | null;
  seen?: Partial<FirmObservation>;
}
/** Opens a quarter with everything analysed and an audit at hand. */
export function open(firm: FirmState, plan: QuarterPlan, quarter: number, options: QuarterOptions = {}): Committed {
  return commitQuarter(firm, options.spec ?? bank, plan, options.moves ?? [], options.standing ?? defaultStandingOrders, {
    quarter,
    audited: options.audited === undefined ? qualityAt(36, 0.7) : options.audited,
    analysed: ['industry', 'needs'],
    events: options.events ?? [],
    opportunities: options.opportunities ?? [],
  });
}
/** Opens and closes a quarter. */
export function play(firm: FirmState, plan: QuarterPlan, quarter: number, options: QuarterOptions = {}): FirmState {
  const committed = open(firm, plan, quarter, options);
  return closeQuarter(committed.firm, options.spec ?? bank, committed.plan, options.standing ?? defaultStandingOrders, {
    ...observed(quarter, { events: options.events ?? [] }),
    ...options.seen,
  }).firm;
}

/** Freezes plain data all the way down, so that a change in place throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Object.keys(value)) frozen((value as Record<string, unknown>)[key]);
  }
  return value;
}
