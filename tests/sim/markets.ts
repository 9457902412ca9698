/** Small markets for the tests: plain numbers, nobody acting unless a test says so. */

import type { MarketSpec, SegmentSpec } from '../../src/sim/market.ts';
import type { CompanyOffer, SegmentOffer } from '../../src/sim/offer.ts';

export const companyIds = ['own', 'cheap', 'fine', 'near'] as const;

export function segmentSpec(id: string, share: number, own: Partial<SegmentSpec> = {}): SegmentSpec {
  return {
    id,
    share,
    needs: { price: 250, quality: 250, service: 200, convenience: 150, attention: 150 },
    rate: { mean: 3, shape: 1.5 },
    spend: { mean: 20, p: 6, q: 4 },
    leaving: { alpha: 1.2, beta: 38 },
    suppliers: { own: 350, cheap: 250, fine: 200, near: 150 },
    polarisation: 1.3,
    serviceContacts: 0.8,
    toleratedContacts: 3,
    privacyConcern: 0.4,
    complaintPropensity: 0.4,
    reach: 0.5,
    switchingCost: 0.4,
    expectation: 0.5,
    satisfaction: 0.7,
    channels: { branch: 500, phone: 200, web: 300 },
    entrants: 20,
    ...own,
  };
}

export function marketSpec(own: Partial<MarketSpec> = {}): MarketSpec {
  return {
    relation: 'contractual',
    people: 4000,
    represents: 10,
    season: [1, 1, 1, 1],
    segments: [segmentSpec('families', 600), segmentSpec('firms', 400, { rate: { mean: 6, shape: 1 }, spend: { mean: 60, p: 6, q: 3 } })],
    ...own,
  };
}

export const plainSegmentOffer: SegmentOffer = { contacts: 2, grain: 0, acquisition: 5, retention: 1, depth: 0, priority: 1 };

/** An offer that is the market's middle. */
export function plainOffer(own: Partial<CompanyOffer> = {}, segment: Partial<SegmentOffer> = {}, segments = 2): CompanyOffer {
  return {
    price: 1,
    quality: 0.6,
    convenience: 0.5,
    brand: 0.5,
    promise: 0,
    failureRate: 0.02,
    capacity: 1500,
    care: 0.4,
    tie: 0.05,
    usable: 0.2,
    adoption: 0.5,
    rollout: 0,
    contextLoss: 0.3,
    unitCost: 0.55,
    serviceCost: 2,
    contactCost: 0.3,
    complaint: { ease: 0.5, hours: 48, remedy: 0.4, authority: 0.4, empathy: 0.5, apology: 0.5, explanation: 0.3 },
    classes: null,
    segments: Array.from({ length: segments }, () => ({ ...plainSegmentOffer, ...segment })),
    ...own,
  };
}
