/** Organisation, programme, tools and foresight in words: what was decided beside what was the case. */

import { costLineIds } from '../../company/controls.ts';
import { projectsShort } from '../../company/expectation.ts';
import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { fixed, list, money, number, percent } from '../format.ts';
import { language } from '../language.svelte.ts';
import { type CardRow, named, options } from './cardRow.ts';
import { spanWords } from './quarterWords.ts';
import { toolRows } from './toolRows.ts';

export function organisationRows({ leadership, links, consultants }: CardsAgainstTruth): CardRow[] {
  const pairs = (linked: boolean): string[] =>
    links.pairs
      .filter((pair) => pair.linked === linked)
      .map(({ pair, link }) => m.cards_part({ name: optionWord('crm.align.pairs', pair), value: number(link) }));
  const worked = links.pairs.filter((pair) => pair.worked > 0).map(({ pair }) => optionWord('crm.align.pairs', pair));
  const [linked, loose] = [pairs(true), pairs(false)];
  return [
    {
      name: word('card', 'crm.people'),
      said: [m.cards_hours_said({ hours: number(leadership.hours) })],
      truth: [
        leadership.running === 0
          ? m.cards_no_programme()
          : m.cards_owner_truth({ held: number(leadership.wrongOwner), of: number(leadership.running) }),
      ],
    },
    {
      name: word('card', 'crm.align'),
      said: [worked.length > 0 ? list(worked) : m.cards_links_none()],
      truth: [
        ...(linked.length > 0 ? [m.cards_links_linked({ pairs: list(linked) })] : []),
        ...(loose.length > 0 ? [m.cards_links_loose({ pairs: list(loose) })] : []),
      ],
    },
    {
      name: m.cards_context_name(),
      said: [m.cards_context_said({ count: number(100 * links.contextFrom) })],
      truth: [m.cards_context_truth({ count: number(100 * links.contextTo) })],
    },
    {
      name: m.cards_ties_name(),
      said: [m.cards_ties_said({ points: fixed(100 * links.tieFrom) })],
      truth: [m.cards_ties_truth({ points: fixed(100 * links.tieTo) })],
    },
    ...(consultants.length > 0
      ? consultants.map(({ role, from, to, left }) => ({
          name: word('card', 'imp.consult'),
          said: [m.cards_consult_said({ role: optionWord('imp.consult', role), quarters: spanWords(from, to) })],
          truth: [consultantsLeft(left)],
        }))
      : [{ name: word('card', 'imp.consult'), said: [optionWord('imp.consult', 'none')], truth: [] }]),
  ];
}

function consultantsLeft(points: number | null): string {
  if (points === null) return m.cards_consult_stay();
  const size = { points: number(Math.abs(points), 1) };
  return points < 0 ? m.cards_consult_lost(size) : m.cards_consult_won(size);
}

export function programmeRows(
  { course, scope, tool, generations, costs, expectations }: CardsAgainstTruth,
  { currency }: Scenario,
): CardRow[] {
  const planned = new Map(course.map((span) => [span.path, span.planned]));
  return [
    {
      name: word('card', 'crm.path'),
      said:
        course.length > 0
          ? [...planned].map(([path, turns]) => m.cards_course_said({ path: optionWord('crm.path', path), planned: number(turns) }))
          : [optionWord('crm.path', 'stay')],
      truth: course.map(({ state, from, to, hours, stalledBy }) => {
        const said = { state: word('programme', state), quarters: spanWords(from, to), hours: number(hours) };
        return stalledBy === null ? m.cards_span(said) : m.cards_span_stalled({ ...said, cause: word('stallCause', stalledBy) });
      }),
    },
    {
      name: word('control', 'crm.scope'),
      said: [scope === null ? m.cards_none() : optionWord('crm.scope', scope.scope)],
      truth: [
        scope === null
          ? m.cards_no_programme()
          : m.cards_scope_truth({ allowed: percent(scope.allowed, 0), reached: percent(scope.reached, 0) }),
      ],
    },
    ...toolRows(tool, generations),
    {
      name: word('card', 'crm.tco'),
      said: [costs === null ? m.cards_none() : m.cards_tco_said({ lines: number(costs.lines), of: number(costLineIds.length) })],
      truth:
        costs === null
          ? [m.cards_tco_unbilled()]
          : [
              m.cards_tco_truth({ planned: number(costs.planned, 1), unplanned: number(costs.unplanned, 1) }),
              ...(costs.leftOut.length > 0 ? [m.cards_tco_left({ lines: list(options('crm.tco', costs.leftOut)) })] : []),
            ],
    },
    expectationRow(expectations, currency),
  ];
}

/** What was promised, what came of it by the day, and how often such projects fall short. */
function expectationRow(expectations: CardsAgainstTruth['expectations'], currency: string): CardRow {
  const [first] = expectations;
  return {
    name: m.cards_expect_name(),
    said:
      first === undefined
        ? [optionWord('crm.expect', 'none')]
        : expectations.map(({ within, due }) => m.cards_expect_said({ within: number(within), due: number(due) })),
    truth: [
      ...expectations.map(({ gain, met }) => {
        const by = { gain: money(gain, currency) };
        return met === null ? m.cards_expect_open(by) : met ? m.cards_expect_met(by) : m.cards_expect_missed(by);
      }),
      m.cards_expect_base({ low: percent(projectsShort.low, 0), high: percent(projectsShort.high, 0) }),
    ],
  };
}

export function aheadRows({ rival, reactions, findings }: CardsAgainstTruth, { events }: Scenario): CardRow[] {
  const line = (quarter: number, move: string): string => m.cards_rival_line({ quarter: number(quarter), move: word('rivalMove', move) });
  const right = rival.filter(({ said, seen }) => said === seen).length;
  const titleOf = (id: string): string => {
    const event = events.find((each) => each.id === id);
    return event ? localText(event.title, language.current) : id;
  };
  return [
    {
      name: word('card', 'prd.rival'),
      said: rival.length > 0 ? rival.map(({ quarter, said }) => line(quarter, said)) : [optionWord('prd.rival', 'none')],
      truth:
        rival.length > 0
          ? [
              ...rival.map(({ quarter, seen }) => line(quarter, seen)),
              m.cards_rival_right({ right: number(right), of: number(rival.length) }),
            ]
          : [],
    },
    {
      name: m.cards_events_name(),
      said: [m.cards_events_said({ count: number(reactions.length) })],
      truth: reactions.map(({ event, quarter, after, changed }) =>
        after === null
          ? m.cards_reaction_none({ event: titleOf(event), quarter: number(quarter) })
          : m.cards_reaction({ event: titleOf(event), quarter: number(quarter), after: number(after), changed: number(changed) }),
      ),
    },
    {
      name: word('card', 'ana.buy'),
      said: [named(options('ana.buy', findings.bought))],
      truth: [
        ...(findings.never.length > 0 ? [m.cards_findings_never({ analyses: list(options('ana.buy', findings.never)) })] : []),
        m.cards_findings_audits({ count: number(findings.audits) }),
        m.cards_findings_acted({ found: number(findings.found), acted: number(findings.acted) }),
      ],
    },
  ];
}
