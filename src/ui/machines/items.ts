/** States and ways of a drawing in reading order, and which of them a key leads to. */

import type { Drawing, DrawnEdge, DrawnState } from './drawing.ts';
import type { Edge } from './graph.ts';

export type Item =
  | { id: string; kind: 'state'; at: DrawnState }
  | { id: string; kind: 'loop'; at: DrawnState; edge: Edge }
  | { id: string; kind: 'edge'; at: DrawnEdge; edge: Edge };

/** Each state, what keeps it, then the ways out of it. */
export function itemsOf({ states, edges }: Drawing): readonly Item[] {
  return states.flatMap((at): Item[] => [
    { id: at.state, kind: 'state', at },
    ...(at.loop ? [{ id: at.loop.id, kind: 'loop' as const, at, edge: at.loop }] : []),
    ...edges
      .filter(({ edge }) => edge.from === at.state)
      .map((drawn) => ({ id: drawn.edge.id, kind: 'edge' as const, at: drawn, edge: drawn.edge })),
  ]);
}

/** The item that a key leads to from the chosen one; null where the key means nothing here. */
export function itemAfter(items: readonly Item[], chosen: string | null, key: string): string | null {
  const index = items.findIndex(({ id }) => id === chosen);
  const item = items[index];
  if (key === 'ArrowDown') return items[Math.min(items.length - 1, index + 1)].id;
  if (key === 'ArrowUp') return items[Math.max(0, index - 1)].id;
  if (key === 'Home') return items[0].id;
  if (key === 'End') return items[items.length - 1].id;
  if (key === 'ArrowRight' && item !== undefined && item.kind === 'edge') return item.edge.to;
  return null;
}
