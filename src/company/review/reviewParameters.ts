/** Coefficients of the evaluation: prices of samples and methods, what a comparison may rest on, how the moment colours an answer. */

import { type FirmParameter, parameter as of } from '../parameter.ts';

const proposal = 'proposal';
const catalogue = 'catalogue 0.5-4';
const methods = 'catalogue 1-3 a method, less where the house asks itself: a full review is to cost a quarter of money, not more';

export const reviewParameters = {
  'price.reviewN30': of(0.25, 0, 10, 'units for a sample of 30 recent buyers', catalogue),
  'price.reviewN100': of(0.5, 0, 10, 'units for a sample of 100', catalogue),
  'price.reviewN400': of(1.5, 0, 10, 'units for a sample of 400', catalogue),
  'price.reviewN1000': of(4, 0, 20, 'units for a sample of 1000', catalogue),
  'price.reviewKnown': of(1.25, 1, 5, 'factor where all on file are asked: buyers come by themselves', proposal),
  'price.reviewEveryone': of(1.6, 1, 5, 'factor where a research firm asks also who left or kept silent', proposal),
  'price.reviewSatisfaction': of(1, 0, 10, 'units a review', methods),
  'price.reviewEquity': of(1.5, 0, 10, 'units a review', methods),
  'price.reviewValueMap': of(2, 0, 10, 'units a review: rivals’ customers are asked too', methods),
  'price.reviewLoyaltyMatrix': of(1.5, 0, 10, 'units a review', methods),
  'price.reviewData': of(1, 0, 10, 'units a review, files looked up not counted', methods),
  'price.reviewTargets': of(0.5, 0, 10, 'units a review', methods),
  'price.reviewRetention': of(0.5, 0, 10, 'units a review', methods),
  'price.reviewTraining': of(0.5, 0, 10, 'units a review', methods),
  'price.reviewTco': of(0.5, 0, 10, 'units a review', methods),
  'review.reserveLeast': of(1, 0, 15, 'units set aside from which an adjustment can be paid', proposal),
  'review.controlLasts': of(4, 1, 12, 'quarters for which a campaign with a control group can be compared with', proposal),
  'review.waveAge': of(
    3,
    1,
    12,
    'quarters after which a baseline counts as an earlier wave: from the first quarter of a year to its last',
    proposal,
  ),
  'review.staffAsked': of(40, 5, 400, 'staff who are asked and tested', proposal),
  'review.staffSpread': of(18, 0, 50, 'sd in points of the marks of staff', proposal),
  'review.silence': of(
    1.6,
    1,
    4,
    'factor on the width of what is told of staying where nobody closes an account',
    'measured with the simulator, so that four intervals of five hold the truth',
  ),
  'review.appraisal': of(0.15, 0, 1, 'relative sd of the error in what a customer is appraised at', proposal),
  'review.afterPurchase': of(
    3,
    0,
    20,
    'points on a rating right after a purchase (recency: Peterson & Wilson 1992 list the time of asking)',
    proposal,
  ),
  'review.afterGift': of(
    7,
    0,
    20,
    'points on a rating right after a gift (reciprocity: Strohmetz et al. 2002 found such effects)',
    proposal,
  ),
} as const satisfies Readonly<Record<string, FirmParameter>>;
