import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseClassList } from '../../src/classroom/classList.ts';
import { mutantRuns } from '../mutantRuns.ts';

const lan = { id: 'B21DCVT001', name: 'Nguyễn Thị Lan', email: 'lan@example.edu.vn', team: 'Nhóm 1' };

test.each([
  ['a bare list of ids', 'B21DCVT001\nB21DCVT002', { id: 'B21DCVT001', name: null, email: null, team: null }],
  ['four columns without a heading', 'B21DCVT001,Nguyễn Thị Lan,lan@example.edu.vn,Nhóm 1', lan],
  ['Vietnamese headings in another order', 'Họ và tên;Nhóm;MSSV;Thư điện tử\nNguyễn Thị Lan;Nhóm 1;B21DCVT001;lan@example.edu.vn', lan],
  ['what Moodle exports', 'First name,Surname,ID number,Email address,Groups\nLan,Nguyễn Thị,B21DCVT001,lan@example.edu.vn,Nhóm 1', lan],
  [
    'e-mail addresses alone',
    'Email address\nLan@Example.edu.vn',
    { id: 'Lan@Example.edu.vn', name: null, email: 'Lan@Example.edu.vn', team: null },
  ],
])('%s is read', (_name, text, first) => {
  expect(parseClassList(text)).toMatchObject({ ok: true, students: expect.arrayContaining([first]) as unknown });
});

test.each([
  ['nothing', '', 'classEmpty'],
  ['a heading alone', 'MSSV,Họ tên', 'classEmpty'],
  ['one student twice, capitals or not', 'b1\nB1', 'duplicateId'],
  ['a row without an id', 'MSSV,Họ tên\n,Lan', 'missingId'],
  ['a name without end', `B1,${'x'.repeat(100)}`, 'tooLong'],
  ['writing turned about', 'B1,\u202eevil', 'controlCharacter'],
])('%s is refused', (_name, text, code) => {
  expect(parseClassList(text)).toMatchObject({ ok: false, errors: [{ code }] });
});

test('whatever is pasted, reading answers a list or coded errors', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'ab1@,;"=\n\r\t\u0000\u202eđỹ '), { maxLength: 120 }), (signs) => {
      const text = signs.join('');
      const parsed = parseClassList(text);
      expect(parsed.ok ? parsed.students.length : parsed.errors.length).toBeGreaterThan(0);
    }),
    { numRuns: mutantRuns(300) },
  );
});
