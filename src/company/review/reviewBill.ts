/** What a review costs in the quarter in which it is held: its sample and each of its methods. */

import type { CardId, ControlId, QuarterPlan } from '../controls.ts';
import type { FirmParameterId, FirmParameters } from '../parameters.ts';
import { reviewSizeIds, type InternalMethodId, type ReviewFrameId, type ReviewMethodId, type ReviewSizeId } from './reviewOptions.ts';

/** A review that falls in the quarter: whether its external half has anything to be held against. */
export interface ReviewOrder {
  external: boolean;
}

/** A part of the bill. Parts of one bundle are bought together or not at all; what is not bought drops its option of the control. A sample that follows a smaller one is no larger. */
export interface ReviewItem {
  card: CardId;
  units: number;
  bundle: string;
  drops?: { control: ControlId; option: string };
  /** Units by size where less money buys a smaller sample; it shrinks to what can be paid. */
  bySize?: Readonly<Record<ReviewSizeId, number>>;
  /** Goes back to last quarter's value where it cannot be paid. */
  controls: readonly ControlId[];
}

const sizePrice = {
  n30: 'price.reviewN30',
  n100: 'price.reviewN100',
  n400: 'price.reviewN400',
  n1000: 'price.reviewN1000',
} as const satisfies Readonly<Record<ReviewSizeId, FirmParameterId>>;
const methodPrice = {
  satisfaction: 'price.reviewSatisfaction',
  equity: 'price.reviewEquity',
  valueMap: 'price.reviewValueMap',
  loyaltyMatrix: 'price.reviewLoyaltyMatrix',
  data: 'price.reviewData',
  targets: 'price.reviewTargets',
  retention: 'price.reviewRetention',
  training: 'price.reviewTraining',
  tco: 'price.reviewTco',
} as const satisfies Readonly<Record<ReviewMethodId, FirmParameterId>>;

/** Factor of a frame on the price of a sample. */
export function framePrice(frame: ReviewFrameId, p: FirmParameters): number {
  return { buyers: 1, known: p['price.reviewKnown'], everyone: p['price.reviewEveryone'] }[frame];
}

/** Units for asking the sample that a plan names. */
export function samplePrice(plan: QuarterPlan, p: FirmParameters): number {
  return p[sizePrice[plan['evl.size']]] * framePrice(plan['evl.frame'], p);
}

/** A price for each size of a sample. */
const atEachSize = (price: (size: ReviewSizeId) => number): Readonly<Record<ReviewSizeId, number>> =>
  Object.fromEntries(reviewSizeIds.map((size) => [size, price(size)])) as Record<ReviewSizeId, number>;

/** Sizes that a sample can shrink to, the planned one first. */
export const sizesDown = (size: ReviewSizeId): readonly ReviewSizeId[] => reviewSizeIds.slice(0, reviewSizeIds.indexOf(size) + 1).reverse();

export const pricePerMethod = (method: ReviewMethodId, p: FirmParameters): number => p[methodPrice[method]];

/** Internal methods that look into as many files as the sample is large; the same files do for all of them. */
const samplesFiles: readonly InternalMethodId[] = ['data', 'targets'];

/**
 * Parts of the bill, in the order in which money goes to them: the baseline wave if it is new, the external half with its sample, which
 * shrinks before the half is given up; then those internal methods that look into files with as many files, then each of the others.
 * @param order null where no review falls in the quarter
 */
export function reviewItems(plan: QuarterPlan, last: QuarterPlan, order: ReviewOrder | null | undefined, p: FirmParameters): ReviewItem[] {
  const items: ReviewItem[] = [];
  if (plan['evl.baseline'] === 'yes' && last['evl.baseline'] === 'no') {
    items.push({ card: 'evl.plan', units: samplePrice(plan, p), bundle: 'baseline', controls: ['evl.baseline'] });
  }
  if (!order) return items;
  const external = order.external ? plan['evl.external'] : [];
  const sample = (bundle: string, price: (size: ReviewSizeId) => number): void =>
    void items.push({ card: 'evl.sample', units: price(plan['evl.size']), bundle, bySize: atEachSize(price), controls: [] });
  if (external.length > 0) sample('external', (size) => samplePrice({ ...plan, 'evl.size': size }, p));
  for (const option of external) {
    const drops = { control: 'evl.external', option } as const;
    items.push({ card: 'evl.methods', units: pricePerMethod(option, p), bundle: 'external', drops, controls: [] });
  }
  if (plan['evl.internal'].some((method) => samplesFiles.includes(method))) sample('files', (size) => p[sizePrice[size]]);
  for (const option of plan['evl.internal']) {
    const drops = { control: 'evl.internal', option } as const;
    items.push({
      card: 'evl.methods',
      units: pricePerMethod(option, p),
      bundle: samplesFiles.includes(option) ? 'files' : option,
      drops,
      controls: [],
    });
  }
  return items;
}
