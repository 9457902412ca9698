/**
 * Geometry of the drawing of a machine, in pixels: states from top to bottom, what leads on to the next row straight down, what leads
 * back in lanes on the left, what leads further down in lanes on the right. Edges into the same state share a lane.
 */

import type { Edge, Graph } from './graph.ts';
import { rowsOf } from './rows.ts';

export interface DrawnState {
  state: string;
  /** Left edge, upper edge and width of its bar. */
  x: number;
  y: number;
  width: number;
  /** What happens while the state is kept; null where nothing does. */
  loop: Edge | null;
}
export interface DrawnEdge {
  edge: Edge;
  side: 'down' | 'left' | 'right';
  path: string;
  /** Lines of the label, and where they begin (left, down) or end (right). */
  lines: readonly string[];
  x: number;
  y: number;
  /** Where it may be touched. */
  area: { x: number; y: number; width: number; height: number };
}
export interface Drawing {
  width: number;
  height: number;
  states: readonly DrawnState[];
  edges: readonly DrawnEdge[];
}

export const bar = 28;
export const leading = 14;
const lanePitch = 9;
const nearest = 12;
const bend = 5;
const smallest = 24;
const gap = 10;
/** Widest usual letter at the size of a label. */
const letter = 5.8;

type Side = DrawnEdge['side'];

/** Breaks a text into lines of a width, at spaces. */
export function broken(text: string, width: number): readonly string[] {
  const most = Math.max(6, Math.floor(width / letter));
  const lines: string[] = [];
  for (const piece of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= most) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** Lane of each state that is entered on a side, 0 nearest: short trunks inside, and no two that overlap in the same lane. */
function lanesOf(edges: readonly Edge[], rows: readonly string[]): ReadonlyMap<string, number> {
  const trunks = [...new Set(edges.map(({ to }) => to))].map((to) => {
    const ends = edges.filter((edge) => edge.to === to).flatMap((edge) => [rows.indexOf(edge.from), rows.indexOf(to)]);
    return { to, top: Math.min(...ends), bottom: Math.max(...ends) };
  });
  trunks.sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top);
  const lanes = new Map<string, number>();
  for (const trunk of trunks) {
    const met = trunks.filter((other) => lanes.has(other.to) && other.top <= trunk.bottom && trunk.top <= other.bottom);
    let lane = 0;
    while (met.some((other) => lanes.get(other.to) === lane)) lane += 1;
    lanes.set(trunk.to, lane);
  }
  return lanes;
}

/** From a label out to the lane, along it, and into the bar of the target; `out` is -1 to the left, 1 to the right. */
function wire(from: { x: number; y: number }, lane: number, to: { x: number; y: number }, out: 1 | -1): string {
  const down = to.y > from.y ? 1 : -1;
  return (
    `M${from.x} ${from.y}H${lane - out * bend}Q${lane} ${from.y} ${lane} ${from.y + down * bend}` +
    `V${to.y - down * bend}Q${lane} ${to.y} ${lane - out * bend} ${to.y}H${to.x}`
  );
}

/**
 * Lays a machine out for a width.
 * @param label words on an edge
 */
export function drawingOf(graph: Graph, width: number, label: (edge: Edge) => string): Drawing {
  const rows = rowsOf(graph);
  const row = (state: string): number => rows.indexOf(state);
  const moving = graph.edges.filter(({ from, to }) => from !== to);
  const sideOf = ({ from, to }: Edge): Side => {
    if (row(to) < row(from)) return 'left';
    return row(to) === row(from) + 1 ? 'down' : 'right';
  };
  const on = (side: Side): readonly Edge[] => moving.filter((edge) => sideOf(edge) === side);
  const lanes = { left: lanesOf(on('left'), rows), right: lanesOf(on('right'), rows) };
  const gutter = (side: 'left' | 'right'): number =>
    lanes[side].size === 0 ? 2 : nearest + Math.max(...lanes[side].values()) * lanePitch + 2;
  const [x0, x1] = [gutter('left'), width - gutter('right')];
  const middle = on('left').length === 0 ? x0 + 14 : Math.round((x0 + x1) / 2);

  const states: DrawnState[] = [];
  const texts: { edge: Edge; side: Side; lines: readonly string[]; top: number; height: number }[] = [];
  let y = 1;
  for (const state of rows) {
    const loop = graph.edges.find(({ from, to }) => from === state && to === state) ?? null;
    states.push({ state, x: x0, y, width: x1 - x0, loop });
    const ends = { left: y + bar + 3, right: y + bar + 3 };
    const own = moving.filter(({ from }) => from === state);
    for (const side of ['down', 'left', 'right'] as const) {
      for (const edge of own.filter((each) => sideOf(each) === side)) {
        const column = side === 'left' ? 'left' : 'right';
        const lines = broken(label(edge), column === 'left' ? middle - x0 - 14 : x1 - middle - 14);
        const height = Math.max(smallest, lines.length * leading + 6);
        texts.push({ edge, side, lines, top: ends[column], height });
        ends[column] += height;
      }
    }
    y = Math.max(ends.left, ends.right) + gap;
  }

  const barOf = (state: string): DrawnState => states[row(state)];
  const edges = texts.map(({ edge, side, lines, top, height }): DrawnEdge => {
    const target = barOf(edge.to);
    const first = top + height / 2 - ((lines.length - 1) * leading) / 2;
    const area = side === 'left' ? { x: 0, width: middle - 4 } : { x: middle - 4, width: width - middle + 4 };
    const at = { edge, side, lines, y: first, area: { ...area, y: top, height } };
    if (side === 'down') return { ...at, x: middle + 8, path: `M${middle} ${barOf(edge.from).y + bar}V${target.y - 1}` };
    const out = side === 'left' ? -1 : 1;
    const inner = side === 'left' ? x0 : x1;
    const lane = inner + out * (nearest + (lanes[side].get(edge.to) ?? 0) * lanePitch);
    const start = { x: inner + out * -2, y: first };
    return { ...at, x: inner - out * 6, path: wire(start, lane, { x: inner + out, y: target.y + bar / 2 }, out) };
  });
  return { width, height: y - gap + 2, states, edges };
}
