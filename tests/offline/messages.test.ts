import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asNotFetched, asQuestion, asState, type WorkerState } from '../../src/offline/messages.ts';
import type { RunSummary } from '../../src/saves/listRuns.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { leftBehind } from '../../src/ui/offline/leftBehind.ts';

const state: WorkerState = { build: 'a', app: '1.0.0', epoch: 9, have: 1, of: 2, bytes: 3, tabs: 1, failure: null };

test('what was said comes through as it was said', () => {
  expect(asState(structuredClone(state))).toEqual(state);
  expect(asState({ ...state, failure: 'full' })).toEqual({ ...state, failure: 'full' });
  expect(asQuestion({ ask: 'fill', most: 12 })).toEqual({ ask: 'fill', most: 12 });
  expect(asQuestion({ ask: 'tidy' })).toEqual({ ask: 'tidy' });
  expect(asNotFetched({ notFetched: 'network' })).toBe('network');
});

test.each(Object.keys(state) as (keyof WorkerState)[])('a state whose %s is missing or of another kind is none', (key) => {
  const { [key]: _, ...rest } = state;
  expect(asState(rest)).toBeNull();
  expect(asState({ ...state, [key]: ['another kind'] })).toBeNull();
});

test('a question to fetch says how many', () => {
  expect(asQuestion({ ask: 'fill' })).toBeNull();
  expect(asQuestion({ ask: 'anything' })).toBeNull();
});

test('anything else that comes is none of them', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect([asState(data), asQuestion(data), asNotFetched(data)]).toEqual([null, null, null]);
    }),
  );
});

test('a version of the same engine leaves no run behind, one of another those alone that are not over and could be played on', () => {
  const usual = { closed: false, otherEpoch: false, damaged: false } as RunSummary;
  const open = { ...usual, id: 'open' };
  const runs = [open, { ...usual, closed: true }, { ...usual, otherEpoch: true }, { ...usual, damaged: true }];
  expect(leftBehind(runs, ENGINE_EPOCH)).toEqual([]);
  expect(leftBehind(runs, ENGINE_EPOCH + 1)).toEqual([open]);
});
