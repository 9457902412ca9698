import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { parseScenario, type ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { scenarioCard, type ScenarioCard } from '../../src/scenario/scenarioCard.ts';
import { readScenarioFolder, scenarioFolders } from '../../tools/scenario-folders.ts';
import { scenarios } from '../../tools/vite-scenarios.ts';
import { vorasPath } from './vorasFolder.ts';
import { turns } from '../turns.ts';

const shipped = dirname(vorasPath);
interface ScenarioModule {
  cards: readonly ScenarioCard[];
  load: (id: string) => Promise<ScenarioFolder>;
}

const serve = (root: string): Promise<ViteDevServer> =>
  createServer({
    configFile: false,
    root: shipped,
    plugins: [scenarios(root)],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    logLevel: 'silent',
    appType: 'custom',
  });

describe('The module of shipped scenarios', () => {
  let server: ViteDevServer;
  let module: ScenarioModule;
  beforeAll(async () => {
    server = await serve(shipped);
    module = (await server.ssrLoadModule('virtual:scenarios')) as ScenarioModule;
  });
  afterAll(() => server.close());

  test('has a card of every folder, easiest first', () => {
    expect(module.cards.map(({ id }) => id).sort()).toEqual(scenarioFolders(shipped));
    const difficulties = module.cards.map(({ difficulty }) => difficulty);
    expect(difficulties).toEqual([...difficulties].sort((a, b) => a - b));
  });

  test('a card tells where the firm stands and keeps the hidden worlds to their number', () => {
    const card = module.cards.find(({ id }) => id === 'voras-bank');
    expect(card).toMatchObject({
      quarters: 16,
      quartersPerRound: 2,
      worlds: 3,
      start: { level: 'l1', coverage: 0.7, individualisation: 35 },
    });
    expect(JSON.stringify(card)).not.toContain('neglect');
  });

  for (const [some, options] of turns(scenarioFolders(shipped), 4, 2))
    test.each(some)('%s arrives as parseScenario reads it', options, async (id) => {
      const parsed = parseScenario(readScenarioFolder(join(shipped, id)));
      expect(parsed.ok).toBe(true);
      if (!parsed.ok) return;
      expect(await module.load(id)).toEqual(parsed.value);
      expect(module.cards).toContainEqual(scenarioCard(parsed.value.scenario));
    });

  test('an id that is not shipped is refused', async () => {
    await expect(module.load('atlantis')).rejects.toThrow(RangeError);
  });
});

describe('A folder that cannot be read stops the build', () => {
  const root = mkdtempSync(join(tmpdir(), 'scenarios-'));
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([
    ['quarters: 16', 'quarters: sixteen', /voras-bank[\\/]scenario\.yaml:18:11 wrongType at quarters/],
    ['id: voras-bank', 'id: other-bank', /not named by the scenario's id other-bank/],
  ])('with %s as %s', async (replace, by, message) => {
    const folder = join(root, 'voras-bank');
    cpSync(vorasPath, folder, { recursive: true });
    const file = join(folder, 'scenario.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(replace, by));
    const server = await serve(root);
    try {
      await expect(server.ssrLoadModule('virtual:scenarios')).rejects.toThrow(message);
    } finally {
      await server.close();
    }
  });
});
