/** What the page and the service worker say to each other. Either may be of another build, so that what comes is read with care. */

/** Why files could not be fetched: the network or the server did not give them as they were built, or there is no room. */
export type FetchFailure = 'network' | 'full';

/** What the page asks; the answer to each is a `WorkerState`. */
export type PageQuestion =
  | { ask: 'state' }
  /** From now on files are kept as they are used. */
  | { ask: 'begin' }
  /** Fetch at most so many of the files that are missing. */
  | { ask: 'fill'; most: number }
  /** Keep nothing more, and let go of all that no open tab needs. */
  | { ask: 'remove' }
  /** Let go of older builds that no open tab needs. */
  | { ask: 'tidy' }
  /** Take over from the older worker. */
  | { ask: 'takeOver' };

export interface WorkerState {
  build: string;
  app: string;
  epoch: number;
  /** Files kept, of how many, and how many bytes the kept ones have. */
  have: number;
  of: number;
  bytes: number;
  /** Tabs of the app that are open in this browser. */
  tabs: number;
  /** What went wrong with this question. */
  failure: FetchFailure | null;
}

/** What the worker asks a page; it answers with its build. */
export const buildQuestion = 'rapport-build';

/** What the worker tells every page: a new version could not be fetched. */
export interface NotFetched {
  notFetched: FetchFailure;
}

const asks: readonly string[] = ['state', 'begin', 'fill', 'remove', 'tidy', 'takeOver'] satisfies PageQuestion['ask'][];

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
const isFailure = (data: unknown): data is FetchFailure => data === 'network' || data === 'full';

/** The question in a message; null for anything else. */
export function asQuestion(data: unknown): PageQuestion | null {
  if (!isRecord(data) || typeof data.ask !== 'string' || !asks.includes(data.ask)) return null;
  if (data.ask === 'fill' && typeof data.most !== 'number') return null;
  return data as PageQuestion;
}

/** The state in a message; null for anything else. */
export function asState(data: unknown): WorkerState | null {
  if (!isRecord(data)) return null;
  const { build, app, epoch, have, of, bytes, tabs, failure } = data;
  const counts = [epoch, have, of, bytes, tabs].every((count) => typeof count === 'number');
  const whole = typeof build === 'string' && typeof app === 'string' && counts && (failure === null || isFailure(failure));
  return whole ? (data as unknown as WorkerState) : null;
}

/** The failure in a message; null for anything else. */
export const asNotFetched = (data: unknown): FetchFailure | null => (isRecord(data) && isFailure(data.notFetched) ? data.notFetched : null);
