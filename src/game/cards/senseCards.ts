/** What was watched for against what came: how long before it each happening was heard of, and how soon it was answered. */

import type { SenseId } from '../../company/controlOptions.ts';
import { concerningEvents, signOfAnswer, signOfEvent } from '../../company/marketSigns.ts';
import type { RivalAnswer } from '../../company/rivalMachine.ts';
import { type CardsRun, coefficients, mean, specOf } from './run.ts';
import { planChanges } from './lookingCards.ts';

export interface Sensed {
  sign: SenseId;
  /** Id of the rival or of the event. */
  about: string;
  /** A rival's move; null for a happening. */
  move: RivalAnswer | null;
  /** Quarter in which it came, and in which it was first heard of without a break; null where it was not. */
  came: number;
  heard: number | null;
  /** Quarters from hearing, or from its coming where it was not heard of, until the plan was changed; null = it never was. */
  answered: number | null;
}

export interface SensedRun {
  happenings: readonly Sensed[];
  /** Mean quarters of warning of those that were heard of; null where none was. */
  lead: number | null;
  /** Mean quarters until an answer, of the firm and of its rivals by their temper; null where there was nothing to answer or no rival. */
  answer: number | null;
  rivalAnswer: number | null;
}

/** Moves of rivals that a signal goes before. */
const isAnswer = (move: string): move is RivalAnswer => Object.hasOwn(signOfAnswer, move);

/** Happenings in the order in which they came: events that concern the firm, and moves that rivals began. */
function happened(run: CardsRun): Omit<Sensed, 'heard' | 'answered'>[] {
  const last = run.known.at(-1)?.quarter ?? 0;
  const events = concerningEvents(run.scenario.events, specOf(run).id, run.scenario.firms).flatMap((event) => {
    const sign = signOfEvent[event.kind];
    return sign === null || event.quarter > last ? [] : [{ sign, about: event.id, move: null, came: event.quarter }];
  });
  const moves = run.known.flatMap(({ quarter, rivals }, place) =>
    rivals.flatMap(({ id, move }) => {
      const before = run.known[place - 1]?.rivals.find((rival) => rival.id === id)?.move ?? 'steady';
      return isAnswer(move) && move !== before ? [{ sign: signOfAnswer[move], about: id, move, came: quarter }] : [];
    }),
  );
  return [...events, ...moves].sort((a, b) => a.came - b.came || (a.about < b.about ? -1 : a.about > b.about ? 1 : 0));
}

/** First quarter of the unbroken row of reports before `came` that named the sign; null where the last of them did not. */
function heardFrom(run: CardsRun, { sign, about, came }: Omit<Sensed, 'heard' | 'answered'>): number | null {
  let heard: number | null = null;
  for (const { quarter, marketSigns = [] } of [...run.known].reverse()) {
    if (quarter >= came) continue;
    if (!marketSigns.some((seen) => seen.sign === sign && seen.about === about)) break;
    heard = quarter;
  }
  return heard;
}

export function sensedAgainstEvents(run: CardsRun): SensedRun {
  const answeredAfter = (quarter: number): number | null => {
    const places = run.quarters.map((_, place) => place).filter((place) => run.quarters[place]!.quarter > quarter);
    const place = places.find((at) => planChanges(run.quarters[at - 1]?.plan ?? run.opening.lastPlan, run.quarters[at]!.plan) > 0);
    return place === undefined ? null : run.quarters[place]!.quarter - quarter;
  };
  const happenings = happened(run).map((each): Sensed => {
    const heard = heardFrom(run, each);
    return { ...each, heard, answered: answeredAfter(heard ?? each.came) };
  });
  const leads = happenings.flatMap(({ came, heard }) => (heard === null ? [] : [came - heard]));
  const answers = happenings.flatMap(({ answered }) => (answered === null ? [] : [answered]));
  const p = coefficients(run);
  const lags = run.scenario.firms.slice(1).map(({ rival }) => rival?.lag ?? p['rival.lag']);
  return {
    happenings,
    lead: leads.length > 0 ? mean(leads) : null,
    answer: answers.length > 0 ? mean(answers) : null,
    rivalAnswer: lags.length > 0 ? mean(lags) : null,
  };
}
