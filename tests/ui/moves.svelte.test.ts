import { describe, expect, test } from 'vitest';
import type { MoveView } from '../../src/company/moves.ts';
import type { Move, ProgrammeMove } from '../../src/company/orders.ts';
import { applyEntry, startPlaying, type LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { Engine } from '../../src/ui/engine.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import { logOf, oneQuarter, scenario, small } from '../game/plays.ts';
import { failAtWrite, valueOf } from '../saves/browser.ts';
import { folder, learner } from '../saves/sampleRun.ts';
import { begunRun } from './begunRun.svelte.ts';
import { FakeClient } from './fakeClient.ts';
import { turns } from '../turns.ts';

const steer = (move: ProgrammeMove): Extract<Move, { kind: 'programme' }> => ({ kind: 'programme', move });
const logged = (decisions: readonly EntryData[], from: readonly LoggedEntry[]): LoggedEntry[] => [
  ...from,
  ...decisions.map((data, i) => ({ ...data, seq: from.length + i, firm: learner })),
];

/** Codes by which each move may be refused. */
const refusals: Readonly<Record<ProgrammeMove, readonly string[]>> = {
  goOn: [],
  slow: ['move.onlyInField'],
  recover: ['move.onlyStalled', 'gap', 'released', 'stock.L'],
  downscope: ['move.onlyStalled', 'path'],
  abandon: ['move.nothingToDrop'],
};

interface Moment {
  state: string;
  entries: readonly LoggedEntry[];
  open: (made?: readonly Move[]) => readonly ProgrammeMove[];
  moves: readonly MoveView[];
}

/** A playbook played quarter by quarter: what is offered the first time its programme is in a state. */
function* moments(name: string): Generator<Moment> {
  const engine = new Engine(() => Promise.resolve());
  let { plan } = engine.open({ folder, setting: small, entries: [] }, () => undefined);
  const seen = new Set<string>();
  const log = logOf(name, 1);
  let from = 0;
  for (const [index, { kind }] of log.entries()) {
    if (kind !== 'commit') continue;
    const round = engine.commit(log.slice(from, index + 1), () => undefined);
    ({ plan } = round);
    from = index + 1;
    const { state } = round.played[0].known.programme;
    if (seen.has(state) || from === log.length) continue;
    seen.add(state);
    const views = (made: readonly Move[]): readonly MoveView[] => engine.preview(plan, made).moves;
    const open = (made: readonly Move[] = []) => views(made).flatMap(({ move, refused }) => (refused.length === 0 ? [move] : []));
    yield { state, entries: log.slice(0, from), open, moves: views([]) };
  }
}

/** Codes of what the quarter after these entries refuses when this move is made. */
function refusedAfter(entries: readonly LoggedEntry[], move: ProgrammeMove): readonly string[] {
  const playing = startPlaying(scenario, small);
  let codes: readonly string[] = [];
  for (const entry of logged([{ kind: 'move', data: steer(move) }, oneQuarter], entries)) {
    applyEntry(playing, entry, { onQuarter: ({ companies }) => (codes = companies[0].refused.map(({ code }) => code)) });
  }
  return codes;
}

describe('the moves that the engine offers', () => {
  const played: readonly [string, string][] = [
    ['textbook', 'rollingOut'],
    ['leap', 'stalled'],
  ];
  for (const [some, options] of turns(played, 2, 1))
    test.each(some)('are those that the next quarter takes, in every state of the playbook %s', options, (name, least) => {
      const states: string[] = [];
      for (const { state, entries, moves } of moments(name)) {
        states.push(state);
        const usual = refusedAfter(entries, 'goOn');
        for (const { move, refused } of moves) {
          const added = refusedAfter(entries, move).filter((code) => !usual.includes(code) && refusals[move].includes(code));
          expect({ state, move, refused: added }).toEqual({ state, move, refused: refused.map(({ code }) => code) });
        }
      }
      expect(states).toContain(least);
    });

  test('are none where there is no programme, and follow from the moves already made', () => {
    for (const { moves } of moments('stay')) expect(moves).toEqual([]);
    // A moment can be asked only until the next one is played.
    for (const { state, open } of moments('textbook')) {
      if (state !== 'rollingOut') continue;
      expect(open()).toEqual(['goOn', 'slow', 'abandon']);
      expect(open([steer('slow')])).toEqual(['slow', 'abandon']);
      expect(open([steer('abandon')])).toEqual([]);
      return;
    }
    expect.fail('the textbook never rolls out');
  });
});

describe('a move that the learner makes', () => {
  test('is saved before it counts, is sent once with its round, and is still made after a reload', async () => {
    const { browser, session, client } = await begunRun();
    await session.answer(steer('slow'));
    expect(session.keeping.log.entries.map(({ kind, data }) => ({ kind, data }))).toEqual([{ kind: 'move', data: steer('slow') }]);
    expect(client.log).toEqual([]);
    await session.end();
    const { saves } = await browser.tab();
    const again = new FakeClient();
    const back = new Session(valueOf(await saves.open(session.id)), again, saves.listen);
    await back.open();
    expect(back.draft!.moves).toEqual([steer('slow')]);
    back.draft!.undo();
    expect(back.draft!.moves).toEqual([steer('slow')]);
    await back.commit();
    expect(again.log.map(({ kind }) => kind)).toEqual(['move', 'plan', 'commit']);
    await back.end();
  });

  test('is told to the engine with the plan, so that what it closes is closed on the screen', async () => {
    const { session, client } = await begunRun();
    const asked: (readonly Move[])[] = [];
    const preview = client.preview.bind(client);
    client.preview = (_plan?: unknown, made: readonly Move[] = []) => {
      asked.push(made);
      return preview();
    };
    await session.askPreview();
    await session.answer(steer('abandon'));
    await session.askPreview();
    expect(asked).toEqual([[], [steer('abandon')]]);
    await session.end();
  });

  test('that cannot be saved is not made, and says so with a way to try again', async () => {
    const { session } = await begunRun();
    const { mend } = failAtWrite(1, 'throws', true);
    await session.answer(steer('abandon'));
    expect([session.draft!.moves, session.keeping.trouble === null]).toEqual([[], false]);
    mend();
    await session.keeping.retry();
    expect(session.draft!.moves).toEqual([steer('abandon')]);
    await session.end();
  });
});
