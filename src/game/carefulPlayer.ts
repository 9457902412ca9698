/**
 * A careful player: a few simple rules on what the firm knows, no look into the truth and none ahead. First ask (readiness, data), then
 * spend within the release, take the open path with the smallest gap at a careful pace, train by helping, clean, staff where people wait.
 */

import { costLineIds, type AnalysisId, type PathId, type QuarterPlan } from '../company/controls.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { isPathOpen, type Player } from './player.ts';
import { type Decided, playerByRules, type Rule } from './players/byRules.ts';
import type { KnownReport } from './reports.ts';

/** A path is begun with no more than this gap: beyond it a pilot does not pass. */
const mostGap = 6;
const longWait = 0.15;
const shortWait = 0.04;
/** What this player settles in the round in which it begins a path. */
const settledByItself: readonly string[] = ['card.business', 'card.customer', 'costLines'];
/** Analyses by round, each within ten points; the last three come again and again. */
const analyses: readonly (readonly AnalysisId[])[] = [
  ['readiness', 'dataAudit'],
  ['marginBySegment', 'churnCauses'],
  ['dataAudit', 'readiness'],
  ['dataAudit', 'rivals', 'unheard'],
];
const ask: Rule = ({ round }) => ({ 'ana.buy': analyses[Math.min(round, 4) - 1]! });

/** The forces that press most trades, and the segment of the highest margin once an analysis has told it. */
const position: Rule = ({ known, plan, segmentIds }) => {
  const margins = figuresOf(known, 'marginBySegment');
  const [best] = [...segmentIds].filter((id) => margins[id] !== undefined).sort((a, b) => margins[b]! - margins[a]! || (a < b ? -1 : 1));
  return {
    'biz.forces': ['rivalry', 'buyers'],
    ...(best !== undefined && plan['cus.core'].length === 0 && { 'cus.core': [best] }),
    'biz.split': 45,
    'svc.door': 'open',
  };
};

const capacity: Rule = ({ known, plan }) => {
  const waiting = known.kpi.waiting.value;
  if (waiting === null) return {};
  const step = waiting > longWait ? 10 : waiting < shortWait ? -5 : 0;
  return { 'svc.cap': within(plan['svc.cap'] + step, -10, 40) };
};

/** A third of the release in hand goes into upkeep and growth, so that a programme and a bad quarter can be paid from the rest. */
const spending: Rule = ({ known }) => {
  const third = Math.floor(Math.min(known.money.released, known.money.cash) / 3);
  return { 'biz.spend': within(third, 3, 10), 'biz.budget': budgetFor(known) };
};

/** Even shares, as the weakest one holds back the rest; five more for what the nearest path lacks, taken from marketing and sales. */
function budgetFor(known: KnownReport): QuarterPlan['biz.budget'] {
  const [near] = known.matrix.paths.filter(({ path }) => path !== 'stay' && path !== 'p14').sort((a, b) => a.gap - b.gap);
  const more = (...stocks: string[]): number => (near?.lacks.some(({ code }) => stocks.some((stock) => code === `stock.${stock}`)) ? 5 : 0);
  const service = 20 + more('Q');
  const people = 15 + more('H', 'X');
  const technology = 15 + more('T');
  const sales = 25 - more('H', 'X');
  return { marketing: 100 - service - people - technology - sales, sales, service, people, technology };
}

/** Who leads, what for, the whole sheet of costs, and what those get who are to work with it. */
export const wellLed: Decided = {
  'crm.people.sponsor': 'ceo',
  'crm.people.owner': 'crossFunctional',
  'biz.vision': 'explicit',
  'biz.vision.goal': 'customersFirst',
  'crm.goal': 'keepCore',
  'crm.measures': ['churn', 'satisfaction', 'recordQuality'],
  'crm.tco': costLineIds,
  'imp.involve': 'coDesign',
  'imp.reward': 'points',
};

/** The open path with the smallest gap, one after another; a path that runs is left to run. */
const path: Rule = ({ known, plan }) => {
  const { state } = known.programme;
  const free = state === 'idle' || state === 'embedding';
  const open = known.matrix.paths
    .filter((each) => each.path !== 'stay' && each.path !== 'p14' && isWithinReach(each) && each.gap <= mostGap)
    .sort((a, b) => a.gap - b.gap);
  const next: PathId = open[0]?.path ?? 'stay';
  return {
    'crm.path': free ? next : plan['crm.path'],
    'crm.scope': 'wholeFirm',
    'crm.pace': 'careful',
    'crm.pilot': 'yes',
    ...wellLed,
    'crm.people.reviews': 15,
    'crm.people.departments': 15,
    'crm.people.frontLine': 10,
  };
};

