/** A review in a real browser: held at the end of the fourth quarter, checked, reported and adjusted by keyboard on a phone, and looked back on. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';
import { here, long } from './halves.ts';

/** All that a review can hold: a baseline in the first quarter, a campaign with a group kept out in the third. */
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
changes:
  - quarter: 3
    plan: { cam.offer: reminder, cam.target: all, cam.control: 20 }
`;
let played = '';

test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  played = runFileOf({ ...scenarioFiles(), 'playbooks/reviewed.yaml': playbook }, 'reviewed', 4);
});

test.use({ locale: 'en-GB', viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });

const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const [whole, tag] of [
  [false, here],
  [true, long],
] as const)
  test(
    `a review is checked, reported and adjusted by keyboard, each step final${whole ? ', and the debrief sets it beside the truth' : ''}`,
    { tag },
    async ({ page }) => {
      test.slow();
      await page.goto('./');
      await page
        .locator('input[accept^=".json"]')
        .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(played) });
      await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });

      // The findings of the quarter point to it; its steps wait for the next round, which can be opened from there.
      await page.getByRole('link', { name: 'Open the reviews' }).press('Enter');
      const room = page.locator('main').last();
      await expect(room.getByRole('heading', { level: 1 })).toBeFocused();
      await expect(room.getByRole('heading', { level: 1 })).toHaveText('The review of quarter 4 is in: question it before you believe it');
      await expect(room.locator('[aria-current="step"]')).toContainText('Checking criteria');
      await expect(room.getByText('No findings yet: the questions above are open.')).toBeVisible();
      await expect(room.getByText('Satisfaction by segment · All who were asked')).toBeVisible();
      await room.getByRole('button', { name: 'On to quarter 5' }).last().press('Enter');

      const questions = room.locator('.tick input');
      await expect(questions).toHaveCount(5);
      for (let place = 0; place < 5; place += 1) await questions.nth(place).press(' ');
      await expect(room.getByText('Questions chosen: 5/5')).toBeVisible();
      await room.getByLabel('Satisfaction', { exact: true }).focus();
      await page.keyboard.type('Keep the core');
      await expect(room.getByLabel('Satisfaction', { exact: true })).toHaveValue('keepCore');
      await expectAccessible(page, 'the check');
      expect(await tooWide(page)).toBe(false);
      await room.getByRole('button', { name: 'Ask these and open the findings' }).press('Enter');

      await expect(room.getByRole('heading', { name: 'What was found, in the order of evaluation' })).toBeFocused();
      await room.getByText(/^Questions asked: 5; answers that warn: /).press('Enter');
      await expect(room.getByText('Asked. The answers:')).toBeVisible();
      await room.getByRole('button', { name: 'To the step that waits' }).press('Enter');
      await expect(room.getByRole('heading', { name: 'Report to the board' })).toBeFocused();
      const struck = room.getByRole('checkbox', { name: 'Keep this sentence' });
      for (const box of await struck.all()) await box.press(' ');
      await room.getByRole('group', { name: 'Intervals beside the figures' }).getByRole('radio', { name: 'Yes' }).press(' ');
      await room.getByRole('group', { name: 'Order' }).getByRole('radio', { name: 'Bad news first' }).press(' ');
      await expectAccessible(page, 'the report');
      await room.getByRole('button', { name: 'Hand in this report' }).press('Enter');
      await expect(room.getByRole('heading', { name: 'Report to the board' })).toBeFocused();
      await expect(room.getByText('No sentence dresses the figures up.')).toBeVisible();

      const finding = room.getByLabel('Finding', { exact: true });
      await finding.press('ArrowDown');
      await room.getByRole('group', { name: 'The cause lies in' }).getByRole('radio', { name: 'Strategy' }).press(' ');
      await room.getByRole('group', { name: 'Action' }).getByRole('radio', { name: 'Tune' }).press(' ');
      await room
        .getByRole('group', { name: 'Test again after' })
        .getByRole('radio', { name: /^4 quarters/ })
        .press(' ');
      await expectAccessible(page, 'the adjustment');
      await room.getByRole('button', { name: 'Open this adjustment' }).press('Enter');
      await expect(room.getByText('being watched')).toBeVisible();
      expect(await tooWide(page)).toBe(false);

      // Opened again, what was done stays done.
      await page.reload();
      await expect(room.getByText('being watched')).toBeVisible({ timeout: 30_000 });
      await expect(room.getByRole('button', { name: 'Ask these and open the findings' })).toHaveCount(0);
      if (!whole) return;
      await room.getByRole('link', { name: '← Back to the run' }).last().press('Enter');

      const next = page.locator('footer .button.main');
      for (let quarter = 5; quarter < 17; quarter += 2) {
        await page.getByRole('button', { name: /^Close quarters/ }).press('Enter');
        await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 60_000 });
        await next.press('Enter');
      }
      await page.getByRole('link', { name: 'The veil lifted', exact: true }).press('Enter', { timeout: 60_000 });
      await page.getByText('CRM evaluations', { exact: true }).press('Enter');
      await expect(page.getByRole('heading', { name: /^Reviews: \d+ of \d+ intervals held the truth/ })).toBeVisible({ timeout: 60_000 });
      await page.locator('.reviews details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
      await expect(page.getByText('struck out of the report').first()).toBeVisible();
      await expect(page.locator('.reviews').getByText(/→ strategy → tune/)).toBeVisible();
      expect(await tooWide(page)).toBe(false);
      await expectAccessible(page, 'the debrief of reviews');
    },
  );
