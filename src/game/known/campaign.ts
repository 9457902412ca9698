/** What a firm knows of its campaign: who bought with the offer, and, where some were kept out by lot, what the offer changed. */

import type { CampaignDone, CampaignGroup } from '../campaigns/atWork.ts';
import type { Estimate } from '../estimate.ts';
import { counted, unknown } from './figures.ts';

export interface CampaignSheet {
  quarter: number;
  offer: CampaignDone['run']['offer'];
  target: CampaignDone['run']['target'];
  /** False where the list or the classes named did not exist, so that everybody was meant. */
  targeted: boolean;
  /** Per cent kept out to compare. */
  control: number;
  /** Real customers on file, those meant, those who may be sent offers, those addressed, those kept out. */
  onFile: number;
  meant: number;
  reachable: number;
  addressed: number;
  kept: number;
  /** Share 0-1 of those addressed who bought with the offer: moved by it or not. */
  response: Estimate;
  /** Purchases a customer in the quarter, of those addressed and of those kept out. */
  bought: Estimate;
  usual: Estimate;
  /** Purchases a customer that the offer added: the difference of the two. */
  lift: Estimate;
  /** Shares 0-1 who opted out of offers in the quarter. */
  optedOut: Estimate;
  optedOutUsual: Estimate;
  /** Currency: what preparing and contacts cost, and what was taken off the price. */
  cost: number;
  givenAway: number;
  /** Currency after both: if all that was bought with the offer had come by it; and by what was added. */
  claim: number;
  gain: Estimate;
}

export interface CampaignInput {
  done: CampaignDone;
  represents: number;
  /** Margin 0-1 of revenue before contacts and service, from the books. */
  margin: number;
  /** Part of the quarter in which the offer held, 0-1. */
  window: number;
}

/** Half width of an 80% interval in standard errors. */
const Z80 = 1.2815515655446004;
const FEWEST = 2;
const mean = ({ n, purchases }: CampaignGroup): number => purchases / Math.max(1, n);

/** Variance of the mean of a group. */
const variance = ({ n, purchases, squares }: CampaignGroup): number => Math.max(0, squares - (purchases * purchases) / n) / (n - 1) / n;

const around = (value: number, half: number, n: number, asOf: number): Estimate => ({
  value,
  low: value - half,
  high: value + half,
  n,
  asOf,
  method: 'experiment',
  frame: 'addressable',
});

/** Interval of a difference of two means (Welch 1947), normal since groups are large; null without two in each group. */
function liftOf({ addressed, kept, quarter }: CampaignDone): Estimate {
  if (kept.n < FEWEST) return unknown('noControl');
  if (addressed.n < FEWEST) return unknown('noCustomersKnown');
  return around(mean(addressed) - mean(kept), Z80 * Math.sqrt(variance(addressed) + variance(kept)), addressed.n + kept.n, quarter);
}

export function campaignSheet({ done, represents, margin, window }: CampaignInput): CampaignSheet {
  const { run, addressed, kept, quarter } = done;
  const lift = liftOf(done);
  const perPurchase = addressed.purchases > 0 ? (addressed.revenue / addressed.purchases) * margin : 0;
  const cost = done.contactCost * represents + done.price;
  const givenAway = done.givenAway * represents;
  const gainOf = (more: number): number => more * addressed.n * represents * perPurchase - givenAway - cost;
  const share = (count: number, n: number): Estimate =>
    n === 0 ? unknown('noCustomersKnown') : counted(count / n, n, quarter, 'logs', 'addressable');
  return {
    quarter,
    ...{ offer: run.offer, target: run.target, targeted: run.targeted, control: run.control },
    onFile: run.onFile * represents,
    meant: run.meant * represents,
    reachable: run.reachable * represents,
    addressed: addressed.n * represents,
    kept: kept.n * represents,
    response: share(done.responded, addressed.n),
    bought: addressed.n === 0 ? unknown('noCustomersKnown') : counted(mean(addressed), addressed.n, quarter, 'books', 'addressable'),
    usual: kept.n < FEWEST ? unknown('noControl') : around(mean(kept), Z80 * Math.sqrt(variance(kept)), kept.n, quarter),
    lift,
    optedOut: share(addressed.optedOut, addressed.n),
    optedOutUsual: kept.n < FEWEST ? unknown('noControl') : share(kept.optedOut, kept.n),
    cost,
    givenAway,
    claim: done.respondedRevenue * window * margin * represents - givenAway - cost,
    gain: lift.value === null ? lift : { ...lift, value: gainOf(lift.value), low: gainOf(lift.low!), high: gainOf(lift.high!) },
  };
}
