import { expect, describe, test } from 'vitest';
import { called } from './called.ts';
import checklist from '../../src/cli/coverage/checklist.json' with { type: 'json' };
import { type ChecklistRow, faultCodes, judgeCoverage } from '../../src/cli/coverage/judge.ts';
import { everyFirm, lackReasons, type MapLine, parts, readMap } from '../../src/cli/coverage/map.ts';
import { type Code, resolverOf } from '../../src/cli/coverage/resolve.ts';
import { hasPath, samplesOf } from '../../src/cli/coverage/samples.ts';
import { indexSources, readMapFile, readSources } from '../../src/cli/coverage/sources.ts';
import { hasWord } from '../../src/text/words.ts';
import { shippedNames, shippedScenario } from '../game/shippedScenario.ts';
import { turns } from '../turns.ts';

const rows: readonly ChecklistRow[] = checklist;
const map = readMap(readMapFile());
const sources = readSources();
const firms = shippedNames();
const shipped = firms.map((id) => shippedScenario(id).scenario);
const tiemNang = shippedScenario('tiem-nang').scenario;
const vorasBank = shippedScenario('voras-bank').scenario;
const code: Code = {
  scenarios: new Map(shipped.map((scenario) => [scenario.id, scenario])),
  samples: samplesOf(vorasBank),
  index: indexSources(sources),
};
const resolve = resolverOf(code);
const line = (changes: Partial<MapLine>): MapLine => ({
  row: 'A01',
  decision: [],
  effect: [],
  evidence: [],
  scenario: [],
  missing: '',
  ...changes,
});

