/** A round left out stays out, however much the plans after it repeat of what stood. */

import { expect, test } from 'vitest';
import { contributionPlan } from '../../../src/game/contributions/contributionPlan.ts';
import type { LoggedEntry } from '../../../src/game/replay.ts';
import type { EntryData } from '../../../src/game/run.ts';
import { decidedRounds, type RoundDecided } from '../../../src/game/whatIf/decisions.ts';
import { editedLog } from '../../../src/game/whatIf/edits.ts';
import { learner, log, logOf, playbookNames, scenario, twoQuarters } from '../plays.ts';
import { turns } from '../../turns.ts';

/** The same decisions, each plan saying all that stands: controls, standing orders and all. */
function saidInFull(entries: readonly LoggedEntry[]): LoggedEntry[] {
  const rounds = decidedRounds(scenario, entries);
  let round = 0;
  return entries.map((entry) => {
    if (entry.kind === 'commit') round += 1;
    if (entry.kind !== 'plan') return entry;
    const { plan, standing } = rounds[round]!;
    return { ...entry, data: { plan, standing } };
  });
}

const held = (rounds: readonly RoundDecided[]): unknown => rounds.map(({ quarter, plan, standing }) => ({ quarter, plan, standing }));
/** What stands in every round when one is left out, by the name of the replay. */
function withoutEach(entries: readonly LoggedEntry[]): Record<string, unknown> {
  const { logs } = contributionPlan(scenario, entries, null);
  return Object.fromEntries(
    logs.flatMap(({ name, log: source }) =>
      name.startsWith('round.') && source.kind === 'run'
        ? [[name, held(decidedRounds(scenario, editedLog(entries, source.edits, learner).log))]]
        : [],
    ),
  );
}

for (const [some, options] of turns(playbookNames, 3, 0))
  test.each(some)('%s with its plans said in full holds the same plan without any round as said in changes', options, (name) => {
    const entries = logOf(name);
    expect(withoutEach(saidInFull(entries))).toEqual(withoutEach(entries));
  });

test('what a later round decides anew stays, what it only repeats goes with the round that decided it', () => {
  const plan = (patch: object, standing: object): EntryData => ({ kind: 'plan', data: { plan: patch, standing } }) as EntryData;
  const entries = log([
    plan({ 'biz.price': 5, 'dat.clean': 6 }, { onStall: 'abandon' }),
    twoQuarters,
    plan({ 'biz.price': 5, 'dat.clean': 8 }, { onStall: 'abandon' }),
    twoQuarters,
    plan({ 'biz.price': 5, 'dat.clean': 8 }, { onStall: 'downscope' }),
    twoQuarters,
  ]);
  const start = scenario.startPlan;
  expect(withoutEach(entries)['round.1']).toMatchObject([
    { plan: { 'biz.price': start['biz.price'] ?? 0, 'dat.clean': start['dat.clean'] ?? 0 }, standing: { onStall: 'recover' } },
    { plan: { 'biz.price': start['biz.price'] ?? 0, 'dat.clean': 8 }, standing: { onStall: 'recover' } },
    { plan: { 'biz.price': start['biz.price'] ?? 0, 'dat.clean': 8 }, standing: { onStall: 'downscope' } },
  ]);
  expect(withoutEach(entries)['round.2']).toMatchObject([
    {},
    { plan: { 'biz.price': 5, 'dat.clean': 6 } },
    { plan: { 'biz.price': 5, 'dat.clean': 6 }, standing: { onStall: 'downscope' } },
  ]);
});
