/** `rapport simulate SCENARIO --playbook NAME`: plays a playbook or a generated player on one seed or many. */

import { existsSync, writeFileSync } from 'node:fs';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { gradingSeeds, gradingSetting } from '../game/grade.ts';
import { kpiIds, type KpiId, type Score } from '../game/reports.ts';
import type { RunSetting } from '../game/replay.ts';
import { scoreOf, totalsBySeed } from '../game/score/total.ts';
import { weightsOf } from '../game/score/weights.ts';
import { writeRun } from '../game/runFile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { word } from '../text/words.ts';
import { onePositional, textOption, UsageError, type Command } from './command.ts';
import { gradedPlayers, playedPlayers, type PlayedPlayer } from './gradedRuns.ts';
import { policyNamed } from './playbookFiles.ts';
import { logOf, type Policy } from './replayJob.ts';
import { runChoice, runOptions } from './runOptions.ts';
import { savedRun } from './savedRun.ts';
import { goodScenario } from './scenarioFiles.ts';
import { spread, type Spread } from './statistics.ts';
import { numbers, table } from './table.ts';
import { twinLines, twinOf } from './twin.ts';

export const simulate: Command = {
  options: {
    ...runOptions,
    playbook: { type: 'string' },
    quarters: { type: 'boolean' },
    luck: { type: 'boolean' },
    twin: { type: 'boolean' },
    save: { type: 'string' },
  },
  async run(positionals, values, { language, progress }) {
    const folder = goodScenario(onePositional(positionals, 'SCENARIO'));
    const name = textOption(values, 'playbook');
    if (name === undefined) throw new UsageError('missing', { option: '--playbook' });
    const choice = runChoice(values, folder.scenario, 1);
    const keep = values['quarters'] === true ? 'quarters' : 'last';
    const tell = (done: number, of: number): void => progress(word('cli', 'progress', { done, of }));
    const policy = policyNamed(name, folder, choice.world);
    const asked = [{ name, policy, keep }] as const;
    const graded = folder.expected === null ? null : (await gradedPlayers(folder, choice, asked, tell))[0]!;
    const player = graded ?? (await playedPlayers(folder, choice, asked, tell))[0]!;
    const luck = values['luck'] === true ? await luckOf(folder, choice, { name, policy, keep: 'outcome' }, tell) : null;
    const file = textOption(values, 'save');
    if (file !== undefined) save(file, folder.scenario, choice, policy);
    const first = settingOf(choice);
    const twin = values['twin'] === true ? twinOf(folder.scenario, first, logOf(folder.scenario, first, policy), tell) : null;
    const report = reportOf(
      player,
      choice.luckSeeds,
      graded && totalsBySeed(graded.outcomes, weightsOf(folder.scenario.weights)),
      keep === 'quarters',
    );
    const { scenario } = folder;
    const json = {
      format: 1,
      epoch: ENGINE_EPOCH,
      scenario: scenario.id,
      hash: scenarioHash(scenario),
      playbook: name,
      customers: choice.customers,
      world: choice.world,
      populationSeed: choice.populationSeed,
      ...report,
      ...(luck && { luck }),
      ...(twin && { twin }),
    };
    return { json, lines: [...linesOf(report, luck, language), ...(twin ? ['', ...twinLines(twin, language)] : [])], good: true };
  },
};

/** Writes the first seed's run; an older file of the same name is left alone. */
function save(file: string, scenario: Scenario, choice: Choice, policy: Policy): void {
  const setting = settingOf(choice);
  if (existsSync(file)) throw new UsageError('fileExists', { name: file });
  writeFileSync(file, writeRun(savedRun(scenario, setting, logOf(scenario, setting, policy))), { flag: 'wx' });
}

/** The first seed's run. */
const settingOf = ({ customers, world, populationSeed, luckSeeds }: Choice): RunSetting => ({
  customers,
  world,
  populationSeed,
  luckSeed: luckSeeds[0]!,
});

type Folder = Parameters<typeof gradedPlayers>[0];
type Choice = Parameters<typeof gradedPlayers>[1];
type Asked = Parameters<typeof gradedPlayers>[2][number];