describe('the checklist', () => {
  test('holds the 176 rows of the five sources, each once, with words in both languages', () => {
    const bySource = (source: string): number => rows.filter((row) => row.source === source).length;
    expect(['S0', 'S1', 'S2', 'S3', 'S4'].map(bySource)).toEqual([27, 48, 63, 22, 16]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(176);
    for (const { id, source, vi, en } of rows) {
      expect(id.startsWith('ABCDE'['S0 S1 S2 S3 S4'.split(' ').indexOf(source)]!), id).toBe(true);
      expect(vi.trim().length * en.trim().length, id).toBeGreaterThan(0);
      expect(vi, id).toBe(vi.normalize('NFC'));
    }
  });

  test('names a row as the course does', () => {
    expect(rows.find(({ id }) => id === 'C02')?.vi).toBe('CRM kết hợp hài hòa Marketing, bán hàng, dịch vụ và công nghệ');
    expect(rows.find(({ id }) => id === 'D10')?.kind).toBe('IDIC-D value');
  });
});

describe('the map', () => {
  const judged = judgeCoverage(rows, map, firms, resolve);

  test('has a line for every row, and every id of it means something in the code', () => {
    expect(judged.items.flatMap(({ row, faults }) => faults.map((fault) => ({ row, ...fault })))).toEqual([]);
    expect(judged.strangers).toEqual([]);
    expect(judged).toMatchObject({ ok: true, total: 176 });
    expect(judged.covered + judged.missing).toBe(176);
  });

  test('calls a row covered only with a decision, an effect, evidence and a scenario, and says why another is missing', () => {
    for (const item of judged.items) {
      expect(item.covered, item.row).toBe(parts.every((part) => item[part].length > 0));
      if (!item.covered) expect(lackReasons, item.row).toContain(item.reason);
    }
  });

  const broken = map.flatMap((own) => parts.flatMap((part) => own[part].map((id) => [own.row, part, id] as const)));
  for (const [some, options] of turns(broken, 12, 5))
    test(`cannot lie: any one id of ${some.length} broken anywhere is found, and its row named`, options, () => {
      const resolved = new Map<string, ReturnType<typeof resolve>>();
      const once: typeof resolve = (part, id, own) => {
        const key = [part, id, own.scenario.join()].join(' ');
        if (!resolved.has(key)) resolved.set(key, resolve(part, id, own));
        return resolved.get(key)!;
      };
      expect(broken.length).toBeGreaterThan(400);
      for (const [row, part, id] of some) {
        const mutant = map.map((own) =>
          own.row === row ? { ...own, [part]: own[part].map((each) => (each === id ? `${each}X` : each)) } : own,
        );
        const { ok, items } = judgeCoverage(rows, mutant, firms, once);
        expect(ok, `${row} ${part} ${id}X`).toBe(false);
        expect(items.filter(({ faults }) => faults.length > 0).map((item) => [item.row, item.covered])).toEqual([[row, false]]);
      }
    });

  test('is read only with its six columns', () => {
    expect(() => readMap('row,decision\n')).toThrow(SyntaxError);
    expect(() => readMap(`${readMapFile().split('\n')[0]!}\nA01,control:biz.generic\n`)).toThrow(SyntaxError);
  });
});

describe('an id is refused', () => {
  const lies: readonly [string, (typeof parts)[number], string, Partial<MapLine>, string][] = [
    ['whose kind belongs to another part', 'decision', 'firm:price.field', {}, 'unknownKind'],
    ['that no kind is given for', 'effect', 'price.field', {}, 'unknownKind'],
    ['of a control that does not exist', 'decision', 'control:biz.luck', {}, 'unknownId'],
    ['of an option that its control does not have', 'decision', 'option:imp.tool/abacus', {}, 'unknownId'],
    [
      'of an event that happens in one scenario named and not in the other',
      'decision',
      'event:merger',
      { scenario: ['voras-bank', 'tiem-nang'] },
      'locked',
    ],
    ['of an offer of a kind that there is not', 'decision', 'offer:gift', {}, 'unknownId'],
    ['of a move that nobody can make', 'decision', 'move:bribe', {}, 'unknownId'],
    ['of a state that is no state of the machine', 'effect', 'state:matrix.programme.asleep', {}, 'unknownId'],
    ['of a guard that no machine has', 'effect', 'guard:matrix.mayDance', {}, 'unknownId'],
    ['of a field that the offer does not have', 'effect', 'offer:segments.charm', {}, 'unknownId'],
    ['of a criterion that does not exist', 'evidence', 'criterion:Z1', {}, 'unknownId'],
    ['of a sentence that no screen says', 'evidence', 'section:nobody_says_this', {}, 'unshown'],
    ['of a report field that exists and that no screen reads', 'evidence', 'truth:equity.brand', {}, 'unshown'],
    ['of a report field that does not exist', 'evidence', 'known:money.fun', {}, 'unknownId'],
    ['of a scenario that does not ship', 'scenario', 'moon-base', {}, 'unknownId'],
  ];
  test.each(lies)('%s', (_name, part, id, own, fault) => {
    expect(resolve(part, id, line({ [part]: [id], ...own }))).toBe(fault);
  });

  test('of a coefficient that stands in the table and that the engine has stopped reading', () => {
    const without = new Map([...sources].map(([path, text]) => [path, text.replaceAll("'discount.unfair'", 'one')]));
    const silent = resolverOf({ ...code, index: indexSources(without) });
    expect([resolve, silent].map((ask) => ask('effect', 'firm:discount.unfair', line({})))).toEqual([null, 'unread']);
  });

  test('of a coefficient whose name is put together from parts only where that still happens', () => {
    const without = new Map([...sources].map(([path, text]) => [path, text.replaceAll('[`consult.', '[`other.')]));
    const silent = resolverOf({ ...code, index: indexSources(without) });
    expect([resolve, silent].map((ask) => ask('effect', 'firm:consult.doLeaves', line({})))).toEqual([null, 'unread']);
  });

  test('of a sentence whose screen is gone', () => {
    const without = new Map([...sources].filter(([path]) => !path.startsWith('ui/debrief/')));
    const silent = resolverOf({ ...code, index: indexSources(without) });
    expect([resolve, silent].map((ask) => ask('evidence', 'section:cards_tco_truth', line({})))).toEqual([null, 'unshown']);
  });

  test('of a dilemma that a scenario named does not put to anybody', () => {
    const calm = { ...tiemNang, opportunities: tiemNang.opportunities!.filter(({ kind }) => kind === 'opportunity') };
    const narrow = resolverOf({ ...code, scenarios: new Map([[calm.id, calm]]) });
    const asked = line({ decision: ['offer:dilemma'], scenario: [calm.id] });
    expect([resolve, narrow].map((ask) => ask('decision', 'offer:dilemma', asked))).toEqual([null, 'locked']);
  });

  test('of a card that a scenario named does not open', () => {
    const shut = { ...vorasBank, unlocks: vorasBank.unlocks.filter(({ card }) => card !== 'crm.tco') };
    const narrow = resolverOf({ ...code, scenarios: new Map([[shut.id, shut]]) });
    const own = line({ decision: ['control:crm.tco'], scenario: [shut.id] });
    expect([resolve, narrow].map((ask) => ask('decision', 'control:crm.tco', own))).toEqual([null, 'locked']);
  });
});

describe('a line is refused', () => {
  const [first] = rows;
  const whole = line({ decision: ['d'], effect: ['e'], evidence: ['v'], scenario: ['s'] });
  const faults: readonly [string, readonly MapLine[], string][] = [
    ['that is not there', [], 'noLine'],
    ['that is there twice', [whole, whole], 'twoLines'],
    ['that lacks a part and does not say why', [line({ decision: ['d'] })], 'noReason'],
    ['that lacks nothing and says why it does', [{ ...whole, missing: 'drill' }], 'idleReason'],
    ['with a reason that is none', [line({ missing: 'later' })], 'unknownReason'],
  ];
  test.each(faults)('%s', (_name, lines, fault) => {
    const { ok, items } = judgeCoverage([first!], lines, firms, () => null);
    expect(ok).toBe(false);
    expect(items[0]!.covered).toBe(false);
    expect(items[0]!.faults.map(({ code: found }) => found)).toEqual([fault]);
  });

  test('of a row that the course does not have', () => {
    const { ok, strangers } = judgeCoverage([first!], [whole, { ...whole, row: 'Q99' }], firms, () => null);
    expect({ ok, strangers }).toEqual({ ok: false, strangers: [{ part: 'row', id: 'Q99', code: 'unknownRow' }] });
  });

  test('and one that is whole, or says what it lacks, is good', () => {
    expect(judgeCoverage([first!], [whole], firms, () => null)).toMatchObject({ ok: true, covered: 1, missing: 0 });
    expect(judgeCoverage([first!], [line({ missing: 'class' })], firms, () => null)).toMatchObject({ ok: true, covered: 0, missing: 1 });
  });
});

test.each([
  ['a field', { a: { b: 1 } }, 'a.b', true],
  ['a field that is not there', { a: { b: 1 } }, 'a.c', false],
  ['a field of one of several', [{ a: 1 }, { b: null }], 'b', true],
  ['a field under any id', { x: { lost: 1 }, y: { lost: 2 } }, 'lost', true],
  ['nothing to look into', 7, 'a', false],
] as const)('a path is found or not: %s', (_name, value, path, found) => {
  expect(hasPath(value, path.split('.'))).toBe(found);
});

describe('a row for every firm', () => {
  const asked = line({ decision: ['control:crm.tco'], effect: ['rule:audit'], evidence: ['kpi:equity'], scenario: [everyFirm] });
  const shut = { ...vorasBank, id: 'shut', unlocks: vorasBank.unlocks.filter(({ card }) => card !== 'crm.tco') };
  const narrow = resolverOf({ ...code, scenarios: new Map([shut, vorasBank].map((scenario) => [scenario.id, scenario])) });
  const inFirms = (ids: readonly string[]) => judgeCoverage([first], [asked], ids, narrow);
  const [first] = rows as [ChecklistRow];

  test('counts for those that open its cards, and is not covered where none does', () => {
    expect(inFirms(['shut', 'voras-bank'])).toMatchObject({ covered: 1, byFirm: { shut: 0, 'voras-bank': 1 } });
    expect(inFirms(['shut'])).toMatchObject({ ok: false, covered: 0 });
  });

  test('is there for each firm that ships, which covers most of the course by itself', () => {
    const { byFirm } = judgeCoverage(rows, map, firms, resolve);
    expect(Object.keys(byFirm)).toEqual(firms);
    for (const [firm, count] of Object.entries(byFirm)) expect(count, firm).toBeGreaterThan(120);
  });
});

describe('rapport coverage', () => {
  test('prints one document, with all that is told of a row', async () => {
    const { code: exit, out } = await called('coverage', '--json', '--rows', 'A07,B03');
    const result = JSON.parse(out) as { ok: boolean; total: number; items: Record<string, unknown>[] };
    expect(exit).toBe(0);
    expect(result).toMatchObject({ ok: true, total: 10 });
    expect(result.items.map(({ row }) => row)).toEqual(['A07', ...'abcdefghi'.split('').map((part) => `B03${part}`)]);
    expect(result.items[0]).toMatchObject({ decision: ['control:biz.generic', 'control:biz.budget'], covered: true });
  });

  test.each(['en', 'vi'])('prints sources, reasons and every row in words: %s', async (language) => {
    const { code: exit, out } = await called('coverage', '--lang', language);
    expect(exit).toBe(0);
    expect(out).not.toContain('‹');
    for (const { id } of rows) expect(out).toMatch(new RegExp(`^${id}\\s+[+-] `, 'm'));
  });

  test('has words for every fault and every reason', () => {
    expect(faultCodes.filter((fault) => !hasWord('cli', `coverage.fault.${fault}`))).toEqual([]);
    expect(lackReasons.filter((reason) => !hasWord('cli', `coverage.reason.${reason}`))).toEqual([]);
  });
});
