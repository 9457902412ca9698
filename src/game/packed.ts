/**
 * A run packed for a link, a QR code or the memory of a learning platform: everything but the notes, in as few characters as varying
 * numbers and differences allow. It holds indexes into the catalogue of decisions and a mark of that catalogue, so that a packed run is
 * either read as it was meant or refused; the file (runFile.ts) names everything by word and is the form to keep.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { controls } from '../company/controls.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { appendEntry, newRun } from './chain.ts';
import { ByteReader, ByteWriter, fromBase64Url, PackedDamage, toBase64Url, WordList } from './packedBytes.ts';
import { stepLists } from './packedCaseStep.ts';
import { readLookedAhead, writeLookedAhead } from './packedLookedAhead.ts';
import { reviewLists } from './packedReviewStep.ts';
import { orderLists, readMove, readStanding, writeMove, writeStanding } from './packedOrders.ts';
import { PlanPacker } from './packedPlan.ts';
import { kpiIds } from './reports.ts';
import { driverIds, mostQuarters, runFormat, type EntryData, type RunFile, type RunHeader } from './run.ts';
import { parseRun, writeRun, type ParsedRun } from './runFile.ts';
import { mostEntries } from './runSchema.ts';

const packedVersion = 2;
/** Longer texts are refused unread. */
const mostCharacters = 16384;
const mostIdBytes = 160;
const mostWords = 64;
const checkBytes = 4;

const kinds = ['plan', 'move', 'predict', 'commit'] as const satisfies readonly EntryData['kind'][];
const makers = ['learner', 'lecturer', 'playbook'] as const;
const roundLengths = [1, 2, 4] as const;
const modes = ['practice', 'assigned'] as const;

/** Two bytes that change with every list an index of the packed form points into. */
const catalogueMark = sha256(utf8ToBytes(canonicalJson([controls, kpiIds, driverIds, orderLists, stepLists, reviewLists]))).slice(0, 2);

/**
 * Packs a run as `parseRun` and `appendEntries` make them: entries in the order of play, every named control whole.
 * Throws a RangeError on decisions that `parseRun` would refuse.
 */
export function packRun(run: RunFile): string {
  const writer = new ByteWriter();
  const segmentIds = segmentIdsOf(run);
  const words = new WordList();
  const entries = new ByteWriter();
  writeEntries(entries, run, segmentIds, words);
  writer.number(packedVersion);
  writer.raw(catalogueMark);
  writeHeader(writer, run);
  for (const list of [segmentIds, words.list]) {
    writer.number(list.length);
    list.forEach((word) => writer.text(word));
  }
  writer.number(run.digests.length);
  run.digests.forEach((digest) => writer.raw(hexToBytes(digest)));
  writer.raw(entries.finish());
  const bytes = writer.finish();
  writer.raw(sha256(bytes).slice(0, checkBytes));
  return toBase64Url(writer.finish());
}

/**
 * Opens a packed run; its chain is made anew, as the notes are gone. Errors besides those of `parseRun`: `packedTooLong`,
 * `packedVersion` (made by another version of this form), `packedCatalogue` (made with other decisions), `packedDamaged`.
 */
export function unpackRun(text: string): ParsedRun {
  const refuse = (code: string): ParsedRun => ({ ok: false, errors: [{ code, at: '' }] });
  if (text.length > mostCharacters) return refuse('packedTooLong');
  const bytes = fromBase64Url(text);
  if (bytes === null || bytes.length <= checkBytes) return refuse('packedDamaged');
  if (bytes[0] !== packedVersion) return refuse('packedVersion');
  const content = bytes.slice(0, -checkBytes);
  if (bytesToHex(sha256(content).slice(0, checkBytes)) !== bytesToHex(bytes.slice(-checkBytes))) return refuse('packedDamaged');
  try {
    const reader = new ByteReader(content.slice(1));
    if (bytesToHex(reader.raw(catalogueMark.length)) !== bytesToHex(catalogueMark)) return refuse('packedCatalogue');
    const { run, segmentIds } = readRun(reader);
    return parseRun(writeRun(run), segmentIds);
  } catch (error) {
    if (error instanceof PackedDamage) return refuse('packedDamaged');
    throw error;
  }
}

function segmentIdsOf(run: RunFile): string[] {
  const ids = new Set<string>();
  for (const entry of run.entries) {
    if (entry.kind !== 'plan') continue;
    for (const control of controls) {
      const value: unknown = entry.data.plan[control.id];
      if (value === undefined) continue;
      if (control.kind === 'segments') for (const id of value as readonly string[]) ids.add(id);
      if (control.kind === 'choiceEach' || control.kind === 'levelEach') for (const id of Object.keys(value as object)) ids.add(id);
    }
  }
  return [...ids].sort((a, b) => (a < b ? -1 : 1));
}

function writeHeader(writer: ByteWriter, run: RunFile): void {
  const { parent, assignment, claimed, lookedAhead } = run;
  writer.number(run.epoch);
  writer.text(run.app);
  writer.text(run.scenario.id);
  writer.raw(hexToBytes(run.scenario.hash));
  for (const value of [run.customers, run.world, run.populationSeed, run.luckSeed]) writer.number(value);
  writer.number(
    modes.indexOf(run.mode) +
      (parent ? 2 : 0) +
      (assignment ? 4 : 0) +
      (claimed ? 8 : 0) +
      (run.allOpen ? 16 : 0) +
      (lookedAhead ? 32 : 0) +
      (run.glassAtEnd ? 64 : 0),
  );
  if (parent) writer.raw(hexToBytes(parent));
  if (assignment) writer.text(assignment.id);
  if (assignment) writer.text(assignment.student);
  if (claimed) writer.float(claimed.total);
  if (lookedAhead) writeLookedAhead(writer, lookedAhead);
}

