/** What the dossier of a firm is made of. */

import type { ScenarioFolder } from '../../scenario/parseScenario.ts';

export interface Dossier {
  folder: ScenarioFolder;
  /** A firm of one's own that was deleted while runs are played on it. */
  fileGone: boolean;
}
