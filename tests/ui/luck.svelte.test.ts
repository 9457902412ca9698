import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { furtherSeeds, MOST_SEEDS } from '../../src/game/luck/gradedSeeds.ts';
import { luckOf, luckMeasures } from '../../src/game/luck/luck.ts';
import { scoreApart } from '../../src/game/luck/scoreApart.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import { weights } from '../../src/game/score/weights.ts';
import { LuckRun } from '../../src/ui/debrief/luckRun.svelte.ts';
import { drawsByStep, wayRows } from '../../src/ui/debrief/luckTables.ts';
import { luckSentences, luckTitle, type LuckView, skillSentences, skillTitle, waysStrip } from '../../src/ui/debrief/luckWords.ts';
import { partsFromStay } from '../../src/ui/debrief/partingWords.ts';
import { ruinSentences } from '../../src/ui/debrief/ruinWords.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { outcomeWith } from '../game/conductFixture.ts';
import { begunRun, type BegunRun } from './begunRun.svelte.ts';

async function closedRun(): Promise<BegunRun & { luck: LuckRun }> {
  const begun = await begunRun();
  for (let round = 1; round <= 8; round += 1) {
    await begun.session.commit();
    if (round < 8) begun.session.next();
  }
  await begun.session.close();
  let luck!: LuckRun;
  const stop = $effect.root(() => {
    luck = new LuckRun(begun.session);
  });
  void stop;
  return { ...begun, luck };
}

describe('the draws of luck on the screen', () => {
  test('begin with those that graded the run, without a replay more', async () => {
    const { client, luck } = await closedRun();
    expect(client.players.calls).toHaveLength(4 * 31);
    expect([luck.finding?.draws, luck.finding?.ownPlace, luck.next, luck.progress]).toEqual([31, 30, 'further', null]);
    expect(luck.replays).toBe(3 * (MOST_SEEDS - 31));
  });

  test('go on to two hundred, can be stopped between two, and then go on where they were', async () => {
    const { client, session, luck } = await closedRun();
    const { players } = client;
    const before = players.calls.length;
    players.atOnce = false;
    const playing = luck.start();
    for (let replay = 0; replay < 7; replay += 1) {
      await vi.waitFor(() => expect(players.calls.length).toBeGreaterThan(before + replay));
      players.calls[before + replay].answer();
    }
    await vi.waitFor(() => expect(luck.progress).toEqual({ done: 33, of: 200 }));
    luck.stop();
    await playing;
    expect([luck.finding?.draws, luck.next, luck.replays]).toEqual([33, 'further', 3 * 167]);
    for (const call of players.calls.slice(before + 7)) call.answer();
    players.atOnce = true;
    const stopped = players.calls.length;
    await luck.start();
    flushSync();
    expect([luck.finding?.draws, luck.next, luck.progress]).toEqual([200, null, null]);
    const seeds = players.calls.slice(stopped).map(({ task }) => task.luckSeed);
    expect([...new Set(seeds)].sort((a, b) => a - b)).toEqual(furtherSeeds(session.choice.luckSeed).slice(2));
  });

  test('a worker that breaks leaves what was played, says its code, and can be tried again', async () => {
    const { client, luck } = await closedRun();
    const { players } = client;
    const before = players.calls.length;
    players.atOnce = false;
    const playing = luck.start();
    await vi.waitFor(() => expect(players.calls.length).toBeGreaterThan(before));
    players.calls[before].fail(new Error('worker'));
    await playing;
    expect([(luck.error as Error).message, luck.finding?.draws, luck.next]).toEqual(['worker', 31, 'further']);
    players.atOnce = true;
    for (const call of players.calls.slice(before)) call.answer();
    await luck.start();
    expect([luck.error, luck.finding?.draws]).toEqual([null, 200]);
  });

  test('that grade are gone on with where they were stopped: no replay is played twice, and what was told stays told', async () => {
    const { client, session, luck } = await closedRun();
    const { players } = client;
    const before = players.calls.length;
    players.atOnce = false;
    void session.grading.start();
    for (let replay = 0; replay < 9; replay += 1) {
      await vi.waitFor(() => expect(players.calls.length).toBeGreaterThan(before + replay));
      players.calls[before + replay].answer();
    }
    await vi.waitFor(() => expect(luck.progress).toEqual({ done: 2, of: 31 }));
    luck.stop();
    for (const call of players.calls.slice(before + 9)) call.answer();
    expect([luck.finding?.draws, luck.next]).toEqual([2, 'graded']);
    players.atOnce = true;
    const stopped = players.calls.length;
    const going = luck.start();
    expect(luck.finding?.draws).toBe(2);
    await going;
    expect([luck.finding?.draws, luck.next]).toEqual([31, 'further']);
    expect(players.calls.length - stopped).toBe(4 * 31 - 9);
  });

  test('of a run that comes back with its score are played again only when asked for', async () => {
    const { client, session, luck } = await closedRun();
    session.grading.stop();
    await session.grading.start();
    const replays = client.players.calls.length;
    expect(luck.finding?.draws).toBe(31);
    expect(replays).toBe(2 * 4 * 31);
  });
});

