/** Channels that others run, in the books and the records of a quarter. */

import { channelsInUse, roleOf } from '../company/channels.ts';
import { commissionOn, toldByOthers } from '../company/otherChannels.ts';
import { parametersOf } from '../company/parameters.ts';
import { planInForce } from '../company/inForce.ts';
import { recordActionsOf } from '../company/quarter.ts';
import { inChannel } from '../sim/channelLog.ts';
import { channelIds } from '../sim/market.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import type { ToldByOthers } from '../sim/records/otherChannels.ts';
import type { RecordActions } from '../sim/records/recordActions.ts';
import type { ChannelInput } from './known/channelSheet.ts';
import type { PlayedCompany, World } from './world.ts';

/** What those who run channels keep of the quarter's sales, in currency; nothing to say where nobody does. @param log of the company's channels */
export function commissionBilled({ market }: World, log: Float64Array, offer: CompanyOffer): { commission?: number } {
  const revenue = channelIds.map((_, channel) => inChannel(log, channel, 'revenue') * market.represents);
  const commission = commissionOn(revenue, offer);
  return commission === 0 ? {} : { commission };
}

/** What they pass on of the customers they meet, for the records. */
export function toldTo(
  world: World,
  { firm, spec, inForce }: PlayedCompany,
  actions: RecordActions,
): { told?: readonly (ToldByOthers | null)[] } {
  const told = toldByOthers(firm, planInForce(firm, inForce), world.market.spec.segments, actions, parametersOf(spec));
  return told === undefined ? {} : { told };
}

/** What the firm's contracts say of channels that others run in the quarter just played: their commission, and what they pass on. */
export function othersOf(
  world: World,
  company: PlayedCompany,
  { opened }: { opened: PlayedCompany['firm'] },
  { channels }: CompanyOffer,
): Pick<ChannelInput, 'others'> {
  if (!channels?.others) return {};
  const then = { ...company, firm: opened };
  const { told } = toldTo(world, then, recordActionsOf(opened, company.spec, company.inForce));
  return told === undefined ? {} : { others: { commission: channels.others.commission, told } };
}

const MARKETPLACE = channelIds.indexOf('marketplace');

/** True for a person who buys on a platform and is on no file of the firm: an order number can join nothing. */
export function isNameless({ columns, spec }: World['market'], { firm, inForce, records }: PlayedCompany, i: number): boolean {
  if (columns.channel[i] !== MARKETPLACE || records.held[i] !== 0) return false;
  return roleOf(firm, planInForce(firm, inForce), 'chn.sell', channelsInUse(spec.segments)).includes('marketplace');
}
