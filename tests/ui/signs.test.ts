/** Signs as the learner has seen them: since when, and which are new. */

import { expect, test } from 'vitest';
import type { SignId } from '../../src/company/signs.ts';
import { newSigns, signsSince } from '../../src/ui/cockpit/signs.ts';
import { knownReport } from '../game/knownReports.ts';

const { programme } = knownReport(0);
const history = (...quarters: readonly (readonly SignId[])[]) =>
  quarters.map((signs, quarter) => knownReport(quarter, { programme: { ...programme, signs } }));

test('a sign has shown since the first report of its unbroken row', () => {
  const seen = history([], ['X'], [], ['X', 'Q'], ['Q', 'X', 'S']);
  expect(signsSince(seen)).toEqual([
    { sign: 'Q', since: 3 },
    { sign: 'X', since: 3 },
    { sign: 'S', since: 4 },
  ]);
  expect(signsSince(history(['L'], ['L']))).toEqual([{ sign: 'L', since: 0 }]);
  expect(signsSince([])).toEqual([]);
});

test('new are those that did not show when the round began', () => {
  const seen = history(['X'], ['X', 'S'], ['X', 'S', 'Q']);
  expect(newSigns(seen, 1)).toEqual(['Q']);
  expect(newSigns(seen, 2)).toEqual(['S', 'Q']);
  expect(newSigns(history(['X']), 2)).toEqual(['X']);
});
