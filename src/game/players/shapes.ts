/** A player for each shape of a path over the matrix, alike in all else, and the same with another generic strategy. */

import type { GenericId } from '../../company/controls.ts';
import type { LevelId } from '../../company/firm.ts';
import { paths, type RealPathId } from '../../company/paths.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { carefulRules } from '../carefulPlayer.ts';
import type { Player } from '../player.ts';
import { playerByRules, type Rule } from './byRules.ts';
import { preparing, treating, walking } from './shapePath.ts';
import { wellRunRules } from './wellRun.ts';

/** The paths of each shape in order; the names are what tables call them. */
const shapes = {
  stay: [],
  p12: ['p12'],
  p13: ['p13'],
  p14: ['p14'],
  'p12>p24': ['p12', 'p24'],
  'p13>p34': ['p13', 'p34'],
  'p12>p23': ['p12', 'p23'],
  'p13>p32': ['p13', 'p32'],
  p24: ['p24'],
  p23: ['p23'],
  'p23>p34': ['p23', 'p34'],
  p34: ['p34'],
  p32: ['p32'],
  'p32>p24': ['p32', 'p24'],
} as const satisfies Readonly<Record<string, readonly RealPathId[]>>;
export type ShapeId = keyof typeof shapes;
export const shapeIds = Object.keys(shapes) as readonly ShapeId[];

/** Shapes that can be walked from a level: staying, and those whose first path begins there. */
export const shapesFrom = (level: LevelId): ShapeId[] =>
  shapeIds.filter((id) => {
    const [first] = shapes[id];
    return first === undefined || paths[first].from === level;
  });

/** Level on which the learner's firm begins. */
export const levelAtStart = ({ firms }: Scenario): LevelId => firms[0].level ?? 'l1';

/** A stall is mended, a sponsor replaced, a breach told, and what nobody answers is healed together with the customer. */
const standing = {
  onStall: 'recover',
  onSponsorLost: 'newSponsor',
  onBreach: 'tellCustomers',
  onCase: 'collaborate',
  onReview: 'honest',
  cashFloor: 2,
} as const;

/**
 * The player of a shape.
 * @param generic generic strategy that is taken from the first round on; left out = the one that the firm has
 */
export function shapePlayer(scenario: Scenario, shape: ShapeId, generic?: GenericId): Player {
  const way: readonly RealPathId[] = shapes[shape];
  const strategy: readonly Rule[] = generic === undefined ? [] : [() => ({ 'biz.generic': generic })];
  return playerByRules(scenario, [...strategy, ...carefulRules, ...wellRunRules, walking(way), preparing(way), treating(way)], standing);
}
