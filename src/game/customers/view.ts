/** A closed run's last quarter as the comparison of customers with the truth reads it. */

import { CustomerValues } from '../../sim/truth/equity.ts';
import { C, CELL_ROW } from '../../sim/truth/cells.ts';
import { isOwn } from '../gatherEvidence.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { recordsOf, type PlayedCompany, type World } from '../world.ts';

export interface CustomersView {
  world: World;
  company: PlayedCompany;
  played: PlayedQuarter;
  values: CustomerValues;
  /** Indices of the firm's customers now, ascending, and those of them whom it knows by name. */
  own: readonly number[];
  known: readonly number[];
}

/** The customers of a company as its last played quarter left them. */
export function viewOf(world: World, company: PlayedCompany, played: PlayedQuarter): CustomersView {
  const values = new CustomerValues(world.market, played.offers, recordsOf(world), world.quarter, company.index);
  const isCustomer = isOwn(world, company);
  const own: number[] = [];
  for (let i = 0; i < world.market.people; i += 1) if (isCustomer(i) && values.has(i)) own.push(i);
  return { world, company, played, values, own, known: own.filter((i) => company.records.held[i] !== 0) };
}

/** A number of the cell of a customer's segment, see `C`. */
export function cellOf({ values: { c }, company }: CustomersView, i: number, offset: number): number {
  return c.cells[(company.index * c.segments + c.columns.segment[i]!) * CELL_ROW + offset]!;
}
export { C };

/** part over whole; 0 where there is no whole. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
