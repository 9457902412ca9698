/** Cases out of the simulation itself: customers whom the front line could not content come to the inbox with words of their own. */

import { criteriaOf } from '../company/conflict/triage.ts';
import { severityOf } from '../company/conflict/situation.ts';
import { usualParameters } from '../company/parameters.ts';
import type { ComplaintSpec, Scenario } from '../scenario/scenario.ts';
import { hashText, keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { casePriorFailures } from '../sim/truth/caseCustomer.ts';
import { unsettledComplaints } from '../sim/truth/unsettled.ts';
import type { RaisedCase } from './caseView.ts';
import type { PlayedCompany, World } from './world.ts';

/** First quarter whose inbox holds such cases, and the one from which there are two. */
const FIRST = 3;
const TWO_FROM = 7;
const MOST_REPEATS = 2;

/** Complaints in the order in which this population tells them. */
function toldInOrder(complaints: readonly ComplaintSpec[], populationSeed: number): ComplaintSpec[] {
  const place = ({ id }: ComplaintSpec): number => keyedUnit(populationSeed, purpose.complaintOrder, hashText(id), 0, 0);
  return complaints
    .map((each) => ({ each, at: place(each) }))
    .sort((a, b) => a.at - b.at || (a.each.id < b.each.id ? -1 : 1))
    .map(({ each }) => each);
}

/** Cases that the inbox of a quarter asks for, scripted ones included. */
const wanted = (quarter: number): number => (quarter < FIRST ? 0 : quarter < TWO_FROM ? 1 : 2);

/** Place of the first case of a quarter's inbox among all that a run may ask for, so that a what-if leaves the later words alone. */
function firstPlace(quarter: number): number {
  let place = 0;
  for (let before = FIRST; before < quarter; before += 1) place += wanted(before);
  return place;
}

/** Cases raised by what happened in the quarter played last; none in the middle of a round, which nobody could read. */
export function raisedNow(world: World, company: PlayedCompany, complained: Uint8Array): RaisedCase[] {
  const { scenario, market, quarter } = world;
  const { complaints } = scenario;
  if (complaints === undefined || quarter % scenario.quartersPerRound !== 0 || quarter >= scenario.quarters) return [];
  const next = quarter + 1;
  const scripted = scenario.cases.filter((each) => each.quarter > next - scenario.quartersPerRound && each.quarter <= next).length;
  const count = Math.max(0, wanted(next) - scripted);
  const order = toldInOrder(complaints, market.populationSeed).slice(firstPlace(next), firstPlace(next) + count);
  const failing = company.books === null ? 0 : company.books.complaints / Math.max(1, company.books.accounts);
  return unsettledComplaints(market, complained, company.index, quarter, order.length).map(({ customer, severity, worth }, place) => {
    const { id, temper, fault, duty, urgent } = order[place]!;
    // The failure at hand is counted already.
    const priorFailures = Math.min(MOST_REPEATS, Math.max(0, casePriorFailures(market, customer) - 1));
    const grievance = { temper, fault, duty, urgent };
    const criteria = criteriaOf(severity, worth, failing, priorFailures, grievance);
    return {
      id,
      slot: slotOfRaised(scenario, next, place),
      quarter: next,
      severity: Math.round(severityOf(criteria, usualParameters)),
      customer,
      yearlyValue: 4 * company.history.spending[customer]!,
      file: { ...grievance, criteria, priorFailures },
    };
  });
}

/** Slot after those of the scripted cases of the quarter. */
function slotOfRaised({ cases }: Scenario, quarter: number, place: number): string {
  return `q${quarter}.customer.${cases.filter((each) => each.quarter === quarter).length + place + 1}`;
}
