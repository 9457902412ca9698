/** Closed lists of the evaluation: what is looked at, whom it is asked of, by which methods, and which questions test it. */

/** Criteria that a firm may judge its customer work by. */
export const criterionChoiceIds = [
  'satisfaction',
  'satisfactionOfLost',
  'customerEquity',
  'equityDrivers',
  'customerValue',
  'loyaltyClasses',
  'retention',
  'churn',
  'complaintsSolved',
  'silentExits',
  'waiting',
  'recordQuality',
  'targetLift',
  'adoption',
  'staffSkill',
  'costPerCustomer',
  'newCustomers',
  'followers',
  'ticketsClosed',
  'recordsHeld',
] as const;
export type CriterionChoiceId = (typeof criterionChoiceIds)[number];
export const mostCriteria = 6;

/** Whom a review asks: who bought of late, all customers on file, or these and whoever left or kept silent. */
export const reviewFrameIds = ['buyers', 'known', 'everyone'] as const;
export type ReviewFrameId = (typeof reviewFrameIds)[number];
export const reviewSizeIds = ['n30', 'n100', 'n400', 'n1000'] as const;
export type ReviewSizeId = (typeof reviewSizeIds)[number];
export const reviewSizes: Readonly<Record<ReviewSizeId, number>> = { n30: 30, n100: 100, n400: 400, n1000: 1000 };
/** When they are asked: right after a purchase, on an ordinary day, or after a gift. */
export const reviewMomentIds = ['afterPurchase', 'ordinary', 'afterGift'] as const;
export type ReviewMomentId = (typeof reviewMomentIds)[number];

export const externalMethodIds = ['satisfaction', 'equity', 'valueMap', 'loyaltyMatrix'] as const;
export type ExternalMethodId = (typeof externalMethodIds)[number];
export const internalMethodIds = ['data', 'targets', 'retention', 'training', 'tco'] as const;
export type InternalMethodId = (typeof internalMethodIds)[number];
export type ReviewMethodId = ExternalMethodId | InternalMethodId;

/** Questions that test criteria and data: 1-7 whether they fit, 8-14 whether they are accurate, 15-20 whether they are honest, 21-25 on what to do. */
export const appropriatenessQuestionIds = ['goal', 'badForCustomer', 'fitsLevel', 'seesLost', 'relative', 'changeable', 'lawful'] as const;
export const accuracyQuestionIds = ['whoIsIn', 'howMany', 'when', 'baseline', 'dirtyRecords', 'twoSources', 'otherCut'] as const;
export const honestyQuestionIds = ['whoGains', 'changedAfter', 'leftOut', 'badAsEarly', 'redo', 'safeToTell'] as const;
export const adjustmentQuestionIds = ['causeOrSymptom', 'whatAtFault', 'smallestTest', 'whatWouldStop', 'whoIsTold'] as const;
export const questionIds = [
  ...appropriatenessQuestionIds,
  ...accuracyQuestionIds,
  ...honestyQuestionIds,
  ...adjustmentQuestionIds,
] as const;
export type QuestionId = (typeof questionIds)[number];
/** Questions that one review asks. */
export const questionsAReview = 5;

/** Goals that a criterion may serve: those of the programme. */
export const reviewGoalIds = ['keepCore', 'growCore', 'winBack', 'cutCostToServe', 'knowCustomers'] as const;
export type ReviewGoalId = (typeof reviewGoalIds)[number];

/** Ways in which a board report can be made to look better than the figures; the draft of the staff comes with some. */
export const biasIds = ['recentBuyers', 'lostLeftOut', 'movedBaseline', 'openedAsSolved', 'askedAfterGift', 'relativeWithoutBase'] as const;
export type BiasId = (typeof biasIds)[number];
/** True sentences of a draft at most. */
export const mostTold = 3;
export const reportOrderIds = ['badFirst', 'goodFirst'] as const;
export type ReportOrderId = (typeof reportOrderIds)[number];

/** What a review can find, in the order of the evaluation: governing factors, choice of programme, data, people, then the market's side. */
export const findingIds = [
  'cardsDisagree',
  'spendingOffStrategy',
  'pathUnfit',
  'programmeStalled',
  'recordsWrong',
  'recordsThin',
  'fieldsUnused',
  'consentMissing',
  'wrongTargets',
  'skillLow',
  'adoptionLow',
  'hiddenCost',
  'failuresUnheard',
  'waitingLong',
  'valueBehind',
  'spuriousLoyalty',
  'earlyDecay',
] as const;
export type FindingId = (typeof findingIds)[number];
export const causeOfFindingIds = ['strategy', 'programme', 'data', 'people', 'tool'] as const;
export type CauseOfFindingId = (typeof causeOfFindingIds)[number];
export const adjustmentIds = ['keep', 'tune', 'retarget', 'changePath', 'stop'] as const;
export type AdjustmentId = (typeof adjustmentIds)[number];
/** Quarters after which an adjustment is tested again. */
export const retestIds = [2, 4] as const;
export type RetestId = (typeof retestIds)[number];
/** Chains that one review may open. */
export const chainsAReview = 3;
