/** A conflict case as a machine: latent, felt, received, triage, diagnosed, answered, learned from, and the ways in which it goes wrong. */

import { assign, setup } from 'xstate';
import {
  type CaseContext,
  type CaseEvent,
  codesTaken,
  endingOf,
  festers,
  isCritical,
  isLastTier,
  isTrivial,
  leavesUnheard,
  mayFollowUp,
  mayHaveLastChance,
  mayRetry,
  modeTaken,
  offered,
  overdue,
  overdueTwice,
  passedOn,
  waits,
  weighed,
  withinAuthority,
} from './caseRules.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const caseSetup = setup({
  types: { context: {} as CaseContext, events: {} as CaseEvent, input: {} as { context: CaseContext } },
  guards: {
    isTrivial: ({ context }) => isTrivial(context),
    leavesUnheard: ({ context }) => leavesUnheard(context),
    isCritical: ({ event }) => isCritical((event as Of<'case.weigh'>).severity),
    overdue: ({ context }) => overdue(context),
    overdueTwice: ({ context }) => overdueTwice(context),
    isLastTier: ({ context }) => isLastTier(context),
    avoidsTrifle: ({ context }) => context.mode === 'avoid' && isTrivial(context),
    avoids: ({ context }) => context.mode === 'avoid',
    withinAuthority: ({ context }) => withinAuthority(context),
    delights: ({ context }) => endingOf(context) === 'recoveredDelighted',
    makesGood: ({ context }) => endingOf(context) === 'recovered',
    halfMakesGood: ({ context }) => endingOf(context) === 'partial',
    mayRetry: ({ context }) => mayRetry(context),
    mayFollowUp: ({ context }) => mayFollowUp(context),
    mayHaveLastChance: ({ context }) => mayHaveLastChance(context),
    leaks: ({ context }) => context.missed,
    wasPromised: ({ context }) => context.promised,
    cures: ({ context, event }) => context.rootKnown && (event as Of<'case.fixRoot'>).cures !== false,
  },
  actions: {
    fester: assign(({ context }) => festers(context)),
    wait: assign(({ context }) => waits(context)),
    passOn: assign(({ context }) => passedOn(context)),
    takeSeverity: assign(({ context, event }) => weighed(context, (event as Of<'case.weigh'>).severity)),
    takeCodes: assign(({ context, event }) => {
      const { rootKnown, misses = 0 } = event as Of<'case.classify'>;
      return codesTaken(context, rootKnown, misses);
    }),
    noteCheck: assign({ checkedBack: true }),
    noteContained: assign({ missed: false }),
    takeMode: assign(({ context, event }) => modeTaken(context, (event as Of<'case.chooseMode'>).mode)),
    takeOffer: assign(({ context, event }) => offered(context, event as Of<'case.offer'>)),
    countFailure: assign(({ context }) => ({ priorFailures: context.priorFailures + 1 })),
    countFollowUp: assign(({ context }) => ({ followUps: context.followUps + 1 })),
    countLastChance: assign(({ context }) => ({ lastChances: context.lastChances + 1 })),
    endDelighted: assign({ ended: 'recoveredDelighted' as const }),
    endRecovered: assign({ ended: 'recovered' as const }),
    endPartial: assign({ ended: 'partial' as const }),
    endFailed: assign({ ended: 'doubleDeviation' as const }),
    endSilent: assign({ ended: 'silentExit' as const }),
    endFaded: assign({ ended: 'faded' as const }),
    endLost: assign({ ended: 'lost' as const }),
  },
});

/** While somebody owns the case: too late is passed on, else a half day goes by. */
const clock = [{ guard: 'overdue', target: 'escalating', actions: 'wait' }, { actions: 'wait' }] as const;
const final = { type: 'final' } as const;
const modes = { target: 'routing', actions: 'takeMode' } as const;

