/** What keeping more customers would be worth: equity as it is, and with everybody's chance to stay lifted. A counterfactual of the value formula, not of the market. */

import { lifetimeFactor } from '../../sim/truth/formulas.ts';
import type { CustomersView } from './view.ts';

/** Points of a year's retention that the saying speaks of, as a share. */
export const MORE_KEPT = 0.05;

export interface RetentionWorth {
  /** Mean chance 0-1 that a customer is still there after a year. */
  yearly: number;
  /** Customer equity in currency: as it is, with five points more of a year's retention for everybody, and with a twentieth fewer leavers. */
  equity: number;
  fivePoints: number;
  twentieth: number;
  /** Quarters that the formula looks ahead, and its discount a quarter as a share. */
  horizon: number;
  discount: number;
}

/** Chance to stay a quarter when a year's chance is so many points higher; never more than certain. @param keep 0-1 a quarter */
export function keptFor(keep: number, points: number): number {
  const year = Math.min(1, keep * keep * keep * keep + points);
  return Math.sqrt(Math.sqrt(year));
}

/** The firm's present customers, each with his own margin and chance to stay, as the last quarter left them. */
export function retentionWorth({ own, values, world }: CustomersView): RetentionWorth {
  const { parameters } = world.market;
  const sums = { yearly: 0, equity: 0, fivePoints: 0, twentieth: 0 };
  for (const i of own) {
    const [margin, keep] = [values.margin(i), values.keep(i)];
    sums.yearly += keep * keep * keep * keep;
    sums.equity += margin * lifetimeFactor(keep, parameters);
    sums.fivePoints += margin * lifetimeFactor(keptFor(keep, MORE_KEPT), parameters);
    sums.twentieth += margin * lifetimeFactor(1 - (1 - keep) * (1 - MORE_KEPT), parameters);
  }
  const weight = world.market.represents;
  return {
    yearly: own.length > 0 ? sums.yearly / own.length : 0,
    equity: sums.equity * weight,
    fivePoints: sums.fivePoints * weight,
    twentieth: sums.twentieth * weight,
    horizon: parameters['equity.horizon'],
    discount: parameters['equity.discount'],
  };
}
