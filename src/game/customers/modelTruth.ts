/**
 * Models against the truth, quarter by quarter: how much of the true risk of leaving a tenth holds, what the model stated, and how well
 * potential was ranked. The risk is that of the moment before the list acts: whoever is held by a call would else speak against the model.
 */

import { factsOf, type ModelId, topOf } from '../../sim/records/models.ts';
import { isOwn } from '../gatherEvidence.ts';
import { pictureOf } from '../models/files.ts';
import { bookedLeaving, scoresOf } from '../models/scores.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import type { PlayedCompany, World } from '../world.ts';
import { viewOf } from './view.ts';

/** Ways to choose the tenth: heaviest sales, longest silent, lowest ranks of buying, highest chance of leaving. */
export const tenthIds = ['heaviest', 'silent', 'rfm', 'churn'] as const;
export type TenthId = (typeof tenthIds)[number];

export interface ModelsQuarter {
  quarter: number;
  /** Models that the firm had at work in it. */
  models: readonly ModelId[];
  /** Real customers scored, and how many of them are truly expected to leave in the quarter if no list is gone by. */
  customers: number;
  leavers: number;
  /** Share of these in the tenth over a tenth, 1 = chance; null where there is no risk. And what the churn model stated of its tenth. */
  lift: Readonly<Record<TenthId, number>> | null;
  stated: number;
  /** Mean distance of a customer's rank by potential from his true one over that of a rank by lot: 0 = all right, 1 = chance. */
  rankError: number;
  /** Share 0-1 of the fifth with the highest score who truly belong to the fifth that could grow most; by lot a fifth. */
  growthRight: number;
}

/** One fifth of all chances stated over the run, from the lowest: mean chance, true chance, customers (simulated) they were counted of. */
export interface Calibration {
  stated: number;
  risk: number;
  n: number;
}

interface Pending {
  /** Customers who are still there: true chance of leaving, and scores, by place. */
  risk: readonly number[];
  scores: Readonly<Record<TenthId, readonly number[]>>;
  rankError: number;
  growthRight: number;
}

export interface ModelsAgainstTruth {
  quarters: readonly ModelsQuarter[];
  /** By fifth of each quarter's chances. */
  sums: readonly { stated: number; risk: number; n: number }[];
  /** Scores of the files as they stood when the quarter played last was over. */
  pending: Pending | null;
}
export const noModelsYet: ModelsAgainstTruth = {
  quarters: [],
  sums: [0, 1, 2, 3, 4].map(() => ({ stated: 0, risk: 0, n: 0 })),
  pending: null,
};

const TENTH = 0.1;
const FIFTH = 0.2;
/** Mean distance of two ranks by lot, as a share of their number. */
const BY_LOT = 1 / 3;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Rank 0-1 of each value. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => values[a]! - values[b]! || a - b);
  const found = values.map(() => 0);
  order.forEach((place, rank) => (found[place] = rank / Math.max(1, values.length - 1)));
  return found;
}

/** Error of ranking by `scores` what is truly `truth`, over ranking by lot. */
export function rankErrorOf(scores: readonly number[], truth: readonly number[]): number {
  const [by, is] = [ranks(scores), ranks(truth)];
  return mean(by.map((rank, place) => Math.abs(rank - is[place]!))) / BY_LOT;
}

function pendingOf(world: World, company: PlayedCompany, played: PlayedQuarter): Pending {
  const picture = pictureOf(world, company, world.quarter);
  const { churn, potential, rfm } = scoresOf(picture, bookedLeaving(world, company));
  const { values } = viewOf(world, company, played);
  const stays = isOwn(world, company);
  const all = Array.from(picture.person, (_, place) => place);
  const places = all.filter((place) => stays(picture.person[place]!) && values.has(picture.person[place]!));
  const among = (scores: Float64Array): number[] => places.map((place) => scores[place]!);
  const by = among(potential);
  const truth = places.map((place) => values.whole(picture.person[place]!) - values.of(picture.person[place]!));
  const best = new Set(topOf(truth, FIFTH));
  return {
    risk: places.map((place) => 1 - values.keep(picture.person[place]!)),
    scores: {
      heaviest: among(factsOf(picture, 'spending')),
      silent: among(factsOf(picture, 'silent')),
      rfm: among(rfm).map((score) => -score),
      churn: among(churn),
    },
    rankError: rankErrorOf(by, truth),
    growthRight: mean(topOf(by, FIFTH).map((place) => (best.has(place) ? 1 : 0))),
  };
}

/** The comparison with one more quarter, just played. The first quarter ranks nobody: it has no books yet. */
export function modelsAfter(
  { quarters, sums, pending }: ModelsAgainstTruth,
  world: World,
  company: PlayedCompany,
  played: PlayedQuarter,
): ModelsAgainstTruth {
  const next = pendingOf(world, company, played);
  if (pending === null || pending.risk.length === 0) return { quarters, sums, pending: next };
  const { risk, scores } = pending;
  const sumOf = (values: readonly number[], at: readonly number[]): number => at.reduce((sum, place) => sum + values[place]!, 0);
  const leavers = risk.reduce((sum, one) => sum + one, 0);
  const liftOf = (id: TenthId): number => sumOf(risk, topOf(scores[id], TENTH)) / leavers / TENTH;
  const chances = scores.churn;
  const order = topOf(chances, 1).reverse();
  const part = (fifth: number): number[] =>
    order.slice(Math.floor((fifth * order.length) / 5), Math.floor(((fifth + 1) * order.length) / 5));
  return {
    quarters: [
      ...quarters,
      {
        quarter: world.quarter,
        models: company.models?.models ?? [],
        customers: risk.length * world.market.represents,
        leavers: leavers * world.market.represents,
        lift: leavers === 0 ? null : { heaviest: liftOf('heaviest'), silent: liftOf('silent'), rfm: liftOf('rfm'), churn: liftOf('churn') },
        stated: mean(topOf(chances, TENTH).map((at) => chances[at]!)) / Math.max(1e-9, mean(chances)),
        rankError: pending.rankError,
        growthRight: pending.growthRight,
      },
    ],
    sums: sums.map((sum, fifth) => {
      const own = part(fifth);
      return {
        stated: sum.stated + sumOf(chances, own),
        risk: sum.risk + sumOf(risk, own),
        n: sum.n + own.length,
      };
    }),
    pending: next,
  };
}

/** Fifths of the chances stated over the run beside what came of them. */
export const calibrationOf = ({ sums }: ModelsAgainstTruth): Calibration[] =>
  sums.map(({ stated, risk, n }) => ({ stated: stated / Math.max(1, n), risk: risk / Math.max(1, n), n }));