/** The score as it is given when a run is handed in, and where the first seed stands in its spread. */
type GradedLuck = NonNullable<Score['luck']> & { score: number };

async function luckOf(folder: Folder, choice: Choice, asked: Asked, tell: (done: number, of: number) => void): Promise<GradedLuck> {
  const played = choice.luckSeeds[0]!;
  const luckSeeds = [...gradingSeeds, ...(gradingSeeds.includes(played) ? [] : [played])];
  const [player] = await gradedPlayers(folder, { ...gradingSetting(choice), luckSeeds }, [asked], tell);
  const { outcomes } = player!;
  const weights = weightsOf(folder.scenario.weights);
  return { score: scoreOf(outcomes.slice(0, gradingSeeds.length), played, weights).total, ...scoreOf(outcomes, played, weights).luck! };
}

interface SimulationReport {
  /** The score is null where the scenario names no anchors. */
  runs: readonly { seed: number; digest: string; score: number | null; quarters?: PlayedPlayer['results'][number]['quarters'] }[];
  summary: { score: Spread | null; truth: Record<KpiId, Spread> };
}

function reportOf(
  { results }: PlayedPlayer,
  luckSeeds: readonly number[],
  totals: readonly number[] | null,
  quarters: boolean,
): SimulationReport {
  const runs = results.map((result, index) => ({
    seed: luckSeeds[index]!,
    digest: result.quarters.at(-1)?.digest ?? '',
    score: totals && totals[index]!,
    ...(quarters && { quarters: result.quarters }),
  }));
  const truth = Object.fromEntries(kpiIds.map((id) => [id, spread(results.map((result) => result.quarters.at(-1)!.truth.kpi[id]))]));
  return { runs, summary: { score: totals && spread(totals), truth: truth as Record<KpiId, Spread> } };
}

/** Figures of a KPI as people read them: shares in per cent, points with a decimal, counts and money whole. */
export const kpiDecimals: Readonly<Record<KpiId, { decimals: number; factor: number }>> = {
  customers: { decimals: 0, factor: 1 },
  churn: { decimals: 2, factor: 100 },
  satisfaction: { decimals: 1, factor: 1 },
  equity: { decimals: 0, factor: 1 },
  contribution: { decimals: 0, factor: 1 },
  revenue: { decimals: 0, factor: 1 },
  shareOfMarket: { decimals: 1, factor: 100 },
  waiting: { decimals: 1, factor: 100 },
  complaints: { decimals: 1, factor: 1 },
  care: { decimals: 1, factor: 1 },
  coverage: { decimals: 1, factor: 100 },
  depth: { decimals: 1, factor: 100 },
  accuracy: { decimals: 1, factor: 100 },
  linkage: { decimals: 1, factor: 100 },
  consent: { decimals: 1, factor: 100 },
  completeness: { decimals: 1, factor: 1 },
};

function linesOf({ runs, summary }: SimulationReport, luck: GradedLuck | null, language: 'en' | 'vi'): string[] {
  const points = numbers(language, 1);
  const runTable = table(
    ['seed', 'score', 'digest'].map((column) => word('cli', `simulate.column.${column}`)),
    runs.map(({ seed, score, digest }) => [String(seed), score === null ? '-' : points(score), digest]),
  );
  const kpiTable = table(
    ['kpi', 'mean', 'sd'].map((column) => word('cli', `simulate.column.${column}`)),
    kpiIds.map((id) => {
      const { decimals, factor } = kpiDecimals[id];
      const figure = numbers(language, decimals);
      return [word('kpi', id), figure(factor * summary.truth[id].mean), figure(factor * summary.truth[id].sd)];
    }),
  );
  const { score } = summary;
  return [
    ...runTable,
    '',
    score === null
      ? word('cli', 'simulate.noScore')
      : word('cli', 'simulate.score', { mean: points(score.mean), sd: points(score.sd), runs: runs.length }),
    ...(luck
      ? [
          word('cli', 'simulate.luck', {
            score: points(luck.score),
            mean: points(luck.mean),
            sd: points(luck.sd),
            thisRun: points(luck.thisRun),
            seeds: luck.seeds,
          }),
        ]
      : []),
    '',
    ...kpiTable,
  ];
}