/** The firm sends the moves of a case one after another, and a half day wherever time goes by. */
export const caseMachine = caseSetup.createMachine({
  id: 'case',
  context: ({ input }) => input.context,
  initial: 'latent',
  states: {
    latent: { on: { 'case.trigger': 'felt', 'case.prevent': 'prevented' } },
    felt: {
      on: {
        'case.speak': 'received',
        'case.probe': 'received',
        'case.fade': { guard: 'isTrivial', target: 'faded' },
        'case.leave': { guard: 'leavesUnheard', target: 'silentExit' },
        'time.halfDay': { actions: 'fester' },
      },
    },
    received: { on: { 'case.log': 'triage', 'time.halfDay': [...clock] } },
    triage: {
      on: {
        'case.weigh': [
          { guard: 'isCritical', target: 'contain', actions: 'takeSeverity' },
          { target: 'diagnosing', actions: 'takeSeverity' },
        ],
        'time.halfDay': [...clock],
      },
    },
    contain: {
      on: {
        'case.contained': { target: 'diagnosing', actions: 'noteContained' },
        'case.leaked': 'crisis',
        'time.halfDay': [{ guard: 'overdueTwice', target: 'crisis', actions: 'wait' }, { actions: 'wait' }],
      },
    },
    diagnosing: {
      on: {
        'case.classify': { actions: 'takeCodes' },
        // Something critical that was taken for less has been left running.
        'case.chooseMode': [{ guard: 'leaks', target: 'crisis' }, modes],
        'time.halfDay': [{ guard: 'leaks', target: 'crisis', actions: 'wait' }, ...clock],
      },
    },
    routing: {
      always: [
        { guard: 'avoidsTrifle', target: 'faded' },
        { guard: 'avoids', target: 'festering' },
        { guard: 'withinAuthority', target: 'negotiating' },
        { target: 'escalating' },
      ],
    },
    festering: {
      on: {
        'case.chooseMode': modes,
        'case.spread': 'crisis',
        'time.halfDay': [{ guard: 'overdueTwice', target: 'escalating', actions: 'fester' }, { actions: 'fester' }],
      },
    },
    negotiating: {
      on: {
        'case.offer': { target: 'awaitingReply', actions: 'takeOffer' },
        'case.chooseMode': modes,
        'time.halfDay': [...clock],
      },
    },
    awaitingReply: {
      on: {
        'case.answer': [
          { guard: 'delights', target: 'recoveredDelighted' },
          { guard: 'makesGood', target: 'recovered' },
          { guard: 'halfMakesGood', target: 'partial' },
          { guard: 'mayRetry', target: 'negotiating', actions: 'countFailure' },
          { target: 'doubleDeviation' },
        ],
        'promise.broken': 'doubleDeviation',
      },
    },
    recoveredDelighted: { entry: 'endDelighted', always: 'learning' },
    recovered: { entry: 'endRecovered', always: 'learning' },
    partial: {
      entry: 'endPartial',
      on: {
        'case.followUp': { guard: 'mayFollowUp', target: 'negotiating', actions: 'countFollowUp' },
        'case.accept': 'learning',
      },
    },
    escalating: {
      always: [
        { guard: 'isLastTier', target: 'thirdParty' },
        { target: 'diagnosing', actions: 'passOn' },
      ],
    },
    thirdParty: {
      on: {
        'case.mediate': 'partial',
        // The firm was in the right; nobody is made content by that.
        'case.ruleFor': 'partial',
        'case.ruleAgainst': 'doubleDeviation',
        'case.goPublic': 'crisis',
      },
    },
    doubleDeviation: {
      entry: 'endFailed',
      on: {
        'case.lastChance': { guard: 'mayHaveLastChance', target: 'negotiating', actions: ['countFailure', 'countLastChance'] },
        'case.leave': 'lost',
        'case.accept': 'learning',
        'case.goPublic': 'crisis',
      },
    },
    crisis: { on: { 'case.respond': 'contain', 'case.damage': 'lost' } },
    learning: {
      on: {
        'case.checkBack': { actions: 'noteCheck' },
        'promise.broken': { guard: 'wasPromised', target: 'doubleDeviation' },
        'case.fixRoot': [{ guard: 'cures', target: 'closedFixed' }, { target: 'closedOpenCause' }],
        'case.skip': 'closedOpenCause',
      },
    },
    prevented: final,
    silentExit: { ...final, entry: 'endSilent' },
    faded: { ...final, entry: 'endFaded' },
    lost: { ...final, entry: 'endLost' },
    closedFixed: final,
    closedOpenCause: final,
  },
});
