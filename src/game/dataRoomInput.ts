/** What the data room is read from: a firm's records, rights and risk as the world stands. */

import { adoptionInUse } from '../company/adoption.ts';
import { breachChance, exposureOf } from '../company/breach.ts';
import { syncedChannels } from '../company/channels.ts';
import type { QuarterPlan } from '../company/controls.ts';
import type { FirmState } from '../company/firm.ts';
import { parametersOf } from '../company/parameters.ts';
import { sharedPairs } from '../company/stocks.ts';
import { channelIds } from '../sim/market.ts';
import { type ListId, listIds } from '../sim/records/recordActions.ts';
import { siloOfChannel } from '../sim/truth/usable.ts';
import type { DataRoomInput } from './known/dataRoom.ts';
import type { PlayedCompany, World } from './world.ts';

/** Lists of the channels that pass on at once what was said. */
const listsTold = (firm: FirmState, plan: QuarterPlan): ListId[] => {
  const told = syncedChannels(firm, plan).map((id) => siloOfChannel(channelIds.indexOf(id)));
  return listIds.filter((_, silo) => told.includes(silo));
};

/** Rights, fields and risk are those that the plan of the quarter played last will have in force in the next. */
export function dataRoomInput({ market }: World, company: PlayedCompany): DataRoomInput {
  const { firm, spec, inForce: plan, standing, breach } = company;
  const { silos, usefulFields } = spec.records!;
  const p = parametersOf(spec);
  const exposure = exposureOf(firm, spec, plan, p);
  return {
    records: company.records,
    people: market.people,
    represents: market.represents,
    audit: company.audit,
    claimed: company.claimed,
    lists: silos,
    usefulFields,
    askedFields: plan['dat.fields'],
    fieldPrice: p['price.field'],
    flow: { store: firm.store, rights: sharedPairs(firm, plan, p), adoption: adoptionInUse(firm), told: listsTold(firm, plan) },
    exposure,
    chance: breachChance(exposure, p),
    breach: breach?.struck === true ? { withdrew: breach.withdrew, told: standing.onBreach === 'tellCustomers' } : null,
  };
}
