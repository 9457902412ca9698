/** What the market met in a quarter, kept for the comparison of cards with the truth: contacts, offers of all firms, pressure, money. */

import { budgetIds, type GenericId, type QuarterPlan } from '../../company/controls.ts';
import type { FirmState } from '../../company/firm.ts';
import { givenAway } from '../../company/forces.ts';
import { inForce } from '../../company/inForce.ts';
import { parametersOf } from '../../company/parameters.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import { at, ROW } from '../../sim/truth/tallies.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { bestContactRates } from './contactRate.ts';
import { offersOf } from '../offersNow.ts';
import type { PlayedCompany, World } from '../world.ts';

/** Contacts of the firm's own with one segment in a quarter, in real contacts and currency. */
export interface ContactsMade {
  /** Grain set and in force, 0-100. */
  mode: number;
  /** Grain that customers met, 0-100: without a programme that delivers it less than what was set. */
  delivered: number;
  made: number;
  /** What they cost, the further cost of grain included. */
  cost: number;
  /** Purchases that they and their offers are expected to have brought. */
  responses: number;
  /** Customers treated by a record that is somebody else's or out of date. */
  wrong: number;
}

/** What everybody can see of an offer: price over the market's (1 = the same), the rest shares 0-1; care with the tie of known staff. */
export interface Offered {
  price: number;
  quality: number;
  convenience: number;
  brand: number;
  care: number;
}
export type OfferedBy = Readonly<Record<string, Offered>>;

/** Levers that a generic strategy strengthens or neglects. */
export const leverIds = ['costToServe', 'quality', 'core'] as const;
export type LeverId = (typeof leverIds)[number];

export interface QuarterMet {
  contacts: Readonly<Record<string, ContactsMade>>;
  offered: OfferedBy;
  /** Share 0-1 of the price that buyers pressed out. */
  givenAway: number;
  generic: GenericId;
  /** Units of the CRM budget that worked on each lever. */
  onLever: Readonly<Record<LeverId, number>>;
  /** By segment: contacts a quarter at which relations gain most; runs kept by older engines have none. */
  bestRates?: Readonly<Record<string, number | null>>;
}

/** A quarter of the learner's firm: the plan that held, less what was refused, the firm as the quarter ended, and what the market met. */
export interface CardsQuarter {
  quarter: number;
  plan: QuarterPlan;
  firm: FirmState;
  met: QuarterMet;
}

const seen = ({ price, quality, convenience, brand, care, tie }: CompanyOffer): Offered => ({
  price,
  quality,
  convenience,
  brand,
  care: Math.min(1, care + tie),
});

const byFirm = (world: World, offers: readonly CompanyOffer[]): OfferedBy =>
  Object.fromEntries(world.scenario.firms.map(({ id }, k) => [id, seen(offers[k]!)]));

/** What each firm offers as the world stands. */
export const offeredNow = (world: World): OfferedBy => byFirm(world, offersOf(world));

/** The quarter just played of the learner's firm. */
export function cardsQuarter(world: World, played: PlayedQuarter): CardsQuarter {
  const { company, opened } = played.companies[0]!;
  const { firm, inForce: plan, spec } = company;
  return {
    quarter: world.quarter,
    plan,
    firm,
    met: {
      contacts: contactsOf(world, played, company, opened),
      offered: byFirm(world, played.offers),
      givenAway: givenAway(opened, spec, plan, parametersOf(spec)),
      generic: inForce(opened, plan, 'biz.generic'),
      onLever: onLever(company, opened),
      bestRates: bestContactRates(world, company.index),
    },
  };
}

function contactsOf(
  world: World,
  played: PlayedQuarter,
  { index, inForce: plan }: PlayedCompany,
  opened: FirmState,
): QuarterMet['contacts'] {
  const { segments } = world.market.spec;
  const weight = world.market.represents;
  const offer = played.offers[index]!;
  const modes = inForce(opened, plan, 'cus.mode');
  return Object.fromEntries(
    segments.map(({ id }, s): [string, ContactsMade] => {
      const row = (index * segments.length + s) * ROW;
      const count = (field: number): number => played.market.tallies[row + field]! * weight;
      const made = count(at.firmContacts);
      const { grain, contactFactor = 1 } = offer.segments[s]!;
      const cost = made * offer.contactCost * contactFactor;
      const [responses, wrong] = [count(at.responses), count(at.wrongPersonalisations)];
      return [id, { mode: modes[id] ?? 0, delivered: 100 * grain, made, cost, responses, wrong }];
    }),
  );
}

/** The lever that each part of the budget works on: service and technology redraw and equip work, people serve, marketing and sales reach the core. */
const leverOf = { marketing: 'core', sales: 'core', service: 'costToServe', people: 'quality', technology: 'costToServe' } as const;

function onLever({ inForce: plan }: PlayedCompany, opened: FirmState): QuarterMet['onLever'] {
  const budget = inForce(opened, plan, 'biz.budget');
  const total = budgetIds.reduce((sum, part) => sum + budget[part], 0);
  const spend = inForce(opened, plan, 'biz.spend') * opened.funded;
  const units = { costToServe: 0, quality: 0, core: 0 };
  for (const part of budgetIds) if (total > 0) units[leverOf[part]] += (spend * budget[part]) / total;
  return units;
}
