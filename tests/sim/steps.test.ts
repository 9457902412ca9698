import { describe, expect, test } from 'vitest';
import { relations, type Relation } from '../../src/sim/market.ts';
import type { CompanyOffer, SegmentOffer } from '../../src/sim/offer.ts';
import { campaignParameters } from '../../src/sim/campaignParameters.ts';
import { parameterIds, parameters, type MarketStep, type ParameterId } from '../../src/sim/parameters.ts';
import { listOwn } from '../../src/sim/records/own.ts';
import { measureQuality } from '../../src/sim/records/quality.ts';
import { WORD } from '../../src/sim/truth/columns.ts';
import { customerEquity } from '../../src/sim/truth/equity.ts';
import { NEEDS } from '../../src/sim/truth/needProfiles.ts';
import { surveySatisfaction, type SurveyResult } from '../../src/sim/truth/survey.ts';
import { companyIds, marketSpec, plainOffer } from './markets.ts';
import { counted, overAll, plainActions, plainRecords, playGame, usefulFields, type Played } from './playing.ts';
import { turns } from '../turns.ts';

const PEOPLE = 1200;
const QUARTERS = 4;

interface Situation {
  /** What the own company is like from the start. */
  start?: Partial<CompanyOffer>;
  /** What the own company changes after the start, in its offer and in that of each segment. */
  own?: Partial<CompanyOffer>;
  segment?: Partial<SegmentOffer>;
  /** What all rivals change. */
  rivals?: Partial<CompanyOffer>;
  rivalSegment?: Partial<SegmentOffer>;
  /** Parameters without which others do nothing. */
  besides?: Partial<Record<ParameterId, number>>;
}

const careful = { ease: 0.8, hours: 4, remedy: 1, authority: 1, empathy: 1, apology: 1, explanation: 1 };
const careless = { ease: 0.5, hours: 300, remedy: 0, authority: 0, empathy: 0, apology: 0, explanation: 0 };
const situations = {
  steady: {},
  better: { own: { quality: 0.9 } },
  worse: { own: { quality: 0.4 } },
  dearer: { own: { price: 1.2 } },
  'better known': { own: { brand: 0.9 } },
  'promising more': { own: { promise: 0.1 } },
  'more in touch': { segment: { contacts: 3 } },
  intrusive: { segment: { contacts: 7 } },
  personal: { own: { adoption: 1, rollout: 1 }, segment: { grain: 0.75 } },
  advertising: { segment: { acquisition: 60 } },
  caring: { segment: { depth: 2, retention: 8 } },
  neglecting: { own: { care: 0.05, tie: 0 } },
  busy: { start: { capacity: 800 } },
  crowded: { start: { capacity: 1200 }, own: { capacity: 600 } },
  failing: { own: { failureRate: 0.4 } },
  'mending at once': { own: { failureRate: 0.4, complaint: careful } },
  'making good': { start: { failureRate: 0.3 }, own: { complaint: careful } },
  'failing where harmony is wanted': { own: { failureRate: 0.4 }, besides: { 'complaint.harmony': 0.8 } },
  'looking into the cause': { own: { failureRate: 0.4, complaint: { ...careful, hours: 90, byFault: true } } },
  overpaying: { own: { failureRate: 0.4, complaint: { ...careful, remedy: 1.3 } } },
  'asking after': { own: { failureRate: 0.4, complaint: { ...careful, hours: 96, follow: 1 } } },
  'brushing off': { start: { failureRate: 0.3 }, own: { complaint: careless } },
  'sharing at the branch': { own: { channels: { synced: 1, extra: [0, 0, 0, 0, 0, 0], answers: [0, 1, 2, 3, 4, 5], logged: 1 } } },
  easier: { own: { convenience: 0.9 } },
  'facing better rivals': { rivals: { quality: 0.85 } },
  'facing louder rivals': { rivalSegment: { acquisition: 80 } },
} satisfies Record<string, Situation>;
type SituationId = keyof typeof situations;

function play(relation: Relation, situation: Situation, parametersSet: Partial<Record<ParameterId, number>>): Played {
  const first: Partial<CompanyOffer> = { capacity: 1e6, usable: null, adoption: 0.6, rollout: 0.6, ...situation.start };
  const start = plainOffer(first);
  const own = plainOffer({ ...first, ...situation.own }, situation.segment);
  const rivalStart = plainOffer({ capacity: 1e6 });
  const rival = plainOffer({ capacity: 1e6, ...situation.rivals }, situation.rivalSegment);
  return playGame({
    spec: marketSpec({ relation, parameters: { ...situation.besides, ...parametersSet } }),
    offers: (quarter) => (quarter === 0 ? [start, rivalStart, rivalStart, rivalStart] : [own, rival, rival, rival]),
    people: PEOPLE,
    quarters: QUARTERS,
    records: plainRecords,
    actions: plainActions,
  });
}

