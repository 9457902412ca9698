/** What a lecturer sets a class: the firm, how it is played, and all that every student starts from alike. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { gradingSeeds } from '../game/gradingTerms.ts';
import type { RunChoice } from '../game/replay.ts';
import type { Hash, RunHeader } from '../game/run.ts';
import type { CriterionId } from '../scenario/criteria.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import type { DeckChange } from './eventDeck.ts';
import type { PolicyDials } from './policyDials.ts';

export const assignmentFormat = 1;

export interface Assignment {
  format: typeof assignmentFormat;
  /** What students see above it. */
  title: string;
  epoch: number;
  /** The firm as it ships, by id and hash of its rules. */
  scenario: { id: string; hash: Hash };
  rounds: number;
  quartersPerRound: 1 | 2 | 4;
  customers: number;
  /** Index of the hidden world. It travels with the assignment and can be read out of it by who knows how. */
  world: number;
  populationSeed: number;
  /** From it and the student's id comes the luck of each student. */
  luckKey: number;
  /** The class is graded on draws that students are not told; what they see at the end stands on the usual ones. */
  heldBack?: true;
  /** These draws, `count` from `first` on: in the lecturer's copy alone. */
  grading?: { first: number; count: number };
  weights?: Partial<Record<CriterionId, number>>;
  /** Whether students may play the same firm in runs of their own before they hand in. */
  practice: boolean;
  allOpen?: true;
  glassAtEnd?: true;
  /** Units put into the till at the start; below 0 taken out. */
  budget?: number;
  deck?: readonly DeckChange[];
  policy?: PolicyDials;
  /** In the lecturer's own words; nothing is refused for being late. */
  deadline?: string;
  note?: string;
}

/** Seeds stay under this, as everywhere on the page: at most nine digits. */
const seedsUnder = 2 ** 29;

/** Name of an assignment: ten hex digits of the hash of all that decides results. Other words, another deadline or the lecturer's copy keep it. */
export function assignmentId(assignment: Assignment): string {
  const rules: Partial<Assignment> = { ...assignment };
  for (const key of ['title', 'grading', 'deadline', 'note'] as const) delete rules[key];
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(rules)))).slice(0, 10);
}

/** A student's id as it is written: one space between parts, none around. */
export const tidyStudent = (id: string): string => id.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** Two ids with one key are one student: capitals do not count. */
export const studentKey = (id: string): string => tidyStudent(id).toUpperCase();

/** Luck of a student: the first 29 bits of the hash of the assignment's key and the student's. */
export function luckSeedOf({ luckKey }: Pick<Assignment, 'luckKey'>, student: string): number {
  const [a, b, c, d] = sha256(utf8ToBytes(`${luckKey} ${studentKey(student)}`));
  return (((a! * 256 + b!) * 256 + c!) * 256 + d!) % seedsUnder;
}

/** Draws on which it is graded. @throws RangeError for a students' copy whose draws are held back */
export function gradingSeedsOf({ grading, heldBack }: Assignment): readonly number[] {
  if (grading) return Array.from({ length: grading.count }, (_, index) => grading.first + index);
  if (heldBack) throw new RangeError('the draws are held back');
  return gradingSeeds;
}

/** What students are given: the same without draws that are held back. */
export function studentsCopy(assignment: Assignment): Assignment {
  const copy = { ...assignment };
  delete copy.grading;
  return copy;
}

/** How a student's run of it begins. */
export function choiceFor(assignment: Assignment, student: string): RunChoice {
  const { customers, world, populationSeed, allOpen, glassAtEnd } = assignment;
  const luckSeed = luckSeedOf(assignment, student);
  return { customers, world, populationSeed, luckSeed, ...(allOpen && { allOpen }), ...(glassAtEnd && { glassAtEnd }) };
}

/** And what its header says of the assignment. */
export const headerFor = (assignment: Assignment, student: string): Required<Pick<RunHeader, 'assignment' | 'mode'>> => ({
  assignment: { id: assignmentId(assignment), student: tidyStudent(student) },
  mode: 'assigned',
});