/**
 * A wave to hold later ones against, then a review every year: everybody is asked on an ordinary day, and the files are looked up. None is held
 * before its criteria can be chosen; the first asks fewer and less, as long as the programme takes the money.
 */
const review: Rule = ({ round }) => ({
  'evl.plan': round < 3 ? 'never' : 'everyFour',
  'evl.reserve': 1,
  'evl.baseline': 'yes',
  'evl.criteria': ['satisfaction', 'silentExits', 'customerEquity', 'loyaltyClasses', 'retention', 'recordQuality'],
  'evl.frame': 'everyone',
  'evl.size': round < 7 ? 'n100' : 'n400',
  'evl.moment': 'ordinary',
  'evl.external': round < 5 ? ['satisfaction', 'equity'] : ['satisfaction', 'equity', 'loyaltyMatrix'],
  'evl.internal': ['data', 'retention', 'training'],
});

const data: Rule = ({ segmentIds }) => ({
  'dat.fields': ['name', 'phone', 'purchases', 'needs', 'household', 'intent', 'channel', 'complaints', 'leavingReason'],
  'dat.source': ['counter', 'call', 'purchaseLog'],
  'dat.consent': 'byPurpose',
  'dat.withdrawal': 'd7',
  'dat.clean': 5,
  'dat.match': 'balanced',
  'idc.contact': Object.fromEntries(segmentIds.map((id) => [id, 2])),
  'idc.ask': 'yes',
  'idc.class': 'margin',
  'idc.hours': { mvc: 40, mgc: 25, migrator: 25, bz: 10 },
  'idc.cycle': ['complaint'],
  'idc.cycle.winBack': 'mvc',
  'imp.train': 7,
  'imp.style': 'help',
});

/** The core and what is worth keeping gets more depth; what costs more than it brings is served as before. */
const tasks: Rule = ({ plan, segmentIds }) => ({
  'cus.task': Object.fromEntries(segmentIds.map((id) => [id, plan['cus.core'].includes(id) ? 'grow' : 'keep'])),
  'cus.depth': Object.fromEntries(segmentIds.map((id) => [id, plan['cus.core'].includes(id) ? 'partner' : 'supportive'])),
});

/** Service first; a common store once data are the path, and treatment by segment once the firm has left level 1. */
const delivery: Rule = ({ known, plan, segmentIds }) => {
  const byData = plan['crm.path'] === 'p13' || plan['crm.path'] === 'p34' || plan['crm.path'] === 'p24';
  const standsStill = known.matrix.level === 'l1' && plan['crm.path'] === 'stay';
  const grain = (id: string): number => (standsStill ? 0 : plan['cus.core'].includes(id) ? 50 : 25);
  return {
    'dat.share': 4,
    'dat.store': byData ? 'warehouse' : plan['dat.store'],
    'svc.authority': 70,
    'svc.remedy': 'full',
    'svc.speed': 'h24',
    'svc.remedy.byCause': 'firmsFault',
    'svc.tone': 'warm',
    'svc.follow': 'yes',
    'crm.align': 'talk',
    // What channels share they share through a store.
    'chn.sync': plan['dat.store'] === 'notebook' ? [] : ['branch', 'phone', 'web'],
    'svc.log': 'yes',
    'cus.mode': Object.fromEntries(segmentIds.map((id) => [id, grain(id)])),
  };
};

/** Redraw first, then automate: complaints after a first review, service steps a round later, with the way to a person open. */
const redrawnIn = 5;
const processes: Rule = ({ round }) => ({
  'imp.process': round < redrawnIn ? 'none' : 'complaint',
  ...(round > redrawnIn && { 'svc.auto': 'service', 'svc.exit': 'yes' }),
});

/** The rules of the careful player, in the order in which they decide. */
export const carefulRules: readonly Rule[] = [ask, position, capacity, spending, path, review, data, tasks, delivery, processes];

/** The careful player of a scenario. */
export const carefulPlayer = (scenario: Scenario): Player => playerByRules(scenario, carefulRules);

function isWithinReach(view: KnownReport['matrix']['paths'][number]): boolean {
  return isPathOpen({ ...view, lacks: view.lacks.filter(({ code }) => !settledByItself.includes(code)) });
}

/** Figures of an analysis that was bought, none where it was not. */
export function figuresOf(known: KnownReport, analysis: AnalysisId): Readonly<Record<string, number>> {
  return known.analyses.find(({ id }) => id === analysis)?.figures ?? {};
}

export const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
