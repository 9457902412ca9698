/** The learner's forecast of the first rival's move, held against what the rival was seen to do when the round ended. */

import type { QuarterPlan } from '../company/controls.ts';
import type { KnownReport, RivalSeen } from './reports.ts';

export interface RivalForecast {
  rival: string;
  said: RivalSeen['move'];
  seen: RivalSeen['move'];
  right: boolean;
}

/** The outcome of a round's forecast; null where none was made or there is no rival. @param known report at the end of the round */
export function rivalForecastOf(plan: Pick<QuarterPlan, 'prd.rival'>, known: Pick<KnownReport, 'rivals'>): RivalForecast | null {
  const said = plan['prd.rival'];
  const rival = known.rivals[0];
  if (said === 'none' || rival === undefined) return null;
  return { rival: rival.id, said, seen: rival.move, right: said === rival.move };
}
