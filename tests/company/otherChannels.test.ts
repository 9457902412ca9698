import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import type { FirmSpec, FirmState } from '../../src/company/firm.ts';
import { commissionOn, goodwillAfter, toldByOthers, underPlatformChange } from '../../src/company/otherChannels.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { offerOf, startFirm } from '../../src/company/quarter.ts';
import { channelIds, ownChannelIds } from '../../src/sim/market.ts';
import type { CompanyOffer, OtherChannels } from '../../src/sim/offer.ts';
import { bank, expectedContacts, open, planWith, realPeople, segments } from './fixtures.ts';

type Patch = Partial<QuarterPlan>;
const [market, agents] = ['marketplace', 'agents'].map((id) => channelIds.indexOf(id as 'agents')) as [number, number];
const withOthers = segments.map((segment) => ({ ...segment, channels: { branch: 400, web: 200, marketplace: 300, agents: 100 } }));
const spec: FirmSpec = { ...bank, agents: 'brokers' };
/** Everything sells and serves. */
const all: Patch = { 'chn.sell': channelIds, 'chn.serve': channelIds };
/** The firm sells and serves itself alone. */
const alone: Patch = { 'chn.sell': ownChannelIds, 'chn.serve': ownChannelIds };

/** A firm in whose third quarter a plan has been in force all the time, and one partner who speaks for its agents. */
function settled(patch: Patch, goodwill = 60): { firm: FirmState; plan: QuarterPlan } {
  const plan = planWith({ ...all, ...patch });
  const started: FirmState = { ...startFirm(bank, plan, ['brokers']), lastPlan: plan, earlierPlans: [plan, plan] };
  const { firm: opened, plan: held } = open(started, plan, 3);
  return { firm: { ...opened, conflict: { ...opened.conflict, goodwill: { brokers: goodwill } } }, plan: held };
}
function offer(patch: Patch = {}, goodwill?: number): CompanyOffer {
  const { firm, plan } = settled(patch, goodwill);
  return offerOf(firm, spec, plan, withOthers, expectedContacts, realPeople);
}
const others = (patch: Patch = {}, goodwill?: number): OtherChannels => offer(patch, goodwill).channels!.others!;

describe('Where nobody prefers a marketplace or an agent', () => {
  test('no plan does anything through them: the offer is the same, whatever it says of them', () => {
    const bare = (patch: Patch): CompanyOffer => {
      const { firm, plan } = settled(patch);
      return offerOf(firm, spec, plan, segments, expectedContacts, realPeople);
    };
    expect(bare({}).channels).not.toHaveProperty('others');
    // The plans cost differently, so the money of the firm is left out.
    expect(bare({}).channels).toEqual(bare(alone).channels);
    expect(bare({}).segments).toEqual(bare(alone).segments);
    const { firm, plan } = settled({});
    expect(toldByOthers(firm, plan, segments, { identify: 0.2 }, p)).toBeUndefined();
  });
});

describe('Commission', () => {
  test('is a share of what is sold there and nowhere else, less for agents who do not serve, none where they do neither', () => {
    expect(others().commission).toEqual(
      channelIds.map((id) => ({ marketplace: p['market.commission'], agents: p['agents.commission'] })[id as 'agents'] ?? 0),
    );
    const sellOnly = others({ 'chn.serve': ownChannelIds }).commission[agents]!;
    expect(sellOnly).toBeCloseTo(p['agents.commission'] * (1 - p['agents.serves']), 12);
    expect(others(alone).commission.every((share) => share === 0)).toBe(true);
  });

  test('on any revenue is share times revenue, channel by channel', () => {
    const now = offer();
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { minLength: channelIds.length, maxLength: channelIds.length }), (revenue) => {
        const due = p['market.commission'] * revenue[market]! + p['agents.commission'] * revenue[agents]!;
        expect(commissionOn(revenue, now)).toBeCloseTo(due, 3);
      }),
    );
  });
});