describe('skill and luck in words', () => {
  const outcome = (points: number): Outcome => outcomeWith({ satisfaction: points, value: 1e6 * points, x3: points, x4: points });
  const draw = (place: number, run: number): SeedOutcomes => ({
    seed: 1001 + place,
    run: outcome(run + place / 10),
    worst: outcome(40),
    stay: outcome(60 + place / 10),
    best: outcome(70 + place / 10),
  });
  const viewOf = (own: (place: number) => number, measure: LuckView['measure'] = 'satisfaction', draws = 30): LuckView => ({
    finding: luckOf(
      Array.from({ length: draws }, (_, place) => draw(place, own(place))),
      [],
      1030,
      weights,
    ),
    measure,
    currency: 'EUR',
    quarters: 12,
    apart: () => null,
  });

  test('the title says the tenths and the run, the sentence how much of it was luck', () => {
    language.current = 'en';
    flushSync();
    const view = viewOf(() => 64);
    expect(luckTitle(view)).toBe(
      'With exactly these decisions the satisfaction at the end lies between 64.3 and 66.6 eight times in ten; the run you played got 66.9',
    );
    expect(luckSentences(view, null)).toEqual([
      'The run you played came out above 98% of the draws and 1.5 points over their median: that much was luck, not skill.',
    ]);
  });

  test.each([
    ['better on every draw', () => 64, 'In the satisfaction at the end you beat STAY in all 30 draws, lucky or not: that is skill'],
    [
      'better on most',
      (place: number) => (place % 6 === 0 ? 59 : 64),
      'In the satisfaction at the end you beat STAY in 25 of 30 draws: that is skill',
    ],
    [
      'worse on every draw',
      () => 57,
      'In the satisfaction at the end you fall short of STAY in all 30 draws: that is your decisions, not bad luck',
    ],
    [
      'now better, now worse',
      (place: number) => (place % 2 === 0 ? 58 : 62),
      'In the satisfaction at the end you cannot be told apart from STAY: the difference is no more than luck can make',
    ],
    ['the same', () => 60, 'In the satisfaction at the end your run is no different from STAY'],
  ])('a run that is %s is told as such', (_, own, title) => {
    language.current = 'en';
    flushSync();
    expect(skillTitle(viewOf(own))).toBe(title);
  });

  test.each([
    [9, 'Too few pairs so far (9) to say whether skill or luck sets you apart from STAY', false],
    [10, 'In the satisfaction at the end you beat STAY in all 10 draws, lucky or not: that is skill', true],
  ])('of %d pairs, ten being the fewest of which tenths are told, the verdict is: %s', (draws, title, shared) => {
    language.current = 'en';
    flushSync();
    const view = viewOf((place) => 64 + (place % 2), 'satisfaction', draws);
    expect(skillTitle(view)).toBe(title);
    expect(skillSentences(view).some((each) => each.startsWith('Of all that differs'))).toBe(shared);
    expect(skillSentences(view)[0]).toMatch(/^Against STAY with the same luck/);
  });

  test('of a few draws no tenths are told', () => {
    language.current = 'en';
    flushSync();
    const view = viewOf(() => 64, 'score', 4);
    expect(luckTitle(view)).toMatch(/^Only 4 draws so far/);
    expect(luckSentences(view, null)).toEqual([]);
  });

  test('the score given is said to be free of the luck of the run, and draws that end in ruin are counted', () => {
    language.current = 'en';
    flushSync();
    const draws = Array.from({ length: 30 }, (_, place) => draw(place, 64));
    const ruined = draws.map((one, place) => (place < 3 ? { ...one, run: { ...one.run, insolvent: true } } : one));
    const view: LuckView = { ...viewOf(() => 64, 'score'), finding: luckOf(ruined, [], 1030, weights) };
    const said = luckSentences(view, scoreOf(ruined, 1030)).join(' ');
    expect(said).toContain('In 3 of 30 draws the same decisions leave the firm insolvent');
    expect(said).toMatch(/The score given is \d+\.\d\. It is worked out over 30 draws of luck/);
  });

  test('what ran out is told, with the earliest, the middle and the latest quarter, those after the run as such', () => {
    language.current = 'en';
    flushSync();
    const [cash, left] = [
      [9, 7, 11],
      [14, 14],
    ];
    const ruined = Array.from({ length: 30 }, (_, place) => draw(place, 64)).map((one, place) => ({
      ...one,
      run: { ...one.run, insolventFrom: cash[place] ?? null, unviableFrom: left[place] ?? null },
    }));
    expect(ruinSentences({ finding: luckOf(ruined, [], 1030, weights), quarters: 12 })).toEqual([
      'Money ran out in 3 of these draws: debts passed what the firm may owe in quarter 9 at the median (earliest in quarter 7, latest in quarter 11).',
      'Customers ran out in 2 of these draws: fewer than a fifth of those at the start are left from then on, in quarter 2 after the run, while it is played on for two years.',
    ]);
    expect(ruinSentences(viewOf(() => 64))).toEqual([]);
  });

  test.each([
    // Practice is the same in all of these made-up lives, so only the results part.
    ['better in all but value', { satisfaction: 75, x3: 75, x4: 75, value: 50e6 }, 'score'],
    ['better in value alone', { satisfaction: 45, x3: 45, x4: 45, value: 68e6 }, 'value'],
    ['better in all', { satisfaction: 75, x3: 75, x4: 75, value: 75e6 }, null],
  ] as const)('a run that is %s than STAY is told to part ways with it: %s', (_, own, over) => {
    language.current = 'en';
    flushSync();
    const graded = Array.from({ length: 30 }, (_each, place): SeedOutcomes => {
      const seed = draw(place, 60);
      return { ...seed, run: outcomeWith({ ...own, value: own.value + 1e4 * place }) };
    });
    const view: LuckView = {
      ...viewOf(() => 60, 'score'),
      finding: luckOf(graded, [], 1030, weights),
      apart: () => scoreApart(graded, weights),
    };
    expect(partsFromStay(view)).toBe(over);
    const { result, value } = scoreApart(graded, weights);
    if (over === null) expect(skillSentences(view)[0]).not.toMatch(/^Both are true/);
    else {
      expect(Math.sign(result)).toBe(over === 'score' ? 1 : -1);
      expect(Math.sign(value)).toBe(-Math.sign(result));
      expect(skillSentences(view)[0]).toMatch(/^Both are true/);
    }
    expect(/and yet you created less value/.test(skillTitle(view))).toBe(over === 'score');
  });

  test.each(['vi', 'en'] as const)('every measure is whole in %s: titles, sentences, tables, strips', (locale) => {
    language.current = locale;
    flushSync();
    for (const measure of luckMeasures) {
      const view = viewOf((place) => 60 + (place % 7), measure);
      const words = [luckTitle(view), skillTitle(view), ...luckSentences(view, null), ...skillSentences(view)];
      for (const each of words) expect(each).not.toMatch(/undefined|NaN|[{}‹]/);
      const counts = drawsByStep(view).map(({ draws }) => Number(draws));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
      expect(wayRows(view)).toHaveLength(3);
      expect(waysStrip(view).rows.map(({ values }) => values.length)).toEqual([30, 30, 30]);
    }
    language.current = 'en';
  });
});
