/** Disputes between departments and with partners: which are felt, which are spoken of, what unheard ones wear away, and what comes back. */

import { bondMoved } from '../company/conflict/afterCase.ts';
import { isCured } from '../company/conflict/conflictState.ts';
import { chanceFelt, chanceVoiced, tensionsOf, type Tension } from '../company/conflict/tensions.ts';
import { criteriaOf } from '../company/conflict/triage.ts';
import { alignedPairs } from '../company/departments.ts';
import type { FirmState } from '../company/firm.ts';
import { unitValue, moneyOf } from '../company/money.ts';
import { parametersOf } from '../company/parameters.ts';
import type { DisputeSpec } from '../scenario/scenario.ts';
import { hashText, keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { dutyOf, harmonyOf, isSafety } from './conflictDials.ts';
import { type Candidate, severityPoints } from './candidate.ts';
import type { PlayedCompany, World } from './world.ts';

/** What tension came to in a quarter, by pair and partner that felt it. */
export interface DisputesOfQuarter {
  felt: readonly { tension: Tension; voiced: boolean }[];
  prevented: number;
}
/** Link or goodwill from which a settled dispute does not come back. */
const HOLDS = 75;
/** Units at stake with a partner at full severity. */
const PARTNER_STAKE = 4;

/** Disputes of the quarter played last. What nobody hears of wears link or goodwill down: the firm of the company is moved on. */
export function disputesNow(world: World, company: PlayedCompany): DisputesOfQuarter {
  const { scenario, market, quarter } = world;
  const p = parametersOf(company.spec);
  const { firm, inForce: plan } = company;
  const aligned: readonly string[] = alignedPairs(firm, plan);
  const harmony = harmonyOf(scenario);
  const felt: { tension: Tension; voiced: boolean }[] = [];
  let prevented = 0;
  for (const tension of tensionsOf(firm, plan, scenario.partners ?? [], company.books?.load ?? 0, p)) {
    const key = hashText(tension.at);
    const draw = keyedUnit(market.luckSeed, purpose.disputeFelt, key, quarter, company.index);
    if (draw < chanceFelt(tension.points, p)) {
      const asks = aligned.includes(tension.at);
      const voiced = keyedUnit(market.luckSeed, purpose.disputeVoiced, key, quarter, company.index) < chanceVoiced(tension, harmony, asks);
      felt.push({ tension, voiced });
    } else if (draw < chanceFelt(tension.without, p)) prevented += 1;
  }
  let worn: FirmState = firm;
  for (const { tension, voiced } of felt) if (!voiced) worn = bondMoved(worn, tension.at, -p['dispute.wear']);
  const voiced = felt.filter((one) => one.voiced).length;
  const { everFelt, everVoiced, prevented: before } = worn.conflict;
  const sums = { everFelt: everFelt + felt.length, everVoiced: everVoiced + voiced, prevented: before + prevented };
  company.firm = { ...worn, conflict: { ...worn.conflict, felt: felt.length, voiced, ...sums } };
  return { felt, prevented };
}

/**
 * Candidates for the inbox: what comes back, then what was spoken of and has words in the scenario. The place of each is that of its words
 * in the scenario: luck may bring another dispute, never another one under the same slot.
 */
export function disputeCandidates(world: World, company: PlayedCompany, { felt }: DisputesOfQuarter): Candidate[] {
  const { scenario } = world;
  const specs = scenario.disputes ?? [];
  const back = comingBack(world, company);
  const busy = [...back.map(({ at }) => at), ...waiting(company)];
  const fresh = felt
    .filter(({ voiced, tension }) => voiced && !busy.includes(tension.at))
    .flatMap(({ tension }) => {
      const spec = wordsFor(world, company, specs, tension);
      return spec === null ? [] : [candidate(world, spec, tension.points, 0, false, felt.length)];
    });
  const again = back.map(({ spec, failures }) => {
    const now = felt.find(({ tension }) => tension.at === spec.between)?.tension.points ?? 0;
    return candidate(world, spec, Math.max(50, now), failures, true, felt.length);
  });
  return [...again, ...fresh];
}

/** Forgets what has come back now and what will not come back any more: the firm of the company is moved on. @param came ids of those that did */
export function forgetReturned(world: World, company: PlayedCompany, came: readonly string[]): void {
  const { conflict } = company.firm;
  const due = comingBack(world, company).map(({ spec }) => spec.id);
  const kept = conflict.returning.filter(({ id, quarter }) => !came.includes(id) && (quarter > world.quarter + 1 || due.includes(id)));
  if (kept.length < conflict.returning.length) company.firm = { ...company.firm, conflict: { ...conflict, returning: kept } };
}

/** Pairs and partners whose case still waits for an answer. */
const waiting = ({ raised, cases }: PlayedCompany): string[] =>
  raised.flatMap(({ between, slot }) => (between === null || cases.some((done) => done.slot === slot) ? [] : [between]));

/** Disputes settled by words alone whose time has come, unless a structure or a strong bond holds by now. */
function comingBack({ scenario, quarter }: World, { firm, raised }: PlayedCompany): { spec: DisputeSpec; at: string; failures: number }[] {
  const links: Readonly<Record<string, number>> = { ...firm.conflict.goodwill, ...firm.links };
  return firm.conflict.returning.flatMap(({ id, at, root, quarter: from, failures }) => {
    const spec = (scenario.disputes ?? []).find((each) => each.id === id);
    const due = from <= quarter + 1 && !isCured(firm.conflict, at, root, quarter) && (links[at] ?? 0) < HOLDS;
    const twice = raised.some((one) => one.id === id && one.again);
    return spec === undefined || !due || twice ? [] : [{ spec, at, failures }];
  });
}

/** A dispute of this pair or partner that has not been told, about its heaviest source if there is one; equal ones in the order of this population. */
function wordsFor(
  { market }: World,
  { raised }: PlayedCompany,
  specs: readonly DisputeSpec[],
  { at, sources }: Tension,
): DisputeSpec | null {
  const untold = specs
    .filter(({ id, between, told }) => between === at && sources.includes(told.codes.root) && !raised.some((one) => one.id === id))
    .map((spec) => ({
      spec,
      source: sources.indexOf(spec.told.codes.root),
      place: keyedUnit(market.populationSeed, purpose.complaintOrder, hashText(spec.id), 0, 0),
    }))
    .sort((a, b) => a.source - b.source || a.place - b.place || (a.spec.id < b.spec.id ? -1 : 1));
  return untold[0]?.spec ?? null;
}

function candidate(world: World, spec: DisputeSpec, points: number, failures: number, again: boolean, felt: number): Candidate {
  const { scenario } = world;
  const { root } = spec.told.codes;
  const grievance = { temper: spec.temper, fault: spec.fault, urgent: spec.urgent, duty: spec.duty || dutyOf(scenario, root) };
  const everything = scenario.partners === undefined ? 6 : 6 + scenario.partners.length;
  const harm = isSafety(scenario, root) ? 1 : points / 100;
  const criteria = criteriaOf(harm, 1.5, felt / everything / 5, failures, grievance);
  const unit = unitValue(moneyOf(world.scenario.firms[0]!));
  return {
    id: spec.id,
    kind: spec.kind,
    place: (scenario.disputes ?? []).findIndex((each) => each.id === spec.id),
    again,
    between: spec.between,
    customer: -1,
    yearlyValue: 0,
    trueSeverity: severityPoints(criteria),
    criteria,
    file: {
      ...grievance,
      priorFailures: failures,
      loss: spec.kind === 'channel' ? unit * PARTNER_STAKE * harm : 0,
      worth: null,
      others: felt,
    },
  };
}
