/** What each guard of the programme asks, by the guard's name: the machine asks these lists, and so does the screen that draws it. */

import type { PathId } from './controls.ts';
import {
  choosePathReasons,
  confirmReasons,
  downscopeReasons,
  type Facts,
  pilotReasons,
  type Reason,
  recoverReasons,
  submitReasons,
} from './guards.ts';

/** Lists of reasons by guard, for the path that it is asked for; an empty list lets through. */
export const programmeGuards = {
  mayChoose: (_path, facts) => choosePathReasons(facts),
  mayConfirm: confirmReasons,
  mayPrepareNext: (path, facts) => [...choosePathReasons(facts), ...confirmReasons(path, facts)],
  maySubmit: submitReasons,
  hasNext: confirmReasons,
  mayStartNext: (path, facts) => [...confirmReasons(path, facts), ...submitReasons(path, facts)],
  mayRecover: recoverReasons,
  mayDownscope: downscopeReasons,
  pilotPassed: pilotReasons,
} as const satisfies Readonly<Record<string, (path: PathId, facts: Facts) => Reason[]>>;
export type ProgrammeGuard = keyof typeof programmeGuards;

/** Whether the guard lets through. */
export const lets = (guard: ProgrammeGuard, path: PathId, facts: Facts): boolean => programmeGuards[guard](path, facts).length === 0;
