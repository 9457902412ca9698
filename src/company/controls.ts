/**
 * Every decision a plan can hold, as data: kind, range, default, when it opens and when it acts.
 * The screen, the parser, the packed codec, the generated players and the rules all read this one list.
 * Ids are those of the decision catalogue; a card with several parts has one control a part, `card.part`.
 */

import { campaignOfferIds } from '../sim/records/campaignOffers.ts';
import { channelIds, ownChannelIds } from '../sim/records/channelIds.ts';
import { fieldIds } from '../sim/records/recordActions.ts';
import { triggerIds } from '../sim/records/cycle.ts';
import { modelIds } from '../sim/records/models.ts';
import { classIds, classRules } from '../sim/records/valueClasses.ts';
import {
  criterionChoiceIds,
  externalMethodIds,
  internalMethodIds,
  mostCriteria,
  reviewFrameIds,
  reviewMomentIds,
  reviewSizeIds,
} from './review/reviewOptions.ts';
import {
  choice,
  choiceEach,
  type ChoiceControl,
  type ChoiceEachControl,
  type Control,
  level,
  levelEach,
  type LevelControl,
  type LevelEachControl,
  segments,
  type SegmentsControl,
  split,
  type SplitControl,
  subset,
  type SubsetControl,
} from './controlKinds.ts';
import {
  analysisIds,
  budgetIds,
  campaignTargetIds,
  costLineIds,
  forceIds,
  genericIds,
  measureIds,
  pairIds,
  pathIds,
  rivalMoveIds,
  senseIds,
  variableIds,
  vendorIds,
} from './controlOptions.ts';

export type { ChoiceControl, ChoiceEachControl, Control, LevelControl, LevelEachControl, SegmentsControl, SplitControl, SubsetControl };
export * from './controlOptions.ts';

