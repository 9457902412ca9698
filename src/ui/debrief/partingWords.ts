/** A run that scores above STAY and creates less, or the other way round, in words. */

import type { LuckFinding } from '../../game/luck/luck.ts';
import type { ScoreApart } from '../../game/luck/scoreApart.ts';
import { findingOf } from '../../game/pairs.ts';
import * as m from '../../text/generated/messages.js';
import { money, number, signed } from '../format.ts';

interface Seen {
  finding: LuckFinding;
  currency: string;
  /** What the run has over STAY in each part of the score. */
  apart: () => ScoreApart | null;
}

/** Where score and value created lie on different sides of STAY, each beyond what luck makes: which lies over it; else null. */
export function partsFromStay({ finding: { measures } }: Pick<Seen, 'finding'>): 'score' | 'value' | null {
  if (measures.score.run.band === null) return null;
  const [score, value] = [findingOf(measures.score.againstStay.difference), findingOf(measures.value.againstStay.difference)];
  if (score === 'paid' && value === 'cost') return 'score';
  return score === 'cost' && value === 'paid' ? 'value' : null;
}

/** That score and value created part ways against STAY, and which part of the score makes the difference. */
export function partingSentence(view: Seen): readonly string[] {
  const over = partsFromStay(view);
  const apart = over && view.apart();
  if (!apart) return [];
  const { difference, above, below } = view.finding.measures.value.againstStay;
  const said = {
    amount: money(Math.abs(difference.mean), view.currency),
    of: number(difference.n),
    practice: signed(apart.practice, 1),
    result: signed(apart.result, 1),
    value: signed(apart.value, 1),
  };
  return [over === 'score' ? m.luck_more_less({ ...said, below: number(below) }) : m.luck_less_more({ ...said, above: number(above) })];
}
