/** Organisation, programme, tools and foresight in words: what was decided beside what was the case. */

import { costLineIds } from '../../company/controls.ts';
import { projectsShort } from '../../company/expectation.ts';
import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { fixed, list, number } from '../format.ts';
import { opening } from '../glassBox/opening.ts';
import { language } from '../language.svelte.ts';
import { type CardRow, named, options, telling } from './cardRow.ts';
import { spanWords } from './quarterWords.ts';
import { toolRows } from './toolRows.ts';

export function organisationRows({ leadership, links, consultants }: CardsAgainstTruth): CardRow[] {
  const pairs = (linked: boolean): string[] =>
    links.pairs
      .filter((pair) => pair.linked === linked)
      .map(({ pair, link }) => m.cards_part({ name: optionWord('crm.align.pairs', pair), value: opening(`link.${pair}`, number(link)) }));
  const worked = links.pairs.filter((pair) => pair.worked > 0).map(({ pair }) => optionWord('crm.align.pairs', pair));
  const [linked, loose] = [pairs(true), pairs(false)];
  const [context, ties] = [telling('context', m.cards_context_name()), telling('ties', m.cards_ties_name())];
  const people = word('card', 'crm.people');
  const lost = (share: number): string => context.as('share', share, number(100 * share));
  const tied = (tie: number): string => ties.as('points', 100 * tie, fixed(100 * tie));
  return [
    {
      name: people,
      said: [m.cards_hours_said({ hours: telling('hours', people).count(leadership.hours) })],
      truth: [
        leadership.running === 0
          ? m.cards_no_programme()
          : m.cards_owner_truth({ held: telling('owner', people).count(leadership.wrongOwner), of: number(leadership.running) }),
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
      said: [m.cards_context_said({ count: lost(links.contextFrom) })],
      truth: [m.cards_context_truth({ count: lost(links.contextTo) })],
    },
    {
      name: m.cards_ties_name(),
      said: [m.cards_ties_said({ points: tied(links.tieFrom) })],
      truth: [m.cards_ties_truth({ points: tied(links.tieTo) })],
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
  const size = { points: telling('consultants', word('card', 'imp.consult')).as('points', points, number(Math.abs(points), 1)) };
  return points < 0 ? m.cards_consult_lost(size) : m.cards_consult_won(size);
}

export function programmeRows(
  { course, scope, tool, generations, costs, expectations }: CardsAgainstTruth,
  { currency }: Scenario,
): CardRow[] {
  const planned = new Map(course.map((span) => [span.path, span.planned]));
  const [path, reach] = [word('card', 'crm.path'), telling('scope', word('control', 'crm.scope'))];
  const [plan, hoursOf, owned] = [telling('planned', path), telling('hours', path), telling('ownership', word('card', 'crm.tco'))];
  const units = (value: number): string => owned.as('units', value, number(value, 1));
  return [
    {
      name: path,
      said:
        course.length > 0
          ? [...planned].map(([id, turns]) => m.cards_course_said({ path: optionWord('crm.path', id), planned: plan.count(turns) }))
          : [optionWord('crm.path', 'stay')],
      truth: course.map(({ state, from, to, hours, stalledBy }) => {
        const said = { state: word('programme', state), quarters: spanWords(from, to), hours: hoursOf.count(hours) };
        return stalledBy === null ? m.cards_span(said) : m.cards_span_stalled({ ...said, cause: word('stallCause', stalledBy) });
      }),
    },
    {
      name: word('control', 'crm.scope'),
      said: [scope === null ? m.cards_none() : optionWord('crm.scope', scope.scope)],
      truth: [
        scope === null
          ? m.cards_no_programme()
          : m.cards_scope_truth({ allowed: reach.share(scope.allowed, 0), reached: reach.share(scope.reached, 0) }),
      ],
    },
    ...toolRows(tool, generations),
    {
      name: word('card', 'crm.tco'),
      said: [costs === null ? m.cards_none() : m.cards_tco_said({ lines: owned.count(costs.lines), of: number(costLineIds.length) })],
      truth:
        costs === null
          ? [m.cards_tco_unbilled()]
          : [
              m.cards_tco_truth({ planned: units(costs.planned), unplanned: units(costs.unplanned) }),
              ...(costs.leftOut.length > 0 ? [m.cards_tco_left({ lines: list(options('crm.tco', costs.leftOut)) })] : []),
            ],
    },
    expectationRow(expectations, currency),
  ];
}

/** What was promised, what came of it by the day, and how often such projects fall short. */
function expectationRow(expectations: CardsAgainstTruth['expectations'], currency: string): CardRow {
  const [first] = expectations;
  const name = m.cards_expect_name();
  const [promised, short] = [telling('promised', name, currency), telling('projectsShort', name)];
  return {
    name,
    said:
      first === undefined
        ? [optionWord('crm.expect', 'none')]
        : expectations.map(({ within, due }) => m.cards_expect_said({ within: promised.count(within), due: number(due) })),
    truth: [
      ...expectations.map(({ gain, met }) => {
        const by = { gain: promised.money(gain) };
        return met === null ? m.cards_expect_open(by) : met ? m.cards_expect_met(by) : m.cards_expect_missed(by);
      }),
      m.cards_expect_base({ low: short.share(projectsShort.low, 0), high: short.share(projectsShort.high, 0) }),
    ],
  };
}

export function aheadRows({ rival, reactions, findings }: CardsAgainstTruth, { events }: Scenario): CardRow[] {
  const line = (quarter: number, move: string): string => m.cards_rival_line({ quarter: number(quarter), move: word('rivalMove', move) });
  const right = rival.filter(({ said, seen }) => said === seen).length;
  const found = telling('findings', word('card', 'ana.buy'));
  const reacted = telling('events', m.cards_events_name());
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
              m.cards_rival_right({ right: telling('forecasts', word('card', 'prd.rival')).count(right), of: number(rival.length) }),
            ]
          : [],
    },
    {
      name: m.cards_events_name(),
      said: [m.cards_events_said({ count: reacted.count(reactions.length) })],
      truth: reactions.map(({ event, quarter, after, changed }) =>
        after === null
          ? m.cards_reaction_none({ event: titleOf(event), quarter: number(quarter) })
          : m.cards_reaction({
              event: titleOf(event),
              quarter: number(quarter),
              after: reacted.count(after),
              changed: reacted.count(changed),
            }),
      ),
    },
    {
      name: word('card', 'ana.buy'),
      said: [named(options('ana.buy', findings.bought))],
      truth: [
        ...(findings.never.length > 0 ? [m.cards_findings_never({ analyses: list(options('ana.buy', findings.never)) })] : []),
        m.cards_findings_audits({ count: found.count(findings.audits) }),
        m.cards_findings_acted({ found: found.count(findings.found), acted: found.count(findings.acted) }),
      ],
    },
  ];
}
