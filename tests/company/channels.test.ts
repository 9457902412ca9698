import { describe, expect, test } from 'vitest';
import { channelsInUse, channelTreatment, heldByOwnList, joinsOwnList, loggedShare } from '../../src/company/channels.ts';
import { tensionsOf } from '../../src/company/conflict/tensions.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { planCosts } from '../../src/company/costs.ts';
import type { FirmState } from '../../src/company/firm.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { offerOf, recordActionsOf, startFirm } from '../../src/company/quarter.ts';
import { channelIds } from '../../src/sim/market.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { bank, expectedContacts, open, planWith, realPeople, segments, usualPlan } from './fixtures.ts';

type Patch = Partial<QuarterPlan>;
const index = (id: (typeof channelIds)[number]): number => channelIds.indexOf(id);

/** A firm in whose third quarter a plan has been in force all the time. */
function settled(patch: Patch, firm: Partial<FirmState> = {}): { firm: FirmState; plan: QuarterPlan } {
  const plan = planWith(patch);
  const started: FirmState = { ...startFirm(bank, plan), lastPlan: plan, earlierPlans: [plan, plan], ...firm };
  const { firm: opened, plan: held } = open(started, plan, 3);
  return { firm: opened, plan: held };
}
function offer(patch: Patch, state: Partial<FirmState> = {}): CompanyOffer {
  const { firm, plan } = settled(patch, state);
  return offerOf(firm, bank, plan, segments, expectedContacts, realPeople);
}
const usual = offer({});

describe('Roles of channels', () => {
  test('leave the usual plan as it was: every channel serves and sells, none shares, prices and costs stand', () => {
    expect(usual.channels).toEqual({
      synced: 0,
      extra: channelIds.map(() => 0),
      answers: channelIds.map((_, place) => place),
      logged: p['channel.logged'],
    });
    expect(channelsInUse(segments)).toEqual(['branch', 'phone']);
  });

  test('send those who are not served to the nearest channel that serves, who mind it, and cost what it costs there', () => {
    const byPhone = offer({ 'chn.serve': ['phone', 'web'] });
    expect(byPhone.channels!.answers[index('branch')]).toBe(index('phone'));
    expect(byPhone.channels!.extra[index('branch')]).toBeCloseTo(-p['channel.notServed'], 12);
    expect(byPhone.channels!.extra[index('phone')]).toBe(0);
    // Six in ten come to the branch: all at the cost of a call, over the mix.
    expect(byPhone.serviceCost / usual.serviceCost).toBeCloseTo(1 / (0.6 * p['channel.cost.branch'] + 0.4), 12);
  });

  test('keep away those who cannot buy where they prefer', () => {
    const noBranch = offer({ 'chn.sell': ['phone'] });
    expect(noBranch.channels!.extra[index('branch')]).toBeCloseTo(-p['channel.notSold'], 12);
    noBranch.segments.forEach(({ acquisition }, s) => {
      expect(acquisition / usual.segments[s]!.acquisition).toBeCloseTo(1 - 0.6 * p['channel.notSoldReach'], 12);
    });
  });

  test('a list without any channel of the market is no decision', () => {
    expect(offer({ 'chn.serve': [], 'chn.sell': ['web'] }).channels).toEqual(usual.channels);
  });

  test('a wider band makes the web cheaper for its customers, hurts those at the counter and angers partners; none calms them', () => {
    const onWeb = segments.map((segment) => ({ ...segment, channels: { branch: 500, web: 500 } }));
    const at = (band: QuarterPlan['chn.band']): CompanyOffer => {
      const { firm, plan } = settled({ 'chn.band': band });
      return offerOf(firm, bank, plan, onWeb, expectedContacts, realPeople);
    };
    const [none, five, twelve] = [at('b0'), at('b5'), at('b12')];
    expect(twelve.price).toBeLessThan(five.price);
    expect(none.price).toBeGreaterThan(five.price);
    expect(twelve.channels!.extra[index('branch')]).toBeLessThan(0);
    expect(twelve.channels!.extra[index('web')]).toBeGreaterThan(0);
    const tension = (patch: Patch): number => {
      const { firm, plan } = settled(patch);
      return tensionsOf(firm, plan, [{ id: 'dealer', kind: 'multichannel' }], 0.9, p).at(-1)!.points;
    };
    expect(tension({ 'chn.band': 'b12' })).toBeCloseTo(tension({}) + 7 * p['dispute.price'], 9);
    expect(tension({ 'chn.band': 'b0', 'biz.price': -10 })).toBeCloseTo(tension({ 'biz.price': -10 }) - 5 * p['dispute.price'], 9);
    expect(tension({ 'chn.sell': ['branch', 'phone'] })).toBeLessThan(tension({}));
  });

  test('cost half a unit a channel, three units at most, in the quarter of the change alone', () => {
    const cost = (patch: Patch): number =>
      planCosts(planWith(patch), startFirm(bank, usualPlan), bank).lines.find(({ card }) => card === 'chn.role')?.units ?? 0;
    expect([cost({}), cost({ 'chn.serve': ['phone'] }), cost({ 'chn.serve': ['phone'], 'chn.sell': [] })]).toEqual([0, 2.5, 3]);
    const changed = planWith({ 'chn.serve': ['phone'] });
    expect(planCosts(changed, startFirm(bank, changed), bank).lines.some(({ card }) => card === 'chn.role')).toBe(false);
  });
});

