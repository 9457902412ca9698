import { expect, test } from 'vitest';
import { playbookEntries } from '../../src/game/playbook.ts';
import type { Playbook } from '../../src/scenario/playbook.ts';

const move = { kind: 'programme', move: 'slow' } as const;
const playbook: Playbook = {
  format: 1,
  name: 'example',
  start: { 'biz.spend': 4 },
  standing: { onStall: 'abandon' },
  changes: [
    { quarter: 2, plan: { 'svc.door': 'open' } },
    { quarter: 3, plan: { 'crm.path': 'p13' }, moves: [move] },
    { quarter: 6, moves: [move] },
  ],
};
const start = ['plan', { plan: { 'biz.spend': 4 }, standing: { onStall: 'abandon' } }];
const door = ['plan', { plan: { 'svc.door': 'open' } }];
const path = ['plan', { plan: { 'crm.path': 'p13' } }];
const slow = ['move', move];
const commit = (quarters: number): unknown[] => ['commit', { quarters }];

test.each([
  ['by quarters, each change in its own', 4, 1, [start, commit(1), door, commit(1), path, slow, commit(1), commit(1)]],
  [
    'by rounds of two, a change inside a round at the next beginning',
    8,
    2,
    [start, commit(2), door, path, slow, commit(2), commit(2), slow, commit(2)],
  ],
  ['a change after the last beginning is never made', 6, 2, [start, commit(2), door, path, slow, commit(2), commit(2)]],
  ['the last round is as long as what is left', 7, 4, [start, commit(4), door, path, slow, commit(2), slow, commit(1)]],
] as const)('a playbook becomes the log of its run: %s', (_name, quarters, perRound, expected) => {
  expect(playbookEntries(playbook, quarters, perRound).map(({ kind, data }) => [kind, data])).toEqual(expected);
});
