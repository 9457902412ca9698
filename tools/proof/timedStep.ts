/** The door to the machines with a clock in it: stands in for src/company/step.ts in the bundle that measures the share of time. */

import { step as plainStep, type MachineId } from '../../src/company/step.ts';

export { machines, type MachineId } from '../../src/company/step.ts';

/** Milliseconds and events since the last `startClock`. */
export const clock = { milliseconds: 0, events: 0 };

export function startClock(): void {
  clock.milliseconds = 0;
  clock.events = 0;
}

export const step: typeof plainStep = (id: MachineId, state, event) => {
  const before = performance.now();
  const next = plainStep(id, state, event);
  clock.milliseconds += performance.now() - before;
  clock.events += 1;
  return next;
};
