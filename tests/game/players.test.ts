import { describe, expect, test } from 'vitest';
import { controls, type QuarterPlan } from '../../src/company/controls.ts';
import { mergePlan, planErrors, startPlan } from '../../src/company/plan.ts';
import { autoplay } from '../../src/game/autoplay.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { isOpen } from '../../src/game/player.ts';
import { hillClimb, mixedPlaybook, playbookOfLog } from '../../src/game/players/mixed.ts';
import { patchedPlaybook, roundsOf } from '../../src/game/players/patched.ts';
import {
  carefulVariant,
  carefulVariants,
  idleAtL3,
  playbookVariant,
  playbookVariants,
  readyFirm,
} from '../../src/game/players/variants.ts';
import { replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import type { Playbook } from '../../src/scenario/playbook.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const few = { customers: 400, world: 0, populationSeed: 1, luckSeed: 11 };
/** Played without reports, which nobody reads here. */
const unread = { reports: false };

/** The plan of each round. */
function plansOf(scenario: Scenario, playbook: Playbook): { quarter: number; plan: QuarterPlan }[] {
  const segmentIds = scenario.market.segments.map(({ id }) => id);
  let plan = mergePlan(startPlan(scenario.startPlan, segmentIds), playbook.start);
  return roundsOf(scenario).map((quarter) => {
    for (const change of playbook.changes) if (change.quarter === quarter && change.plan) plan = mergePlan(plan, change.plan);
    return { quarter, plan };
  });
}

for (const [some, options] of turns([vorasBank(), tiemNang()], 2, 1))
  describe.each(some)('Players that must not gain, in $scenario.id', options, (folder) => {
    const { scenario, playbooks, expected } = folder;
    const segmentIds = scenario.market.segments.map(({ id }) => id);
    const best = playbooks[expected!.anchors.best]!;

    test('a playbook with nothing laid over it plays the same run', () => {
      const same = patchedPlaybook(scenario, best, 'same', () => ({}));
      const digests = (playbook: Playbook): string[] =>
        replay(scenario, few, playbookLog(scenario, playbook), { digests: true }).playing.digests;
      expect(digests(same)).toEqual(digests(best));
    });

    test.each(playbookVariants)('%s decides what is legal, and what it is made of is left as it was', (name) => {
      const before = JSON.stringify(best);
      const playbook = playbookVariant(name, folder, 0);
      for (const plan of [playbook.start, ...playbook.changes.map((change) => change.plan ?? {})]) {
        expect(planErrors(plan, segmentIds)).toEqual([]);
      }
      expect(JSON.stringify(best)).toBe(before);
    });

    test('a harvester plays its model but for the last two quarters, in which service, training and cleaning are cut', () => {
      const [model, reaped] = [
        plansOf(
          scenario,
          patchedPlaybook(scenario, best, 'same', () => ({})),
        ),
        plansOf(scenario, playbookVariant('harvester', folder, 0)),
      ];
      expect(reaped.slice(0, -1)).toEqual(model.slice(0, -1));
      const last = reaped.at(-1)!.plan;
      expect([last['imp.train'], last['dat.clean'], last['svc.cap'], last['biz.budget'].service]).toEqual([0, 0, -20, 0]);
    });

    test('a ritual begins no programme, and holds every method of a review once its card is open', () => {
      for (const { quarter, plan } of plansOf(scenario, playbookVariant('ritualist', folder, 0))) {
        expect(plan['crm.path']).toBe('stay');
        const open = controls.filter((control) => control.id === 'evl.internal' && isOpen(scenario, control, quarter));
        if (open.length > 0) expect(plan['evl.internal']).toHaveLength(5);
      }
    });

    test.each(carefulVariants)('%s decides what is legal in a run of its own', (name) => {
      const { playing } = autoplay(scenario, few, carefulVariant(name, scenario), unread);
      expect(playing.skipped).toEqual([]);
    });

    test('whoever competes answers the same cases as the careful player, with the same offer', () => {
      const cases = (entries: readonly LoggedEntry[]) =>
        entries.flatMap(({ kind, data }) => (kind === 'move' && 'kind' in data && data.kind === 'case' ? [data] : []));
      const careful = cases(autoplay(scenario, few, carefulPlayer(scenario), unread).entries);
      const competing = cases(autoplay(scenario, few, carefulVariant('competeAlways', scenario), unread).entries);
      expect(careful.length).toBeGreaterThan(0);
      expect(competing[0]).toEqual({ ...careful[0], mode: 'compete' });
      expect(new Set(competing.map((data) => ('mode' in data ? data.mode : '')))).toEqual(new Set(['compete']));
    });

    test('a firm that is ready has no gap on any path up to the third level', () => {
      const { reports } = replay({ ...readyFirm(scenario), quarters: 4 }, few, [], { reports: true });
      const [first] = reports;
      for (const { path, gap } of first!.known.matrix.paths) if (['p12', 'p13', 'p34'].includes(path)) expect(gap, path).toBe(0);
    });

    test('an idle firm begins on the third level with records that are complete enough for it', () => {
      const { reports } = replay({ ...idleAtL3(scenario), quarters: 4 }, few, [], { reports: true });
      expect(reports[0]!.known.matrix.level).toBe('l3');
      expect(reports[0]!.truth.kpi.completeness).toBeGreaterThan(58);
      expect(reports.at(-1)!.truth.kpi.completeness).toBeLessThan(reports[0]!.truth.kpi.completeness);
    });
  });

describe('Playbooks by lot', () => {
  const { scenario, playbooks } = vorasBank();
  const segmentIds = scenario.market.segments.map(({ id }) => id);
  const sources = Object.values(playbooks);

  test('a log as a playbook gives the same run on the same luck', () => {
    const played = autoplay(scenario, few, carefulPlayer(scenario), { digests: true, ...unread });
    const playbook = playbookOfLog(scenario, 'log', played.entries as readonly EntryData[]);
    expect(replay(scenario, few, playbookLog(scenario, playbook), { digests: true }).playing.digests).toEqual(played.playing.digests);
  });

  test('each mixture takes every family of cards whole from one of its sources, and another place mixes otherwise', () => {
    const mixtures = [0, 1, 2, 3].map((place) => mixedPlaybook(scenario, sources, place));
    expect(mixedPlaybook(scenario, sources, 0)).toEqual(mixtures[0]);
    expect(new Set(mixtures.map((mixture) => JSON.stringify(mixture.start))).size).toBeGreaterThan(1);
    const service = (playbook: Playbook): string =>
      JSON.stringify(
        plansOf(
          scenario,
          patchedPlaybook(scenario, playbook, '', () => ({})),
        ).map(({ plan }) => controls.filter(({ card }) => card.startsWith('svc.')).map(({ id }) => plan[id])),
      );
    for (const mixture of mixtures) {
      expect(sources.map(service)).toContain(service(mixture));
      for (const plan of [mixture.start, ...mixture.changes.map((change) => change.plan!)])
        expect(planErrors(plan, segmentIds)).toEqual([]);
    }
  });

  test('a climber keeps what does better and nothing else', () => {
    const worth = (playbook: Playbook): number => plansOf(scenario, playbook).at(-1)!.plan['biz.spend'];
    const climb = hillClimb(scenario, playbooks['stay']!, worth, { seed: 1, evaluations: 400 });
    expect(climb.before).toBe(4);
    expect(climb.after).toBeGreaterThan(climb.before);
    expect(worth(climb.playbook)).toBe(climb.after);
    const never = hillClimb(scenario, playbooks['stay']!, () => 0, { seed: 1, evaluations: 5 });
    expect(never).toEqual({ playbook: playbooks['stay'], before: 0, after: 0 });
  });
});
