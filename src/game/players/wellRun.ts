/**
 * What a well-run firm does whatever its path: looks before it acts, keeps money in hand, fresh and lawful records, hands enough, processes
 * redrawn one after another, complaints answered by cause, a tool that was tried, and reviews every half year once there is something to see.
 */

import { forceIds, vendorIds, type AnalysisId, type ForceId, type QuarterPlan } from '../../company/controls.ts';
import { figuresOf, wellLed, within } from '../carefulPlayer.ts';
import type { Rule, Situation } from './byRules.ts';

/** Analyses by round; an audit every second round from then on, since one that is asked for twice running is bought once. */
const analyses: readonly (readonly AnalysisId[])[] = [
  ['readiness', 'dataAudit', 'industry'],
  ['marginBySegment', 'dataAudit', 'technology'],
  ['churnCauses'],
  ['dataAudit'],
];
const looking: Rule = ({ round }) => ({ 'ana.buy': analyses[round - 1] ?? (round % 2 === 0 ? ['dataAudit'] : []) });

/** The two forces that an industry report puts highest; before there is one, those that press most trades. */
const forces: Rule = ({ known, before }) => {
  const told = figuresOf(known, 'industry');
  const strongest = [...forceIds]
    .filter((force) => told[force] !== undefined)
    .sort((a, b) => told[b]! - told[a]! || forceIds.indexOf(a) - forceIds.indexOf(b));
  if (strongest.length >= 2) return { 'biz.forces': strongest.slice(0, 2) };
  const usual: readonly ForceId[] = ['rivalry', 'buyers'];
  return { 'biz.forces': before['biz.forces'].length === 2 ? before['biz.forces'] : usual };
};

/** Whoever lives by a focus names whom it is on at once; others look first. */
const core: Rule = ({ plan, segmentIds }) =>
  plan['biz.generic'] === 'focus' && plan['cus.core'].length === 0 ? { 'cus.core': segmentIds.slice(0, 1) } : {};

/** Units kept back for a bad quarter, and for the bills of a programme in the field. */
const [keptBack, keptForField] = [6, 24];
/** Units in the till under which a firm is careful with everything that can wait. */
const scarce = 40;
const usualBudget = { marketing: 15, sales: 15, service: 25, people: 25, technology: 20 };
const isScarce = ({ known }: Pick<Situation, 'known'>): boolean => known.money.cash < scarce;

/** Most of the upkeep is paid while the board releases most; a programme in the field has the money first. */
const money: Rule = ({ known, quarter }) => {
  const { state } = known.programme;
  if (isScarce({ known })) return { 'biz.spend': 1, 'biz.budget': usualBudget };
  const field = state === 'piloting' || state === 'rollingOut' || state === 'stalled';
  const hand = Math.min(known.money.released, known.money.cash) - (field ? keptForField : keptBack);
  const spare = Math.floor(hand / 4);
  return {
    'biz.spend': quarter < 3 ? 4 : within(spare, 1, 3),
    'biz.budget': usualBudget,
  };
};

/** Who leads, what for, and the whole sheet of costs: what a firm owes its people with a programme and without. */
const people: Rule = () => ({
  ...wellLed,
  'crm.people.reviews': 10,
  'crm.people.departments': 15,
  'crm.people.frontLine': 15,
  'imp.train': 6,
  'imp.style': 'help',
});

const records: Rule = ({ known, before, segmentIds }) => {
  const seen = (known.data?.fields ?? []).filter(({ useful }) => useful).map(({ field }) => field);
  return {
    ...(seen.length > 0 && { 'dat.fields': seen.includes('name') ? seen : (['name', ...seen] as QuarterPlan['dat.fields']) }),
    'dat.source': ['counter', 'call', 'web', 'purchaseLog'],
    'dat.consent': 'byPurpose',
    'dat.withdrawal': 'd7',
    'dat.clean': 5,
    'dat.match': 'balanced',
    'dat.share': 3,
    'dat.store': before['dat.store'],
    'idc.contact': Object.fromEntries(segmentIds.map((id) => [id, 2])),
    'idc.ask': 'yes',
    'idc.need': 'behaviour',
    'crm.align': 'jointTarget',
    'chn.sync': [],
  };
};

