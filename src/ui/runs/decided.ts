/** What a plan of a kept run decided, also where its engine had other controls than today's. */

import { controls, type QuarterPlan } from '../../company/controls.ts';
import { word } from '../../text/words.ts';
import { valueWords, type Segments } from '../cockpit/planWords.ts';

/** Each decision with what was chosen; what today's engine does not know stands as it is written. */
export const decidedWords = (plan: Partial<QuarterPlan>, segments: Segments): readonly string[] =>
  Object.entries(plan).map(([id, value]) => {
    const control = controls.find((one) => one.id === id);
    if (!control) return `${id}: ${JSON.stringify(value)}`;
    let words: string;
    try {
      words = valueWords(control, plan as QuarterPlan, segments);
    } catch {
      // A value of another shape than this control has today.
      words = JSON.stringify(value);
    }
    return `${word('control', id)}: ${words}`;
  });
