/** Why two lives of the mirror differ in score as they do, from the criteria of each, and why that need not follow their equity. */

import { constants } from '../../game/score/weights.ts';
import type { Criterion, Score } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { fixed, list, money, number, signed } from '../format.ts';
import { opening } from '../glassBox/opening.ts';
import { type MirrorLine, placeOf } from './mirrorWords.ts';

/** Points under which nothing is told: they are not seen in a figure with one decimal. */
const SEEN = 0.05;
/** Criteria that are named for a difference, and against it. */
const NAMED = 3;
const AGAINST = 2;

interface Apart {
  id: Criterion['id'];
  /** Points of the other life less those of the run. */
  points: number;
}

const pointsOf = ({ criteria }: Score): ReadonlyMap<string, number> => new Map(criteria.map(({ id, points }) => [id, points ?? 0]));

/** Criteria by how far the other life lies above the run, the largest first. */
export function criteriaApart(run: Score, other: Score): Apart[] {
  const own = pointsOf(run);
  return other.criteria
    .map(({ id, points }) => ({ id, points: (points ?? 0) - (own.get(id) ?? 0) }))
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
}

const named = (parts: readonly Apart[], place: number): string =>
  list(
    parts.map(({ id, points }) => {
      const name = `${id} ${word('criterion', id)}`;
      return m.mirror_why_criterion({ name, points: opening(`mirror.criterion:${place}/${id}`, signed(points, 1), {}, name) });
    }),
  );

/** Points and equity of the other life over those of the run; no points where one of them has no score. */
function aheadOf(run: MirrorLine, other: MirrorLine): { points: number; equity: number } {
  return { points: (other.life.score ?? 0) - (run.life.score ?? 0), equity: -other.life.behind.mean };
}

/** Score and equity of the other life lie on different sides of the run's. */
export function partWays(run: MirrorLine, other: MirrorLine): boolean {
  const { points, equity } = aheadOf(run, other);
  return Math.abs(points) >= SEEN && points * equity < 0;
}

function leadWords(run: MirrorLine, other: MirrorLine): string[] {
  if (!partWays(run, other)) return [];
  const { name } = other;
  return [aheadOf(run, other).points > 0 ? m.mirror_why_more({ name }) : m.mirror_why_less({ name })];
}

/** The criteria that make the difference, and those that work against it. */
function criteriaWords(run: Score, other: Score, place: number): string[] {
  const way = other.total < run.total ? -1 : 1;
  const parts = criteriaApart(run, other);
  const ordered = way > 0 ? parts : [...parts].reverse();
  const forIt = ordered.filter(({ points }) => way * points >= SEEN).slice(0, NAMED);
  const against = [...ordered]
    .reverse()
    .filter(({ points }) => way * points <= -SEEN)
    .slice(0, AGAINST);
  if (forIt.length === 0) return [];
  const most = m.mirror_why_most({ criteria: named(forIt, place) });
  return [against.length === 0 ? most : `${most} ${m.mirror_why_against({ criteria: named(against, place) })}`];
}

/** What was created over run and run-off, which the score counts and equity on the last day does not. */
function valueWords(run: Score, other: Score, place: number, currency: string): string[] {
  const measured = ({ criteria }: Score): number | undefined => criteria.find(({ id }) => id === 'X2')?.measured?.value;
  const [own, its] = [measured(run), measured(other)];
  return own === undefined || its === undefined
    ? []
    : [
        m.mirror_why_value({
          own: opening('mirror.value:0', money(own, currency)),
          other: opening(`mirror.value:${place}`, money(its, currency)),
        }),
      ];
}

/** A life that the smaller of its halves, or a cap, holds down. */
function heldWords({ total, halves, caps }: Score, line: MirrorLine): string[] {
  const { name } = line;
  const told = (words: string): string => opening(`mirror.score:${placeOf(line)}`, words);
  const held = caps.map(({ id, limit }) => m.mirror_why_cap({ name, limit: told(number(limit)), why: word('cap', id) }));
  if (halves === undefined || halves.bound >= halves.result + halves.practice || held.length > 0) return held;
  return [
    m.mirror_why_bound({
      name,
      total: told(fixed(total)),
      times: told(number(constants.times, 1)),
      over: told(number(constants.over)),
    }),
  ];
}

/** Sentences on why the picked life scores as it does beside the run; none where there is no score, or none to tell apart. */
export function whyWords(run: MirrorLine, other: MirrorLine, currency: string): string[] {
  const [own, its] = [run.life.judged, other.life.judged];
  const place = placeOf(other);
  const half = (of: number, id: 'result' | 'practice', points: number): string => opening(`mirror.half:${of}/${id}`, fixed(points));
  if (!own?.halves || !its?.halves || Math.abs(its.total - own.total) < SEEN) return [];
  return [
    ...leadWords(run, other),
    m.mirror_why_halves({
      result: half(0, 'result', own.halves.result),
      otherResult: half(place, 'result', its.halves.result),
      practice: half(0, 'practice', own.halves.practice),
      otherPractice: half(place, 'practice', its.halves.practice),
    }),
    ...criteriaWords(own, its, place),
    ...valueWords(own, its, place, currency),
    ...heldWords(own, run),
    ...heldWords(its, other),
  ];
}
