/** Which controls bear on a finding: a change of one of them is what acting on it means. */

import type { ControlId } from '../controls.ts';
import type { AdjustmentId, FindingId } from './reviewOptions.ts';

/** Controls that say whom the firm means. */
export const targeting = [
  'cus.core',
  'cam.target',
  'cam.segments',
  'idc.class',
  'cus.task',
  'cus.refused',
] as const satisfies readonly ControlId[];
const strategyCards = [
  'biz.generic',
  'biz.arena',
  'biz.split',
  'biz.spend',
  'biz.budget',
  'biz.vision',
  'biz.vision.goal',
  'biz.price',
  'biz.discount',
  'biz.position',
  'crm.goal',
  'crm.measures',
] as const satisfies readonly ControlId[];

/** Controls whose change bears on a finding; for cards that disagree and spending off strategy any card that can be at odds. */
export const bearsOn: Readonly<Record<FindingId, readonly ControlId[]>> = {
  cardsDisagree: [
    ...strategyCards,
    ...targeting,
    'cus.mode',
    'cus.depth',
    'cus.vars',
    'idc.contact',
    'idc.module',
    'idc.module.rule',
    'idc.loyal',
    'idc.loyal.cost',
    'idc.cycle',
    'dat.fields',
    'dat.consent',
    'dat.model',
    'dat.store',
    'biz.partner',
    'cam.offer',
    'chn.sync',
    'crm.path',
    'crm.scope',
    'crm.align',
    'crm.align.pairs',
    'svc.remedy',
    'svc.promise',
    'svc.cap',
    'svc.door',
    'svc.exit',
    'svc.auto',
    'imp.process',
    'imp.train',
  ],
  spendingOffStrategy: [
    ...strategyCards,
    'cus.core',
    'cus.task',
    'idc.contact',
    'svc.cap',
    'svc.remedy',
    'svc.door',
    'dat.clean',
    'dat.fields',
    'idc.cycle.winBack',
    'svc.auto',
    'imp.process',
  ],
  pathUnfit: ['crm.path', 'crm.scope', 'crm.pace', 'crm.pilot', 'crm.people.owner', 'imp.consult', 'biz.spend', 'biz.budget'],
  programmeStalled: ['crm.people.sponsor', 'crm.people.owner', 'crm.people.reviews', 'crm.pace', 'imp.involve', 'imp.consult', 'crm.path'],
  recordsWrong: ['dat.clean', 'dat.match', 'imp.style', 'imp.reward', 'chn.sync', 'dat.source', 'dat.fields'],
  recordsThin: ['dat.source', 'dat.fields', 'dat.share', 'dat.store', 'idc.ask', 'idc.contact', 'svc.log', 'onl.own', 'imp.reward'],
  fieldsUnused: ['dat.fields'],
  consentMissing: ['dat.consent', 'dat.withdrawal', 'dat.source', 'biz.partner', 'dat.safe', 'idc.ask'],
  wrongTargets: [...targeting, 'dat.model', 'cus.vars', 'idc.need', 'idc.hours', 'idc.benefit'],
  skillLow: ['imp.train', 'biz.budget', 'biz.spend', 'crm.people.frontLine', 'imp.involve', 'imp.measure'],
  adoptionLow: ['imp.style', 'imp.involve', 'imp.reward', 'imp.train', 'imp.tool', 'imp.vendor', 'imp.measure', 'imp.measure.bonus'],
  hiddenCost: ['crm.tco'],
  failuresUnheard: ['svc.door', 'svc.follow', 'svc.tone', 'svc.exit', 'svc.auto', 'svc.log', 'idc.cycle'],
  waitingLong: ['svc.cap', 'svc.speed', 'svc.authority', 'svc.auto', 'imp.process', 'imp.train', 'svc.promise'],
  valueBehind: ['biz.price', 'biz.discount', 'biz.range', 'biz.position', 'biz.generic', 'svc.cap', 'idc.module', 'cus.depth', 'cus.mode'],
  spuriousLoyalty: ['svc.remedy', 'svc.authority', 'svc.door', 'svc.follow', 'idc.loyal', 'cus.depth', 'idc.cycle', 'biz.price', 'svc.cap'],
  earlyDecay: ['idc.cycle', 'imp.process', 'svc.promise', 'biz.split', 'cus.task', 'biz.discount'],
};

/** Controls that an action may move on a finding, in the order of the table: tune what bears on it, re-target, or change the path. */
export function controlsOf(finding: FindingId, action: AdjustmentId): readonly ControlId[] {
  if (action === 'keep') return [];
  if (action === 'retarget') return targeting;
  if (action === 'changePath') return ['crm.path', 'crm.scope', 'crm.pace'];
  return bearsOn[finding];
}
