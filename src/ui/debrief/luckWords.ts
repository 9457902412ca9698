/** Skill and luck in words, and as strips of dots. */

import { gradingSeeds } from '../../game/gradingTerms.ts';
import type { AgainstWay, LuckFinding, LuckMeasure, LuckOf } from '../../game/luck/luck.ts';
import type { ScoreApart } from '../../game/luck/scoreApart.ts';
import { findingOf } from '../../game/pairs.ts';
import type { Score } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import type { SpreadId } from '../../game/glassBox/replayedFormulas.ts';
import type { StripData } from '../chart/stripData.ts';
import { bare, type Mark } from '../glassBox/opening.ts';
import { partingSentence, partsFromStay } from './partingWords.ts';
import { ruinSentences } from './ruinWords.ts';
import { axisMoney, fixed, inSentence, money, number, percent, signed, signedMoney } from '../format.ts';

/** What is looked at: a measure of a finding, in the currency of the scenario. */
export interface LuckView {
  finding: LuckFinding;
  measure: LuckMeasure;
  currency: string;
  /** Quarters of the run: what lies beyond is its run-off. */
  quarters: number;
  /** What the run has over STAY in each part of the score. */
  apart: () => ScoreApart | null;
  /** Makes a figure of the run one that opens; bare where left out. */
  mark?: Mark;
}
/** A figure of how the draws of the run lie, as one that opens. */
const marked =
  ({ measure, mark = bare }: LuckView) =>
  (spread: SpreadId | 'percentile' | 'gift', words: string): string =>
    mark(`luck.${measure}.${spread}`, words);
const ofView = ({ finding, measure }: LuckView): LuckOf => finding.measures[measure];
const isMoney = (measure: LuckMeasure): boolean => measure === 'value';
const nameOf = (measure: LuckMeasure): string => inSentence(word('luckMeasure', measure));

/** A value of the measure in running text; its unit is in the note. */
const figureOf =
  ({ measure, currency }: LuckView) =>
  (value: number): string =>
    isMoney(measure) ? money(value, currency) : fixed(value);
const axisOf =
  ({ measure, currency }: LuckView) =>
  (value: number): string =>
    isMoney(measure) ? axisMoney(value, currency) : number(value, 1);
/** A difference with its sign and its unit. */
const changeOf =
  ({ measure, currency }: LuckView) =>
  (value: number): string =>
    isMoney(measure) ? signedMoney(value, currency) : m.evaluation_points({ points: signed(value, 1) });
/** How large a difference is, with its unit. */
const amountOf = (view: LuckView, value: number): string =>
  isMoney(view.measure) ? money(Math.abs(value), view.currency) : m.evaluation_points({ points: number(Math.abs(value), 1) });

export const luckUnit = ({ measure, currency }: LuckView): string => (isMoney(measure) ? currency : m.luck_unit_points());

/** True while there are too few draws to tell tenths of: until then nothing is called skill or luck. */
const isFew = (view: LuckView): boolean => ofView(view).run.band === null;

/** What the draws of the run itself say. */
export function luckTitle(view: LuckView): string {
  const { run, own } = ofView(view);
  const say = figureOf(view);
  const measure = nameOf(view.measure);
  if (run.band === null) return m.luck_few({ draws: number(view.finding.draws), measure });
  const open = marked(view);
  const [low, high] = [open('low', say(run.band[0])), open('high', say(run.band[1]))];
  return own ? m.luck_band_own({ measure, low, high, own: say(own.value) }) : m.luck_band({ measure, low, high });
}

/** How far luck moved the run as it was played, and what the score has to do with it. */
export function luckSentences(view: LuckView, score: Score | null): readonly string[] {
  const { run, own } = ofView(view);
  const open = marked(view);
  const { mark = bare } = view;
  const sentences: string[] = [];
  if (own && run.band) {
    const amount = open('gift', amountOf(view, own.luck));
    const below = open('percentile', percent(own.percentile / 100, 0));
    if (own.lean === 'lucky') sentences.push(m.luck_lucky({ below, amount }));
    else if (own.lean === 'unlucky')
      sentences.push(m.luck_unlucky({ above: open('percentile', percent(1 - own.percentile / 100, 0)), amount }));
    else sentences.push(m.luck_even({ below, amount }));
  }
  const { ruined, draws } = view.finding;
  const ruin = { ruined: number(ruined), of: number(draws) };
  if (ruined > 0) {
    sentences.push(2 * ruined > draws && !isFew(view) ? m.luck_ruined_mostly(ruin) : m.luck_ruined(ruin));
    sentences.push(...ruinSentences(view));
  }
  if (view.measure === 'score' && score !== null && own) {
    const given = m.luck_adjusted({ score: mark('score.total', fixed(score.total)), seeds: number(gradingSeeds.length) });
    const gap = Math.abs(score.total - run.mean) >= 0.05;
    sentences.push(gap ? `${given} ${m.luck_adjusted_gap({ mean: open('mean', fixed(run.mean)) })}` : given);
  }
  return sentences;
}

