/** The CRM matrix as a machine: meters with hysteresis, position on the matrix, and the programme that moves a firm along a path. */

import { assign, setup } from 'xstate';
import {
  flagsAfter,
  type MatrixContext,
  type MatrixEvent,
  pilotOver,
  type QuarterFacts,
  relapsed,
  rolloutDone,
  smallerStep,
  stable,
  stallCause,
} from './matrixRules.ts';
import { lets } from './programmeGuards.ts';

const mostTurns = 3;
type Ending = { event: { type: 'quarter.end'; facts: QuarterFacts } };
const ending = (event: MatrixEvent): QuarterFacts => (event as Ending['event']).facts;
const flags = (context: MatrixContext, event: MatrixEvent) => {
  const facts = ending(event);
  const { informationHigh: I, individualisationHigh: P } = flagsAfter(context, facts);
  return { I, P, stable: stable(facts) };
};
const choiceOf = (event: MatrixEvent) => (event as Extract<MatrixEvent, { type: 'programme.confirm' }>).choice;
const factsOf = (event: MatrixEvent) => (event as Extract<MatrixEvent, { type: 'programme.submit' }>).facts;

const matrixSetup = setup({
  types: { context: {} as MatrixContext, events: {} as MatrixEvent, input: {} as { context: MatrixContext } },
  guards: {
    bothHighAndStable: ({ context, event }) => {
      const f = flags(context, event);
      return f.I && f.P && f.stable;
    },
    onlyInformationCounts: ({ context, event }) => {
      const f = flags(context, event);
      return f.I && (!f.P || !f.stable);
    },
    informationHigh: ({ context, event }) => flags(context, event).I,
    individualisationHigh: ({ context, event }) => flags(context, event).P,
    informationOnly: ({ context, event }) => {
      const f = flags(context, event);
      return f.I && !f.P;
    },
    individualisationOnly: ({ context, event }) => {
      const f = flags(context, event);
      return f.P && !f.I;
    },
    neither: ({ context, event }) => {
      const f = flags(context, event);
      return !f.I && !f.P;
    },
    mayChoose: ({ context, event }) => lets('mayChoose', context.path, factsOf(event)),
    mayConfirm: ({ event }) => lets('mayConfirm', choiceOf(event).path, factsOf(event)),
    mayPrepareNext: ({ event }) => lets('mayPrepareNext', choiceOf(event).path, factsOf(event)),
    maySubmit: ({ context, event }) => lets('maySubmit', context.path, factsOf(event)),
    mayStartNext: ({ context, event }) => lets('mayStartNext', context.next, ending(event)),
    hasNext: ({ context, event }) => lets('hasNext', context.next, ending(event)),
    mayRecover: ({ context, event }) => lets('mayRecover', context.path, factsOf(event)),
    mayDownscope: ({ context, event }) => lets('mayDownscope', context.path, factsOf(event)),
    wantsPilot: ({ context }) => context.pilot,
    pilotPassed: ({ context, event }) => lets('pilotPassed', context.path, ending(event)),
    pilotOver: ({ context }) => pilotOver(context),
    stalls: ({ context, event }) => stallCause(context, ending(event)) !== null,
    rolloutDone: ({ context, event }) => rolloutDone(context, ending(event)),
    relapsed: ({ context, event }) => relapsed(context, ending(event)),
    notYetHeld: ({ context }) => context.turns < 1,
    thirdTurn: ({ context }) => context.turns >= 2,
  },
  actions: {
    countFlags: assign(({ context, event }) => flagsAfter(context, ending(event))),
    nextTurn: assign(({ context }) => ({ turns: Math.min(mostTurns, context.turns + 1) })),
    firstTurn: assign({ turns: 0 }),
    takeChoice: assign(({ event }) => ({ ...choiceOf(event) })),
    wholePath: assign({ cutDown: false }),
    takePace: assign(({ event }) => ({ pace: choiceOf(event).pace })),
    takeNext: assign(({ event }) => {
      const { path, ...rest } = choiceOf(event);
      return { ...rest, next: path };
    }),
    nextBecomesPath: assign(({ context }) => ({ path: context.next, next: 'stay' as const, cutDown: false })),
    forgetNext: assign({ next: 'stay' as const }),
    nameCause: assign(({ context, event }) => ({ stalledBy: stallCause(context, ending(event)) })),
    blameSponsor: assign({ stalledBy: 'sponsor' as const }),
    blameUsers: assign({ stalledBy: 'revolt' as const }),
    clearCause: assign({ stalledBy: null }),
    cutDown: assign(({ event }) => ({ path: smallerStep(factsOf(event)), cutDown: true, stalledBy: null })),
  },
});

