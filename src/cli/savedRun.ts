/** A run played by a playbook or a generated player, written as a run file. */

import { appendEntries, newRun } from '../game/chain.ts';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { replay, type LoggedEntry, type RunSetting } from '../game/replay.ts';
import { runFormat, type EntryData, type RunFile } from '../game/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import packageFile from '../../package.json' with { type: 'json' };

/** The run of a log on one seed, with the digests of its quarters. */
export function savedRun(scenario: Scenario, setting: RunSetting, entries: readonly LoggedEntry[]): RunFile {
  const { customers, world, populationSeed, luckSeed, allOpen } = setting;
  const run = newRun({
    format: runFormat,
    epoch: ENGINE_EPOCH,
    app: packageFile.version,
    scenario: { id: scenario.id, hash: scenarioHash(scenario) },
    customers,
    world,
    populationSeed,
    luckSeed,
    mode: 'practice',
    ...(allOpen && { allOpen }),
  });
  const decisions = entries.map(({ kind, data }) => ({ kind, data }) as EntryData);
  const made = appendEntries(run, decisions, { firm: scenario.firms[0].id, by: 'playbook' });
  return { ...made, digests: replay(scenario, setting, made.entries, { digests: true }).playing.digests };
}
