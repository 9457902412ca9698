/** Stalls come announced: the sign of the named cause has shown for two quarters in what the learner sees. */

import { beforeAll, describe, expect, test } from 'vitest';
import { signOfCause } from '../../src/company/signs.ts';
import type { StallCause } from '../../src/company/matrixRules.ts';
import { autoplay } from '../../src/game/autoplay.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { randomPlayer } from '../../src/game/randomPlayer.ts';
import { replay } from '../../src/game/replay.ts';
import type { ProgrammeView, QuarterReport } from '../../src/game/reports.ts';
import { long } from '../turns.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

const settingOf = (seed: number) => ({ customers: 250, world: 0, populationSeed: seed, luckSeed: 1000 + seed });
const folders = [vorasBank(), tiemNang()];
const underWay = (view: ProgrammeView | undefined): boolean =>
  view !== undefined && ['piloting', 'rollingOut', 'embedding', 'stalled'].includes(view.state);

interface Stall {
  cause: StallCause;
  announced: boolean;
}

/** Stalls of a run, and whether the sign showed two quarters earlier, or in the first report of a programme that is younger. */
function stallsOf(reports: readonly QuarterReport[]): Stall[] {
  const views = reports.map(({ known }) => known.programme);
  let began = 0;
  return views.flatMap((view, q): Stall[] => {
    if (underWay(view) && !underWay(views[q - 1])) began = q;
    if (view.state !== 'stalled' || views[q - 1]?.state === 'stalled') return [];
    const cause = view.stalledBy as StallCause;
    return [{ cause, announced: views[Math.max(began, q - 2)]!.signs.includes(signOfCause[cause]) }];
  });
}

interface Runs {
  careful: readonly (readonly QuarterReport[])[];
  stalls: readonly Stall[];
}

/** Runs of generated players, of the best playbook and of the leap, on so many lucks. */
function played(lucks: number): Runs {
  const seeds = Array.from({ length: lucks }, (_, n) => n + 1);
  const careful = folders.flatMap(({ scenario }) =>
    seeds.map((seed) => autoplay(scenario, settingOf(seed), carefulPlayer(scenario)).reports),
  );
  const random = folders.flatMap(({ scenario }) =>
    seeds.map((seed) => autoplay(scenario, settingOf(seed), randomPlayer(scenario, seed)).reports),
  );
  const playbooks = folders.flatMap(({ scenario, playbooks: books }) =>
    ['textbook', 'leap'].flatMap((name) =>
      seeds.map((seed) => replay(scenario, settingOf(seed), playbookLog(scenario, books[name]!), { reports: true }).reports),
    ),
  );
  return { careful, stalls: [...careful, ...random, ...playbooks].flatMap(stallsOf) };
}
const shareAnnounced = (some: readonly Stall[]): number => some.filter(({ announced }) => announced).length / some.length;

describe.each([
  [2, 4, {}],
  [12, 5, long],
] as const)('stalls in simulated runs on %i lucks', (lucks, fewest, options) => {
  let runs: Runs;
  beforeAll(() => {
    runs = played(lucks);
  });

  test('are many and of many causes', options, () => {
    const { stalls } = runs;
    expect(stalls.length).toBeGreaterThan(3 * lucks);
    expect(new Set(stalls.map(({ cause }) => cause)).size).toBeGreaterThanOrEqual(fewest);
  });

  test('had shown the sign of their cause two quarters before in at least nine of ten, by gap and by use alike', options, () => {
    const { stalls } = runs;
    expect(shareAnnounced(stalls)).toBeGreaterThanOrEqual(0.9);
    expect(shareAnnounced(stalls.filter(({ cause }) => cause.length === 1))).toBeGreaterThanOrEqual(0.9);
    expect(shareAnnounced(stalls.filter(({ cause }) => cause === 'adoption' || cause === 'revolt'))).toBeGreaterThanOrEqual(0.9);
  });

  test('stand out from the quiet: a careful firm sees fewer than three of the seven signs at a time', options, () => {
    const shown = runs.careful
      .flat()
      .map(({ known }) => known.programme)
      .filter(underWay);
    expect(shown.length).toBeGreaterThan(8 * lucks);
    expect(shown.reduce((sum, { signs }) => sum + signs.length, 0) / shown.length).toBeLessThan(3);
  });
});
