/** A forecast as a sentence. */

import type { KpiId } from '../../game/reports.ts';
import type { Prediction } from '../../game/run.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { kpiFigure } from '../format.ts';

/** What the learner said before the round. */
export function forecastWords({ kpi, low, high, because }: Prediction, currency: string): string {
  const figure = (perMille: number): string => kpiFigure(kpi as KpiId, perMille / 1000, currency);
  return m.forecast_said({ kpi: word('kpi', kpi), low: figure(low), high: figure(high), because: word('driver', because) });
}
