import { describe, expect, it } from 'vitest';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import type { FirmSpec } from '../../src/company/firm.ts';
import type { RivalObservation } from '../../src/company/observation.ts';
import { rivalMoveIds } from '../../src/company/controls.ts';
import { closeRival, rivalMove, type RivalMove, rivalOffer, type RivalState, startRival } from '../../src/company/rival.ts';
import { type RivalContext, type RivalFacts } from '../../src/company/rivalMachine.ts';
import { machines, step } from '../../src/company/step.ts';
import { boutique, direct, event, expectedContacts, frozen, mutual, segments } from './fixtures.ts';

const calm: RivalFacts = { share: 0.2, shareBefore: 0.2, price: 1, care: 0.4, lowestPrice: 1, highestCare: 0.4, lag: 1 };
const losing = { share: 0.19 };
const at = (value: RivalMove, context: Partial<RivalContext> = {}): RivalState =>
  frozen({ value, context: { intent: null, wait: 0, turns: 0, cut: 0, careGain: 0, ...context } });
const rows = {
  costLeader: [
    ['is calm in a calm market', at('steady'), calm, 'steady', null],
    ['means to cut when undercut', at('steady'), { ...calm, lowestPrice: 0.95 }, 'steady', 'priceCut'],
    ['means to cut when it loses share', at('steady'), { ...calm, ...losing }, 'steady', 'priceCut'],
    ['does not answer better service', at('steady'), { ...calm, highestCare: 0.9 }, 'steady', null],
    ['cuts when its time has come', at('steady', { intent: 'priceCut' }), calm, 'priceCut', null],
    ['waits its time', at('steady', { intent: 'priceCut', wait: 1 }), calm, 'steady', 'priceCut'],
    ['goes on cutting', at('priceCut'), { ...calm, ...losing }, 'priceCut', null],
    ['stops cutting when share grows', at('priceCut', { turns: 2 }), { ...calm, share: 0.21 }, 'steady', null],
    ['retreats when the cut does not pay', at('priceCut', { turns: 3 }), { ...calm, ...losing }, 'retreat', null],
    ['comes back from its retreat', at('retreat', { turns: 1 }), calm, 'steady', null],
  ],
  differentiator: [
    ['does not answer a lower price', at('steady'), { ...calm, lowestPrice: 0.8 }, 'steady', null],
    ['means to copy better service', at('steady'), { ...calm, highestCare: 0.5 }, 'steady', 'copying'],
    ['means to serve better when it loses share', at('steady'), { ...calm, ...losing }, 'steady', 'serviceDrive'],
    ['serves better when its time has come', at('steady', { intent: 'serviceDrive' }), calm, 'serviceDrive', null],
    ['copies when its time has come', at('steady', { intent: 'copying' }), calm, 'copying', null],
    ['stops copying when it has caught up', at('copying'), calm, 'steady', null],
    ['goes on copying until then', at('copying'), { ...calm, highestCare: 0.6 }, 'copying', null],
    ['gives up copying after a year', at('copying', { turns: 3 }), { ...calm, highestCare: 0.6 }, 'steady', null],
    ['retreats when service does not pay', at('serviceDrive', { turns: 3 }), { ...calm, ...losing }, 'retreat', null],
  ],
  focuser: [
    ['is calm while its niche holds', at('steady'), { ...calm, lowestPrice: 0.8, highestCare: 0.9 }, 'steady', null],
    ['means to cut when it loses share to price', at('steady'), { ...calm, ...losing }, 'steady', 'priceCut'],
    ['means to copy when it loses share to service', at('steady'), { ...calm, ...losing, highestCare: 0.6 }, 'steady', 'copying'],
  ],
} as const;

describe.each(['costLeader', 'differentiator', 'focuser'] as const)('the %s', (id) => {
  it.each(rows[id].map((row) => [...row] as const))('%s', (_, state, facts, move, intent) => {
    const next = step(id, state as RivalState, { type: 'quarter.end', facts });
    expect(next.value).toBe(move);
    expect(next.context.intent).toBe(intent);
  });

  it('answers only after its lag', () => {
    let rival = at('steady') as RivalState;
    const trouble: RivalFacts = { ...calm, ...losing, lowestPrice: 0.8, highestCare: 0.6, lag: 3 };
    const moves: RivalMove[] = [];
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      rival = step(id, rival, { type: 'quarter.end', facts: trouble });
      moves.push(rival.value);
    }
    expect(moves.slice(0, 3)).toEqual(['steady', 'steady', 'steady']);
    expect(moves[3]).not.toBe('steady');
  });

  it('reaches each state it has an answer for, and finds back to steady from each', () => {
    const events = [
      calm,
      { ...calm, ...losing },
      { ...calm, ...losing, highestCare: 0.6 },
      { ...calm, lowestPrice: 0.8 },
      { ...calm, share: 0.25 },
    ].map((facts) => ({ type: 'quarter.end' as const, facts }));
    const map = getAdjacencyMap(machines[id], {
      events,
      serializeState: (state) => JSON.stringify([state.value, state.context]),
      serializeEvent: (one) => String(events.indexOf(one as (typeof events)[number])),
    });
    const edges = adjacencyMapToArray(map).map(({ state, nextState }) => [String(state.value), String(nextState.value)] as const);
    const reached = [...new Set(edges.flat())].sort();
    const expected = {
      costLeader: ['priceCut', 'retreat', 'steady'],
      differentiator: ['copying', 'retreat', 'serviceDrive', 'steady'],
      focuser: ['copying', 'priceCut', 'retreat', 'steady'],
    };
    expect(reached).toEqual(expected[id]);
    const home = new Set(['steady']);
    for (let round = 0; round < reached.length; round += 1) for (const [from, to] of edges) if (home.has(to)) home.add(from);
    expect(reached.filter((state) => !home.has(state))).toEqual([]);
  });
});

