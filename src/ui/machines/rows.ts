/** The order in which states are drawn from top to bottom: by their longest way from the start, edges that lead back left aside. */

import type { Graph } from './graph.ts';

/** States in rows, the start first; those of equal depth in the order of the definition, those nothing leads to last. */
export function rowsOf({ initial, states, edges }: Graph): readonly string[] {
  const depth = new Map<string, number>();
  const finished: string[] = [];
  const open = new Set<string>();
  const back = new Set<string>();
  const exits = (state: string) =>
    edges.filter(({ from, to }) => from === state && to !== state).sort((a, b) => states.indexOf(a.to) - states.indexOf(b.to));

  function walk(state: string): void {
    open.add(state);
    for (const { id, to } of exits(state)) {
      if (open.has(to)) back.add(id);
      else if (!finished.includes(to)) walk(to);
    }
    open.delete(state);
    finished.push(state);
  }
  walk(initial);

  // Without edges back, a state is finished after all that it leads to.
  for (const state of [...finished].reverse()) {
    const own = depth.get(state) ?? 0;
    depth.set(state, own);
    for (const { id, to } of exits(state)) if (!back.has(id)) depth.set(to, Math.max(depth.get(to) ?? 0, own + 1));
  }
  const rank = (state: string): number => depth.get(state) ?? states.length;
  return [...states].sort((a, b) => rank(a) - rank(b) || states.indexOf(a) - states.indexOf(b));
}