/** The run against STAY, draw by draw: the interval decides whether it is skill. */
export function skillTitle(view: LuckView): string {
  const { difference, above, below } = ofView(view).againstStay;
  const measure = nameOf(view.measure);
  const of = number(difference.n);
  const found = findingOf(difference);
  if (view.measure === 'score' && partsFromStay(view) === 'score') {
    const less = number(view.finding.measures.value.againstStay.below);
    return m.luck_skill_yet({ above: number(above), below: less, of });
  }
  switch (isFew(view) && found !== 'alike' ? 'early' : found) {
    case 'paid':
      return above === difference.n ? m.luck_skill_all({ measure, of }) : m.luck_skill({ measure, above: number(above), of });
    case 'cost':
      return below === difference.n ? m.luck_worse_all({ measure, of }) : m.luck_worse({ measure, below: number(below), of });
    case 'luck':
      return m.luck_undecided({ measure });
    case 'alike':
      return m.luck_alike({ measure });
    case 'early':
      return m.luck_early({ pairs: of });
  }
}

/** The differences to STAY and to the best known path, and how much of what differs the decisions make. */
export function skillSentences(view: LuckView): readonly string[] {
  const { againstStay, againstBest } = ofView(view);
  const say = changeOf(view);
  const told = ({ difference: { mean, range, n }, above }: AgainstWay): Parameters<typeof m.luck_difference_best>[0] | null =>
    range && { difference: say(mean), low: say(range[0]), high: say(range[1]), above: number(above), of: number(n) };
  const [stay, best] = [told(againstStay), told(againstBest)];
  const { decided } = againstStay;
  return [
    ...(view.measure === 'satisfaction' ? [] : partingSentence(view)),
    ...(stay ? [m.luck_difference(stay)] : []),
    ...(best ? [findingOf(againstBest.difference) === 'alike' ? m.luck_best_alike() : m.luck_difference_best(best)] : []),
    ...(stay && decided !== null && !isFew(view) ? [m.luck_decided({ decided: percent(decided, 0), luck: percent(1 - decided, 0) })] : []),
  ];
}

/** How the draws of the run lie, in figures. */
export function luckSummary(view: LuckView): string {
  const { mean, median, sd, least, most, values } = ofView(view).run;
  const say = figureOf(view);
  const open = marked(view);
  return m.luck_summary({
    median: open('median', say(median)),
    mean: open('mean', say(mean)),
    sd: open('sd', say(sd)),
    least: open('least', say(least)),
    most: open('most', say(most)),
    draws: number(values.length),
  });
}

/** The draws of the run, its own ringed. */
export function luckStrip(view: LuckView): StripData {
  const { run, own } = ofView(view);
  const say = figureOf(view);
  return {
    rows: [{ name: m.luck_row_own({ median: say(run.median) }), look: 'own', ...run, ringed: view.finding.ownPlace }],
    mark: own && { at: own.value, text: m.luck_ring({ value: say(own.value) }), look: 'ringed' },
    say: axisOf(view),
  };
}

/** The run above STAY and the best known path, on the same draws. */
export function waysStrip(view: LuckView): StripData {
  const { run, stay, best, worst } = ofView(view);
  const say = figureOf(view);
  return {
    rows: [
      { name: m.luck_row_own({ median: say(run.median) }), look: 'own', ...run, ringed: -1 },
      { name: m.luck_row_stay({ median: say(stay.median) }), look: 'other', ...stay, ringed: -1 },
      { name: m.luck_row_best({ median: say(best.median) }), look: 'other', ...best, ringed: -1 },
    ],
    mark: { at: worst, text: m.luck_mark_worst({ value: say(worst) }), look: 'other' },
    say: axisOf(view),
  };
}
