/** The known side holds nothing that the firm cannot see: with all that is hidden changed, the report of the quarter stays as it is. */

import { describe, expect, test } from 'vitest';
import { knownOf } from '../../src/game/quarterReport.ts';
import type { PlayedQuarter } from '../../src/game/playQuarter.ts';
import { playbookLog } from '../../src/game/grade.ts';
import type { LoggedEntry } from '../../src/game/replay.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { play } from './plays.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

const cards: Partial<QuarterPlan> = {
  'idc.loyal': 'tiers',
  'idc.module': 4,
  'idc.module.rule': 'need',
  'idc.cycle': ['complaint', 'silent', 'falling'],
  'idc.cycle.winBack': 'all',
  'dat.model': ['churn'],
  'dat.store': 'mart',
};
const QUARTERS = 7;

describe.each([
  ['bank', vorasBank()],
  ['shop', tiemNang()],
] as const)('What the %s knows', (_, folder) => {
  const firm = folder.scenario.firms[0].id;
  const log = playbookLog(folder.scenario, folder.playbooks['stay']!, 1);
  const commits = log.flatMap((entry, place) => (entry.kind === 'commit' ? [place] : []));
  const campaign: LoggedEntry = { seq: 0, firm, kind: 'plan', data: { plan: { 'cam.offer': 'discount', 'cam.control': 20 } } };
  const entries: LoggedEntry[] = [
    log[0]!,
    { seq: 0, firm, kind: 'plan', data: { plan: cards } },
    ...log.slice(1, commits[QUARTERS - 1]),
    campaign,
    log[commits[QUARTERS - 1]!]!,
  ].map((entry, seq) => ({ ...entry, seq }) as LoggedEntry);
  let last!: PlayedQuarter;
  const setting = { world: 0, populationSeed: 3, luckSeed: 5, customers: 1500, allOpen: true as const };
  const { world } = play(entries, setting, { of: folder.scenario, onQuarter: (played) => (last = played) });
  const company = world.played[0]!;
  const { columns, people } = world.market;

  test('covers every card', () => {
    const known = knownOf(world, company, last);
    for (const part of [known.loyalty, known.modules, known.campaign, known.cycle, known.models]) expect(part).not.toBeNull();
  });

  test('does not move with what customers feel, need and would do', () => {
    const before = knownOf(world, company, last);
    for (const name of ['kind', 'relationship', 'satisfaction', 'privacyConcern', 'switchingCost', 'tolerated'] as const) {
      const column = columns[name];
      const kept = column.slice();
      column.reverse();
      expect(knownOf(world, company, last), name).toEqual(before);
      column.set(kept);
    }
    const leaving = columns.leavingBase.slice();
    columns.leavingBase.fill(0.5);
    expect(knownOf(world, company, last)).toEqual(before);
    columns.leavingBase.set(leaving);
  });

  test('does not move with what a campaign, a programme and contacts truly did', () => {
    const before = knownOf(world, company, last);
    const { campaignDone, cycle } = company;
    company.campaignDone = { ...campaignDone!, more: 1e3, forward: 1e3, without: 1e3, worth: 1e6, givenAnyway: 1e6, optedOutOver: 1e3 };
    company.cycle = {
      ...cycle!,
      triggers: cycle!.triggers.map((each) => ({ ...each, missed: 999, kept: 999 })),
      triedBy: { price: 999, fault: 999, other: 999 },
      stages: cycle!.stages!.map((stage) => ({ ...stage, truly: { n: 999, gone: 9 } })),
    };
    expect(knownOf(world, company, last)).toEqual(before);
    company.campaignDone = campaignDone;
    company.cycle = cycle;
  });

  test('does not move with who is still a customer where nobody gives notice and he bought nothing', () => {
    if (world.market.spec.relation === 'contractual') return;
    const before = knownOf(world, company, last);
    const kept = columns.active.slice();
    const bought = last.market.touches[company.index]!.purchases;
    for (let i = 0; i < people; i += 1) if (bought[i] === 0) columns.active[i]! ^= 1 << company.index;
    // Who of them brings a case is drawn anew, and nothing else.
    expect({ ...knownOf(world, company, last), inbox: [] }).toEqual({ ...before, inbox: [] });
    columns.active.set(kept);
  });
});