/** Units in hand from which a process is redrawn, and a tool is bought. */
const [processMoney, toolMoney] = [9, 14];
/** One after another, as money allows: complaints first, then what goes from hand to hand. */
const processes: Rule = ({ known, before, quarter }) => {
  const now = before['imp.process'];
  const next = now === 'none' ? 'complaint' : now === 'complaint' ? 'handOver' : now;
  return {
    'imp.process': quarter >= 7 && known.money.released >= processMoney && !isScarce({ known }) ? next : now,
    'svc.auto': before['svc.auto'],
    'svc.log': 'no',
  };
};

/** Hands before people wait: more where they do, none fewer than at the start. */
const hands: Rule = ({ known, before, quarter }) => {
  const waiting = known.kpi.waiting.value ?? 0;
  const more = quarter === 1 || waiting > 0.08 ? 5 : 0;
  return { 'svc.cap': isScarce({ known }) ? 0 : within(before['svc.cap'] + more, 0, 15) };
};

/** Where no programme brings one: a modest tool of the vendor who suits best, tried before it is bought. */
const tool: Rule = ({ known, plan, quarter }) => {
  if (
    quarter < 5 ||
    known.programme.state !== 'idle' ||
    plan['imp.tool'] !== 'present' ||
    known.money.released < toolMoney ||
    isScarce({ known })
  )
    return {};
  const told = figuresOf(known, 'technology');
  const [best] = [...vendorIds].sort((a, b) => (told[`vendor.${b}`] ?? 0) - (told[`vendor.${a}`] ?? 0) || (a < b ? -1 : 1));
  return { 'imp.trial': 'yes', 'imp.tool': 'cms', 'imp.vendor': best! };
};

/** The whole of the loss for the firm's own fault, soon and kindly, by the one who is asked. */
const complaints: Rule = () => ({
  'svc.door': 'open',
  'svc.authority': 70,
  'svc.remedy': 'full',
  'svc.remedy.byCause': 'firmsFault',
  'svc.speed': 'h24',
  'svc.tone': 'warm',
  'svc.follow': 'yes',
  'idc.cycle': ['complaint', 'welcome'],
  'idc.cycle.winBack': 'mvc',
});

/** Methods of the half-yearly reviews, by their first quarter: records and people first, then customers, twice with all that they can tell. */
const waves: readonly { from: number; external: QuarterPlan['evl.external']; internal: QuarterPlan['evl.internal'] }[] = [
  { from: 11, external: ['satisfaction', 'loyaltyMatrix', 'valueMap'], internal: ['data', 'training'] },
  { from: 9, external: ['satisfaction', 'equity', 'loyaltyMatrix', 'valueMap'], internal: ['data', 'training', 'retention'] },
  { from: 7, external: ['satisfaction', 'equity'], internal: ['data', 'training', 'retention'] },
  { from: 1, external: [], internal: ['data', 'training'] },
];
/** Everybody is asked, those who left too, on an ordinary day. */
const reviews: Rule = ({ quarter }) => {
  const { external, internal } = waves.find(({ from }) => from <= quarter)!;
  return {
    'evl.plan': quarter < 5 ? 'never' : 'everyTwo',
    'evl.reserve': quarter < 5 ? 1 : 3,
    'evl.baseline': 'yes',
    'evl.criteria': ['satisfaction', 'silentExits', 'customerEquity', 'loyaltyClasses', 'retention'],
    'evl.frame': 'everyone',
    'evl.size': 'n100',
    'evl.moment': 'ordinary',
    'evl.external': external,
    'evl.internal': internal,
  };
};

/** In the order in which they decide, over those of the careful player. */
export const wellRunRules: readonly Rule[] = [looking, forces, core, money, people, records, processes, hands, tool, complaints, reviews];
