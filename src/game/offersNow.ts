/** What the companies of a world offer, as their plans stand. */

import type { EventSpec } from '../company/firm.ts';
import { underPlatformChange } from '../company/otherChannels.ts';
import { parametersOf } from '../company/parameters.ts';
import { offerOf } from '../company/quarter.ts';
import { rivalOffer } from '../company/rival.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import type { PlayedCompany, World } from './world.ts';

/** Offers of all companies as their plans stand, in company order; `strikes` are the events that concern a firm now. */
export function offersOf(
  world: Pick<World, 'market' | 'rivals' | 'expectedContacts'> & {
    played: readonly Pick<PlayedCompany, 'index' | 'firm' | 'spec' | 'inForce' | 'classes' | 'models' | 'rewards' | 'campaign'>[];
  },
  strikes: (firm: string) => readonly EventSpec[] = () => [],
): CompanyOffer[] {
  const offers: CompanyOffer[] = [];
  const { segments } = world.market.spec;
  const realPeople = world.market.people * world.market.represents;
  for (const company of world.played) {
    const usual = offerOf(
      company.firm,
      company.spec,
      company.inForce,
      segments,
      world.expectedContacts[company.index]!,
      realPeople,
      company.classes,
      company.models?.lists ?? null,
      company.rewards,
    );
    const { firm, spec, inForce } = company;
    const offer = underPlatformChange(usual, firm, inForce, strikes(spec.id), parametersOf(spec));
    offers[company.index] = company.campaign === null ? offer : { ...offer, campaign: company.campaign.treatment };
  }
  for (const rival of world.rivals) {
    offers[rival.index] = rivalOffer(rival.state, rival.spec, segments, world.expectedContacts[rival.index]!, strikes(rival.spec.id));
  }
  return offers;
}
