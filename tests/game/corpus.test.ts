import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { compareCorpus, played, readCorpus, refreshCorpus, writeRuns, type Corpus } from '../../tools/proof/corpus.ts';

const folder = new URL('corpus', import.meta.url).pathname;
const { scenario, corpus } = readCorpus(folder);

test('the engine gives the digests of the stored corpus, and its epoch is that of the corpus', () => {
  const now = played(corpus, scenario, ENGINE_EPOCH);
  const { verdict, moved } = compareCorpus(corpus, now);
  const names = moved.map(({ log, setting }) => `${log} in world ${setting.world}`);
  expect(
    { verdict, moved: names },
    'Digests and ENGINE_EPOCH move together: raise it in src/game/epoch.ts and run "node tools/corpus.mjs", or find what moved them by mistake.',
  ).toEqual({ verdict: 'same', moved: [] });
});

test('the corpus holds twenty runs that all end differently, of several playbooks, worlds and seeds', () => {
  expect(corpus.runs).toHaveLength(20);
  expect(new Set(corpus.runs.map(({ digest }) => digest)).size).toBe(20);
  expect(new Set(corpus.runs.map(({ log }) => log)).size).toBeGreaterThanOrEqual(5);
  expect(new Set(corpus.runs.map(({ setting }) => setting.world)).size).toBeGreaterThanOrEqual(2);
  expect(new Set(corpus.runs.map(({ setting }) => setting.luckSeed)).size).toBeGreaterThanOrEqual(2);
});

describe('Epoch and digests move together or not at all', () => {
  const moved: Corpus = { ...corpus, runs: corpus.runs.map((run, index) => (index === 3 ? { ...run, digest: '0'.repeat(16) } : run)) };
  test.each([
    ['nothing', corpus, 0, 'same'],
    ['a digest and not the epoch', moved, 0, 'digestsMoved'],
    ['the epoch and no digest', corpus, 1, 'epochRaisedForNothing'],
    ['both', moved, 1, 'raised'],
    ['the epoch downwards', moved, -1, 'epochLowered'],
  ])('%s', (_, now, by, verdict) => {
    expect(compareCorpus(corpus, { ...now, epoch: corpus.epoch + by }).verdict).toBe(verdict);
  });

  test('rewriting is refused unless both moved, and a refusal writes nothing', () => {
    const copy = mkdtempSync(join(tmpdir(), 'rapport-corpus-'));
    try {
      cpSync(folder, copy, { recursive: true });
      const few: Corpus = { ...corpus, runs: corpus.runs.slice(0, 2) };
      const stale: Corpus = { ...few, runs: few.runs.map((run) => ({ ...run, digest: 'f'.repeat(16) })) };
      writeRuns(copy, stale);
      expect(readCorpus(copy).corpus).toEqual(stale);
      expect(refreshCorpus(copy, null, corpus.epoch).good).toBe(false);
      expect(readCorpus(copy).corpus).toEqual(stale);
      expect(refreshCorpus(copy, null, corpus.epoch + 1).good).toBe(true);
      expect(readCorpus(copy).corpus).toEqual({ ...played(few, scenario, corpus.epoch + 1) });
      expect(refreshCorpus(copy, null, corpus.epoch + 2).good).toBe(false);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