describe('what a rival offers', () => {
  const seen: RivalObservation = { quarter: 1, share: 0.2, shareBefore: 0.2, lowestPrice: 1, highestCare: 0.2, events: [], draw: 0.5 };
  const offer = (rival: RivalState, spec: FirmSpec, events = [] as ReturnType<typeof event>[]) =>
    rivalOffer(rival, spec, segments, expectedContacts, events);

  it('is its usual one at the start', () => {
    const first = offer(startRival(direct), direct);
    expect(first.price).toBe(direct.offer.price);
    expect(first.segments).toHaveLength(segments.length);
    expect(first.usable).not.toBeNull();
    expect(rivalMove(startRival(direct))).toBe('steady');
  });

  it('falls in price by a cut as deep as the rival is bold, and comes back', () => {
    const war = { ...seen, lowestPrice: 0.7 };
    let rival = startRival(direct);
    for (let quarter = 1; quarter <= 3; quarter += 1) rival = closeRival(frozen(rival), direct, { ...war, quarter });
    expect(rivalMove(rival)).toBe('priceCut');
    expect(offer(rival, direct).price).toBeCloseTo(0.93 * (1 - 0.15 * 0.7), 12);
    for (let quarter = 4; quarter <= 14; quarter += 1) rival = closeRival(rival, direct, { ...seen, quarter });
    expect(offer(rival, direct).price).toBeGreaterThan(0.92);
  });

  it('copies care half the way to the best, within its budget, and never the use of records', () => {
    let rival = startRival(boutique);
    const before = offer(rival, boutique);
    for (let quarter = 1; quarter <= 4; quarter += 1) rival = closeRival(rival, boutique, { ...seen, quarter, highestCare: 0.9 });
    const after = offer(rival, boutique);
    expect(after.care).toBeGreaterThan(before.care);
    expect(after.care).toBeLessThanOrEqual(before.care + 0.2 * 0.7 + 1e-12);
    expect(after.usable).toBe(before.usable);
    expect(after.tie).toBe(before.tie);
  });

  it('is struck cheaper by a scripted strike, which does not add to a deeper cut of its own', () => {
    const strike = event('rivalStrike', 9, { firm: 'direct', size: 0.08 });
    expect(offer(at('steady'), direct, [strike]).price).toBeCloseTo(0.93 * 0.92, 12);
    expect(offer(at('priceCut', { cut: 0.1 }), direct, [strike]).price).toBeCloseTo(0.93 * 0.9, 12);
  });

  it('comes a quarter sooner or later by luck', () => {
    const war = { ...seen, lowestPrice: 0.7 };
    const waits = (draw: number): number => closeRival(startRival(direct), direct, { ...war, draw }).context.wait;
    expect([waits(0.1), waits(0.5), waits(0.9)]).toEqual([0, 1, 2]);
  });

  it('gives most to the niche of a focuser and treats all alike elsewhere', () => {
    const niche = { ...mutual, id: 'bank' };
    const contacts = offer(startRival(niche), niche).segments.map(({ acquisition }) => acquisition);
    expect(Math.max(...contacts)).toBe(contacts[2]);
    expect(new Set(offer(startRival(direct), direct).segments.map(({ acquisition }) => acquisition)).size).toBe(1);
  });

  it('stays within its bounds whatever it sees', () => {
    for (const spec of [direct, boutique, mutual]) {
      let rival = startRival(spec);
      for (let quarter = 1; quarter <= 40; quarter += 1) {
        const share = 0.1 + 0.1 * (((quarter * 7) % 10) / 10);
        const other = 0.1 + 0.1 * (((quarter * 3) % 10) / 10);
        rival = closeRival(rival, spec, {
          ...seen,
          quarter,
          share,
          shareBefore: other,
          lowestPrice: 0.5 + share,
          highestCare: other * 5,
          draw: share * 4,
        });
        const now = offer(rival, spec);
        expect(rivalMoveIds).toContain(rivalMove(rival));
        expect(now.price).toBeGreaterThan(0.7);
        expect(now.price).toBeLessThanOrEqual(spec.offer.price);
        expect(now.care).toBeGreaterThanOrEqual(0);
        expect(now.care).toBeLessThanOrEqual(1);
      }
    }
  });
});
