/** YAML text to a tree that knows where each value stands; only the plain part of YAML (no alias, anchor, tag, duplicate key). */

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { formatPath, type Coded, type Path, type ScenarioErrorCode } from './coded.ts';
import { refuseLexemes } from './yamlLexemes.ts';

export const mostBytes = 256 * 1024;
export const mostDepth = 20;
/** More than this many errors in one file are not listed. */
export const mostErrors = 100;
/** Keys that would reach into the prototype of an object. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export type Tree =
  | { kind: 'scalar'; offset: number; value: string | number | boolean | null }
  | { kind: 'list'; offset: number; items: readonly Tree[] }
  | { kind: 'map'; offset: number; members: ReadonlyMap<string, { offset: number; value: Tree }> };

/** Collects errors of one file and knows its lines. */
export class ErrorList {
  readonly errors: Coded[] = [];
  private root: Tree | null = null;
  private readonly lines = new LineCounter();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Adds an error at a path; its line and column are those of the value there, or of the nearest part around it. */
  add(code: ScenarioErrorCode, path: Path, values?: Coded['values']): void {
    this.addAt(code, path, this.root === null ? 0 : offsetOf(this.root, path), values);
  }

  addAt(code: ScenarioErrorCode, path: Path, offset: number, values?: Coded['values']): void {
    if (this.errors.length >= mostErrors) return;
    const { line, col } = this.lines.lineStarts.length > 0 ? this.lines.linePos(offset) : { line: 1, col: 1 };
    const place = { line: Math.max(1, line), column: Math.max(1, col) };
    this.errors.push({ code, at: formatPath(path), file: this.file, ...place, ...(values && { values }) });
  }

  /** Reads the text; null when it is not plain YAML, and then at least one error is listed. */
  read(text: string): Tree | null {
    if (exceedsBytes(text, mostBytes)) {
      this.add('fileTooLarge', [], { most: mostBytes });
      return null;
    }
    const refusal = refuseLexemes(text, mostDepth);
    if (refusal) {
      addLines(text, this.lines);
      this.addAt(refusal.code, [], refusal.offset, refusal.values);
      return null;
    }
    const document = parseDocument(text, {
      lineCounter: this.lines,
      prettyErrors: false,
      uniqueKeys: false,
      strict: true,
      merge: false,
      schema: 'core',
    });
    for (const error of document.errors) {
      this.addAt(error.code === 'RESOURCE_EXHAUSTION' ? 'tooDeep' : 'syntax', [], error.pos[0], { problem: error.code });
    }
    if (document.errors.length > 0) return null;
    if (document.contents === null) {
      this.add('syntax', [], { problem: 'EMPTY' });
      return null;
    }
    this.root = treeOf(document.contents, [], this);
    return this.errors.length === 0 ? this.root : null;
  }
}

function treeOf(node: Node | null, path: Path, errors: ErrorList): Tree {
  const offset = node?.range?.[0] ?? 0;
  const nothing: Tree = { kind: 'scalar', offset, value: null };
  if (node === null) return nothing;
  const refuse = (code: ScenarioErrorCode): Tree => {
    errors.addAt(code, path, offset);
    return nothing;
  };
  if (path.length > mostDepth) return refuse('tooDeep');
  if (isAlias(node)) return refuse('alias');
  if ('anchor' in node && node.anchor) return refuse('anchor');
  if (node.tag) return refuse('tag');
  if (isSeq(node)) return { kind: 'list', offset, items: node.items.map((item, i) => treeOf(item as Node | null, [...path, i], errors)) };
  if (isScalar(node)) return scalarOf(node.value, offset, path, errors);
  if (!isMap(node)) return refuse('wrongType');
  const members = new Map<string, { offset: number; value: Tree }>();
  for (const pair of node.items) {
    const key = keyOf(pair.key as Node | null, path, errors);
    if (key === null) continue;
    const place = (pair.key as Node).range?.[0] ?? offset;
    if (forbiddenKeys.has(key)) errors.addAt('forbiddenKey', [...path, key], place);
    else if (members.has(key)) errors.addAt('duplicateKey', [...path, key], place);
    else members.set(key, { offset: place, value: treeOf(pair.value as Node | null, [...path, key], errors) });
  }
  return { kind: 'map', offset, members };
}

function scalarOf(value: unknown, offset: number, path: Path, errors: ErrorList): Tree {
  if (typeof value === 'string') return { kind: 'scalar', offset, value: value.normalize('NFC') };
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return { kind: 'scalar', offset, value };
  }
  errors.addAt('wrongType', path, offset, { expected: 'scalar' });
  return { kind: 'scalar', offset, value: null };
}

function keyOf(key: Node | null, path: Path, errors: ErrorList): string | null {
  const offset = key?.range?.[0] ?? 0;
  if (isAlias(key)) errors.addAt('alias', path, offset);
  else if (!isScalar(key) || (typeof key.value !== 'string' && typeof key.value !== 'number')) {
    errors.addAt('wrongType', path, offset, { expected: 'key' });
  } else if (key.anchor) errors.addAt('anchor', path, offset);
  else if (key.tag) errors.addAt('tag', path, offset);
  else return String(key.value).normalize('NFC');
  return null;
}

function offsetOf(root: Tree, path: Path): number {
  let tree = root;
  let offset = root.offset;
  for (const step of path) {
    if (tree.kind === 'map') {
      const member = tree.members.get(String(step));
      if (!member) return offset;
      offset = member.value.kind === 'scalar' && member.value.value !== null ? member.value.offset : member.offset;
      tree = member.value;
    } else if (tree.kind === 'list' && typeof step === 'number' && tree.items[step]) {
      tree = tree.items[step];
      offset = tree.offset;
    } else return offset;
  }
  return offset;
}

/** Tells the counter where lines start, for a text that is not parsed. */
function addLines(text: string, lines: LineCounter): void {
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
}

/** True when the text takes more than `most` bytes in UTF-8. */
function exceedsBytes(text: string, most: number): boolean {
  if (text.length > most) return true;
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7ff) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes > most;
}
