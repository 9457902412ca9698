/** What the printed report says, row by row; nothing is reckoned here that another chapter does not show. */

import { roundsOf } from '../../../game/contributions/contributionPlan.ts';
import { groupIds } from '../../../game/contributions/groups.ts';
import type { KnownReport, Score } from '../../../game/reports.ts';
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
import { aheadWords } from '../../runs/aheadWords.ts';
import { type DecidedIn, decidedBy } from '../decidedIn.ts';
import { evidenceRow } from '../evidenceWords.ts';
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
      points: m.criterion_points({ points: fixed(points ?? 0), of: fixed(of) }),
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
      known: seen ? say(estimate.value!) : m.report_unknown(),
      range: seen ? rangeWords(kpi, estimate, currency) : '–',
      truth: gap
        ? m.report_true_among({ all: say(gap.truth), framed: say(gap.framed), frame: word('frame', gap.frame) })
        : last
          ? say(last.truth)
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

const meter = ({ value }: { value: number | null }): string => (value === null ? '–' : number(value));

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
    information: meter(matrix.information),
    individualisation: meter(matrix.individualisation),
    programme: programmeWords(programme),
  }));

/** Decisions by round, each in a few words. */
export function decisionLines({ closedRun, scenario }: Pick<Session, 'closedRun' | 'scenario'>): DecidedIn[] {
  const { entries } = closedRun;
  return decidedBy(entries, roundsOf(entries, scenario.firms[0].id), new Set(groupIds), scenario);
}
