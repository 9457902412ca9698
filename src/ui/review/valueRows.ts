/** Customer value analysis as rows of a table, and what it comes to. */

import type { Found, Measured } from '../../game/known/valueMap.ts';
import { needIds, type NeedId } from '../../sim/market.ts';

export interface AttributeRow {
  need: NeedId;
  weight: Measured;
  rating: Measured;
  /** The rival that is rated highest; null where no rival was rated. */
  best: (Measured & { company: string }) | null;
}

/** Whether an offer gives more than it costs, less, or neither can be said: the interval decides. */
export function valueFinding({ low, high }: Measured): 'better' | 'worse' | 'fair' {
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'fair';
}

/** What customers weigh, the weightiest first, with the firm's rating and the best of its rivals. @param companies ids */
export function attributeRows(figures: readonly Found[], companies: readonly string[], own: string): AttributeRow[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const measured = (id: string): Measured[] => {
    const { value = null, low = null, high = null } = byId.get(id) ?? {};
    return value === null || low === null || high === null ? [] : [{ value, low, high }];
  };
  return needIds
    .flatMap((need): AttributeRow[] => {
      const [weight] = measured(`weight.${need}`);
      const [rating] = measured(`own.${need}`);
      if (!weight || !rating) return [];
      const rivals = companies.flatMap((company) =>
        company === own ? [] : measured(`${company}.${need}`).map((found) => ({ ...found, company })),
      );
      const best = rivals.reduce<AttributeRow['best']>((most, each) => (most === null || each.value > most.value ? each : most), null);
      return [{ need, weight, rating, best }];
    })
    .sort((a, b) => b.weight.value - a.weight.value);
}
