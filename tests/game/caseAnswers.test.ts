/** A case handled in a run: what the inbox tells, and the five futures that only the debrief shows. */

import { describe, expect, it } from 'vitest';
import { conflictModes, type Move } from '../../src/company/orders.ts';
import { fiveFutures } from '../../src/game/caseAnswers.ts';
import type { CaseFutures } from '../../src/game/caseView.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import { learner, scenario } from './plays.ts';

const setting = { customers: 2000, world: 0, populationSeed: 1, luckSeed: 1 };
const slot = 'q2.customer.1';

interface Played {
  reports: QuarterReport[];
  closed: CaseFutures;
}
/** Six quarters in which the case of the second is answered before the third; null = nobody answers. */
function playedWith(answer: Partial<Extract<Move, { kind: 'case' }>> | null): Played {
  const playing = startPlaying(scenario, setting);
  const reports: QuarterReport[] = [];
  const commit = { kind: 'commit' as const, data: { quarters: 1 as const } };
  const move = { kind: 'case' as const, slot, mode: 'collaborate', remedy: 'full', apology: true, reason: true, ...answer } as const;
  const entries = [commit, commit, ...(answer ? [{ kind: 'move' as const, data: move }] : []), commit, commit, commit, commit];
  entries.forEach((entry, seq) =>
    applyEntry(
      playing,
      { ...entry, seq, firm: learner },
      { onQuarter: (played) => void reports.push(quarterReport(playing.world, played, null)) },
    ),
  );
  return { reports, closed: fiveFutures(playing.world.played[0]!.cases.find((done) => done.slot === slot)!) };
}

describe('a case of the inbox', () => {
  it.each(conflictModes)('met by %s ends as the future of that mode says, and the other four stand beside it', (mode) => {
    const done = playedWith({ mode }).closed;
    expect(done).toMatchObject({ by: 'learner', mode, chosen: true, outcome: done.futures.find((future) => future.mode === mode)!.ending });
    expect(done.futures.map((future) => future.mode)).toEqual(conflictModes);
  });

  it('has the same five futures whichever mode was chosen, as long as the offer is the same', () => {
    const futures = conflictModes.map((mode) => playedWith({ mode }).closed.futures);
    for (const each of futures) expect(each).toEqual(futures[0]);
    expect(new Set(futures[0]!.map(({ ending }) => ending)).size).toBeGreaterThan(1);
  });

  it('that nobody answers is closed by the standing policy, and its mode is one that nobody chose', () => {
    expect(playedWith(null).closed).toMatchObject({ by: 'policy', mode: 'compromise', chosen: false });
  });

  it('shows nobody its futures before the debrief', () => {
    const { reports } = playedWith({});
    expect(reports.some(({ known }) => known.inbox.some(({ outcome }) => outcome !== null))).toBe(true);
    for (const { known } of reports) for (const view of known.inbox) expect(view).not.toHaveProperty('met');
  });
});
