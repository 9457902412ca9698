/** Run files from elsewhere, a reason in words, standing orders, and a programme that is steered, in a real browser. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';
import { runIdOf, savedRows } from './savedRows.ts';

const run = '?customers=500&world=0&seed=5';
/** A leap that has stalled by the end of its fourth quarter. */
let stalled = '';

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  stalled = runFileOf(scenarioFiles(), 'leap', 4);
});

const choose = (page: Page, text: string): Promise<void> =>
  page.locator('input[accept^=".json"]').setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(text) });

async function importStalled(page: Page): Promise<void> {
  await page.goto(`./${run}`);
  await choose(page, stalled);
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
}

async function toRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^On to quarter/ }).click();
  await expect(page.locator('#question')).toBeVisible();
}

test('a file that plays out otherwise than it says is refused in words, a good one is played again in a worker and opened', async ({
  page,
}) => {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto(`./${run}`);
  await choose(page, stalled.replace(/"[0-9a-f]{16}"(?=\s*\])/, '"0000000000000000"'));
  await expect(page.getByRole('alert')).toContainText('digests[3]: quarter 4 played again does not give what the file says');
  await expectAccessible(page, 'refused replay');
  expect(await savedRows(page, '')).toEqual([]);
  await choose(page, stalled);
  await expect(page).toHaveURL(/#\/run\//);
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
  expect(workers.filter((url) => url.includes('file.worker'))).toHaveLength(2);
});

test('a reading that does not come on can be stopped, and the library is as it was', { tag: '@long' }, async ({ page }) => {
  await page.route('**/file.worker*', () => undefined);
  await page.goto(`./${run}`);
  await choose(page, stalled);
  await expect(page.getByText('Reading the file…')).toBeVisible();
  await expectAccessible(page, 'reading a file');
  await page.getByRole('button', { name: 'Stop the import' }).click();
  await expect(page.getByText('Reading the file…')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await savedRows(page, '')).toEqual([]);
});

test('where the worker does not start the page reads the file itself', async ({ page }) => {
  await page.route('**/file.worker*', (route) => route.abort());
  await importStalled(page);
  expect(runIdOf(page)).not.toBe('');
});

test('a reason in words and standing orders survive a reload as text; the one stands beside the result, the other goes into the log once', async ({
  page,
}) => {
  const reason = '<img src=x onerror=alert(1)> Khách chờ lâu thì bỏ đi';
  await page.goto(`./${run}#/briefing/voras-bank`);
  await page.getByRole('button', { name: 'Start the run' }).click();
  const field = page.getByRole('textbox', { name: 'Why do you think so?' });
  await field.fill(reason);
  const low = page.getByRole('slider', { name: 'Low end of the range' });
  await low.focus();
  await low.press('ArrowRight');
  await page.getByRole('group', { name: 'Mainly because of' }).getByText('waiting').click();
  await expect(page.getByText('Programme stalls: recover and go on')).toBeVisible();
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('button', { name: /^Standing orders/ }).click();
  await page.getByRole('group', { name: 'Customer data leak' }).getByText('say nothing').click();
  await expect(page.getByText('strategy loses 3 points, leadership 5')).toBeVisible();
  await expectAccessible(page, 'a reason and standing orders');
  await expect(page.getByText(/^Saved on this device · /)).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(reason);
  await expect(page.getByText('Customer data leak: say nothing')).toBeVisible();
  await page.getByRole('button', { name: /^Close quarters/ }).click();
  await expect(page.getByRole('blockquote').filter({ hasText: reason })).toBeVisible();
  const entries = (await savedRows(page, `run/${runIdOf(page)}/entry/`)).map(([, text]) => String(text));
  expect(entries.filter((text) => text.includes('"standing":{"onBreach":"sayNothing"}'))).toHaveLength(1);
  await page.reload();
  await expect(page.getByRole('blockquote').filter({ hasText: reason })).toBeVisible();
});

test('a stalled leap is cut down: refused moves say why, the move is asked for first, and cannot be taken back', async ({ page }) => {
  await importStalled(page);
  await toRound(page);
  const moves = page.getByRole('region', { name: 'Steer the programme' });
  await expect(moves.getByRole('listitem').filter({ hasText: 'Slow down' })).toContainText('only in a pilot or a roll-out');
  await expect(moves.getByRole('listitem').filter({ hasText: 'Recover and go on' })).toContainText(/Readiness gap \d+\/15/);
  const saved = (): Promise<string[]> =>
    savedRows(page, `run/${runIdOf(page)}/entry/`).then((rows) =>
      rows.map(([, text]) => String(text)).filter((text) => /"programme"/.test(text)),
    );
  const before = (await saved()).length;
  await moves.getByRole('button', { name: /Cut down to one step/ }).click();
  await expect(page.getByRole('alertdialog')).toContainText('cannot be taken back');
  await expectAccessible(page, 'asked before a move');
  await page.getByRole('button', { name: 'Not yet' }).click();
  expect(await saved()).toHaveLength(before);
  await moves.getByRole('button', { name: /Cut down to one step/ }).click();
  await page.getByRole('button', { name: 'Yes: Cut down to one step' }).click();
  await expect(moves.getByText('✓ Made.')).toBeVisible();
  expect(await saved()).toHaveLength(before + 1);
  await expectAccessible(page, 'after a move');
  await page.reload();
  await expect(moves.getByText('✓ Made.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: /^Close quarters/ }).click();
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Programme: .*P1[23]/ })).toBeVisible();
});
