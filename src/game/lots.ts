/** Draws by lot for players that are programs: what a control may be set to, drawn by key. */

import { channelsInUse } from '../company/channels.ts';
import type { AnyControl, PathId } from '../company/controls.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { otherChannelIds } from '../sim/market.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';

/** Keyed draws in order: one stream for each control and quarter, whatever happens to the others. */
export class Lots {
  private readonly seed: number;
  private readonly control: number;
  private readonly quarter: number;
  private drawn = 0;

  constructor(seed: number, control: number, quarter: number) {
    this.seed = seed;
    this.control = control;
    this.quarter = quarter;
  }

  /** (0, 1). */
  next(): number {
    this.drawn += 1;
    return keyedUnit(this.seed, purpose.player, this.control, this.quarter, this.drawn);
  }

  /** 0..count - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  one<T>(options: readonly T[]): T {
    return options[this.below(options.length)]!;
  }

  /** At most `most` of the options, in their order. */
  some<T>(options: readonly T[], most: number): T[] {
    return this.exactly(options, this.below(Math.min(most, options.length) + 1));
  }

  /** `count` of the options, in their order. */
  exactly<T>(options: readonly T[], count: number): T[] {
    const left = [...options];
    for (let drop = options.length - count; drop > 0; drop -= 1) left.splice(this.below(left.length), 1);
    return left;
  }
}

/** A value that a control may have, in its own shape. @param paths that crm.path is drawn from */
export function valueByLot(control: AnyControl, lots: Lots, market: Scenario['market'], paths: readonly PathId[]): unknown {
  const segmentIds = market.segments.map(({ id }) => id);
  const level = ({ low, high, step }: { low: number; high: number; step: number }): number =>
    low + step * lots.below((high - low) / step + 1);
  if (control.id === 'crm.path') return lots.one(paths);
  switch (control.kind) {
    case 'choice':
      return lots.one<string>(control.options);
    case 'level':
      return level(control);
    case 'subset':
      return lots.some<string>(optionsHere(control, market), control.most);
    case 'segments':
      return lots.some(segmentIds, control.most);
    case 'choiceEach':
      return Object.fromEntries(segmentIds.map((id) => [id, lots.one<string>(control.options)]));
    case 'levelEach':
      return Object.fromEntries(segmentIds.map((id) => [id, level(control)]));
    case 'split': {
      const parts = Object.fromEntries(control.options.map((option) => [option, 0]));
      for (let left = 100; left > 0; left -= control.step) parts[lots.one<string>(control.options)]! += control.step;
      return parts;
    }
  }
}

/** Options of a list that mean anything in this market: a channel that others run only where somebody prefers it. */
function optionsHere({ options }: { options: readonly string[] }, market: Scenario['market']): readonly string[] {
  const used = channelsInUse(market.segments);
  const nobodys = otherChannelIds.filter((id) => !used.includes(id));
  return options.filter((option) => !nobodys.some((id) => id === option));
}
