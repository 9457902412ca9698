/** A life in words: what tipped it, what happened quarter by quarter, and what would have become of it otherwise. */

import type { LifeStory, Otherwise, StoryQuarter } from '../../../game/lives/lifeStory.ts';
import type { Aim } from '../../../game/glassBox/formula.ts';
import * as m from '../../../text/generated/messages.js';
import { word } from '../../../text/words.ts';
import type { ChartData } from '../../chart/chartData.ts';
import { quarterAxis } from '../../chart/quarterAxis.ts';
import { fixed, inSentence, money, number } from '../../format.ts';
import { opening } from '../../glassBox/opening.ts';

export interface StoryScene {
  currency: string;
  /** Names of the firms in the order of the scenario, the learner's first. */
  firms: readonly string[];
}

/** Whether he was a customer of the learner's at any time. */
const wasServed = ({ start, quarters, leaving }: LifeStory): boolean =>
  start !== null || leaving !== null || quarters.some(({ satisfaction }) => satisfaction !== null);

/** What tipped the life, in a sentence. */
export function storyTitle(story: LifeStory): string {
  const { leaving, answered } = story;
  if (!wasServed(story)) return m.life_tip_never();
  if (leaving === null) {
    const saved = answered.find(({ left }) => left !== null);
    return saved ? m.life_tip_answered({ quarter: number(saved.quarter), left: number(saved.left!) }) : m.life_tip_stayed();
  }
  if (leaving.byCase) return m.life_tip_case({ quarter: number(leaving.quarter) });
  const [first] = leaving.tried;
  if (first?.kept) return word('life_tip', first.what, { quarter: number(first.quarter ?? leaving.quarter) });
  return leaving.keptByAll ? m.life_tip_all() : m.life_tip_none({ cause: inSentence(word('cause', leaving.cause)) });
}

/** Since when the firm had the name. */
export const namedWords = ({ namedSince }: LifeStory): string =>
  namedSince === null ? m.life_never_named() : namedSince === 0 ? m.life_named_start() : m.life_named({ quarter: number(namedSince) });

export interface IfRow {
  words: string;
  kept: boolean;
  outcome: string;
}

const tryRow = (words: string, kept: boolean): IfRow => ({ words, kept, outcome: kept ? m.life_if_kept() : m.life_if_gone() });

/** Single changes and what each would have done, and at the end all of them together. */
export function ifRows({ leaving }: LifeStory): IfRow[] {
  if (leaving === null || leaving.byCase) return [];
  const rows = leaving.tried.map(({ what, quarter, kept }: Otherwise) =>
    tryRow(word('life_try', what, { quarter: number(quarter ?? leaving.quarter) }), kept),
  );
  return rows.length > 1 ? [...rows, tryRow(m.life_try_all(), leaving.keptByAll)] : rows;
}

/** What a complaint left unsettled would have done. */
export const answerRows = ({ answered }: LifeStory): IfRow[] =>
  answered.map(({ quarter, left }) => ({
    words: m['life_try.denied']({ quarter: number(quarter) }),
    kept: left === null,
    outcome: left === null ? m.life_if_same() : m.life_if_left({ quarter: number(left) }),
  }));

/** What was felt at the end of a quarter, with what went before and what happened in it. */
export function feltAim({ start, quarters }: LifeStory, quarter: number, felt: 'satisfaction' | 'relationship'): Aim {
  const place = quarters.findIndex((each) => each.quarter === quarter);
  const told = quarters[place];
  const before = place === 0 ? start?.[felt] : quarters[place - 1]?.[felt];
  const met = told?.dealings;
  return {
    given: {
      ...{ value: told?.[felt] ?? NaN, quarter },
      ...(before !== undefined && before !== null && { before }),
      ...(met && {
        waitedSelf: Number(met.waited),
        failedSelf: Number(met.failed),
        contactsSelf: met.contacts,
        contactsOver: met.over,
      }),
    },
  };
}

/** How many of the changes that were tried would have kept him; null where he never left, or left over a case. */
export function tipAim({ leaving }: LifeStory): Aim | null {
  if (leaving === null || leaving.byCase || leaving.tried.length === 0) return null;
  const kept = leaving.tried.filter((each) => each.kept).length;
  return { given: { value: kept, changesTried: leaving.tried.length } };
}

