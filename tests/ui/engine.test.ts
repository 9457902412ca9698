import { describe, expect, test } from 'vitest';
import { costLineIds } from '../../src/company/controls.ts';
import { replay } from '../../src/game/replay.ts';
import type { LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { Engine } from '../../src/ui/engine.ts';
import type { RunStart } from '../../src/ui/gameClient.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const folder = vorasBank();
const setting = { customers: 300, world: 0, populationSeed: 5, luckSeed: 1003 };
const start: RunStart = { folder, setting, entries: [] };
const silent = (): void => undefined;
const engine = (breath: () => Promise<void> = () => Promise.resolve()): Engine => new Engine(breath);
const firm = folder.scenario.firms[0].id;
const logged = (decisions: readonly EntryData[], seq = 0): LoggedEntry[] => decisions.map((data, i) => ({ ...data, seq: seq + i, firm }));
const door: EntryData = { kind: 'plan', data: { plan: { 'svc.door': 'open' } } };
const commit: EntryData = { kind: 'commit', data: { quarters: 2 } };
const round = logged([commit]);

describe('the engine of the page', () => {
  test('plays what a replay of the same entries plays', () => {
    const own = engine();
    own.open(start, silent);
    const seen: number[] = [];
    own.commit(logged([door, commit]), (n) => seen.push(n));
    for (let rounds = 2; rounds <= 8; rounds += 1) own.commit(round, (n) => seen.push(n));
    const { known, truth, skipped, cards } = own.finish();
    const whole = logged([door, ...Array.from({ length: 8 }, () => commit)]);
    const again = replay(folder.scenario, setting, whole, { reports: true });
    expect(seen).toEqual(Array.from({ length: 8 }, () => [1, 2]).flat());
    expect(truth).toEqual(again.reports.map((report) => report.truth));
    expect(known.slice(1)).toEqual(again.reports.map((report) => report.known));
    expect(skipped).toEqual([]);
    // The cards are read from the same run: the door stood open in each of its quarters.
    expect(cards?.quarters).toBe(16);
    expect(cards?.vision.signs).toContainEqual({ sign: 'opensDoor', quarters: 16 });
  });

  test('keeps the truth until the last quarter has been played', () => {
    const own = engine();
    own.open(start, silent);
    own.commit(round, silent);
    expect(() => own.finish()).toThrow('runOpen');
  });

  test('prices a plan against what the board will release', () => {
    const own = engine();
    const { plan } = own.open(start, silent);
    const [asIs, more] = [own.preview(plan, []), own.preview({ ...plan, 'svc.cap': 40, 'ana.buy': ['dataAudit'] }, [])];
    expect(more.units).toBeGreaterThan(asIs.units);
    expect(more.lines.some(({ card, units }) => card === 'ana.buy' && units > 0)).toBe(true);
    expect(asIs.available).toBeGreaterThan(asIs.units);
    expect(asIs.sponsorHoursOf).toBe(40);
  });

  test('prices a card that is opened for the coming quarter, and says what is left for the next', () => {
    const own = engine();
    const { plan } = own.open(start, silent);
    const [before, after] = [own.preview(plan, []), own.preview(plan, [{ kind: 'open', card: 'biz.tech' }])];
    expect(before.opening.money).toBeCloseTo(before.available, 9);
    expect(before.opening.money - after.opening.money).toBeCloseTo(before.opening.price, 9);
    expect(after.units - before.units).toBeCloseTo(before.opening.price, 9);
  });

  test('says which paths a plan would open before it is committed', () => {
    const own = engine();
    const { plan } = own.open(start, silent);
    const [stay, p12] = [
      plan,
      { ...plan, 'biz.forces': ['rivalry', 'buyers'], 'cus.core': ['households'], 'crm.tco': costLineIds },
    ] as const;
    const lacksOf = (of: typeof plan) =>
      own
        .preview(of, [])
        .paths.find(({ path }) => path === 'p12')!
        .lacks.filter(({ advisory }) => !advisory);
    expect(lacksOf(stay).map(({ code }) => code)).toEqual(['card.business', 'card.customer', 'costLines']);
    expect(lacksOf(p12)).toEqual([]);
  });

  test('a scenario that names no anchors is played without a score, and says so when it opens', () => {
    const own = engine();
    expect(own.open(start, silent).scored).toBe(true);
    expect(own.open({ ...start, folder: { ...folder, expected: null } }, silent).scored).toBe(false);
  });

  test('opened on a log it stands where playing that log has led, digest by digest, and tells of each quarter', () => {
    const [live, again] = [engine(), engine()];
    const log = logged([door, commit, commit]);
    const { known } = live.open(start, silent);
    const first = live.commit(log.slice(0, 2), silent);
    const second = live.commit(log.slice(2), silent);
    const seen: number[] = [];
    const opened = again.open({ ...start, entries: log }, (n) => seen.push(n));
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(opened.known).toEqual(known);
    expect(opened.played).toEqual([...first.played, ...second.played]);
    expect(opened.played.map(({ digest }) => /^[0-9a-f]{16}$/.test(digest ?? ''))).toEqual([true, true, true, true]);
    expect(opened.plan).toEqual(second.plan);
    expect(again.preview(opened.plan, [])).toEqual(live.preview(second.plan, []));
  });

  test('a call before any run is refused', () => {
    expect(() => engine().finish()).toThrow('noRun');
  });
});
