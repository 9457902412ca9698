import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ICruiseResult, IConfiguration } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** An existing file of each floor whose results must be the same bits everywhere; its text is replaced in memory. */
const exactFloors = {
  sim: 'src/sim/market.ts',
  company: 'src/company/firm.ts',
  scenario: 'src/scenario/scenario.ts',
  game: 'src/game/run.ts',
};

describe('the lint rules of determinism', () => {
  const forbidden = [
    'export const a = Math.random();',
    'export const b = Math.exp(1);',
    "export const c = Math['log'](2);",
    'export const { tanh } = Math;',
    'export const d = 2 ** 0.5;',
    'export let e = 2; e **= 3;',
    'export const f = Date.now();',
    'export const g = new Date(0);',
    'export const h = performance.now();',
    "export const i = new Intl.NumberFormat('vi');",
    'export const j = (1.5).toLocaleString();',
    "export const k = 'a'.localeCompare('b');",
    'export const l = [3, 10].sort();',
    'export const m = [3, 10].toSorted();',
    'setTimeout(() => 1, 0);',
    'export const n = Promise.resolve(1);',
    'export async function o() { return 1; }',
    'export const p = fetch;',
    'console.log(1);',
    'for (const key in { q: 1 }) key.trim();',
    'export const r = globalThis;',
    '// eslint-disable-next-line\nexport const s = Math.cbrt(8);',
  ];
  const allowed = [
    'export const a = Math.sqrt(2) + Math.abs(-1) + Math.floor(1.5) + Math.imul(3, 5) + Math.fround(0.1) + Math.PI;',
    'export const b = [3, 10].sort((x, y) => x - y);',
    "export const c = 'Cần Thơ'.normalize('NFC');",
  ];
  const eslint = new ESLint({ cwd: root });
  const linesWithErrors = async (code: string, filePath: string) => {
    const results = await eslint.lintText(code, { filePath: join(root, filePath) });
    return new Set(
      results.flatMap(({ messages }) => messages).flatMap(({ line, ruleId }) => (ruleId?.startsWith('no-restricted') ? [line] : [])),
    );
  };

  test.each(Object.entries(exactFloors))('refuse every inexact or impure call on the floor %s', async (_floor, filePath) => {
    const code = forbidden.join('\n');
    const lines = await linesWithErrors(code, filePath);
    const missed = code.split('\n').filter((text, index) => !text.startsWith('//') && !lines.has(index + 1));
    expect(missed).toEqual([]);
  });

  test.each(Object.entries(exactFloors))('let exact arithmetic pass on the floor %s', async (_floor, filePath) => {
    expect(await linesWithErrors(allowed.join('\n'), filePath)).toEqual(new Set());
  });

  test('hold in every folder of the exact floors, also below', async () => {
    for (const filePath of ['src/sim/math/keys.ts', 'src/sim/truth/new.ts', 'src/company/machines/new.ts', 'src/game/known/new.ts']) {
      const { rules, linterOptions } = (await eslint.calculateConfigForFile(join(root, filePath))) as ESLint.ConfigData & {
        linterOptions: { noInlineConfig: boolean };
      };
      expect(rules, filePath).toHaveProperty('no-restricted-globals');
      expect(linterOptions.noInlineConfig, filePath).toBe(true);
    }
  });
});

describe('the types of the lower floors', () => {
  test.each(Object.keys(exactFloors))('know neither page nor Node on the floor %s', (floor) => {
    const folder = join(root, 'src', floor);
    const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile) as { config: object };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
    const name = join(folder, 'probe.ts');
    const words = ['document', 'window', 'setTimeout', 'fetch', 'process', 'Buffer'];
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (path) => path === name || fileExists(path);
    host.getSourceFile = (path, ...rest) =>
      path === name
        ? ts.createSourceFile(path, words.map((word) => `${word};`).join('\n'), ts.ScriptTarget.ES2023)
        : getSourceFile(path, ...rest);
    const program = ts.createProgram([name], options, host);
    const unknown = program
      .getSemanticDiagnostics(program.getSourceFile(name))
      .map(({ messageText }) => /'(\w+)'/.exec(String(messageText))?.[1]);
    expect(unknown).toEqual(words);
  });
});

