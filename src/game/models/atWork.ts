/** What models at work have made of the files. */

import type { Scored } from '../../company/targeting.ts';
import type { ListTreatment } from '../../sim/offer.ts';
import type { ModelId } from '../../sim/records/models.ts';

/** Models at work in a quarter and what they made of the files. Not changed once made. */
export interface ModelsAtWork {
  models: readonly ModelId[];
  /** Customers known by name when they were scored. */
  known: number;
  scored: Scored;
  lists: ListTreatment | null;
}
