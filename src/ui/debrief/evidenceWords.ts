/** A figure that a criterion rests on, in words: its name, its value in its unit, and where in the log it stands. */

import { type Evidence, type FigureUnit, figureUnits } from '../../game/score/evidence.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { fixed, kpiFigure, money, number, percent } from '../format.ts';

/** Yes or no; where the draws of luck differ, how often it was so. */
function yesNo(value: number): string {
  if (value >= 1) return m.evidence_yes();
  return value <= 0 ? m.evidence_no() : m.evidence_partly({ share: percent(value, 0) });
}

function valueWords(value: number, unit: FigureUnit, currency: string): string {
  switch (unit) {
    case 'share':
      return percent(value, 1);
    case 'points':
      return fixed(value, 1);
    case 'money':
      return money(value, currency);
    case 'units':
    case 'number':
      return fixed(value, 2);
    case 'quarter':
      return m.evidence_quarter({ quarter: number(value) });
    case 'yes':
      return yesNo(value);
    case 'count':
      return number(value, 1);
  }
}

export interface EvidenceRow {
  key: string;
  name: string;
  value: string;
  /** Empty where it belongs to no single decision. */
  place: string;
}

export function evidenceRow({ figure, kpi, value, quarter, seq }: Evidence, currency: string): EvidenceRow {
  const place =
    quarter === undefined
      ? ''
      : seq === undefined
        ? m.evidence_quarter({ quarter: number(quarter) })
        : m.evidence_entry({ quarter: number(quarter), seq: number(seq + 1) });
  if (figure !== undefined) {
    const said = value === undefined ? '' : valueWords(value, figureUnits[figure], currency);
    return { key: figure, name: word('figure', figure), value: said, place };
  }
  const name = kpi === undefined ? '' : word('kpi', kpi);
  return { key: kpi ?? '', name, value: kpi === undefined || value === undefined ? '' : kpiFigure(kpi, value, currency), place };
}
