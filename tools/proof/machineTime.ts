/** How much of a replay is spent in machines. */

import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import { clock, startClock } from './timedStep.ts';

export interface MachineTime {
  customers: number;
  /** Of the time of a replay without reports and digests, 0-1. */
  share: number;
  millisecondsPerEvent: number;
  eventsPerQuarter: number;
  mostEventsInAQuarter: number;
}

/** Replays each playbook of a scenario in its first world, after a round that only warms up. */
export function machineTime(id: string, customers: number): MachineTime {
  const { scenario, playbooks } = goodScenario(id);
  const logs = Object.values(playbooks).map((playbook) => playbookLog(scenario, playbook));
  let inMachines = 0;
  let inAll = 0;
  let events = 0;
  let quarters = 0;
  let most = 0;
  for (const counts of [false, true, true]) {
    for (const log of logs) {
      const before = performance.now();
      const playing = startPlaying(scenario, { customers, world: 0, populationSeed: 1, luckSeed: 1001 });
      const onQuarter = (): void => {
        if (counts) {
          inMachines += clock.milliseconds;
          events += clock.events;
          quarters += 1;
          most = Math.max(most, clock.events);
        }
        startClock();
      };
      startClock();
      for (const entry of log) applyEntry(playing, entry, { onQuarter });
      if (counts) inAll += performance.now() - before;
    }
  }
  return {
    customers,
    share: inMachines / inAll,
    millisecondsPerEvent: inMachines / events,
    eventsPerQuarter: events / quarters,
    mostEventsInAQuarter: most,
  };
}
