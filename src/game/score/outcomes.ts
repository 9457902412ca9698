/** What replays of a run and of its anchors came to: all that a score is made of. */

import type { ConductEvidence } from '../conduct/evidence.ts';

/** What one replay of a run is worth. */
export interface Outcome {
  /** True satisfaction of those served in the last four quarters, leavers included, points 0-100. */
  satisfaction: number;
  /** Value created in currency: discounted results of the run and its run-off, and what the closing customer equity exceeds the opening one. */
  value: number;
  /** Customer value: what customers truly think of the offer over those of rivals, in the core where one is named; points, 0 = the fair-value line. */
  x3: number;
  /** Loyalty: truly loyal less spuriously loyal, and how many a rival's strike left; points -50 to 100. */
  x4: number;
  insolvent: boolean;
  /** True when fewer than a fifth of the opening customers are left. */
  unviable: boolean;
  /** Quarter, from 1, at whose end debts first passed the limit; beyond the quarters of the run it lies in the run-off. Null while solvent. */
  insolventFrom: number | null;
  /** Quarter, from 1, since which too few customers are left, to the end of the run-off; null where enough are. */
  unviableFrom: number | null;
  conduct: ConductEvidence;
}

/** Outcomes of one luck seed: the run, and the three anchor playbooks with the same luck. */
export interface SeedOutcomes {
  seed: number;
  run: Outcome;
  worst: Outcome;
  stay: Outcome;
  best: Outcome;
}
