import { expect, test } from 'vitest';
import { filesOf } from '../../src/cli/models/files.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import type { CampaignDone } from '../../src/game/campaigns/atWork.ts';
import { isOwn } from '../../src/game/gatherEvidence.ts';
import { advance } from '../../src/game/playQuarter.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { campaignParameters } from '../../src/sim/campaignParameters.ts';
import { fieldIds } from '../../src/sim/records/recordActions.ts';
import { tiemNang } from './shippedScenario.ts';

type Id = keyof typeof campaignParameters;
const shop = tiemNang().scenario;
const customers = 1500;

/** The last campaign of a row of quarters, each with an offer or none, to customers whose files are good. */
function lastCampaign(
  own: Partial<Record<Id, number>>,
  offers: readonly QuarterPlan['cam.offer'][],
  patch: Partial<QuarterPlan>,
): CampaignDone {
  const scenario = { ...shop, market: { ...shop.market, parameters: { ...shop.market.parameters, ...own } } };
  const world = createWorld(scenario, 0, { population: 5, luck: 5 }, customers);
  const company = world.played[0]!;
  const people = Array.from({ length: customers }, (_, i) => i).filter(isOwn(world, company));
  company.records = filesOf(company.records, people, fieldIds, { depth: 0.8, accuracy: 0.8 }, 5);
  for (const offer of offers) {
    advance(world, new Map([[company.spec.id, { plan: { ...patch, 'cam.offer': offer }, moves: [] }]]), false);
  }
  return company.campaignDone!;
}

type Row = [Id, number, readonly QuarterPlan['cam.offer'][], keyof CampaignDone, 'up' | 'down', Partial<QuarterPlan>?];
const rows: Row[] = [
  ['campaign.answer.reminder', 0.5, ['reminder'], 'more', 'up'],
  ['campaign.answer.discount', 0.5, ['discount'], 'more', 'up'],
  ['campaign.answer.bundle', 0.5, ['bundle'], 'more', 'up'],
  ['campaign.habit.reminder', 1, ['reminder'], 'responded', 'up'],
  ['campaign.habit.discount', 1, ['discount'], 'givenAnyway', 'up'],
  ['campaign.habit.bundle', 1, ['bundle'], 'responded', 'up'],
  ['campaign.ahead.reminder', 1, ['reminder'], 'forward', 'up'],
  ['campaign.ahead.discount', 1, ['discount'], 'forward', 'up'],
  ['campaign.ahead.bundle', 1, ['bundle'], 'forward', 'up'],
  ['campaign.worth', 3, ['reminder'], 'more', 'up'],
  ['campaign.elsewhere', 1, ['reminder'], 'more', 'up'],
  ['campaign.wear', 3, ['reminder', 'reminder'], 'more', 'down'],
  ['campaign.wearMemory', 1, ['reminder', 'none', 'reminder'], 'more', 'down'],
  ['campaign.window', 1, ['discount'], 'givenAway', 'up'],
  ['campaign.discount', 0.5, ['discount'], 'givenAway', 'up'],
  ['campaign.priceLogit', 20, ['discount'], 'more', 'up', { 'cam.segments': ['deal-hunters'] }],
  ['campaign.fitLogit', 20, ['bundle'], 'more', 'up'],
  ['campaign.fitKnown', 0, ['bundle'], 'more', 'down'],
  ['campaign.unwelcome', 1, ['reminder'], 'more', 'up'],
  ['campaign.optOut', 0.3, ['reminder'], 'optedOutOver', 'up'],
  ['campaign.optOutUnasked', 20, ['reminder'], 'optedOutOver', 'up'],
];

test.each(rows)('%s at %f moves what it should', (id, value, offers, outcome, direction, patch = {}) => {
  const [usual, moved] = [{}, { [id]: value }].map((own) => Number(lastCampaign(own, offers, patch)[outcome]));
  if (direction === 'up') expect(moved).toBeGreaterThan(usual!);
  else expect(moved).toBeLessThan(usual!);
});

test('every parameter of campaigns has its row, within its range', () => {
  expect(rows.map(([id]) => id).sort()).toEqual(Object.keys(campaignParameters).sort());
  for (const [id, value] of rows) {
    expect(value, id).toBeGreaterThanOrEqual(campaignParameters[id].low);
    expect(value, id).toBeLessThanOrEqual(campaignParameters[id].high);
  }
});
