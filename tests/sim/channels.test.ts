import { describe, expect, test } from 'vitest';
import { channelAt, CHANNEL_ROW, inChannel } from '../../src/sim/channelLog.ts';
import { channelIds } from '../../src/sim/market.ts';
import type { ChannelTreatment, CompanyOffer, SegmentOffer } from '../../src/sim/offer.ts';
import { consentFor, consentState } from '../../src/sim/records/records.ts';
import { platformLost } from '../../src/sim/records/shocks.ts';
import { WORD } from '../../src/sim/truth/columns.ts';
import { marketSpec, plainOffer } from './markets.ts';
import { overAll, plainActions, plainRecords, playGame, rightRecords, type Played } from './playing.ts';

const channel = (id: (typeof channelIds)[number]): number => channelIds.indexOf(id);
const alike: ChannelTreatment = { synced: 0, extra: [0, 0, 0, 0, 0, 0], answers: [0, 1, 2, 3, 4, 5], logged: 1 };
const all = 63;

/** Four quarters of a firm with records whose staff call often and know little. */
function played(channels: ChannelTreatment | undefined, own: Partial<CompanyOffer> = {}, segment: Partial<SegmentOffer> = {}): Played {
  const offer = (treatment: ChannelTreatment | undefined): CompanyOffer =>
    plainOffer(
      { capacity: 1e6, usable: null, adoption: 0.6, rollout: 0.3, contextLoss: 0.5, ...own, ...(treatment && { channels: treatment }) },
      segment,
    );
  const rival = plainOffer({ capacity: 1e6 });
  return playGame({
    spec: marketSpec(),
    offers: (quarter) => [offer(quarter === 0 ? undefined : channels), rival, rival, rival],
    people: 4000,
    quarters: 4,
    records: plainRecords,
    actions: plainActions,
  });
}

/** Mean satisfaction of those who were customers at the start and prefer one of the channels. */
function satisfaction({ market, own }: Played, prefer: (channel: number) => boolean): number {
  const some = own.filter((i) => prefer(market.columns.channel[i]!));
  return some.reduce((sum, i) => sum + market.columns.satisfaction[i]! / WORD, 0) / some.length;
}
const everywhere = (): boolean => true;

const apart = played(alike);
const together = played({ ...alike, synced: all });

describe('Channels that share context', () => {
  test('all of them together lose none at a hand-over, and nobody tells it twice', () => {
    expect(overAll(apart, 'lost')).toBeGreaterThan(100);
    expect(overAll(apart, 'saved')).toBe(0);
    expect(overAll(together, 'lost')).toBe(0);
    expect(overAll(together, 'toldAgain')).toBe(0);
    expect(overAll(together, 'saved')).toBeGreaterThan(100);
  });

  test('keep it only at a hand-over to another that shares: one alone keeps less than all', () => {
    const one = played({ ...alike, synced: 1 << channel('phone') });
    const two = played({ ...alike, synced: (1 << channel('phone')) | (1 << channel('branch')) });
    expect(overAll(one, 'saved')).toBeGreaterThan(0);
    expect(overAll(two, 'saved')).toBeGreaterThan(overAll(one, 'saved'));
    expect(overAll(together, 'saved')).toBeGreaterThan(overAll(two, 'saved'));
    expect(inChannel(one.channels[0]!, channel('branch'), 'saved')).toBe(0);
  });

  test('please customers more and give them no second number', () => {
    expect(satisfaction(together, everywhere)).toBeGreaterThan(satisfaction(apart, everywhere));
    expect(together.records!.duplicateRows).toBeLessThan(apart.records!.duplicateRows);
  });

  test('get more right the first time where the view is full than where it is partial', () => {
    const rate = (of: Played, right: 'fullRight' | 'partialRight', view: 'full' | 'partial'): number =>
      overAll(of, right) / overAll(of, view);
    expect(rate(apart, 'fullRight', 'full')).toBeGreaterThan(rate(apart, 'partialRight', 'partial') + 0.02);
  });

  test('context is lost at hand-overs as often as the offer says, among customers whom no record follows', () => {
    const handOvers = overAll(played({ ...alike, synced: all }), 'saved');
    expect(overAll(apart, 'lost') / handOvers).toBeGreaterThan(0.42);
    expect(overAll(apart, 'lost') / handOvers).toBeLessThan(0.58);
  });
});

