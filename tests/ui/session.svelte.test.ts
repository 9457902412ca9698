import { flushSync } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { scoreSoFar, seedsGraded } from '../../src/game/luck/gradedSeeds.ts';
import { weightsOf } from '../../src/game/score/weights.ts';
import { chooseLocale, language } from '../../src/ui/language.svelte.ts';
import { parseRoute, routeHash } from '../../src/ui/route.svelte.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import { Draft } from '../../src/ui/cockpit/draft.svelte.ts';
import { Forecast, trackOf } from '../../src/ui/cockpit/forecast.svelte.ts';
import { kpiChange, kpiFigure, money, percent } from '../../src/ui/format.ts';
import { doubtWords, rangeWords, sampleWords, sourceWords } from '../../src/ui/estimates.ts';
import { theme } from '../../src/ui/theme.svelte.ts';
import { vorasBank } from '../game/shippedScenario.ts';
import { Browser, valueOf } from '../saves/browser.ts';
import { settings } from '../saves/sampleRun.ts';
import { FakeClient, fakeKnown, fakePlan } from './fakeClient.ts';

const folder = vorasBank();
const browsers: Browser[] = [];
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.close();
});

async function opened(): Promise<{ session: Session; client: FakeClient }> {
  const browser = new Browser();
  browsers.push(browser);
  const { saves } = await browser.tab();
  const client = new FakeClient();
  const session = new Session(valueOf(await saves.start(folder, settings)), client, saves.listen);
  await session.open();
  return { session, client };
}

describe('a draft plan', () => {
  test('holds only what differs, and settles the card that was touched', () => {
    const draft = new Draft(fakePlan());
    draft.set('svc.door', 'svc.door', 'open');
    expect(draft.patch).toEqual({ 'svc.door': 'open' });
    expect(draft.plan['svc.door']).toBe('open');
    expect(draft.plan['biz.split']).toBe(60);
    expect(draft.isSettled('svc.door')).toBe(true);
    expect(draft.isSettled('biz.split')).toBe(false);
  });

  test('undo takes back a card at a time, however often its slider was moved', () => {
    const draft = new Draft(fakePlan());
    draft.keep('biz.generic');
    draft.set('biz.split', 'biz.split', 55);
    draft.set('biz.split', 'biz.split', 50);
    expect(draft.lastCard).toBe('biz.split');
    draft.undo();
    expect(draft.plan['biz.split']).toBe(60);
    expect(draft.isSettled('biz.split')).toBe(false);
    draft.undo();
    expect(draft.isSettled('biz.generic')).toBe(false);
    expect(draft.lastCard).toBeNull();
    draft.undo();
    expect(draft.patch).toEqual({});
  });
});

describe('a forecast', () => {
  const known = fakeKnown(2).kpi.churn;

  test('is none while the thumbs stand where they were put', () => {
    const forecast = new Forecast('churn', known);
    forecast.because = 'price';
    forecast.setRange([...forecast.range]);
    expect(forecast.prediction).toBeNull();
    expect(forecast.range[1] - forecast.range[0]).toBeGreaterThan(0.01);
  });

  test('goes into the log only when both the range and the reason are given', () => {
    const suggested = new Forecast('churn', known);
    suggested.because = 'price';
    suggested.keep();
    expect(suggested.prediction).toMatchObject({ low: Math.round(1000 * suggested.range[0]), because: 'price' });
    const forecast = new Forecast('churn', known);
    expect(forecast.prediction).toBeNull();
    forecast.setRange([0.05, 0.02]);
    expect(forecast.prediction).toBeNull();
    forecast.because = 'attention';
    expect(forecast.prediction).toEqual({ kpi: 'churn', low: 20, high: 50, because: 'attention' });
    expect(forecast.ready).toBe(true);
  });

  test.each([
    ['churn', 2],
    ['satisfaction', 2],
    ['equity', 2],
    ['churn', 0],
    ['equity', 0],
  ] as const)('of %s after %i quarters has a track that holds what is known and room for surprise', (kpi, quarters) => {
    const estimate = fakeKnown(quarters).kpi[kpi];
    const { low, high } = trackOf(kpi, estimate);
    expect(high).toBeGreaterThan(low);
    if (estimate.value !== null) {
      expect(estimate.value).toBeGreaterThan(low);
      expect(estimate.high!).toBeLessThan(high);
    }
  });

  test('of a share that nobody has measured reaches as far as a share can', () => {
    expect(trackOf('waiting', undefined)).toMatchObject({ low: 0, high: 1 });
    expect(trackOf('consent', fakeKnown(0).kpi.consent).high).toBeGreaterThanOrEqual(fakeKnown(0).kpi.consent.value ?? 1);
  });
});

