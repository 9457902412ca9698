/** What a run came to, in a sentence above the debrief. */

import type { Score, TruthReport } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { bare, type Mark } from '../glassBox/opening.ts';
import { kpiOfScale, money, number, signedMoney } from '../format.ts';

/** The result first: the score once all draws that grade are played, true customer equity and how it changed, satisfaction. */
export function headlineWords(score: Score | null, truth: readonly TruthReport[], currency: string, mark: Mark = bare): string {
  const [first, last] = [truth[0]!, truth.at(-1)!];
  const said = {
    equity: mark('kpi.equity', money(last.kpi.equity, currency)),
    change: signedMoney(last.kpi.equity - first.kpi.equity, currency),
    satisfaction: mark('kpi.satisfaction', kpiOfScale('satisfaction', last.kpi.satisfaction, currency)),
  };
  return score === null
    ? m.debrief_headline(said)
    : m.debrief_headline_scored({ ...said, score: mark('score.total', number(score.total)) });
}
