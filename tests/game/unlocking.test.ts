import { describe, expect, test } from 'vitest';
import type { CardId } from '../../src/company/controls.ts';
import { planCosts } from '../../src/company/costs.ts';
import { grantOf } from '../../src/company/money.ts';
import { cardIds, moneyForCards, openCardPrice, openCardReasons } from '../../src/company/openCards.ts';
import { parametersOf } from '../../src/company/parameters.ts';
import { headerOf } from '../../src/game/chain.ts';
import { packRun, unpackRun } from '../../src/game/packed.ts';
import { replayFaults } from '../../src/game/replayFaults.ts';
import type { EntryData, RunFile } from '../../src/game/run.ts';
import { parseRun, writeRun } from '../../src/game/runFile.ts';
import { mostPrompts, openByPlan, roundOfCard } from '../../src/game/unlocking.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { savedRun } from '../../src/cli/savedRun.ts';
import { log, oneQuarter, play, scenario, small, twoQuarters } from './plays.ts';
import { shippedNames, shippedScenario, tiemNang } from './shippedScenario.ts';

const open = (card: CardId): EntryData => ({ kind: 'move', data: { kind: 'open', card } });
const skippedIn = (decisions: readonly EntryData[], allOpen = false): string[] =>
  play(log(decisions), allOpen ? { allOpen: true } : {}).skipped.map(({ code }) => code);
const firmAfter = (decisions: readonly EntryData[]) => play(log(decisions)).world.played[0]!.firm;
const p = parametersOf(scenario.firms[0]);

describe('A locked card can be bought open', () => {
  test('once, for its price, and it stays open for the rest of the run', () => {
    const before = firmAfter([oneQuarter]);
    const after = firmAfter([open('dat.store'), oneQuarter]);
    expect(after.opened).toEqual(['dat.store']);
    expect(before.released - after.released).toBeCloseTo(openCardPrice(p), 9);
    expect(after.spending.spent - before.spending.spent).toBeCloseTo(openCardPrice(p), 9);
    expect(skippedIn([open('dat.store'), open('dat.store'), oneQuarter, open('dat.store'), oneQuarter])).toEqual([
      'open.already',
      'open.already',
    ]);
    const later = firmAfter([open('dat.store'), oneQuarter, oneQuarter]);
    expect(later.opened).toEqual(['dat.store']);
    expect(later.spending.spent).toBeCloseTo(firmAfter([oneQuarter, oneQuarter]).spending.spent, 1);
  });

  test('the bill of the quarter names the card', () => {
    const { firm, spec, plan } = play([]).world.played[0]!;
    const billed = (opened: readonly CardId[]): number =>
      planCosts(plan, firm, spec, p, { vendorOffer: false, opened }).lines.find(({ card }) => card === 'svc.auto')?.units ?? 0;
    expect([billed([]), billed(['biz.tech']), billed(['svc.auto'])]).toEqual([0, 0, openCardPrice(p)]);
  });

  test('and is refused where the plan of the scenario or the setting of the run has opened it already', () => {
    expect(skippedIn([open('biz.generic'), oneQuarter])).toEqual(['open.already']);
    expect(skippedIn([twoQuarters, open('dat.fields'), oneQuarter])).toEqual(['open.already']);
    expect(skippedIn([open('biz.tech'), oneQuarter], true)).toEqual(['open.already']);
  });

  test('and is refused where the money in hand does not reach for one more', () => {
    const { firm } = play([]).world.played[0]!;
    const inHand = grantOf(firm, 1, p);
    const reach = Math.floor(inHand / openCardPrice(p));
    const locked = cardIds.filter((card) => !openByPlan(roundOfCard(card, scenario.unlocks), 1, scenario.quartersPerRound));
    expect(locked.length).toBeGreaterThan(reach);
    const all = locked.map(open);
    expect(new Set(skippedIn([...all, oneQuarter]))).toEqual(new Set(['open.money']));
    expect(skippedIn([...all, oneQuarter])).toHaveLength(locked.length - reach);
    expect(moneyForCards(firm, 1, [], p)).toBeCloseTo(inHand, 9);
    expect(openCardReasons('biz.tech', false, 1, openCardPrice(p))).toEqual([
      { code: 'open.money', actual: 1, required: openCardPrice(p), card: 'biz.tech' },
    ]);
  });

  test('and the run replays to the same digests, as a file and as a link', () => {
    const decisions = [open('dat.store'), open('biz.tech'), twoQuarters, open('svc.auto'), twoQuarters, twoQuarters];
    const whole = savedRun(scenario, small, log(decisions));
    const run = { ...whole, digests: whole.digests.slice(0, 6) };
    const parsed = parseRun(writeRun(run));
    expect(parsed).toEqual({ ok: true, run });
    expect(lastOf(replayFaults(scenario, run))).toEqual([]);
    const unpacked = unpackRun(packRun(run));
    expect(unpacked.ok && unpacked.run).toEqual(run);
  });
});