describe('a run on the screen', () => {
  test('opens on round 1 with nothing decided', async () => {
    const { session } = await opened();
    expect([session.phase, session.round, session.quarter, session.rounds]).toEqual(['deciding', 1, 1, 8]);
    expect(session.undecided).toHaveLength(8);
    expect(session.forecast?.kpi).toBe('churn');
  });

  test('sends the plan, the forecast and then the commit', async () => {
    const { session, client } = await opened();
    session.draft!.set('svc.door', 'svc.door', 'open');
    session.forecast!.setRange([0.02, 0.04]);
    session.forecast!.because = 'waiting';
    await session.commit();
    expect(client.log.map(({ kind }) => kind)).toEqual(['plan', 'predict', 'commit']);
    expect(client.log[0].data).toEqual({ plan: { 'svc.door': 'open' } });
    expect(session.phase).toBe('understanding');
    expect(session.predictions.get(1)?.high).toBe(40);
    expect(session.history.map(({ quarter }) => quarter)).toEqual([0, 1, 2]);
    await new Promise((later) => setTimeout(later, 5));
    expect(session.playedInRound).toBe(0);
  });

  test('the next round starts from the plan in force, with no analysis on order', async () => {
    const { session, client } = await opened();
    client.kept = { ...fakePlan(), 'ana.buy': ['needs'], 'biz.price': 5 };
    await session.commit();
    session.next();
    expect([session.round, session.quarter]).toEqual([2, 3]);
    expect(session.draft!.plan['biz.price']).toBe(5);
    expect(session.draft!.plan['ana.buy']).toEqual([]);
    expect(session.draft!.patch).toEqual({});
    expect(session.cards.asked.map(({ id }) => id)).toContain('crm.path');
  });

  test('the preview of a plan that has changed meanwhile is dropped', async () => {
    const { session } = await opened();
    const asked = session.askPreview();
    session.draft!.set('biz.spend' as never, 'biz.spend', 9);
    await asked;
    expect(session.preview).toBeNull();
    await session.askPreview();
    expect(session.preview?.units).toBe(6.2);
  });

  test('an engine that fails ends in a screen that says so, and the draft is still there', async () => {
    const { session, client } = await opened();
    session.draft!.set('svc.door', 'svc.door', 'open');
    client.broken = true;
    await session.commit();
    expect(session.phase).toBe('failed');
    expect((session.error as Error).message).toBe('worker');
    expect(session.draft!.plan['svc.door']).toBe('open');
  });

  test('after the last round the veil is lifted and the run is judged', async () => {
    const { session, client } = await opened();
    for (let round = 1; round <= 8; round += 1) {
      await session.commit();
      if (round < 8) session.next();
    }
    expect(session.over).toBe(true);
    await session.close();
    expect(session.phase).toBe('closed');
    expect(session.finished?.truth).toHaveLength(16);
    const seeds = seedsGraded(settings.luckSeed);
    expect(session.score).toEqual(scoreSoFar(session.grading.outcomes, settings.luckSeed, weightsOf()));
    expect(session.grading.outcomes.map(({ seed }) => seed)).toEqual(seeds);
    expect(session.scoring).toBeNull();
    // Four replays a seed, of the log as it was kept.
    expect(client.players.calls).toHaveLength(4 * seeds.length);
    expect(client.players.opened[0].entries.filter(({ kind }) => kind === 'commit')).toHaveLength(8);
  });

  test('grading that is stopped keeps the score so far and no claim; grading that fails leaves the debrief, and both can be done again', async () => {
    const { session, client } = await opened();
    for (let round = 1; round <= 8; round += 1) {
      await session.commit();
      if (round < 8) session.next();
    }
    const { players } = client;
    players.atOnce = false;
    const closing = session.close();
    const answered = async (replays: number): Promise<void> => {
      for (let done = 0; done < replays; done += 1) {
        await vi.waitFor(() => expect(players.calls.length).toBeGreaterThan(done));
        players.calls[done].answer();
      }
      await vi.waitFor(() => expect(session.scoring?.done).toBe(replays / 4));
    };
    await answered(8);
    expect(session.scoring).toEqual({ done: 2, of: 31 });
    const soFar = session.score;
    session.stopJudging();
    await closing;
    expect([session.scoring, session.phase, session.score]).toEqual([null, 'closed', soFar]);
    // What stands on some of the draws is not told as the score of the run.
    expect([session.graded, session.grading.draws]).toEqual([null, { done: 2, of: 31 }]);
    expect(soFar).toEqual(scoreSoFar(session.grading.outcomes, settings.luckSeed, weightsOf()));

    // What the workers were playing when it was stopped is played out and not heard.
    for (const call of players.calls.slice(8)) call.answer();
    const before = players.calls.length;
    const again = session.judge();
    await vi.waitFor(() => expect(players.calls.length).toBeGreaterThan(before));
    players.calls[before].fail(new Error('worker'));
    await again;
    expect([session.phase, (session.grading.error as Error).message]).toEqual(['closed', 'worker']);

    players.atOnce = true;
    for (const call of players.calls.slice(before)) call.answer();
    await session.judge();
    expect([session.grading.error, session.grading.outcomes.length]).toEqual([null, 31]);
    expect(session.graded).toEqual(session.score);
  });

  test('is not given to the pool of replays while it is open', async () => {
    const { session } = await opened();
    expect(() => session.closedRun).toThrow('runOpen');
    for (let round = 1; round <= 8; round += 1) {
      expect(() => session.closedRun).toThrow('runOpen');
      await session.commit();
      if (round < 8) session.next();
    }
    await session.close();
    expect(session.closedRun.entries.length).toBeGreaterThan(0);
  });

  test('a second commit while one is playing is ignored', async () => {
    const { session, client } = await opened();
    await Promise.all([session.commit(), session.commit()]);
    expect(client.log.filter(({ kind }) => kind === 'commit')).toHaveLength(1);
  });
});

