/** A firm at the end of a quarter, asked again and again under other luck: who answers is drawn anew, who the people are is not. */

import type { QuarterPlan } from '../../../src/company/controls.ts';
import type { ReviewFigure } from '../../../src/company/review/reviewState.ts';
import { advance } from '../../../src/game/playQuarter.ts';
import { startPlaying } from '../../../src/game/replay.ts';
import type { Asking } from '../../../src/game/review/asking.ts';
import type { ReviewMethod } from '../../../src/game/review/asking.ts';
import { shippedScenario } from '../shippedScenario.ts';

/** The learner's firm of a scenario after `quarters`, played under one plan. */
export function asked(id: string, quarters: number, plan: Partial<QuarterPlan> = {}): Asking {
  const { scenario } = shippedScenario(id);
  const { world } = startPlaying(scenario, { customers: 2000, world: 0, populationSeed: 1, luckSeed: 1 });
  const firm = scenario.firms[0]!.id;
  let last = advance(world, new Map([[firm, { plan, moves: [] }]]));
  for (let quarter = 1; quarter < quarters; quarter += 1) last = advance(world, new Map());
  const [company] = world.played;
  return { world, company: company!, played: last.market, offers: last.offers, frame: 'everyone', n: 400, moment: 'ordinary' };
}

/** The same under other luck. */
export const under = (asking: Asking, luckSeed: number): Asking => ({
  ...asking,
  world: { ...asking.world, market: { ...asking.world.market, luckSeed } },
});

/** Every figure by id, found by so many samples. */
export function sampled(method: ReviewMethod, asking: Asking, samples: number): Map<string, ReviewFigure[]> {
  const found = new Map<string, ReviewFigure[]>();
  for (let sample = 0; sample < samples; sample += 1) {
    for (const figure of method(under(asking, 1000 + sample))) found.set(figure.id, [...(found.get(figure.id) ?? []), figure]);
  }
  return found;
}

/** Share 0-1 of the intervals that hold what is true. */
export function coverage(figures: readonly ReviewFigure[]): number {
  const held = figures.filter(({ low, high, truth }) => low !== null && truth !== null && low <= truth && truth <= high!);
  return held.length / figures.length;
}
export const meanOf = (figures: readonly ReviewFigure[]): number => figures.reduce((sum, { value }) => sum + value!, 0) / figures.length;
