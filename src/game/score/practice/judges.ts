/** The ten criteria of the practice half. */

import type { Judge } from '../judging.ts';
import type { PracticeId } from '../weights.ts';
import { judgeAccuracy } from './accuracy.ts';
import { judgeAdjustment } from './adjustment.ts';
import { judgeAppropriateness } from './appropriateness.ts';
import { judgeData } from './data.ts';
import { judgeGoverning } from './governing.ts';
import { judgeHonesty } from './honesty.ts';
import { judgePeople } from './people.ts';
import { judgeRelations } from './relations.ts';
import { judgeTargets } from './targets.ts';
import { judgeTools } from './tools.ts';

export const practiceJudges: Readonly<Record<PracticeId, Judge>> = {
  N1: judgeData,
  N2: judgeTargets,
  N3: judgeRelations,
  N4: judgePeople,
  N5: judgeTools,
  G1: judgeGoverning,
  V1: judgeAppropriateness,
  V2: judgeAccuracy,
  V3: judgeHonesty,
  A1: judgeAdjustment,
};
