/** Customers whose complaint the front line could not settle, with words of their own. */

import { isCured } from '../company/conflict/conflictState.ts';
import { criteriaOf } from '../company/conflict/triage.ts';
import type { ComplaintSpec } from '../scenario/scenario.ts';
import { hashText, keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { casePriorFailures } from '../sim/truth/caseCustomer.ts';
import { unsettledComplaints } from '../sim/truth/unsettled.ts';
import { dutyOf, isSafety } from './conflictDials.ts';
import { type Candidate, severityPoints } from './candidate.ts';
import type { PlayedCompany, World } from './world.ts';

const MOST_REPEATS = 2;
/** A customer of whom the books say little still brings this much of a mean one. */
const LEAST_WORTH = 0.5;
/** Where people can come to harm, severity is never less. */
const SAFETY_HARM = 0.8;

/** Places of a quarter's words in the order of all complaints: the same whatever luck does, so that a move means the same case. */
export type WordsOfQuarter = readonly number[];

/** Complaints in the order in which this population tells them. */
function toldInOrder({ scenario, market }: World): ComplaintSpec[] {
  const place = ({ id }: ComplaintSpec): number => keyedUnit(market.populationSeed, purpose.complaintOrder, hashText(id), 0, 0);
  return [...(scenario.complaints ?? [])]
    .map((each) => ({ each, at: place(each) }))
    .sort((a, b) => a.at - b.at || (a.each.id < b.each.id ? -1 : 1))
    .map(({ each }) => each);
}

/** The words of the quarter with their place in it, less those whose cause is gone: those complaints do not come. */
function words(world: World, { firm }: PlayedCompany, places: WordsOfQuarter): { told: ComplaintSpec; place: number }[] {
  const order = toldInOrder(world);
  return places
    .map((at, place) => ({ told: order[at], place }))
    .filter((each): each is { told: ComplaintSpec; place: number } => each.told !== undefined)
    .filter(
      ({ told: { fault, told } }) => told === undefined || fault !== 'firm' || !isCured(firm.conflict, '', told.codes.root, world.quarter),
    );
}

/** The heaviest unsettled complaints of the quarter played last, one for each of its words. @param complained by person, as the company noted it */
export function complaintCandidates(world: World, company: PlayedCompany, complained: Uint8Array, of: WordsOfQuarter): Candidate[] {
  const { market, quarter, scenario } = world;
  const texts = words(world, company, of);
  if (texts.length === 0) return [];
  const { books, history } = company;
  const accounts = Math.max(1, books?.accounts ?? 0);
  const failing = (books?.complaints ?? 0) / accounts;
  const usual = (books?.revenue ?? 0) / accounts;
  return unsettledComplaints(market, complained, company.index, quarter, texts.length).map(
    ({ customer, severity, worth }, heaviest): Candidate => {
      const { told, place } = texts[heaviest]!;
      // The failure at hand is counted already.
      const priorFailures = Math.min(MOST_REPEATS, Math.max(0, casePriorFailures(market, customer) - 1));
      const { temper, fault, urgent } = told;
      const grievance = { temper, fault, urgent, duty: told.duty || dutyOf(scenario, told.told?.codes.root ?? null) };
      const harm = isSafety(scenario, told.told?.codes.root ?? null) ? Math.max(severity, SAFETY_HARM) : severity;
      const criteria = criteriaOf(harm, worth, failing, priorFailures, grievance);
      const yearlyValue = 4 * history.spending[customer]!;
      const known = yearlyValue > 0 && usual > 0 ? yearlyValue / (4 * usual) : null;
      return {
        id: told.id,
        kind: 'customer',
        place,
        again: false,
        between: null,
        customer,
        yearlyValue,
        trueSeverity: severityPoints(criteria),
        criteria,
        file: {
          ...grievance,
          priorFailures,
          loss: severity * usual * Math.max(LEAST_WORTH, known ?? 1),
          worth: known,
          others: 1000 * failing,
        },
      };
    },
  );
}