describe('the rules of the floors', () => {
  const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Required<IConfiguration>;

  /** From, to, and the rule that must refuse the import; null where it is allowed. A `type:` import carries types only. */
  const edges: [from: string, to: string, rule: string | null][] = [
    ['src/sim/truth/a.ts', 'src/company/x.ts', 'floor-sim'],
    ['src/sim/b.ts', 'type:src/game/x.ts', 'floor-sim'],
    ['src/sim/math/c.ts', 'src/sim/truth/x.ts', 'math-stands-alone'],
    ['src/sim/records/d.ts', 'src/sim/truth/x.ts', 'records-do-not-read-truth'],
    ['src/sim/truth/e.ts', 'src/sim/math/x.ts', null],
    ['src/company/a.ts', 'src/scenario/x.ts', 'floor-company'],
    ['src/company/b.ts', 'src/sim/x.ts', 'company-takes-only-types-of-sim'],
    ['src/company/c.ts', 'type:src/sim/x.ts', null],
    ['src/company/d.ts', 'src/sim/math/x.ts', null],
    ['src/company/e.ts', 'src/sim/records/x.ts', null],
    ['src/company/f.ts', 'type:src/sim/truth/x.ts', 'company-does-not-know-truth'],
    ['src/company/g.ts', 'pkg:xstate', null],
    ['src/scenario/a.ts', 'src/game/x.ts', 'floor-scenario'],
    ['src/scenario/b.ts', 'pkg:xstate', 'package-xstate'],
    ['src/scenario/c.ts', 'pkg:yaml', null],
    ['src/scenario/d.ts', 'pkg:fflate', null],
    ['src/game/a.ts', 'src/saves/x.ts', 'floor-game'],
    ['src/game/b.ts', 'src/ui/x.ts', 'floor-game'],
    ['src/game/c.ts', 'src/text/x.ts', 'floor-game'],
    ['src/game/d.ts', 'src/sim/truth/x.ts', null],
    ['src/game/e.ts', 'pkg:xstate', 'package-xstate'],
    ['src/game/known/a.ts', 'src/sim/truth/x.ts', 'known-does-not-read-truth'],
    ['src/game/known.ts', 'type:src/sim/truth/x.ts', 'known-does-not-read-truth'],
    ['src/saves/a.ts', 'src/text/x.ts', 'floor-saves'],
    ['src/saves/b.ts', 'pkg:idb-keyval', null],
    ['src/offline/a.ts', 'src/saves/x.ts', 'floor-offline'],
    ['src/classroom/a.ts', 'src/saves/x.ts', 'floor-classroom'],
    ['src/classroom/b.ts', 'pkg:idb-keyval', 'package-idbkeyval'],
    ['src/text/a.ts', 'src/company/x.ts', 'floor-text'],
    ['src/ui/a.ts', 'src/cli/x.ts', 'floor-ui'],
    ['src/ui/b.ts', 'src/sim/truth/x.ts', 'screens-do-not-read-truth'],
    ['src/ui/c.ts', 'src/text/x.ts', null],
    ['src/ui/d.ts', 'pkg:idb-keyval', 'package-idbkeyval'],
    ['src/ui/e.ts', 'pkg:svelte', null],
    ['src/ui/f.ts', 'pkg:node:fs', 'package-node'],
    ['src/cli/a.ts', 'src/ui/x.ts', 'floor-cli'],
    ['src/cli/b.ts', 'src/saves/x.ts', 'floor-cli'],
    ['src/cli/c.ts', 'pkg:svelte', 'package-svelte'],
    ['src/cli/d.ts', 'pkg:node:fs', null],
    ['src/cli/bench/rows.ts', 'pkg:vitest', 'source-needs-no-development-package'],
    ['src/main.ts', 'src/game/x.ts', null],
    ['src/App.ts', 'src/text/x.ts', 'top-only-wires'],
    ['src/game/f.ts', 'pkg:comlink', 'package-comlink'],
    ['src/ui/h.ts', 'pkg:yaml', 'package-yaml'],
    ['src/ui/i.ts', 'pkg:fflate', 'package-fflate'],
    ['src/sim/f.ts', 'tests/x.ts', 'source-needs-no-tools'],
    ['src/sim/g.ts', 'src/sim/missing.ts', 'not-found'],
    ['src/ui/loop.ts', 'src/ui/loop.ts', 'no-cycles'],
    ['src/ui/g.ts', 'pkg:vitest', 'source-needs-no-development-package'],
  ];

  let house: string;
  let violations: { from: string; rule: string }[] = [];

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };

  beforeAll(async () => {
    house = mkdtempSync(join(tmpdir(), 'floors-'));
    write(
      'package.json',
      JSON.stringify({
        dependencies: { xstate: '1', yaml: '1', svelte: '1', 'idb-keyval': '1', comlink: '1', fflate: '1' },
        devDependencies: { vitest: '1' },
      }),
    );
    for (const name of ['xstate', 'yaml', 'svelte', 'idb-keyval', 'comlink', 'fflate', 'vitest']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'export const x = 1;');
    }
    for (const [from, to] of edges) {
      const target = to.replace(/^(type|pkg):/, '');
      const depth = from.split('/').length - 1;
      const specifier = to.startsWith('pkg:') ? target : `${'../'.repeat(depth)}${target}`;
      write(
        from,
        `import ${to.startsWith('type:') ? 'type ' : ''}{ x } from '${specifier}';\nexport const y${to.startsWith('type:') ? ': x' : ''} = x;\n`,
      );
      if (!to.startsWith('pkg:') && !target.includes('missing') && target !== from) write(target, 'export const x = 1;\n');
    }
    const { enhancedResolveOptions, tsPreCompilationDeps, doNotFollow, exclude } = options;
    const result = await cruise(
      ['src'],
      { baseDir: house, validate: true, ruleSet: { forbidden }, tsPreCompilationDeps, doNotFollow, exclude } as Parameters<
        typeof cruise
      >[1],
      enhancedResolveOptions,
    );
    violations = (result.output as ICruiseResult).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
  });

  afterAll(() => {
    rmSync(house, { recursive: true, force: true });
  });

  test.each(edges)('%s importing %s is refused by: %s', (from, _to, rule) => {
    const found = violations.filter((violation) => violation.from === from).map((violation) => violation.rule);
    if (rule === null) expect(found).toEqual([]);
    else expect(found).toContain(rule);
  });

  test('each rule has a case that it refuses', () => {
    const untested = forbidden.map(({ name }) => name).filter((name) => !edges.some(([, , rule]) => rule === name));
    expect(untested).toEqual([]);
  });
});