/** Mean and standard deviation of a feeling, 0-1, over those who were customers at the start: whoever left keeps the last one. */
function feeling(played: Played, id: 'satisfaction' | 'relationship'): { mean: number; deviation: number } {
  const values = played.own.map((i) => played.market.columns[id][i] / WORD);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length) };
}

function relationshipOfNew(played: Played): number {
  const { columns } = played.market;
  const start = new Set(played.own);
  const ties = Array.from(columns.active, (active, i) => ((active & 1) !== 0 && !start.has(i) ? columns.relationship[i] / WORD : -1));
  const own = ties.filter((tie) => tie >= 0);
  return own.reduce((sum, tie) => sum + tie, 0) / own.length;
}

function equity(played: Played): number {
  const offers = companyIds.map(() => plainOffer());
  return customerEquity(played.market, offers, [played.records, null, null, null], QUARTERS, 0).reduce((sum, own) => sum + own, 0);
}

function needSpread(played: Played): number {
  const { columns, needProfiles } = played.market;
  const shares = Array.from({ length: PEOPLE }, (_, i) => needProfiles[columns.kind[i] * NEEDS]);
  const mean = shares.reduce((sum, share) => sum + share, 0) / PEOPLE;
  return Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) * (share - mean), 0) / PEOPLE);
}

function rateOfKnown(played: Played): number {
  const known = Array.from(played.market.columns.rate).filter((_, i) => played.records!.held[i] !== 0);
  return known.reduce((sum, rate) => sum + rate, 0) / known.length;
}

/** Everybody the records know is asked. */
function asked(played: Played): SurveyResult {
  return surveySatisfaction(played.market, played.records!, 0, QUARTERS + 1, 1e9);
}

const ownOf = (played: Played): Int32Array => listOwn({ own: played.market.columns.active, ownBit: 1 });

const outcomes = {
  'customers won': (played: Played) => counted(played, 'gained'),
  'customers lost': (played: Played) => counted(played, 'lost'),
  'own customers': (played: Played) => counted(played, 'customers', 0, QUARTERS),
  'customers of all companies': (played: Played) => companyIds.reduce((sum, _, k) => sum + counted(played, 'customers', k, QUARTERS), 0),
  purchases: (played: Played) => counted(played, 'purchases'),
  satisfaction: (played: Played) => feeling(played, 'satisfaction').mean,
  'spread of satisfaction': (played: Played) => feeling(played, 'satisfaction').deviation,
  relationship: (played: Played) => feeling(played, 'relationship').mean,
  'relationship of new customers': relationshipOfNew,
  'customers won by word of mouth': (played: Played) => counted(played, 'referred'),
  'consent withdrawn': (played: Played) => counted(played, 'consentWithdrawn'),
  waiting: (played: Played) => played.waits.reduce((sum, share) => sum + share, 0),
  'context kept': (played: Played) => overAll(played, 'saved'),
  'e-mails opened': (played: Played) => overAll(played, 'opened'),
  'e-mails clicked': (played: Played) => overAll(played, 'clicked'),
  'lists left': (played: Played) => overAll(played, 'unsubscribed'),
  'baskets left': (played: Played) => overAll(played, 'abandoned'),
  'failures felt': (played: Played) => counted(played, 'felt'),
  complaints: (played: Played) => counted(played, 'voiced'),
  'claims without cause': (played: Played) => counted(played, 'claims'),
  contribution: (played: Played) => counted(played, 'contribution'),
  'complaints made good': (played: Played) => counted(played, 'recovered'),
  'silent exits': (played: Played) => counted(played, 'silentExits'),
  'reasons told': (played: Played) => counted(played, 'leftTold'),
  praise: (played: Played) => counted(played, 'praise'),
  blame: (played: Played) => counted(played, 'blame'),
  'brand equity by talk': (played: Played) => played.market.carry.brandShift[0],
  'spread of needs': needSpread,
  'linkage of records': (played: Played) => measureQuality(played.records!, ownOf(played), usefulFields, 4).linkage,
  'accuracy of records': (played: Played) =>
    measureQuality(played.records!, ownOf(played), usefulFields, played.market.parameters['records.maximumAge']).accuracy,
  'purchase rate of known customers': rateOfKnown,
  'customer equity': equity,
  'spread of answers': (played: Played) => asked(played).deviation,
  'who answers': (played: Played) => asked(played).n,
  'who ticks the lowest box': (played: Played) => asked(played).ratings[0],
  'who ticks the second box': (played: Played) => asked(played).ratings[1] + asked(played).ratings[0],
  'who ticks the third box': (played: Played) => asked(played).ratings[2],
  'who ticks the best box': (played: Played) => asked(played).ratings[4],
} satisfies Record<string, (played: Played) => number>;

