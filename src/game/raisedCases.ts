/** The inbox out of the simulation itself: customers whom the front line could not content, disputes that were spoken of. */

import type { Scenario } from '../scenario/scenario.ts';
import { hashText, keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import type { Candidate } from './candidate.ts';
import type { RaisedCase } from './caseView.ts';
import { complaintCandidates } from './complaintCandidates.ts';
import { disputeCandidates, forgetReturned, type DisputesOfQuarter } from './disputeCandidates.ts';
import type { PlayedCompany, World } from './world.ts';

/** First quarter whose inbox holds such cases, the one from which two are asked for, and how many more are listed. */
const FIRST = 3;
const TWO_FROM = 7;
const LISTED = 2;
/** Points of severity that a kind of case gains by each round in which it was not asked for, at most so many rounds. */
const WAITED = 12;
const MOST_ROUNDS = 3;
/** What comes back goes first. */
const AGAIN = 100;
/** Points by which the front line's guess is out at most, either way. */
const GUESS = 15;

/** Cases that the inbox of a quarter asks for, scripted ones included. */
const casesAskedIn = (quarter: number): number => (quarter < FIRST ? 0 : quarter < TWO_FROM ? 1 : 2);

/** Places of the words of an inbox: each asks for its own, and what is only listed comes after all that any inbox of the run asks for. */
export function wordsOf({ quarters, quartersPerRound }: Scenario, quarter: number): number[] {
  const inboxes: number[] = [];
  for (let at = 1; at <= quarters; at += quartersPerRound) inboxes.push(at);
  const asked = (before: number): number => inboxes.reduce((sum, at) => sum + (at < before ? casesAskedIn(at) : 0), 0);
  const earlier = inboxes.filter((at) => at >= FIRST && at < quarter).length;
  const own = Array.from({ length: casesAskedIn(quarter) }, (_, n) => asked(quarter) + n);
  return [...own, ...Array.from({ length: LISTED }, (_, n) => asked(quarters + 1) + earlier * LISTED + n)];
}

/**
 * Cases raised by the quarter played last; none in the middle of a round, which nobody could read. Of all candidates the heaviest are asked
 * for, a kind that has not been asked for lately counting more; a few others are only listed.
 */
export function raisedNow(world: World, company: PlayedCompany, complained: Uint8Array, disputes: DisputesOfQuarter): RaisedCase[] {
  const { scenario, quarter } = world;
  if (quarter % scenario.quartersPerRound !== 0 || quarter >= scenario.quarters) return [];
  const next = quarter + 1;
  const scripted = scenario.cases.filter((each) => each.quarter > next - scenario.quartersPerRound && each.quarter <= next).length;
  const asks = Math.max(0, casesAskedIn(next) - scripted);
  const most = next < FIRST ? 0 : asks + LISTED;
  const candidates = [
    ...(most === 0 ? [] : complaintCandidates(world, company, complained, wordsOf(scenario, next))),
    ...disputeCandidates(world, company, disputes),
  ];
  const weight = (each: Candidate): number =>
    each.trueSeverity + WAITED * roundsWithout(world, company, each.kind) + (each.again ? AGAIN : 0);
  const ranked = candidates
    .map((each, order) => ({ each, order, weight: weight(each) }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  const before = scenario.cases.filter((one) => one.quarter === next).length;
  const chosen = ranked.slice(0, most);
  forgetReturned(
    world,
    company,
    chosen.flatMap(({ each }) => (each.again ? [each.id] : [])),
  );
  return chosen.map(({ each: { place, ...each } }, rank) => ({
    ...each,
    slot: `q${next}.${each.kind}.${place + 1 + (each.kind === 'customer' ? before : 0)}`,
    quarter: next,
    asked: rank < asks,
    severity: guessed(world, each, next),
  }));
}

/** Rounds since a case of this kind was asked for. */
function roundsWithout({ scenario, quarter }: World, { raised }: PlayedCompany, kind: Candidate['kind']): number {
  const last = raised.reduce(
    (latest, one) => (one.asked && one.kind === kind ? Math.max(latest, one.quarter) : latest),
    1 - scenario.quartersPerRound,
  );
  return Math.min(MOST_ROUNDS, Math.floor((quarter + 1 - last) / scenario.quartersPerRound) - 1);
}

/** Severity as the front line writes it down, points 0-100. */
function guessed({ market }: World, { id, trueSeverity }: Pick<Candidate, 'id' | 'trueSeverity'>, quarter: number): number {
  const out = 2 * keyedUnit(market.populationSeed, purpose.triage, hashText(id), quarter, 0) - 1;
  return Math.round(Math.min(100, Math.max(1, trueSeverity + GUESS * out)));
}
