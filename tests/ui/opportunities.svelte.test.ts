import { afterEach, describe, expect, test } from 'vitest';
import { answersOf, opportunitySlot } from '../../src/company/opportunities.ts';
import { answerReasonIds, type Move } from '../../src/company/orders.ts';
import type { OpportunityFollowed } from '../../src/game/opportunities.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';
import { answerRefused, contractWords, followedOver, saidWords, unanswered } from '../../src/ui/cockpit/opportunities.ts';
import { roundBooks } from '../../src/ui/cockpit/changes.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import { failAtWrite, valueOf } from '../saves/browser.ts';
import { begunRun } from './begunRun.svelte.ts';
import { FakeClient, fakeKnown } from './fakeClient.ts';

const offers = [vorasBank(), tiemNang()].flatMap(({ scenario }) => scenario.opportunities ?? []);
const [mine] = offers;
const slot = opportunitySlot(mine);
const move: Move = { kind: 'opportunity', slot, answer: 'counter', reason: 'hours' };
const open = { id: mine.id, slot, answers: answersOf(mine) };
const followed: OpportunityFollowed = {
  id: mine.id,
  kind: 'opportunity',
  answer: 'accept',
  by: 'learner',
  reason: 'cash',
  quarter: 5,
  inLine: false,
  cash: 6,
  hours: 600,
  lastQuarter: 7,
  alignment: -8,
  trust: -1,
  fit: 35,
  displaced: 0,
};

afterEach(() => {
  language.start(['en']);
});

describe('an answer to an offer', () => {
  test('is saved before it counts, has no undo, and is still given after a reload', async () => {
    const { browser, session, client } = await begunRun();
    const known = { ...session.known!, opportunities: { open: [open], followed: [] } };
    expect(unanswered(known, session.draft!.moves)).toEqual([open]);
    await session.answer(move);
    expect(session.keeping.log.entries.map(({ kind, data }) => ({ kind, data }))).toEqual([{ kind: 'move', data: move }]);
    expect(client.log).toEqual([]);
    session.draft!.undo();
    expect(unanswered(known, session.draft!.moves)).toEqual([]);
    await session.end();
    const { saves } = await browser.tab();
    const back = new Session(valueOf(await saves.open(session.id)), new FakeClient(), saves.listen);
    await back.open();
    expect(unanswered(known, back.draft!.moves)).toEqual([]);
    await back.end();
  });

  test('that cannot be saved is not given', async () => {
    const { session } = await begunRun();
    const { mend } = failAtWrite(1, 'throws', true);
    await session.answer(move);
    expect(session.draft!.moves).toEqual([]);
    mend();
    await session.keeping.retry();
    expect(session.draft!.moves).toEqual([move]);
    await session.end();
  });
});

describe.each(['vi', 'en'])('what the card says (%s)', (locale) => {
  test('every answer of every offer tells its cash and hours, and nothing of strategy or trust', () => {
    language.start([locale]);
    for (const { options } of offers) {
      for (const { effects } of Object.values(options)) {
        const words = contractWords(effects);
        expect(words).toMatch(/^[^‹{]+; [^‹{]+$/u);
        const { alignment: _s, trust: _t, fit: _f, ...contract } = effects;
        expect(contractWords(contract)).toBe(words);
      }
    }
    expect(contractWords({ cash: 4.5, cashOver: 2, hours: 200, hoursFor: 3 })).toMatch(/4[.,]5.*2.*200.*3/);
  });

  test('what can be answered is not refused, and a refusal names its reason', () => {
    language.start([locale]);
    for (const answer of answersOf(mine)) expect(answerRefused(mine, slot, answer, [])).toBeNull();
    expect(answerRefused(mine, slot, 'accept', [move])).toMatch(/^[^‹{]{10,}$/u);
  });

  test('who answered and on what ground', () => {
    language.start([locale]);
    const said = [
      ...answerReasonIds.map((reason) => saidWords({ by: 'learner', answer: 'accept', reason })),
      saidWords({ by: 'learner', answer: 'accept', reason: null }),
      saidWords({ by: 'standing', answer: 'accept', reason: null }),
    ];
    for (const words of said) expect(words).toMatch(/^[^‹{]{10,}$/u);
    expect(new Set(said).size).toBe(said.length);
  });
});

describe('what a round brought', () => {
  const quarter = (n: number, displaced: number | null, otherIncome = 0) => {
    const known = fakeKnown(n);
    const opportunities = { open: [], followed: displaced === null ? [] : [{ ...followed, displaced }] };
    return { ...known, opportunities, money: { ...known.money, otherIncome } };
  };
  test('each answer once, as it last stood', () => {
    expect(followedOver([quarter(5, 40), quarter(6, 90)])).toEqual([{ ...followed, displaced: 90 }]);
    expect(followedOver([quarter(7, 120), quarter(8, null)])).toEqual([{ ...followed, displaced: 120 }]);
    expect(followedOver([quarter(9, null), quarter(10, null)])).toEqual([]);
  });
  test('other income stands in the books of a round that had any, and only there', () => {
    const flow = (otherIncome: number) =>
      roundBooks([quarter(5, null, otherIncome), quarter(6, null)]).find((one) => one.flow === 'otherIncome');
    expect(flow(3e6)).toEqual({ flow: 'otherIncome', amount: 3e6 });
    expect(flow(0)).toBeUndefined();
  });
});
