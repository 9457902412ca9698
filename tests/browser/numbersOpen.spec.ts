/** Every figure on the screens of a run opens, but for those that are named here with the reason. */
import { expect, test, type Page } from '@playwright/test';
import { bareNumbers } from './bareNumbers.ts';
import { openDebrief } from './openDebrief.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';
import { writeFileSync } from 'node:fs';

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

const playbook = `
format: 1
name: reviewed
start:
  evl.plan: everyFour
  evl.reserve: 8
  evl.baseline: 'yes'
  evl.criteria: [satisfaction, recordQuality, ticketsClosed]
  evl.frame: known
  evl.size: n400
  evl.moment: ordinary
  evl.external: [satisfaction, equity, valueMap, loyaltyMatrix]
  evl.internal: [data, training]
  chn.serve: [branch, phone, web]
changes:
  - quarter: 3
    plan: { cam.offer: reminder, cam.target: all, cam.control: 20 }
`;
const seen: Record<string, string[]> = {};
const note = async (page: Page, name: string): Promise<void> => {
  await page.locator('main details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
  await page.waitForTimeout(1500);
  await page.locator('main details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
  await page.waitForTimeout(500);
  seen[name] = await bareNumbers(page);
  writeFileSync('/tmp/gb2seen.json', JSON.stringify(seen, null, 1));
};

test('during play', async ({ page }) => {
  test.setTimeout(300_000);
  const { runFileOf } = await runFiles();
  const played = runFileOf({ ...scenarioFiles(), 'playbooks/reviewed.yaml': playbook }, 'reviewed', 4);
  await page.goto('./');
  await page.locator('input[accept^=".json"]').setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(played) });
  await page.waitForURL(/#\/run\//);
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 60_000 });
  await note(page, 'understand');
  const run = /#(\/run\/[a-z0-9]+)/.exec(page.url())![1];
  await page.goto(`./#${run}/data`);
  await page.waitForTimeout(1500);
  await note(page, 'data');
  await page.goto(`./#${run}/review`);
  await page.waitForTimeout(1500);
  await note(page, 'review');
  await page.goto(`./#${run}`);
  await page.locator('.button.main').last().press('Enter');
  await page.waitForTimeout(5000);
  await note(page, 'cockpit');
  await page.screenshot({ path: '/tmp/gb2c.png', fullPage: true });
});
test('debrief', async ({ page }) => {
  test.setTimeout(400_000);
  const { runFileOf } = await runFiles();
  await openDebrief(page, runFileOf(scenarioFiles(), 'textbook', 16));
  for (const chapter of ['score', 'truth', 'decisions', 'whatIf', 'luck', 'people', 'mirror', 'lessons', 'report']) {
    if (chapter !== 'score') await page.locator(`main nav a[href$="/debrief/${chapter}"]`).first().press('Enter');
    await page.waitForTimeout(6000);
    if (chapter === 'decisions') await page.getByRole('button', { name: 'Play it again to find out' }).press('Enter');
    if (chapter === 'whatIf') await page.getByRole('button', { name: 'Leave it out and see' }).press('Enter');
    await page.waitForTimeout(8000);
    await note(page, chapter);
  }
});
