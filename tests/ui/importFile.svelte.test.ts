import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { replay } from '../../src/game/replay.ts';
import type { EntryData, RunFile } from '../../src/game/run.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import { done } from '../../src/saves/outcome.ts';
import type { Saves } from '../../src/saves/saves.ts';
import { hasWord } from '../../src/text/words.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { faultsOf, saveCodeWords } from '../../src/ui/runs/codeWords.ts';
import { startReader, type Checking } from '../../src/ui/runs/fileReader.ts';
import type { RunDesk } from '../../src/ui/runs/runDesk.ts';
import { Shelf } from '../../src/ui/runs/shelf.svelte.ts';
import { Browser, valueOf } from '../saves/browser.ts';
import { folder, learner, sampleRun } from '../saves/sampleRun.ts';

let browser: Browser;
let saves: Saves;
beforeEach(async () => {
  browser = new Browser();
  ({ saves } = await browser.tab());
  language.start(['en']);
});
afterEach(() => browser.close());

/** Node has no worker of the web: the file is read on the page, as where no worker starts. */
const shelfOf = (reader: RunDesk['reader'] = (tell) => Promise.resolve(startReader(tell))): Shelf =>
  new Shelf({ saves: () => Promise.resolve(saves), reader } as RunDesk);
const fileOf = (run: RunFile): File => new File([writeRun(run)], 'run.json');
const keys = async (): Promise<readonly string[]> => valueOf(await databaseStore().keysUnder(''));

/** A run whose digests are those of its decisions. */
function honest(run: RunFile): RunFile {
  const { digests } = replay(folder.scenario, run, run.entries, { digests: true }).playing;
  const played = run.entries.filter(({ kind }) => kind === 'commit').length;
  return { ...run, digests: digests.slice(0, played) };
}
const added = (decisions: readonly EntryData[]): RunFile => appendEntries(sampleRun(1), decisions, { firm: learner, by: 'learner' });
const good = honest(sampleRun(3));
const answer: EntryData = {
  kind: 'move',
  data: { kind: 'case', slot: 'q1.customer.7', mode: 'compete', remedy: 'none', apology: false, reason: false },
};

/** A check that never answers, and whether it was ended. */
function stuck(): { check: Checking; ended: () => boolean } {
  let ended = false;
  const never = new Promise<never>(() => undefined);
  const check = { begin: () => Promise.resolve(done(good.scenario)), finish: () => never, end: () => void (ended = true) };
  return { check, ended: () => ended };
}

describe('a run file that is imported', () => {
  test('is played again round by round, and kept under a new id each time', async () => {
    const seen: (number | undefined)[] = [];
    const shelf = shelfOf((tell) =>
      Promise.resolve(
        startReader((played, of) => {
          tell(played, of);
          seen.push(shelf.importing?.played);
        }),
      ),
    );
    const ids = [await shelf.importFile(fileOf(good)), await shelf.importFile(fileOf(good))];
    expect(seen).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
    expect(shelf.importing).toBeNull();
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(valueOf(await saves.open(id ?? '')).run).toEqual(good);
  });

  test('may lack the digests of its last quarters', async () => {
    expect(await shelfOf().importFile(fileOf({ ...good, digests: good.digests.slice(0, 1) }))).not.toBeNull();
  });

  test('of another engine is kept as it is, since it plays out otherwise here', async () => {
    const { scenario, ...rest } = sampleRun(0);
    const foreign = appendEntries(newRun({ ...rest, scenario, epoch: ENGINE_EPOCH + 1 }), [{ kind: 'commit', data: { quarters: 1 } }], {
      firm: learner,
      by: 'learner',
    });
    expect(await shelfOf().importFile(fileOf({ ...foreign, digests: ['0'.repeat(16)] }))).not.toBeNull();
  });

  test.each<[string, RunFile, string]>([
    ['whose digest is not that of its decisions', { ...good, digests: good.digests.with(1, '0'.repeat(16)) }, 'digest'],
    ['with a digest of a quarter that was never played', { ...good, digests: [...good.digests, '0'.repeat(16)] }, 'digest'],
    ['with an answer to a case that was not open', added([answer]), 'illegal.case.notOpen'],
    ['for a market that the firm does not have', sampleRun(1, { world: 9 }), 'noWorld'],
    [
      'with a decision of a firm that nobody runs',
      appendEntries(sampleRun(1), [{ kind: 'plan', data: { plan: {} } }], { firm: 'nobody', by: 'learner' }),
      'illegal.firm',
    ],
    [
      'that goes on after its last quarter',
      added(Array.from({ length: 4 }, (): EntryData => ({ kind: 'commit', data: { quarters: 4 } }))),
      'illegal.afterEnd',
    ],
  ])('%s is refused in words of both languages, and nothing stored is touched', async (_name, run, code) => {
    const shelf = shelfOf();
    await shelf.importFile(fileOf(good));
    const before = await keys();
    expect(await shelf.importFile(fileOf(run))).toBeNull();
    expect(shelf.refused).toMatchObject({ code: 'badFile', errors: [{ code }] });
    expect(await keys()).toEqual(before);
    expect(hasWord('code', code)).toBe(true);
    const english = faultsOf(shelf.refused!).shown[0];
    language.start(['vi']);
    expect(faultsOf(shelf.refused!).shown[0]).not.toBe(english);
  });

  test('that takes longer than the limit is ended, told in words and not kept', async () => {
    const { check, ended } = stuck();
    const shelf = shelfOf((tell) => Promise.resolve(startReader(tell, () => Promise.resolve(check), 0)));
    expect(await shelf.importFile(fileOf(good))).toBeNull();
    expect([shelf.refused?.code, ended()]).toEqual(['tooSlow', true]);
    expect(saveCodeWords(shelf.refused!)).toContain('20 seconds');
    expect(await keys()).toEqual([]);
  });

  test('can be stopped by the learner, who is then told of no fault', async () => {
    const { check, ended } = stuck();
    const shelf = shelfOf((tell) =>
      Promise.resolve(
        startReader(tell, () => {
          const { finish } = check;
          return Promise.resolve({
            ...check,
            finish: (...given) => {
              shelf.stopImport();
              return finish(...given);
            },
          });
        }),
      ),
    );
    expect(await shelf.importFile(fileOf(good))).toBeNull();
    expect([shelf.refused, shelf.importing, ended()]).toEqual([null, null, true]);
    expect(await keys()).toEqual([]);
  });
});
