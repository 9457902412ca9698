import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { startPlan } from '../../src/company/plan.ts';
import type { AdjustmentChain } from '../../src/company/review/reviewState.ts';
import type { ConductQuarter, Mark } from '../../src/game/conduct/memory.ts';
import { mendsOf } from '../../src/game/conduct/reviews.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { patchedPlaybook, type Patch } from '../../src/game/players/patched.ts';
import { replay } from '../../src/game/replay.ts';
import { plantedBy } from '../../src/game/review/planted.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { vorasBank } from './shippedScenario.ts';

const { scenario, playbooks } = vorasBank();
const start = startPlan(
  scenario.startPlan,
  scenario.market.segments.map(({ id }) => id),
);
const opened = { finding: 'skillLow', cause: 'people', action: 'tune', review: 4, quarter: 5, due: 7, before: 60 } as const;
const chain = (changes: Partial<AdjustmentChain>): AdjustmentChain => ({ ...opened, acted: 5, after: 10, outcome: 'fixed', ...changes });

describe('A plan that follows a chain', () => {
  const quarters = (training: readonly number[]): ConductQuarter[] =>
    training.map((level, place) => ({ quarter: place + 1, plan: { ...start, 'imp.train': level } })) as unknown as ConductQuarter[];
  const marks: readonly Mark[] = [];
  const held = [{ quarter: 4 }, { quarter: 8 }];
  test.each<[string, readonly number[], Partial<AdjustmentChain>, string]>([
    ['more than ever in the year before, and kept', [3, 3, 3, 3, 5, 5, 5, 5], {}, 'new'],
    ['taken back once it had been tested again', [3, 3, 3, 3, 5, 5, 5, 5, 3, 3], {}, 'new'],
    ['taken back before it was tested again', [3, 3, 3, 3, 5, 5, 3, 3], {}, 'none'],
    ['taken back in a run that never tested it again', [3, 3, 3, 3, 5, 5, 5, 5, 3], { outcome: 'open', after: null }, 'none'],
    ['put back where it had stood in that year', [3, 3, 1, 1, 3, 3, 3, 3], {}, 'restored'],
    ['put back, and more', [3, 3, 1, 1, 4, 4, 4, 4], {}, 'new'],
    ['moved the wrong way', [3, 3, 3, 3, 1, 1, 1, 1], {}, 'none'],
    ['never followed', [3, 3, 3, 3, 3, 3, 3, 3], { acted: null }, 'none'],
  ])('%s', (_, training, changes, mends) => {
    expect(mendsOf(chain(changes), held, { quarters: quarters(training), marks: [...marks] })).toBe(mends);
  });

  test('that is a move in the programme counts where the finding is one of the programme', () => {
    const steered = [{ seq: 9, quarter: 5, what: ['move.programme'] }];
    const same = quarters([3, 3, 3, 3, 3, 3, 3, 3]);
    expect(mendsOf(chain({ finding: 'programmeStalled' }), held, { quarters: same, marks: steered })).toBe('new');
    expect(mendsOf(chain({}), held, { quarters: same, marks: steered })).toBe('none');
  });
});

describe('Defects', () => {
  const setting = { customers: 400, world: 0, populationSeed: 1, luckSeed: 11 };
  const reviewed: Patch = ({ quarter, plan }) => ({
    'evl.plan': 'everyFour',
    'evl.reserve': 3,
    'evl.internal': ['training', 'data'],
    'dat.clean': plan['dat.clean'],
    'imp.train': quarter < 9 ? 3 : 1,
  });
  /** Staying where one is, with an honest hand in reviews; what is laid over it in a round. */
  const played = (patch: Patch) => {
    const laid = patchedPlaybook(scenario, playbooks['stay']!, 'reviewed', (round) => ({ ...reviewed(round), ...patch(round) }));
    const entries = playbookLog(scenario, { ...laid, standing: { ...laid.standing, onReview: 'honest' } } as typeof laid);
    return replay(scenario, setting, entries).playing.conduct[0]!.defects;
  };
  const at = (defects: ReturnType<typeof played>, quarter: number) => defects.filter((one) => one.quarter === quarter);

  test('are those of the quarter of the review: what is spoiled or mended in the quarter in which chains open moves none of them', () => {
    const asItWas = played(() => ({}));
    const [first] = asItWas.map(({ quarter }) => quarter);
    expect(first).toBeDefined();
    const spoiled = played(({ quarter }) =>
      quarter === first! + 1 ? { 'svc.door': 'closed', 'svc.cap': -20, 'dat.consent': 'none' } : {},
    );
    const mended = played(({ quarter }) =>
      quarter === first! + 1 ? { 'svc.door': 'open', 'dat.consent': 'byPurpose', 'dat.clean': 9 } : {},
    );
    expect(at(asItWas, first!).length).toBeGreaterThan(2);
    expect(at(spoiled, first!)).toEqual(at(asItWas, first!));
    expect(at(mended, first!)).toEqual(at(asItWas, first!));
  });

  test('to name a core plants no wrong targets, unless it catches no more than a lot would', () => {
    const world = createWorld(scenario, 0, { population: 1, luck: 1 }, 400);
    const company = world.played[0]!;
    const planted = (plan: Partial<QuarterPlan>, gravity: number): boolean =>
      plantedBy('wrongTargets', gravity, world, { ...company, inForce: { ...start, ...plan } }, start);
    const core = { 'cus.core': scenario.market.segments.slice(0, 1).map(({ id }) => id) };
    expect(planted(core, 60)).toBe(false);
    expect(planted(core, 100)).toBe(true);
    expect(planted({}, 100)).toBe(false);
  });
});
