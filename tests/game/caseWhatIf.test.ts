/** What-if on one case: with nothing else in between, nobody whom the case does not touch is moved by a single bit. */

import { describe, expect, it } from 'vitest';
import type { FirmParameterId } from '../../src/company/parameters.ts';
import { type ConflictMode, conflictModes } from '../../src/company/orders.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { openCases } from '../../src/game/cases.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { World } from '../../src/game/world.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { ParameterId } from '../../src/sim/parameters.ts';
import { columnNames } from '../../src/sim/truth/columns.ts';
import { turns } from '../turns.ts';

/** No word of mouth, awareness of this quarter only. */
const uncoupled: Partial<Record<ParameterId, number>> = { 'wordOfMouth.brand': 0, 'acquisition.referral': 0, 'acquisition.memory': 0 };
/** A case moves neither staff nor trust nor the rate of failures, which all customers would feel. */
const alone: Partial<Record<FirmParameterId, number>> = { 'case.morale': 0, 'case.trust': 0, 'cause.opened': 0, 'trust.pace': 0 };

/** The firm with hands for everybody and rivals that never move. */
function quiet(scenario: Scenario, own: Partial<Record<FirmParameterId, number>>): Scenario {
  const [learner, ...rivals] = scenario.firms;
  return {
    ...scenario,
    cases: [],
    disputes: [],
    quartersPerRound: 1,
    // An open door and nothing to give: complaints that the front line cannot settle.
    startPlan: { ...scenario.startPlan, 'biz.spend': 0, 'svc.door': 'open', 'svc.remedy': 'none', 'svc.speed': 'h96' },
    market: { ...scenario.market, parameters: { ...scenario.market.parameters, ...uncoupled } },
    worlds: scenario.worlds.map(({ id, about }) => ({ id, about })),
    firms: [
      {
        ...learner,
        offer: { ...learner.offer, slack: 1e6 },
        // Money for customers is shared out among them, so that one who leaves would leave more to the others.
        money: { ...learner.money!, marketingCost: 0 },
        parameters: { ...learner.parameters, ...own },
      },
      ...rivals.map((rival) => ({ ...rival, rival: { budget: 0, lag: 99, boldness: 0 } })),
    ] as unknown as Scenario['firms'],
  };
}

/** Quarters played on after the first case of a customer that asks for an answer was answered in a mode, or by nobody. */
const AFTER = 3;
function played(scenario: Scenario, mode: ConflictMode | null): { world: World; customer: number } {
  const playing = startPlaying(scenario, { customers: 2000, world: 0, populationSeed: 3, luckSeed: 8 });
  const firm = scenario.firms[0].id;
  let customer = -1;
  let last = scenario.quarters;
  for (let quarter = 1; quarter <= last; quarter += 1) {
    const asked = openCases(playing.world, playing.world.played[0]!, quarter).find((each) => each.asked);
    if (customer < 0 && asked !== undefined) {
      customer = asked.customer;
      last = quarter + AFTER;
      const data = { kind: 'case', slot: asked.slot, mode: mode ?? 'avoid', remedy: 'full', apology: true, reason: true } as const;
      if (mode !== null) applyEntry(playing, { seq: 100, firm, kind: 'move', data });
    }
    applyEntry(playing, { seq: quarter, firm, kind: 'commit', data: { quarters: 1 } }, { looks: false });
  }
  return { world: playing.world, customer };
}

/** People whose columns differ in any bit. */
function moved(a: World, b: World): number[] {
  const { people } = a.market;
  const found = new Set<number>();
  for (const name of columnNames) {
    const [left, right] = [a.market.columns[name], b.market.columns[name]];
    for (let place = 0; place < left.length; place += 1) if (!Object.is(left[place], right[place])) found.add(place % people);
  }
  return [...found];
}

for (const [some, options] of turns(['voras-bank', 'tiem-nang'], 2, 0))
  describe.each(some)('%s', options, (id) => {
    const { scenario } = goodScenario(id);
    const still = quiet(scenario, alone);
    const nobody = played(still, null);

    it.each(conflictModes)('a case answered by %s moves nobody but the customer who brought it, three quarters later', (mode) => {
      const answered = played(still, mode);
      expect(answered.customer).toBeGreaterThanOrEqual(0);
      expect(answered.customer).toBe(nobody.customer);
      expect(moved(nobody.world, answered.world).filter((person) => person !== nobody.customer)).toEqual([]);
    });

    it('does move him', () => {
      expect(conflictModes.some((mode) => moved(nobody.world, played(still, mode).world).includes(nobody.customer))).toBe(true);
    });

    it('reaches others only through what all share: with staff, trust and causes switched on, more are moved', () => {
      const shared = quiet(scenario, {});
      expect(moved(played(shared, null).world, played(shared, 'collaborate').world).length).toBeGreaterThan(1);
    });
  });
