/** How well the learner's labels serve: what they cost against the true ones, and against one label for all. */

import { hoursByClass } from '../../company/classTreatment.ts';
import { classIds } from '../../sim/records/valueClasses.ts';
import { CustomerValues } from '../../sim/truth/equity.ts';
import { lifetimeFactor } from '../../sim/truth/formulas.ts';
import { trueClasses } from '../customers/classTruth.ts';
import { ownNow } from '../gatherEvidence.ts';
import { offersOf } from '../offersNow.ts';
import { recordsOf, type PlayedCompany, type World } from '../world.ts';
import { isCardOpen } from '../unlocking.ts';
import type { TargetsSeen } from './evidence.ts';

/** Customers looked at, at most: the regret of a rule is a mean, and more of them tell little more. */
const LOOKED_AT = 500;

/** Of one customer a quarter, in currency: his margin, what he could bring and does not, and what serving him costs. */
export interface Stake {
  margin: number;
  growth: number;
  service: number;
}

/**
 * What a customer of true class `truth` costs a quarter who is treated as `label`, in currency; 0 where both agree. Shares of what is at
 * stake [proposal]: whoever is worth most and is treated as less is lost more often; growth that nobody looks for does not come; attention
 * to those who will not repay it is spent for nothing; whoever pays and is treated as a burden goes.
 */
export function costOfLabel(truth: number, label: number, { margin, growth, service }: Stake): number {
  if (truth === label) return 0;
  switch (truth) {
    case 0:
      return margin * [0, 0.1, 0.2, 0.5][label]!;
    case 1:
      return growth * [0.1, 0, 0.25, 0.25][label]! + (label === 3 ? 0.3 * margin : 0);
    case 2:
      return label === 3 ? 0.3 * margin : service;
    default:
      return service * (label === 2 ? 0.5 : 1);
  }
}

export interface Regret {
  /** Currency a quarter, of those looked at. */
  labels: number;
  oneForAll: number;
  kappa: number;
}

/** Whoever is told apart from nobody gets the mean of the hours, as a migrator does. */
const ALIKE = classIds.indexOf('migrator');

/**
 * Regret of labels, and of one label for all: hours are shared out, so that a class that holds everybody gets the mean, whatever its name.
 * @param labels given, places in classIds; those without one count as treated like everybody
 */
export function regretOf(truth: readonly number[], labels: readonly number[], stakes: readonly Stake[]): Regret {
  const costs = (labelOf: (place: number) => number): number =>
    truth.reduce((sum, of, place) => sum + costOfLabel(of, labelOf(place), stakes[place]!), 0);
  const n = Math.max(1, truth.length);
  const share = (list: readonly number[], id: number): number => list.filter((one) => one === id).length / n;
  const agreed = truth.filter((of, place) => of === labels[place]).length / n;
  const chance = classIds.reduce((sum, _, id) => sum + share(truth, id) * share(labels, id), 0);
  const oneForAll = costs(() => ALIKE);
  const told = labels.some((label) => label !== labels[0]);
  return {
    labels: told ? costs((place) => labels[place]!) : oneForAll,
    oneForAll,
    kappa: chance < 1 ? (agreed - chance) / (1 - chance) : 0,
  };
}

/** Last quarters of a run in which labels are judged: who labels at the very end has served nobody by it. */
export const JUDGED = 4;

/** How labels serve in the quarter just played. */
export function targetsNow(world: World, company: PlayedCompany): TargetsSeen {
  const { market, quarter } = world;
  const { records, inForce: plan, classing, classes, index } = company;
  const offers = offersOf(world);
  const values = new CustomerValues(market, offers, recordsOf(world), quarter, index);
  const known = ownNow(world, company).filter((i) => records.held[i] !== 0 && values.has(i));
  const step = Math.max(1, known.length / LOOKED_AT);
  const looked = Array.from({ length: Math.floor(known.length / step) }, (_, n) => known[Math.floor(n * step)]!);
  const whole = lifetimeFactor(1, market.parameters);
  const margins = looked.map((i) => values.margin(i));
  const stakes = looked.map((i, place): Stake => {
    return {
      margin: Math.max(0, margins[place]!),
      growth: Math.max(0, (values.whole(i) - values.of(i)) / whole),
      service: values.calls(i) * offers[index]!.serviceCost,
    };
  });
  const truth = trueClasses(
    margins,
    stakes.map(({ growth }) => growth),
  );
  const labels = looked.map((i) => (classes !== null && classes[i]! > 0 ? classes[i]! - 1 : ALIKE));
  const { labels: regret, oneForAll, kappa } = regretOf(truth, labels, stakes);
  const counts = classIds.map((_, id) => labels.filter((label) => label === id).length);
  const hours = hoursByClass(classing.hours, counts);
  const scale = looked.length > 0 ? (market.represents * known.length) / looked.length : 0;
  const spent = counts.reduce((sum, count, id) => sum + count * hours[id]!, 0);
  const share = (part: number, all: number): number => (all > 0 ? part / all : 0);
  return {
    quarter,
    known: looked.length * scale,
    classed: classes !== null,
    open: isCardOpen(world, company, [], 'idc.class', quarter - 1),
    regret: regret * scale,
    oneForAll: oneForAll * scale,
    kappa: classes === null ? null : kappa,
    headHours: share(counts[0]! * hours[0]! + counts[1]! * hours[1]!, spent),
    headShare: share(counts[0]! + counts[1]!, looked.length),
    core: plan['cus.core'].length > 0,
    refuses: plan['cus.refused'].length > 0 || Object.values(plan['cus.task']).includes('letGo'),
  };
}