describe('Channels without a word said about them', () => {
  test('do to no customer anything that channels all alike would not do, bit for bit', () => {
    const silent = played(undefined);
    for (const name of ['satisfaction', 'relationship', 'expectation', 'supplier', 'contribution'] as const) {
      expect(Buffer.from(silent.market.columns[name].buffer).equals(Buffer.from(apart.market.columns[name].buffer)), name).toBe(true);
    }
    expect(silent.channels).toEqual(apart.channels);
  });

  test('hold every service contact once: with a full or with a partial view', () => {
    for (const log of apart.channels) {
      channelIds.forEach((_, place) => {
        const row = place * CHANNEL_ROW;
        expect(log[row + channelAt.full]! + log[row + channelAt.partial]!).toBe(log[row + channelAt.calls]!);
        expect(log[row + channelAt.loggedCalls]!).toBe(log[row + channelAt.calls]!);
      });
    }
  });
});

describe('Roles of channels', () => {
  const shut = { ...alike, answers: [channel('phone'), 1, 2, 3, 4, 5], extra: [-0.04, 0, 0, 0, 0, 0] };
  const branchShut = played(shut);

  test('send the calls of a channel that does not serve to the one that answers for it', () => {
    expect(inChannel(apart.channels[0]!, channel('branch'), 'calls')).toBeGreaterThan(0);
    expect(inChannel(branchShut.channels[0]!, channel('branch'), 'calls')).toBe(0);
    expect(overAll(branchShut, 'wanted')).toBeLessThan(overAll(branchShut, 'calls'));
    expect(overAll(apart, 'wanted')).toBe(overAll(apart, 'calls'));
  });

  test('are felt by those who prefer the channel and by nobody else', () => {
    const branch = (of: number): boolean => of === channel('branch');
    expect(satisfaction(branchShut, branch)).toBeLessThan(satisfaction(apart, branch) - 0.01);
    expect(satisfaction(branchShut, (of) => !branch(of))).toBeCloseTo(
      satisfaction(apart, (of) => !branch(of)),
      2,
    );
  });

  test('leave part of the contacts unwritten where nobody sees to the log', () => {
    const half = played({ ...alike, logged: 0.5 });
    expect(overAll(half, 'loggedCalls') / overAll(half, 'calls')).toBeGreaterThan(0.45);
    expect(overAll(half, 'loggedCalls') / overAll(half, 'calls')).toBeLessThan(0.55);
    expect(overAll(half, 'lost')).toBe(overAll(apart, 'lost'));
  });
});

describe('E-mails of the firm', () => {
  test('go to those on file who gave or are taken to have given consent to offers, each contact once at most', () => {
    expect(overAll(apart, 'sent')).toBeGreaterThan(0);
    expect(overAll(apart, 'sent')).toBeLessThan(overAll(apart, 'contacts'));
    expect(overAll(apart, 'opened')).toBeLessThan(overAll(apart, 'sent'));
    expect(overAll(apart, 'clicked')).toBeLessThan(overAll(apart, 'opened'));
    expect(overAll(apart, 'bought')).toBeLessThanOrEqual(overAll(apart, 'clicked'));
    expect(overAll(played(alike, {}, { contacts: 0 }), 'sent')).toBe(0);
  });

  test('whoever leaves the list keeps consent to be served, and gets no more of them', () => {
    const often = playGame({
      spec: marketSpec({ parameters: { 'online.unsubscribed': 0.4 } }),
      offers: () => Array.from({ length: 4 }, () => plainOffer({ capacity: 1e6, usable: null })),
      people: 2000,
      quarters: 4,
      records: { ...plainRecords, consent: 1 },
      actions: { ...plainActions, consentAsk: 0 },
    });
    expect(inChannel(often.channels[3]!, channel('email'), 'sent')).toBeLessThan(
      0.5 * inChannel(often.channels[0]!, channel('email'), 'sent'),
    );
    const left = Array.from(often.records!.held, (_, i) => i).filter((i) => consentFor(often.records!, i, 1) === consentState.withdrawn);
    expect(left.length).toBeGreaterThan(50);
    expect(left.some((i) => consentFor(often.records!, i, 0) !== consentState.withdrawn)).toBe(true);
  });

  test('are opened more when they fit by the right record, less when there are too many', () => {
    const opened = (of: Played): number => overAll(of, 'opened') / overAll(of, 'sent');
    const records = { usable: null, adoption: 1, rollout: 1 };
    expect(opened(played(alike, records, { grain: 1 }))).toBeGreaterThan(opened(played(alike, records, { grain: 0 })) + 0.01);
    expect(opened(played(alike, {}, { contacts: 9 }))).toBeLessThan(opened(apart) - 0.02);
  });
});

describe('A platform that closes its list', () => {
  test('takes the web silo of all, but for those on the firm’s own list', () => {
    const kept = (held: number): number => {
      const records = rightRecords(4000);
      platformLost(records, 2, 4000, held, 1);
      return Array.from(records.joined).filter((bits) => (bits & 4) !== 0).length / 4000;
    };
    expect(kept(0)).toBe(0);
    expect(kept(0.5)).toBeCloseTo(0.5, 1);
    expect(kept(1)).toBe(1);
  });
});
