/** Dials of a place: weights of the justices, harmony, legal duties and safety decide how a case is weighed and what ends it. */

import { describe, expect, it } from 'vitest';
import { answeredCase, receivedCase } from '../../src/company/conflict/playCase.ts';
import { complaintRootIds } from '../../src/company/conflict/codes.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { dutyOf, harmonyOf, isSafety, justiceOfPlace } from '../../src/game/conflictDials.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const { scenario } = goodScenario('voras-bank');
/** Cases raised over the run in a place with such dials. */
function raised(conflict: Scenario['conflict']) {
  const playing = startPlaying(
    { ...scenario, ...(conflict && { conflict }) },
    { customers: 3000, world: 0, populationSeed: 3, luckSeed: 5 },
  );
  for (let seq = 0; seq < 8; seq += 1) {
    applyEntry(playing, { seq, firm: scenario.firms[0].id, kind: 'commit', data: { quarters: 2 } }, { looks: false });
  }
  return playing.world.played[0]!.raised.filter(({ kind }) => kind === 'customer');
}
const usual = raised(undefined);

describe('legal duties', () => {
  it('make a case with such a cause one in which nothing can be bargained about, and more severe', () => {
    const bound = raised({ legalDuties: complaintRootIds });
    expect(usual.some(({ file }) => file.duty)).toBe(false);
    expect(bound.every(({ file }) => file.duty)).toBe(true);
    const same = bound.filter(({ slot }) => usual.some((each) => each.slot === slot));
    expect(same.length).toBeGreaterThan(4);
    const before = (at: string): number => usual.find(({ slot }) => slot === at)!.trueSeverity;
    for (const { slot, trueSeverity } of same) expect(trueSeverity).toBeGreaterThanOrEqual(before(slot));
  });
  it('turn the order of modes round: what is forced by law ends well where forcing without it does not', () => {
    const start = { kind: 'customer', severity: 55, fault: 'firm', urgent: false, heat: 3, agentLimit: 70, priorFailures: 0 } as const;
    const offer = { remedy: 'full', apology: true, reason: true, date: true } as const;
    const end = (mode: 'compete' | 'collaborate', duty: boolean) =>
      answeredCase(receivedCase({ ...start, duty }), { mode, delay: 1, checksRoot: false, offer, empathy: 0.6, peerGotMore: 0 }).context;
    expect(end('compete', true).score!).toBeGreaterThan(end('collaborate', true).score!);
    expect(end('compete', false).score!).toBeLessThan(end('collaborate', false).score!);
  });
});

describe('safety', () => {
  it('is a duty too, and no such case is small', () => {
    const place = { conflict: { safety: ['supply'] } } as const;
    expect(dutyOf(place, 'supply')).toBe(true);
    expect(isSafety(place, 'billing')).toBe(false);
    for (const { criteria } of raised({ safety: complaintRootIds })) expect(criteria.harm).toBeGreaterThanOrEqual(4);
  });
});

describe('weights of the justices', () => {
  it('are the usual ones where nothing is set, else those of the place', () => {
    expect(justiceOfPlace({}, 'customer')).toBeUndefined();
    const set = { conflict: { justice: { customer: { distributive: 200, procedural: 200, interactional: 600 } } } };
    expect(justiceOfPlace(set, 'customer')).toEqual({ distributive: 0.2, procedural: 0.2, interactional: 0.6 });
    expect(justiceOfPlace(set, 'channel')).toBeUndefined();
  });
  it('decide what an answer is worth: kind words count more where interaction weighs more', () => {
    const start = {
      kind: 'customer',
      severity: 40,
      fault: 'firm',
      duty: false,
      urgent: false,
      heat: 3,
      agentLimit: 70,
      priorFailures: 0,
    } as const;
    const words = { remedy: 'none', apology: true, reason: true, date: true } as const;
    const worth = (interactional: number): number =>
      answeredCase(receivedCase(start), {
        mode: 'accommodate',
        delay: 1,
        checksRoot: false,
        offer: words,
        empathy: 0.8,
        peerGotMore: 0,
        weights: { distributive: (1 - interactional) / 2, procedural: (1 - interactional) / 2, interactional },
      }).context.score!;
    expect(worth(0.6)).toBeGreaterThan(worth(0.3));
  });
});

it('harmony is 30 points where nothing is set', () => {
  expect(harmonyOf({})).toBe(30);
  expect(harmonyOf({ conflict: { harmony: 80 } })).toBe(80);
});
