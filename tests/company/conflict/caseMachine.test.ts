/** The conflict case as a machine: walked through every state, and held to what the table of conflicts says of its ways. */

import { describe, expect, it } from 'vitest';
import { caseMachine } from '../../../src/company/conflict/caseMachine.ts';
import { type CaseEvent, newCase, overdue, overdueTwice } from '../../../src/company/conflict/caseRules.ts';
import { type CaseAnswer, type CaseState, answeredCase, leftWaiting, receivedCase } from '../../../src/company/conflict/playCase.ts';
import { step } from '../../../src/company/step.ts';

const start = {
  kind: 'customer',
  severity: 55,
  fault: 'firm',
  duty: false,
  urgent: false,
  heat: 2,
  agentLimit: 40,
  priorFailures: 0,
} as const satisfies Parameters<typeof receivedCase>[0];
type Start = Parameters<typeof receivedCase>[0];
const offer = { remedy: 'full', apology: true, reason: true, date: false } as const;
const nothing = { remedy: 'none', apology: false, reason: false, date: false } as const;
const circumstances = { empathy: 0.6, peerGotMore: 0 };
const events: readonly CaseEvent[] = [
  ...(
    [
      'case.trigger',
      'case.prevent',
      'case.speak',
      'case.probe',
      'case.fade',
      'case.leave',
      'time.halfDay',
      'case.log',
      'case.contained',
      'case.leaked',
      'case.spread',
      'case.answer',
      'promise.broken',
      'case.followUp',
      'case.accept',
      'case.lastChance',
      'case.mediate',
      'case.ruleFor',
      'case.ruleAgainst',
      'case.goPublic',
      'case.respond',
      'case.damage',
      'case.fixRoot',
      'case.skip',
      'case.checkBack',
    ] as const
  ).map((type) => ({ type })),
  { type: 'case.weigh', severity: 10 },
  { type: 'case.weigh', severity: 55 },
  { type: 'case.weigh', severity: 80 },
  { type: 'case.classify', rootKnown: true },
  ...(['avoid', 'compete', 'collaborate'] as const).map((mode): CaseEvent => ({ type: 'case.chooseMode', mode })),
  { type: 'case.offer', offer, ...circumstances },
  { type: 'case.offer', offer: nothing, ...circumstances },
  { type: 'case.offer', offer: { ...offer, date: true }, ...circumstances },
];

const finals = ['prevented', 'silentExit', 'faded', 'lost', 'closedFixed', 'closedOpenCause'];

/** What of the memory decides where a case may go from its state; half days count as in time, late or far too late. */
const keyOf = ({ value, context }: CaseState): string => {
  const { severity, tier, mode, offers, followUps, lastChances, rootKnown, missed, promised, score } = context;
  const band = [20, 45, 70].filter((limit) => severity >= limit).length;
  const late = Number(overdue(context)) + Number(overdueTwice(context));
  const bargains = value === 'negotiating' || value === 'awaitingReply';
  const scored = value === 'awaitingReply' ? [0.35, 0.55, 0.75].filter((limit) => score! >= limit).length : 0;
  const closed = finals.includes(value) || value === 'learning';
  return JSON.stringify(
    closed
      ? [value, rootKnown, promised]
      : [value, rootKnown, missed, promised, band, tier, late, bargains && mode, offers, followUps, lastChances, scored],
  );
};
type Edge = readonly [CaseState, CaseState];
/** Every way from a new case, each state entered once; only events that a state knows are tried. */
function walked(): Edge[] {
  const ways: Edge[] = [];
  const open = [10, 55, 80].map((severity): CaseState => ({ value: 'latent', context: newCase({ ...start, severity }) }));
  const seen = new Set(open.map(keyOf));
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    const known = Object.keys(caseMachine.config.states![from.value]!.on ?? {});
    for (const event of events.filter(({ type }) => known.includes(type))) {
      const to = step('case', from, event);
      ways.push([from, to]);
      if (seen.has(keyOf(to))) continue;
      seen.add(keyOf(to));
      open.push(to);
    }
  }
  return ways;
}
const edges = walked();
const names = new Set(edges.flat().map(({ value }) => value));
/** States that are left in the same moment as they are entered. */
const passing = ['routing', 'escalating', 'recovered', 'recoveredDelighted'];

