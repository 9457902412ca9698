import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../src/text/messages/', import.meta.url);
const files = readdirSync(folder);
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>;
const parts = [...new Set(files.map((name) => name.replace(/^(vi|en)\./, '')))];
const settings = JSON.parse(readFileSync(new URL('../project.inlang/settings.json', folder), 'utf8')) as {
  'plugin.inlang.messageFormat': { pathPattern: string[] };
};

const placeholders = (message: string): string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort((a, b) => (a < b ? -1 : 1));
const all = (locale: 'vi' | 'en'): Record<string, string> =>
  Object.assign({}, ...parts.map((part) => read(`${locale}.${part}`))) as Record<string, string>;

/** Words that Vietnamese writes as English does: names, abbreviations, figures. */
const alike =
  /^(Rapport|f\(x\)|Marketing|CNTT|Q\{quarter\}(: \{cost\})?|\{count\}\/\{of\}|\{[a-z]+\}[%/\d{}a-z]*|CMS.*|P\d\d.*|\{done\}.*|n|.*n\s=\s\{n\}[.]?|(\{[a-z]+\}[ ,:→()–]*)+)$/;

describe.each(parts)('the words of %s', (part) => {
  const [vi, en] = [read(`vi.${part}`), read(`en.${part}`)];

  test('exist in both languages, in the same order', () => {
    expect(Object.keys(vi)).toEqual(Object.keys(en));
  });

  test('take the same values in both languages', () => {
    for (const key of Object.keys(en)) expect({ key, values: placeholders(vi[key]) }).toEqual({ key, values: placeholders(en[key]) });
  });

  test('are never empty', () => {
    expect(Object.entries({ ...vi, ...en }).filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  test('are part of the catalogue that is compiled', () => {
    expect(settings['plugin.inlang.messageFormat'].pathPattern).toContain(`./messages/{locale}.${part}`);
  });
});

test('nothing is left in English on a Vietnamese screen', () => {
  const [vi, en] = [all('vi'), all('en')];
  const same = Object.keys(en).filter((key) => !key.startsWith('cli.') && vi[key] === en[key] && !alike.test(en[key]));
  expect(same).toEqual([]);
});

test('no two keys become the same function name', () => {
  const names = Object.keys(all('en')).map((key) => key.replace(/[^a-zA-Z0-9]/g, '_').toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
