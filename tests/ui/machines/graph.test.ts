import { describe, expect, test } from 'vitest';
import { setup, type AnyStateMachine } from 'xstate';
import { genericIds } from '../../../src/company/controls.ts';
import { programmeStates } from '../../../src/company/programme.ts';
import { rivalMachineOf } from '../../../src/company/rival.ts';
import { machines } from '../../../src/company/step.ts';
import { levelIds } from '../../../src/company/firm.ts';
import { reviewPhases } from '../../../src/company/review/reviewState.ts';
import { drawingOf } from '../../../src/ui/machines/drawing.ts';
import { onlyEvent, readGraph, type DefinedState, type Graph } from '../../../src/ui/machines/graph.ts';
import { rowsOf } from '../../../src/ui/machines/rows.ts';
import { graphOf } from '../../../src/ui/machines/shipped.ts';
import { caseMoves, positionMoves, programmeMoves, reviewMoves, rivalMoves } from './walks.ts';
import { long } from '../../turns.ts';

const moving = ({ edges }: Graph): readonly string[] =>
  edges
    .filter(({ from, to }) => from !== to)
    .map(({ id }) => id)
    .sort();
const read = (machine: AnyStateMachine): Graph => readGraph(machine.root as unknown as DefinedState);

interface WrittenBranch {
  guard?: string | { type: string };
  target?: string;
}
type Written = string | WrittenBranch | readonly WrittenBranch[];
interface WrittenState {
  on?: Readonly<Record<string, Written>>;
  always?: readonly WrittenBranch[];
}

/** Every branch as it is written in a definition, in its order: "from event guard to". */
function written(states: Readonly<Record<string, WrittenState>>): readonly string[] {
  return Object.entries(states).flatMap(([from, { on = {}, always = [] }]) =>
    [...Object.entries(on), ['always', always] as const].flatMap(([event, branches]) =>
      [branches].flat().map((branch) => {
        const { guard, target } = typeof branch === 'string' ? { guard: undefined, target: branch } : (branch as WrittenBranch);
        return `${from} ${event} ${typeof guard === 'object' ? guard.type : (guard ?? 'free')} ${target ?? from}`;
      }),
    ),
  );
}
const drawn = ({ edges }: Graph): readonly string[] =>
  edges.flatMap(({ from, to, ways }) => ways.map(({ event, guard }) => `${from} ${event} ${guard ?? 'free'} ${to}`));
const regions = machines.matrix.config.states as unknown as Record<string, { states: Record<string, WrittenState> }>;

describe('the graph of a shipped machine', () => {
  test('has the states that the rest of the code knows of', () => {
    expect(graphOf('programme').states).toEqual(programmeStates);
    expect(graphOf('position').states).toEqual(levelIds);
    expect(graphOf('review').states).toEqual(reviewPhases);
  });

  test.each([
    ['programme', programmeMoves],
    ['position', positionMoves],
  ] as const)('moves as the %s really does when it is walked, and no otherwise', (region, walked) => {
    expect(moving(graphOf(region))).toEqual(walked());
  });

  test.each(genericIds)('moves as a rival of strategy %s really does when it is walked, and no otherwise', (generic) => {
    expect(moving(graphOf('rival', generic))).toEqual(rivalMoves(rivalMachineOf[generic]));
  });

  test('moves as a case really does when it is walked, and no otherwise', long, () => {
    expect(moving(graphOf('case'))).toEqual(caseMoves());
  });

  test('moves as a review really does when it is walked, and no otherwise', () => {
    expect(moving(graphOf('review'))).toEqual(reviewMoves());
  });

  test('holds every branch of the definition of a review, and none besides', () => {
    const states = machines.review.config.states as unknown as Record<string, WrittenState>;
    expect([...drawn(graphOf('review'))].sort()).toEqual([...written(states)].sort());
  });

  test('holds every branch of the definition of a case, and none besides', () => {
    const states = machines.case.config.states as unknown as Record<string, WrittenState>;
    expect([...drawn(graphOf('case'))].sort()).toEqual([...written(states)].sort());
    expect(graphOf('case').states).toHaveLength(24);
  });

  test.each(['programme', 'position'] as const)('holds every branch of the definition of the %s, and none besides', (region) => {
    expect([...drawn(graphOf(region))].sort()).toEqual([...written(regions[region].states)].sort());
  });

  test.each(genericIds)('holds every branch of the definition of a rival of strategy %s, and none besides', (generic) => {
    const states = machines[rivalMachineOf[generic]].config.states as unknown as Record<string, WrittenState>;
    expect([...drawn(graphOf('rival', generic))].sort()).toEqual([...written(states)].sort());
  });

  test('tells what was asked before: a branch without a guard after others is the rest', () => {
    const back = graphOf('programme').edges.find(({ id }) => id === 'checking-analysing');
    expect(back?.ways).toEqual([{ event: 'programme.confirm', guard: null, otherwise: true, shared: true }]);
    const on = graphOf('programme').edges.find(({ id }) => id === 'idle-analysing');
    expect(on?.ways).toEqual([{ event: 'programme.analyse', guard: null, otherwise: false, shared: false }]);
  });

  test('knows a machine in which only one thing ever happens', () => {
    expect(onlyEvent(graphOf('position'))).toBe('quarter.end');
    expect(onlyEvent(graphOf('programme'))).toBeNull();
  });
});

