/** What a run carries while it is played. */

import type { ConductMemory } from './conduct/memory.ts';
import type { Decisions } from './playQuarter.ts';
import type { World } from './world.ts';

/** A run in progress, and what its quarters have left so far. Mutable: one owner plays it on. */
export interface Playing {
  readonly world: World;
  /** Decisions made since the last commit, by firm id. */
  readonly open: Map<string, Decisions>;
  /** True satisfaction of each played quarter, points, by played company in world order. */
  readonly satisfaction: number[][];
  readonly digests: string[];
  readonly skipped: { seq: number; code: string }[];
  /** What conduct is judged by, by played company in world order. */
  readonly conduct: readonly ConductMemory[];
}
