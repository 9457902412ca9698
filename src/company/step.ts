/** The only door to XState: one event turns a machine's plain data into its next plain data. */

import { type AnyActorScope, type AnyStateMachine, createActor } from 'xstate';
import type { Machine } from './machine.ts';
import { caseMachine } from './conflict/caseMachine.ts';
import type { CaseEvent } from './conflict/caseRules.ts';
import { matrixMachine } from './matrixMachine.ts';
import type { MatrixEvent } from './matrixRules.ts';
import { reviewMachine } from './review/reviewMachine.ts';
import type { ReviewEvent } from './review/reviewRules.ts';
import { costLeaderMachine, differentiatorMachine, focuserMachine, type RivalEvent } from './rivalMachine.ts';

export const machines = {
  matrix: matrixMachine,
  case: caseMachine,
  review: reviewMachine,
  costLeader: costLeaderMachine,
  differentiator: differentiatorMachine,
  focuser: focuserMachine,
} as const;
export type MachineId = keyof typeof machines;

/** Around a machine whose actions only assign, so that a state is moved on without an actor made for it: that took half of a step. */
function surroundings(machine: AnyStateMachine): AnyActorScope {
  const self = createActor(machine);
  const nothing = (): void => {};
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
}
const scopes: Partial<Record<MachineId, AnyActorScope>> = {};

/**
 * Sends one event to the machine `id` in the given state and returns the state it is in then. Pure: nothing is changed in place.
 * An event that the state does not know, or that its guard refuses, leaves the state as it is.
 */
export function step<M extends Machine>(id: MachineId, state: M, event: MatrixEvent | RivalEvent | CaseEvent | ReviewEvent): M {
  const machine: AnyStateMachine = machines[id];
  const scope = (scopes[id] ??= surroundings(machine));
  const next = machine.transition(machine.resolveState({ value: state.value as string, context: state.context }), event, scope);
  return { value: next.value, context: next.context } as unknown as M;
}
