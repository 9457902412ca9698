/** What several methods of one review reckon with, made when it is first asked for: the market as the quarter left it, and what customers are worth. */

import type { CompanyOffer } from '../../sim/offer.ts';
import type { QuarterContext } from '../../sim/truth/context.ts';
import { CustomerValues } from '../../sim/truth/equity.ts';
import { ownNow } from '../gatherEvidence.ts';
import { recordsOf, type PlayedCompany, type World } from '../world.ts';

interface Of {
  world: World;
  company: PlayedCompany;
  offers: readonly CompanyOffer[];
}

export class Reckoning {
  private readonly of: Of;
  private made: CustomerValues | null = null;
  private listed: Int32Array | null = null;

  constructor(of: Of) {
    this.of = of;
  }

  /** True values of the firm's customers. */
  get values(): CustomerValues {
    const { world, company, offers } = this.of;
    return (this.made ??= new CustomerValues(world.market, offers, recordsOf(world), world.quarter, company.index));
  }

  /** Indices of the firm's customers, ascending. */
  get own(): Int32Array {
    return (this.listed ??= ownNow(this.of.world, this.of.company));
  }

  /** The market in the quarter to come. */
  get context(): QuarterContext {
    return this.values.c;
  }
}

/** That of the review, or one for a method that is asked by itself. */
export const reckoningOf = (asking: Of & { reckoning?: Reckoning }): Reckoning => asking.reckoning ?? new Reckoning(asking);