describe('language and numbers', () => {
  test.each([
    [['vi-VN', 'en'], 'vi'],
    [['en-GB'], 'en'],
    [['el', 'vi'], 'vi'],
    [['el'], 'en'],
    [[], 'en'],
  ])('a reader of %o gets %s', (preferred, locale) => expect(chooseLocale(preferred)).toBe(locale));

  test('numbers and money follow the language on the screen', () => {
    language.current = 'vi';
    flushSync();
    expect(percent(0.0345)).toBe('3,5%');
    expect(money(1_520_000, 'EUR')).toBe('1,52\u00a0triệu\u00a0€');
    expect(kpiFigure('customers', 420_000, 'EUR')).toBe('420.000');
    language.current = 'en';
    expect(percent(0.0345)).toBe('3.5%');
    expect(money(1_520_000, 'EUR')).toBe('€1.52M');
    expect(kpiChange('churn', -0.0123, 'EUR')).toBe('−\u20601.2 pp');
    expect(kpiChange('equity', 2e6, 'EUR')).toBe('+\u2060€2M');
  });

  test('an estimate says its interval and its sample, a full count says that it is one', () => {
    language.current = 'en';
    const { churn, satisfaction } = fakeKnown(2).kpi;
    expect(rangeWords('churn', churn, 'EUR')).toBe('counted in full');
    expect(rangeWords('satisfaction', satisfaction, 'EUR')).toBe('58.5–66.0');
    expect(sampleWords(satisfaction)).toBe('audit, n\u00a0=\u00a0300');
  });

  test('a hint says the interval, how the figure was got, whom it speaks of and of when it is, once each', () => {
    language.current = 'en';
    const { churn, satisfaction } = fakeKnown(2).kpi;
    expect(doubtWords('satisfaction', { ...satisfaction, frame: 'knownAndWilling' }, 'EUR')).toMatch(
      /^80% interval: 58\.5–66\.0\. Some records were drawn .* n\u00a0=\u00a0300\. .*customers on file who .*how these people differ.* As of quarter 2\.$/,
    );
    expect(doubtWords('churn', churn, 'EUR')).not.toContain('interval:');
    const sources = sourceWords([churn, churn, satisfaction]).map(({ name }) => name);
    expect(new Set(sources).size).toBe(sources.length);
  });
});

describe('addresses', () => {
  test.each([
    ['', { screen: 'library' }],
    ['#/', { screen: 'library' }],
    ['#/briefing/voras-bank', { screen: 'briefing', scenario: 'voras-bank' }],
    ['#/run/0a1b', { screen: 'play', run: '0a1b' }],
    ['#/run/0a1b/debrief', { screen: 'debrief', run: '0a1b', chapter: null }],
    ['#/nonsense', { screen: 'library' }],
    ['#/briefing', { screen: 'library' }],
  ] as const)('%s opens %o', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(parseRoute(routeHash(parseRoute(hash)))).toEqual(route);
  });
});

test('the theme follows the system until the reader chooses', () => {
  let tell: () => void = () => undefined;
  const query = { matches: true, addEventListener: (_: string, listen: () => void) => (tell = listen) };
  theme.start(query as unknown as MediaQueryList);
  expect(theme.current).toBe('dark');
  query.matches = false;
  tell();
  expect(theme.current).toBe('light');
  theme.toggle();
  expect(theme.current).toBe('dark');
  query.matches = true;
  tell();
  theme.toggle();
  expect(theme.current).toBe('light');
});
