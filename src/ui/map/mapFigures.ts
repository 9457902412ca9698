/** Figures on the axes of the map. */

import { formatter } from '../format.ts';

/** A round number short enough for an axis: 300, 1 N, 3 Tr. */
export const shortNumber = (value: number): string => formatter({ notation: 'compact' }).format(value);

/** The sign of a currency as the reader's language writes it, never one that several currencies share: €, ₫, HK$. */
export function currencySign(currency: string): string {
  const parts = formatter({ style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
