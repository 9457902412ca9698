/** Satisfaction as a review asks for it: of all, by segment, of those lost, and against an earlier wave; points 0-100. */

import { parametersOf } from '../../company/parameters.ts';
import type { ReviewFigure, ReviewState, ReviewWave } from '../../company/review/reviewState.ts';
import { PER_WORD } from '../../sim/truth/columns.ts';
import { askWave } from '../../sim/truth/survey.ts';
import { t80 } from '../known/intervals.ts';
import type { Asking } from './asking.ts';
import { fairSize, meanWidth } from './fair.ts';
import { everybody, framePeople, LOST, standings } from './frames.ts';

/** Answers below which no mean is told. */
const FEWEST = 5;
/** Two waves of a company may be asked in one quarter: that of a review, and a baseline. */
const STREAMS = 2;

class Answers {
  n = 0;
  #sum = 0;
  #squares = 0;

  add(points: number): void {
    this.n += 1;
    this.#sum += points;
    this.#squares += points * points;
  }

  get mean(): number {
    return this.#sum / this.n;
  }

  get deviation(): number {
    return Math.sqrt(Math.max(0, (this.#squares - this.n * this.mean * this.mean) / Math.max(1, this.n - 1)));
  }
}

/** Points that the moment of asking adds to an answer. */
function biasOf({ company, moment }: Asking): number {
  const p = parametersOf(company.spec);
  return { ordinary: 0, afterPurchase: p['review.afterPurchase'], afterGift: p['review.afterGift'] }[moment];
}

interface Group {
  id: string;
  answers: Answers;
  /** What its people feel in truth; the part of all whom the figures are about that they make up. */
  truth: Answers;
  /** Reason where the frame leaves it out. */
  why?: string;
}

function figureOf({ id, answers, truth, why }: Group, asked: number, everyone: number, noise: number): ReviewFigure {
  const known = why === undefined && answers.n >= FEWEST;
  const half = known ? (t80(answers.n) * answers.deviation) / Math.sqrt(answers.n) : 0;
  const spread = Math.sqrt(truth.deviation * truth.deviation + noise * noise);
  return {
    method: 'satisfaction',
    id,
    value: known ? answers.mean : null,
    low: known ? Math.max(0, answers.mean - half) : null,
    high: known ? Math.min(100, answers.mean + half) : null,
    n: answers.n,
    ...(!known && { why: why ?? 'tooFew' }),
    truth: truth.n > 0 ? truth.mean : null,
    fair: truth.n > 0 ? meanWidth(spread, (asked * truth.n) / everyone) : null,
  };
}

/** What people said, without a look back. @param place 0 for a review, 1 for a baseline wave */
export function satisfactionWave(asking: Asking, place: 0 | 1 = 0): ReviewFigure[] {
  const { world, company, frame, n } = asking;
  const { market, quarter } = world;
  const { index } = company;
  const { segment, satisfaction } = market.columns;
  const standing = standings(asking);
  const lost = (i: number): boolean => (standing[i]! & LOST) !== 0;
  const group = (id: string): Group => ({ id, answers: new Answers(), truth: new Answers() });
  const all = group('all');
  const segments = market.spec.segments.map(({ id }) => group(`segment.${id}`));
  const gone: Group = { ...group('lost'), ...(frame !== 'everyone' && { why: 'neverAsked' }) };
  const people = everybody(asking, standing);
  for (let n = 0; n < people.length; n += 1) {
    const i = people[n]!;
    const points = 100 * satisfaction[index * market.people + i]! * PER_WORD;
    all.truth.add(points);
    segments[segment[i]!]!.truth.add(points);
    if (lost(i)) gone.truth.add(points);
  }
  const wave = { quarter, wanted: n, stream: index * STREAMS + place, bias: biasOf(asking) / 100, persists: frame === 'everyone' };
  askWave(market, index, framePeople(asking, frame, standing), wave, (i, points) => {
    all.answers.add(points);
    segments[segment[i]!]!.answers.add(points);
    if (lost(i)) gone.answers.add(points);
  });
  const noise = 100 * market.parameters['rating.noise'];
  return [all, ...segments, gone].map((each) => figureOf(each, fairSize(asking), Math.max(1, people.length), noise));
}

const allOf = (figures: readonly ReviewFigure[]): ReviewFigure | undefined =>
  figures.find(({ method, id }) => method === 'satisfaction' && id === 'all');

/** Waves before this one, the newest last. */
function earlierWaves({ wave, held }: ReviewState): ReviewWave[] {
  const asked = held.filter(({ figures }) => allOf(figures) !== undefined);
  return [...(wave === null ? [] : [wave]), ...asked].sort((a, b) => a.quarter - b.quarter);
}

/** Change of the mean of all since the baseline, else since the newest wave, among those asked of the same people at a like moment. */
function changeSince(asking: Asking, now: ReviewFigure): ReviewFigure {
  const { company, frame, moment } = asking;
  const { review } = company;
  const alike = (one: ReviewWave): boolean => one.frame === frame && one.moment === moment;
  const before = earlierWaves(review);
  const like = before.filter(alike);
  const base = like.find(({ quarter }) => quarter === review.baseline) ?? like.at(-1);
  const then = base && allOf(base.figures);
  const nothing = { method: 'satisfaction', id: 'change', value: null, low: null, high: null, n: now.n } as const;
  const fair = now.fair === null ? null : Math.SQRT2 * now.fair;
  const felt = (then ?? allOf(before.at(-1)?.figures ?? []))?.truth ?? null;
  const truth = now.truth === null || felt === null ? null : now.truth - felt;
  if (then === undefined) return { ...nothing, why: before.length === 0 ? 'noComparison' : 'otherSample', truth, fair };
  if (now.value === null || then.value === null) return { ...nothing, why: 'tooFew', truth, fair };
  const halfOf = ({ low, high }: ReviewFigure): number => (high! - low!) / 2;
  const half = Math.sqrt(halfOf(now) * halfOf(now) + halfOf(then) * halfOf(then));
  const value = now.value - then.value;
  return { ...nothing, value, low: value - half, high: value + half, n: Math.min(now.n, then.n), truth, fair };
}

/** The wave of a review, with its change since an earlier one. */
export function satisfactionMethod(asking: Asking): ReviewFigure[] {
  const figures = satisfactionWave(asking);
  return [...figures, changeSince(asking, allOf(figures)!)];
}
