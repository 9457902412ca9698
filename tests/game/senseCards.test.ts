import { describe, expect, it } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { rivalIntent } from '../../src/company/rival.ts';
import { cardsQuarter, offeredNow } from '../../src/game/cards/met.ts';
import { sensedAgainstEvents } from '../../src/game/cards/senseCards.ts';
import type { CardsRun } from '../../src/game/cards/run.ts';
import { knownOf, quarterReport } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { KnownReport } from '../../src/game/reports.ts';
import { log, oneQuarter, scenario, small } from './plays.ts';

type Patch = Partial<QuarterPlan>;

/** A run of the bank to quarter 12, one decision a quarter where one is given. */
function closed(patches: Readonly<Record<number, Patch>>): CardsRun {
  const playing = startPlaying(scenario, small);
  const company = playing.world.played[0]!;
  const opening = company.firm;
  const offered = offeredNow(playing.world);
  const known: KnownReport[] = [knownOf(playing.world, company, null)];
  const quarters: CardsRun['quarters'][number][] = [];
  const entries = Array.from({ length: 12 }, (_, q) => [
    ...(patches[q + 1] ? [{ kind: 'plan' as const, data: { plan: patches[q + 1]! } }] : []),
    oneQuarter,
  ]).flat();
  for (const entry of log(entries)) {
    applyEntry(playing, entry, {
      onQuarter: (played) => {
        known.push(quarterReport(playing.world, played, null).known);
        const { inForce } = playing.world.played[0]!;
        quarters.push(cardsQuarter(playing.world, played));
        // Whoever watches for every answer hears exactly what rivals prepare.
        const intents = playing.world.rivals.filter(({ state }) => rivalIntent(state) !== null).length;
        const heard = known.at(-1)!.marketSigns!.filter(({ due }) => due === null).length;
        if (inForce['imp.sense'].length === 3) expect(heard).toBe(intents);
      },
    });
  }
  return { scenario: playing.world.scenario, people: 1, opening, offered, quarters, known, truth: [] };
}

const byId = (run: CardsRun, id: string) => sensedAgainstEvents(run).happenings.find(({ about }) => about === id)!;

describe('signals against what came', () => {
  it('give two quarters of warning of a happening that was watched for, none of one that was not', () => {
    const run = closed({ 1: { 'imp.sense': ['money'] } });
    expect(byId(run, 'merger')).toMatchObject({ sign: 'money', came: 7, heard: 5 });
    expect(byId(run, 'credit-losses')).toMatchObject({ came: 11, heard: 9 });
    expect(byId(run, 'mortgage-war')).toMatchObject({ sign: 'rivalPrice', came: 9, heard: null });
    expect(sensedAgainstEvents(run).lead).toBe(2);
  });

  it('give less warning the later one begins to watch, and none to who stops before it comes', () => {
    expect(byId(closed({ 6: { 'imp.sense': ['money'] } }), 'merger').heard).toBe(6);
    expect(byId(closed({ 5: { 'imp.sense': ['money'] }, 6: { 'imp.sense': [] } }), 'merger').heard).toBeNull();
    expect(sensedAgainstEvents(closed({})).lead).toBeNull();
  });

  it('are answered from the quarter on in which they were heard, and rivals answer by their own temper', () => {
    const run = closed({ 1: { 'imp.sense': ['money'] }, 8: { 'svc.cap': 10 } });
    // Heard of at the end of quarter 5; the plan changed in quarter 8.
    expect(byId(run, 'merger').answered).toBe(3);
    expect(byId(run, 'credit-losses').answered).toBeNull();
    expect(sensedAgainstEvents(run).rivalAnswer).toBeGreaterThan(0);
  });

  it('tell of the moves that rivals prepare before they are made', () => {
    const cheap = closed({ 1: { 'imp.sense': ['rivalPrice', 'rivalService', 'rivalCopying'], 'biz.price': -10, 'svc.cap': 40 } });
    const moves = sensedAgainstEvents(cheap).happenings.filter(({ move }) => move !== null);
    expect(moves.length).toBeGreaterThan(0);
    for (const { heard, came } of moves) {
      expect(heard).not.toBeNull();
      expect(came - heard!).toBeGreaterThanOrEqual(1);
    }
  });
});