const paidWords = (paid: number, currency: string): string =>
  m['life_event.paid']({ money: opening('life.paid', money(paid, currency), { given: { value: paid } }) });

export interface StoryLine {
  from: number;
  to: number;
  words: readonly string[];
}

/** What happened, quarter by quarter; quarters in which he only paid stand together, empty ones are left out. */
export function storyLines({ quarters }: LifeStory, scene: StoryScene): StoryLine[] {
  const lines: (StoryLine & { paid: number | null })[] = [];
  for (const told of quarters) {
    const words = eventWords(told, scene);
    if (words.length === 0) continue;
    const plain = words.length === 1 && told.revenue > 0;
    const last = lines.at(-1);
    if (plain && last !== undefined && last.paid !== null && last.to === told.quarter - 1) {
      const paid = last.paid + told.revenue;
      const sum = paidWords(paid, scene.currency);
      lines[lines.length - 1] = { from: last.from, to: told.quarter, words: [sum], paid };
    } else lines.push({ from: told.quarter, to: told.quarter, words, paid: plain ? told.revenue : null });
  }
  return lines.map(({ from, to, words }) => ({ from, to, words }));
}

/** Which quarters a line is of. */
export const lineQuarters = ({ from, to }: StoryLine): string =>
  from === to ? m.life_quarter({ quarter: number(from) }) : m.life_quarters({ from: number(from), to: number(to) });

/** What happened in a quarter, thing by thing. */
function eventWords({ revenue, dealings, events, named }: StoryQuarter, { currency, firms }: StoryScene): string[] {
  const said: string[] = [];
  const firm = (company: number): string => firms[company] ?? '';
  for (const event of events) if (event.kind === 'entered') said.push(m['life_event.entered']());
  if (named) said.push(m['life_event.named']());
  if (revenue > 0) said.push(paidWords(revenue, currency));
  if (dealings?.waited) said.push(m['life_event.waited']());
  if (dealings !== null && dealings.over > 0) said.push(m['life_event.over']({ contacts: number(dealings.contacts) }));
  if (dealings?.failed)
    said.push(
      dealings.silent
        ? m['life_event.failedSilent']()
        : dealings.complained === 1
          ? m['life_event.failedSettled']()
          : m['life_event.failedOpen'](),
    );
  for (const event of events) {
    if (event.kind === 'withdrewConsent') said.push(m['life_event.withdrewConsent']());
    else if (event.kind === 'left')
      said.push(
        event.company === 0
          ? m['life_event.left']({ cause: inSentence(word('cause', event.cause)) })
          : m['life_event.leftOther']({ firm: firm(event.company) }),
      );
    else if (event.kind === 'joined')
      said.push(event.company === 0 ? m['life_event.joined']() : m['life_event.joinedOther']({ firm: firm(event.company) }));
  }
  return said;
}

/** Feelings over the run; the quarter that tipped the life is marked. */
export function storyChart(story: LifeStory): ChartData {
  const { start, quarters, leaving } = story;
  const satisfaction = [start?.satisfaction ?? null, ...quarters.map((quarter) => quarter.satisfaction)];
  const at = leaving === null ? -1 : satisfaction.findLastIndex((value, place) => value !== null && place < leaving.quarter);
  return {
    ...quarterAxis([0, ...quarters.map(({ quarter }) => quarter)]),
    lines: [
      {
        name: m.life_satisfaction(),
        look: 'own',
        values: satisfaction,
        ...(at >= 0 && { mark: { index: at, text: m.life_mark_left() } }),
      },
      {
        name: m.life_relationship(),
        look: 'alternative',
        values: [start?.relationship ?? null, ...quarters.map((quarter) => quarter.relationship)],
      },
    ],
    say: (value) => fixed(value, 0),
  };
}

/** The chart in a sentence. */
export function storySummary({ start, quarters }: LifeStory): string {
  const felt = [start?.satisfaction ?? null, ...quarters.map(({ satisfaction }) => satisfaction)].filter((value) => value !== null);
  return felt.length === 0 ? m.life_chart_never() : m.life_chart_summary({ from: fixed(felt[0]), to: fixed(felt.at(-1)!) });
}
