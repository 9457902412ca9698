/** What failures and answers do: TARP's eight groups, who complains, the recovery paradox, the second failure. */

import type { ComplaintPolicy } from '../../sim/offer.ts';
import type { ParameterId } from '../../sim/parameters.ts';
import { WORD } from '../../sim/truth/columns.ts';
import { at } from '../../sim/truth/tallies.ts';
import { factMarket, shareStaying, stillOffer } from './factMarket.ts';
import type { Figures } from './measured.ts';

/** Severity of the two kinds of loss: the worst there is, and one of a few dollars. */
const LARGE = 1;
const SMALL = 0.435;
/** A problem that costs money, and a minor one, for the share who complain. */
const SERIOUS = 1;
const MINOR = 0.15;
/** Everybody meets a failure of the same severity. */
const failing = (severity: number): Partial<Record<ParameterId, number>> => ({
  'complaint.severityShape': 0,
  'complaint.severityCeiling': severity,
  'complaint.felt': 0,
});
/** Leaving of customers who meet nothing: 5% a quarter for each. */
const calm = { alpha: 5000, beta: 95_000 };

const nothing: ComplaintPolicy = { ease: 0.5, hours: 1000, remedy: 0, authority: 0, empathy: 0, apology: 0, explanation: 0 };
const excellent: ComplaintPolicy = { ease: 1, hours: 0, remedy: 1, authority: 1, empathy: 1, apology: 1, explanation: 1 };

interface Arm {
  severity: number;
  policy: ComplaintPolicy;
  parameters: Partial<Record<ParameterId, number>>;
}
const silent = { 'complaint.voiceBase': -10, 'complaint.voiceSeverity': 0, 'complaint.voiceEase': 0, 'complaint.voicePropensity': 0 };
const loud = { ...silent, 'complaint.voiceBase': 10 };
const settled = { ...loud, 'complaint.justiceMiddle': 0, 'complaint.justiceLogit': 30 };
const refused = { ...loud, 'complaint.justiceMiddle': 1, 'complaint.justiceLogit': 30 };

const arms: Readonly<Record<string, Arm>> = {
  C1: { severity: LARGE, policy: nothing, parameters: silent },
  C2: { severity: LARGE, policy: nothing, parameters: refused },
  C3: { severity: LARGE, policy: { ...excellent, hours: 96 }, parameters: settled },
  C4: { severity: LARGE, policy: excellent, parameters: settled },
  'C5.1': { severity: SMALL, policy: nothing, parameters: silent },
  'C5.2': { severity: SMALL, policy: nothing, parameters: refused },
  'C5.3': { severity: SMALL, policy: { ...excellent, hours: 96 }, parameters: settled },
  'C5.4': { severity: SMALL, policy: excellent, parameters: settled },
};

/** Share who stay after one failure, by group, and the same without a failure. */
export function repurchase(people: number, seed: number): Figures {
  const figures: Record<string, number> = {};
  for (const [id, { severity, policy, parameters }] of Object.entries(arms)) {
    figures[id] = staying(people, seed, 1, policy, { ...failing(severity), ...parameters });
  }
  const control = staying(people, seed, 0, excellent, {});
  return { ...figures, C8: figures['C5.4']! - control };
}

function staying(
  people: number,
  seed: number,
  failureRate: number,
  complaint: ComplaintPolicy,
  parameters: Partial<Record<ParameterId, number>>,
): number {
  const { market, play } = factMarket({ relation: 'contractual', people, seed, segment: { leaving: calm }, parameters });
  play(1, [stillOffer({ failureRate, complaint })]);
  return shareStaying(market);
}

/** Share of felt failures that are spoken of, at an ordinary door. */
export function voices(people: number, seed: number): Figures {
  const voiced = (severity: number): number => {
    const { play } = factMarket({
      relation: 'contractual',
      people,
      seed,
      segment: { leaving: calm },
      parameters: failing(severity),
    });
    const { tallies } = play(1, [stillOffer({ failureRate: 1 })]);
    return tallies[at.voiced]! / tallies[at.felt]!;
  };
  return { C6: voiced(SERIOUS), C7: voiced(MINOR) };
}

/** Satisfaction after two failures, each excellently made good, less that of customers without a failure. */
export function secondFailure(people: number, seed: number): Figures {
  const satisfied = (failureRate: number): number => {
    const { market, play } = factMarket({
      relation: 'contractual',
      people,
      seed,
      segment: { leaving: calm },
      parameters: { ...failing(SMALL), ...loud },
    });
    for (const quarter of [1, 2]) play(quarter, [stillOffer({ failureRate, complaint: excellent })]);
    const { active, satisfaction } = market.columns;
    let sum = 0;
    let stay = 0;
    active.forEach((bits, i) => {
      if ((bits & 1) === 0) return;
      sum += satisfaction[i]! / WORD;
      stay += 1;
    });
    return sum / stay;
  };
  return { C9: satisfied(1) - satisfied(0) };
}
