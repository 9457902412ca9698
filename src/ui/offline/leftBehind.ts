/** The runs that a new version leaves behind. */

import { ENGINE_EPOCH } from '../../game/epoch.ts';
import type { RunSummary } from '../../saves/listRuns.ts';

/** Runs in progress that could only be read once the engine is of another epoch; none where it stays the same. */
export const leftBehind = (runs: readonly RunSummary[], epoch: number): readonly RunSummary[] =>
  epoch === ENGINE_EPOCH ? [] : runs.filter((run) => !run.closed && !run.otherEpoch && !run.damaged);
