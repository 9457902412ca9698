/** The decisions of a run one by one, and the log without one or with another. */

import { describe, expect, test } from 'vitest';
import { type Alteration, altered, editsOf } from '../../../src/game/whatIf/alterations.ts';
import { decidedRounds, type PastDecision } from '../../../src/game/whatIf/decisions.ts';
import { editedLog } from '../../../src/game/whatIf/edits.ts';
import { suggestedDecision } from '../../../src/game/whatIf/suggested.ts';
import type { EntryData } from '../../../src/game/run.ts';
import { learner, log, logOf, oneQuarter, play, playbookNames, scenario, twoQuarters } from '../plays.ts';
import { turns } from '../../turns.ts';

const plan = (patch: object, standing?: object): EntryData =>
  ({ kind: 'plan', data: { plan: patch, ...(standing && { standing }) } }) as EntryData;
const step = (slot: string, data: object): EntryData => ({ kind: 'move', data: { kind: 'caseStep', slot, step: data } }) as EntryData;
const [first] = scenario.market.segments.map(({ id }) => id);
const price = scenario.startPlan['biz.price'] ?? 0;

const entries = log([
  plan({ 'biz.price': 5, 'biz.spend': 9, 'ana.buy': ['rivals'] }, { onStall: 'abandon' }),
  { kind: 'note', data: { text: 'why' } },
  oneQuarter,
  step('q1.customer.1', { do: 'acknowledge' }),
  plan({ 'biz.price': 5, 'idc.contact': { [first!]: 5 } }),
  step('q1.customer.1', { do: 'mode', mode: 'compromise' }),
  { kind: 'move', data: { kind: 'programme', move: 'slow' } },
  twoQuarters,
  plan({ 'biz.price': 99 }),
  plan({ 'ana.buy': ['rivals'] }),
  oneQuarter,
]);
const rounds = decidedRounds(scenario, entries);
const all = rounds.flatMap(({ decisions }) => decisions);
const find = (wanted: string): PastDecision =>
  all.find(({ decided }) => Object.values(decided).includes(wanted as never) || decided.kind === wanted)!;
const after = (...alterations: Alteration[]) => editedLog(entries, editsOf(entries, alterations, rounds), learner);
const dataOf = (result: ReturnType<typeof after>, seq: number): unknown => result.log.find((entry) => entry.seq === seq)?.data;

describe('The past decisions', () => {
  test('are what a round set otherwise than it stood, with the round in which it did', () => {
    expect(rounds.map(({ quarter, quarters }) => [quarter, quarters])).toEqual([
      [1, 1],
      [2, 2],
      [4, 1],
    ]);
    expect(find('biz.price')).toMatchObject({ quarter: 1, seqs: [0], decided: { from: price, to: 5 } });
    expect(find('onStall')).toMatchObject({ quarter: 1, decided: { kind: 'order', from: 'recover', to: 'abandon' } });
    expect(rounds[1]!.decisions.map(({ decided }) => decided.kind)).toEqual(['case', 'control', 'programme']);
    expect(rounds[1]!.decisions[1]!.decided).toMatchObject({ control: 'idc.contact', to: { [first!]: 5 } });
  });

  test('hold the steps of one case as one, with its mode', () => {
    expect(find('case')).toMatchObject({ seqs: [3, 5], decided: { slot: 'q1.customer.1', mode: 'compromise' } });
  });

  test('name an analysis again in each round that buys it, and nothing of a plan that was not legal', () => {
    expect(all.filter(({ decided }) => decided.kind === 'control' && decided.control === 'ana.buy').map(({ quarter }) => quarter)).toEqual([
      1, 4,
    ]);
    expect(all.filter(({ decided }) => decided.kind === 'control' && decided.control === 'biz.price')).toHaveLength(1);
  });

  for (const [some, options] of turns(playbookNames, 3, 2))
    test.each(some)('of %s lead to the plan that its replay carries', options, (name) => {
      const own = logOf(name);
      const last = decidedRounds(scenario, own).at(-1)!;
      const played = play(own).world.played[0]!;
      for (const id of ['biz.price', 'crm.path', 'dat.store', 'svc.promise'] as const) expect(played.plan[id]).toEqual(last.plan[id]);
    });
});

