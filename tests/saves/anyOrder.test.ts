import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainErrors } from '../../src/game/chain.ts';
import type { EntryData, RunFile } from '../../src/game/run.ts';
import type { SavedDraft } from '../../src/saves/records.ts';
import type { Saves } from '../../src/saves/saves.ts';
import type { OpenRun } from '../../src/saves/writer.ts';
import { Browser, codeOf, failAtWrite, valueOf } from './browser.ts';
import { folder, note, round, sampleDraft, settings } from './sampleRun.ts';

/** What must be in the database: only what was acknowledged. */
interface Expected {
  run: RunFile;
  draft: SavedDraft | null;
}
interface Model {
  runs: Map<string, Expected>;
}

/** Two tabs of one browser; a tab has at most one run open, as the app has. */
class Real {
  readonly browser = new Browser();
  readonly files: string[] = [];
  readonly tabs: { saves: Saves; name: string; open: OpenRun | null }[] = [];

  async openTab(at: number): Promise<void> {
    this.tabs[at] = { ...(await this.browser.tab()), open: null };
  }
}

type Step = fc.AsyncCommand<Model, Real>;

/** What is open in a tab and may be written. */
function writable(real: Real, tab: number): OpenRun | null {
  const open = real.tabs[tab]?.open ?? null;
  return open?.readOnly === null ? open : null;
}

const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    await holds(model, real);
  },
  toString: () => name,
});

/** The invariants: every acknowledged run is there, whole, as it was acknowledged, and no other. */
async function holds(model: Model, real: Real): Promise<void> {
  const { saves } = (await real.browser.tab()) satisfies { saves: Saves };
  const list = valueOf(await saves.list());
  expect(list.missing).toEqual([]);
  expect(list.runs.map(({ id }) => id).sort()).toEqual([...model.runs.keys()].sort());
  for (const [id, { run, draft }] of model.runs) {
    const opened = valueOf(await saves.open(id));
    expect(opened.run).toEqual(run);
    expect(opened.loaded.draft).toEqual(draft);
    expect(chainErrors(opened.run)).toEqual([]);
    await opened.release();
  }
}

const tab = fc.nat({ max: 1 });
const some = fc.nat({ max: 5 });
const idAt = (model: Model, at: number): string | null => [...model.runs.keys()].sort()[at % Math.max(1, model.runs.size)] ?? null;

async function append(model: Model, real: Real, at: number, decisions: readonly EntryData[]): Promise<void> {
  const open = real.tabs[at]!.open;
  if (open === null) return;
  const mayWrite = open.readOnly === null;
  const appended = await open.append(decisions);
  if (!mayWrite) expect(appended.ok).toBe(false);
  if (!appended.ok) return;
  const before = model.runs.get(open.id)!;
  expect(appended.value.entries.slice(0, before.run.entries.length)).toEqual(before.run.entries);
  const committed = decisions.some(({ kind }) => kind === 'commit');
  model.runs.set(open.id, { run: appended.value, draft: committed ? null : before.draft });
}

const steps: fc.Arbitrary<Step>[] = [
  tab.map((at) =>
    step(`create in ${at}`, async (model, real) => {
      await real.tabs[at]!.open?.release();
      const run = valueOf(await real.tabs[at]!.saves.start(folder, settings));
      real.tabs[at]!.open = run;
      model.runs.set(run.id, { run: run.run, draft: null });
    }),
  ),
  fc.tuple(tab, some).map(([at, spend]) => step(`round ${spend} in ${at}`, (model, real) => append(model, real, at, round(spend)))),
  fc.tuple(tab, some).map(([at, n]) => step(`note ${n} in ${at}`, (model, real) => append(model, real, at, [note(`${n}`)]))),
  fc.tuple(tab, some).map(([at, spend]) =>
    step(`draft ${spend} in ${at}`, async (model, real) => {
      const open = writable(real, at);
      if (open === null) return;
      const draft = sampleDraft(open.played + 1, spend);
      if ((await open.saveDraft(draft)).ok) model.runs.set(open.id, { ...model.runs.get(open.id)!, draft });
    }),
  ),
  fc.tuple(tab, some).map(([at, which]) =>
    step(`open ${which} in ${at}`, async (model, real) => {
      const id = idAt(model, which);
      if (id === null) return;
      await real.tabs[at]!.open?.release();
      real.tabs[at]!.open = valueOf(await real.tabs[at]!.saves.open(id));
    }),
  ),
  tab.map((at) =>
    step(`kill ${at} in the middle of a write`, async (_model, real) => {
      const open = writable(real, at);
      const broken = failAtWrite(2, 'aborts', true);
      const lost = open === null ? null : await open.append(round(7));
      broken.mend();
      if (lost !== null) expect(lost.ok).toBe(false);
      real.browser.kill(real.tabs[at]!.name);
      await real.openTab(at);
    }),
  ),
  tab.map((at) =>
    step(`reload ${at}`, async (_model, real) => {
      real.browser.kill(real.tabs[at]!.name);
      await real.openTab(at);
    }),
  ),
  fc.tuple(tab, some).map(([at, which]) =>
    step(`export ${which} in ${at}`, async (model, real) => {
      const id = idAt(model, which);
      if (id !== null) real.files.push(valueOf(await real.tabs[at]!.saves.exportFile(id)).text);
    }),
  ),
  fc.tuple(tab, some).map(([at, which]) =>
    step(`import ${which} in ${at}`, async (model, real) => {
      const file = real.files[which % Math.max(1, real.files.length)];
      if (file === undefined) return;
      const id = valueOf(await real.tabs[at]!.saves.importFile(file));
      expect(model.runs.has(id)).toBe(false);
      const imported = valueOf(await real.tabs[at]!.saves.open(id));
      await imported.release();
      model.runs.set(id, { run: imported.run, draft: null });
    }),
  ),
  fc.tuple(tab, some).map(([at, which]) =>
    step(`copy ${which} in ${at}`, async (model, real) => {
      const id = idAt(model, which);
      if (id === null) return;
      const copied = valueOf(await real.tabs[at]!.saves.copyToToday(id, '0.2.0'));
      const copy = valueOf(await real.tabs[at]!.saves.open(copied));
      await copy.release();
      expect(copy.run.parent).toBe(model.runs.get(id)!.run.head);
      model.runs.set(copied, { run: copy.run, draft: null });
    }),
  ),
  fc.tuple(tab, some).map(([at, which]) =>
    step(`delete ${which} in ${at}`, async (model, real) => {
      const id = idAt(model, which);
      if (id === null) return;
      const written = real.tabs.some(({ open }) => open?.id === id && open.readOnly === null);
      const removed = await real.tabs[at]!.saves.remove(id);
      expect(codeOf(removed)).toBe(written ? 'otherTab' : 'done');
      if (removed.ok) model.runs.delete(id);
    }),
  ),
];

test('whatever is done in whatever order, in two tabs, with kills: what was acknowledged is there, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 25 }), async (commands) => {
      const real = new Real();
      await real.openTab(0);
      await real.openTab(1);
      await fc.asyncModelRun(() => ({ model: { runs: new Map() }, real }), commands);
      real.browser.close();
    }),
    { numRuns: 25 },
  );
}, 30_000);
