/**
 * JSON of untrusted origin to a tree that knows where each value stands, so that an error can name line and column.
 * Stricter than JSON.parse: no key twice in an object, no key that reaches into a prototype, depth limited.
 */

import { formatPath, type Coded, type Path } from '../scenario/coded.ts';
import type { Tree } from '../scenario/yamlTree.ts';

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const word = /true|false|null/y;
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

class Refusal extends Error {
  readonly coded: Coded;
  constructor(coded: Coded) {
    super(coded.code);
    this.coded = coded;
  }
}

/** Reads one JSON document; texts in NFC. Errors: `syntax`, `duplicateKey`, `forbiddenKey`, `tooDeep`; the first one ends the reading. */
export function readJson(text: string, mostDepth: number): { ok: true; tree: Tree } | { ok: false; errors: readonly Coded[] } {
  try {
    return { ok: true, tree: new Reader(text, mostDepth).document() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, errors: [error.coded] };
    throw error;
  }
}

/** Line and column, 1-based, of what a path leads to; of the nearest part around it when it is not there. */
export function placeOf(text: string, tree: Tree, path: Path): { line: number; column: number } {
  let here: Tree | undefined = tree;
  let offset = tree.offset;
  for (const step of path) {
    if (here.kind === 'map') here = here.members.get(String(step))?.value;
    else here = here.kind === 'list' && typeof step === 'number' ? here.items[step] : undefined;
    if (here === undefined) break;
    offset = here.offset;
  }
  return placeIn(text, offset);
}

class Reader {
  private readonly text: string;
  private readonly mostDepth: number;
  private offset = 0;

  constructor(text: string, mostDepth: number) {
    this.text = text;
    this.mostDepth = mostDepth;
  }

  document(): Tree {
    const tree = this.value([]);
    this.take(space);
    if (this.offset < this.text.length) this.refuse('syntax', []);
    return tree;
  }

  private value(path: Path): Tree {
    this.take(space);
    const offset = this.offset;
    if (path.length > this.mostDepth) this.refuse('tooDeep', path, { most: this.mostDepth });
    const first = this.text[offset];
    if (first === '{') return this.map(path, offset);
    if (first === '[') return this.list(path, offset);
    if (first === '"') return { kind: 'scalar', offset, value: this.string(path) };
    const literal = this.take(word);
    if (literal !== null) return { kind: 'scalar', offset, value: words[literal] ?? null };
    const digits = this.take(number);
    if (digits === null) this.refuse('syntax', path);
    const value = Number(digits);
    if (!Number.isFinite(value)) this.refuse('syntax', path, { expected: 'finite number' }, offset);
    return { kind: 'scalar', offset, value };
  }

  private map(path: Path, offset: number): Tree {
    const members = new Map<string, { offset: number; value: Tree }>();
    this.parts('}', path, () => {
      const start = this.offset;
      const key = this.string(path);
      if (forbiddenKeys.has(key)) this.refuse('forbiddenKey', [...path, key], undefined, start);
      if (members.has(key)) this.refuse('duplicateKey', [...path, key], undefined, start);
      this.take(space);
      this.expect(':', path);
      members.set(key, { offset: start, value: this.value([...path, key]) });
    });
    return { kind: 'map', offset, members };
  }

  private list(path: Path, offset: number): Tree {
    const items: Tree[] = [];
    this.parts(']', path, () => items.push(this.value([...path, items.length])));
    return { kind: 'list', offset, items };
  }

  /** Reads what stands between brackets, part by part. */
  private parts(close: string, path: Path, readOne: () => void): void {
    this.offset += 1;
    this.take(space);
    if (this.text[this.offset] !== close) {
      for (;;) {
        this.take(space);
        readOne();
        this.take(space);
        if (this.text[this.offset] === close) break;
        this.expect(',', path);
      }
    }
    this.offset += 1;
  }

  private string(path: Path): string {
    const { text, offset } = this;
    let end = text[offset] === '"' ? offset + 1 : text.length;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    const value = unquoted(text.slice(offset, end + 1));
    if (value === null) this.refuse('syntax', path);
    this.offset = end + 1;
    return value.normalize('NFC');
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.offset = pattern.lastIndex;
    return found[0];
  }

  private expect(mark: string, path: Path): void {
    if (this.text[this.offset] !== mark) this.refuse('syntax', path, { expected: mark });
    this.offset += 1;
  }

  private refuse(code: string, path: Path, values?: Coded['values'], offset = this.offset): never {
    throw new Refusal({ code, at: formatPath(path), ...placeIn(this.text, offset), ...(values && { values }) });
  }
}

/** What a quoted JSON string says, null when it is none. */
function unquoted(quoted: string): string | null {
  if (!quoted.startsWith('"')) return null;
  try {
    return JSON.parse(quoted) as string;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}
