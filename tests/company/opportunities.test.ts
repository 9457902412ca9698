import { describe, expect, it, test } from 'vitest';
import { teamHours } from '../../src/company/pay.ts';
import { answerReasons, answersOf, opportunitySlot, type AnswerEffects, type OpportunitySpec } from '../../src/company/opportunities.ts';
import { defaultStandingOrders, type AnswerId, type Move } from '../../src/company/orders.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { closeQuarter, offerOf, recordActionsOf } from '../../src/company/quarter.ts';
import {
  bank,
  expectedContacts,
  frozen,
  observed,
  open,
  planWith,
  play,
  realPeople,
  segments,
  startedBank,
  usualPlan,
} from './fixtures.ts';

const spec = (accept: AnswerEffects, more: Partial<OpportunitySpec> = {}): OpportunitySpec => ({
  id: 'mine',
  quarter: 1,
  kind: 'opportunity',
  options: { accept: { effects: accept }, counter: { effects: { cash: 1 } }, refuse: { effects: { trust: 2 } } },
  ...more,
});
const say = (answer: AnswerId, slot = 'q1.opportunity.1'): Move => ({ kind: 'opportunity', slot, answer });

/** The bank after quarters 1 to `last`, with the offer accepted in quarter 1. */
function after(effects: AnswerEffects, last = 1, plan = usualPlan, more: Partial<OpportunitySpec> = {}) {
  let firm = frozen(startedBank(plan));
  for (let quarter = 1; quarter <= last; quarter += 1) {
    firm = play(firm, plan, quarter, quarter === 1 ? { opportunities: [spec(effects, more)], moves: [say('accept')] } : {});
  }
  return firm;
}

describe('What an accepted offer does, one effect at a time', () => {
  it.each<[string, AnswerEffects, number, (firm: ReturnType<typeof after>) => number, number]>([
    ['cash comes at once', { cash: 6 }, 1, ({ cash }) => cash, 6],
    ['cash may be paid out', { cash: -2 }, 1, ({ cash }) => cash, -2],
    ['half of it comes in the first of two quarters', { cash: 6, cashOver: 2 }, 1, ({ cash }) => cash, 3],
    ['all of it has come after the second', { cash: 6, cashOver: 2 }, 2, ({ cash }) => cash, 6],
    ['no more comes after that', { cash: 6, cashOver: 2 }, 4, ({ cash }) => cash, 6],
    ['alignment is lost once', { alignment: -8 }, 1, ({ stocks }) => stocks.S, -8],
    ['trust moves once', { trust: -14 }, 1, ({ trust }) => trust, -14],
    ['trust is drawn back by what the firm deserves', { trust: -14 }, 2, ({ trust }) => trust, -14 * (1 - p['trust.pace'])],
  ])('%s', (_, effects, last, read, moved) => {
    expect(read(after(effects, last)) - read(after({}, last))).toBeCloseTo(moved, 9);
  });

  it('cash of an offer is other income in the books and part of the result', () => {
    const committed = open(startedBank(), usualPlan, 1, { opportunities: [spec({ cash: 6, cashOver: 2 })], moves: [say('accept')] });
    const { ledger } = closeQuarter(committed.firm, bank, committed.plan, defaultStandingOrders, observed(1));
    const { revenue, directCost, serviceCost, marketingCost, fixedCost, crmCost, otherIncome, result } = ledger;
    expect(otherIncome).toBeCloseTo(3 * 240_000, 6);
    expect(revenue - directCost - serviceCost - marketingCost - fixedCost - crmCost + otherIncome).toBeCloseTo(result, 4);
  });

  it('hours are taken from the CRM team: work is cut where there are not enough, and what is missing is counted', () => {
    const took = (hours: number) =>
      open(startedBank(), usualPlan, 1, { opportunities: [spec({ hours, hoursFor: 2 })], moves: [say('accept')] });
    const idle = teamHours(startedBank(), usualPlan, p) - took(0).costs.hours.team;
    expect(took(idle).firm).toMatchObject({ funded: 1 });
    expect(took(idle).firm.spending.displaced).toBeCloseTo(0, 9);
    const busy = took(idle + 100);
    expect(busy.firm.spending.displaced).toBeCloseTo(100, 9);
    expect(busy.firm.funded).toBeCloseTo(teamHours(startedBank(), usualPlan, p) / busy.costs.hours.team, 12);
    expect(busy.refused.map(({ code }) => code)).toContain('hours.team');
  });

  it('hours and fit act for as long as the work lasts, then no more', () => {
    const quality = (quarter: number) => {
      const firm = quarter === 1 ? startedBank() : after({ hours: 10, hoursFor: 2, fit: 30 }, quarter - 1);
      const { firm: now, plan } = open(firm, usualPlan, quarter, {
        opportunities: quarter === 1 ? [spec({ hours: 10, hoursFor: 2, fit: 30 })] : [],
        moves: quarter === 1 ? [say('accept')] : [],
      });
      const at = (pending: typeof now.pending) => offerOf({ ...now, pending }, bank, plan, segments, expectedContacts, realPeople).quality;
      const notes = recordActionsOf(now, bank, plan).capture / recordActionsOf({ ...now, pending: [] }, bank, plan).capture;
      return [at([]) - at(now.pending), notes];
    };
    for (const quarter of [1, 2]) {
      expect(quality(quarter)[0]).toBeCloseTo(0.3 * p['opportunity.fitQuality'], 12);
      expect(quality(quarter)[1]).toBeCloseTo(0.7, 12);
    }
    expect(quality(3)).toEqual([0, 1]);
  });
});

