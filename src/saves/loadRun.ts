/** Reads a run back: its log checked link by link, the scenario it was begun with, the open round, what was reported. */

import { appendEntries, openQuarter } from '../game/chain.ts';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import type { RunFile } from '../game/run.ts';
import { parseRun, writeRun } from '../game/runFile.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { firmWithRules, keptScenario } from './firms.ts';
import { learnerFirm, playedQuarters } from './insertRun.ts';
import { claimsKey, closingKey, draftKey, entriesPrefix, exportedKey, headerKey, markKey, reportsPrefix, runPrefix } from './keys.ts';
import { done, failed, type Outcome } from './outcome.ts';
import type { Claims, Closing, ExportMark, HeaderRecord, RunFirm, RunMark, SavedDraft, SavedReport } from './records.ts';
import { runOfTexts, type RunTexts } from './runText.ts';
import { hasRules, type FindScenario, type FoundScenario } from './scenarioText.ts';
import type { Store } from './store.ts';

export interface SavedRun {
  id: string;
  run: RunFile;
  /** As it was when the run began. */
  folder: ScenarioFolder;
  /** The firm of one's own that it is played on; null for one that ships. */
  firm: RunFirm | null;
  /** Quarters committed by the learner. */
  played: number;
  /** null: nothing is open, or what was open is out of date. */
  draft: SavedDraft | null;
  /** True when there was a draft that cannot be read. */
  draftLost: boolean;
  /** By quarter, from 0 where it was kept; quarters whose report was not written yet are missing. */
  reports: readonly SavedReport[];
  closing: Closing | null;
  exported: ExportMark | null;
  made: HeaderRecord['made'];
  savedAt: number;
  /** True: made by another version of the engine; to be read, not to be played on. */
  otherEpoch: boolean;
}

/**
 * Codes: those of the store; `notFound`; `damaged` with the first entry that is; `scenarioMissing`. What is damaged is left as it is.
 * @param find the app's own scenarios, for a run whose kept scenario is damaged
 */
export async function loadRun(store: Store, id: string, find?: FindScenario): Promise<Outcome<SavedRun>> {
  const kept = await readTexts(store, id);
  if (!kept.ok) return kept;
  const { texts, rows, header, mark } = kept.value;
  const first = runOfTexts(texts);
  if (!first.ok) return first;
  const { scenario } = first.value;
  const found = await scenarioOf(store, scenario, find, header.firm);
  if (!found.ok) return found;
  const { folder, firm } = found.value;
  const checked = runOfTexts(texts, segmentIdsOf(folder));
  if (!checked.ok) return checked;
  const run = checked.value;
  const draft = rows.get(draftKey(id));
  const open = draft === undefined ? null : readDraft(draft, run, folder);
  return done({
    id,
    run,
    folder,
    firm,
    played: playedQuarters(run, folder),
    draft: open === 'lost' ? null : open,
    draftLost: open === 'lost',
    reports: reportsOf(rows, id),
    closing: (rows.get(closingKey(id)) as Closing | undefined) ?? null,
    exported: (rows.get(exportedKey(id)) as ExportMark | undefined) ?? null,
    made: header.made,
    savedAt: mark?.at ?? header.made.at,
    otherEpoch: run.epoch !== ENGINE_EPOCH,
  });
}

interface KeptTexts {
  texts: RunTexts;
  rows: ReadonlyMap<string, unknown>;
  header: HeaderRecord;
  /** undefined: lost. */
  mark: RunMark | undefined;
}

/** The texts of a run as they are kept, unchecked. */
export async function readTexts(store: Store, id: string): Promise<Outcome<KeptTexts>> {
  const found = await store.under(runPrefix(id));
  if (!found.ok) return found;
  if (found.value.length === 0) return failed('notFound');
  const rows = new Map(found.value);
  const header = rows.get(headerKey(id)) as HeaderRecord | undefined;
  const mark = rows.get(markKey(id)) as RunMark | undefined;
  if (typeof header?.header !== 'string') return failed('damaged');
  const entries = found.value.filter(([key]) => key.startsWith(entriesPrefix(id))).map(([, text]) => String(text));
  const played = digestsOf(reportsOf(rows, id));
  const claims = rows.get(claimsKey(id)) as Claims | undefined;
  const digests = played.length >= (claims?.digests.length ?? 0) ? played : (claims?.digests ?? []);
  const claimed = (rows.get(closingKey(id)) as Closing | undefined)?.score?.total ?? claims?.total ?? null;
  return done({
    texts: {
      header: header.header,
      entries,
      count: mark?.entries ?? null,
      head: String(mark?.head),
      digests,
      claimed,
      lookedAhead: mark?.lookedAhead,
    },
    rows,
    header,
    mark,
  });
}

/**
 * The scenario with these rules: as it is kept, else from the app's own, else from the firms of one's own. Code besides those of the store:
 * `scenarioMissing`.
 * @param firm the firm of one's own that a kept run is played on
 */
export async function scenarioOf(
  store: Store,
  { id, hash }: RunFile['scenario'],
  find?: FindScenario,
  firm: RunFirm | null = null,
): Promise<Outcome<FoundScenario>> {
  const kept = await keptScenario(store, hash, firm);
  if (!kept.ok) return kept;
  if (kept.value !== null) return done({ folder: kept.value, firm });
  const shipped = firm === null ? ((await find?.(id)) ?? null) : null;
  if (shipped !== null && hasRules(shipped, hash)) return done({ folder: shipped, firm: null });
  const own = await firmWithRules(store, hash);
  if (!own.ok) return own;
  return own.value === null ? failed('scenarioMissing') : done(own.value);
}

export const segmentIdsOf = ({ scenario }: ScenarioFolder): string[] => scenario.market.segments.map(({ id }) => id);

function reportsOf(rows: ReadonlyMap<string, unknown>, id: string): SavedReport[] {
  return [...rows].filter(([key]) => key.startsWith(reportsPrefix(id))).map(([, report]) => report as SavedReport);
}

/** Digests from quarter 1 on, up to the first quarter that has none. */
export function digestsOf(reports: readonly SavedReport[]): string[] {
  const digests: string[] = [];
  for (const { quarter, digest } of reports) {
    if (quarter === 0) continue;
    if (quarter !== digests.length + 1 || typeof digest !== 'string') break;
    digests.push(digest);
  }
  return digests;
}

/** The draft when it belongs to the open quarter and could be committed as it stands; null when its quarter is over. */
function readDraft(value: unknown, run: RunFile, folder: ScenarioFolder): SavedDraft | null | 'lost' {
  const draft = value as Partial<SavedDraft>;
  if (!Array.isArray(draft.decisions) || !Array.isArray(draft.settled) || typeof draft.view !== 'object') return 'lost';
  const firm = learnerFirm(folder);
  if (draft.quarter !== openQuarter(run, firm)) return null;
  try {
    const tried = appendEntries(run, draft.decisions, { firm, by: 'learner' });
    return parseRun(writeRun(tried), segmentIdsOf(folder)).ok ? (draft as SavedDraft) : 'lost';
  } catch {
    // Something that is no decision at all; `draftLost` says so.
    return 'lost';
  }
}
