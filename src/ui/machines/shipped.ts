/** The machines of the game as graphs, read from the definitions that drive the firms. */

import type { GenericId } from '../../company/controls.ts';
import { rivalMachineOf } from '../../company/rival.ts';
import { machines } from '../../company/step.ts';
import { readGraph, type DefinedState, type Graph } from './graph.ts';

export type MachineKind = 'programme' | 'position' | 'rival' | 'case' | 'review';

const defined = (machine: { root: unknown }): DefinedState => machine.root as DefinedState;

/** A machine as the drawing needs it; `generic` says which rival. */
export function graphOf(kind: MachineKind, generic: GenericId = 'cost'): Graph {
  if (kind === 'rival') return readGraph(defined(machines[rivalMachineOf[generic]]));
  if (kind === 'case' || kind === 'review') return readGraph(defined(machines[kind]));
  return readGraph(defined(machines.matrix).states[kind]);
}
