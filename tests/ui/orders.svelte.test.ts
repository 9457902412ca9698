import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { defaultStandingOrders, orderOptions } from '../../src/company/orders.ts';
import { word } from '../../src/text/words.ts';
import { Draft } from '../../src/ui/cockpit/draft.svelte.ts';
import { orderHelp, orderIds, ordersWords, orderWord } from '../../src/ui/cockpit/orders.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import { type Browser, valueOf } from '../saves/browser.ts';
import { folder } from '../saves/sampleRun.ts';
import { begunRun } from './begunRun.svelte.ts';
import { FakeClient, fakePlan } from './fakeClient.ts';

async function comeBack({ browser, session }: { browser: Browser; session: Session }): Promise<Session> {
  await session.end();
  const { saves } = await browser.tab();
  const again = new Session(valueOf(await saves.open(session.id)), new FakeClient(), saves.listen);
  await again.open();
  flushSync();
  return again;
}

describe('standing orders', () => {
  test('are taken back by one undo, and leave the plan alone', () => {
    const draft = new Draft(fakePlan());
    draft.set('svc.door', 'svc.door', 'open');
    draft.order({ onStall: 'abandon' });
    draft.order({ cashFloor: 3 });
    expect(draft.standing).toEqual({ ...defaultStandingOrders, onStall: 'abandon', cashFloor: 3 });
    expect([draft.lastCard, draft.isSettled('orders')]).toEqual(['orders', true]);
    draft.undo();
    expect(draft.standing).toEqual(defaultStandingOrders);
    expect(draft.patch).toEqual({ 'svc.door': 'open' });
  });

  test('go into the log with the plan that changes them, and hold in the rounds after', async () => {
    const { session, client } = await begunRun();
    session.draft!.order({ onBreach: 'sayNothing' });
    await session.commit();
    expect(client.log[0].data).toEqual({ plan: {}, standing: { onBreach: 'sayNothing' } });
    session.next();
    expect(session.draft!.standing.onBreach).toBe('sayNothing');
    await session.commit();
    expect(client.log.filter(({ kind }) => kind === 'plan').map(({ data }) => data)[1]).toEqual({ plan: {} });
    await session.end();
  });

  test('that are not committed yet come back after a reload', async () => {
    const tab = await begunRun();
    tab.session.draft!.order({ onSponsorLost: 'carryOn', cashFloor: 4 });
    flushSync();
    const again = await comeBack(tab);
    expect(again.draft!.standing).toEqual({ ...defaultStandingOrders, onSponsorLost: 'carryOn', cashFloor: 4 });
    expect(again.draft!.isSettled('orders')).toBe(true);
    await again.end();
  });

  test.each(['vi', 'en'])('each have a name and say what they do with the figures of the firm (%s)', (locale) => {
    language.start([locale]);
    const [firm] = folder.scenario.firms;
    const helps = orderIds.flatMap((id) => orderOptions[id].map((option) => orderHelp(id, option, firm)));
    for (const help of helps) expect(help).toMatch(/^[^‹{]{15,}$/u);
    expect(new Set(helps).size).toBe(helps.length);
    for (const id of orderIds) {
      expect(ordersWords(defaultStandingOrders)).toContain(`${word('order', id)}: ${orderWord(id, defaultStandingOrders[id])}`);
    }
    expect(ordersWords(defaultStandingOrders)).not.toContain('‹');
  });
});
