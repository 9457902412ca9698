/** The customers of a closed run as they truly are, beside what the firm made of them. Reads the run and changes nothing. */

import { classesAgainstTruth } from './customers/classTruth.ts';
import { needsKnown } from './customers/needs.ts';
import { promiseFelt } from './customers/promise.ts';
import { stepsTaken } from './customers/steps.ts';
import { calibrationOf, type ModelsAgainstTruth } from './customers/modelTruth.ts';
import type { TierFairness } from './customers/tiers.ts';
import { viewOf } from './customers/view.ts';
import { retentionWorth } from './customers/retentionWorth.ts';
import { talkOf } from './customers/talk.ts';
import { whaleOf } from './customers/whale.ts';
import type { PlayedQuarter } from './playQuarter.ts';
import type { PlayedCompany, World } from './world.ts';

/** @param played the last quarter, just played; @param tiers what was gathered of treatment by class, quarter by quarter; @param models of the models; units stand with each part */
export function customersAgainstTruth(
  world: World,
  company: PlayedCompany,
  played: PlayedQuarter,
  tiers: TierFairness | null,
  models: ModelsAgainstTruth,
) {
  const view = viewOf(world, company, played);
  return {
    classes: classesAgainstTruth(view),
    whale: whaleOf(view),
    tiers,
    steps: stepsTaken(view),
    needs: needsKnown(view),
    promise: promiseFelt(view),
    worth: retentionWorth(view),
    talk: talkOf(view),
    models: { quarters: models.quarters, calibration: calibrationOf(models) },
  };
}

export type CustomersAgainstTruth = ReturnType<typeof customersAgainstTruth>;
