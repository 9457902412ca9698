/** Ways in which a run that was handed in can have been tampered with, by a forger who hashes the chain anew. */

import { luckSeedOf } from '../../src/classroom/assignment.ts';
import type { RefusalId } from '../../src/classroom/checkRun.ts';
import type { DecisionEntry } from '../../src/game/run.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { assignment } from './classFixture.ts';
import { entries, entry, header, numberChanged, packed, pick, type Tampering } from './mutants.ts';

export interface Family {
  tamper: Tampering;
  /** What it may be refused for. */
  reasons: readonly RefusalId[];
}

const rules: readonly RefusalId[] = ['format', 'assignment', 'illegal-entry', 'digest'];
const damage: readonly RefusalId[] = ['format', 'chain', 'digest'];
const otherHash = 'ab'.repeat(32);

export const families: Readonly<Record<string, Family>> = {
  'a byte of the file': {
    tamper(honest, { run, at, value }) {
      const bytes = new TextEncoder().encode(writeRun(pick(honest, run)));
      bytes[at % bytes.length]! ^= 1 + (value % 255);
      return bytes;
    },
    reasons: damage,
  },
  'a file cut off': { tamper: (honest, { run, at }) => writeRun(pick(honest, run)).slice(0, at % 500), reasons: ['format'] },
  'an entry without a new chain': {
    tamper(honest, { run, at, value }) {
      const whole = pick(honest, run);
      const made = whole.entries.map((each, index) =>
        index === at % whole.entries.length ? ({ ...each, data: numberChanged(each.data, value) } as DecisionEntry) : each,
      );
      return writeRun({ ...whole, entries: made });
    },
    reasons: ['format', 'chain'],
  },
  'a packed byte': { tamper: packed, reasons: [...rules, 'engine-epoch', 'scenario'] },
  'another epoch': { tamper: header(({ epoch }, { value }) => ({ epoch: epoch + 1 + (value % 5) })), reasons: ['engine-epoch'] },
  'another scenario': { tamper: header(({ scenario }) => ({ scenario: { ...scenario, id: 'voras-bank' } })), reasons: ['scenario'] },
  'other rules': { tamper: header(({ scenario }) => ({ scenario: { ...scenario, hash: otherHash } })), reasons: ['scenario'] },
  'other people': { tamper: header((_, { value }) => ({ populationSeed: 1_000 + (value % 1_000) })), reasons: ['assignment'] },
  'other luck': { tamper: header(({ luckSeed }, { value }) => ({ luckSeed: luckSeed + 1 + (value % 99) })), reasons: ['assignment'] },
  'another hidden world': { tamper: header(({ world }) => ({ world: world + 1 })), reasons: ['assignment'] },
  'another number of people': { tamper: header((_, { value }) => ({ customers: 201 + (value % 99) })), reasons: ['assignment'] },
  'every card open': { tamper: header(() => ({ allOpen: true as const })), reasons: ['assignment'] },
  'a glass box shut': { tamper: header(() => ({ glassAtEnd: true as const })), reasons: ['assignment'] },
  'a practice run': { tamper: header(() => ({ mode: 'practice' as const })), reasons: ['assignment'] },
  'a run from elsewhere': { tamper: header(() => ({ parent: otherHash })), reasons: ['assignment'] },
  'another assignment': {
    tamper: header(({ assignment: named }, { value }) => ({ assignment: { ...named!, id: String(value) } })),
    reasons: ['assignment'],
  },
  'an id with spaces around it': {
    tamper: header(({ assignment: named }) => ({ assignment: { ...named!, student: ` ${named!.student} ` } })),
    reasons: ['assignment'],
  },
  "another student's name": {
    tamper: header(({ assignment: named }, { value }) => ({ assignment: { ...named!, student: `B22DCVT${value}` } })),
    reasons: ['assignment'],
  },
  "another student's name and luck": {
    tamper: header(({ assignment: named }, { value }) => ({
      assignment: { ...named!, student: `B22DCVT${value}` },
      luckSeed: luckSeedOf(assignment, `B22DCVT${value}`),
    })),
    reasons: ['illegal-entry', 'digest'],
  },
  'digests of another run': {
    tamper(honest, { run, other }) {
      const [one, from] = [run % honest.length, (run + 1 + (other % (honest.length - 1))) % honest.length];
      return writeRun({ ...honest[one]!, digests: honest[from]!.digests });
    },
    reasons: ['digest'],
  },
  'digests left out or out of order': {
    tamper(honest, { run, at, to }) {
      const whole = pick(honest, run);
      const digests = [...whole.digests];
      const [taken] = digests.splice(at % digests.length, 1);
      if (to % 2 === 1) digests.splice(to % digests.length, 0, taken!);
      return writeRun({ ...whole, digests });
    },
    reasons: ['digest'],
  },
  'a decision changed': {
    tamper: entry((made, { value }) => ({ ...made, data: numberChanged(made.data, value) }) as DecisionEntry),
    reasons: rules,
  },
  'an entry left out': { tamper: entries((list, { at }) => list.toSpliced(at % list.length, 1)), reasons: rules },
  'an entry twice': { tamper: entries((list, { at, to }) => list.toSpliced(to % list.length, 0, pick(list, at))), reasons: rules },
  'entries in another order': {
    tamper: entries((list, { at, to }) => {
      const moved = pick(list, at);
      return list.toSpliced(at % list.length, 1).toSpliced(to % list.length, 0, moved);
    }),
    reasons: rules,
  },
  'an entry of another run': {
    tamper: entries((list, { at, to, other }, honest) => list.toSpliced(to % list.length, 0, pick(pick(honest, other).entries, at))),
    reasons: rules,
  },
  'a decision after the end': {
    tamper: entries((list, { at }) => [
      ...list,
      pick(
        list.filter(({ kind }) => kind !== 'note'),
        at,
      ),
    ]),
    reasons: ['illegal-entry'],
  },
  'an entry in another quarter': { tamper: entry((made) => ({ ...made, quarter: (made.quarter % 8) + 1 })), reasons: ['format'] },
  'an entry by the lecturer': { tamper: entry((made) => ({ ...made, by: 'lecturer' })), reasons: ['assignment'] },
  'an entry by a playbook': { tamper: entry((made) => ({ ...made, by: 'playbook' })), reasons: ['assignment'] },
  'an entry for another firm': {
    tamper: entry((made, { value }) => ({ ...made, quarter: 1, firm: pick(['banh-mi', 'nobody', 'rival'], value) })),
    reasons: ['format', 'illegal-entry'],
  },
  'rounds of another length': {
    tamper: entries((list, { value }) =>
      list.map((made) => (made.kind === 'commit' ? { ...made, data: { quarters: pick([1, 4] as const, value) } } : made)),
    ),
    reasons: ['assignment', 'format'],
  },
  'a note added': {
    tamper: entries((list, { at, value }) =>
      list.toSpliced(at % list.length, 0, { ...list[0]!, kind: 'note', data: { text: `vì ${value}` } } as DecisionEntry),
    ),
    reasons: [],
  },
  'a claim, or rounds said to be looked ahead': {
    tamper(honest, { run, value }) {
      const whole = pick(honest, run);
      const rounds = whole.entries.filter(({ kind }) => kind === 'commit').length;
      return writeRun({ ...whole, claimed: { total: value % 101 }, lookedAhead: Array.from({ length: rounds }, () => value % 9) });
    },
    reasons: [],
  },
};
