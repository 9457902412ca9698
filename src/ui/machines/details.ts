/** What is told of a chosen state or way. */

import * as m from '../../text/generated/messages.js';
import { list } from '../format.ts';
import type { Edge, Graph } from './graph.ts';
import { labelOf, nowWords, quarterWords, stateWords, wayWords, type Refusals } from './machineWords.ts';
import type { MachineKind } from './shipped.ts';
import type { Travel } from './travel.ts';

export interface Details {
  title: string;
  lines: readonly string[];
}

/** A state: what leads there, where it leads, when the run stood there. */
export function stateDetails(kind: MachineKind, graph: Graph, state: string, travel: Travel): Details {
  const label = labelOf(graph);
  const moving = graph.edges.filter(({ from, to }) => from !== to);
  const into = moving.filter(({ to }) => to === state).map((edge) => `${stateWords(kind, edge.from)} (${label(edge)})`);
  const out = moving.filter(({ from }) => from === state).map((edge) => `${stateWords(kind, edge.to)} (${label(edge)})`);
  const stood = travel.quarters.get(state);
  return {
    title: stateWords(kind, state),
    lines: [
      ...(stood ? [m.machine_stood({ quarters: quarterWords(stood) })] : []),
      ...(state === graph.initial ? [m.machine_first()] : []),
      ...(into.length > 0 ? [m.machine_from({ ways: list(into) })] : []),
      ...(out.length > 0 ? [m.machine_on({ ways: list(out) })] : []),
    ],
  };
}

export function edgeTitle(kind: MachineKind, { from, to }: Edge): string {
  if (from === to) return m.machine_loop({ state: stateWords(kind, from) });
  return `${stateWords(kind, from)} → ${stateWords(kind, to)}`;
}

/** A way: when it is taken, what it asks, and what is still lacking now. */
export function edgeDetails(kind: MachineKind, edge: Edge, travel: Travel, guards: Refusals): Details {
  return {
    title: edgeTitle(kind, edge),
    lines: [
      ...edge.ways.map((way) => [wayWords(way), nowWords(way, guards)].filter((words) => words !== '').join(' ')),
      ...(travel.edges.has(edge.id) ? [m.machine_taken()] : []),
    ],
  };
}
