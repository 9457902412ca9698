/** What became of the campaign of a quarter, as the books can tell and as it truly was. */

import { campaignPrice } from '../../company/campaign.ts';
import { moneyOf, unitValue } from '../../company/money.ts';
import { parametersOf } from '../../company/parameters.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import type { CompanyTouches } from '../../sim/truth/context.ts';
import type { PlayedCompany, World } from '../world.ts';
import type { CampaignDone, CampaignGroup } from './atWork.ts';

const ADDRESSED = 1;
const KEPT = 2;
/** Campaigns of late below which nothing is felt. */
const FELT = 0.05;
const noGroup = (): CampaignGroup => ({ n: 0, purchases: 0, squares: 0, revenue: 0, optedOut: 0 });

/** Null where there was none. Purchases brought forward are taken down for the next quarter. */
export function campaignDone(
  { market, quarter }: World,
  company: PlayedCompany,
  touches: CompanyTouches,
  { contactCost, segments }: CompanyOffer,
): CampaignDone | null {
  const { campaign } = company;
  const touch = touches.campaign;
  company.ahead = null;
  company.worn = wornAfter(company, market.parameters['campaign.wearMemory']);
  if (campaign === null || campaign.run === null || touch === null) return null;
  const { of, offer } = campaign.treatment;
  const forward = market.parameters[`campaign.ahead.${offer!}`];
  const done = {
    quarter,
    run: campaign.run,
    addressed: noGroup(),
    kept: noGroup(),
    responded: 0,
    respondedRevenue: 0,
    givenAway: 0,
    contactCost: 0,
    price: campaignPrice(company.inForce, parametersOf(company.spec)) * unitValue(moneyOf(company.spec)),
    more: 0,
    forward: 0,
    without: 0,
    worth: touch.worth,
    givenAnyway: 0,
    optedOutOver: 0,
  };
  for (let i = 0; i < market.people; i += 1) {
    if (of[i] !== ADDRESSED && of[i] !== KEPT) continue;
    const group = of[i] === ADDRESSED ? done.addressed : done.kept;
    const purchases = touches.purchases[i]!;
    group.n += 1;
    group.purchases += purchases;
    group.squares += purchases * purchases;
    group.revenue += touches.revenue[i]!;
    if (touches.withdrew[i] === 1 || touches.unsubscribed[i] === 1) group.optedOut += 1;
    if (of[i] !== ADDRESSED) continue;
    done.contactCost += contactCost * (segments[market.columns.segment[i]!]!.contactFactor ?? 1);
    const more = touch.more[i]!;
    const without = touch.without[i]!;
    done.responded += touch.responded[i]!;
    if (touch.responded[i] === 1) done.respondedRevenue += touches.revenue[i]!;
    done.givenAway += touch.givenAway[i]!;
    done.more += more;
    done.without += without;
    if (more + without > 0) done.givenAnyway += (touch.givenAway[i]! * without) / (more + without);
    done.optedOutOver += touch.optedOut[i]!;
  }
  done.forward = done.more * forward;
  company.ahead = touch.more.map((more) => more * forward);
  return done;
}

/** Campaigns of late after a quarter; null where none is felt any more. */
function wornAfter({ worn, campaign }: PlayedCompany, memory: number): Float32Array | null {
  const of = campaign?.run ? campaign.treatment.of : null;
  if (worn === null && of === null) return null;
  const now = Float32Array.from(of ?? worn!, (_, i) => memory * ((worn?.[i] ?? 0) + (of?.[i] === ADDRESSED ? 1 : 0)));
  return now.some((felt) => felt > FELT) ? now : null;
}

/** Price of an offer as rivals see it: a discount to so many that it gets about is a price. */
export function seenPrice({ market, played }: World, { price, campaign }: CompanyOffer): number {
  if (!campaign || campaign.offer !== 'discount') return price;
  const company = played.find((each) => each.campaign?.treatment === campaign);
  if (company === undefined || company.books === null) return price;
  const addressed = (company.campaignDone?.addressed.n ?? 0) * market.represents;
  const seen = addressed >= parametersOf(company.spec)['campaign.seen'] * company.books.accounts;
  return seen ? price * (1 - market.parameters['campaign.discount']) : price;
}
