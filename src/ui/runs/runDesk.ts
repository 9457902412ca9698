/** What the screens need to begin, open and move runs; main.ts hands it over. */

import type { Assignment } from '../../classroom/assignment.ts';
import type { Outcome } from '../../saves/outcome.ts';
import type { Saves } from '../../saves/saves.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import type { FirmProgress } from '../firms/firmCheck.ts';
import type { FirmReader } from '../firms/firmReader.ts';
import type { FileProgress } from './fileCheck.ts';
import type { StoppableReader } from './fileReader.ts';
import type { Session } from '../session.svelte.ts';

export interface RunDesk {
  saves(): Promise<Saves>;
  /** Begins a run of its own on a shipped scenario or a firm of one's own, with every card open if asked. The session is not open yet. */
  begin(scenarioRef: string, allOpen: boolean): Promise<Outcome<Session>>;
  /** A shipped firm by id; null when this app does not have it. */
  shipped(id: string): Promise<ScenarioFolder | null>;
  /** Begins a student's run of an assignment that fits its firm. The session is not open yet. */
  beginAssigned(assignment: Assignment, student: string): Promise<Outcome<Session>>;
  /** A kept run; read only where another tab has it or it is of another engine. The session is not open yet. */
  open(id: string): Promise<Outcome<Session>>;
  /** Reads one run file away from the page. */
  reader(tell: FileProgress): Promise<StoppableReader>;
  /** Reads one scenario file away from the page. */
  firmReader(tell: FirmProgress): Promise<FirmReader>;
  /** The same decisions on today's engine; answers the id of the copy. */
  copyToToday(id: string, scenarioId: string): Promise<Outcome<string>>;
}