export const controls = [
  // Stage 1: whom do we serve, how do we compete
  subset('biz.forces', 'biz.forces', 1, 0, forceIds, 2, []),
  choice('biz.generic', 'biz.generic', 1, 1, genericIds, 'cost'),
  choice('biz.arena', 'biz.generic', 1, 1, ['niche', 'present', 'wide'], 'present'),
  subset('ana.buy', 'ana.buy', 1, 0, analysisIds, 3, []),
  segments('cus.core', 'cus.core', 1, 1, 1),
  segments('cus.refused', 'cus.core', 1, 1, 2),
  level('biz.split', 'biz.split', 1, 0, [0, 100, 5], 60),
  level('biz.spend', 'biz.budget', 1, 1, [0, 20, 1], 4),
  split('biz.budget', 'biz.budget', 1, 1, budgetIds, 5, { marketing: 25, sales: 25, service: 25, people: 10, technology: 15 }),
  level('svc.cap', 'svc.cap', 1, 0, [-20, 40, 5], 0),
  choice('svc.door', 'svc.door', 1, 0, ['closed', 'asIs', 'open'], 'asIs'),
  // Stage 2: which path
  choice('crm.path', 'crm.path', 2, 1, pathIds, 'stay'),
  choice('crm.scope', 'crm.path', 2, 1, ['marketingAndIt', 'frontOffices', 'wholeFirm'], 'marketingAndIt'),
  choice('crm.pace', 'crm.pace', 2, 1, ['careful', 'normal', 'rushed'], 'normal'),
  choice('crm.pilot', 'crm.pace', 2, 1, ['yes', 'no'], 'yes'),
  choice('crm.people.sponsor', 'crm.people', 2, 0, ['ceo', 'marketingDirector', 'itDirector'], 'ceo'),
  choice('crm.people.owner', 'crm.people', 2, 0, ['marketing', 'sales', 'service', 'it', 'crossFunctional'], 'it'),
  choice('crm.people.team', 'crm.people', 2, 1, ['partTime', 'dedicated', 'mixed'], 'partTime'),
  level('crm.people.reviews', 'crm.people', 2, 0, [0, 40, 5], 10),
  level('crm.people.departments', 'crm.people', 2, 0, [0, 40, 5], 0),
  level('crm.people.frontLine', 'crm.people', 2, 0, [0, 40, 5], 0),
  choice('biz.vision', 'crm.people', 2, 1, ['implicit', 'explicit'], 'implicit'),
  choice('biz.vision.goal', 'crm.people', 2, 1, ['profitFirst', 'customersFirst'], 'profitFirst'),
  choice('crm.goal', 'crm.goal', 2, 0, ['none', 'keepCore', 'growCore', 'winBack', 'cutCostToServe', 'knowCustomers'], 'none'),
  subset('crm.measures', 'crm.goal', 2, 0, measureIds, 3, []),
  subset('crm.tco', 'crm.tco', 2, 0, costLineIds, 15, [
    'licence',
    'hardware',
    'implementation',
    'integration',
    'training',
    'support',
    'addOns',
  ]),
  choice('crm.expect', 'crm.tco', 2, 0, ['none', 'q4', 'q8', 'q12'], 'none'),
  choice('imp.involve', 'imp.involve', 2, 1, ['none', 'consult', 'coDesign'], 'none'),
  choice('imp.reward', 'imp.involve', 2, 1, ['none', 'points', 'bonus'], 'none'),
  choice('evl.plan', 'evl.plan', 2, 0, ['never', 'everyFour', 'everyTwo', 'onEvent'], 'everyFour'),
  level('evl.reserve', 'evl.plan', 2, 0, [0, 15, 1], 5),
  // Stage 3: what must we know
  subset('dat.fields', 'dat.fields', 3, 1, fieldIds, 12, ['name', 'phone', 'purchases', 'channel', 'complaints']),
  subset('dat.source', 'dat.source', 3, 1, ['counter', 'call', 'web', 'purchaseLog', 'partner', 'boughtList'], 6, ['counter']),
  choice('dat.consent', 'dat.consent', 3, 1, ['none', 'bundled', 'byPurpose'], 'bundled'),
  choice('dat.withdrawal', 'dat.consent', 3, 1, ['d1', 'd7', 'd30'], 'd30'),
  level('dat.clean', 'dat.clean', 3, 0, [0, 10, 1], 0),
  choice('dat.match', 'dat.clean', 3, 0, ['strict', 'balanced', 'loose'], 'strict'),
  levelEach('idc.contact', 'idc.contact', 3, 0, [0, 6, 1], 2),
  choice('idc.ask', 'idc.contact', 3, 0, ['no', 'yes'], 'no'),
  level('imp.train', 'imp.train', 3, 1, [0, 10, 1], 1),
  choice('imp.style', 'imp.train', 3, 1, ['help', 'control'], 'control'),
  choiceEach('cus.task', 'cus.task', 4, 0, ['acquire', 'keep', 'grow', 'letGo'], 'keep'),
  choiceEach('cus.depth', 'cus.task', 4, 0, ['transactional', 'supportive', 'partner', 'oneToOne'], 'transactional'),
  choice('imp.tool', 'imp.tool', 3, 1, ['present', 'pim', 'cms', 'sfa', 'crm'], 'present'),
  choice('imp.vendor', 'imp.tool', 3, 1, vendorIds, 'b'),
  choice('imp.trial', 'imp.tool', 3, 0, ['no', 'yes'], 'no'),
  // Stages 4-6: what a two-step path needs, price and promise
  level('dat.share', 'dat.share', 4, 1, [0, 6, 1], 0),
  choice('imp.process', 'imp.process', 4, 2, ['none', 'onboarding', 'complaint', 'billing', 'handOver'], 'none'),
  level('svc.authority', 'svc.policy', 4, 0, [0, 70, 10], 40),
  choice('svc.remedy', 'svc.policy', 4, 0, ['none', 'part', 'full', 'generous'], 'part'),
  choice('svc.speed', 'svc.policy', 4, 0, ['h96', 'h48', 'h24', 'h8'], 'h48'),
  choice('idc.class', 'idc.class', 4, 1, classRules, 'none'),
  split('idc.hours', 'idc.class', 4, 1, classIds, 5, { mvc: 25, mgc: 25, migrator: 25, bz: 25 }),
  choice('idc.benefit', 'idc.class', 4, 1, ['none', 'mvc', 'mvcMgc', 'all'], 'none'),
  choice('dat.store', 'dat.store', 5, 2, ['notebook', 'mart', 'warehouse'], 'notebook'),
  levelEach('cus.mode', 'cus.mode', 5, 1, [0, 100, 25], 0),
  choice('crm.align', 'crm.align', 5, 1, ['none', 'talk', 'jointTarget', 'sharedBonus'], 'none'),
  subset('crm.align.pairs', 'crm.align', 5, 1, pairIds, 2, ['salesService', 'marketingIt']),
  choice('imp.consult', 'imp.consult', 5, 0, ['none', 'advise', 'do'], 'none'),
  choice('prd.rival', 'prd.rival', 5, 0, ['none', ...rivalMoveIds], 'none'),
  choice('cam.offer', 'cam.run', 5, 0, ['none', ...campaignOfferIds], 'none'),
  choice('cam.target', 'cam.run', 5, 0, campaignTargetIds, 'all'),
  segments('cam.segments', 'cam.run', 5, 0, 2),
  level('cam.control', 'cam.run', 5, 0, [0, 20, 10], 0),
  level('biz.price', 'biz.price', 6, 0, [-10, 10, 5], 0),
  choice('biz.discount', 'biz.price', 6, 0, ['nobody', 'manager', 'anyone'], 'manager'),
  choice('svc.promise', 'svc.promise', 6, 0, ['modest', 'market', 'bold'], 'market'),
  choice('biz.partner', 'biz.partner', 6, 1, ['refuse', 'reach', 'share'], 'refuse'),
  subset('chn.sell', 'chn.role', 6, 1, channelIds, channelIds.length, ownChannelIds),
  subset('chn.serve', 'chn.role', 6, 1, channelIds, channelIds.length, ownChannelIds),
  choice('chn.band', 'chn.role', 6, 1, ['b0', 'b5', 'b12'], 'b5'),
  choice('onl.own', 'onl.own', 6, 1, ['none', 'benefit', 'content'], 'none'),
  level('onl.spend', 'onl.own', 6, 1, [0, 100, 10], 20),
  choice('dat.safe', 'dat.safe', 6, 0, ['basic', 'standard', 'strict'], 'basic'),
  subset('dat.model', 'dat.model', 6, 1, modelIds, 4, []),
  // Stages 7-8: a finer cut, automation, what the firm is known for
  subset('cus.vars', 'cus.vars', 7, 1, variableIds, 2, ['age', 'region']),
  choice('idc.need', 'cus.vars', 7, 1, ['none', 'behaviour', 'interviews'], 'none'),
  level('cus.segments', 'cus.vars', 7, 1, [2, 6, 1], 4),
  choice('svc.auto', 'svc.auto', 7, 1, ['none', 'sales', 'service', 'both'], 'none'),
  choice('svc.exit', 'svc.auto', 7, 1, ['yes', 'no'], 'yes'),
  choice('biz.range', 'biz.range', 8, 2, ['keep', 'deepen', 'widen'], 'keep'),
  choice('biz.position', 'biz.range', 8, 1, ['none', 'lowPrice', 'quality', 'service', 'personal'], 'none'),
  choice('biz.tech', 'biz.tech', 8, 0, ['lead', 'follow', 'wait'], 'follow'),
  choice('imp.measure', 'imp.measure', 8, 1, ['callTime', 'solvedFirst', 'revenue', 'customerKept'], 'revenue'),
  level('imp.measure.bonus', 'imp.measure', 8, 1, [0, 20, 5], 0),
  subset('imp.sense', 'imp.sense', 7, 0, senseIds, 3, []),
  choice('imp.sense.authority', 'imp.sense', 7, 0, ['centre', 'branch'], 'centre'),
  subset('chn.sync', 'chn.sync', 7, 2, channelIds, channelIds.length, []),
  choice('svc.log', 'svc.auto', 7, 1, ['no', 'yes'], 'no'),
  level('idc.module', 'idc.module', 8, 1, [1, 6, 1], 1),
  choice('idc.module.rule', 'idc.module', 8, 1, ['class', 'need', 'person'], 'class'),
  choice('idc.loyal', 'idc.loyal', 8, 1, ['none', 'points', 'tiers', 'recognition'], 'none'),
  level('idc.loyal.cost', 'idc.loyal', 8, 1, [0, 4, 1], 2),
  subset('idc.cycle', 'idc.cycle', 8, 1, triggerIds, 3, []),
  choice('idc.cycle.winBack', 'idc.cycle', 8, 1, ['none', 'mvc', 'all'], 'none'),
  // Further parts of the complaint policy
  choice('svc.remedy.byCause', 'svc.policy', 4, 0, ['all', 'firmsFault'], 'all'),
  choice('svc.tone', 'svc.policy', 4, 0, ['plain', 'warm'], 'plain'),
  choice('svc.follow', 'svc.policy', 4, 0, ['no', 'yes'], 'no'),
  // Evaluation: what a review looks at, whom it asks, and by which methods
  choice('evl.baseline', 'evl.plan', 2, 0, ['no', 'yes'], 'yes'),
  subset('evl.criteria', 'evl.sample', 3, 0, criterionChoiceIds, mostCriteria, ['newCustomers', 'followers', 'ticketsClosed']),
  choice('evl.frame', 'evl.sample', 3, 0, reviewFrameIds, 'buyers'),
  choice('evl.size', 'evl.sample', 3, 0, reviewSizeIds, 'n100'),
  choice('evl.moment', 'evl.sample', 3, 0, reviewMomentIds, 'afterPurchase'),
  subset('evl.external', 'evl.methods', 4, 0, externalMethodIds, 4, ['satisfaction']),
  subset('evl.internal', 'evl.methods', 4, 0, internalMethodIds, 5, ['training']),
] as const satisfies readonly Control[];

