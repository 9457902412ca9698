/** Rivals as machines, one per generic strategy: they answer with a lag, copy what can be copied, and fall back when it does not pay. */

import { assign, setup } from 'xstate';
import { usualParameters as rule } from './parameters.ts';

export type RivalAnswer = 'priceCut' | 'serviceDrive' | 'copying';
export interface RivalContext {
  /** Answer that is being prepared and the quarters until it comes. */
  intent: RivalAnswer | null;
  wait: number;
  /** Quarters in the present state, counted up to 4. */
  turns: number;
  /** Price cut in force, 0-1 of the usual price, and care won over the usual, 0-1. */
  cut: number;
  careGain: number;
}
/** What a rival weighs at the end of a quarter, public figures and its own. */
export interface RivalFacts {
  share: number;
  shareBefore: number;
  /** Own price and care, and the lowest price and highest care among the others. */
  price: number;
  care: number;
  lowestPrice: number;
  highestCare: number;
  /** Quarters until an answer, jitter of the luck layer included. */
  lag: number;
}
export type RivalEvent = { type: 'quarter.end'; facts: RivalFacts };

const mostTurns = 4;
const losesShare = (facts: RivalFacts): boolean => facts.share < facts.shareBefore * (1 - rule['rival.shareLoss']);
const isUndercut = (facts: RivalFacts): boolean => facts.lowestPrice < facts.price - rule['rival.undercut'];
const isOutserved = (facts: RivalFacts): boolean => facts.highestCare > facts.care + rule['rival.careGap'];

/** What a rival of each generic strategy answers to the market it sees; null = nothing. Relationship and data are never copied. */
export const answers = {
  costLeader: (facts: RivalFacts): RivalAnswer | null => (isUndercut(facts) || losesShare(facts) ? 'priceCut' : null),
  differentiator: (facts: RivalFacts): RivalAnswer | null => {
    if (isOutserved(facts)) return 'copying';
    return losesShare(facts) ? 'serviceDrive' : null;
  },
  focuser: (facts: RivalFacts): RivalAnswer | null => {
    if (!losesShare(facts)) return null;
    return isOutserved(facts) ? 'copying' : 'priceCut';
  },
} as const;
export type RivalMachineId = keyof typeof answers;

/** The answers that each strategy has at all: its machine has no state for the others. */
const repertoire: Readonly<Record<RivalMachineId, readonly RivalAnswer[]>> = {
  costLeader: ['priceCut'],
  differentiator: ['serviceDrive', 'copying'],
  focuser: ['priceCut', 'copying'],
};

const rivalSetup = setup({
  types: { context: {} as RivalContext, events: {} as RivalEvent },
  guards: {
    priceCutIsDue: ({ context }) => context.intent === 'priceCut' && context.wait <= 0,
    serviceDriveIsDue: ({ context }) => context.intent === 'serviceDrive' && context.wait <= 0,
    copyingIsDue: ({ context }) => context.intent === 'copying' && context.wait <= 0,
    hasIntent: ({ context }) => context.intent !== null,
    hasAnswer: ({ event }, { strategy }: { strategy: RivalMachineId }) => answers[strategy](event.facts) !== null,
    worked: ({ context, event }) => context.turns >= 2 && event.facts.share > event.facts.shareBefore,
    failed: ({ context }) => context.turns >= mostTurns - 1,
    caughtUp: ({ event }) => event.facts.care >= event.facts.highestCare,
    restored: ({ context }) => context.turns >= 1,
  },
  actions: {
    enter: assign({ intent: null, wait: 0, turns: 0 }),
    nextTurn: assign(({ context }) => ({ turns: Math.min(mostTurns, context.turns + 1) })),
    comeNearer: assign(({ context }) => ({ wait: Math.max(0, context.wait - 1) })),
  },
});

const goOn = { actions: 'nextTurn' } as const;
/** One row an answer: how it begins when its time has come, and how it ends. */
const courses = {
  priceCut: {
    begin: { guard: 'priceCutIsDue', target: 'priceCut' },
    end: [{ guard: 'worked', target: 'steady' }, { guard: 'failed', target: 'retreat' }, goOn],
  },
  serviceDrive: {
    begin: { guard: 'serviceDriveIsDue', target: 'serviceDrive' },
    end: [{ guard: 'worked', target: 'steady' }, { guard: 'failed', target: 'retreat' }, goOn],
  },
  copying: {
    begin: { guard: 'copyingIsDue', target: 'copying' },
    end: [{ guard: 'caughtUp', target: 'steady' }, { guard: 'failed', target: 'steady' }, goOn],
  },
} as const;

function rivalMachine(id: RivalMachineId) {
  const answer = answers[id];
  const own = repertoire[id];
  return rivalSetup.createMachine({
    id,
    context: { intent: null, wait: 0, turns: 0, cut: 0, careGain: 0 },
    initial: 'steady',
    states: {
      steady: {
        entry: 'enter',
        on: {
          'quarter.end': [
            ...own.map((each) => courses[each].begin),
            { guard: 'hasIntent', actions: 'comeNearer' },
            {
              guard: { type: 'hasAnswer', params: { strategy: id } },
              actions: assign(({ event }) => ({ intent: answer(event.facts), wait: Math.max(0, event.facts.lag - 1) })),
            },
          ],
        },
      },
      ...Object.fromEntries(own.map((each) => [each, { entry: 'enter' as const, on: { 'quarter.end': courses[each].end } }])),
      retreat: {
        entry: 'enter',
        on: { 'quarter.end': [{ guard: 'restored', target: 'steady' }, goOn] },
      },
    },
  });
}

export const costLeaderMachine = rivalMachine('costLeader');
export const differentiatorMachine = rivalMachine('differentiator');
export const focuserMachine = rivalMachine('focuser');
