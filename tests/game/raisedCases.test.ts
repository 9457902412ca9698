/** Cases out of the simulation: who brings them, how many, in which words, and what an answer changes. */

import { beforeAll, describe, expect, it } from 'vitest';
import { bandOf, criterionIds, severityOf } from '../../src/company/conflict/situation.ts';
import { type Move, conflictModes } from '../../src/company/orders.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { caseWork, handleCases, openCases } from '../../src/game/cases.ts';
import type { RaisedCase } from '../../src/game/caseView.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import { copyWorld, type World } from '../../src/game/world.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { turns } from '../turns.ts';

const setting = { customers: 4000, world: 0, populationSeed: 3, luckSeed: 5 };
const firms = ['voras-bank', 'tiem-nang'].map((id) => goodScenario(id).scenario);

/** A world after so many quarters, played one by one, and who had complained in vain in each. */
function played(scenario: (typeof firms)[number], quarters: number, changes: Partial<typeof setting> = {}, roundOf: 1 | 2 = 1) {
  const playing = startPlaying({ ...scenario, quartersPerRound: roundOf }, { ...setting, ...changes });
  const inVain: ReadonlySet<number>[] = [];
  for (let seq = 0; seq < quarters; seq += roundOf) {
    applyEntry(
      playing,
      { seq, firm: scenario.firms[0].id, kind: 'commit', data: { quarters: roundOf } },
      {
        onQuarter: ({ market }) => {
          const { complained } = market.touches[playing.world.played[0]!.index]!;
          inVain.push(new Set([...complained.keys()].filter((i) => complained[i] === 2)));
        },
      },
    );
  }
  return { world: playing.world, raised: playing.world.played[0]!.raised, inVain };
}

for (const [some, options] of turns(firms, 2, 1))
  describe.each(some)('$id', options, (scenario) => {
    let all: readonly RaisedCase[];
    let raised: readonly RaisedCase[];
    let inVain: readonly ReadonlySet<number>[];
    beforeAll(() => {
      ({ raised: all, inVain } = played(scenario, scenario.quarters));
      raised = all.filter(({ kind }) => kind === 'customer');
    });

    it('has each case brought by a real customer who complained in vain in the quarter before', () => {
      expect(raised.length).toBeGreaterThan(4);
      for (const { customer, quarter } of raised) expect(inVain[quarter - 2]!.has(customer)).toBe(true);
    });

    it('asks for at most one case a quarter from the third on and two from the seventh, scripted ones included; fewer where fewer spoke in vain', () => {
      const scripted = (quarter: number): number => scenario.cases.filter((each) => each.quarter === quarter).length;
      for (let quarter = 2; quarter <= scenario.quarters; quarter += 1) {
        const asked = all.filter((each) => each.asked && each.quarter === quarter).length;
        const most = quarter < 3 ? 0 : Math.max(0, (quarter < 7 ? 1 : 2) - scripted(quarter));
        expect(asked, `quarter ${quarter}`).toBeLessThanOrEqual(most);
        if (inVain[quarter - 2]!.size > 20) expect(asked, `quarter ${quarter}`).toBe(most);
      }
    });

    it('values who brings it by the books, as the map does, not by what he truly is', () => {
      const newest = [2, 3, 4, 5, 6, 7, 8].flatMap((quarters) => {
        const { history, raised: every } = played(scenario, quarters).world.played[0]!;
        return every
          .filter(({ quarter, kind }) => kind === 'customer' && quarter === quarters + 1)
          .map((each) => ({ ...each, booked: history.spending[each.customer]! }));
      });
      expect(newest.length).toBeGreaterThan(0);
      for (const { yearlyValue, booked } of newest) expect(yearlyValue).toBe(4 * booked);
    });

    it('in rounds of two quarters asks only when a round begins', () => {
      for (const { quarter } of played(scenario, scenario.quarters, {}, 2).raised) expect(quarter % 2).toBe(1);
    });

    it('tells no words twice in a run and gives no two cases the same slot', () => {
      expect(new Set(raised.map(({ id }) => id)).size).toBe(raised.length);
      expect(new Set(raised.map(({ slot }) => slot)).size).toBe(raised.length);
    });

    it('tells the same words in the same slots whatever luck does, and other words to another population', () => {
      const words = (changes: Partial<typeof setting>) =>
        new Map(played(scenario, 8, changes).raised.flatMap(({ slot, id, kind }) => (kind === 'customer' ? [[slot, id]] : [])));
      const [own, otherLuck, otherPeople] = [words({}), words({ luckSeed: 6 }), words({ populationSeed: 4 })];
      const both = [...own.keys()].filter((slot) => otherLuck.has(slot));
      expect(both.length).toBeGreaterThan(0);
      for (const slot of both) expect(otherLuck.get(slot)).toBe(own.get(slot));
      expect([...otherPeople.values()]).not.toEqual([...own.values()]);
    });

    it('weighs every case by six criteria of 0 to 5, which the front line guesses at, and meets more than one band', () => {
      for (const { criteria, trueSeverity, severity } of raised) {
        for (const id of criterionIds) expect(criteria[id]).toBeGreaterThanOrEqual(0);
        for (const id of criterionIds) expect(criteria[id]).toBeLessThanOrEqual(5);
        expect(trueSeverity).toBe(Math.round(severityOf(criteria, usualParameters)));
        expect(Math.abs(severity - trueSeverity)).toBeLessThanOrEqual(16);
      }
      expect(new Set(raised.map(({ severity }) => bandOf(severity, usualParameters))).size).toBeGreaterThan(1);
    });
  });

describe('an answer', () => {
  const scenario = firms[0]!;
  /** The world after six quarters, and the same with the newest case answered. */
  function answered(mode: (typeof conflictModes)[number]): { before: World; after: World; raised: RaisedCase } {
    const before = played(scenario, 6).world;
    const raised = before.played[0]!.raised.findLast(({ asked, kind }) => asked && kind === 'customer')!;
    const after = copyWorld(before);
    const move: Move = { kind: 'case', slot: raised.slot, mode, remedy: 'full', apology: true, reason: true };
    for (const [world, moves] of [
      [after, [move]],
      [before, []],
    ] as const) {
      const company = world.played[0]!;
      const next = world.quarter + 1;
      handleCases(world, company, caseWork(world, company, moves, next), moves, next);
    }
    return { before, after, raised };
  }

  it.each(conflictModes)('in the mode %s changes no customer but the one who brought the case', (mode) => {
    const { before, after, raised } = answered(mode);
    const [was, is] = [before.market.columns, after.market.columns];
    const { people } = before.market;
    for (const [name, column] of Object.entries(was)) {
      const now = is[name as keyof typeof is] as unknown as ArrayLike<number>;
      const then = column as unknown as ArrayLike<number>;
      const changed = [...Array(then.length).keys()].filter((place) => then[place] !== now[place]);
      expect(new Set(changed.map((place) => place % people)).size, name).toBeLessThanOrEqual(1);
      for (const place of changed) expect(place % people, name).toBe(raised.customer);
    }
  });

  it('closes its case, and what nobody answers within a round the standing policy closes', () => {
    const { after, raised } = answered('collaborate');
    expect(openCases(after, after.played[0]!, after.quarter + 1).map(({ slot }) => slot)).not.toContain(raised.slot);
    const { world } = played(scenario, 9);
    const closed = world.played[0]!.cases.find(({ slot }) => slot === raised.slot)!;
    expect(closed).toMatchObject({ by: 'policy', closedIn: raised.quarter + 1 });
  });
});