describe('the machine of a case', () => {
  it('reaches every one of its states', () => {
    expect(new Set([...names, ...passing])).toEqual(new Set(Object.keys(caseMachine.config.states!)));
  });

  it('has no dead end: from every state that can be reached, an end can be reached', () => {
    const before = new Map<string, string[]>();
    const isFinal = new Set<string>();
    for (const [from, to] of edges) {
      before.set(keyOf(to), [...(before.get(keyOf(to)) ?? []), keyOf(from)]);
      if (finals.includes(to.value)) isFinal.add(keyOf(to));
    }
    const found = new Set(isFinal);
    const open = [...found];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      for (const source of before.get(key) ?? []) {
        if (found.has(source)) continue;
        found.add(source);
        open.push(source);
      }
    }
    const all = new Set(edges.flat().map(keyOf));
    expect([...all].filter((key) => !found.has(key))).toEqual([]);
    expect(all.size).toBeGreaterThan(500);
  });

  it('never counts a settlement as recovered that was forced without a duty, or found after endless offers', () => {
    const wrong = edges.flat().filter(({ context }) => {
      const { mode, duty, offers, ended } = context;
      return (ended === 'recovered' || ended === 'recoveredDelighted') && ((mode === 'compete' && !duty) || offers > 2) && ended !== null;
    });
    // A third party that rules for the customer makes good what the firm would not.
    expect(wrong.filter(({ context }) => context.tier < 3)).toEqual([]);
  });
});

const answer: CaseAnswer = { mode: 'collaborate', delay: 1, checksRoot: true, offer, ...circumstances };
const endOf = (changes: Partial<Start>, by: Partial<CaseAnswer> = {}): CaseState =>
  answeredCase(receivedCase({ ...start, ...changes }), { ...answer, ...by });

describe('an answer', () => {
  it('in words and deeds, together with the customer and soon, leaves a major case better than it began', () => {
    expect(endOf({}).context.ended).toBe('recoveredDelighted');
  });
  it.each([
    ['collaborate', 'recoveredDelighted'],
    ['accommodate', 'recovered'],
    ['compromise', 'recovered'],
    ['compete', 'partial'],
  ] as const)('with one and the same offer, %s ends a major case of a second tier as %s', (mode, ended) => {
    expect(endOf({ agentLimit: 70 }, { mode }).context.ended).toBe(ended);
  });
  it('that avoids lets a trifle fade and a major case fester', () => {
    expect(endOf({ severity: 12 }, { mode: 'avoid' }).value).toBe('faded');
    expect(endOf({ agentLimit: 70 }, { mode: 'avoid' }).value).toBe('festering');
  });
  it('that brings nothing and says nothing fails a second time', () => {
    expect(endOf({ agentLimit: 70 }, { mode: 'compete', offer: nothing }).context.ended).not.toBe('recovered');
    expect(endOf({ agentLimit: 70 }, { mode: 'compete', offer: nothing }).context.score).toBeLessThan(0.35);
  });
  it('comes from a supervisor or director where an agent may not settle it, with a hand-off each', () => {
    expect([30, 55, 80].map((severity) => endOf({ severity }).context.handOffs)).toEqual([0, 1, 2]);
  });
  it('that waits is passed up, grows more severe and is worth less', () => {
    const waited = leftWaiting(receivedCase(start), 3);
    expect(waited.context).toMatchObject({ tier: 2, severity: 58, waited: 3 });
    expect(endOf({}, { delay: 3 }).context.score!).toBeLessThan(endOf({}).context.score!);
  });
  it('that comes after the case was avoided finds it hotter and more severe by each half day, and is worth less', () => {
    const avoided = answeredCase(receivedCase({ ...start, agentLimit: 70 }), { ...answer, mode: 'avoid' });
    const after = (delay: number) => answeredCase(avoided, { ...answer, mode: 'collaborate', delay }).context;
    const [at, days] = [after(0), after(3)];
    expect(days).toMatchObject({ severity: at.severity + 9, heat: 5, waited: at.waited + 3 });
    expect(days.score!).toBeLessThan(at.score!);
  });
  it('by a guess, without the codes, counts as a failure that went before', () => {
    const at = (coded: boolean) => {
      const diagnosing: CaseState = { value: 'diagnosing', context: { ...newCase({ ...start, agentLimit: 70 }), coded } };
      return step('case', diagnosing, { type: 'case.chooseMode', mode: 'collaborate' }).context.priorFailures;
    };
    expect([at(true), at(false)]).toEqual([0, 1]);
  });
});
