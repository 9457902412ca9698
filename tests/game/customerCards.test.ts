/** Campaigns, modules, programme, cycle and win-back switched on, changed and off again: a run stays a function of its log. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { checkpointsOf, replayFrom } from '../../src/game/checkpoint.ts';
import { digestWorld } from '../../src/game/digestWorld.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { outcomeOf } from '../../src/game/outcome.ts';
import { type LoggedEntry, replay } from '../../src/game/replay.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { play } from './plays.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const changes: Readonly<Record<number, Partial<QuarterPlan>>> = {
  2: {
    'idc.loyal': 'points',
    'idc.loyal.cost': 3,
    'idc.module': 3,
    'idc.module.rule': 'person',
    'idc.cycle': ['complaint', 'silent', 'welcome'],
    'idc.cycle.winBack': 'all',
  },
  3: { 'cam.offer': 'discount', 'cam.target': 'all', 'cam.control': 20 },
  4: { 'cam.offer': 'reminder', 'idc.loyal.cost': 1 },
  5: { 'idc.cycle': [], 'idc.cycle.winBack': 'none', 'idc.loyal': 'tiers' },
  7: { 'idc.cycle': ['falling'], 'idc.cycle.winBack': 'all', 'cam.offer': 'bundle', 'cam.target': 'heavy' },
  8: { 'idc.loyal': 'recognition', 'idc.module': 1 },
};
const QUARTERS = 10;

/** The textbook with these changes, a commit a quarter; names of a plan in the order given or the other way round. */
function logOf(of: ReturnType<typeof vorasBank>, turned = false): LoggedEntry[] {
  const firm = of.scenario.firms[0].id;
  let quarter = 1;
  const entries: LoggedEntry[] = [];
  for (const entry of playbookLog(of.scenario, of.playbooks['textbook']!, 1)) {
    if (entry.kind === 'commit') {
      const named = Object.entries(changes[quarter] ?? {});
      const plan = Object.fromEntries(turned ? named.reverse() : named);
      if (named.length > 0) entries.push({ seq: 0, firm, kind: 'plan', data: { plan } });
      quarter += 1;
    }
    entries.push(entry);
    if (quarter > QUARTERS) break;
  }
  return entries.map((entry, seq) => ({ ...entry, seq }) as LoggedEntry);
}

const short = (of: Scenario): Scenario => ({ ...of, quarters: QUARTERS });

const firms = [
  ['bank', vorasBank()],
  ['shop', tiemNang()],
] as const;
for (const [some, options] of turns(firms, 2, 1))
  describe.each(some)('With every customer card in play the %s', options, (_, folder) => {
    const of = short(folder.scenario);
    const setting = { world: 0, populationSeed: 2, luckSeed: 9, customers: 1200, allOpen: true as const };
    const entries = logOf(folder);
    let whole: ReturnType<typeof replay>;
    beforeAll(() => {
      whole = replay(of, setting, entries, { digests: true });
    });

    test('plays on from any checkpoint to the bits of the whole run', () => {
      const checkpoints = checkpointsOf(of, setting, entries, { digests: true });
      for (const { applied } of checkpoints) {
        const playing = replayFrom(checkpoints, entries, applied, { digests: true });
        expect(playing.digests).toEqual(whole.playing.digests);
        expect(outcomeOf(playing, 0)).toEqual(whole.outcome);
      }
    });

    test('is the same whether anybody looks or not: the score plays runs that nobody looks at', () => {
      const unseen = play(entries, setting, { of, looks: false });
      expect(unseen.digests).toEqual(whole.playing.digests);
      expect(outcomeOf(unseen, 0)).toEqual(whole.outcome);
    });

    test('is the same in whatever order a plan names its cards', () => {
      expect(play(logOf(folder, true), setting, { of }).digests).toEqual(whole.playing.digests);
    });

    test('tells two worlds apart by what only the next quarter will feel', () => {
      const { world } = play(entries.slice(0, 12), setting, { of });
      const company = world.played[0]!;
      const before = digestWorld(world);
      expect(company.ahead).not.toBeNull();
      for (const column of [company.ahead!, company.worn!, company.loyalty!.fell, company.cycleMemory!.closedIn]) {
        const kept = column[0]!;
        column[0] = kept + 1;
        expect(digestWorld(world)).not.toBe(before);
        column[0] = kept;
      }
      expect(digestWorld(world)).toBe(before);
    });

    test('leaves nothing of a card in a run that ends before it', () => {
      const plain = play(playbookLog(folder.scenario, folder.playbooks['textbook']!, 1), setting, { of });
      expect(plain.digests[0]).toBe(whole.playing.digests[0]);
      expect(plain.digests.at(-1)).not.toBe(whole.playing.digests.at(-1));
    });
  });
