/** Puts a whole run into the store under an id that has never been used. Nothing that is kept is ever overwritten. */

import { headerOf, openQuarter } from '../game/chain.ts';
import type { RunFile } from '../game/run.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { claimsKey, closingKey, draftKey, entryKey, headerKey, markKey, reportKey, scenarioKey } from './keys.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Claims, Closing, HeaderRecord, RunFirm, RunMark, SavedDraft, SavedReport, Time } from './records.ts';
import { hasRules, scenarioText } from './scenarioText.ts';
import { seenRow } from './seen.ts';
import type { Row, Store } from './store.ts';

export interface NewRun {
  id: string;
  run: RunFile;
  folder: ScenarioFolder;
  /** Where the scenario is a firm of one's own. */
  firm?: RunFirm | null;
  made: HeaderRecord['made'];
  draft?: SavedDraft | null;
  reports?: readonly SavedReport[];
  closing?: Closing | null;
  /** Last quarter that was seen of the future of the run that it is made of. */
  seen?: number;
}

/** Codes: those of the store; `scenarioChanged` when the folder does not have the rules that the run names. */
export async function insertRun(store: Store, whole: NewRun): Promise<Outcome<void>> {
  const { id, run, folder, firm = null, made, draft, reports = [], closing, seen } = whole;
  if (!hasRules(folder, run.scenario.hash)) return failed('scenarioChanged');
  const header: HeaderRecord = { header: canonicalJson(headerOf(run)), made, ...(firm && { firm }) };
  return store.write({
    add: [
      [headerKey(id), header],
      ...run.entries.map((entry): Row => [entryKey(id, entry.seq), canonicalJson(entry)]),
      [markKey(id), markOf(run, folder, made.at)],
      ...reports.map((report): Row => [reportKey(id, report.quarter), report]),
      ...(draft ? [[draftKey(id), draft] as const] : []),
      ...(closing ? [[closingKey(id), closing] as const] : []),
      ...(run.digests.length > 0 || run.claimed ? [[claimsKey(id), claimsOf(run)] as const] : []),
    ],
    put: [seenRow(id, run, folder, Boolean(closing), seen)],
    addMissing: [[scenarioKey(firm?.content ?? run.scenario.hash), scenarioText(folder)]],
  });
}

const claimsOf = ({ digests, claimed }: RunFile): Claims => ({ digests, total: claimed?.total ?? null });

/** The firm that the learner runs. */
export const learnerFirm = (folder: ScenarioFolder): string => folder.scenario.firms[0].id;

/** Quarters that the learner has committed, no more than the scenario has. */
export function playedQuarters(run: Pick<RunFile, 'entries'>, folder: ScenarioFolder): number {
  return Math.min(folder.scenario.quarters, openQuarter(run, learnerFirm(folder)) - 1);
}

export function markOf(run: RunFile, folder: ScenarioFolder, at: Time): RunMark {
  const { entries, head, lookedAhead } = run;
  return { entries: entries.length, head, played: playedQuarters(run, folder), at, ...(lookedAhead && { lookedAhead }) };
}
