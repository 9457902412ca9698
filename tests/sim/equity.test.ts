import { describe, expect, test } from 'vitest';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { USUAL_SERVICE } from '../../src/sim/truth/columns.ts';
import { jeopardyOf } from '../../src/sim/truth/context.ts';
import { lifetimeFactor } from '../../src/sim/truth/formulas.ts';
import { ExpectedExit, failingOf } from '../../src/sim/truth/expectedExit.ts';
import { customerEquity } from '../../src/sim/truth/equity.ts';
import { T, TREATMENT_ROW } from '../../src/sim/truth/treatment.ts';
import type { Market } from '../../src/sim/truth/market.ts';
import { companyIds, marketSpec, plainOffer, segmentSpec } from './markets.ts';
import { counted, plainRecords, playGame, startGame } from './playing.ts';

const segments = [segmentSpec('families', 600), segmentSpec('firms', 400, { privacyConcern: 0.8, serviceContacts: 2 })];
// Everybody feels as at the start, so that the chance of staying is the drawn one.
const parameters = {
  'experience.spread': 0,
  'leaving.relationship': 0,
  'leaving.satisfaction': 0,
  'leaving.convexity': 0,
  'purchase.satisfactionLift': 0,
};
const offers: CompanyOffer[] = companyIds.map(() => plainOffer({ capacity: 1e9 }));
const spec = marketSpec({ segments, parameters });
const none = companyIds.map(() => null);

/** The sum of the definition: margin of a quarter less service, contacts and remedies, over the quarters in which the customer is still there. */
function byHand(market: Market, offer: CompanyOffer, segment: number): number {
  const { columns, people } = market;
  let sum = 0;
  for (let i = 0; i < people; i += 1) {
    if (columns.supplier[i] !== 0 || columns.segment[i] !== segment) continue;
    const margin = columns.rate[i] * columns.spend[i] * (offer.price - offer.unitCost);
    const calls = (segments[segment].serviceContacts * columns.service[i]) / USUAL_SERVICE;
    const care = calls * offer.serviceCost + offer.segments[segment].contacts * offer.contactCost;
    const calm = columns.leavingBase[i] * jeopardyOf(market)[segment] * market.reference[segment * TREATMENT_ROW + T.calm];
    // A failure of the usual rate may come in any quarter.
    const exits = new ExpectedExit(offer, segments[segment].complaintPropensity, market.parameters);
    const failing = failingOf(offer, calls);
    const keep = 1 - ((1 - failing) * calm + failing * exits.of(calm));
    const remedies = failingOf(offer, segments[segment].serviceContacts) * exits.remedy * columns.spend[i];
    sum += (margin - care - remedies) * lifetimeFactor(keep, market.parameters);
  }
  return sum;
}

describe('Customer equity', () => {
  const { market } = startGame({ spec, offers: () => offers, people: 3000, quarters: 4 });

  test.each([0, 1])('of segment %i is the discounted margin of its customers after service, contacts and remedies', (segment) => {
    const equity = customerEquity(market, offers, none, 0, 0)[segment];
    expect(equity / byHand(market, offers[0], segment)).toBeCloseTo(1, 3);
  });

  test.each([
    ['a dearer product to make', { unitCost: 0.65 }],
    ['dearer service', { serviceCost: 6 }],
    ['dearer contacts', { contactCost: 2 }],
  ])('falls by %s as the definition says', (_, change) => {
    const changed = offers.map((offer, k) => (k === 0 ? { ...offer, ...change } : offer));
    const equity = customerEquity(market, changed, none, 0, 0);
    expect(equity[0]).toBeLessThan(customerEquity(market, offers, none, 0, 0)[0]);
    expect(equity[0] / byHand(market, changed[0], 0)).toBeCloseTo(1, 3);
  });

  test('of a company is close to what its customers bring when the future is played out', () => {
    const quarters = 20;
    const still = { ...parameters, 'acquisition.referral': 0, 'wordOfMouth.brand': 0, 'experience.noise': 0, 'complaint.exit': 0 };
    const game = {
      spec: marketSpec({ segments, parameters: { ...still, 'equity.discount': 0 } }),
      offers: () => offers,
      people: 3000,
      quarters,
    };
    const promised = customerEquity(startGame(game).market, offers, none, 0, 0).reduce((sum, own) => sum + own, 0);
    const played = playGame(game, true);
    const gainedLater = counted(played, 'gained');
    expect(gainedLater).toBeGreaterThan(0);
    // What the customers of the start bring: all contribution, less the share of those who came later.
    let ofStart = 0;
    let ofAll = 0;
    for (let quarter = 1; quarter <= quarters; quarter += 1) {
      const { supplier, rate, spend } = played.after[quarter];
      for (let i = 0; i < 3000; i += 1) {
        if (supplier[i] !== 0) continue;
        ofAll += rate[i] * spend[i];
        if (played.after[0].supplier[i] === 0) ofStart += rate[i] * spend[i];
      }
    }
    const brought = (counted(played, 'contribution') * ofStart) / ofAll;
    expect(Math.abs(brought / promised - 1)).toBeLessThan(0.1);
  });
});

test('consent is withdrawn more by those with more privacy concern, when contacted beyond what they tolerate', () => {
  const intrusive = companyIds.map(() => plainOffer({ capacity: 1e9 }, { contacts: 8 }));
  const two = [segmentSpec('calm', 500, { privacyConcern: 0.1 }), segmentSpec('concerned', 500, { privacyConcern: 0.65 })];
  const played = playGame({
    spec: marketSpec({ segments: two }),
    offers: () => intrusive,
    people: 6000,
    quarters: 1,
    records: plainRecords,
  });
  const [calm, concerned] = [0, 1].map((s) => {
    const columns = played.market.columns.segment;
    return played.own.filter((i) => columns[i] === s).length;
  });
  const all = counted(played, 'consentWithdrawn');
  const calmOnly = counted(
    playGame({
      spec: marketSpec({ segments: [two[0], { ...two[1], privacyConcern: 0.1 }] }),
      offers: () => intrusive,
      people: 6000,
      quarters: 1,
      records: plainRecords,
    }),
    'consentWithdrawn',
  );
  expect(Math.abs(calm / concerned - 1)).toBeLessThan(0.2);
  expect(all).toBeGreaterThan(1.15 * calmOnly);
});
