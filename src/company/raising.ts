/** Which cards raise what a path or a pilot lacks: each names controls that the rules read when the figure moves (stocks.ts, adoption.ts). */

import { controlById, type CardId, type ControlId, type PathId } from './controls.ts';
import { stockIds, type StockId, type Stocks } from './firm.ts';
import type { Reason } from './guards.ts';
import { paths } from './paths.ts';

/** Controls that put work into a stock, the most direct first. */
export const raisesStock: Readonly<Record<StockId, readonly ControlId[]>> = {
  S: ['crm.people.reviews', 'crm.align', 'biz.budget'],
  L: ['crm.people.reviews', 'crm.people.sponsor'],
  X: ['crm.align', 'dat.share', 'crm.people.departments', 'biz.budget'],
  H: ['imp.train', 'crm.people.frontLine', 'imp.involve', 'biz.budget'],
  T: ['biz.budget', 'imp.tool'],
  Q: ['biz.budget', 'imp.process'],
};
/** Controls that raise how far the staff may come to use the tools. */
export const raisesAdoption: readonly ControlId[] = ['imp.involve', 'imp.style', 'imp.trial'];
const raises: Readonly<Record<string, readonly ControlId[]>> = {
  ...Object.fromEntries(stockIds.map((id) => [`stock.${id}`, raisesStock[id]])),
  adoption: raisesAdoption,
  information: ['dat.fields', 'dat.source', 'dat.clean', 'ana.buy'],
  consent: ['dat.consent', 'ana.buy'],
  costLines: ['crm.tco'],
  'card.business': ['biz.forces'],
  'card.customer': ['cus.core'],
};

/** What a gap consists of: the stocks under what the path asks, the furthest under it first. */
function short(path: PathId, stocks: Stocks): readonly StockId[] {
  if (path === 'stay') return [];
  const { required } = paths[path];
  const by = (id: StockId): number => required[id] - stocks[id];
  return stockIds.filter((id) => by(id) > 0).sort((a, b) => by(b) - by(a));
}

/** Cards that raise what is lacking, each once, the most direct first; empty where nothing that is decided raises it. */
export function cardsThatRaise({ code }: Reason, path: PathId, stocks: Stocks): readonly CardId[] {
  const controls = code === 'gap' ? short(path, stocks).flatMap((id) => raisesStock[id].slice(0, 1)) : (raises[code] ?? []);
  return [...new Set(controls.map((id) => controlById.get(id)!.card))];
}
