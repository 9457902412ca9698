import { describe, expect, test } from 'vitest';
import { controlById, type ControlId } from '../../src/company/controls.ts';
import { autoplay } from '../../src/game/autoplay.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { isOpen, type Player } from '../../src/game/player.ts';
import { randomPlayer } from '../../src/game/randomPlayer.ts';
import { replay } from '../../src/game/replay.ts';
import { vorasBank } from './shippedScenario.ts';
import { long } from '../turns.ts';

const { scenario } = vorasBank();
const setting = { customers: 400, world: 0, populationSeed: 1, luckSeed: 11 };

describe.each<[string, () => Player]>([
  ['random', () => randomPlayer(scenario, 5)],
  ['careful', () => carefulPlayer(scenario)],
])('%s', (_name, player) => {
  const game = autoplay(scenario, setting, player(), { digests: true });

  test('decides alike where no reports are written', () => {
    const unread = autoplay(scenario, setting, player(), { digests: true, reports: false });
    expect(unread.entries).toEqual(game.entries);
    expect(unread.playing.digests).toEqual(game.playing.digests);
    expect(unread.reports).toEqual([]);
  });

  test('plays all quarters, and nothing it decides is refused as illegal', () => {
    expect(game.reports.map(({ quarter }) => quarter)).toEqual(Array.from({ length: scenario.quarters }, (_, index) => index + 1));
    expect(game.playing.skipped).toEqual([]);
  });

  test('its log replayed without it gives the same run', () => {
    const again = replay(scenario, setting, game.entries, { digests: true });
    expect(again.playing.digests).toEqual(game.playing.digests);
    expect(again.outcome).toEqual(game.outcome);
  });

  test('decides only what is open', () => {
    let quarter = 1;
    for (const entry of game.entries) {
      if (entry.kind === 'commit') quarter += scenario.quartersPerRound;
      if (entry.kind !== 'plan') continue;
      const { plan } = entry.data as { plan: object };
      for (const id of Object.keys(plan) as ControlId[]) {
        if (id !== 'ana.buy') expect(isOpen(scenario, controlById.get(id)!, quarter), `${id} in quarter ${quarter}`).toBe(true);
      }
    }
  });
});

test('the careful player spends no more in any quarter than the board has released by then', () => {
  const { reports } = autoplay(scenario, setting, carefulPlayer(scenario));
  // What is reported is what is left of it.
  for (const { quarter, known } of reports) expect(known.money.released, `quarter ${quarter}`).toBeGreaterThanOrEqual(0);
  expect(reports.at(-1)!.known.money.cash).toBeGreaterThanOrEqual(0);
});

for (const [seeds, options] of [
  [[2], {}],
  [[1, 2, 3, 4, 5], long],
] as const)
  test(`care pays: over ${seeds.length} seeds the careful player leaves more than the one who draws by lot`, options, () => {
    const values = (player: (seed: number) => Player): number =>
      seeds.reduce<number>(
        (sum, luckSeed) => sum + autoplay(scenario, { ...setting, luckSeed }, player(luckSeed), { reports: false }).outcome.value,
        0,
      );
    expect(values(() => carefulPlayer(scenario))).toBeGreaterThan(values((seed) => randomPlayer(scenario, seed)));
  });