function readRun(reader: ByteReader): { run: RunFile; segmentIds: readonly string[] } {
  const epoch = reader.number();
  const app = reader.text(mostIdBytes);
  const scenario = { id: reader.text(mostIdBytes), hash: bytesToHex(reader.raw(32)) };
  const [customers, world, populationSeed, luckSeed] = [reader.number(), reader.number(), reader.number(), reader.number()];
  const flags = reader.below(128);
  const header: RunHeader = {
    format: runFormat,
    epoch,
    app,
    scenario,
    customers,
    world,
    populationSeed,
    luckSeed,
    mode: modes[flags % 2]!,
    ...(flags & 16 && { allOpen: true as const }),
    ...(flags & 64 && { glassAtEnd: true as const }),
    ...(flags & 2 && { parent: bytesToHex(reader.raw(32)) }),
    ...(flags & 4 && { assignment: { id: reader.text(4 * mostIdBytes), student: reader.text(4 * mostIdBytes) } }),
  };
  const claimed = flags & 8 ? { claimed: { total: reader.float() } } : {};
  const ahead = flags & 32 ? { lookedAhead: readLookedAhead(reader) } : {};
  const [segmentIds, words] = [readWords(reader), readWords(reader)];
  const digests = Array.from({ length: reader.below(mostQuarters + 1) }, () => bytesToHex(reader.raw(8)));
  return { run: { ...readEntries(reader, newRun(header), segmentIds, words), digests, ...claimed, ...ahead }, segmentIds };
}

const readWords = (reader: ByteReader): string[] => Array.from({ length: reader.below(mostWords) }, () => reader.text(mostIdBytes));

/** A tag of kind + 4 maker + 16 (another firm than before) + 32 (with standing orders), then the data; the quarter follows from the order. */
function writeEntries(writer: ByteWriter, run: RunFile, segmentIds: readonly string[], words: WordList): void {
  const packers = new Map<string, PlanPacker>();
  const kept = run.entries.filter((entry) => entry.kind !== 'note');
  let firm = '';
  writer.number(kept.length);
  for (const entry of kept) {
    const ordered = entry.kind === 'plan' && entry.data.standing !== undefined;
    const moved = entry.firm !== firm;
    writer.number(kinds.indexOf(entry.kind) + 4 * makers.indexOf(entry.by) + (moved ? 16 : 0) + (ordered ? 32 : 0));
    if (moved) writer.number(words.index(entry.firm));
    firm = entry.firm;
    if (entry.kind === 'plan') {
      packerOf(packers, firm, segmentIds).write(writer, entry.data.plan);
      if (entry.data.standing) writeStanding(writer, entry.data.standing);
    } else if (entry.kind === 'move') writeMove(writer, entry.data, words);
    else if (entry.kind === 'commit') writer.number(roundLengths.indexOf(entry.data.quarters));
    else {
      writer.number(kpiIds.indexOf(entry.data.kpi as (typeof kpiIds)[number]));
      writer.signed(entry.data.low);
      writer.number(entry.data.high - entry.data.low);
      writer.number(driverIds.indexOf(entry.data.because));
    }
  }
}

function readEntries(reader: ByteReader, start: RunFile, segmentIds: readonly string[], words: readonly string[]): RunFile {
  const packers = new Map<string, PlanPacker>();
  let run = start;
  let firm = '';
  for (let left = reader.below(mostEntries + 1); left > 0; left -= 1) {
    const tag = reader.below(128);
    const by = makers[(tag >> 2) & 3];
    if (by === undefined) throw new PackedDamage('no such maker');
    if (tag & 16) firm = words[reader.below(words.length)]!;
    const decision = readDecision(reader, kinds[tag & 3]!, (tag & 32) !== 0, packerOf(packers, firm, segmentIds), words);
    run = appendEntry(run, decision, { firm, by });
  }
  if (!reader.atEnd) throw new PackedDamage('goes on after its end');
  return run;
}

function packerOf(packers: Map<string, PlanPacker>, firm: string, segmentIds: readonly string[]): PlanPacker {
  const packer = packers.get(firm) ?? new PlanPacker(segmentIds);
  packers.set(firm, packer);
  return packer;
}

function readDecision(
  reader: ByteReader,
  kind: (typeof kinds)[number],
  ordered: boolean,
  packer: PlanPacker,
  words: readonly string[],
): EntryData {
  switch (kind) {
    case 'plan': {
      const plan = packer.read(reader);
      return { kind, data: ordered ? { plan, standing: readStanding(reader) } : { plan } };
    }
    case 'move':
      return { kind, data: readMove(reader, words) };
    case 'commit':
      return { kind, data: { quarters: roundLengths[reader.below(roundLengths.length)]! } };
    case 'predict': {
      const kpi = kpiIds[reader.below(kpiIds.length)]!;
      const low = reader.signed();
      return { kind, data: { kpi, low, high: low + reader.number(), because: driverIds[reader.below(driverIds.length)]! } };
    }
  }
}
