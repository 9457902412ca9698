/** Where the boxes and arrows of the flow of customer information stand. */

import type { FlowArrow } from '../../game/known/dataFlow.ts';
import type { ListId } from '../../sim/records/recordActions.ts';

/** Pixels of the drawing: lists left, the store right. */
export const size = { width: 340, list: 96, store: 72, row: 76, box: 56 } as const;

export interface DrawnArrow {
  arrow: FlowArrow;
  from: number;
  to: number;
  y: number;
  /** Base line of the reason. */
  words: number;
}
export interface DrawnList {
  list: ListId;
  y: number;
  arrows: readonly DrawnArrow[];
}

export function drawnFlow(flow: readonly FlowArrow[]): { lists: readonly DrawnList[]; height: number } {
  const ids = [...new Set(flow.map(({ list }) => list))];
  const [left, right] = [size.list + 4, size.width - size.store - 4];
  const lists = ids.map((list, place): DrawnList => {
    const y = place * size.row + (size.row - size.box) / 2;
    const arrows = flow
      .filter((arrow) => arrow.list === list)
      .map((arrow): DrawnArrow => {
        const inward = arrow.way === 'in';
        const at = y + (inward ? size.box / 3 : (2 * size.box) / 3);
        return { arrow, from: inward ? left : right, to: inward ? right : left, y: at, words: inward ? at - 5 : at + 14 };
      });
    return { list, y, arrows };
  });
  return { lists, height: ids.length * size.row };
}
