/** Names under which things are kept. They are a format: a name once given stays. */

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

export const runsPrefix = 'run/';
export const runPrefix = (id: string): string => `${runsPrefix}${id}/`;
export const headerKey = (id: string): string => `${runPrefix(id)}header`;
export const markKey = (id: string): string => `${runPrefix(id)}mark`;
export const exportedKey = (id: string): string => `${runPrefix(id)}exported`;
export const draftKey = (id: string): string => `${runPrefix(id)}draft`;
export const closingKey = (id: string): string => `${runPrefix(id)}closing`;
export const claimsKey = (id: string): string => `${runPrefix(id)}claims`;
export const entriesPrefix = (id: string): string => `${runPrefix(id)}entry/`;
/** @param seq place in the log, from 0 */
export const entryKey = (id: string, seq: number): string => `${entriesPrefix(id)}${digits(seq, 5)}`;
export const reportsPrefix = (id: string): string => `${runPrefix(id)}report/`;
export const reportKey = (id: string, quarter: number): string => `${reportsPrefix(id)}${digits(quarter, 2)}`;
/** @param hash of the rules, or of all that is in the folder where the firm is one's own */
export const scenarioKey = (hash: string): string => `scenario/${hash}`;
export const firmsPrefix = 'firm/';
export const firmPrefix = (content: string): string => `${firmsPrefix}${content}/`;
export const firmKey = (content: string): string => `${firmPrefix(content)}card`;
export const firmFileKey = (content: string): string => `${firmPrefix(content)}file`;
export const assignmentsPrefix = 'assignment/';
export const assignmentKey = (id: string): string => `${assignmentsPrefix}${id}`;
/** Outside the runs: what was seen of a future stays known when the run is deleted. @param future see seen.ts */
export const seenPrefix = (future: string): string => `seen/${future}/`;
export const lockKey = (id: string): string => `lock/${id}`;

/** Run id of a header's key, null for any other key. */
export const runOfHeaderKey = (key: string): string | null => /^run\/([a-z0-9]+)\/header$/.exec(key)?.[1] ?? null;
