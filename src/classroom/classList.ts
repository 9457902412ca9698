/** The students of a class: pasted or dropped as a list or as the CSV that a learning platform exports. */

import type { Coded } from '../scenario/coded.ts';
import { studentKey, tidyStudent } from './assignment.ts';
import { parseCsv } from './csv.ts';

export interface Student {
  /** As the class writes it; what a student types at the start is compared without regard to capitals and spaces. */
  id: string;
  name: string | null;
  email: string | null;
  team: string | null;
}

export const mostStudents = 1000;
const longest = 64;

/** Words by which a heading names a column, capitals and marks left out. Moodle: Username, ID number, Email address, First name, Surname. */
const headings = {
  id: [
    'id',
    'id number',
    'idnumber',
    'student id',
    'student',
    'username',
    'mssv',
    'ma sinh vien',
    'ma sv',
    'ma so',
    'ma so sinh vien',
    'ten dang nhap',
  ],
  email: ['email', 'email address', 'e-mail', 'thu dien tu', 'dia chi email', 'dia chi thu dien tu'],
  name: ['name', 'full name', 'fullname', 'ho ten', 'ho va ten', 'ten sinh vien'],
  first: ['first name', 'firstname', 'given name', 'ten'],
  last: ['last name', 'lastname', 'surname', 'family name', 'ho', 'ho va ten dem', 'ho dem'],
  team: ['team', 'group', 'groups', 'nhom', 'doi', 'to'],
} as const;
type Column = keyof typeof headings;

/** A heading without capitals and Vietnamese marks. */
const plain = (heading: string): string =>
  heading.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').trim().toLowerCase().replace(/\s+/g, ' ');

export type ParsedClass = { ok: true; students: readonly Student[] } | { ok: false; errors: readonly Coded[] };

/**
 * Reads a class list. A first line that names a column is a heading; without one the columns are id, name, e-mail, team. Codes besides those
 * of `parseCsv`: `classEmpty`, `missingId`, `duplicateId`, `tooLong`, `tooMany`, `controlCharacter`, each with its line.
 */
export function parseClassList(text: string): ParsedClass {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const columns = columnsOf(parsed.rows[0] ?? []);
  const rows = columns === null ? parsed.rows : parsed.rows.slice(1);
  const errors: Coded[] = [];
  const seen = new Map<string, number>();
  const students = rows.map((row, index): Student => {
    const line = index + (columns === null ? 1 : 2);
    const add = (code: string, values?: Coded['values']): void => {
      if (errors.length < 20) errors.push({ code, at: '', line, ...(values && { values }) });
    };
    const student = studentOf(row, columns ?? usualColumns);
    const key = studentKey(student.id);
    if (key === '') add('missingId');
    else if (seen.has(key)) add('duplicateId', { id: student.id });
    seen.set(key, line);
    for (const part of Object.values(student) as (string | null)[]) {
      if (part !== null && part.length > longest) add('tooLong', { length: part.length, most: longest });
      if (part !== null && /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(part)) add('controlCharacter');
    }
    return student;
  });
  if (students.length === 0) return { ok: false, errors: [{ code: 'classEmpty', at: '' }] };
  if (students.length > mostStudents)
    return { ok: false, errors: [{ code: 'tooMany', at: '', values: { count: students.length, most: mostStudents } }] };
  return errors.length > 0 ? { ok: false, errors } : { ok: true, students };
}

type Columns = Partial<Record<Column, number>>;
const usualColumns: Columns = { id: 0, name: 1, email: 2, team: 3 };

/** Columns by heading; null where the first row names neither an id nor an e-mail. */
function columnsOf(row: readonly string[]): Columns | null {
  const found: Columns = {};
  row.forEach((heading, index) => {
    const column = (Object.keys(headings) as Column[]).find((each) => (headings[each] as readonly string[]).includes(plain(heading)));
    if (column !== undefined && found[column] === undefined) found[column] = index;
  });
  return found.id === undefined && found.email === undefined ? null : found;
}

function studentOf(row: readonly string[], columns: Columns): Student {
  const cell = (column: Column): string | null => {
    const at = columns[column];
    return (at !== undefined && tidyStudent(row[at] ?? '')) || null;
  };
  const parts = [cell('last'), cell('first')].filter((part) => part !== null);
  const email = cell('email');
  return { id: cell('id') ?? email ?? '', name: cell('name') ?? (parts.length > 0 ? parts.join(' ') : null), email, team: cell('team') };
}
