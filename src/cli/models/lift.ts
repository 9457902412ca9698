/** How much a list of a tenth finds: true leavers of the next quarter by simple rules, by ranks and by the churn model, on files of a stated quality. */

import { churnChances, factsOf, rfmScores, topOf } from '../../sim/records/models.ts';
import type { Picture } from '../../sim/records/picture.ts';
import { fieldIds } from '../../sim/records/recordActions.ts';
import { isOwn } from '../../game/gatherEvidence.ts';
import { knownCustomers, pictureOf } from '../../game/models/files.ts';
import { bookedLeaving } from '../../game/models/scores.ts';
import { advance } from '../../game/playQuarter.ts';
import { createWorld } from '../../game/startWorld.ts';
import type { PlayedCompany, World } from '../../game/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { filesOf, type FileQuality } from './files.ts';

export const rankings = ['heaviest', 'longestSilent', 'rfm', 'churn'] as const;
export type Ranking = (typeof rankings)[number];

/** Files as good firms have them, and files of which 30% are stale and 30% missing. */
export const goodFiles: FileQuality = { depth: 0.9, accuracy: 0.95 };
export const badFiles: FileQuality = { depth: 0.7, accuracy: 0.7 };

/** Quarters after which customers are ranked; the first ones have no history yet. */
const RANKED_AFTER = [4, 6, 8, 10];
const TOP = 0.1;

export interface LiftFound {
  /** Share of the leavers in the tenth over a tenth: 1 = no better than chance. */
  lift: Readonly<Record<Ranking, number>>;
  /** Lift that the churn model states itself: mean chance in its tenth over the mean of all. */
  stated: number;
  customers: number;
  leavers: number;
}

/** Plays a quarter in which every customer is known, so that the books of each are kept. */
export function playKnown(world: World, company: PlayedCompany): void {
  const own = isOwn(world, company);
  for (let i = 0; i < world.market.people; i += 1) if (own(i) && company.records.held[i] === 0) company.records.held[i] = 1;
  advance(world, new Map(), false);
}

/** The files of the known customers as they would stand in that quality. @param seed of what is missing and wrong */
export function pictureIn(world: World, company: PlayedCompany, quality: FileQuality, seed: number): Picture {
  const kept = company.records;
  company.records = filesOf(kept, Array.from(knownCustomers(world, company, world.quarter)), fieldIds, quality, seed);
  const picture = pictureOf(world, company, world.quarter);
  company.records = kept;
  return picture;
}

function scoresBy(picture: Picture, base: number): Readonly<Record<Ranking, Float64Array>> {
  return {
    heaviest: factsOf(picture, 'spending'),
    longestSilent: factsOf(picture, 'silent'),
    rfm: rfmScores(picture).map((score) => -score),
    churn: churnChances(picture, base),
  };
}

/**
 * Plays the learner's firm on as it starts and ranks its customers after several quarters; those who have gone already without notice are
 * left out, so that only the next quarter is foretold.
 * @param customers people in the market
 */
export function liftOf(scenario: Scenario, quality: FileQuality, seed: number, customers: number): LiftFound {
  const world = createWorld(scenario, 0, { population: seed, luck: seed }, customers);
  const company = world.played[0]!;
  const caught: Record<Ranking, number> = { heaviest: 0, longestSilent: 0, rfm: 0, churn: 0 };
  const found = { customers: 0, leavers: 0, stated: 0 };
  for (let quarter = 1; quarter <= RANKED_AFTER.at(-1)! + 1; quarter += 1) {
    if (!RANKED_AFTER.includes(quarter - 1)) {
      playKnown(world, company);
      continue;
    }
    const whole = pictureIn(world, company, quality, seed + quarter);
    const scores = scoresBy(whole, bookedLeaving(world, company));
    const before = isOwn(world, company);
    const was = Array.from(whole.person, before);
    playKnown(world, company);
    const after = isOwn(world, company);
    const left = Array.from(whole.person, (i, place) => was[place]! && !after(i));
    const places = was.flatMap((is, place) => (is ? [place] : []));
    found.customers += places.length;
    found.leavers += places.filter((place) => left[place]).length;
    for (const ranking of rankings) {
      const top = topOf(
        places.map((place) => scores[ranking][place]!),
        TOP,
      );
      caught[ranking] += top.filter((at) => left[places[at]!]).length;
    }
    const chances = places.map((place) => scores.churn[place]!);
    const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
    found.stated += mean(topOf(chances, TOP).map((at) => chances[at]!)) / mean(chances) / RANKED_AFTER.length;
  }
  const lift = Object.fromEntries(rankings.map((ranking) => [ranking, caught[ranking] / found.leavers / TOP])) as LiftFound['lift'];
  return { lift, ...found };
}
