/** What a pilot has shown: whether it opens the roll-out, and if not, what it still lacks. */

import { pilotReasons, type Reason } from '../../company/guards.ts';
import type { KnownReport } from '../../game/reports.ts';

export type PilotNews = { kind: 'running' | 'sentBack'; lacks: readonly Reason[] };

/** News of a pilot that runs now, or of one that has just been sent back to planning; null when there is none. */
export function pilotNews(history: readonly KnownReport[]): PilotNews | null {
  const [before, now] = [history.at(-2)?.programme, history.at(-1)?.programme];
  if (!now || now.path === 'stay') return null;
  const lacks = pilotReasons(now.path, now);
  if (now.state === 'piloting') return { kind: 'running', lacks };
  return now.state === 'planning' && before?.state === 'piloting' ? { kind: 'sentBack', lacks } : null;
}
