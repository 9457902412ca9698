import { describe, expect, test } from 'vitest';
import { costLineIds } from '../../src/company/controls.ts';
import { replay } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { Engine } from '../../src/ui/engine.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const folder = vorasBank();
const choice = { scenarioId: 'voras-bank', customers: 300, world: 0, populationSeed: 5, luckSeed: 1003 };
const engine = (breath: () => Promise<void> = () => Promise.resolve()): Engine => new Engine(() => Promise.resolve(folder), breath);
const round: EntryData = { kind: 'commit', data: { quarters: 2 } };

async function played(own = engine()): Promise<Engine> {
  await own.open(choice);
  own.commit([{ kind: 'plan', data: { plan: { 'svc.door': 'open' } } }, round], () => undefined);
  for (let rounds = 2; rounds <= 8; rounds += 1) own.commit([round], () => undefined);
  return own;
}

describe('the engine of the page', () => {
  test('plays what a replay of the same entries plays', async () => {
    const own = engine();
    await own.open(choice);
    const seen: number[] = [];
    own.commit([{ kind: 'plan', data: { plan: { 'svc.door': 'open' } } }, round], (n) => seen.push(n));
    for (let rounds = 2; rounds <= 8; rounds += 1) own.commit([round], (n) => seen.push(n));
    const { known, truth, skipped } = own.finish();
    const firm = folder.scenario.firms[0].id;
    const entries = [{ kind: 'plan' as const, data: { plan: { 'svc.door': 'open' as const } } }, ...Array.from({ length: 8 }, () => round)];
    const again = replay(
      folder.scenario,
      choice,
      entries.map((data, seq) => ({ ...data, seq, firm })),
      { reports: true },
    );
    expect(seen).toEqual(Array.from({ length: 8 }, () => [1, 2]).flat());
    expect(truth).toEqual(again.reports.map((report) => report.truth));
    expect(known.slice(1)).toEqual(again.reports.map((report) => report.known));
    expect(skipped).toEqual([]);
  });

  test('keeps the truth until the last quarter has been played', async () => {
    const own = engine();
    await own.open(choice);
    own.commit([round], () => undefined);
    expect(() => own.finish()).toThrow('runOpen');
  });

  test('prices a plan against what the board will release', async () => {
    const own = engine();
    const { plan } = await own.open(choice);
    const [asIs, more] = [own.preview(plan), own.preview({ ...plan, 'svc.cap': 40, 'ana.buy': ['dataAudit'] })];
    expect(more.units).toBeGreaterThan(asIs.units);
    expect(more.lines.some(({ card, units }) => card === 'ana.buy' && units > 0)).toBe(true);
    expect(asIs.available).toBeGreaterThan(asIs.units);
    expect(asIs.sponsorHoursOf).toBe(40);
  });

  test('says which paths a plan would open before it is committed', async () => {
    const own = engine();
    const { plan } = await own.open(choice);
    const [stay, p12] = [
      plan,
      { ...plan, 'biz.forces': ['rivalry', 'buyers'], 'cus.core': ['households'], 'crm.tco': costLineIds },
    ] as const;
    const lacksOf = (of: typeof plan) =>
      own
        .preview(of)
        .paths.find(({ path }) => path === 'p12')!
        .lacks.filter(({ advisory }) => !advisory);
    expect(lacksOf(stay).map(({ code }) => code)).toEqual(['card.business', 'card.customer', 'costLines']);
    expect(lacksOf(p12)).toEqual([]);
  });

  test('scores seed by seed, and a stop keeps the score so far', async () => {
    const own = await played(engine(() => Promise.resolve(own.cancelScore())));
    const steps: number[] = [];
    const score = await own.score((done) => steps.push(done));
    expect(steps).toEqual([1]);
    expect(score?.total).toBeGreaterThanOrEqual(0);
    expect(score?.total).toBeLessThanOrEqual(100);
  });

  test('a run without luck of its own gets one of the seeds it is graded on', async () => {
    const [a, b] = [engine(), engine()];
    const free = { ...choice, luckSeed: null };
    const [first, second] = [await a.open(free), await b.open({ ...free, luckSeed: 1001 + (free.populationSeed % 30) })];
    expect(first.known).toEqual(second.known);
  });

  test('a call before any run is refused', () => {
    expect(() => engine().finish()).toThrow('noRun');
  });
});
