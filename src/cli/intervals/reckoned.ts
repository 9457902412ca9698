/** Leaving and equity are reckoned, not sampled: how often their 80% intervals hold the truth while somebody plays, quarter by quarter. */

import { playRounds } from '../../game/autoplay.ts';
import { carefulPlayer } from '../../game/carefulPlayer.ts';
import { frameTruth } from '../../game/frameTruth.ts';
import { playbookLog } from '../../game/grade.ts';
import { knownKpis } from '../../game/known/estimates.ts';
import { evidenceOf } from '../../game/evidenceOf.ts';
import type { PlayedQuarter } from '../../game/playQuarter.ts';
import type { Playing } from '../../game/playing.ts';
import { applyEntry, startPlaying, type RunSetting } from '../../game/replay.ts';
import { recordsOf } from '../../game/world.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import { customerEquity } from '../../sim/truth/equity.ts';
import { type Coverage, Ledger } from './lab.ts';

/** Who plays: the firm as it is, the path of the course, and simple rules on what is known. */
export const reckonedPlayers = ['stay', 'textbook', 'careful'] as const;
export type ReckonedPlayer = (typeof reckonedPlayers)[number];

export interface Reckoned extends Coverage {
  player: ReckonedPlayer;
  /** Mean and root mean square of (figure - truth) / truth. */
  bias: number;
  error: number;
}

type Heard = (played: PlayedQuarter, playing: Playing) => void;

function play({ scenario, playbooks }: ScenarioFolder, setting: RunSetting, player: ReckonedPlayer, onQuarter: Heard): void {
  if (player === 'careful') {
    playRounds(scenario, setting, carefulPlayer(scenario), { reports: false, onQuarter });
    return;
  }
  const playing = startPlaying(scenario, setting);
  for (const entry of playbookLog(scenario, playbooks[player]!)) applyEntry(playing, entry, { onQuarter });
}

/** Figures of a quarter and the truth of those they speak of. */
function noteQuarter(ledger: Ledger, errors: Map<string, number[]>, played: PlayedQuarter, { world }: Playing): void {
  const company = world.played[0]!;
  const known = knownKpis(evidenceOf(world, company));
  const frames = frameTruth(world, company, company.books!, played.offers);
  const all = customerEquity(world.market, played.offers, recordsOf(world), world.quarter, company.index);
  const equity = frames.equity === undefined ? all.reduce((sum, each) => sum + each, 0) * world.market.represents : frames.equity;
  for (const [id, truth] of [['churn', frames.churn ?? null] as const, ['equity', equity] as const]) {
    const { value } = known[id];
    ledger.note(id, known[id], truth);
    if (value !== null && truth !== null && truth !== 0) errors.set(id, [...(errors.get(id) ?? []), (value - truth) / truth]);
  }
}

/**
 * Coverage of churn (where nobody gives notice) and equity by player over all hidden worlds.
 * @param runs in each world by each player, each with people and luck of its own
 */
export function reckonedCoverage(
  folder: ScenarioFolder,
  customers: number,
  runs: number,
  players: readonly ReckonedPlayer[] = reckonedPlayers,
): Reckoned[] {
  return players.flatMap((player) => {
    const ledger = new Ledger();
    const errors = new Map<string, number[]>();
    folder.scenario.worlds.forEach((_, world) => {
      for (let run = 0; run < runs; run += 1) {
        const setting = { world, populationSeed: 1 + run, luckSeed: 100 + run + 10 * world, customers };
        play(folder, setting, player, (played, playing) => noteQuarter(ledger, errors, played, playing));
      }
    });
    return ledger.coverages().map((row): Reckoned => {
      const found = errors.get(row.id)!;
      const mean = (of: (error: number) => number): number => found.reduce((sum, error) => sum + of(error), 0) / found.length;
      return { ...row, player, bias: mean((error) => error), error: Math.sqrt(mean((error) => error * error)) };
    });
  });
}
