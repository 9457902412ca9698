/** Whom a campaign addresses: customers on file who are meant by the plan and agreed to offers, less those kept out by lot to compare. */

import { campaignOffer, controlShare } from '../../company/campaign.ts';
import { parametersOf } from '../../company/parameters.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { purpose } from '../../sim/purposes.ts';
import { topOf } from '../../sim/records/models.ts';
import { consentFor, consentState } from '../../sim/records/records.ts';
import { knownCustomers } from '../models/files.ts';
import type { PlayedCompany, World } from '../world.ts';
import type { CampaignAtWork } from './atWork.ts';

/** Value classes whose customers a campaign to the upper classes means: most valuable and most growable. */
const MOST_CLASS = 2;

/** True if offers may be sent: consent for them given, or claimed where no law asks for more. */
function mayOffer({ records }: PlayedCompany, i: number): boolean {
  const state = consentFor(records, i, 1);
  return state === consentState.valid || (state === consentState.claimed && !records.onlyValidConsent);
}

/** Those meant among the customers on file; null where the plan names classes or a list that do not exist. */
function meantOf(company: PlayedCompany, onFile: readonly number[], part: number): readonly number[] | null {
  const { history, classes, models, inForce: plan } = company;
  const third = (score: (i: number) => number): number[] => topOf(onFile.map(score), part).map((place) => onFile[place]!);
  switch (plan['cam.target']) {
    case 'all':
      return onFile;
    case 'heavy':
      return third((i) => history.spending[i]!);
    case 'light':
      return third((i) => -history.spending[i]!);
    case 'classes':
      return classes === null ? null : onFile.filter((i) => classes[i]! > 0 && classes[i]! <= MOST_CLASS);
    case 'list': {
      if (models === null) return null;
      const { scored, models: bought } = models;
      const by = bought.includes('potential') ? scored.potential : bought.includes('churn') ? scored.churn : scored.rfm;
      const wanted = new Set(onFile);
      const places = Array.from(scored.person, (_, place) => place).filter((place) => wanted.has(scored.person[place]!));
      return topOf(
        places.map((place) => by[place]!),
        part,
      ).map((at) => scored.person[places[at]!]!);
    }
  }
}

/** The campaign of the quarter that begins as `world.quarter`, with what the one before brought forward; null where there is neither. */
export function campaignNow(world: World, company: PlayedCompany): CampaignAtWork | null {
  const { inForce: plan, ahead, worn } = company;
  const offer = campaignOffer(plan);
  if (offer === null && ahead === null) return null;
  const of = new Uint8Array(world.market.people);
  if (offer === null) return { run: null, treatment: { offer, of, ahead, worn } };
  const wanted = plan['cam.segments'];
  const { segment } = world.market.columns;
  const ids = world.market.spec.segments.map(({ id }) => id);
  const known = Array.from(knownCustomers(world, company, world.quarter - 1));
  const inSegments = wanted.length === 0 ? known : known.filter((i) => wanted.includes(ids[segment[i]!]!));
  const found = meantOf(company, inSegments, parametersOf(company.spec)['campaign.third']);
  const meant = found ?? inSegments;
  const reachable = meant.filter((i) => mayOffer(company, i));
  const out = controlShare(plan);
  const lot = (i: number): number => keyedUnit(world.market.luckSeed, purpose.campaignControl, i, world.quarter, company.index);
  for (const i of reachable) of[i] = lot(i) < out ? 2 : 1;
  return {
    run: {
      offer,
      target: plan['cam.target'],
      targeted: found !== null,
      control: plan['cam.control'],
      onFile: known.length,
      meant: meant.length,
      reachable: reachable.length,
    },
    treatment: { offer, of, ahead, worn },
  };
}
