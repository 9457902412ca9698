/** The learner's value classes against the classes that the truth would give the same customers. */

import { hoursByClass } from '../../company/classTreatment.ts';
import { type ClassId, classIds, type ClassRule } from '../../sim/records/valueClasses.ts';
import { type CustomersView, shareOf } from './view.ts';

/** Shares of the known customers who count as most valuable and as most growable: those of the firm's own rules. */
const MOST_VALUABLE = 0.2;
const MOST_GROWABLE = 0.2;

export interface TrueClass {
  id: ClassId;
  /** Real people; their true margin a quarter and what they are worth over the horizon as things stand, in currency. */
  customers: number;
  margin: number;
  worth: number;
}

export interface ClassesAgainstTruth {
  rule: ClassRule;
  /** Real people known by name; those of them who were classed. */
  known: number;
  classed: number;
  /** Real people by class given and true class, in the order of classIds; null where nobody was classed. */
  counts: readonly (readonly number[])[] | null;
  truth: readonly TrueClass[];
  /** Share 0-1 of those classed who stood in their true class. */
  right: number;
  /** Share 0-1 of the service hours of those classed that the same split would have given to others, and its money a quarter in currency. */
  astray: number;
  astrayMoney: number;
  /** True margin a quarter, in currency, of the most valuable who stood in another class. */
  overlooked: number;
}

/**
 * True class of each person listed, as place in classIds: most valuable a fifth by true margin; below zero whose margin is none; most
 * growable a fifth of all by what they could be worth and are not, from among the rest; migrators the others.
 * @param margin true margin a quarter; @param growth what a customer could be worth over what he is worth; both in currency, by place
 */
export function trueClasses(margin: readonly number[], growth: readonly number[]): number[] {
  const places = margin.map((_, place) => place);
  const best = (values: readonly number[], among: readonly number[], count: number): Set<number> =>
    new Set([...among].sort((a, b) => values[b]! - values[a]! || a - b).slice(0, count));
  const paying = places.filter((place) => margin[place]! > 0);
  const mvc = best(margin, paying, Math.ceil(MOST_VALUABLE * places.length));
  const rest = paying.filter((place) => !mvc.has(place));
  const mgc = best(growth, rest, Math.ceil(MOST_GROWABLE * places.length));
  return places.map((place) => (margin[place]! <= 0 ? 3 : mvc.has(place) ? 0 : mgc.has(place) ? 1 : 2));
}

/** Classes of the last quarter against the truth, over the customers known by name who are customers still. */
export function classesAgainstTruth(view: CustomersView): ClassesAgainstTruth {
  const { company, values, known, world, played } = view;
  const weight = world.market.represents;
  const margins = known.map((i) => values.margin(i));
  const worths = known.map((i) => values.of(i));
  const truth = trueClasses(
    margins,
    known.map((i, place) => values.whole(i) - worths[place]!),
  );
  const given = known.map((i) => (company.classes?.[i] ?? 0) - 1);
  const places = known.map((_, place) => place);
  const classed = places.filter((place) => given[place]! >= 0);
  const counts = classIds.map(() => classIds.map(() => 0));
  for (const place of classed) counts[given[place]!]![truth[place]!]! += 1;
  const inTruth = classIds.map((_, id) => classed.filter((place) => truth[place] === id).length);
  const asGiven = classIds.map((_, id) => classed.filter((place) => given[place] === id).length);
  const hoursGiven = hoursByClass(company.classing.hours, asGiven);
  const hoursTrue = hoursByClass(company.classing.hours, inTruth);
  const calls = classed.map((place) => values.calls(known[place]!));
  const astray = classed.map((place) => Math.max(0, hoursGiven[given[place]!]! - hoursTrue[truth[place]!]!));
  const serviceCost = calls.reduce((sum, one) => sum + one, 0) * played.offers[company.index]!.serviceCost * weight;
  const share = shareOf(
    astray.reduce((sum, hours) => sum + hours, 0),
    classed.length,
  );
  const sumOf = (of: readonly number[], among: readonly number[]): number => weight * among.reduce((sum, place) => sum + of[place]!, 0);
  return {
    rule: company.classing.rule,
    known: known.length * weight,
    classed: classed.length * weight,
    counts: classed.length > 0 ? counts.map((row) => row.map((count) => count * weight)) : null,
    truth: classIds.map((id, index): TrueClass => {
      const members = places.filter((place) => truth[place] === index);
      return { id, customers: members.length * weight, margin: sumOf(margins, members), worth: sumOf(worths, members) };
    }),
    right: shareOf(classed.filter((place) => given[place] === truth[place]).length, classed.length),
    astray: share,
    astrayMoney: share * serviceCost,
    overlooked: sumOf(
      margins,
      classed.filter((place) => truth[place] === 0 && given[place] !== 0),
    ),
  };
}
