/** Digits to different bases as few numbers: what has three values takes a fifth of a byte. */

import { PackedDamage, type ByteReader, type ByteWriter } from './packedBytes.ts';

/** Digits that go into one number, by place: as many as seven bytes hold. */
// 2 to the 49th.
const MOST_IN_ONE = 562949953421312;
function groupsOf(bases: readonly number[]): number[][] {
  const groups: number[][] = [];
  let product = Infinity;
  bases.forEach((base, place) => {
    product *= base;
    if (product <= MOST_IN_ONE) return groups.at(-1)!.push(place);
    product = base;
    return groups.push([place]);
  });
  return groups;
}

/** Writes digits, each below its own base, several in a number. @throws RangeError for a digit that its base does not have */
export function writeMixed(writer: ByteWriter, bases: readonly number[], digits: readonly number[]): void {
  digits.forEach((digit, place) => {
    if (!Number.isInteger(digit) || digit < 0 || digit >= bases[place]!) throw new RangeError(`packed form: ${digit} is no digit`);
  });
  for (const group of groupsOf(bases)) {
    writer.number(group.reduceRight((number, place) => number * bases[place]! + digits[place]!, 0));
  }
}

/** Reads what {@link writeMixed} wrote. @throws PackedDamage for a number that no digits make */
export function readMixed(reader: ByteReader, bases: readonly number[]): number[] {
  const digits: number[] = [];
  for (const group of groupsOf(bases)) {
    let rest = reader.number();
    for (const place of group) {
      digits.push(rest % bases[place]!);
      rest = Math.floor(rest / bases[place]!);
    }
    if (rest > 0) throw new PackedDamage('digits beyond the controls');
  }
  return digits;
}
