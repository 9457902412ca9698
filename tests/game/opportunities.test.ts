import { describe, expect, test } from 'vitest';
import type { AnswerId } from '../../src/company/orders.ts';
import { knownOf } from '../../src/game/quarterReport.ts';
import { randomPlayer } from '../../src/game/randomPlayer.ts';
import { replay } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { log, oneQuarter, play, scenario, small, twoQuarters } from './plays.ts';

const slot = 'q5.opportunity.1';
const say = (answer: AnswerId, to = slot): EntryData => ({ kind: 'move', data: { kind: 'opportunity', slot: to, answer, reason: 'cash' } });
const untilFive = [twoQuarters, twoQuarters];
const offer = scenario.opportunities!.find(({ quarter }) => quarter === 5)!;

describe('An offer is open before its quarter and in no other', () => {
  test.each<[string, readonly EntryData[], boolean]>([
    ['two quarters before', [twoQuarters], false],
    ['before its quarter', untilFive, true],
    ['after it', [...untilFive, oneQuarter], false],
  ])('%s', (_, entries, open) => {
    const { world } = play(log(entries));
    const { opportunities } = knownOf(world, world.played[0]!, null);
    expect(opportunities.open).toEqual(open ? [{ id: offer.id, slot, answers: ['accept', 'counter', 'refuse'] }] : []);
  });

  test.each<[string, readonly EntryData[], number, string]>([
    ['an answer that comes too soon', [say('accept'), ...untilFive, oneQuarter], 0, 'opportunity.notOpen'],
    ['an answer that comes too late', [...untilFive, oneQuarter, say('accept')], 3, 'opportunity.notOpen'],
    ['an answer to a dilemma where an opportunity is', [...untilFive, say('accept', 'q5.dilemma.1'), oneQuarter], 2, 'opportunity.notOpen'],
    ['a second answer', [...untilFive, say('refuse'), say('accept'), oneQuarter], 3, 'opportunity.answered'],
  ])('%s is skipped with its code and changes nothing', (_, entries, seq, code) => {
    const playing = play(log(entries));
    expect(playing.skipped).toEqual([{ seq, code }]);
    expect(playing.digests).toEqual(play(log([...untilFive, oneQuarter])).digests);
  });
});

describe('What is unanswered', () => {
  const answers = (entries: readonly EntryData[]) =>
    play(log(entries)).world.played[0]!.opportunities.map(({ answer, by }) => [answer, by]);
  const order = (onOpportunity: 'accept' | 'refuse'): EntryData => ({ kind: 'plan', data: { plan: {}, standing: { onOpportunity } } });

  test('is refused by the staff when the quarter is committed, unless the standing order says otherwise', () => {
    expect(answers([...untilFive, oneQuarter])).toEqual([['refuse', 'standing']]);
    expect(answers([order('accept'), ...untilFive, oneQuarter])).toEqual([['accept', 'standing']]);
    expect(answers([order('accept'), ...untilFive, say('counter'), oneQuarter])).toEqual([['counter', 'learner']]);
  });

  test('refusing plays the quarters as if nobody had asked', () => {
    const asked = play(log([...untilFive, say('refuse'), twoQuarters]));
    const { opportunities: _none, ...quiet } = scenario;
    expect(asked.digests).toEqual(play(log([...untilFive, twoQuarters]), {}, { of: quiet }).digests);
  });
});

describe('What the reports tell of an answer', () => {
  const entries = log([...untilFive, say('accept'), twoQuarters, twoQuarters]);
  const { reports } = replay(scenario, small, entries, { reports: true });
  const refused = replay(scenario, small, log([...untilFive, twoQuarters, twoQuarters]), { reports: true }).reports;
  const { cash, hours, hoursFor, alignment, fit } = offer.options.accept.effects;

  test('cash, hours and alignment as they were; of trust only the direction; as long as the work lasts', () => {
    const followed = reports.map(({ known }) => known.opportunities.followed);
    expect(followed.map((all) => all.filter(({ id }) => id === offer.id).length).slice(0, 9)).toEqual([0, 0, 0, 0, 1, 1, 1, 0, 0]);
    expect(followed[4]![0]).toMatchObject({ cash, hours: hours! * hoursFor!, alignment, by: 'learner', reason: 'cash', inLine: false });
    for (const { trust } of followed.flat()) expect([-1, 0, 1]).toContain(trust);
  });

  test('no figure of trust is on the known side', () => {
    const hidden = play(entries).world.played[0]!.firm.trust;
    expect(Number.isInteger(hidden)).toBe(false);
    for (const { known, truth } of reports) {
      expect(JSON.stringify(known)).not.toContain(String(truth.conduct!.trust));
      expect(Object.keys(known)).not.toContain('conduct');
    }
  });

  test('the truth has the stock of trust and every answer with the points it moved', () => {
    const conduct = reports[15]!.truth.conduct!;
    expect(conduct.opportunities.map(({ id }) => id)).toEqual(scenario.opportunities!.map(({ id }) => id));
    expect(conduct.opportunities[0]).toMatchObject({ id: offer.id, answer: 'accept', fit, trust: 0 });
    expect(conduct.trust).toBeGreaterThan(0);
  });

  test('cash comes over its quarters, in the result of each', () => {
    const unit = scenario.firms[0].money!.warChest / 100;
    const income = reports.map(({ known }) => known.money.otherIncome / unit);
    expect(income.slice(3, 8)).toEqual([0, cash! / 2, cash! / 2, 0, 0]);
    expect(refused.map(({ known }) => known.money.otherIncome)).toEqual(refused.map(() => 0));
    expect(reports[4]!.known.programme.stocks.S - refused[4]!.known.programme.stocks.S).toBeCloseTo(alignment!, 9);
  });
});

test('hours that CRM work misses are counted as displaced, over all quarters of the job', () => {
  const busy: EntryData = { kind: 'plan', data: { plan: { 'imp.train': 10, 'dat.clean': 10 } } };
  const displaced = (before: readonly EntryData[]): number =>
    play(log([...before, ...untilFive, say('accept'), twoQuarters, twoQuarters])).world.played[0]!.opportunities[0]!.displaced;
  expect(displaced([])).toBe(0);
  const { hours, hoursFor } = offer.options.accept.effects;
  expect(displaced([busy])).toBeGreaterThan(0);
  expect(displaced([busy])).toBeLessThanOrEqual(hours! * hoursFor!);
});

test('a player who draws by lot answers every offer, each answer sometimes', () => {
  const { world } = play(log(untilFive));
  const known = knownOf(world, world.played[0]!, null);
  const drawn = Array.from({ length: 40 }, (_, seed) =>
    randomPlayer(scenario, seed)(known, world.played[0]!.plan, 5).flatMap(({ kind, data }) =>
      kind === 'move' && data.kind === 'opportunity' ? [data.answer] : [],
    ),
  );
  expect(drawn.every((answers) => answers.length === 1)).toBe(true);
  expect(new Set(drawn.flat())).toEqual(new Set(['accept', 'counter', 'refuse']));
});