describe('A run that is played with every card open', () => {
  const run = savedRun(scenario, { ...small, allOpen: true }, log([{ kind: 'plan', data: { plan: { 'biz.tech': 'lead' } } }, twoQuarters]));

  test('says so in its header, its file and its link; the mark is part of the chain', () => {
    expect(headerOf(run).allOpen).toBe(true);
    expect(parseRun(writeRun(run))).toEqual({ ok: true, run });
    const unpacked = unpackRun(packRun(run));
    expect(unpacked.ok && unpacked.run.allOpen).toBe(true);
    const { allOpen: _, ...without } = run;
    expect(headerOf(without as RunFile)).not.toHaveProperty('allOpen');
    expect(run.head).not.toBe(savedRun(scenario, small, run.entries).head);
  });

  test('plays as any other: the mark opens cards and moves no figure', () => {
    expect(run.digests).toEqual(savedRun(scenario, small, run.entries).digests);
  });

  test('a file without the mark is a run in which cards open as planned, and a mark that is false is no file', () => {
    const usual = savedRun(scenario, small, log([twoQuarters]));
    const parsed = parseRun(writeRun(usual));
    expect(parsed.ok && parsed.run.allOpen).toBeUndefined();
    const text = writeRun(run).replace('"allOpen": true', '"allOpen": false');
    expect(parseRun(text)).toMatchObject({ ok: false, errors: [{ code: 'notAnOption', at: 'allOpen' }] });
  });
});

describe('Of what a round asks for the first time', () => {
  const most = ({ quarters, unlocks, hypotheses }: Scenario): readonly [asked: number, round: number] => {
    const stages = [...new Set(cardIds.map((card) => roundOfCard(card, unlocks)))].filter((round) => round <= quarters);
    return stages
      .map((round): readonly [number, number] => {
        const cards = cardIds.filter((card) => roundOfCard(card, unlocks) === round).length;
        return [cards + (hypotheses.some(({ quarter }) => quarter <= round) ? 1 : 0), round];
      })
      .reduce((one, other) => (other[0] > one[0] ? other : one));
  };

  test.each(shippedNames())('no firm asks more than nine things, the hypothesis included: %s', (id) => {
    const [asked, round] = most(shippedScenario(id).scenario);
    expect(asked, `round ${round}`).toBeLessThanOrEqual(mostPrompts);
    expect(asked).toBeGreaterThan(1);
  });

  test('one card too many is seen, whether the scenario names its round or the catalogue does', () => {
    const full = tiemNang().scenario;
    expect(most(full)[0]).toBe(mostPrompts);
    const late = full.unlocks.find(({ quarter }) => quarter > 1)!;
    expect(most({ ...full, unlocks: full.unlocks.map((unlock) => (unlock === late ? { ...late, quarter: 1 } : unlock)) })).toEqual([
      mostPrompts + 1,
      1,
    ]);
    expect(most({ ...full, unlocks: [{ card: late.card, quarter: 1 }] })).toEqual([mostPrompts + 1, 1]);
  });
});

describe.each([scenario, tiemNang().scenario])('The unlock plan of $id', ({ unlocks, quarters, quartersPerRound }) => {
  const rounds = Array.from({ length: quarters / quartersPerRound }, (_, i) => i + 1);

  test('fills its first round', () => {
    expect(1 + cardIds.filter((card) => roundOfCard(card, unlocks) === 1).length).toBe(mostPrompts);
  });

  test('has opened rhythm, criteria and sample before the first review, that of a class hour of rounds of two quarters too', () => {
    for (const card of ['evl.plan', 'evl.sample'] as const) expect(openByPlan(roundOfCard(card, unlocks), 2, 2)).toBe(true);
    expect(openByPlan(roundOfCard('evl.methods', unlocks), 4, 1)).toBe(true);
  });

  test('opens every card of the catalogue within the run, and none before its turn', () => {
    const last = rounds.length;
    expect(cardIds.filter((card) => !openByPlan(roundOfCard(card, unlocks), last, quartersPerRound))).toEqual([]);
    expect(cardIds.filter((card) => openByPlan(roundOfCard(card, unlocks), 1, quartersPerRound)).length).toBe(mostPrompts - 1);
  });
});

function lastOf<T>(generator: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = generator.next();
    if (done) return value as T;
  }
}
