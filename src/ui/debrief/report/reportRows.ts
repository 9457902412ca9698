/** What the printed report says, row by row, with numbers that open; nothing is reckoned here that another chapter does not show. */

import { groupIds } from '../../../game/contributions/groups.ts';
import type { KnownReport, Score } from '../../../game/reports.ts';
import { roundChanges } from '../../../game/whatIf/roundChanges.ts';
import * as m from '../../../text/generated/messages.js';
import { localText } from '../../../text/localText.ts';
import { word } from '../../../text/words.ts';
import { optionWord } from '../../cockpit/planWords.ts';
import { rangeWords } from '../../estimates.ts';
import { fixed, kpiOfScale, number } from '../../format.ts';
import type { FinishedRun } from '../../gameClient.ts';
import { mainKpis } from '../../kpis.ts';
import { language } from '../../language.svelte.ts';
import type { Session } from '../../session.svelte.ts';
import { opening } from '../../glassBox/opening.ts';
import { aheadWords } from '../../runs/aheadWords.ts';
import { type DecidedIn, decidedBy } from '../decidedIn.ts';
import { evidenceRow } from '../evidenceWords.ts';
import { toldOf } from '../whatIf/decisionWords.ts';
import { frameGap, truthFinding, truthSeries } from '../truthSeries.ts';

export interface Fact {
  name: string;
  value: string;
}

/** What was played: all that is needed to play it again, without a date or a clock. */
export function runFacts({ scenario, choice, keeping }: Pick<Session, 'scenario' | 'choice' | 'keeping'>, quarters: number): Fact[] {
  const { epoch, app, assignment } = keeping.log;
  const world = scenario.worlds[choice.world];
  return [
    { name: m.report_scenario(), value: localText(scenario.title, language.current) },
    ...(world ? [{ name: m.report_world({ place: number(choice.world + 1) }), value: localText(world.about, language.current) }] : []),
    { name: m.report_seeds(), value: m.report_seeds_value({ people: String(choice.populationSeed), luck: String(choice.luckSeed) }) },
    { name: m.report_size(), value: m.report_size_value({ customers: number(choice.customers), quarters: number(quarters) }) },
    { name: m.report_engine(), value: m.report_engine_value({ epoch: number(epoch), app }) },
    { name: m.report_ahead(), value: aheadWords(keeping.log) },
    ...(assignment ? [{ name: m.report_assignment(), value: `${assignment.id} · ${assignment.student}` }] : []),
  ];
}

export interface CriterionLine {
  id: string;
  name: string;
  points: string;
  level: string;
  evidence: string;
}

/** Every criterion that was judged, with the figures it rests on in one line. */
export const criterionLines = ({ criteria }: Score, currency: string): CriterionLine[] =>
  criteria
    .filter(({ points }) => points !== null)
    .map(({ id, points, of, level, evidence }) => ({
      id,
      name: word('criterion', id),
      points: m.criterion_points({ points: opening(`criterion.${id}`, fixed(points ?? 0)), of: fixed(of) }),
      level: level === null ? '' : m.criterion_level({ level: number(level), word: word('criterionLevel', String(level)) }),
      evidence: evidence
        .map((each) => evidenceRow(each, currency))
        .filter(({ value }) => value !== '')
        .map(({ name, value, place }) => `${name}: ${value}${place === '' ? '' : ` (${place})`}`)
        .join('; '),
    }));

export interface KpiLine {
  name: string;
  known: string;
  range: string;
  truth: string;
  missed: string;
}

function missedWords(times: number, intervals: number, missed: number): string {
  if (times === 0) return '–';
  return intervals === 0 ? m.estimate_counted() : m.report_missed({ missed: number(missed), known: number(intervals) });
}

/** The main figures at the end, known beside true, and how often an interval missed over the run. */
export function kpiLines({ known, truth }: Pick<FinishedRun, 'known' | 'truth'>, currency: string): KpiLine[] {
  return mainKpis.map((kpi): KpiLine => {
    const points = truthSeries(kpi, truth, known);
    const last = points.at(-1);
    const estimate = last?.known ?? null;
    const { known: times, intervals, intervalsMissed } = truthFinding(points);
    const gap = frameGap(points.slice(-1));
    const say = (value: number): string => kpiOfScale(kpi, value, currency);
    const seen = estimate !== null && estimate.value !== null;
    return {
      name: word('kpi', kpi),
      known: seen ? opening(`kpi.${kpi}`, say(estimate.value!), { side: 'known' }) : m.report_unknown(),
      range: seen ? rangeWords(kpi, estimate, currency) : '–',
      truth: gap
        ? m.report_true_among({ all: opening(`kpi.${kpi}`, say(gap.truth)), framed: say(gap.framed), frame: word('frame', gap.frame) })
        : last
          ? opening(`kpi.${kpi}`, say(last.truth))
          : '–',
      missed: missedWords(times, intervals, intervalsMissed),
    };
  });
}

export interface PathLine {
  quarter: string;
  level: string;
  information: string;
  individualisation: string;
  programme: string;
}

/** An axis of the matrix; where the firm began it is given and not reckoned. */
const meter = (id: string, { value }: { value: number | null }, quarter: number): string => {
  if (value === null) return '–';
  return quarter === 0 ? number(value) : opening(id, number(value), { quarter, side: 'known' });
};

function programmeWords({ state, path }: KnownReport['programme']): string {
  if (state === 'idle') return '–';
  const words = word('machineState', `programme.${state}`);
  return path === 'stay' ? words : `${optionWord('crm.path', path)} · ${words}`;
}

/** Where the firm stood on the matrix quarter by quarter, by what it knew, and what became of its programme. */
export const pathLines = (known: readonly KnownReport[]): PathLine[] =>
  known.map(({ quarter, matrix, programme }) => ({
    quarter: number(quarter),
    level: word('level', matrix.level),
    information: meter('matrix.information', matrix.information, quarter),
    individualisation: meter('matrix.individualisation', matrix.individualisation, quarter),
    programme: programmeWords(programme),
  }));

/** Decisions by round: what changed of the plan that held before, and what was said again. */
export const decisionLines = (session: Pick<Session, 'closedRun' | 'scenario' | 'history'>): DecidedIn[] =>
  decidedBy(roundChanges(session.scenario, session.closedRun.entries), new Set(groupIds), toldOf(session));