describe('Sharing context', () => {
  const patch: Patch = { 'chn.sync': ['branch', 'phone'], 'dat.store': 'mart' };

  test('works through a common store, and not by a notebook', () => {
    expect(offer(patch, { store: 'mart' }).channels!.synced).toBe((1 << index('branch')) | (1 << index('phone')));
    expect(offer(patch, { store: 'notebook' }).channels!.synced).toBe(0);
  });

  test('works two quarters after it was decided', () => {
    const plan = planWith(patch);
    const synced = (lastPlan: QuarterPlan, earlier: QuarterPlan): number => {
      const firm: FirmState = { ...startFirm(bank, usualPlan), store: 'mart', lastPlan, earlierPlans: [earlier, earlier] };
      return channelTreatment(firm, plan, segments, p).synced;
    };
    expect(synced(plan, usualPlan)).toBe(0);
    expect(synced(plan, plan)).toBeGreaterThan(0);
  });

  test('is paid once a channel, and kept up', () => {
    const cost = (last: QuarterPlan): number =>
      planCosts(planWith(patch), { ...startFirm(bank, last), lastPlan: last }, bank).lines.find(({ card }) => card === 'chn.sync')!.units;
    expect(cost(usualPlan)).toBeCloseTo(2 * (p['price.sync'] + p['price.syncUpkeep']), 12);
    expect(cost(planWith(patch))).toBeCloseTo(2 * p['price.syncUpkeep'], 12);
  });
});

describe('An owner of the log', () => {
  test('has nearly every contact written down, and more of what was said', () => {
    const [without, withOwner] = [settled({}), settled({ 'svc.log': 'yes' })];
    expect(loggedShare(withOwner.firm, withOwner.plan, p)).toBeGreaterThan(loggedShare(without.firm, without.plan, p) + 0.2);
    expect(recordActionsOf(withOwner.firm, bank, withOwner.plan).capture).toBeGreaterThan(
      recordActionsOf(without.firm, bank, without.plan).capture,
    );
  });
});

describe('The own list', () => {
  test('is joined for a reason, more for a benefit than for content, and by the money spent on it', () => {
    const joins = (patch: Patch): number => {
      const { firm, plan } = settled(patch);
      return joinsOwnList(firm, plan, p);
    };
    expect(joins({ 'onl.spend': 100 })).toBe(0);
    expect(joins({ 'onl.own': 'benefit' })).toBeCloseTo(0.2 * p['own.benefit'], 12);
    expect(joins({ 'onl.own': 'benefit', 'onl.spend': 100 })).toBe(p['own.benefit']);
    expect(joins({ 'onl.own': 'content', 'onl.spend': 100 })).toBeLessThan(p['own.benefit']);
    const identify = (patch: Patch): number => {
      const { firm, plan } = settled(patch);
      return recordActionsOf(firm, bank, plan).identify;
    };
    expect(identify({ 'onl.own': 'benefit' })).toBeGreaterThan(identify({}));
  });

  test('holds customers whom no platform can take, and takes money from reach', () => {
    const held = (patch: Patch): number => {
      const { firm, plan } = settled(patch);
      return heldByOwnList(firm, plan, p);
    };
    expect([held({}), held({ 'onl.spend': 100 }), held({ 'onl.own': 'content', 'onl.spend': 100 })]).toEqual([0, 0, p['own.kept']]);
    expect(offer({ 'onl.spend': 100 }).segments[0]!.acquisition).toBeLessThan(usual.segments[0]!.acquisition);
  });
});
