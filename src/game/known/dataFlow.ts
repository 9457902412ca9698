/** How customer information flows in the firm: from each list into the one store and back to the desks, and what stops it where it does not. */

import { type PairId, pairIds } from '../../company/controls.ts';
import type { FirmState } from '../../company/firm.ts';
import { type ListId, listIds } from '../../sim/records/recordActions.ts';

/** Why nothing flows: no store, no right to share, rows without the joint number, desks that do not look, a channel that is not told. */
export const flowReasons = ['notebook', 'noRight', 'noNumber', 'adoption', 'channel'] as const;
export type FlowReason = (typeof flowReasons)[number];

export interface FlowArrow {
  list: ListId;
  /** `in`: what is written down goes into the store; `out`: the desk sees what all the others wrote. */
  way: 'in' | 'out';
  /** Empty = information flows. */
  missing: readonly FlowReason[];
}

export interface FlowInput {
  store: FirmState['store'];
  /** Pairs of departments with a sharing right; rights are given in the order of `pairIds`. */
  rights: number;
  /** Share 0-1 of the rows of each list that carry the joint number; one entry a list. */
  numbered: readonly number[];
  /** Adoption of the tools in use, points 0-100. */
  adoption: number;
  /** Lists whose channels pass on at once what was said. */
  told: readonly ListId[];
}

/** The department that keeps each list, as the ids of pairs name it. */
const keeper: Readonly<Record<ListId, readonly PairId[]>> = {
  counter: ['marketingSales', 'salesService', 'salesFinance'],
  phone: ['salesService', 'serviceIt', 'serviceOperations'],
  web: ['marketingSales', 'marketingIt'],
  office: ['salesFinance'],
};
/** Below half of a list joined, or half of the staff using the tools, the view that the store gives is the exception. */
const usual = { numbered: 0.5, adoption: 50 };

/** Both arrows of each list, in the order of the lists. */
export function flowOf({ store, rights, numbered, adoption, told }: FlowInput): FlowArrow[] {
  const given = pairIds.slice(0, rights);
  return listIds.slice(0, numbered.length).flatMap((list, place): FlowArrow[] => {
    const shut = [
      ...(store === 'notebook' ? (['notebook'] as const) : []),
      ...(keeper[list].some((pair) => given.includes(pair)) ? [] : (['noRight'] as const)),
    ];
    const met = list !== 'office' && !told.includes(list);
    return [
      { list, way: 'in', missing: numbered[place]! < usual.numbered ? [...shut, 'noNumber'] : shut },
      {
        list,
        way: 'out',
        missing: [...shut, ...(adoption < usual.adoption ? (['adoption'] as const) : []), ...(met ? (['channel'] as const) : [])],
      },
    ];
  });
}
