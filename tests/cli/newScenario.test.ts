import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { called } from './called.ts';
import { goodScenario, readScenario } from '../../src/cli/scenarioFiles.ts';
import { scenarioCard } from '../../src/scenario/scenarioCard.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { long } from '../turns.ts';

const place = mkdtempSync(join(tmpdir(), 'rapport-new-'));
afterAll(() => rmSync(place, { recursive: true }));

test('a new firm passes check, in either language of messages, and bears the name of its folder', async () => {
  for (const language of ['en', 'vi']) {
    const folder = join(place, `my-firm-${language}`);
    expect((await called('new', folder, '--lang', language)).code).toBe(0);
    expect((await called('check', folder, '--lang', language)).code).toBe(0);
    const { scenario, playbooks, expected } = goodScenario(folder);
    expect(scenario.id).toBe(`my-firm-${language}`);
    expect(scenario.firms[0].id).toBe(scenario.id);
    expect(Object.keys(playbooks)).toContain(expected?.anchors.best);
  }
});

test('its best known path is above STAY, and STAY above its trap, in either hidden world', long, async () => {
  const folder = join(place, 'balanced');
  await called('new', folder);
  for (const world of ['0', '1']) {
    const { code } = await called('balance', folder, '--seeds', '3', '--customers', '800', '--world', world);
    expect(code).toBe(0);
  }
});

test('its files point editors to a schema that is there', async () => {
  const folder = join(place, 'edited');
  await called('new', folder);
  for (const file of ['scenario.yaml', 'playbooks/stay.yaml']) {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    expect(existsSync(resolve(dirname(join(folder, file)), schema))).toBe(true);
  }
});

test('nothing that exists is overwritten, and no id is taken twice', async () => {
  const full = join(place, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'scenario.yaml'), 'mine');
  expect(await called('new', full)).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(join(full, 'scenario.yaml'), 'utf8')).toBe('mine');
  expect(await called('new', join(place, 'tiem-nang'))).toMatchObject({ code: 2, out: '' });
  expect(await called('new', join(place, '1st'))).toMatchObject({ code: 2, out: '' });
  expect(await called('new')).toMatchObject({ code: 2, out: '' });
});

test('a scenario written in one language shows it to readers of the other, says so, and plays by the same rules', async () => {
  const folder = join(place, 'one-tongue');
  await called('new', folder);
  const both = goodScenario(folder).scenario;
  const file = join(folder, 'scenario.yaml');
  const text = readFileSync(file, 'utf8');
  const vietnamese = text
    .replace(/^format: 1$/m, 'format: 1\nlanguages: [vi]')
    .replace(/^( *)en: .*(\n\1 +.*)*\n/gm, '')
    .replace(/, en: ('[^']*'|"[^"]*"|[^}]*) \}/g, ' }');
  writeFileSync(file, vietnamese);
  const { parsed } = readScenario(folder);
  expect(parsed.ok ? [] : parsed.errors).toEqual([]);
  const one = goodScenario(folder).scenario;
  expect(one.title.en).toBe(one.title.vi);
  expect([scenarioCard(one).onlyLanguage, scenarioCard(both).onlyLanguage]).toEqual(['vi', null]);
  expect(scenarioHash(one)).toBe(scenarioHash(both));
});

test('a language that is not declared missing is asked for, line by line', async () => {
  const folder = join(place, 'half');
  await called('new', folder);
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('  en: Your coffee roastery\n', ''));
  const { parsed } = readScenario(folder);
  expect(parsed).toMatchObject({ ok: false, errors: [{ code: 'missingLanguage', at: 'title.en', values: { language: 'en' } }] });
  writeFileSync(file, readFileSync(file, 'utf8').replace('format: 1', 'format: 1\nlanguages: [vi]'));
  const other = readScenario(folder).parsed;
  expect(other.ok ? [] : other.errors.every(({ code }) => code === 'unknownKey')).toBe(true);
});
