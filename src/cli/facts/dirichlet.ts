/** The toothpaste market of Goodhardt, Ehrenberg & Chatfield 1984: penetration and purchases a buyer of eight brands in a quarter. */

import { factMarket, stillOffer } from './factMarket.ts';
import { correlation, type Figures } from './measured.ts';

/** Market shares per mille of the eight named brands, category purchases M and K, and polarisation S. */
export const brands = { colgate: 250, macleans: 190, closeUp: 100, signal: 100, ultrabrite: 90, gibbs: 80, boots: 30, sainsbury: 20 };
export const category = { mean: 1.456, shape: 0.779 };
export const polarisation = 1.3;

export function toothpaste(people: number, seed: number): Figures {
  const companies = Object.keys(brands);
  const offers = companies.map(() => stillOffer());
  const { play } = factMarket({
    relation: 'repertoire',
    people,
    seed,
    companies,
    segment: {
      rate: category,
      leaving: { alpha: 1, beta: 1 },
      suppliers: brands,
      polarisation,
      spend: { mean: 1, p: 1e9, q: 1e9 },
    },
    parameters: { 'leaving.scale': 0 },
  });
  const { touches } = play(1, offers);
  const figures: Record<string, number> = {};
  const penetrations: number[] = [];
  const purchases: number[] = [];
  touches.forEach((touch, k) => {
    let buyers = 0;
    let bought = 0;
    for (const paid of touch!.revenue) {
      const n = Math.round(paid);
      bought += n;
      if (n > 0) buyers += 1;
    }
    penetrations.push(buyers / people);
    purchases.push(bought / buyers);
    figures[`M1.${k + 1}`] = buyers / people;
    figures[`M2.${k + 1}`] = bought / buyers;
  });
  return { ...figures, M3: correlation(penetrations, purchases) };
}
