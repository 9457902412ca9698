import { describe, expect, test } from 'vitest';
import { checkpointsOf, replayFrom } from '../../src/game/checkpoint.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { outcomeOf } from '../../src/game/outcome.ts';
import { replay, type LoggedEntry } from '../../src/game/replay.ts';
import { vorasBank } from './shippedScenario.ts';

const { scenario, playbooks } = vorasBank();
const setting = { world: 0, populationSeed: 2, luckSeed: 9, customers: 300 };
const entries = playbookLog(scenario, playbooks['textbook']!);
const checkpoints = checkpointsOf(scenario, setting, entries, { digests: true });
const unchanged = replay(scenario, setting, entries, { digests: true });

describe('A changed decision played from a checkpoint', () => {
  test('without a change every checkpoint leads to the bits of the whole replay', () => {
    for (const { applied } of checkpoints) {
      const playing = replayFrom(checkpoints, entries, applied, { digests: true });
      expect(playing.digests).toEqual(unchanged.playing.digests);
      expect(outcomeOf(playing, 0)).toEqual(unchanged.outcome);
    }
  });

  test.each([1, 5, 9, 14])(
    'a dearer price in quarter %i gives what a whole replay of the changed log gives, and leaves the quarters before alone',
    (quarter) => {
      const before = checkpoints.findLast((each) => each.quarter < quarter)!;
      const raise: LoggedEntry = { seq: 999, firm: scenario.firms[0].id, kind: 'plan', data: { plan: { 'biz.price': 5 } } };
      const changed = [...entries.slice(0, before.applied), raise, ...entries.slice(before.applied)];
      const whole = replay(scenario, setting, changed, { digests: true });
      const short = replayFrom(checkpoints, changed, before.applied, { digests: true });
      expect(short.digests).toEqual(whole.playing.digests);
      expect(outcomeOf(short, 0)).toEqual(whole.outcome);
      const { digests } = unchanged.playing;
      expect(short.digests.slice(0, before.quarter)).toEqual(digests.slice(0, before.quarter));
      expect(short.digests.at(-1)).not.toBe(digests.at(-1));
    },
  );

  test('checkpoints are not used up: playing from one twice gives the same', () => {
    const once = replayFrom(checkpoints, entries, checkpoints[3]!.applied, { digests: true });
    expect(replayFrom(checkpoints, entries, checkpoints[3]!.applied, { digests: true }).digests).toEqual(once.digests);
  });
});
