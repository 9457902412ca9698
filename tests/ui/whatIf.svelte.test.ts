/** The what-if on the screen: what is asked is played, the later of two changes holds, and every decision has words. */

import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { anchorsInWorld } from '../../src/game/grade.ts';
import type { EntryData } from '../../src/game/run.ts';
import { type Alteration } from '../../src/game/whatIf/alterations.ts';
import { decidedRounds, type PastDecision } from '../../src/game/whatIf/decisions.ts';
import { fateIds } from '../../src/game/whatIf/difference.ts';
import { ReplayBench, type ClosedRun } from '../../src/game/whatIf/replayBench.ts';
import * as m from '../../src/text/generated/messages.js';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { speakAs } from '../../src/text/words.ts';
import { unmarked } from '../../src/ui/glassBox/opening.ts';
import { alterationWords, changeOf, insteadOf, skippedWords, subjectOf, type Told } from '../../src/ui/debrief/whatIf/decisionWords.ts';
import { fateRows, fateStory, fateTitle, mapWords, revenueWords, toldFates } from '../../src/ui/debrief/whatIf/fateWords.ts';
import {
  figureChart,
  figureRows,
  figureSummary,
  figureTitle,
  luckSentence,
  ownSentence,
  scoreSentence,
  shownFigures,
} from '../../src/ui/debrief/whatIf/findingWords.ts';
import { WhatIf } from '../../src/ui/debrief/whatIf/whatIf.svelte.ts';
import { ReplayPool } from '../../src/ui/replay/replayPool.ts';
import type { KeepingPlayer } from '../../src/ui/replay/startPlayer.ts';
import { log, logOf, oneQuarter, small } from '../game/plays.ts';
import { vorasBank } from '../game/shippedScenario.ts';
import { turns } from '../turns.ts';

const { scenario, playbooks, expected } = vorasBank();
const closedRun: ClosedRun = { scenario, playbooks, setting: { ...small, customers: 200 }, entries: logOf('textbook') };
const anchors = anchorsInWorld(expected!, scenario, 0);
const told: Told = { scenario, cases: new Map([['q1.customer.1', { id: scenario.cases[0]!.id }]]) };

/** A player in the same thread that answers after the callers have gone on. */
function player(): KeepingPlayer {
  const bench = new ReplayBench(closedRun);
  const soon = async <T>(work: () => T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve));
    return work();
  };
  return {
    open: () => soon(() => undefined),
    play: (task) => soon(() => bench.play(task)),
    follow: (task, onLife) => soon(() => bench.play(task, onLife)),
    spending: () => soon(() => bench.kept!.spending),
    peopleBefore: (quarter) => soon(() => bench.kept!.peopleBefore(quarter)),
    close: () => undefined,
  };
}

const pools: ReplayPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});
function begun(start: () => KeepingPlayer = player): WhatIf {
  const pool = new ReplayPool(() => closedRun, { start: player, most: 1 });
  pools.push(pool);
  return new WhatIf({ closedRun, anchors, scenario }, () => pool, start);
}
const settled = (done: () => boolean): Promise<void> => vi.waitFor(() => expect(done()).toBe(true), { timeout: 60_000 });
const priceOf = (whatIf: WhatIf): Alteration => ({ kind: 'add', quarter: whatIf.rounds[1]!.quarter, control: 'biz.price', value: 10 });

beforeEach(() => {
  speakAs(scenario);
  overwriteGetLocale(() => 'en');
});

