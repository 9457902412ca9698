import { describe, expect, test } from 'vitest';
import { defaultStandingOrders } from '../../src/company/orders.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import type { FirmState } from '../../src/company/firm.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { offerOf, recordActionsOf, startFirm } from '../../src/company/quarter.ts';
import { deservedTrust, trustAfter, wrongAutomation } from '../../src/company/trust.ts';
import {
  bank,
  books,
  event,
  expectedContacts,
  observed,
  open,
  planWith,
  qualityAt,
  realPeople,
  segments,
  startedBank,
  usualPlan,
} from './fixtures.ts';

const conduct = (waitedTooLong: number, settled: number) =>
  observed(1, { books: { ...books, waitedTooLong, complaints: 100, complaintsSettled: 100 * settled } });
const deserved = (plan: Partial<QuarterPlan>, waited: number, settled: number, firm: FirmState = startedBank()) =>
  deservedTrust(firm, planWith(plan), conduct(waited, settled), p);

describe('What a firm deserves', () => {
  test.each<[string, Partial<QuarterPlan>, number, number, number]>([
    ['all in time, complaints settled as usual', {}, 0, 0.5, 50 + p['trust.kept']],
    ['everybody waits longer than promised', {}, 1, 0.5, 50 - p['trust.broken']],
    ['a bold promise broken weighs more', { 'svc.promise': 'bold' }, 0.5, 0.5, 50 + 0.75 * (p['trust.kept'] - p['trust.broken'])],
    ['a modest one weighs less', { 'svc.promise': 'modest' }, 0.5, 0.5, 50 + 0.25 * (p['trust.kept'] - p['trust.broken'])],
    ['no complaint is settled', {}, 0, 0, 50 + p['trust.kept'] - p['trust.settled'] / 2],
    ['every complaint is settled', {}, 0, 1, 50 + p['trust.kept'] + p['trust.settled'] / 2],
    ['the door is shut', { 'svc.door': 'closed' }, 0, 0.5, 50 + p['trust.kept'] - 0.3 * p['trust.listening']],
    ['the door is open', { 'svc.door': 'open' }, 0, 0.5, 50 + p['trust.kept'] + 0.35 * p['trust.listening']],
  ])('%s', (_, plan, waited, settled, points) => expect(deserved(plan, waited, settled)).toBeCloseTo(points, 9));

  test('without a complaint nothing is said of settling', () => {
    const silent = observed(1, { books: { ...books, waitedTooLong: 0, complaints: 0, complaintsSettled: 0 } });
    expect(deservedTrust(startedBank(), usualPlan, silent, p)).toBeCloseTo(50 + p['trust.kept'], 9);
  });

  test('less the more treatment is personal by wrong records, and only as far as records are in use', () => {
    const personal = planWith({ 'cus.mode': { households: 100, savers: 100, firms: 100, borrowers: 100 } });
    const strangers = startedBank(personal);
    const known: FirmState = { ...strangers, established: { data: 1, delivery: 1, adoption: 60 } };
    expect(wrongAutomation(strangers, personal, 0.7)).toBe(0);
    expect(wrongAutomation(known, personal, 0.7)).toBeCloseTo(0.3, 9);
    expect(wrongAutomation(known, personal, 1)).toBe(0);
    const wrong = { ...conduct(0, 0.5), records: { ...qualityAt(36), accuracy: 0.7 } };
    expect(deservedTrust(strangers, personal, wrong, p) - deservedTrust(known, personal, wrong, p)).toBeCloseTo(
      0.3 * p['trust.wrongAutomation'],
      9,
    );
  });
});

describe('How trust moves', () => {
  const firm: FirmState = { ...startedBank(), trust: 40 };
  const next = (standing = defaultStandingOrders, events = [event('breach', 1)]) =>
    trustAfter(firm, usualPlan, standing, { ...conduct(0, 0.5), events }, p);

  test('a tenth of the way to what is deserved in a quarter', () => {
    expect(next()).toBeCloseTo(40 + 0.1 * (50 + p['trust.kept'] - 40), 9);
  });
  test('a breach of which customers are told costs none, one kept silent costs at once', () => {
    expect(next()).toBe(next(defaultStandingOrders, []));
    const silent = next({ ...defaultStandingOrders, onBreach: 'sayNothing' });
    expect(next() - silent).toBeCloseTo(p['trust.breachSilent'], 9);
  });
  test('never below nothing or above all', () => {
    const one = (trust: number, size: number) =>
      trustAfter(
        { ...firm, trust, pending: [{ quarter: 1, effect: 'trust', size }] },
        usualPlan,
        defaultStandingOrders,
        conduct(0, 0.5),
        p,
      );
    expect([one(5, -30), one(98, 30)]).toEqual([0, 100]);
  });
  test('it starts at fifty unless the scenario says otherwise', () => {
    expect([startFirm(bank, usualPlan).trust, startFirm({ ...bank, trust: 62 }, usualPlan).trust]).toEqual([50, 62]);
  });
});

describe('What trust does to the offer', () => {
  const contacts = planWith({ 'idc.contact': { households: 3, savers: 3, firms: 3, borrowers: 3 } });
  const at = (trust: number) => {
    const { firm: opened, plan } = open(startedBank(contacts), contacts, 1);
    const firm = { ...opened, trust };
    return { offer: offerOf(firm, bank, plan, segments, expectedContacts, realPeople), records: recordActionsOf(firm, bank, plan) };
  };
  const [none, usual, full] = [0, 50, 100].map(at);

  test.each<[string, (one: ReturnType<typeof at>) => number, number, number]>([
    ['consent', ({ records }) => records.consentAsk, 1 - p['trust.consent'], 1 + p['trust.consent']],
    ['apology', ({ offer }) => offer.complaint.apology, 1 - p['trust.belief'], 1 + p['trust.belief']],
    ['explanation', ({ offer }) => offer.complaint.explanation, 1 - p['trust.belief'], 1 + p['trust.belief']],
    ['money to keep customers', ({ offer }) => offer.segments[0].retention, 1 - p['trust.retention'], 1 + p['trust.retention']],
    ['contacts let in', ({ offer }) => offer.segments[0].contacts, 1 - p['trust.contacts'], 1],
  ])('%s: less at none, more at full', (_, read, least, most) => {
    expect(read(none) / read(usual)).toBeCloseTo(least, 9);
    expect(read(full) / read(usual)).toBeCloseTo(most, 9);
  });

  test('contacts that are not let in are paid for', () => {
    const paid = ({ offer }: ReturnType<typeof at>) => offer.contactCost * offer.segments[0].contacts;
    expect(paid(none)).toBeCloseTo(paid(usual), 9);
  });
  test('nothing else: price, quality and service are what they were', () => {
    const rest = ({ offer: { complaint: _c, segments: _s, contactCost: _k, ...others } }: ReturnType<typeof at>) => others;
    expect(rest(none)).toEqual(rest(full));
  });
});
