/** How readiness moves in a quarter: the six stocks, links between departments, how far a roll-out reaches, how the tool suits the work. */

import { pairIds } from '../../company/controlOptions.ts';
import { stockIds, type StockId } from '../../company/firm.ts';
import type { KnownReport } from '../reports.ts';
import { EXACT, firm, type Formula, type GlassInput, input, type ParameterRef, type Reading } from './formula.ts';

/** A stock as it stood at the end of a quarter. */
const stock = (id: StockId, { programme, quarter }: KnownReport): GlassInput => ({
  key: id,
  kind: 'stock',
  id,
  value: programme.stocks[id],
  unit: 'points',
  quarter,
});

/** What makes the spending of the plan work more or less; the sponsor's hours work as they are. */
const effect = firm('stock.alignmentFloor', 'stock.weakestFloor', 'stock.weakestSlope', 'stock.orphan', 'stock.unmeasured');
const own: Readonly<Record<StockId, readonly ParameterRef[]>> = {
  S: firm('input.reviewToS', 'input.programmeS'),
  L: firm('input.hour', 'stock.L.hours'),
  X: firm('input.alignX', 'input.share', 'stock.visionExplicitX', 'stock.visionImplicitX'),
  H: firm('input.people', 'input.training', 'stock.turnover'),
  T: firm('input.programmeT'),
  Q: firm('input.serviceToQ', 'input.programmeQ'),
};

/** A formula of the programme that starts from the quarter before. */
function moved(
  id: string,
  says: string,
  parameters: readonly ParameterRef[],
  read: (before: KnownReport, last: KnownReport) => Reading,
): Formula {
  return {
    id,
    says,
    group: 'programme',
    parameters,
    read: ({ known }) => {
      const [before, last] = known.slice(-2);
      return before && last ? read(before, last) : null;
    },
    reckon: null,
    unreckoned: 'rules',
    tolerance: EXACT,
  };
}

export const stockFormulas: readonly Formula[] = [
  ...stockIds.map((id) =>
    moved(
      `stock.${id}`,
      id === 'L' ? 'stock.L' : 'stock',
      [...firm(`stock.${id}.kappa`, 'stock.scale', `stock.${id}.decay`), ...own[id], ...(id === 'L' ? [] : effect)],
      (before, last) => ({
        result: last.programme.stocks[id],
        unit: 'points',
        quarter: last.quarter,
        inputs: [stock(id, before), ...(id === 'S' || id === 'L' ? [] : [stock('S', before)])],
      }),
    ),
  ),
  ...pairIds.map((pair) =>
    moved(
      `link.${pair}`,
      'link',
      firm('link.talk', 'link.jointTarget', 'link.sharedBonus', 'link.share', 'link.decay', 'link.linked'),
      (before, last) => ({
        result: last.programme.links[pair],
        unit: 'points',
        quarter: last.quarter,
        inputs: [input('linkBefore', before.programme.links[pair], 'points', before.quarter)],
      }),
    ),
  ),
  moved('programme.rollout', 'programme.rollout', firm('programme.fullAdoption', 'programme.pilotReach'), (before, last) => ({
    result: last.programme.rollout,
    unit: 'share',
    quarter: last.quarter,
    inputs: [
      input('rolloutBefore', before.programme.rollout, 'share', before.quarter),
      input('adoptionBefore', before.programme.adoption, 'points', before.quarter),
    ],
  })),
  {
    id: 'programme.toolFit',
    says: 'programme.toolFit',
    group: 'programme',
    parameters: firm('adoption.fitBase', 'adoption.toolTooBig', 'adoption.trial'),
    read: ({ known }) => {
      const last = known.at(-1);
      const fit = last?.programme.toolFit ?? null;
      if (!last || fit === null) return null;
      return { result: fit, unit: 'points', quarter: last.quarter, inputs: [stock('T', last), stock('H', last)] };
    },
    reckon: null,
    unreckoned: 'rules',
    tolerance: EXACT,
  },
];
