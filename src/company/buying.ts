/** Purchases of a quarter against the money there is for them: bundles whole or not at all, samples as large as can be paid. */

import type { ControlId, QuarterPlan } from './controls.ts';
import type { CostItem } from './costs.ts';
import type { FirmState } from './firm.ts';
import type { Reason } from './guards.ts';
import { sizesDown } from './review/reviewBill.ts';
import { reviewSizes, type ReviewSizeId } from './review/reviewOptions.ts';

/** Purchases in the order of the catalogue, those that are made together as one. */
function bundlesOf(items: readonly CostItem[]): (readonly CostItem[])[] {
  const bundles: CostItem[][] = [];
  for (const item of items) {
    if (item.kind !== 'once') continue;
    const begun = item.bundle === undefined ? undefined : bundles.find(([first]) => first!.bundle === item.bundle);
    if (begun === undefined) bundles.push([item]);
    else begun.push(item);
  }
  return bundles;
}

const total = (items: readonly CostItem[]): number => items.reduce((sum, { units }) => sum + units, 0);
const atSize = (bundle: readonly CostItem[], size: ReviewSizeId): CostItem[] =>
  bundle.map((item) => (item.bySize === undefined ? item : { ...item, units: item.bySize[size] }));

export interface Bought {
  /** What was bought, at the price paid. */
  bought: readonly CostItem[];
  /** The plan less what was not bought, with the sample that could be paid. */
  plan: QuarterPlan;
  refused: Reason[];
}

/**
 * Buys what the money is there for, in the order of the items. Refuses with code `budget` (units there, units needed), and says with
 * `budget.sample` (people asked, people planned) where a sample was made smaller.
 * @param money units that may be spent on purchases
 */
export function buy(items: readonly CostItem[], plan: QuarterPlan, { lastPlan }: FirmState, money: number): Bought {
  let left = money;
  let size = plan['evl.size'];
  const refused: Reason[] = [];
  const bought: CostItem[] = [];
  const reverted = { ...plan } as Record<ControlId, QuarterPlan[ControlId]>;
  for (const bundle of bundlesOf(items)) {
    // Files are looked up in as large a number as customers are asked: only asking makes the sample smaller.
    const sizes = bundle[0]!.bundle === 'external' ? sizesDown(size) : [size];
    const fits = sizes.find((each) => total(atSize(bundle, each)) <= left);
    if (fits !== undefined) {
      const paid = atSize(bundle, fits);
      if (fits !== size) {
        refused.push({ code: 'budget.sample', actual: reviewSizes[fits], required: reviewSizes[size], card: 'evl.sample' });
        size = fits;
      }
      left -= total(paid);
      bought.push(...paid);
      continue;
    }
    refused.push({ code: 'budget', actual: Math.max(0, left), required: total(atSize(bundle, sizes.at(-1)!)), card: bundle.at(-1)!.card });
    for (const { controls, drops } of bundle) {
      for (const control of controls) reverted[control] = lastPlan[control];
      if (drops) reverted[drops.control] = (reverted[drops.control] as readonly string[]).filter((one) => one !== drops.option) as never;
    }
  }
  reverted['evl.size'] = size;
  return { bought, plan: reverted as unknown as QuarterPlan, refused };
}
