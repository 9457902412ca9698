/** What a company can see of a quarter without asking: its books and logs, weighed by what a simulated customer represents. */

import { causeIds, type CauseId } from '../market.ts';
import type { ObservedQuarter } from '../outcome.ts';
import type { Market } from './market.ts';
import type { MarketQuarter } from './quarter.ts';
import { at, toldOffset, total } from './tallies.ts';

export function observe(market: Market, played: MarketQuarter, k: number): ObservedQuarter {
  const segments = market.spec.segments.length;
  const weight = market.represents;
  const sum = (offset: number): number => total(played.tallies, segments, k, offset) * weight;
  const reasonsTold: Partial<Record<CauseId, number>> = {};
  causeIds.forEach((cause, index) => {
    const told = sum(toldOffset(index));
    if (told > 0) reasonsTold[cause] = told;
  });
  const seen = market.spec.relation === 'contractual' ? accountsOf(sum) : buyersOf(market, k, sum);
  const serviceContacts = sum(at.serviceContacts);
  const claims = sum(at.claims);
  // The log cannot tell a claim without cause from a complaint.
  const complaints = sum(at.voiced) + claims;
  return {
    revenue: sum(at.revenue),
    contribution: sum(at.contribution),
    purchases: sum(at.purchases),
    ...seen,
    serviceContacts,
    firmContacts: sum(at.firmContacts),
    waitedTooLong: played.waits[k]!,
    load: played.load[k]!,
    failuresLogged: complaints,
    complaints,
    complaintsSettled: sum(at.recovered) + claims,
    reasonsTold,
    care: serviceContacts > 0 ? (100 * sum(at.care)) / serviceContacts : 0,
    consentWithdrawn: sum(at.consentWithdrawn),
  };
}

type Accounts = Pick<ObservedQuarter, 'accounts' | 'accountsBefore' | 'opened' | 'closed'>;

/** Under contract every account is in the books. */
function accountsOf(sum: (offset: number) => number): Accounts {
  const accounts = sum(at.customers);
  const opened = sum(at.gained);
  const closed = sum(at.lost);
  return { accounts, accountsBefore: accounts - opened + closed, opened, closed };
}

/** Without contracts nobody opens or closes anything: the till sees who buys. */
function buyersOf(market: Market, k: number, sum: (offset: number) => number): Accounts {
  return { accounts: sum(at.buyers), accountsBefore: market.carry.buyersBefore[k]! * market.represents, opened: 0, closed: 0 };
}
