import { beforeEach, describe, expect, test } from 'vitest';
import { pairedDifference } from '../../src/game/pairs.ts';
import type { TwinComparison, TwinSide } from '../../src/game/twin.ts';
import { twinChart, twinSentences, twinSummary, twinTitle } from '../../src/ui/debrief/twinFinding.ts';
import { TwinRun } from '../../src/ui/debrief/twinRun.svelte.ts';
import type { TwinProgress } from '../../src/ui/gameClient.ts';
import { unmarked } from '../../src/ui/glassBox/opening.ts';
import { language } from '../../src/ui/language.svelte.ts';

const side = (shift: number, more: Partial<TwinSide> = {}): TwinSide => ({
  quarters: [1, 2, 3].map((quarter) => ({
    customers: 1000 * quarter,
    satisfaction: 60,
    equity: (100 + shift) * 1e6,
    contribution: 5e6,
    cash: (20 + shift) * 1e6,
  })),
  value: shift * 1e6,
  satisfaction: 60 + shift,
  unviableFrom: null,
  unviable: 0,
  insolvent: 0,
  ...more,
});
const comparisonOf = (own: readonly number[], twin: readonly number[], more: Partial<TwinComparison> = {}): TwinComparison => ({
  seeds: own.length,
  viableCustomers: 800,
  own: side(4),
  twin: side(1),
  value: pairedDifference(own, twin),
  satisfaction: pairedDifference([4, 5], [1, 1]),
  ...more,
});
const [paid, cost, luck, alike, early] = [
  comparisonOf([5e6, 6e6, 7e6], [1e6, 1e6, 1e6]),
  comparisonOf([1e6, 1e6, 1e6], [5e6, 6e6, 7e6]),
  comparisonOf([5e6, 1e6, 3e6], [1e6, 6e6, 1e6]),
  comparisonOf([1e6, 2e6], [1e6, 2e6]),
  comparisonOf([9e6], [4e6]),
];

beforeEach(() => language.start(['en']));

describe('the finding on top of the chart', () => {
  test.each([
    ['CRM paid', paid, 'Your CRM paid: the same goods created €5M more with it than without.'],
    ['CRM did not pay', cost, 'Your CRM did not pay: the same goods created €5M more without it.'],
    ['within luck', luck, 'No telling them apart: the difference of €333K lies within luck.'],
    ['no difference', alike, 'No difference: the twin fared exactly as your firm did.'],
    ['one pair', early, 'One draw of luck so far, €5M apart: that tells nothing yet.'],
  ])('says %s', (_, comparison, title) => {
    expect(unmarked(twinTitle(comparison, 'EUR'))).toBe(title);
  });

  test('says so in Vietnamese', () => {
    language.start(['vi']);
    expect(unmarked(twinTitle(paid, 'EUR'))).toMatch(/^CRM của bạn đáng tiền: .*5\striệu\s€/u);
    expect(unmarked(twinTitle(cost, 'EUR'))).toMatch(/^CRM của bạn chưa đáng tiền/);
  });
});

describe('the sentences under the chart', () => {
  test('give both firms, the difference, its interval and its spread', () => {
    const [value, satisfaction, ...rest] = twinSentences(paid, 'EUR').map(unmarked);
    expect(value).toContain(
      'you €4M, the twin €1M, difference +\u2060€5M. 95% interval +\u2060€2.52M to +\u2060€7.48M; standard deviation of the 3 pairs €1M.',
    );
    expect(satisfaction).toContain('you 64.0 points, the twin 61.0, difference +3.5.');
    expect(rest).toEqual([]);
  });

  test('say nothing of luck after one pair, and tell whose firm ends badly', () => {
    const bad = { ...early, satisfaction: pairedDifference([1], [1]), own: side(4, { unviable: 1 }), twin: side(1, { insolvent: 1 }) };
    const sentences = twinSentences(bad, 'EUR').join(' ');
    expect(sentences).not.toContain('interval');
    expect(sentences).toContain('your firm has too few customers left to live on in 1 of 1');
    expect(sentences).toContain('the twin is insolvent in 1 of 1');
  });
});

describe('the chart', () => {
  test('holds equity and cash of both, and marks on its equity where a firm has too few customers', () => {
    const { labels, axis, lines } = twinChart({ ...paid, twin: side(1, { unviableFrom: 2 }) }, 'EUR');
    expect([axis, ...labels]).toEqual(['Quarter', '1', '2', '3']);
    expect(lines.map(({ name, look, thin, values }) => [name, look, thin ?? false, values[0]])).toEqual([
      ['Equity, you', 'own', false, 104e6],
      ['Equity, twin', 'alternative', false, 101e6],
      ['Cash, you', 'own', true, 24e6],
      ['Cash, twin', 'alternative', true, 21e6],
    ]);
    expect(lines.map(({ mark }) => mark)).toEqual([
      undefined,
      { index: 1, text: 'From quarter 2: too few customers' },
      undefined,
      undefined,
    ]);
  });

  test('tells the same to those who do not see it', () => {
    expect(twinSummary({ ...paid, own: side(4, { unviableFrom: 3 }) }, 'EUR')).toBe(
      "At the end your customer equity is €104M, the twin's €101M; cash is €24M and €21M. In quarter 3 you fall under 800 customers, too few to live on.",
    );
  });
});

describe('playing the twin', () => {
  /** A client whose comparison the test drives. */
  function driven() {
    let progress: TwinProgress = () => undefined;
    let settle: { resolve: (result: TwinComparison | null) => void; reject: (error: unknown) => void } | null = null;
    let cancelled = 0;
    const run = new TwinRun({
      twin: (told) => {
        progress = told;
        return new Promise((resolve, reject) => (settle = { resolve, reject }));
      },
      cancelTwin: () => (cancelled += 1),
    });
    return { run, progress: (...news: Parameters<TwinProgress>) => progress(...news), settle: () => settle!, cancelled: () => cancelled };
  }

  test('shows each pair as it comes and is whole after the last', async () => {
    const { run, progress, settle } = driven();
    const done = run.start();
    expect(run.progress).toEqual({ done: 0, of: 0 });
    progress(1, 3, early);
    expect([run.progress, run.comparison, run.whole]).toEqual([{ done: 1, of: 3 }, early, false]);
    progress(3, 3, paid);
    settle().resolve(paid);
    await done;
    expect([run.progress, run.comparison, run.whole]).toEqual([null, paid, true]);
  });

  test('a stop keeps the pairs so far and leaves the way open to all of them; late news changes nothing', async () => {
    const { run, progress, settle, cancelled } = driven();
    const done = run.start();
    progress(1, 3, early);
    run.stop();
    settle().resolve(early);
    await done;
    progress(2, 3, alike);
    expect([cancelled(), run.progress, run.comparison, run.whole]).toEqual([1, null, early, false]);
  });

  test('a stop before the first pair leaves nothing', async () => {
    const { run, settle } = driven();
    const done = run.start();
    settle().resolve(null);
    await done;
    expect([run.progress, run.comparison, run.whole, run.error]).toEqual([null, null, false, null]);
  });

  test('what fails is told and can be tried again', async () => {
    const { run, progress, settle } = driven();
    const failed = run.start();
    progress(1, 3, early);
    settle().reject(new Error('worker'));
    await failed;
    expect([run.comparison, run.progress, run.error]).toEqual([null, null, new Error('worker')]);
    const again = run.start();
    expect(run.error).toBeNull();
    settle().resolve(null);
    await again;
  });

  test('is played once at a time', () => {
    const { run, settle } = driven();
    void run.start();
    const first = settle();
    void run.start();
    expect(settle()).toBe(first);
  });
});
