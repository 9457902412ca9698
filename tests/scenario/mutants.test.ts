import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { scenarioErrorCodes, type Coded, type Parsed } from '../../src/scenario/coded.ts';
import { parsePlaybook, parseScenario } from '../../src/scenario/parseScenario.ts';
import { mostErrors } from '../../src/scenario/yamlTree.ts';
import { mutantRuns } from '../mutantRuns.ts';
import { sampleFiles, sampleFolder } from './sampleFolder.ts';

const whole = sampleFiles.get('scenario.yaml') ?? '';
const playbook = sampleFiles.get('playbooks/textbook.yaml') ?? '';
const { scenario } = sampleFolder();

/** Right, or refused with codes of the list at lines of the text. */
function expectAnswer(parsed: Parsed<unknown>, text: string): void {
  if (parsed.ok) return;
  const lines = text.split(/\r\n|\r|\n/).length;
  expect(parsed.errors.length).toBeGreaterThan(0);
  expect(parsed.errors.length).toBeLessThanOrEqual(mostErrors);
  for (const { code, line, column } of parsed.errors as readonly Coded[]) {
    expect(scenarioErrorCodes).toContain(code);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
  }
}

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '\n',
    '\t',
    ' ',
    '-',
    '- ',
    ': ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '!!map ',
    '!x ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '%',
    '@',
    '`',
    '---\n',
    '...\n',
    '<<: ',
    '__proto__: ',
    '\0',
    '\ufeff',
    '\u2028',
    '0x10',
    '1e999',
    '.nan',
    '~',
    'null',
    'true',
    '-0',
    '9007199254740993',
    '\ud800',
  ),
);
/** Cuts `gone` characters out at a share `where` of the text and puts a piece there. */
const cut = fc.record({ where: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat(30), piece: pieces });
const cuts = fc.array(cut, { minLength: 1, maxLength: 4 });
type Cut = { where: number; gone: number; piece: string };

function mutate(text: string, mutations: readonly Cut[]): string {
  return mutations.reduce((now, { where, gone, piece }) => {
    const at = Math.floor(where * now.length);
    return now.slice(0, at) + piece + now.slice(at + gone);
  }, text);
}

/** All places of a tree, as key paths. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: (string | number)[] = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [path, ...keys.flatMap((key) => places((value as Record<string | number, unknown>)[key], [...path, key]))];
}

/** The tree with another value at a place, or with nothing there. */
function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  if (path.length === 0) return by;
  const [key, ...rest] = path;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  const inner = replaced(copy[key], rest, by);
  if (inner === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete copy[key];
  } else copy[key] = inner;
  return copy;
}

const tree: unknown = parse(whole);
const treePlaces = places(tree);
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    'x',
    0,
    -1,
    1.5,
    1e12,
    true,
    [],
    {},
    [[]],
    { vi: 'a', en: 'b' },
    [null],
    'constructor',
    'voras',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('Damaged files are answered with codes and never with an exception', () => {
  test(`${mutantRuns(60, 0.5)} scenarios with characters cut out and put in`, () => {
    fc.assert(
      fc.property(cuts, (mutations) => {
        const text = mutate(whole, mutations);
        expectAnswer(parseScenario(new Map([['scenario.yaml', text]])), text);
      }),
      { numRuns: mutantRuns(60, 0.5), seed: 20_011 },
    );
  });

  test(`${mutantRuns(60, 0.5)} scenarios with a value replaced or taken away`, () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...treePlaces), strange, (path, by) => {
        const text = stringify(replaced(tree, path, by) ?? null);
        const parsed = parseScenario(new Map([['scenario.yaml', text]]));
        if (!parsed.ok) refused += 1;
        expectAnswer(parsed, text);
      }),
      { numRuns: mutantRuns(60, 0.5), seed: 20_012 },
    );
    expect(refused).toBeGreaterThan(mutantRuns(60, 0.5) / 2);
  });

  test(`${mutantRuns(150)} playbooks with characters cut out and put in`, () => {
    fc.assert(
      fc.property(cuts, (mutations) => {
        const text = mutate(playbook, mutations);
        expectAnswer(parsePlaybook(text, scenario), text);
      }),
      { numRuns: mutantRuns(150), seed: 20_013 },
    );
  });
});

describe('Files built to exhaust the reader are refused', () => {
  const size = 250 * 1024;
  const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length));
  test.each<[string, string, string]>([
    ['open lists', fill('['), 'tooDeep'],
    ['open maps', fill('{a: '), 'tooDeep'],
    ['lists in lists on one line', fill('- '), 'tooDeep'],
    ['closing brackets', fill(']'), 'syntax'],
    ['an alias bomb', `a: &a [x]\nb: [${fill('*a,')}]`, 'syntax'],
    ['tags', fill('! '), 'syntax'],
    ['commas', `[${fill(',')}`, 'tooMany'],
    ['quotes', fill('"'), 'tooMany'],
    ['a key said 60,000 times', fill('a: 1\n'), 'tooMany'],
    ['maps nested by indentation', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'tooDeep'],
    ['one long number', fill('9'), 'wrongType'],
    ['nothing', '', 'syntax'],
    ['only a comment', '# nothing', 'syntax'],
  ])('%s', (_, text, code) => {
    const parsed = parseScenario(new Map([['scenario.yaml', text]]));
    expect(parsed.ok ? 'read' : parsed.errors[0].code).toBe(code);
    expectAnswer(parsed, text);
  });
});
