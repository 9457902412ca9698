/** The list of runs: what can be told of each without reading its log. */

import { ENGINE_EPOCH } from '../game/epoch.ts';
import { mostLookedAhead } from '../game/lookedAhead.ts';
import type { RunHeader } from '../game/run.ts';
import { closingKey, exportedKey, headerKey, markKey, runOfHeaderKey, runsPrefix } from './keys.ts';
import { done, type Outcome } from './outcome.ts';
import type { Closing, ExportMark, HeaderRecord, RunFirm, RunMark, Time } from './records.ts';
import type { Holder, Store } from './store.ts';

export interface RunSummary {
  id: string;
  /** `memory`: it ends with the page. */
  holds: Holder;
  scenarioId: string;
  /** The firm of one's own that it is played on; null for one that ships. */
  firm: RunFirm | null;
  mode: RunHeader['mode'];
  /** Played with every card open. */
  allOpen: boolean;
  assignment: RunHeader['assignment'] | null;
  /** Quarters committed. */
  played: number;
  closed: boolean;
  /** The most quarters that a round of it was looked ahead; null where that was not recorded. */
  lookedAhead: number | null;
  /** 0-100, once the run was scored to the end. */
  score: number | null;
  made: HeaderRecord['made'];
  savedAt: Time;
  exported: ExportMark | null;
  otherEpoch: boolean;
  /** True: the header cannot be read; open it to hear more, export it to keep it. */
  damaged: boolean;
}

/** All runs, the one saved last first. */
export async function listRuns(store: Store): Promise<Outcome<RunSummary[]>> {
  const keys = await store.keysUnder(runsPrefix);
  if (!keys.ok) return keys;
  const known = new Set(keys.value);
  const ids = keys.value.map(runOfHeaderKey).filter((id) => id !== null);
  const rows = await store.read(ids.flatMap((id) => [headerKey(id), markKey(id), exportedKey(id), closingKey(id)]));
  if (!rows.ok) return rows;
  const runs = ids.map((id, i) => {
    const [header, mark, exported, closing] = rows.value.slice(4 * i, 4 * i + 4);
    const score = (closing as Closing | undefined)?.score?.total ?? null;
    return summaryOf({ id, holds: store.holds, closed: known.has(closingKey(id)), score }, header, mark, exported);
  });
  return done(runs.filter((run) => run !== null).sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1)));
}

/** null for a run that was deleted between two readings. */
function summaryOf(
  given: Pick<RunSummary, 'id' | 'holds' | 'closed' | 'score'>,
  record: unknown,
  kept: unknown,
  exported: unknown,
): RunSummary | null {
  if (record === undefined) return null;
  const { header: text, made, firm = null } = record as Partial<HeaderRecord>;
  const mark = kept as RunMark | undefined;
  const header = headerIn(text);
  const usual = { at: 0, how: 'new' } as const;
  return {
    ...given,
    firm,
    scenarioId: header?.scenario?.id ?? '',
    mode: header?.mode ?? 'practice',
    allOpen: header?.allOpen === true,
    assignment: header?.assignment ?? null,
    played: mark?.played ?? 0,
    lookedAhead: mostLookedAhead(mark ?? {}),
    made: made ?? usual,
    savedAt: mark?.at ?? made?.at ?? 0,
    exported: (exported as ExportMark | undefined) ?? null,
    otherEpoch: header !== null && header.epoch !== ENGINE_EPOCH,
    damaged: header === null || mark === undefined,
  };
}

function headerIn(text: unknown): Partial<RunHeader> | null {
  try {
    const header: unknown = JSON.parse(String(text));
    return typeof header === 'object' ? header : null;
  } catch {
    // Told as `damaged`.
    return null;
  }
}

/** True when a quarter was played since the run was last written to a file. */
export function exportDue({ played, exported }: Pick<RunSummary, 'played' | 'exported'>): boolean {
  return played > (exported?.played ?? 0);
}