describe('An alteration', () => {
  test('none, or one that takes what was decided, leaves the log as it is', () => {
    expect(after()).toEqual({ log: entries, changed: -1 });
    const same: Alteration = { kind: 'control', decision: find('biz.price'), value: 5 };
    expect(editsOf(entries, [same], rounds)).toEqual([]);
    expect(altered([], same)).toEqual([]);
  });

  test('leaves one control out and keeps what the same plan said besides', () => {
    const result = after({ kind: 'drop', decision: find('biz.price') });
    expect(result.changed).toBe(0);
    expect(dataOf(result, 0)).toEqual({ plan: { 'biz.spend': 9, 'ana.buy': ['rivals'] }, standing: { onStall: 'abandon' } });
  });

  test('several of one plan act together, whatever their order', () => {
    const [one, two, three]: Alteration[] = [
      { kind: 'control', decision: find('biz.price'), value: -5 },
      { kind: 'drop', decision: find('biz.spend') },
      { kind: 'order', decision: find('onStall'), value: 'downscope' },
    ];
    const wanted = { plan: { 'biz.price': -5, 'ana.buy': ['rivals'] }, standing: { onStall: 'downscope' } };
    expect(dataOf(after(one!, two!, three!), 0)).toEqual(wanted);
    expect(dataOf(after(three!, two!, one!), 0)).toEqual(wanted);
  });

  test('takes another mode in a case and leaves its other steps; left out, all its steps go', () => {
    const decision = find('case');
    const other = after({ kind: 'case', decision, mode: 'collaborate' });
    expect(dataOf(other, 5)).toMatchObject({ step: { do: 'mode', mode: 'collaborate' } });
    expect(dataOf(other, 3)).toEqual(entries[3]!.data);
    expect(after({ kind: 'drop', decision }).log.map(({ seq }) => seq)).toEqual([0, 1, 2, 4, 6, 7, 8, 9, 10]);
  });

  test('adds a control or a move at the end of a round', () => {
    const result = after(
      { kind: 'add', quarter: 2, control: 'biz.price', value: 10 },
      { kind: 'addMove', quarter: 4, move: { kind: 'programme', move: 'abandon' } },
    );
    expect(result.log.map(({ kind }) => kind).filter((_, place) => result.log[place]!.seq < 0)).toEqual(['plan', 'move']);
    expect(result.log.flatMap(({ seq }) => (seq < 0 ? [seq] : []))).toEqual([-1, -2]);
    expect(result.log[7]).toMatchObject({ seq: -1, kind: 'plan', data: { plan: { 'biz.price': 10 } } });
  });

  test('holds until the next decision of the own: what later plans only repeat does not bring the old value back', () => {
    const full = (value: number) => plan({ ...scenario.startPlan, 'biz.price': value }, { onStall: 'abandon' });
    const whole = log([
      plan({ 'biz.spend': 9 }),
      oneQuarter,
      full(5),
      oneQuarter,
      full(5),
      oneQuarter,
      full(10),
      oneQuarter,
      full(10),
      oneQuarter,
    ]);
    const own = decidedRounds(scenario, whole);
    const raised = own[1]!.decisions.find(({ decided }) => decided.kind === 'control' && decided.control === 'biz.price')!;
    const stall = own[1]!.decisions.find(({ decided }) => decided.kind === 'order')!;
    const prices = (...alterations: Alteration[]): (number | undefined)[] =>
      decidedRounds(scenario, editedLog(whole, editsOf(whole, alterations, own), learner).log).map(({ plan: at }) => at['biz.price']);
    expect(prices()).toEqual([price, 5, 5, 10, 10]);
    expect(prices({ kind: 'drop', decision: raised })).toEqual([price, price, price, 10, 10]);
    expect(prices({ kind: 'control', decision: raised, value: -5 })).toEqual([price, -5, -5, 10, 10]);
    expect(prices({ kind: 'add', quarter: 3, control: 'biz.price', value: -5 })).toEqual([price, 5, -5, 10, 10]);
    expect(prices({ kind: 'add', quarter: 4, control: 'biz.price', value: -5 })).toEqual([price, 5, 5, -5, -5]);
    const { log: calm } = editedLog(whole, editsOf(whole, [{ kind: 'drop', decision: stall }], own), learner);
    expect(decidedRounds(scenario, calm).map(({ standing }) => standing.onStall)).toEqual(Array(5).fill('recover'));
  });

  test('made twice on one decision is the later one, in its place', () => {
    const drop: Alteration = { kind: 'drop', decision: find('biz.spend') };
    const price = (value: number): Alteration => ({ kind: 'control', decision: find('biz.price'), value });
    const both = altered(altered([], price(10)), drop);
    expect(altered(both, price(-5))).toEqual([price(-5), drop]);
    expect(altered(both, price(5))).toEqual([drop]);
  });
});

test('the suggestion is the decision that most was spent on until its card was decided again', () => {
  const spending = [
    { quarter: 1, card: 'biz.budget', units: 5 },
    { quarter: 1, card: 'biz.price', units: 2 },
    { quarter: 3, card: 'biz.price', units: 2 },
    { quarter: 3, card: 'idc.contact', units: 4 },
    { quarter: 4, card: 'dat.clean', units: 90 },
  ] as const;
  expect(suggestedDecision(rounds, spending)).toMatchObject({ decision: { decided: { control: 'biz.spend' } }, units: 5 });
  expect(suggestedDecision(rounds, [...spending, { quarter: 4, card: 'idc.contact', units: 2 }])).toMatchObject({
    decision: { decided: { control: 'idc.contact' } },
    units: 6,
  });
  expect(suggestedDecision([], spending)).toBeNull();
});
