/** A walk through every state of a programme, memory included: no dead ends, and every cause of a stall can be met. */

import { beforeAll, describe, expect, it } from 'vitest';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { type StockId, stockIds, type Stocks } from '../../src/company/firm.ts';
import { matrixMachine } from '../../src/company/matrixMachine.ts';
import type { MatrixContext, MatrixEvent, ProgrammeChoice, QuarterFacts, StallCause } from '../../src/company/matrixRules.ts';
import type { MatrixValue } from '../../src/company/programme.ts';
import { signIds, signOfCause } from '../../src/company/signs.ts';
import { matrixContextAt } from '../../src/company/start.ts';
import { long } from '../turns.ts';
import { bankFacts } from './fixtures.ts';

const strong: Stocks = { S: 90, L: 90, X: 90, H: 90, T: 90, Q: 90 };
const facts: QuarterFacts = {
  ...bankFacts,
  stocks: strong,
  information: 70,
  consent: 80,
  adoption: 70,
  trueInformation: 50,
  individualisation: 50,
  linkage: 80,
  trueConsent: 80,
  stallDraw: 0.999,
};
const end = (changes: Partial<QuarterFacts> = {}): MatrixEvent => ({ type: 'quarter.end', facts: { ...facts, ...changes } });
/** A stock just under what any path asks, and a draw that stalls. */
const weakened = (stock: StockId): MatrixEvent => end({ stocks: { ...strong, [stock]: 30 }, stallDraw: 0.0001 });
const choice = (path: ProgrammeChoice['path'], pilot: boolean): MatrixEvent => ({
  type: 'programme.confirm',
  choice: { path, pilot, pace: 'normal', scope: 'wholeFirm' },
  facts,
});
/** What can happen, with these stocks giving way. */
const eventsOf = (stocks: readonly StockId[]): readonly MatrixEvent[] => [
  { type: 'programme.analyse' },
  { type: 'programme.chooseStay' },
  { type: 'programme.choosePath', facts },
  choice('p13', true),
  choice('p14', false),
  { type: 'programme.prepare', choice: { path: 'p12', pilot: true, pace: 'careful', scope: 'frontOffices' }, facts },
  { type: 'programme.submit', facts },
  { type: 'programme.recover', facts },
  { type: 'programme.downscope', facts },
  { type: 'programme.abandon' },
  { type: 'sponsor.left' },
  { type: 'users.revolted' },
  end(),
  end({ trueInformation: 70, individualisation: 70 }),
  end({ trueInformation: 30, individualisation: 30 }),
  end({ adoption: 20 }),
  end({ released: 0 }),
  ...stocks.map(weakened),
];

type Snapshot = { value: MatrixValue; context: MatrixContext };
const keyOf = ({ value, context }: Snapshot): string => JSON.stringify([value, context]);
interface Step {
  from: Snapshot;
  to: Snapshot;
}
function walk(events: readonly MatrixEvent[]): readonly Step[] {
  const map = getAdjacencyMap(matrixMachine, {
    events: [...events],
    input: { context: matrixContextAt('l1') },
    serializeState: (state) => keyOf(state as unknown as Snapshot),
    serializeEvent: (event) => String(events.indexOf(event)),
    limit: 200_000,
  });
  return adjacencyMapToArray(map).map(({ state, nextState }) => ({
    from: state as unknown as Snapshot,
    to: nextState as unknown as Snapshot,
  }));
}
const allCauses = Object.keys(signOfCause) as StallCause[];

/** Keys of the states from which one of the given states can be reached. */
function sourcesOf(targets: readonly Snapshot[], edges: readonly Step[]): Set<string> {
  const before = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const key = keyOf(to);
    const sources = before.get(key);
    if (sources) sources.push(keyOf(from));
    else before.set(key, [keyOf(from)]);
  }
  const found = new Set(targets.map(keyOf));
  const open = [...found];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const source of before.get(key) ?? []) {
      if (found.has(source)) continue;
      found.add(source);
      open.push(source);
    }
  }
  return found;
}

describe.each([
  ['one stock that may give way', stockIds.slice(0, 1), {}],
  ['every stock that may give way', stockIds, long],
] as const)('a walk through every state of a programme, with all it remembers and %s', (_, stocks, options) => {
  let edges: readonly Step[];
  let states: ReadonlyMap<string, Snapshot>;
  beforeAll(() => {
    edges = walk(eventsOf(stocks));
    states = new Map(edges.flatMap(({ from, to }) => [from, to]).map((state) => [keyOf(state), state]));
  });
  /** A cause that is a stock can be met where that stock may give way. */
  const causes = allCauses.filter((cause) => cause.length > 1 || (stocks as readonly string[]).includes(cause));

  it('is long enough to mean something', options, () => {
    expect(states.size).toBeGreaterThan(400);
  });

  it('has no dead end: from every state that can be reached, idle can be reached', options, () => {
    const home = sourcesOf(
      [...states.values()].filter(({ value }) => value.programme === 'idle'),
      edges,
    );
    expect([...states.keys()].filter((key) => !home.has(key))).toEqual([]);
  });

  it('meets every cause of a stall, and each in a programme that stands still', options, () => {
    const met = [...states.values()].filter(({ value }) => value.programme === 'stalled').map(({ context }) => context.stalledBy);
    expect([...new Set(met)].sort()).toEqual([...causes].sort());
  });

  it('can go on from a stall of every cause, and can give it up', options, () => {
    for (const cause of causes) {
      const next = edges
        .filter(({ from }) => from.value.programme === 'stalled' && from.context.stalledBy === cause)
        .map(({ to }) => to.value.programme);
      expect([...new Set(next)], cause).toEqual(expect.arrayContaining(['rollingOut', 'rollingBack']));
    }
  });
});

it('every cause of a stall has a sign, and no sign is without a cause', () => {
  expect([...new Set(Object.values(signOfCause))].sort()).toEqual([...signIds].sort());
});
