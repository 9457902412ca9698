/** Figures of an analysis as rows for people: whose figure it is and in which unit. */

import type { KnownReport } from '../../game/reports.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { localText } from '../../text/localText.ts';
import { hasWord, word } from '../../text/words.ts';
import { money, number, percent } from '../format.ts';
import { language } from '../language.svelte.ts';

export interface AnalysisRow {
  key: string;
  name: string;
  figure: string;
}

/** Kinds of id that a figure may be keyed by, tried in this order. */
const wordKinds = ['stock', 'cause', 'need', 'option.biz.forces', 'analysisFigure'] as const;

function keyName(key: string, scenario: Scenario): string {
  const own = [...scenario.market.segments, ...scenario.firms].find(({ id }) => id === key);
  if (own) return localText(own.name, language.current);
  const kind = wordKinds.find((candidate) => hasWord(candidate, key));
  return kind
    ? word(kind, key)
    : key
        .split('.')
        .map((part) => (part === key ? part : keyName(part, scenario)))
        .join(' · ');
}

/** Unit of the figures of an analysis. */
function figureWords(id: string, key: string, value: number, currency: string): string {
  if (key === 'saturation') return percent(value, 0);
  if (id === 'marginBySegment') return money(value, currency);
  if (id === 'churnCauses' || id === 'rivals') return percent(value, 0);
  return id === 'needs' ? percent(value / 1000, 0) : number(value);
}

export function analysisRows(analysis: KnownReport['analyses'][number], scenario: Scenario): readonly AnalysisRow[] {
  return Object.entries(analysis.figures).map(([key, value]) => ({
    key,
    name: keyName(key, scenario),
    figure: figureWords(analysis.id, key, value, scenario.currency),
  }));
}