describe('The marketplace', () => {
  test('left, loses most who prefer it, fewer of those on the own list, and strangers too', () => {
    expect(others().sales[market]).toBe(1);
    const left = others(alone).sales[market]!;
    const listed = others({ ...alone, 'onl.own': 'benefit', 'onl.spend': 100 }).sales[market]!;
    expect(left).toBeCloseTo(1 - p['market.left'], 12);
    expect(listed).toBeCloseTo(1 - p['market.left'] * (1 - p['own.kept']), 12);
    const reach = (patch: Patch): number => offer(patch).segments[0]!.acquisition;
    expect(reach({ 'chn.sell': channelIds.filter((id) => id !== 'marketplace') }) / reach({})).toBeCloseTo(
      1 - 0.3 * p['market.strangers'],
      12,
    );
  });

  test('compares prices, and no other channel does', () => {
    expect(others().compared).toEqual(channelIds.map((id) => (id === 'marketplace' ? p['market.compared'] : 0)));
  });

  test('names nobody, asks nobody and notes nothing for the firm, but who has a reason to join its list', () => {
    const told = (patch: Patch) => {
      const { firm, plan } = settled(patch);
      return toldByOthers(firm, plan, withOthers, { identify: 0.2 }, p)!;
    };
    expect(told({})[market]).toEqual({ identify: 0, share: 0 });
    expect(told({ 'biz.partner': 'share' })[market]).toEqual({ identify: 0, share: 0 });
    const listed = told({ 'onl.own': 'benefit', 'onl.spend': 50 })[market]!;
    expect(listed.identify).toBeCloseTo(0.5 * p['own.benefit'], 12);
    expect(listed.share).toBeCloseTo(0.5 * p['own.kept'], 12);
    // Whoever buys from the firm itself is met as anybody else.
    expect(told(alone)).toEqual(channelIds.map(() => null));
  });

  test('closed to the firm, sells less to those who are not on its own list; the firm that sells elsewhere does not feel it', () => {
    const locked = (patch: Patch): number => {
      const { firm, plan } = settled(patch);
      const usual = offer(patch);
      const shut = underPlatformChange(usual, firm, plan, [{ id: 'lock', kind: 'platformChange', quarter: 3 }], p);
      expect(underPlatformChange(usual, firm, plan, [{ id: 'wave', kind: 'serviceWave', quarter: 3 }], p)).toBe(usual);
      return shut.channels!.others!.sales[market]! / usual.channels!.others!.sales[market]!;
    };
    expect(locked({})).toBeCloseTo(1 - p['market.locked'], 12);
    expect(locked({ 'onl.own': 'benefit', 'onl.spend': 100 })).toBeCloseTo(1 - p['market.locked'] * (1 - p['own.kept']), 12);
    expect(locked(alone)).toBe(1);
  });
});

describe('Agents', () => {
  test('sell less of a firm whose web undercuts them, not of one that keeps to the band or sells nothing online', () => {
    expect(others().sales[agents]).toBe(1);
    expect(others({ 'chn.band': 'b0' }).sales[agents]).toBe(1);
    expect(others({ 'chn.band': 'b12' }).sales[agents]).toBeCloseTo(1 - 7 * p['agents.undercut'], 12);
    expect(others({ 'chn.band': 'b12', 'chn.sell': ['branch', 'agents'] }).sales[agents]).toBe(1);
  });

  test('sell less the more they have cooled, and no more than usual for warmth', () => {
    const at = (goodwill: number): number => others({}, goodwill).sales[agents]!;
    expect(at(90)).toBe(1);
    expect(at(30)).toBeCloseTo(1 - p['agents.cool'] / 2, 12);
    expect(at(0)).toBeCloseTo(1 - p['agents.cool'], 12);
  });

  test('cool by what undercuts them, and come round slowly where nothing does, to the usual and no further', () => {
    const after = (patch: Patch, goodwill: number): number => {
      const { firm, plan } = settled(patch, goodwill);
      return goodwillAfter(firm, spec, plan, p)['brokers']!;
    };
    expect(after({ 'chn.band': 'b12' }, 60)).toBeCloseTo(60 - 7 * p['agents.goodwill'], 12);
    expect([after({}, 40), after({}, 59.5), after({}, 60), after({}, 80)]).toEqual([40 + p['agents.heal'], 60, 60, 80]);
    const { firm, plan } = settled({ 'chn.band': 'b12' });
    expect(goodwillAfter(firm, bank, plan, p)).toBe(firm.conflict.goodwill);
  });

  test('shut out, take half of their customers with them, fewer where they have shared their data', () => {
    expect(others(alone).sales[agents]).toBeCloseTo(1 - p['agents.left'], 12);
    expect(others({ ...alone, 'biz.partner': 'share' }).sales[agents]).toBeCloseTo(1 - p['agents.left'] * (1 - p['agents.follow']), 12);
  });

  test('pass on what a contract needs, and all where data are shared', () => {
    const told = (patch: Patch) => {
      const { firm, plan } = settled(patch);
      return toldByOthers(firm, plan, withOthers, { identify: 0.2 }, p)![agents];
    };
    expect(told({})).toEqual({ identify: 0.2 * p['agents.told'], share: p['agents.told'] });
    expect(told({ 'biz.partner': 'reach' })).toEqual(told({}));
    expect(told({ 'biz.partner': 'share' })).toEqual({ identify: 0.2, share: 1 });
  });

  test('lose the context at a hand-over to the firm more often than its own people do', () => {
    expect(others().contextLoss).toEqual(channelIds.map((id) => (id === 'agents' ? p['agents.contextLoss'] : 0)));
  });
});
