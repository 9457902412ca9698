import { describe, expect, test } from 'vitest';
import { genericIds } from '../../../src/company/controls.ts';
import { bar, broken, drawingOf, leading, type Drawing } from '../../../src/ui/machines/drawing.ts';
import type { Graph } from '../../../src/ui/machines/graph.ts';
import { itemAfter, itemsOf } from '../../../src/ui/machines/items.ts';
import { labelOf } from '../../../src/ui/machines/machineWords.ts';
import { rowsOf } from '../../../src/ui/machines/rows.ts';
import { graphOf } from '../../../src/ui/machines/shipped.ts';

const shipped: readonly (readonly [string, Graph])[] = [
  ['programme', graphOf('programme')],
  ['position', graphOf('position')],
  ['case', graphOf('case')],
  ['review', graphOf('review')],
  ...genericIds.map((generic) => [`rival: ${generic}`, graphOf('rival', generic)] as const),
];
const at = (graph: Graph, width: number): Drawing => drawingOf(graph, width, labelOf(graph));
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(shipped)('the drawing of the %s', (_, graph) => {
  test.each([280, 328, 560])('at %i px nothing that can be touched lies on anything else, or outside', (width) => {
    const drawing = at(graph, width);
    const boxes: Box[] = [
      ...drawing.states.map(({ x, y, width: wide }) => ({ x, y, width: wide, height: bar })),
      ...drawing.edges.map(({ area }) => area),
    ];
    boxes.forEach((box, index) => {
      expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
      expect(box.x >= 0 && box.x + box.width <= drawing.width && box.y >= 0 && box.y + box.height <= drawing.height).toBe(true);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    });
  });

  test('every label has room for its lines', () => {
    for (const { lines, area } of at(graph, 280).edges) expect(lines.length * leading).toBeLessThanOrEqual(area.height);
  });

  test('every edge is drawn once, from its state to its target', () => {
    const drawing = at(graph, 328);
    const moving = graph.edges.filter(({ from, to }) => from !== to).map(({ id }) => id);
    expect(drawing.edges.map(({ edge }) => edge.id).sort()).toEqual([...moving].sort());
    const loops = drawing.states.flatMap(({ loop }) => (loop ? [loop.id] : []));
    expect(loops.sort()).toEqual(
      graph.edges
        .filter(({ from, to }) => from === to)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { edge, side, path } of drawing.edges) {
      const target = drawing.states.find(({ state }) => state === edge.to)!;
      const [x, y] = [target.x, target.y + bar / 2];
      if (side === 'down') expect(path.endsWith(`V${target.y - 1}`)).toBe(true);
      else expect(path.endsWith(side === 'left' ? ` ${y}H${x - 1}` : ` ${y}H${x + target.width + 1}`)).toBe(true);
    }
  });

  test('lines into different states never run in the same place', () => {
    const upright = (path: string): { x: number; from: number; to: number } | null => {
      const found = /Q\S+ \S+ (\S+) (\S+)V(\S+)Q/.exec(path);
      if (!found) return null;
      const [x, a, b] = found.slice(1).map(Number);
      return { x, from: Math.min(a, b), to: Math.max(a, b) };
    };
    const lines = at(graph, 328).edges.flatMap(({ edge, path }) => {
      const line = upright(path);
      return line ? [{ target: edge.to, ...line }] : [];
    });
    lines.forEach((line, index) => {
      const met = lines.slice(index + 1).filter((other) => other.target !== line.target && other.x === line.x);
      for (const other of met) expect(other.from > line.to || line.from > other.to).toBe(true);
    });
  });

  test('the keys come to every state and way, and stop at both ends', () => {
    const items = itemsOf(at(graph, 328));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items).toHaveLength(graph.states.length + graph.edges.length);
    const met = [itemAfter(items, null, 'ArrowDown')!];
    for (let press = 1; press < items.length; press += 1) met.push(itemAfter(items, met[press - 1], 'ArrowDown')!);
    expect(met).toEqual(items.map(({ id }) => id));
    expect(itemAfter(items, met.at(-1)!, 'ArrowDown')).toBe(met.at(-1));
    expect(itemAfter(items, met[0], 'ArrowUp')).toBe(met[0]);
    expect([itemAfter(items, met[1], 'Home'), itemAfter(items, met[1], 'End')]).toEqual([met[0], met.at(-1)]);
    expect(itemAfter(items, met[0], 'x')).toBeNull();
  });
});

test('the programme is drawn from its start down to where it is taken back', () => {
  expect(rowsOf(graphOf('programme'))).toEqual([
    'idle',
    'analysing',
    'checking',
    'planning',
    'approved',
    'piloting',
    'rollingOut',
    'embedding',
    'stalled',
    'rollingBack',
  ]);
});

test('the right key goes along a way', () => {
  const items = itemsOf(at(graphOf('programme'), 328));
  expect(itemAfter(items, 'stalled-rollingOut', 'ArrowRight')).toBe('rollingOut');
  expect(itemAfter(items, 'stalled', 'ArrowRight')).toBeNull();
});

test.each([
  ['one two three', 60, ['one two', 'three']],
  ['unbreakableword', 20, ['unbreakableword']],
  ['a b', 200, ['a b']],
])('"%s" in %i px is broken at spaces', (text, width, lines) => {
  expect(broken(text, width)).toEqual(lines);
});
