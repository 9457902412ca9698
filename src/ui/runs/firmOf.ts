/** What the library can say of the firm that a run is played on. */

import type { Firm } from '../../saves/firms.ts';
import type { RunSummary } from '../../saves/listRuns.ts';
import type { ScenarioCard } from '../../scenario/scenarioCard.ts';

export type FirmOfRun = Pick<ScenarioCard, 'title' | 'quarters'>;

/** A run keeps what its own firm is called, whatever ships under the same id; undefined for a shipped firm that is no longer here. */
export const firmOf = ({ firm, scenarioId }: RunSummary, cards: readonly ScenarioCard[]): FirmOfRun | undefined =>
  firm ?? cards.find(({ id }) => id === scenarioId);

/** True for a run on a firm of one's own that was deleted; an assignment's firm is kept with its runs. @param firms null while they are not read */
export const fileGone = ({ firm, assignment }: RunSummary, firms: readonly Firm[] | null): boolean =>
  firm !== null && assignment === null && firms !== null && !firms.some(({ content }) => content === firm.content);