describe('A what-if', () => {
  test('begins with nothing changed, and suggests the decision that most money went into', async () => {
    const whatIf = begun();
    expect(whatIf.suggestion).toBeNull();
    await whatIf.own.prepare();
    flushSync();
    expect(whatIf.alterations).toEqual([]);
    expect(whatIf.differences).toEqual([]);
    expect(whatIf.suggestion!.units).toBeGreaterThan(0);
    expect(whatIf.own.change).toBeNull();
  });

  test('plays a change on the own luck first, then over other luck, and forgets both when all is put back', async () => {
    const whatIf = begun();
    await whatIf.own.prepare();
    whatIf.alter(priceOf(whatIf));
    await settled(() => whatIf.own.change !== null);
    expect(whatIf.differences).toHaveLength(scenario.quarters);
    expect(
      whatIf.differences
        .slice(0, 2)
        .flatMap(Object.values)
        .every((difference) => difference === 0),
    ).toBe(true);
    expect(whatIf.differences.at(-1)!.equity).not.toBe(0);
    await settled(() => whatIf.own.fates !== null);
    expect(whatIf.own.fates!.difference.changed.length).toBeGreaterThan(0);
    await settled(() => whatIf.luck.finding !== null);
    whatIf.restoreAll();
    expect([whatIf.differences, whatIf.own.fates, whatIf.luck.finding, whatIf.luck.progress]).toEqual([[], null, null, null]);
  });

  test('of two changes that are asked for at once only the later is shown', async () => {
    const whatIf = begun();
    await whatIf.own.prepare();
    whatIf.stopped = true;
    whatIf.alter(priceOf(whatIf));
    const other: Alteration = { kind: 'add', quarter: scenario.quarters, control: 'biz.price', value: 10 };
    whatIf.restoreAll();
    whatIf.alter(other);
    await settled(() => whatIf.own.change !== null && !whatIf.own.playing);
    expect(
      whatIf.differences
        .slice(0, -2)
        .flatMap(Object.values)
        .every((difference) => difference === 0),
    ).toBe(true);
    expect(whatIf.differences.at(-1)!.equity).not.toBe(0);
    expect(whatIf.luck.progress).toBeNull();
  });

  test('asked for before the run is kept is played as soon as it is', async () => {
    const whatIf = begun();
    const preparing = whatIf.own.prepare();
    whatIf.stopped = true;
    whatIf.alter(priceOf(whatIf));
    await preparing;
    await settled(() => whatIf.own.change !== null);
  });

  test('says what went wrong and can be begun again', async () => {
    let broken = true;
    const whatIf = begun(() => (broken ? { ...player(), open: () => Promise.reject(new Error('worker')) } : player()));
    await whatIf.own.prepare();
    expect(whatIf.own.error).toEqual(new Error('worker'));
    broken = false;
    await whatIf.own.prepare();
    expect(whatIf.own.error).toBeNull();
    expect(whatIf.own.run).not.toBeNull();
  });

  test('whose player breaks is still asked when the run has been kept anew: what the list says is changed is played', async () => {
    let broken = true;
    const whatIf = begun(() => {
      const whole = player();
      const follow: KeepingPlayer['follow'] = (task, on) =>
        broken && !task.keep ? Promise.reject(new Error('worker')) : whole.follow(task, on);
      return { ...whole, follow };
    });
    whatIf.stopped = true;
    await whatIf.own.prepare();
    whatIf.alter(priceOf(whatIf));
    await settled(() => whatIf.own.error !== null);
    expect([whatIf.own.playing, whatIf.own.run, whatIf.differences]).toEqual([false, null, []]);
    broken = false;
    await whatIf.own.prepare();
    await settled(() => whatIf.own.change !== null);
    expect(whatIf.differences.at(-1)!.equity).not.toBe(0);
  });
});

const plan = (patch: object, standing: object): EntryData => ({ kind: 'plan', data: { plan: patch, standing } }) as EntryData;
const move = (data: object): EntryData => ({ kind: 'move', data }) as EntryData;
const everyKind = decidedRounds(
  scenario,
  log([
    plan({ 'biz.price': 5, 'svc.door': 'open' }, { onStall: 'abandon', cashFloor: 3 }),
    move({ kind: 'programme', move: 'slow' }),
    move({ kind: 'case', slot: 'q1.customer.1', mode: 'avoid', remedy: 'none', apology: false, reason: false }),
    move({ kind: 'caseStep', slot: 'q9.customer.9', step: { do: 'acknowledge' } }),
    move({ kind: 'opportunity', slot: 'q5.opportunity.1', answer: 'accept' }),
    ...(['call', 'check', 'report', 'adjust'] as const).map((step) => move({ kind: 'review', step: { do: step } })),
    move({ kind: 'open', card: 'dat.store' }),
    oneQuarter,
  ]),
);
const whole = (words: readonly string[]): void =>
  expect(words.map(unmarked).filter((each) => each === '' || /[‹{}]|undefined|null|NaN/.test(each))).toEqual([]);

