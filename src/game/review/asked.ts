/** Who answers a survey of a review: the frame, the moment and the readiness to answer decide it, never a factor on what comes out. */

import { parametersOf } from '../../company/parameters.ts';
import { INDICES_PER_QUARTER, mix4, unit } from '../../sim/math/keys.ts';
import { normalOfWord } from '../../sim/math/normalTable.ts';
import { listEntered } from '../../sim/records/own.ts';
import { PER_WORD } from '../../sim/truth/columns.ts';
import { willingness } from '../../sim/truth/survey.ts';
import { isOwn } from '../gatherEvidence.ts';
import type { Asking } from './asking.ts';
import { fairSize } from './fair.ts';
import { framePeople } from './frames.ts';
import { reckoningOf } from './reckoning.ts';

/** People of one list who can be asked in a review; keys of two lists are kept apart by it. */
const MOST_ASKED = 1024;
/** Keys of a company and quarter; attempts to find somebody who answers come first, answers after them. */
const KEYS_A_COMPANY = 256;
const ATTEMPTS = 64;

/** Share 0-1 by which the moment of asking lifts what somebody says of his own company. */
export function moodOf({ company, moment }: Asking): number {
  const p = parametersOf(company.spec);
  return { ordinary: 0, afterPurchase: p['review.afterPurchase'], afterGift: p['review.afterGift'] }[moment] / 100;
}

/** The best sample that the same money buys: fewer people, but everybody among them, on an ordinary day. What a width is judged by. */
const atItsBest = (asking: Asking): Asking => ({
  ...asking,
  frame: 'everyone',
  moment: 'ordinary',
  n: Math.max(2, Math.round(fairSize(asking))),
});

/** What a survey brings as it is asked, and as the best sample that the same money buys would have it; null where nobody is asked. */
export function askedAndBest<Answers>(
  asking: Asking,
  asks: (asking: Asking) => Answers | null,
): { asked: Answers | null; best: Answers | null } {
  if (asking.truthOnly === true) return { asked: null, best: null };
  const asked = asks(asking);
  return { asked, best: asking.frame === 'everyone' && asking.moment === 'ordinary' ? asked : asks(atItsBest(asking)) };
}

/**
 * Customers of the firm whom the frame holds, ascending. 'everyone' is who is a customer, with a name or without, bought of late or not; who
 * has left is none and has no say in figures of customers.
 */
export function framed(asking: Asking): ArrayLike<number> {
  const { world, company, frame } = asking;
  return frame === 'everyone' ? reckoningOf(asking).own : framePeople(asking).filter(isOwn(world, company));
}

/** Customers of a rival, ascending, as a panel of the market holds them. */
export function customersOf({ world }: Asking, k: number): Int32Array {
  const { active, entry } = world.market.columns;
  return listEntered({ own: active, ownBit: 1 << k }, entry, world.quarter);
}

/**
 * Draws `n` people of a list who answer. A simulated person stands for many, so one may be drawn twice. Whom a firm asks itself answers the
 * more readily the more pleased or angry he is; a panel and a survey of everyone go after the silent until they answer.
 * @param k company that they are customers of; @param use purpose of the draws
 */
export function answering(asking: Asking, list: ArrayLike<number>, n: number, k: number, use: number): Respondent[] {
  if (list.length === 0) return [];
  const { market } = asking.world;
  const { satisfaction } = market.columns;
  const follows = asking.frame === 'everyone' || k !== asking.company.index;
  const lanes = new Uint32Array(4);
  return Array.from({ length: n }, (_, person) => {
    const who = new Respondent(asking, person, k, use);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      who.lanes(attempt, lanes);
      who.i = list[Math.floor(unit(lanes[0]!) * list.length)]!;
      if (follows || unit(lanes[1]!) < willingness(satisfaction[k * market.people + who.i]! * PER_WORD, market.parameters)) break;
    }
    return who;
  });
}

/** Somebody who answers, and the chance in his answers. */
export class Respondent {
  /** Index of the person. */
  i = 0;
  private readonly subject: number;
  private readonly first: number;
  private readonly use: number;
  private readonly seed: number;
  private readonly own = new Uint32Array(4);

  constructor({ world, company }: Asking, person: number, k: number, use: number) {
    this.subject = k * MOST_ASKED + person;
    this.first = world.quarter * INDICES_PER_QUARTER + company.index * KEYS_A_COMPANY;
    this.use = use;
    this.seed = world.market.luckSeed;
  }

  lanes(index: number, out: Uint32Array): void {
    mix4(out, this.subject, this.first + index, this.use, this.seed);
  }

  /** A standard normal: the error of answer `question`, 0 to 191. */
  error(question: number): number {
    this.lanes(ATTEMPTS + question, this.own);
    return normalOfWord(this.own[2]!);
  }
}
