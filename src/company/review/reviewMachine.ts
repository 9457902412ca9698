/** A firm's evaluation as a machine: collected at a quarter's end, checked before it is believed, then both halves, findings, adjustment, watching. */

import { assign, setup } from 'xstate';
import type { Reason } from '../guards.ts';
import { adjustReasons, halvesOf, memoryAtStart, type ReviewEvent, type ReviewFacts, type ReviewMemory } from './reviewRules.ts';

const ending = (event: ReviewEvent): ReviewFacts => (event as Extract<ReviewEvent, { type: 'quarter.end' }>).facts;
/** What refuses an adjustment, so many having been opened. */
function refusing(event: ReviewEvent, opened: number): Reason[] {
  const { reserve, terms } = event as Extract<ReviewEvent, { type: 'review.check' | 'review.adjust' }>;
  return adjustReasons(reserve, opened, terms);
}

const reviewSetup = setup({
  types: { context: {} as ReviewMemory, events: {} as ReviewEvent },
  guards: {
    reviewDue: ({ context, event }) => context.called || ending(event).due,
    externalHeld: ({ context }) => context.external,
    internalHeld: ({ context }) => context.internal,
    hasReserve: ({ event }) => refusing(event, 0).length === 0,
    mayAdjust: ({ context, event }) => context.checked && refusing(event, context.opened).length === 0,
    chainsOpen: ({ event }) => ending(event).chains > 0,
  },
  actions: {
    noteCall: assign({ called: true }),
    takeHalves: assign(({ event }) => ({ ...halvesOf(ending(event)), called: false, checked: false, opened: 0 })),
    closeCheck: assign({ checked: true }),
    countChain: assign(({ context }) => ({ opened: context.opened + 1 })),
  },
});

const called = { actions: 'noteCall' } as const;
const held = { guard: 'reviewDue', target: 'collecting', actions: 'takeHalves' } as const;
/** What was found may be acted on as long as no new review takes its place. */
const adjusts = { guard: 'mayAdjust', target: 'adjusting', actions: 'countChain' } as const;
/** What follows a review that is over: its chains are watched until they are tested again. */
const after = [held, { guard: 'chainsOpen', target: 'monitoring' }, { target: 'scheduled' }] as const;

/** The firm sends one `quarter.end` a quarter, and the learner's acts as they are done. */
export const reviewMachine = reviewSetup.createMachine({
  id: 'review',
  context: memoryAtStart,
  initial: 'scheduled',
  states: {
    scheduled: {
      on: {
        'review.call': called,
        'review.adjust': adjusts,
        'quarter.end': [held, { guard: 'chainsOpen', target: 'monitoring' }],
      },
    },
    collecting: { always: 'checkingCriteria' },
    checkingCriteria: {
      on: {
        'review.call': called,
        'review.check': [
          { guard: 'externalHeld', target: 'external', actions: 'closeCheck' },
          { guard: 'internalHeld', target: 'internal', actions: 'closeCheck' },
          { target: 'reconciling', actions: 'closeCheck' },
        ],
        'quarter.end': held,
      },
    },
    external: { always: [{ guard: 'internalHeld', target: 'internal' }, { target: 'reconciling' }] },
    internal: { always: 'reconciling' },
    reconciling: { always: [{ guard: 'hasReserve', target: 'findings' }, { target: 'findingsOnly' }] },
    findings: { on: { 'review.call': called, 'review.adjust': adjusts, 'quarter.end': after } },
    findingsOnly: { on: { 'review.call': called, 'quarter.end': after } },
    adjusting: {
      on: { 'review.call': called, 'review.adjust': { guard: 'mayAdjust', actions: 'countChain' }, 'quarter.end': after },
    },
    monitoring: { on: { 'review.call': called, 'review.adjust': adjusts, 'quarter.end': after } },
  },
});