type Row = [ParameterId, number, SituationId, keyof typeof outcomes, 'up' | 'down', (readonly Relation[])?];
const contract: readonly Relation[] = ['contractual'];
const repertoire: readonly Relation[] = ['repertoire'];

const rows: Record<MarketStep, Row[]> = {
  acquisition: [
    ['acquisition.ceiling', 0.8, 'steady', 'customers of all companies', 'up'],
    ['acquisition.steepness', 0.3, 'steady', 'customers of all companies', 'up'],
    ['acquisition.prospectResponse', 1, 'steady', 'customers of all companies', 'up'],
    ['acquisition.referral', 0.6, 'steady', 'customers won', 'up'],
    ['acquisition.referral', 0.6, 'steady', 'customers won by word of mouth', 'up'],
    ['acquisition.referredTie', 0.5, 'steady', 'relationship of new customers', 'up', contract],
    ['acquisition.newTie', 0.2, 'steady', 'relationship of new customers', 'down', contract],
    ['acquisition.memory', 0.9, 'advertising', 'customers won', 'down'],
    ['acquisition.poaching', 9, 'facing louder rivals', 'customers lost', 'up'],
  ],
  choice: [
    ['choice.value', 25, 'better', 'customers won', 'up', contract],
    ['choice.value', 25, 'better', 'purchases', 'up', repertoire],
    ['choice.brand', 8, 'better known', 'customers won', 'up', contract],
    ['choice.brand', 8, 'better known', 'purchases', 'up', repertoire],
    ['choice.relationship', 9, 'caring', 'purchases', 'up', repertoire],
    ['choice.promise', 25, 'promising more', 'customers won', 'up'],
    ['choice.satisfaction', 9, 'better', 'purchases', 'up', repertoire],
    ['choice.needSpread', 200, 'steady', 'spread of needs', 'down'],
    ['choice.priceSlope', 6, 'dearer', 'customers lost', 'up'],
    ['choice.priceSlope', 6, 'dearer', 'purchases', 'down', repertoire],
    ['choice.none', 4, 'steady', 'customers of all companies', 'down', contract],
    ['choice.considerWithoutReach', 1, 'advertising', 'customers won', 'down', contract],
  ],
  purchase: [
    ['purchase.priceElasticity', 2, 'dearer', 'purchases', 'down'],
    ['purchase.satisfactionLift', 1.8, 'better', 'purchases', 'up'],
  ],
  contact: [
    ['contact.response', 0.4, 'more in touch', 'purchases', 'up'],
    ['contact.fitLogit', 9, 'more in touch', 'purchases', 'up'],
    ['contact.withdrawal', 0.4, 'intrusive', 'consent withdrawn', 'up'],
    ['contact.annoyance', 0.4, 'intrusive', 'relationship', 'down'],
    ['contact.welcome', 0.1, 'more in touch', 'relationship', 'up'],
    ['contact.wrongBase', 0.9, 'personal', 'satisfaction', 'down'],
    ['contact.wrongGrain', 1, 'personal', 'satisfaction', 'down'],
    ['online.opened', 0.6, 'steady', 'e-mails opened', 'up'],
    ['online.clicked', 0.15, 'steady', 'e-mails clicked', 'up'],
    ['online.unsubscribed', 0.1, 'steady', 'lists left', 'up'],
    ['online.fit', 20, 'personal', 'e-mails opened', 'up'],
    ['online.fatigue', 2, 'intrusive', 'e-mails opened', 'down'],
    ['online.abandoned', 0.9, 'steady', 'baskets left', 'up'],
    ['online.abandonedConvenience', 15, 'easier', 'baskets left', 'down'],
    ['channel.other', 1, 'sharing at the branch', 'context kept', 'down'],
  ],
  experience: [
    ['experience.servers', 40, 'busy', 'waiting', 'down'],
    ['experience.promise', 4, 'busy', 'waiting', 'down'],
    ['experience.waitLoss', 0.9, 'crowded', 'satisfaction', 'down', contract],
    ['experience.contextLoss', 0.9, 'steady', 'satisfaction', 'down'],
    ['experience.quality', 3, 'better', 'satisfaction', 'up'],
    ['experience.quality', 3, 'worse', 'satisfaction', 'down'],
    ['experience.excess', 2, 'better', 'satisfaction', 'up'],
    ['experience.shortfall', 4, 'worse', 'satisfaction', 'down'],
    ['experience.anchorOld', 0.8, 'worse', 'satisfaction', 'down'],
    ['experience.anchorNew', 1, 'worse', 'satisfaction', 'down'],
    ['experience.noise', 0.4, 'steady', 'spread of satisfaction', 'up'],
    ['experience.spread', 0.3, 'steady', 'spread of satisfaction', 'up'],
    ['experience.expectationPace', 0.9, 'worse', 'satisfaction', 'up'],
    ['experience.tiePace', 0.9, 'caring', 'relationship', 'up'],
    ['experience.tieCare', 1.2, 'steady', 'relationship', 'up'],
    ['experience.tieDepth', 0.4, 'caring', 'relationship', 'up'],
    ['experience.tieRetention', 0.8, 'caring', 'relationship', 'up'],
    ['experience.retentionSteepness', 2, 'caring', 'relationship', 'up'],
  ],
  complaint: [
    ['complaint.severityShape', 1, 'failing', 'failures felt', 'up'],
    ['complaint.felt', 0.5, 'failing', 'failures felt', 'down'],
    ['complaint.voiceBase', -1, 'failing', 'complaints', 'up'],
    ['complaint.voiceSeverity', 9, 'failing', 'complaints', 'up'],
    ['complaint.voiceEase', 7, 'failing', 'complaints', 'up'],
    ['complaint.voicePropensity', 7, 'failing', 'complaints', 'up'],
    ['complaint.hurt', 1, 'failing', 'satisfaction', 'down'],
    ['complaint.justiceLogit', 0, 'making good', 'complaints made good', 'down'],
    ['complaint.justiceMiddle', 0, 'failing', 'complaints made good', 'up'],
    ['complaint.weightDistributive', 1, 'failing', 'complaints made good', 'up'],
    ['complaint.weightProcedural', 1, 'failing', 'complaints made good', 'up'],
    ['complaint.weightInteractional', 1, 'failing', 'complaints made good', 'up'],
    ['complaint.promiseHours', 900, 'failing', 'complaints made good', 'up'],
    ['complaint.doubleDeviation', 4, 'failing', 'satisfaction', 'down'],
    ['complaint.paradox', 0.2, 'making good', 'satisfaction', 'up'],
    ['complaint.repeat', 4, 'failing', 'complaints made good', 'down'],
    ['complaint.severityCeiling', 0.5, 'failing', 'satisfaction', 'up'],
    ['complaint.repeatHurt', 2, 'making good', 'satisfaction', 'down'],
    ['complaint.voiceRelief', 4, 'failing', 'customers lost', 'down'],
    ['complaint.settledRelief', 4, 'mending at once', 'customers lost', 'down'],
    ['complaint.settledSeverity', 6, 'mending at once', 'customers lost', 'down'],
    ['complaint.quickRelief', 0, 'mending at once', 'customers lost', 'up'],
    ['complaint.quickSeverity', 6, 'mending at once', 'customers lost', 'up'],
    ['complaint.harmony', 1, 'failing', 'complaints', 'down'],
    ['complaint.voiceHarmony', 9, 'failing where harmony is wanted', 'complaints', 'down'],
    ['complaint.ownFault', 1, 'looking into the cause', 'complaints made good', 'down'],
    ['complaint.refusedFair', 0, 'looking into the cause', 'complaints made good', 'down'],
    ['complaint.claims', 3, 'overpaying', 'claims without cause', 'up'],
    ['complaint.claimed', 1, 'overpaying', 'contribution', 'down'],
    ['complaint.late', 1, 'asking after', 'complaints made good', 'up'],
    ['complaint.lateHurt', 2, 'asking after', 'satisfaction', 'down'],
    ['complaint.exit', 9, 'failing', 'customers lost', 'up'],
    ['complaint.exit', 9, 'failing', 'silent exits', 'up'],
  ],
  leaving: [
    ['leaving.scale', 3, 'steady', 'customers lost', 'up', contract],
    ['leaving.scale', 0, 'steady', 'customers lost', 'down'],
    ['leaving.satisfaction', 12, 'worse', 'customers lost', 'up'],
    ['leaving.convexity', 40, 'worse', 'customers lost', 'up'],
    ['leaving.switching', 0, 'worse', 'customers lost', 'up'],
    ['leaving.relationship', 12, 'neglecting', 'customers lost', 'up'],
    ['leaving.rivalOffer', 20, 'facing better rivals', 'customers lost', 'up'],
    ['leaving.outOfMarket', 1, 'steady', 'customers of all companies', 'down', contract],
    ['leaving.leastCalm', 1, 'making good', 'customers lost', 'up', contract],
    ['leaving.told', 0.8, 'steady', 'reasons told', 'up'],
  ],
  wordOfMouth: [
    ['wordOfMouth.base', 0.4, 'steady', 'praise', 'up'],
    ['wordOfMouth.praise', 6, 'better', 'praise', 'up'],
    ['wordOfMouth.blame', 9, 'worse', 'blame', 'up'],
    ['wordOfMouth.middle', 0.75, 'steady', 'blame', 'up'],
    ['wordOfMouth.memory', 0.1, 'better', 'brand equity by talk', 'up'],
    ['wordOfMouth.brand', 6, 'better', 'brand equity by talk', 'up'],
    ['wordOfMouth.brand', 6, 'worse', 'brand equity by talk', 'down'],
    ['wordOfMouth.brand', 10, 'better', 'purchases', 'up', repertoire],
  ],
  records: [
    ['records.staleQuarter', 0.4, 'steady', 'accuracy of records', 'down'],
    ['records.refresh', 1, 'steady', 'accuracy of records', 'up'],
    ['records.cleaningScale', 50, 'steady', 'accuracy of records', 'down'],
    ['records.maximumAge', 1, 'steady', 'accuracy of records', 'down'],
    ['records.otherChannel', 0.9, 'steady', 'linkage of records', 'down'],
    ['records.tilt', 4, 'steady', 'purchase rate of known customers', 'up'],
  ],
  rating: [
    ['rating.noise', 0.4, 'steady', 'spread of answers', 'up'],
    ['rating.two', 0.6, 'failing', 'who ticks the lowest box', 'up'],
    ['rating.three', 1, 'steady', 'who ticks the second box', 'up'],
    ['rating.four', 1, 'steady', 'who ticks the third box', 'up'],
    ['rating.five', 0, 'steady', 'who ticks the best box', 'up'],
    ['rating.willing', 1, 'steady', 'who answers', 'up'],
    ['rating.willingEdge', 4, 'steady', 'who answers', 'up'],
  ],
  equity: [
    ['equity.discount', 0.1, 'steady', 'customer equity', 'down'],
    ['equity.horizon', 8, 'steady', 'customer equity', 'down'],
  ],
};

