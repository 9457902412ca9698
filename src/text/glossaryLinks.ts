/** Which terms of the glossary explain what stands on a screen: ids of the game to glossary keys. Ids without a fitting term are left out. */

type Links = Readonly<Partial<Record<string, readonly string[]>>>;

/** By card of decisions: the one or two ideas that the decision rests on. */
export const cardTerms: Links = {
  'biz.forces': ['five-forces-model', 'bargaining-power-of-buyers'],
  'biz.generic': ['competitive-strategy', 'differentiation'],
  'biz.split': ['customer-acquisition', 'customer-retention'],
  'biz.price': ['pricing-strategy'],
  'biz.budget': ['functional-strategy', 'operational-crm'],
  'biz.partner': ['customer-data-sharing', 'data-subject-consent'],
  'chn.role': ['distribution-channel', 'channel-conflict'],
  'chn.sync': ['multichannel-synchronisation', 'computer-telephony-integration'],
  'onl.own': ['touchpoint', 'data-subject-consent'],
  'biz.range': ['product-strategy', 'positioning'],
  'biz.tech': ['electronic-crm'],
  'dat.model': ['analytical-crm', 'rfm-analysis'],
  'idc.cycle': ['customer-life-cycle', 'win-back'],
  'cus.vars': ['market-segmentation', 'behavioural-data'],
  'idc.class': ['value-differentiation', 'most-valuable-customer'],
  'idc.module': ['mass-customisation', 'degree-of-individualisation'],
  'idc.loyal': ['loyalty-programme', 'spurious-loyalty'],
  'svc.auto': ['self-service', 'sales-force-automation'],
  'imp.consult': ['change-management'],
  'imp.sense': ['competitive-strategy'],
  'imp.measure': ['key-performance-indicator'],
  'cam.run': ['direct-marketing', 'control-group'],
  'prd.rival': ['competitive-strategy'],
  'ana.buy': ['readiness', 'data-quality'],
  'cus.core': ['core-segment', 'market-segmentation'],
  'cus.task': ['value-differentiation', 'most-valuable-customer'],
  'cus.mode': ['degree-of-individualisation', 'mass-customisation'],
  'svc.cap': ['service-quality'],
  'svc.door': ['complaint', 'silent-customer'],
  'svc.policy': ['service-recovery', 'employee-empowerment'],
  'svc.promise': ['expectation', 'service-level-agreement'],
  'crm.path': ['crm-strategy-migration-path', 'crm-strategy-matrix'],
  'crm.pace': ['pilot', 'change-management'],
  'crm.people': ['top-management-commitment', 'cross-functional-team'],
  'crm.goal': ['key-performance-indicator', 'customer-management-vision'],
  'crm.tco': ['total-cost-of-ownership'],
  'crm.align': ['interdepartmental-conflict'],
  'imp.involve': ['end-user', 'user-adoption-rate'],
  'imp.train': ['user-adoption-rate'],
  'imp.tool': ['personal-information-manager', 'sales-force-automation'],
  'imp.process': ['business-process-re-engineering'],
  'evl.sample': ['key-performance-indicator', 'silent-customer'],
  'evl.methods': ['customer-equity', 'customer-value-analysis'],
  'evl.plan': ['control-evaluation-and-adjustment'],
  'dat.fields': ['customer-information-model', 'completeness-of-customer-information'],
  'dat.source': ['customer-database', 'touchpoint'],
  'dat.consent': ['data-subject-consent', 'personal-data'],
  'dat.clean': ['data-cleansing', 'deduplication'],
  'dat.share': ['customer-data-sharing', 'data-silo'],
  'dat.safe': ['sensitive-personal-data', 'personal-data'],
  'dat.store': ['data-warehouse', 'customer-database'],
  'idc.contact': ['interact-with-customers'],
};

/** By KPI. Only where the term is what the figure measures. */
export const kpiTerms: Readonly<Partial<Record<string, string>>> = {
  churn: 'churn-rate',
  satisfaction: 'customer-satisfaction',
  equity: 'customer-equity',
  contribution: 'contribution',
  completeness: 'completeness-of-customer-information',
  complaints: 'complaint',
  care: 'customer-care',
  accuracy: 'data-quality',
  linkage: 'data-integration',
  consent: 'data-subject-consent',
};

/** By kind of conflict. */
export const caseKindTerms = {
  customer: ['complaint', 'conflict-management'],
  department: ['interdepartmental-conflict', 'conflict-management'],
  channel: ['channel-conflict', 'multichannel-conflict'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** By step of a case. */
export const caseStepTerms: Links = {
  weigh: ['severity', 'service-level-agreement'],
  code: ['symptom', 'general-cause', 'root-cause', 'escalation'],
  mode: ['avoiding', 'accommodating', 'compromising', 'competing', 'collaborating'],
  offer: ['distributive-justice', 'procedural-justice', 'interactional-justice'],
  lastChance: ['double-deviation'],
  letGo: ['double-deviation'],
  mediate: ['third-party'],
  standFirm: ['third-party'],
  checkBack: ['service-recovery', 'service-recovery-paradox'],
  fix: ['root-cause'],
};

/** By lesson, benefit, saying and question of the debrief: the one idea that it rests on. */
export const teachingTerms = {
  lesson: {
    rush: 'pilot',
    agree: 'interdepartmental-conflict',
    leaders: 'top-management-commitment',
    customers: 'relationship-marketing',
    cycle: 'customer-management-cycle',
    consult: 'change-management',
    fit: 'user-adoption-rate',
    ownValue: 'differentiation',
    process: 'business-process-re-engineering',
  },
  benefit: {
    process: 'business-process-re-engineering',
    database: 'customer-database',
    handling: 'data-integration',
    sharing: 'customer-data-sharing',
    evaluation: 'key-performance-indicator',
    conflicts: 'conflict-management',
    profit: 'return-on-investment',
    image: 'brand-equity',
    decisions: 'analytical-crm',
  },
  saying: { cost: 'customer-acquisition', fifth: 'most-valuable-customer', worth: 'customer-lifetime-value', talk: 'word-of-mouth' },
  question: {
    blind: 'data-quality',
    leap: 'readiness',
    bias: 'honesty',
    staff: 'key-performance-indicator',
    fall: 'customer-equity',
    labels: 'value-differentiation',
    silent: 'silent-customer',
    losing: 'below-zero-customer',
    talk: 'word-of-mouth',
    worth: 'customer-retention',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