export type AnyControl = (typeof controls)[number];
export type ControlId = AnyControl['id'];
export type CardId = AnyControl['card'];
export type ForceId = (typeof forceIds)[number];
export type PathId = (typeof pathIds)[number];
export type AnalysisId = (typeof analysisIds)[number];
export type CostLineId = (typeof costLineIds)[number];
export type GenericId = (typeof genericIds)[number];
export type PairId = (typeof pairIds)[number];
export type VariableId = (typeof variableIds)[number];
export type VendorId = (typeof vendorIds)[number];

type ValueOf<C> =
  C extends ChoiceControl<string, infer O>
    ? O[number]
    : C extends SubsetControl<string, infer O>
      ? readonly O[number][]
      : C extends SplitControl<string, infer O>
        ? Readonly<Record<O[number], number>>
        : C extends ChoiceEachControl<string, infer O>
          ? Readonly<Record<string, O[number]>>
          : C extends LevelEachControl
            ? Readonly<Record<string, number>>
            : C extends LevelControl
              ? number
              : C extends SegmentsControl
                ? readonly string[]
                : never;

/** All that a learner has decided for a quarter; integers and closed words only. */
export type QuarterPlan = { readonly [C in AnyControl as C['id']]: ValueOf<C> };

export const controlById: ReadonlyMap<ControlId, AnyControl> = new Map(controls.map((control) => [control.id, control]));
