/** One text for one value: what is hashed or compared as JSON must not depend on key order or on how a letter was composed. */

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * JSON without white space, keys sorted by UTF-16 code unit, strings and keys in NFC, -0 written as 0, absent (undefined) properties
 * left out. Throws a TypeError on anything that JSON cannot hold without loss: NaN, infinities, functions, symbols, big integers,
 * undefined in a list, objects that are not plain, two keys that are equal in NFC.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${value} is not a finite number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`canonicalJson: a ${typeof value} has no JSON form`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('canonicalJson: only plain objects have a JSON form');
  const members: string[] = [];
  const keys = new Set<string>();
  for (const [key, member] of canonicalEntries(value)) {
    if (keys.has(key)) throw new TypeError(`canonicalJson: key ${JSON.stringify(key)} occurs twice`);
    keys.add(key);
    members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function canonicalEntries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]): [string, unknown] => [key.normalize('NFC'), member])
    .sort(([a], [b]) => byCodeUnit(a, b));
}
