/** The best way known in a hidden market, in a sentence. */

import { pathsTaken } from '../../../game/bestWay.ts';
import type { AnchorNames } from '../../../game/gradingTerms.ts';
import type { Playbook } from '../../../scenario/playbook.ts';
import * as m from '../../../text/generated/messages.js';
import { optionWord } from '../../cockpit/planWords.ts';

/** @param anchors of the world; null where the scenario names none */
export function bestWayWords(playbooks: Readonly<Record<string, Playbook>>, anchors: AnchorNames | null): string {
  const best = anchors === null ? undefined : playbooks[anchors.best];
  if (best === undefined) return m.veil_world_title();
  const paths = pathsTaken(best).map((path) => optionWord('crm.path', path));
  return paths.length === 0 ? m.veil_world_best_none() : m.veil_world_best({ paths: paths.join(m.veil_world_then()) });
}
