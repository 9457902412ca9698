/**
 * Exactness of a what-if at the level of a run: with rivals as they played, the quarters before the change are the same to the last bit, and
 * later only those are moved whom the change treats, where nothing else is shared.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RivalState } from '../../../src/company/rival.ts';
import { applyEntry, finishQuarters, startPlaying, type LoggedEntry, type Playing } from '../../../src/game/replay.ts';
import { editedLog, type EntryEdit } from '../../../src/game/whatIf/edits.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { columnNames } from '../../../src/sim/truth/columns.ts';
import { learner, logOf, scenario, small } from '../plays.ts';

const entries = logOf('textbook', 1);
const setting = { ...small, customers: 150 };

/** Plays a log to the end of the run; with rivals given they do as they did. */
function played(
  of: Scenario,
  log: readonly LoggedEntry[],
  rivals?: readonly (readonly RivalState[])[],
): { playing: Playing; rivals: RivalState[][] } {
  const playing = startPlaying(of, setting);
  const states: RivalState[][] = [];
  const onQuarter = (): void => void states.push(playing.world.rivals.map(({ state }) => state));
  const options = { digests: true, looks: false, onQuarter, ...(rivals && { rivals }) };
  for (const entry of log) applyEntry(playing, entry, options);
  finishQuarters(playing, options);
  return { playing, rivals: states };
}

/** People whose columns differ in any bit. */
function moved(a: Playing, b: Playing): number[] {
  const { people } = a.world.market;
  const found = new Set<number>();
  for (const name of columnNames) {
    const [left, right] = [a.world.market.columns[name], b.world.market.columns[name]];
    for (let place = 0; place < left.length; place += 1) if (!Object.is(left[place], right[place])) found.add(place % people);
  }
  return [...found];
}

describe('A changed run beside rivals that do as they did', () => {
  const run = played(scenario, entries);

  test('has the digests of the run in every quarter before the change, and another from then on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: scenario.quarters }), fc.constantFrom(-10, -5, 5, 10), (quarter, price) => {
        const edits: EntryEdit[] = [{ kind: 'plan', quarter, plan: { 'biz.price': price } }];
        const change = played(scenario, editedLog(entries, edits, learner).log, run.rivals).playing;
        expect(change.digests.slice(0, quarter - 1)).toEqual(run.playing.digests.slice(0, quarter - 1));
        expect(change.digests[quarter - 1]).not.toBe(run.playing.digests[quarter - 1]);
      }),
      { numRuns: 5 },
    );
  });

  test('without a change has all its digests', () => {
    expect(played(scenario, entries, run.rivals).playing.digests).toEqual(run.playing.digests);
  });
});

describe('Where nothing but the treatment itself reaches a customer', () => {
  const { firms, market } = scenario;
  /** No word of mouth, awareness of this quarter only, hands for everybody, and no cases. */
  const apart = {
    ...scenario,
    cases: [],
    disputes: [],
    opportunities: [],
    events: [],
    market: { ...market, parameters: { ...market.parameters, 'wordOfMouth.brand': 0, 'acquisition.referral': 0, 'acquisition.memory': 0 } },
    firms: [
      {
        ...firms[0],
        offer: { ...firms[0].offer, slack: 1e6 },
        money: { ...firms[0].money!, marketingCost: 0 },
        parameters: { ...firms[0].parameters, 'case.morale': 0, 'case.trust': 0, 'cause.opened': 0, 'trust.pace': 0 },
      },
      ...firms.slice(1).map((rival) => ({ ...rival, offer: { ...rival.offer, slack: 1e6 } })),
    ],
  } as unknown as Scenario;
  const still: LoggedEntry[] = Array.from({ length: 3 }, (_, seq) => ({ seq, firm: learner, kind: 'commit', data: { quarters: 1 } }));
  const treated = market.segments[0]!.id;

  test('contacts with one segment move customers of that segment, and nobody else by a single bit', () => {
    const three = (log: readonly LoggedEntry[], rivals?: readonly (readonly RivalState[])[]) => {
      const playing = startPlaying(apart, setting);
      const states: RivalState[][] = [];
      const onQuarter = (): void => void states.push(playing.world.rivals.map(({ state }) => state));
      for (const entry of log) applyEntry(playing, entry, { looks: false, onQuarter, ...(rivals && { rivals }) });
      return { playing, rivals: states };
    };
    const run = three(still);
    const edits: EntryEdit[] = [{ kind: 'plan', quarter: 2, plan: { 'idc.contact': { [treated]: 6 } } }];
    const change = three(editedLog(still, edits, learner).log, run.rivals);
    const { segment } = run.playing.world.market.columns;
    const touched = moved(run.playing, change.playing);
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.filter((person) => segment[person] !== 0)).toEqual([]);
  });
});