const usual = new Map<string, Played>();
function playUsual(relation: Relation, situation: SituationId): Played {
  const key = `${relation} ${situation}`;
  let played = usual.get(key);
  if (!played) {
    played = play(relation, situations[situation], {});
    usual.set(key, played);
  }
  return played;
}

/** Rows take turns in which kind of market is played. */
let place = 0;
describe.each(Object.entries(rows))('Step %s', (_, own) => {
  for (const [id, value, situation, outcome, direction, among = relations] of own) {
    for (const [some, options] of turns(among, 3, (place += 1)))
      test.each(some)(
        `${id} from ${parameters[id].value} to ${value}, own company ${situation}: ${outcome} ${direction}, %s`,
        options,
        (relation) => {
          const before = outcomes[outcome](playUsual(relation, situation));
          const after = outcomes[outcome](play(relation, situations[situation], { [id]: value }));
          if (direction === 'up') expect(after).toBeGreaterThan(before);
          else expect(after).toBeLessThan(before);
        },
      );
  }
});

describe('The table of steps', () => {
  test('holds every parameter, under its own step and within its range', () => {
    const seen = new Set<ParameterId>();
    for (const [step, own] of Object.entries(rows)) {
      for (const [id, value] of own) {
        expect(parameters[id].step, id).toBe(step);
        expect(value, id).toBeGreaterThanOrEqual(parameters[id].low);
        expect(value, id).toBeLessThanOrEqual(parameters[id].high);
        seen.add(id);
      }
    }
    // Campaigns are of companies with records: tests/game/campaignParameters holds theirs.
    expect(parameterIds.filter((id) => !seen.has(id) && !(id in campaignParameters))).toEqual([]);
  });
});
