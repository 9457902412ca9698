import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readFolder } from '../../src/cli/scenarioFiles.ts';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import { openSaves, type Saves } from '../../src/saves/saves.ts';
import { scenarioCard } from '../../src/scenario/scenarioCard.ts';
import { FirmCheck } from '../../src/ui/firms/firmCheck.ts';
import { startFirmReader } from '../../src/ui/firms/firmReader.ts';
import { Intake } from '../../src/ui/firms/intake.svelte.ts';
import { refusedWords, toldWords } from '../../src/ui/firms/toldWords.ts';
import { language } from '../../src/ui/language.svelte.ts';
import type { RunDesk } from '../../src/ui/runs/runDesk.ts';
import { Shelf } from '../../src/ui/runs/shelf.svelte.ts';
import { Browser, failAtWrite, findShipped, valueOf } from '../saves/browser.ts';
import { folder as shipped, round, settings } from '../saves/sampleRun.ts';

let browser: Browser;
let saves: Saves;
beforeEach(async () => {
  browser = new Browser();
  ({ saves } = await browser.tab());
  language.start(['en']);
  // Causes go to the console of the browser.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});
afterEach(() => {
  browser.close();
  vi.restoreAllMocks();
});

const files = readFolder('src/cli/newScenario');
const text = (change: (text: string) => string = (same) => same): string =>
  change(new TextDecoder().decode(files.get('scenario.yaml')).replaceAll('NEW-FIRM', 'quan-nho'));
const fileOf = (content: string): File => new File([content], 'quan.yaml');
const first = fileOf(text());
const newer = fileOf(text((old) => old.replace(/^quarters: 8$/m, 'quarters: 12')));
const sameId = fileOf(text((old) => old.replaceAll('quan-nho', shipped.scenario.id)));

const reads: RunDesk['firmReader'] = (tell) =>
  Promise.resolve(
    startFirmReader(tell, () => {
      const check = new FirmCheck();
      return Promise.resolve({ read: check.read.bind(check), end: () => check.stop() });
    }),
  );
const offline = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const intakeOf = (firmReader = reads, kept = saves): Intake => {
  const desk = { saves: () => Promise.resolve(kept), firmReader } as RunDesk;
  return new Intake(desk, new Shelf(desk));
};
const cards = [scenarioCard(shipped.scenario)];
/** What the learner is told, whether of something done or of a failure. */
const said = ({ told, refused }: Intake): string =>
  told === null ? (refused === null ? '' : refusedWords(refused)) : toldWords(told, cards);
const rows = async () => valueOf(await databaseStore().under(''));

interface Case {
  before: readonly File[];
  take: File;
  intake?: () => Intake;
  /** Firms that stand in the browser afterwards. */
  firms: number;
  says: readonly string[];
  saysNot?: readonly string[];
}
const cases: Readonly<Record<string, Case>> = {
  'a first firm is added': {
    before: [],
    take: first,
    firms: 1,
    says: ['now stands among your own firms'],
    saysNot: ['same id', 'storage'],
  },
  'the same file again changes nothing and says so': {
    before: [first],
    take: first,
    firms: 1,
    says: ['stands here already'],
    saysNot: ['now stands'],
  },
  'a newer version under the same id stands beside the first, and both are told': {
    before: [first],
    take: newer,
    firms: 2,
    says: ['now stands', 'Other firms of yours have the same id: 1', 'a run goes on with the one that it was begun on'],
  },
  'the older one given again is known, beside the newer one': {
    before: [first, newer],
    take: first,
    firms: 2,
    says: ['stands here already', 'same id: 1'],
  },
  'the id of a firm that ships is told with the name of that firm': {
    before: [],
    take: sameId,
    firms: 1,
    says: ['now stands', `same id as ${shipped.scenario.title.en}, which ships with Rapport`],
  },
  'without a network, when the part that reads files was not fetched before, that is the reason': {
    before: [first],
    take: newer,
    intake: () => intakeOf(offline),
    firms: 1,
    says: ['could not be loaded', 'Check the connection', 'Nothing here was changed'],
  },
  'the same where the part goes missing only when it is started': {
    before: [first],
    take: newer,
    intake: () => intakeOf((tell) => Promise.resolve(startFirmReader(tell, offline))),
    firms: 1,
    says: ['could not be loaded', 'Nothing here was changed'],
  },
};

test.each(Object.entries(cases))('%s', async (_name, { before, take, intake = () => intakeOf(), firms, says, saysNot = [] }) => {
  for (const file of before) expect(await intakeOf().take(file)).toBe(true);
  const kept = await rows();
  const taking = intake();
  await taking.take(take);
  for (const words of says) expect(said(taking)).toContain(words);
  for (const words of saysNot) expect(said(taking)).not.toContain(words);
  expect(valueOf(await saves.firms.list())).toHaveLength(firms);
  // Nothing that was kept has changed.
  expect(await rows()).toEqual(expect.arrayContaining(kept));
  language.current = 'vi';
  expect(said(taking)).not.toMatch(/‹|now stands|could not|already/);
});

test.each([1, 2, 3])('storage that is full at write %i is told, and no part of the firm is kept', async (nth) => {
  await intakeOf().take(first);
  const kept = await rows();
  const full = failAtWrite(nth, 'throws', true);
  const taking = intakeOf();
  expect(await taking.take(newer)).toBe(false);
  full.mend();
  expect(said(taking)).toMatch(/storage of this browser is full.*Nothing here was changed/);
  expect(await rows()).toEqual(kept);
});

test('where the browser gives no storage, the firm is said to end with the page', async () => {
  const { indexedDB } = globalThis;
  Object.assign(globalThis, {
    indexedDB: {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    },
  });
  const bare = await openSaves(findShipped, browser.environment('bare'));
  const taking = intakeOf(reads, bare);
  expect(await taking.take(first)).toBe(true);
  expect(said(taking)).toContain('until the page is closed');
  bare.close();
  Object.assign(globalThis, { indexedDB });
});

test('runs on the first version go on with it when a newer one was added', async () => {
  await intakeOf().take(first);
  const [old] = valueOf(await saves.firms.list());
  const { folder, firm } = valueOf(await saves.firms.find(old!.content));
  const run = valueOf(await saves.start(folder, settings, firm));
  await intakeOf().take(newer);
  valueOf(await run.append(round(1)));
  await run.release();
  expect(valueOf(await saves.open(run.id)).loaded).toMatchObject({
    folder: { scenario: { quarters: 8 } },
    firm: { content: old!.content },
  });
});

test('a scenario that was damaged where it is kept is mended by its file, whether or not the firm still stands here', async () => {
  const taking = intakeOf();
  await taking.take(first);
  const [{ content } = { content: '' }] = valueOf(await saves.firms.list());
  const before = await rows();
  for (const deleted of [false, true]) {
    valueOf(await databaseStore().write({ put: [[`scenario/${content}`, '{']], ...(deleted && { removeUnder: [`firm/${content}/`] }) }));
    expect((await saves.firms.find(content)).ok).toBe(false);
    expect(await taking.take(first)).toBe(true);
    expect((await saves.firms.find(content)).ok).toBe(true);
    expect((await rows()).map(([key]) => key)).toEqual(before.map(([key]) => key));
  }
});
