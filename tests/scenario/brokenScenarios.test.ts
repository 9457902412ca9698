import { describe, expect, test } from 'vitest';
import { scenarioErrorCodes, type Coded } from '../../src/scenario/coded.ts';
import { parsePlaybook, parseScenario } from '../../src/scenario/parseScenario.ts';
import { playbookFaults, scenarioFaults, type Fault } from './faults.ts';
import { sampleFiles, sampleFolder } from './sampleFolder.ts';

function broken(fault: Fault): { text: string; errors: readonly Coded[] } {
  const file = fault.file ?? 'scenario.yaml';
  const whole = sampleFiles.get(file) ?? '';
  expect(whole.includes(fault.replace), `the text to break is in ${file}`).toBe(true);
  const text = whole.replace(fault.replace, () => fault.by);
  const parsed = parseScenario(new Map([...sampleFiles, [file, text]]));
  return { text, errors: parsed.ok ? [] : parsed.errors };
}

function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  expect(at, `${part} is in the broken text`).toBeGreaterThanOrEqual(0);
  return text.slice(0, at + (part.startsWith('\n') ? 1 : 0)).split('\n').length;
}

describe('A fault in a scenario folder is named by code, path and line', () => {
  test.each([...scenarioFaults, ...playbookFaults])('$what: $code', (fault) => {
    const { text, errors } = broken(fault);
    const found = errors.find(({ code, at }) => code === fault.code && at === fault.at);
    expect(found, JSON.stringify(errors.slice(0, 3))).toMatchObject({
      file: fault.file ?? 'scenario.yaml',
      line: lineOf(text, fault.lineOf),
    });
    expect(found?.column).toBeGreaterThanOrEqual(1);
  });

  test('every code that a folder can cause is in the closed list', () => {
    for (const { code } of [...scenarioFaults, ...playbookFaults]) expect(scenarioErrorCodes).toContain(code);
  });

  test('the column is that of the value', () => {
    const { errors } = broken(scenarioFaults[3]);
    expect(errors[0]).toMatchObject({ line: 18, column: 11, values: { expected: 'number' } });
  });

  test('several faults are listed together', () => {
    const text = (sampleFiles.get('scenario.yaml') ?? '')
      .replace('currency: EUR', 'currency: euro')
      .replace('difficulty: 2', 'difficulty: 9');
    const parsed = parseScenario(new Map([['scenario.yaml', text]]));
    expect(parsed.ok ? [] : parsed.errors.map(({ at }) => at)).toEqual(['currency', 'difficulty']);
  });
});

describe('Files of a folder', () => {
  const voras = sampleFiles.get('scenario.yaml') ?? '';

  test('a folder without scenario.yaml names the file that is missing', () => {
    expect(parseScenario(new Map())).toEqual({ ok: false, errors: [{ code: 'fileMissing', at: '', file: 'scenario.yaml' }] });
  });

  test.each(['notes.txt', 'playbooks/../x.yaml', 'playbooks/a/b.yaml', 'Scenario.yaml'])('%s is no file of a scenario', (file) => {
    const parsed = parseScenario(
      new Map([
        ['scenario.yaml', voras],
        [file, 'x'],
      ]),
    );
    expect(parsed).toEqual({ ok: false, errors: [{ code: 'fileUnknown', at: '', file }] });
  });

  test('256 KB are read and one byte more is refused, counted in UTF-8', () => {
    const pad = (bytes: number): string => `${voras}\n#${'é'.repeat(Math.floor((bytes - utf8Bytes(voras) - 2) / 2))}`;
    const most = 256 * 1024;
    const even = (most - utf8Bytes(voras)) % 2 === 0 ? most : most - 1;
    expect(utf8Bytes(pad(even))).toBe(even);
    expect(parseScenario(new Map([['scenario.yaml', pad(even)]])).ok).toBe(true);
    const over = parseScenario(new Map([['scenario.yaml', pad(even + 2)]]));
    expect(over.ok ? null : over.errors[0]).toMatchObject({ code: 'fileTooLarge', file: 'scenario.yaml', values: { most } });
  });

  test('the same scenario written as JSON reads to the same value', () => {
    const { scenario } = sampleFolder();
    const again = parseScenario(new Map([['scenario.yaml', JSON.stringify(scenario)]]));
    expect(again.ok ? again.value.scenario : again.errors).toEqual(scenario);
  });

  test('Windows line ends and a byte order mark change nothing', () => {
    const again = parseScenario(new Map([['scenario.yaml', `\ufeff${voras.replaceAll('\n', '\r\n')}`]]));
    expect(again.ok ? again.value.scenario : again.errors).toEqual(sampleFolder().scenario);
  });

  test('words come out in composed letters however they were typed', () => {
    const again = parseScenario(new Map([['scenario.yaml', voras.normalize('NFD')]]));
    expect(again.ok ? again.value.scenario : again.errors).toEqual(sampleFolder().scenario);
  });

  test('expected.json is read, and its names must be those of playbooks and worlds', () => {
    const result = { mean: 50, sd: 2, digest: '0123456789abcdef' };
    const expected = {
      epoch: 1,
      anchors: { worst: 'leap', stay: 'stay', best: 'textbook' },
      customers: 20000,
      seeds: 30,
      worlds: { relations: { stay: result } },
    };
    const read = (value: object) => parseScenario(new Map([...sampleFiles, ['expected.json', JSON.stringify(value)]]));
    const right = read(expected);
    expect(right.ok && right.value.expected).toEqual(expected);
    const wrong = read({
      ...expected,
      anchors: { ...expected.anchors, best: 'dream' },
      bestIn: { nowhere: 'textbook', relations: 'sleep' },
      worlds: { nowhere: { sleep: result } },
    });
    expect(wrong.ok ? [] : wrong.errors.map(({ code, at }) => [code, at])).toEqual([
      ['unknownReference', 'anchors.best'],
      ['unknownReference', 'bestIn.nowhere'],
      ['unknownReference', 'bestIn.relations'],
      ['unknownReference', 'worlds.nowhere'],
      ['unknownReference', 'worlds.nowhere.sleep'],
    ]);
  });

  test('a playbook alone is read for a scenario', () => {
    const { scenario, playbooks } = sampleFolder();
    const alone = parsePlaybook(sampleFiles.get('playbooks/leap.yaml') ?? '', scenario);
    expect(alone).toEqual({ ok: true, value: playbooks['leap'] });
  });
});

const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;
