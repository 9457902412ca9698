/** Replays the stored runs of the corpus in whatever engine loads this: Node, or a page of any browser. */

import { replay, type RunSetting } from '../../../src/game/replay.ts';
import { parseScenario } from '../../../src/scenario/parseScenario.ts';
import type { Corpus } from '../corpus.ts';

/** All that an engine is given. */
export interface CorpusTask {
  /** Text of the frozen scenario. */
  scenario: string;
  corpus: Corpus;
  /** People in every run; null = as many as the corpus says. */
  customers: number | null;
}

/** What an engine makes of one run. */
export interface ReplayedRun {
  /** Which run, in words. */
  name: string;
  /** Of every quarter, in order. */
  digests: readonly string[];
  /** Satisfaction and value that the run is judged by, as text of every digit. */
  outcome: string;
}

/** Replays one run after another. Throws an Error when the scenario cannot be read. */
export function* replayCorpus({ scenario: text, corpus, customers }: CorpusTask): Generator<ReplayedRun> {
  const parsed = parseScenario(new Map([['scenario.yaml', text]]));
  if (!parsed.ok) throw new Error(`The frozen scenario cannot be read: ${JSON.stringify(parsed.errors.slice(0, 3))}`);
  for (const { log, setting } of corpus.runs) {
    const here: RunSetting = { ...setting, customers: customers ?? setting.customers };
    const { playing, outcome } = replay(parsed.value.scenario, here, corpus.logs[log]!, { digests: true });
    yield {
      name: `${log}, world ${here.world}, people ${here.populationSeed}, luck ${here.luckSeed}`,
      digests: playing.digests,
      outcome: `${outcome.satisfaction} ${outcome.value}`,
    };
  }
}
