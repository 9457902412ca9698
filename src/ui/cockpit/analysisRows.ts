/** Figures of an analysis as rows for people: whose figure it is and in which unit. */

import type { KnownReport } from '../../game/reports.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
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
  if (id === 'churnCauses' || id === 'rivals' || id === 'unheard') return percent(value, 0);
  return id === 'needs' ? percent(value / 1000, 0) : number(value);
}

/** One row a figure; the ends of its interval, where it has one, stand behind it. */
export function analysisRows({ id, figures }: KnownReport['analyses'][number], scenario: Scenario): readonly AnalysisRow[] {
  const said = (key: string): string => figureWords(id, key, figures[key]!, scenario.currency);
  const isEnd = (key: string): boolean => key.endsWith('.low') || key.endsWith('.high');
  return Object.keys(figures)
    .filter((key) => !isEnd(key))
    .map((key) => ({
      key,
      name: keyName(key, scenario),
      figure:
        figures[`${key}.low`] === undefined
          ? said(key)
          : m.analysis_range({ value: said(key), low: said(`${key}.low`), high: said(`${key}.high`) }),
    }));
}
