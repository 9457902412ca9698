import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendEntries, chainErrors, newRun } from '../../src/game/chain.ts';
import { packRun, unpackRun } from '../../src/game/packed.ts';
import { ByteReader, ByteWriter, fromBase64Url, toBase64Url } from '../../src/game/packedBytes.ts';
import type { RunFile } from '../../src/game/run.ts';
import { mutantRuns } from '../mutantRuns.ts';
import { anyRun, busyRun } from './arbitraryRuns.ts';

/** What the packed form keeps of a run: all but the notes, the chain made anew over the rest. */
function withoutNotes(run: RunFile): RunFile {
  let kept = newRun(run);
  for (const { seq: _seq, prev: _prev, quarter: _quarter, firm, by, ...decision } of run.entries) {
    if (decision.kind !== 'note') kept = appendEntries(kept, [decision], { firm, by });
  }
  const { digests, claimed, lookedAhead } = run;
  return { ...kept, digests, ...(claimed && { claimed }), ...(lookedAhead && { lookedAhead }) };
}

test('a run comes back from its packed form as it was, but for the notes', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const opened = unpackRun(packRun(run));
      expect(opened).toEqual({ ok: true, run: withoutNotes(run) });
      if (opened.ok) expect(chainErrors(opened.run)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('twelve quarters with every control decided anew in each take less than 2800 characters', () => {
  const lengths = fc.sample(busyRun, { numRuns: 10, seed: 5 }).map((run) => packRun(run).length);
  expect(Math.max(...lengths)).toBeLessThan(2800);
});

test('a plan that names every control but changes one costs little more than that change', () => {
  const [run] = fc.sample(busyRun, { numRuns: 1, seed: 6 });
  const plan = run!.entries.find((entry) => entry.kind === 'plan')!;
  const same = { kind: 'plan', data: { plan: plan.data.plan } } as const;
  const learner = { firm: 'voras', by: 'learner' } as const;
  const base = appendEntries(run!, [same], learner);
  const twice = appendEntries(base, [same], learner);
  expect(packRun(twice).length - packRun(base).length).toBeLessThan(8);
});

test('only the letters of base64url are used', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    }),
  );
});

test('numbers of every size and sets of every kind come back', () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: 1, max: 60 }),
      fc.infiniteStream(fc.boolean()),
      (number, signed, universe, bits) => {
        const indexes = Array.from({ length: universe }, (_, index) => index).filter(() => bits.next().value);
        const writer = new ByteWriter();
        writer.number(number);
        writer.signed(signed);
        writer.set(indexes, universe);
        const reader = new ByteReader(writer.finish());
        expect([reader.number(), reader.signed(), reader.set(universe), reader.atEnd]).toEqual([number, signed, indexes, true]);
      },
    ),
  );
});

const packed = packRun(fc.sample(busyRun, { numRuns: 1, seed: 7 })[0]!);
const bytes = fromBase64Url(packed)!;
/** The bytes with a check that fits them again. */
const checked = (content: Uint8Array): string => toBase64Url(Uint8Array.from([...content, ...sha256(content).slice(0, 4)]));

test.each([
  ['nothing', '', 'packedDamaged'],
  ['a letter outside the alphabet', `${packed.slice(0, 40)}=${packed.slice(41)}`, 'packedDamaged'],
  ['a text cut off', packed.slice(0, -9), 'packedDamaged'],
  ['a letter changed', packed.replace(/.(.{50})$/, (tail) => (tail[0] === 'A' ? 'B' : 'A') + tail.slice(1)), 'packedDamaged'],
  ['another version', checked(bytes.slice(0, -4).with(0, 3)), 'packedVersion'],
  ['another catalogue of decisions', checked(bytes.slice(0, -4).with(1, bytes[1]! ^ 1)), 'packedCatalogue'],
  ['bytes after the end', checked(Uint8Array.from([...bytes.slice(0, -4), 0])), 'packedDamaged'],
  ['a text far too long', 'A'.repeat(20000), 'packedTooLong'],
])('refused with a code: %s', (_name, text, code) => {
  expect(unpackRun(text)).toMatchObject({ ok: false, errors: [{ code }] });
});

test(`${mutantRuns(300)} mutants whose check fits give a run or coded errors, never an exception`, () => {
  const content = bytes.slice(0, -4);
  const changes = fc.sample(
    fc.tuple(fc.integer({ min: 3, max: content.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0, 1, 5)),
    { numRuns: mutantRuns(300), seed: 8 },
  );
  const codes = changes.map(([at, value, cut]) => {
    const opened = unpackRun(checked(Uint8Array.from([...content.slice(0, at), value, ...content.slice(at + 1 + cut)])));
    return opened.ok ? 'opened' : opened.errors[0]!.code;
  });
  expect(codes).toContain('packedDamaged');
  expect(codes).not.toContain(undefined);
});
