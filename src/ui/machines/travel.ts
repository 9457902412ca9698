/** The way a run has taken through a machine, from what was reported at the end of each quarter. */

import type { Graph } from './graph.ts';

export interface Travel {
  /** Quarters at whose end a state held, by state. */
  quarters: ReadonlyMap<string, readonly number[]>;
  /** Ids of edges that were taken. */
  edges: ReadonlySet<string>;
  /** States that were passed through between two reports. */
  passed: ReadonlySet<string>;
}

/** Whether `to` can be reached from `from` in at least one step, without the edge `barred`. */
function reaches({ edges }: Graph, from: string, to: string, barred: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const edge of edges) {
      if (edge.from !== state || edge.id === barred || edge.from === edge.to || seen.has(edge.to)) continue;
      if (edge.to === to) return true;
      seen.add(edge.to);
      waiting.push(edge.to);
    }
  }
  return false;
}

/**
 * Between two reports the direct edge counts as taken; where there is none several steps were made in a quarter, and those without
 * which the second state cannot be reached were taken for certain.
 * @param states the state at the end of each quarter, from quarter 0
 */
export function travelOf(graph: Graph, states: readonly string[]): Travel {
  const quarters = new Map<string, number[]>();
  states.forEach((state, quarter) => quarters.set(state, [...(quarters.get(state) ?? []), quarter]));
  const taken = new Set<string>();
  const passed = new Set<string>();
  states.slice(1).forEach((to, index) => {
    const from = states[index];
    if (from === to) return;
    const direct = graph.edges.find((edge) => edge.from === from && edge.to === to);
    const steps = direct ? [direct] : graph.edges.filter(({ id }) => !reaches(graph, from, to, id));
    for (const step of steps) {
      taken.add(step.id);
      for (const state of [step.from, step.to]) if (state !== from && state !== to) passed.add(state);
    }
  });
  return { quarters, edges: taken, passed };
}

/** Runs of quarters: 1, 2, 3, 7 becomes 1-3 and 7. */
export function spans(quarters: readonly number[]): readonly (readonly [number, number])[] {
  return quarters.reduce<[number, number][]>((found, quarter) => {
    const last = found.at(-1);
    if (last?.[1] === quarter - 1) last[1] = quarter;
    else found.push([quarter, quarter]);
    return found;
  }, []);
}
