import { describe, expect, it } from 'vitest';
import { controlById, senseIds } from '../../src/company/controls.ts';
import { planCosts } from '../../src/company/costs.ts';
import { type EventSpec, eventKinds } from '../../src/company/firm.ts';
import { decisionDelay } from '../../src/company/inForce.ts';
import { concerningEvents, marketSigns, signOfAnswer, signOfEvent } from '../../src/company/marketSigns.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { offerOf } from '../../src/company/quarter.ts';
import { bank, direct, expectedContacts, planWith, realPeople, segments, startedBank } from './fixtures.ts';

const event = (kind: EventSpec['kind'], quarter: number, firm?: string): EventSpec => ({
  id: `${kind}-${quarter}`,
  kind,
  quarter,
  ...(firm === undefined ? {} : { firm }),
});
const nobody = [{ id: 'direct', intent: null }] as const;

describe('signals of the market', () => {
  it('stand for every answer of a rival and every happening but a story, and each signal for something', () => {
    const used = new Set([...Object.values(signOfAnswer), ...eventKinds.map((kind) => signOfEvent[kind])]);
    expect(senseIds.filter((id) => !used.has(id))).toEqual([]);
    expect(eventKinds.filter((kind) => signOfEvent[kind] === null)).toEqual(['story']);
  });

  it.each([
    [4, 0],
    [5, 1],
    [6, 1],
    [7, 0],
  ])('of a law of quarter 7 are heard two quarters ahead and not after: at the end of quarter %i', (quarter, heard) => {
    expect(marketSigns(['law'], nobody, [event('consentRule', 7)], quarter, 2)).toHaveLength(heard);
  });

  it('are heard only by who watches for them', () => {
    const rivals = [{ id: 'direct', intent: 'copying' }] as const;
    const events = [event('merger', 3), event('serviceWave', 4)];
    expect(marketSigns([], rivals, events, 2, 2)).toEqual([]);
    expect(marketSigns(['rivalCopying'], rivals, events, 2, 2)).toEqual([{ sign: 'rivalCopying', about: 'direct', due: null }]);
    expect(marketSigns(['rivalPrice', 'service'], rivals, events, 2, 2)).toEqual([{ sign: 'service', about: 'serviceWave-4', due: 4 }]);
  });

  it('tell of what strikes the firm and of rivals’ strikes, not of what happens inside a rival', () => {
    const events = [event('breach', 3), event('breach', 4, 'direct'), event('rivalStrike', 5, 'direct')];
    expect(concerningEvents(events, 'bank', [bank, direct]).map(({ quarter }) => quarter)).toEqual([3, 5]);
  });

  it('are watched for at most three at a time, each for its price', () => {
    const control = controlById.get('imp.sense')!;
    expect(control.kind === 'subset' && control.most).toBe(3);
    const units = (watched: readonly (typeof senseIds)[number][]): number =>
      planCosts(planWith({ 'imp.sense': watched }), startedBank(), bank).units;
    expect(units(['law', 'money', 'people']) - units([])).toBeCloseTo(3 * p['price.sense'], 9);
  });
});

describe('a branch that may answer by itself', () => {
  const branch = planWith({ 'imp.sense.authority': 'branch' });

  it('does not wait for a weak head office, and gains nothing where nobody waits', () => {
    const strong = startedBank();
    const weak = { ...strong, stocks: { ...strong.stocks, L: 20 } };
    expect([decisionDelay(weak, planWith({})), decisionDelay(weak, branch)]).toEqual([1, 0]);
    expect([decisionDelay(strong, planWith({})), decisionDelay(strong, branch)]).toEqual([0, 0]);
  });

  it('closes more complaints at the first contact and loses more context at hand-overs', () => {
    const offer = (plan: typeof branch) => offerOf(startedBank(plan), bank, plan, segments, expectedContacts, realPeople);
    const [before, after] = [offer(planWith({})), offer(branch)];
    expect(after.contextLoss / before.contextLoss).toBeCloseTo(1 + p['sense.branchContext'], 9);
    expect(after.complaint.authority - before.complaint.authority).toBeCloseTo(p['sense.branchFirstPerson'], 9);
  });
});