describe('An offer in line with the strategy', () => {
  const costly: AnswerEffects = { cash: 5, hours: 100, alignment: -6, trust: -3, fit: 30 };
  const focused = planWith({ 'cus.core': ['firms'] });
  test.each<[string, OpportunitySpec['inLine'], boolean]>([
    ['its core segment is the one served', { core: ['firms'] }, true],
    ['its core segment is another', { core: ['savers'] }, false],
    ['its strategy is the one in force', { generic: ['cost'] }, true],
    ['its strategy is another', { generic: ['focus', 'differentiation'] }, false],
    ['either of the two is enough', { generic: ['focus'], core: ['firms'] }, true],
    ['it names nothing', undefined, false],
  ])('%s', (_, inLine, fits) => {
    const { answered } = open(startedBank(focused), focused, 1, {
      opportunities: [spec(costly, inLine ? { inLine } : {})],
      moves: [say('accept')],
    });
    expect(answered).toMatchObject([
      { inLine: fits, cash: 5, hours: 100, trust: -3, alignment: fits ? 0 : -6, fit: fits ? 0 : 30, by: 'learner' },
    ]);
    expect(Object.is(answered[0].alignment, -0)).toBe(false);
  });
});

describe('Who answers', () => {
  const offer = spec({ cash: 5 });
  test.each<[string, readonly Move[], 'refuse' | 'accept', AnswerId, string]>([
    ['the learner', [say('counter')], 'accept', 'counter', 'learner'],
    ['the standing order when nobody does', [], 'accept', 'accept', 'standing'],
    ['the usual standing order, which refuses', [], defaultStandingOrders.onOpportunity, 'refuse', 'standing'],
    ['not a move for another offer', [say('accept', 'q1.dilemma.1')], 'refuse', 'refuse', 'standing'],
  ])('%s', (_, moves, onOpportunity, answer, by) => {
    const { answered } = open(startedBank(), usualPlan, 1, {
      opportunities: [offer],
      moves,
      standing: { ...defaultStandingOrders, onOpportunity },
    });
    expect(answered).toMatchObject([{ id: 'mine', answer, by, quarter: 1, reason: null }]);
  });

  test('the ground that was given is kept', () => {
    const move: Move = { kind: 'opportunity', slot: opportunitySlot(offer), answer: 'refuse', reason: 'strategy' };
    expect(open(startedBank(), usualPlan, 1, { opportunities: [offer], moves: [move] }).answered[0].reason).toBe('strategy');
  });

  test('a quarter without an offer is played as ever', () => {
    expect(open(startedBank(), usualPlan, 1).answered).toEqual([]);
    expect(open(startedBank(), usualPlan, 1, { moves: [say('accept')] }).firm).toEqual(open(startedBank(), usualPlan, 1).firm);
  });
});

describe('One list says why an answer cannot be given', () => {
  const offer = spec({ cash: 5 });
  const { counter: _none, ...two } = offer.options;
  const blunt: OpportunitySpec = { ...offer, options: two };
  const ask = (answer: AnswerId, of: readonly OpportunitySpec[], made: readonly Move[] = [], slot = 'q1.opportunity.1') =>
    answerReasons({ kind: 'opportunity', slot, answer }, of, made).map(({ code }) => code);

  test.each<[string, string[], string[]]>([
    ['each answer of an open offer', answersOf(offer).flatMap((answer) => ask(answer, [offer])), []],
    ['an offer that is not there', ask('accept', []), ['opportunity.notOpen']],
    ['an offer of another quarter', ask('accept', [offer], [], 'q2.opportunity.1'), ['opportunity.notOpen']],
    ['a second answer', ask('refuse', [offer], [say('accept')]), ['opportunity.answered']],
    ['a counter-offer where none is possible', ask('counter', [blunt]), ['opportunity.noCounter']],
    ['both at once', ask('counter', [blunt], [say('accept')]), ['opportunity.answered', 'opportunity.noCounter']],
  ])('%s', (_, codes, expected) => expect(codes).toEqual(expected));

  test('an offer without a counter-offer takes two answers', () => {
    expect(answersOf(blunt)).toEqual(['accept', 'refuse']);
  });
});
