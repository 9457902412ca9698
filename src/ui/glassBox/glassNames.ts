/** What the numbers of the glass box are called, by the ids of their formulas. */

import type { ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { hasWord, word } from '../../text/words.ts';
import { optionWord, segmentName } from '../cockpit/planWords.ts';
import { inSentence } from '../format.ts';
import { figureName } from '../review/reviewFigures.ts';
import { methodWord } from '../review/reviewWords.ts';

type Name = (rest: string, scenario: Scenario | undefined) => string;

/** Score, or customer equity. */
const measureName = (id: string): string => (id === 'score' ? m.contributions_score() : m.contributions_equity());
const split = (rest: string, by: string): [string, string] => {
  const at = rest.indexOf(by);
  return at < 0 ? [rest, ''] : [rest.slice(0, at), rest.slice(at + 1)];
};
const coded = (id: string): string => `${id} · ${word('criterion', id)}`;

/** A part of the run's score or equity: that of a group of decisions. */
function shareName(rest: string): string {
  const [measure, group] = split(rest, '.');
  const said = { measure: inSentence(measureName(measure)) };
  return group === 'nobody' ? m.glass_share_nobody(said) : m.glass_share({ ...said, group: word('contributionGroup', group) });
}

/** Names of the figures that are one of a kind, by what stands before the first dot. */
const kinds: Readonly<Record<string, Name>> = {
  kpi: (id) => word('kpi', id),
  stock: (id) => m.glass_stock({ stock: inSentence(word('stock', id)) }),
  link: (pair) => m.glass_link({ pair: word('option', `crm.align.pairs.${pair}`) }),
  books: (flow) => m.glass_flow({ flow: inSentence(word('flow', flow)) }),
  gap: (path) => m.glass_gap({ path: path.toUpperCase() }),
  criterion: coded,
  place: (id) => m.glass_place({ name: coded(id) }),
  share: shareName,
  whole: (of) => word('glassName', `whole.${split(of, '.')[0]}`),
  parts: (of) => word('glassName', `parts.${split(of, '.')[0]}`),
  together: (of) => word('glassName', `together.${split(of, '.')[0]}`),
  difference: (id) => m.glass_difference({ figure: inSentence(hasWord('kpi', id) ? word('kpi', id) : word('glassFigure', id)) }),
};

/** What a family is of, by its head: a group of customers, a field, a list. */
const parts: Readonly<Record<string, Name>> = {
  'data.filled': (field) => optionWord('dat.fields', field),
  'data.holding': (block) => word('block', block),
  'data.age': (id) => {
    const [block, age] = split(id, '/');
    return `${word('block', block)}, ${word('ageClass', age)}`;
  },
  'data.share': (list) => word('list', list),
  'data.numbered': (list) => word('list', list),
  'data.rows': (list) => word('list', list),
  'data.consent': (id) => {
    const [purpose, state] = split(id, '/');
    return `${word('purpose', purpose)}, ${word('glassConsent', state)}`;
  },
  'data.agreeing': (id) =>
    id
      .split('/')
      .map((list) => word('list', list))
      .join(' – '),
  'data.audited': (id) => word('glassAudited', id),
  change: (id) => inSentence(word('kpi', split(id, '/')[0])),
  lesson: (id) => word('lesson', split(id, '/')[0]),
  benefit: (id) => word('benefitFigure', split(id, '/')[0]),
  party: (id) => word('partyFigure', split(id, '/')[0]),
  ask: (id) => word('glassAsk', split(id, '/')[0]),
  review: (id, scenario) => {
    const [method, figure] = split(id, '/');
    return scenario ? figureName({ method: method as ReviewMethodId, id: figure }, scenario) : '';
  },
};

function familyName(head: string, argument: string, scenario: Scenario | undefined): string {
  if (head === 'round') {
    const [measure, round] = split(argument, '/');
    return m.glass_round({ round, measure: inSentence(measureName(measure)) });
  }
  // Cards name their numbers themselves.
  if (head.startsWith('mirror.') || head === 'card') return word('glassName', head);
  if (head === 'rest') return word('glassName', `rest.${split(argument, '/')[0]}`);
  if (head.startsWith('segment.')) {
    const segment = scenario ? segmentName(scenario.market.segments, argument) : argument;
    return m.glass_of({ figure: word('kpi', head.slice('segment.'.length)), name: segment });
  }
  const figure = head === 'review' ? methodWord(split(argument, '/')[0] as ReviewMethodId) : word('glassName', head);
  return m.glass_of({ figure, name: parts[head]?.(argument, scenario) ?? argument });
}

/** The name of a number by the id of its formula. @param scenario for names that it gives itself */
export function formulaName(id: string, scenario?: Scenario): string {
  const [head, argument] = split(id, ':');
  if (argument !== '') return familyName(head, argument, scenario);
  const [kind, rest] = split(id, '.');
  if (kind === 'luck' && rest.includes('.')) {
    const [measure, spread] = split(rest, '.');
    return m.glass_luck_of({ spread: word('glassSpread', spread), measure: inSentence(word('luckMeasure', measure)) });
  }
  return kinds[kind]?.(rest, scenario) ?? word('glassName', id);
}
