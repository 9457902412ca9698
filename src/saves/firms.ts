/** Firms of one's own: scenarios that came as a file. Each is kept under the hash of what is in it, and nothing is ever written over. */

import type { Hash } from '../game/run.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioCard, type ScenarioCard } from '../scenario/scenarioCard.ts';
import { folderHash, scenarioHash } from '../scenario/scenarioHash.ts';
import { firmFileKey, firmKey, firmPrefix, firmsPrefix, scenarioKey } from './keys.ts';
import { listRuns } from './listRuns.ts';
import { done, failed, type Outcome } from './outcome.ts';
import type { RunFirm, Time } from './records.ts';
import { hasRules, readScenario, scenarioText, type FoundScenario } from './scenarioText.ts';
import type { Holder, Row, Store } from './store.ts';

export interface FirmFile {
  name: string;
  bytes: Uint8Array;
}

/** What is kept of a firm besides its scenario and its file. */
export interface FirmRecord {
  card: ScenarioCard;
  /** Hash of its rules, by which run files name it. */
  rules: Hash;
  file: { name: string; size: number };
  playbooks: number;
  /** False: its runs are played without a score. */
  scored: boolean;
  at: Time;
}

export interface Firm extends FirmRecord {
  /** Hash of all that is in it. */
  content: Hash;
}

/** A firm that was given, as it is kept now. */
export interface AddedFirm {
  content: Hash;
  /** It was here already with exactly this content; nothing was changed. */
  known: boolean;
  /** Other firms of one's own under the same id. */
  versions: number;
  /** `memory`: it ends with the page. */
  holds: Holder;
}

/** What a run keeps of the firm that it is played on. */
const runFirm = (content: Hash, { title, quarters }: Scenario): RunFirm => ({ content, title, quarters });

export interface Firms {
  list(): Promise<Outcome<Firm[]>>;
  /** Keeps a firm beside all others; one with exactly this content stays as it is. */
  add(folder: ScenarioFolder, file: FirmFile): Promise<Outcome<AddedFirm>>;
  /** Also of a firm that was deleted while runs are played on it. Code besides those of the store: `firmMissing`. */
  find(content: Hash): Promise<Outcome<FoundScenario>>;
  /** The file as it came. Code besides those of the store: `firmMissing`. */
  file(content: Hash): Promise<Outcome<FirmFile>>;
  /** Runs on it stay, and go on with the scenario that they keep. */
  remove(content: Hash): Promise<Outcome<void>>;
}

export const firmsIn = (store: Store, now: () => Time): Firms => ({
  list: () => listFirms(store),
  add: (folder, file) => addFirm(store, folder, file, now()),
  find: (content) => findFirm(store, content),
  file: (content) => firmFile(store, content),
  remove: (content) => removeFirm(store, content),
});

/** Codes: those of the store. */
async function addFirm(store: Store, folder: ScenarioFolder, { name, bytes }: FirmFile, at: Time): Promise<Outcome<AddedFirm>> {
  const content = folderHash(folder);
  const card = scenarioCard(folder.scenario);
  const firms = await listFirms(store);
  if (!firms.ok) return firms;
  const versions = firms.value.filter((firm) => firm.card.id === card.id && firm.content !== content).length;
  const record: FirmRecord = {
    card,
    rules: scenarioHash(folder.scenario),
    file: { name, size: bytes.length },
    playbooks: Object.keys(folder.playbooks).length,
    scored: folder.expected !== null,
    at,
  };
  // Under the hash of what is in it stands the same text, unless that was damaged: then the file mends it.
  const scenario: Row = [scenarioKey(content), scenarioText(folder)];
  const written = await store.write({
    add: [
      [firmKey(content), record],
      [firmFileKey(content), bytes],
    ],
    put: [scenario],
  });
  if (!written.ok && written.code !== 'conflict') return written;
  if (!written.ok && (await findFirm(store, content)).ok === false) {
    const mended = await store.write({ put: [scenario] });
    if (!mended.ok) return mended;
  }
  return done({ content, known: !written.ok, versions, holds: store.holds });
}

/** All firms, the one added last first. */
async function listFirms(store: Store): Promise<Outcome<Firm[]>> {
  const keys = await store.keysUnder(firmsPrefix);
  if (!keys.ok) return keys;
  const contents = keys.value.flatMap((key) => /^firm\/([0-9a-f]{64})\/card$/.exec(key)?.[1] ?? []);
  const rows = await store.read(contents.map(firmKey));
  if (!rows.ok) return rows;
  // Gone between the two readings: another tab deleted it.
  const firms = contents.flatMap((content, i) => (rows.value[i] === undefined ? [] : [{ ...(rows.value[i] as FirmRecord), content }]));
  return done(firms.sort((a, b) => b.at - a.at || (a.content < b.content ? -1 : 1)));
}

/** The scenario of a firm, also of one that was deleted while runs are played on it. Codes: those of the store; `firmMissing`. */
async function findFirm(store: Store, content: Hash): Promise<Outcome<FoundScenario>> {
  const stored = await store.read([scenarioKey(content)]);
  if (!stored.ok) return stored;
  const folder = readWhole(stored.value[0], content);
  return folder === null ? failed('firmMissing') : done({ folder, firm: runFirm(content, folder.scenario) });
}

/** Reads a scenario that is kept under the hash of all that is in it. */
function readWhole(text: unknown, content: Hash): ScenarioFolder | null {
  if (typeof text !== 'string') return null;
  try {
    const folder = JSON.parse(text) as ScenarioFolder;
    return folderHash(folder) === content ? folder : null;
  } catch {
    // Damaged; the caller says that it is not here.
    return null;
  }
}

/** The file as it came. Codes: those of the store; `firmMissing`. */
async function firmFile(store: Store, content: Hash): Promise<Outcome<FirmFile>> {
  const rows = await store.read([firmKey(content), firmFileKey(content)]);
  if (!rows.ok) return rows;
  const [record, bytes] = rows.value as [FirmRecord | undefined, Uint8Array | undefined];
  return record === undefined || bytes === undefined ? failed('firmMissing') : done({ name: record.file.name, bytes });
}

/** A firm with these rules, the one added last; null when there is none. */
export async function firmWithRules(store: Store, rules: Hash): Promise<Outcome<FoundScenario | null>> {
  const firms = await listFirms(store);
  if (!firms.ok) return firms;
  for (const firm of firms.value.filter((one) => one.rules === rules)) {
    const found = await findFirm(store, firm.content);
    if (found.ok && hasRules(found.value.folder, rules)) return found;
  }
  return done(null);
}

/** Deletes a firm and its file. Its scenario stays for as long as runs are played on it. */
async function removeFirm(store: Store, content: Hash): Promise<Outcome<void>> {
  const runs = await listRuns(store);
  if (!runs.ok) return runs;
  const played = runs.value.some(({ firm }) => firm?.content === content);
  return store.write({ removeUnder: [firmPrefix(content)], remove: played ? [] : [scenarioKey(content)] });
}

/** The scenario that a run of such a firm was begun with; null when it is damaged or gone. */
export async function keptScenario(store: Store, rules: Hash, firm: RunFirm | null): Promise<Outcome<ScenarioFolder | null>> {
  const stored = await store.read([scenarioKey(firm?.content ?? rules)]);
  return stored.ok ? done(readScenario(stored.value[0], rules)) : stored;
}