for (const [some, options] of turns(['vi', 'en'] as const, 2, 0))
  describe.each(some)('In %s', options, (locale) => {
    beforeEach(() => overwriteGetLocale(() => locale));
    const decisions = everyKind.flatMap((round) => round.decisions);
    const of = (kind: string): PastDecision => decisions.find(({ decided }) => decided.kind === kind)!;

    test('every kind of decision has words: what it was about, from what to what, and what stands in its place', () => {
      const price = decisions.find(({ decided }) => decided.kind === 'control' && decided.control === 'biz.price')!;
      expect(new Set(decisions.map(({ decided }) => decided.kind)).size).toBe(7);
      const alterations: Alteration[] = [
        ...decisions.map((decision): Alteration => ({ kind: 'drop', decision })),
        { kind: 'control', decision: price, value: -5 },
        { kind: 'order', decision: of('order'), value: 'recover' },
        { kind: 'programme', decision: of('programme'), move: 'abandon' },
        { kind: 'case', decision: of('case'), mode: 'collaborate' },
        { kind: 'opportunity', decision: of('opportunity'), answer: 'refuse' },
        { kind: 'add', quarter: 3, control: 'biz.price', value: 10 },
        { kind: 'addMove', quarter: 3, move: { kind: 'programme', move: 'recover' } },
      ];
      whole([
        ...decisions.map(({ decided }) => subjectOf(decided, told)),
        ...decisions.flatMap(({ decided }) => Object.values(changeOf(decided, told) ?? {}).filter((each) => each !== null)),
        ...alterations.flatMap((each) => [insteadOf(each, told), alterationWords(each, told)]),
      ]);
    });

    test('what the change made impossible is named with its reason', () => {
      const [line] = skippedWords([{ seq: 2, code: 'case.notOpen' }], everyKind, [], told);
      whole([line!]);
      expect(line).toContain(subjectOf(of('case').decided, told));
      const added: Alteration[] = [
        { kind: 'add', quarter: 3, control: 'biz.price', value: 10 },
        { kind: 'addMove', quarter: 3, move: { kind: 'programme', move: 'recover' } },
      ];
      const refused = skippedWords(
        [-1, -2, -3].map((seq) => ({ seq, code: 'hours.tooMany' })),
        everyKind,
        added,
        told,
      );
      whole(refused);
      expect(new Set(refused).size).toBe(3);
      expect(refused[1]).toContain(m.whatIf_programme());
    });

    test('the findings are whole sentences with their figures, on the own luck and over other luck', async () => {
      const whatIf = begun();
      await whatIf.own.prepare();
      whatIf.alter(priceOf(whatIf));
      await settled(() => whatIf.luck.finding !== null && whatIf.luck.finding.score !== null);
      whatIf.stopLuck();
      const { differences: own } = whatIf;
      const base = whatIf.own.run!.quarters;
      const { difference: fates, people } = whatIf.own.fates!;
      const finding = whatIf.luck.finding!;
      for (const luck of [null, finding]) {
        for (const figure of shownFigures) {
          const chart = figureChart(figure, own, scenario.quarters, luck, 'EUR');
          expect(chart.lines).toHaveLength(luck === null ? 2 : 3);
          const rows = figureRows(figure, own, base, luck, 'EUR').flatMap((row) => [row.own, ...(luck ? [row.luck!] : [])]);
          whole([figureTitle(figure, own, luck, 'EUR'), figureSummary(figure, own, luck, 'EUR'), ...rows]);
        }
      }
      const wide = {
        ...finding,
        quarters: finding.quarters.map((q) => ({ ...q, equity: { n: 3, mean: 5, sd: 9, range: [-4, 14] as const } })),
      };
      whole([ownSentence(own, base, 'EUR'), luckSentence(finding, 'EUR'), luckSentence(wide, 'EUR'), scoreSentence(finding)!]);
      const scored = (range: readonly [number, number]): string =>
        scoreSentence({ ...finding, score: { run: 50, change: 52, difference: { n: 3, mean: 2, sd: 1, range } } })!;
      expect(scored([1, 3]).endsWith(m.whatIf_score_told())).toBe(true);
      expect(scored([-1, 5]).endsWith(m.whatIf_score_unsure())).toBe(true);
      const stories = fateIds.flatMap((fate) => fateStory({ person: 1, fate, revenue: 3, leftBefore: 2, leftAfter: 3 }, 'EUR'));
      whole([fateTitle(fates, people), revenueWords(fates, people, 'EUR'), mapWords(fates, people), ...stories]);
      whole(fateRows(fates, people, 'EUR').flatMap(({ name, customers, revenue }) => [name, customers, revenue]));
      const last = fates.changed.at(-1)!;
      expect(toldFates(fates, last.person)[0]).toBe(last);
    });
  });
