import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldNotes, fieldRows, isExplained } from '../../src/cli/fieldNotes.ts';
import { describedFiles, fieldPaths, schemaDocument, type DescribedFile } from '../../src/scenario/schemaExport.ts';

const guide = readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8');
const committed = (file: DescribedFile): unknown =>
  JSON.parse(readFileSync(new URL(`../../scenarios/${file}.schema.json`, import.meta.url), 'utf8')) as unknown;

/** Items, languages and members of a text belong to the field around them. */
const isPart = (path: string): boolean => /(\[\]|\.vi|\.en)$/.test(path);

describe.each(describedFiles)('what editors and authors are told of %s', (file) => {
  it('the guide explains every field that the reader takes', () => {
    const explained = isExplained(guide, file);
    expect(fieldPaths(file).filter((path) => !isPart(path) && !explained(path))).toEqual([]);
  });

  it('the guide explains no field that the reader does not take', () => {
    const paths = new Set(fieldPaths(file));
    const missing = [...fieldRows(guide, file).keys()].filter((field) => !paths.has(field.replace(/\.\*$/, '')));
    expect(missing).toEqual([]);
  });

  it('the schema beside the scenarios is the one that the readers give, with the words of the guide', () => {
    expect(committed(file)).toEqual(JSON.parse(JSON.stringify(schemaDocument(file, fieldNotes(guide, file)))));
  });
});

describe('the schema', () => {
  it('points nowhere that it does not define', () => {
    for (const file of describedFiles) {
      const document = schemaDocument(file, () => undefined);
      const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/\$defs\/([A-Za-z0-9]+)"/g)].map((match) => match[1]!);
      expect(names.length).toBeGreaterThan(5);
      expect(names.filter((name) => !Object.hasOwn(document.$defs, name))).toEqual([]);
    }
  });

  it('takes the words of the guide for a field, and none where the guide has none', () => {
    const { properties } = schemaDocument('scenario', fieldNotes(guide, 'scenario'));
    expect(properties?.['currency']?.description).toBe('three letters of ISO 4217');
    expect(fieldNotes('', 'scenario')('currency')).toBeUndefined();
  });
});
