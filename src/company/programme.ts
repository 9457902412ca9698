/** Reading the matrix machine of a firm: where it stands and what its programme does. */

import type { PathId } from './controls.ts';
import type { FirmState, LevelId } from './firm.ts';
import type { MatrixContext } from './matrixRules.ts';

/** `approved` and `checking` are passed through within a step and never rest. */
export const programmeStates = [
  'idle',
  'analysing',
  'checking',
  'planning',
  'approved',
  'piloting',
  'rollingOut',
  'embedding',
  'stalled',
  'rollingBack',
] as const;
export type ProgrammeState = (typeof programmeStates)[number];

export interface MatrixValue {
  meters: 'measured';
  position: LevelId;
  programme: ProgrammeState;
}
export interface MatrixState {
  readonly value: MatrixValue;
  readonly context: MatrixContext;
}

export interface ProgrammeStatus {
  state: ProgrammeState;
  level: LevelId;
  /** Path of the running or last programme. */
  path: PathId;
  /** Approved and not yet ended. */
  running: boolean;
  /** Work in the field: pilot, roll-out or embedding. */
  active: boolean;
  context: MatrixContext;
}

/** Where the firm stands on the matrix and in its programme. */
export function programmeOf(firm: Pick<FirmState, 'matrix'>): ProgrammeStatus {
  const { value, context } = firm.matrix as MatrixState;
  const state = value.programme;
  const active = state === 'piloting' || state === 'rollingOut' || state === 'embedding';
  return { state, level: value.position, path: context.path, running: active || state === 'stalled', active, context };
}
