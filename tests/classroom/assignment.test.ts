import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignmentId, choiceFor, gradingSeedsOf, luckSeedOf, studentsCopy, type Assignment } from '../../src/classroom/assignment.ts';
import { assignmentCode, parseAssignment, readAssignmentCode, writeAssignment } from '../../src/classroom/assignmentFile.ts';
import { gradingSeeds } from '../../src/game/gradingTerms.ts';
import { mutantRuns } from '../mutantRuns.ts';
import { assignment } from './classFixture.ts';

const full: Assignment = {
  ...assignment,
  heldBack: true,
  weights: { X1: 10, A1: 20 },
  allOpen: true,
  glassAtEnd: true,
  budget: -4,
  deck: [
    { do: 'drop', id: 'phone-list' },
    { do: 'move', id: 'bad-review', quarter: 3 },
    { do: 'add', kind: 'vendorOffer', quarter: 2 },
  ],
  policy: { law: 1, training: -1 },
  deadline: 'Thứ Sáu 4/12, 23 giờ',
  note: 'Nộp tệp lượt chơi lên lớp học trực tuyến.',
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('an assignment comes back from its file and from its code as it was', () => {
  for (const each of [assignment, full]) {
    expect(parseAssignment(bytes(writeAssignment(each)))).toEqual({ ok: true, assignment: each });
    expect(readAssignmentCode(assignmentCode(each))).toEqual({ ok: true, assignment: each });
  }
});

test('the busiest assignment still fits a QR code that a telephone reads from a wall', () => {
  expect(assignmentCode(full).length).toBeLessThan(700);
});

test('other words or another deadline keep the name of an assignment; every rule moves it', () => {
  const id = assignmentId(full);
  expect(assignmentId({ ...full, title: 'Khác', deadline: 'mai', note: 'x' })).toBe(id);
  expect(assignmentId(studentsCopy(full))).toBe(id);
  const others: Partial<Assignment>[] = [
    { rounds: 5 },
    { quartersPerRound: 1 },
    { customers: 300 },
    { world: 1 },
    { populationSeed: 12 },
    { luckKey: 78 },
    { weights: { X1: 11, A1: 20 } },
    { budget: 3 },
    { deck: [{ do: 'drop', id: 'phone-list' }] },
    { policy: { law: 1 } },
    { practice: false },
  ];
  const ids = others.map((other) => assignmentId({ ...full, ...other }));
  expect(new Set([id, ...ids]).size).toBe(others.length + 1);
});

test('each student has a luck of his own, the same however he writes his id, and nothing else differs', () => {
  expect(luckSeedOf(full, ' b21dcvt  001')).toBe(luckSeedOf(full, 'B21DCVT 001'));
  const lucks = Array.from({ length: 300 }, (_, n) => luckSeedOf(full, `B21DCVT${n}`));
  expect(new Set(lucks).size).toBe(300);
  expect(Math.max(...lucks)).toBeLessThan(2 ** 29);
  const [one, other] = [choiceFor(full, 'B21DCVT001'), choiceFor(full, 'B21DCVT002')];
  expect({ ...one, luckSeed: 0 }).toEqual({ ...other, luckSeed: 0 });
});

test('draws that are held back stand in the lecturer’s copy alone', () => {
  expect(gradingSeedsOf(full)).toEqual([5001, 5002, 5003, 5004, 5005]);
  expect(studentsCopy(full).grading).toBeUndefined();
  expect(() => gradingSeedsOf(studentsCopy(full))).toThrow(RangeError);
  const { heldBack: _heldBack, grading: _grading, ...open } = full;
  expect(gradingSeedsOf(open)).toEqual(gradingSeeds);
});

test.each([
  ['another format', { format: 2 }, 'notAnOption', 'format'],
  ['an unknown key', { colour: 1 }, 'unknownKey', 'colour'],
  ['rounds that are none', { rounds: 0 }, 'outOfRange', 'rounds'],
  ['a round of three quarters', { quartersPerRound: 3 }, 'notAnOption', 'quartersPerRound'],
  ['too many people', { customers: 1e9 }, 'outOfRange', 'customers'],
  ['a title of line breaks', { title: 'a\u0007' }, 'controlCharacter', 'title'],
  ['a dial off its scale', { policy: { law: 2 } }, 'notAnOption', 'policy.law'],
  ['draws that every student is told', { heldBack: undefined }, 'missingKey', 'heldBack'],
  ['one draw to grade on', { grading: { first: 1, count: 1 } }, 'outOfRange', 'grading.count'],
])('%s is refused with its place', (_name, change, code, at) => {
  const parsed = parseAssignment(bytes(JSON.stringify({ ...assignment, ...change }, null, 1)));
  expect(parsed).toMatchObject({ ok: false, errors: [{ code, at, line: expect.any(Number) as number }] });
});

test('whatever is done to a file or a code, reading answers an assignment or coded errors', () => {
  const file = bytes(writeAssignment(full));
  const code = assignmentCode(full);
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(3), (at, byte, cut) => {
      const mutant = Uint8Array.from(file);
      mutant[at] = byte;
      const parsed = parseAssignment(cut === 0 ? mutant.slice(0, at) : mutant);
      expect(parsed.ok || parsed.errors.length > 0).toBe(true);
    }),
    { numRuns: mutantRuns(300) },
  );
  fc.assert(
    fc.property(fc.nat(code.length - 1), fc.constantFrom(...'AZaz09-_!% '), (at, sign) => {
      const mutant = code.slice(0, at) + sign + code.slice(at + 1);
      expect(readAssignmentCode(mutant).ok).toBe(mutant === code);
    }),
    { numRuns: mutantRuns(300) },
  );
});

test('a code that swells when it is inflated is refused', async () => {
  const { deflateSync } = await import('fflate');
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const { toBase64Url } = await import('../../src/game/packedBytes.ts');
  const content = Uint8Array.from([1, ...deflateSync(new Uint8Array(4_000_000))]);
  const bomb = toBase64Url(Uint8Array.from([...content, ...sha256(content).slice(0, 4)]));
  expect(bomb.length).toBeLessThan(8192);
  expect(readAssignmentCode(bomb)).toMatchObject({ ok: false, errors: [{ code: 'packedDamaged' }] });
});
