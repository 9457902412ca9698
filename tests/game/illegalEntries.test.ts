import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { knownOf } from '../../src/game/quarterReport.ts';
import { openPlan, replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { learner, log, logOf, oneQuarter, play, scenario, small, twoQuarters } from './plays.ts';

const planOf = (plan: unknown): EntryData => ({ kind: 'plan', data: { plan: plan as Partial<QuarterPlan> } });
const caseMove = (slot: string): EntryData => ({
  kind: 'move',
  data: { kind: 'case', slot, mode: 'collaborate', remedy: 'part', apology: true, reason: true },
});
const usual = play(log([oneQuarter, oneQuarter, oneQuarter]));

describe('An entry that is not legal is skipped and listed with its code, and the run goes on without it', () => {
  test.each<[string, EntryData, string]>([
    ['a control that does not exist', planOf({ 'biz.luck': 3 }), 'control.unknown'],
    ['a word that is no option', planOf({ 'svc.door': 'ajar' }), 'option.unknown'],
    ['a number out of range', planOf({ 'biz.spend': 21 }), 'number.outOfRange'],
    ['a number between two steps', planOf({ 'biz.split': 52 }), 'number.offStep'],
    ['a number that is none', planOf({ 'biz.spend': Number.NaN }), 'number.expected'],
    ['a split that does not sum', planOf({ 'biz.budget': { marketing: 5, sales: 5, service: 5, people: 5, technology: 5 } }), 'split.sum'],
    ['a segment of another scenario', planOf({ 'cus.core': ['farmers'] }), 'segment.unknown'],
    ['more sponsor hours than there are', planOf({ 'crm.people.reviews': 40, 'crm.people.frontLine': 5 }), 'hours.tooMany'],
    ['more given back than there is', planOf({ 'idc.loyal.cost': 5 }), 'number.outOfRange'],
    ['fewer modules than the standard offer', planOf({ 'idc.module': 0 }), 'number.outOfRange'],
    ['half a module', planOf({ 'idc.module': 2.5 }), 'number.offStep'],
    ['a control group between two steps', planOf({ 'cam.control': 15 }), 'number.offStep'],
    ['an offer that nobody makes', planOf({ 'cam.offer': 'gift' }), 'option.unknown'],
    ['a campaign to a segment named twice', planOf({ 'cam.segments': ['households', 'households'] }), 'list.repeated'],
    ['more events than can be watched', planOf({ 'idc.cycle': ['complaint', 'silent', 'falling', 'welcome'] }), 'list.tooMany'],
    ['an event named twice', planOf({ 'idc.cycle': ['complaint', 'complaint'] }), 'list.repeated'],
    ['no plan at all', planOf(null), 'plan.notAnObject'],
    ['an answer to a case that nobody has brought', caseMove('q1.customer.7'), 'case.notOpen'],
    ['an answer to a case that comes later', caseMove('q2.customer.1'), 'case.notOpen'],
  ])('%s', (_, wrong, code) => {
    const playing = play(log([wrong, oneQuarter, oneQuarter, oneQuarter]));
    expect(playing.skipped).toEqual([{ seq: 0, code }]);
    expect(playing.digests).toEqual(usual.digests);
  });

  test('one wrong control spoils its whole entry, but not the entry before it', () => {
    const good = planOf({ 'biz.spend': 9 });
    const bad = planOf({ 'biz.spend': 2, 'svc.door': 'ajar' });
    const playing = play(log([good, bad, oneQuarter]));
    expect(playing.skipped).toEqual([{ seq: 1, code: 'option.unknown' }]);
    expect(playing.digests).toEqual(play(log([good, oneQuarter])).digests);
  });

  test('the decisions of a firm that nobody plays', () => {
    const rival = scenario.firms.find(({ played }) => !played)!.id;
    const foreign = [{ ...planOf({ 'biz.spend': 9 }), seq: 0, firm: rival } as LoggedEntry, { ...oneQuarter, seq: 1, firm: 'nobody' }];
    const playing = play([...foreign, ...log([oneQuarter])] as LoggedEntry[]);
    expect(playing.skipped).toEqual([
      { seq: 0, code: 'firm' },
      { seq: 1, code: 'firm' },
    ]);
    expect(playing.digests).toEqual(usual.digests.slice(0, 1));
  });
});

describe('Moves of the programme', () => {
  test('a move for which the programme is not in the state is refused with its reason in the report of the quarter', () => {
    const recover: EntryData = { kind: 'move', data: { kind: 'programme', move: 'recover' } };
    const { reports } = replay(scenario, small, log([recover, oneQuarter, oneQuarter]), { reports: true });
    expect(reports[0]!.known.programme.refused.map(({ code }) => code)).toContain('move.onlyStalled');
    expect(reports[1]!.known.programme.refused.map(({ code }) => code)).not.toContain('move.onlyStalled');
    expect(play(log([recover, oneQuarter, oneQuarter, oneQuarter])).digests).toEqual(usual.digests);
  });

  test('a case is answered once: the learner closes it, and a second answer is listed', () => {
    const playing = play(log([twoQuarters, caseMove('q2.customer.1'), oneQuarter, caseMove('q2.customer.1'), oneQuarter]));
    expect(playing.skipped).toEqual([{ seq: 3, code: 'case.notOpen' }]);
    const asked = playing.world.played[0]!.cases.filter((each) => each.asked);
    expect(asked).toMatchObject([{ slot: 'q2.customer.1', by: 'learner', closedIn: 3 }]);
  });

  test('a case that nobody answers is closed by the standing policy when the round is over', () => {
    const { world } = play(log([twoQuarters, twoQuarters]));
    const asked = world.played[0]!.cases.filter((each) => each.asked);
    expect(asked).toMatchObject([{ slot: 'q2.customer.1', by: 'policy', closedIn: 2 + scenario.quartersPerRound }]);
  });
});

describe('The end of a run', () => {
  test('a commit after the last quarter is listed and plays nothing', () => {
    const entries = logOf('stay');
    const more: LoggedEntry = { ...oneQuarter, seq: entries.length, firm: learner } as LoggedEntry;
    const playing = play([...entries, more]);
    expect(playing.skipped).toEqual([{ seq: more.seq, code: 'afterEnd' }]);
    expect(playing.digests).toEqual(play(entries).digests);
    expect(playing.world.quarter).toBe(scenario.quarters);
  });

  test('a commit that reaches beyond the last quarter plays up to it', () => {
    const entries = log([...Array.from({ length: scenario.quarters - 1 }, () => oneQuarter), twoQuarters]);
    const playing = play(entries);
    expect(playing.world.quarter).toBe(scenario.quarters);
    expect(playing.skipped).toEqual([{ seq: scenario.quarters - 1, code: 'afterEnd' }]);
  });

  test('a log that stops early is played to the end with the plans as they stand, so that every run is judged over the same time', () => {
    const early = replay(scenario, small, logOf('stay').slice(0, 4), { digests: true });
    expect(early.playing.skipped).toEqual([]);
    expect(early.playing.digests).toEqual(play(logOf('stay')).digests);
  });
});

test('decisions that are not yet committed are seen in the open plan and play nothing', () => {
  const playing = play(log([oneQuarter, planOf({ 'biz.spend': 9 })]));
  expect(playing.digests).toHaveLength(1);
  expect(openPlan(playing, learner)['biz.spend']).toBe(9);
  expect(knownOf(playing.world, playing.world.played[0]!, null).quarter).toBe(1);
  expect(playing.world.played[0]!.plan['biz.spend']).toBe(scenario.startPlan['biz.spend']);
});
