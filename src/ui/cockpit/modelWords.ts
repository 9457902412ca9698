/** What a firm knows of its models, in sentences whose figures open. */

import type { ModelsKnown } from '../../game/known/models.ts';
import type { Estimate } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { opening } from '../glassBox/opening.ts';
import { number, percent } from '../format.ts';
import { optionWord } from './planWords.ts';

const said = ({ value }: Estimate): string => percent(value ?? 0);
const rangeOf = ({ low, high }: Estimate): string => `${percent(low ?? 0)}–${percent(high ?? 0)}`;

export function modelReadings({ models, known, scored, listed, churn }: ModelsKnown): string[] {
  const running = m.models_running({ models: models.map((model) => optionWord('dat.model', model)).join(' · ') });
  const readings = [running, m.models_scored({ scored: number(scored), known: number(known), listed: number(listed) })];
  if (churn === null) return readings;
  const { top, all, control } = churn;
  readings.push(
    m.models_stated({ top: opening('model.statedTop', percent(top.stated)), all: opening('model.statedAll', percent(all.stated)) }),
  );
  if (top.left.value === null) return [...readings, m.models_unseen({ why: word('why', top.left.why ?? 'tooEarly') })];
  readings.push(
    m.models_found({
      top: opening('model.leftTop', said(top.left)),
      topRange: rangeOf(top.left),
      topN: number(top.n),
      all: opening('model.leftAll', said(all.left)),
      allRange: rangeOf(all.left),
      allN: number(all.n),
    }),
    control.left.value === null
      ? m.models_control_few()
      : m.models_control({ left: opening('model.leftControl', said(control.left)), range: rangeOf(control.left), n: number(control.n) }),
  );
  return readings;
}