/** A door of our own: what it has is all that the drawing may show. */
const door = {
  initial: 'closed',
  states: {
    closed: { on: { open: [{ guard: 'hasKey', target: 'ajar' }, { target: 'closed' }] } },
    ajar: { on: { push: 'wide', shut: 'closed' } },
    wide: { on: { shut: 'closed' } },
  },
} as const;
const doorSetup = setup({ guards: { hasKey: () => true } });
const plainDoor = read(doorSetup.createMachine(door));
const gluedDoor = read(
  doorSetup.createMachine({
    ...door,
    states: { ...door.states, wide: { on: { shut: 'closed', glue: 'stuck' } }, stuck: { on: { free: 'ajar' } } },
  }),
);
const label = ({ ways }: Graph['edges'][number]): string => ways.map(({ event }) => event).join(' / ');

describe('a machine that the screens have never heard of', () => {
  test('is drawn with all its states and edges', () => {
    const { states, edges } = drawingOf(plainDoor, 328, label);
    expect(states.map(({ state }) => state)).toEqual(['closed', 'ajar', 'wide']);
    expect(edges.map(({ edge, side }) => [edge.id, side])).toEqual([
      ['closed-ajar', 'down'],
      ['ajar-wide', 'down'],
      ['ajar-closed', 'left'],
      ['wide-closed', 'left'],
    ]);
    expect(states[0].loop?.ways.map(({ event }) => event)).toEqual(['open']);
  });

  test('shows a state that is added to its definition, with the ways to it and from it', () => {
    const { states, edges } = drawingOf(gluedDoor, 328, label);
    expect(states.map(({ state }) => state)).toEqual(['closed', 'ajar', 'wide', 'stuck']);
    const added = edges.filter(({ edge }) => edge.from === 'stuck' || edge.to === 'stuck').map(({ edge, lines }) => [edge.id, lines]);
    expect(added).toEqual([
      ['wide-stuck', ['glue']],
      ['stuck-ajar', ['free']],
    ]);
  });

  test('is drawn whatever the order in which its states are written, what leads on above what it leads to', () => {
    const shuffled = read(
      doorSetup.createMachine({
        initial: 'closed',
        states: { wide: door.states.wide, closed: door.states.closed, ajar: door.states.ajar },
      }),
    );
    expect(shuffled.states).toEqual(['wide', 'closed', 'ajar']);
    expect(rowsOf(shuffled)).toEqual(['closed', 'ajar', 'wide']);
  });

  test('keeps a state that nothing leads to in sight, last', () => {
    const island = read(doorSetup.createMachine({ ...door, states: { island: { on: { swim: 'closed' } }, ...door.states } }));
    expect(rowsOf(island)).toEqual(['closed', 'ajar', 'wide', 'island']);
  });
});