/** A parallel machine {meters, position, programme}; the firm sends it one `quarter.end` a quarter. */
export const matrixMachine = matrixSetup.createMachine({
  id: 'matrix',
  type: 'parallel',
  context: ({ input }) => input.context,
  states: {
    meters: {
      initial: 'measured',
      states: { measured: { on: { 'quarter.end': { actions: 'countFlags' } } } },
    },
    position: {
      initial: 'l1',
      states: {
        l1: {
          on: {
            'quarter.end': [
              { guard: 'bothHighAndStable', target: 'l4' },
              { guard: 'informationHigh', target: 'l3' },
              { guard: 'individualisationHigh', target: 'l2' },
            ],
          },
        },
        l2: {
          on: {
            'quarter.end': [
              { guard: 'bothHighAndStable', target: 'l4' },
              { guard: 'informationOnly', target: 'l3' },
              { guard: 'neither', target: 'l1' },
            ],
          },
        },
        l3: {
          on: {
            'quarter.end': [
              { guard: 'bothHighAndStable', target: 'l4' },
              { guard: 'individualisationOnly', target: 'l2' },
              { guard: 'neither', target: 'l1' },
            ],
          },
        },
        l4: {
          on: {
            'quarter.end': [
              { guard: 'onlyInformationCounts', target: 'l3' },
              { guard: 'individualisationOnly', target: 'l2' },
              { guard: 'neither', target: 'l1' },
            ],
          },
        },
      },
    },
    programme: {
      initial: 'idle',
      states: {
        idle: { on: { 'programme.analyse': 'analysing' } },
        analysing: {
          on: {
            'programme.choosePath': { guard: 'mayChoose', target: 'checking' },
            'programme.chooseStay': 'idle',
          },
        },
        checking: {
          on: {
            'programme.confirm': [
              { guard: 'mayConfirm', target: 'planning', actions: ['takeChoice', 'wholePath'] },
              { target: 'analysing' },
            ],
          },
        },
        planning: {
          entry: 'firstTurn',
          on: {
            'programme.prepare': { guard: 'mayConfirm', actions: 'takeChoice' },
            'programme.submit': { guard: 'maySubmit', target: 'approved' },
            'programme.abandon': 'idle',
          },
        },
        approved: {
          always: [{ guard: 'wantsPilot', target: 'piloting' }, { target: 'rollingOut' }],
        },
        piloting: {
          entry: ['firstTurn', 'clearCause'],
          on: {
            'quarter.end': [
              { guard: 'pilotPassed', target: 'rollingOut' },
              { guard: 'pilotOver', target: 'planning' },
              { actions: 'nextTurn' },
            ],
            'programme.prepare': { actions: 'takePace' },
            'programme.abandon': 'idle',
            'sponsor.left': { target: 'stalled', actions: 'blameSponsor' },
          },
        },
        rollingOut: {
          entry: ['firstTurn', 'clearCause'],
          on: {
            'quarter.end': [
              { guard: 'stalls', target: 'stalled', actions: 'nameCause' },
              { guard: 'rolloutDone', target: 'embedding' },
              { actions: 'nextTurn' },
            ],
            'programme.prepare': { actions: 'takePace' },
            'programme.abandon': 'rollingBack',
            'users.revolted': { target: 'stalled', actions: 'blameUsers' },
          },
        },
        embedding: {
          entry: ['firstTurn', 'forgetNext'],
          on: {
            'quarter.end': [
              { guard: 'relapsed', target: 'rollingOut', actions: 'forgetNext' },
              { guard: 'notYetHeld', actions: 'nextTurn' },
              { guard: 'mayStartNext', target: 'approved', actions: 'nextBecomesPath' },
              { guard: 'hasNext', target: 'planning', actions: 'nextBecomesPath' },
              { target: 'idle', actions: 'forgetNext' },
            ],
            'programme.prepare': { guard: 'mayPrepareNext', actions: 'takeNext' },
            'programme.chooseStay': { actions: 'forgetNext' },
          },
        },
        stalled: {
          entry: 'firstTurn',
          on: {
            'programme.recover': { guard: 'mayRecover', target: 'rollingOut' },
            'programme.downscope': { guard: 'mayDownscope', target: 'planning', actions: 'cutDown' },
            'programme.abandon': 'rollingBack',
            'quarter.end': [{ guard: 'thirdTurn', target: 'rollingBack' }, { actions: 'nextTurn' }],
          },
        },
        rollingBack: { on: { 'quarter.end': 'idle' } },
      },
    },
  },
});
