/** `rapport balance SCENARIO`: all playbooks and the generated players on the same luck, and what the differences between them are. */

import { totalsBySeed } from '../game/score/total.ts';
import { weightsOf } from '../game/score/weights.ts';
import { word } from '../text/words.ts';
import { onePositional, type Command } from './command.ts';
import { anchorsOf, gradedPlayers } from './gradedRuns.ts';
import { policyNamed } from './playbookFiles.ts';
import { playerNames } from './replayJob.ts';
import { runChoice, runOptions } from './runOptions.ts';
import { goodScenario } from './scenarioFiles.ts';
import { spread } from './statistics.ts';
import { numbers, table } from './table.ts';

const usualSeeds = 10;

interface RankedPlaybook {
  name: string;
  mean: number;
  sd: number;
  rank: number;
}
/** a above b: mean and standard deviation of the difference, seed by seed. */
interface PairedDifference {
  a: string;
  b: string;
  mean: number;
  sd: number;
}
export interface Balance {
  playbooks: readonly RankedPlaybook[];
  paired: readonly PairedDifference[];
  /** Playbooks that another one beats on every seed. */
  dominated: readonly { name: string; by: string }[];
}

export const balance: Command = {
  options: runOptions,
  async run(positionals, values, { language, progress }) {
    const folder = goodScenario(onePositional(positionals, 'SCENARIO'));
    const choice = runChoice(values, folder.scenario, usualSeeds);
    const names = [...Object.keys(folder.playbooks), ...playerNames];
    const players = names.map((name) => ({ name, policy: policyNamed(name, folder, choice.world), keep: 'outcome' as const }));
    const graded = await gradedPlayers(folder, choice, players, (done, of) => progress(word('cli', 'progress', { done, of })));
    const result = balanceOf(
      new Map(graded.map(({ name, outcomes }) => [name, totalsBySeed(outcomes, weightsOf(folder.scenario.weights))])),
    );
    const { worst, stay, best } = anchorsOf(folder, choice.world);
    const good = clearlyAbove(result, best, stay) && clearlyAbove(result, stay, worst);
    const json = {
      ok: good,
      scenario: folder.scenario.id,
      world: choice.world,
      customers: choice.customers,
      seeds: choice.luckSeeds.length,
      ...result,
    };
    return {
      json,
      lines: [...linesOf(result, language), '', word('cli', good ? 'balance.good' : 'balance.bad', { worst, stay, best })],
      good,
    };
  },
};

/** Ranks totals by seed; players with equal means stand in order of name. */
export function balanceOf(totals: ReadonlyMap<string, readonly number[]>): Balance {
  const playbooks = [...totals]
    .map(([name, values]) => ({ name, ...spread(values) }))
    .sort((a, b) => b.mean - a.mean || (a.name < b.name ? -1 : 1))
    .map((each, index) => ({ ...each, rank: index + 1 }));
  const differences = (a: string, b: string): number[] => totals.get(a)!.map((value, seed) => value - totals.get(b)![seed]!);
  const paired = playbooks.flatMap(({ name: a }, index) =>
    playbooks.slice(index + 1).map(({ name: b }): PairedDifference => ({ a, b, ...spread(differences(a, b)) })),
  );
  const dominated = playbooks.flatMap(({ name }, index) => {
    const by = playbooks.slice(0, index).find((above) => differences(above.name, name).every((difference) => difference > 0));
    return by === undefined ? [] : [{ name, by: by.name }];
  });
  return { playbooks, paired, dominated };
}

/** Whether a is above b by more than one standard deviation of their differences. */
export function clearlyAbove({ paired }: Balance, a: string, b: string): boolean {
  return paired.some((pair) => pair.a === a && pair.b === b && pair.mean > pair.sd);
}

function linesOf({ playbooks, paired, dominated }: Balance, language: 'en' | 'vi'): string[] {
  const points = numbers(language, 1);
  const head = (columns: readonly string[]): string[] => columns.map((column) => word('cli', `balance.column.${column}`));
  return [
    ...table(
      head(['playbook', 'rank', 'mean', 'sd']),
      playbooks.map(({ name, rank, mean, sd }) => [name, String(rank), points(mean), points(sd)]),
    ),
    '',
    ...table(
      head(['pair', 'difference', 'sd']),
      paired.map(({ a, b, mean, sd }) => [`${a} - ${b}`, points(mean), points(sd)]),
    ),
    '',
    ...dominated.map(({ name, by }) => word('cli', 'balance.dominated', { name, by })),
  ];
}
