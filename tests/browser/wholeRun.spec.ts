/**
 * Whole runs in the two ways a learner may play: by keyboard alone, and by mouse with a reload in the middle; what stands at the end, as a
 * page and as a file.
 */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './accessible.ts';
import { fitsPhone } from './fitsPhone.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';
import { runIdOf, savedDigests, savedRows } from './savedRows.ts';
import { here, long } from './halves.ts';

const run = '?customers=500&world=0&people=1';
const rounds = 8;
/** A run of which the last rounds are left to play, as a file: `npm test` goes on from there, the long form plays all rounds. */
const begunFile = async (quarters: number) => {
  const { runFileOf } = await runFiles();
  const text = runFileOf(scenarioFiles(), 'stay', quarters, 200);
  return { name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(text) };
};
const ways = [
  [7, 'the last rounds', here],
  [1, 'eight rounds', long],
] as const;
const focusedText = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Ids of the cards that the draft of the open run holds as settled, as it is in the database. */
async function settledInDraft(page: Page): Promise<readonly string[]> {
  const [draft] = await savedRows(page, `run/${runIdOf(page)}/draft`);
  return draft === undefined ? [] : (draft[1] as { settled: readonly string[] }).settled;
}

/** Presses Tab until the focus stands on something of that name, then Enter. */
async function pressNamed(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 600; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedText(page))) return page.keyboard.press('Enter');
  }
  throw new Error(`the Tab key never reached ${name}`);
}

test.describe('by keyboard alone, in Vietnamese', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 1280, height: 720 } });

  for (const [from, told, tag] of ways)
    test(
      `${told}, each with a decision opened and kept, lead to the score, which breaks no accessibility rule in either theme`,
      { tag },
      async ({ page }) => {
        test.setTimeout(300_000);
        const errors: Error[] = [];
        page.on('pageerror', (error) => errors.push(error));
        await page.goto(`./${run}`);
        if (from > 1) {
          await page.locator('input[accept^=".json"]').setInputFiles(await begunFile(2 * from - 2));
          await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible({ timeout: 30_000 });
          await pressNamed(page, /^Sang quý/);
        } else {
          await pressNamed(page, /^Đọc hồ sơ.*Voras/);
          await pressNamed(page, /^Bắt đầu/);
        }
        for (let round: number = from; round <= rounds; round += 1) {
          await expect(page.locator('#question')).toBeFocused();
          const first = page.locator('.cards h2 button').first();
          if ((await first.count()) > 0) {
            const card = (await first.innerText()).split('\n')[0];
            await pressNamed(page, new RegExp(`^${card.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
            await pressNamed(page, /^Giữ như vậy/);
            if (round === 1) await expect(page.getByText('Còn 7 việc chưa quyết.').first()).toBeVisible();
          }
          await pressNamed(page, /^Chốt quý/);
          await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible({ timeout: 30_000 });
          await pressNamed(page, round < rounds ? /^Sang quý/ : /^(Vén màn|Xem kết quả|Sang|Kết thúc)/);
        }
        await expect(page.getByRole('heading', { name: 'Điểm của lượt chơi' })).toBeVisible({ timeout: 60_000 });
        const score = Number((await page.locator('.score').innerText()).match(/^\d+/)?.[0]);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        await expect(page.getByRole('heading', { name: 'Cách làm: làm tốt đến đâu' })).toBeVisible();
        await expectAccessibleInBothThemes(page, 'score chapter');
        await fitsPhone(page, 'score chapter');
        await pressNamed(page, /^Vén màn/);
        await pressNamed(page, /^Xem dạng bảng/);
        // Of all figures: one row each.
        await expect(page.getByRole('rowheader', { name: 'Đầy đủ thông tin khách hàng', exact: true })).toBeVisible();
        await pressNamed(page, /^Soi gương/);
        await pressNamed(page, /^Chạy bản song sinh/);
        await expect(page.getByRole('heading', { name: /^(CRM của bạn|Chưa phân thắng bại)/ })).toBeVisible({ timeout: 60_000 });
        await expectAccessibleInBothThemes(page, 'debrief');
        await fitsPhone(page, 'debrief');
        await page.getByRole('link', { name: 'Cài đặt' }).click();
        await expect(page.getByRole('heading', { name: 'Cài đặt' })).toBeVisible();
        await fitsPhone(page, 'settings');
        await page.getByRole('banner').getByRole('link', { name: 'Thư viện' }).click();
        await expect(page.getByRole('heading', { name: 'Các lượt chơi của bạn' })).toBeVisible();
        await fitsPhone(page, 'library');
        expect(errors).toEqual([]);
      },
    );
});

test.describe('by mouse, in English', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });

  for (const [from, told, tag] of ways)
    test(
      `${told} with a reload in the middle of one lead to a score, and the run file opens as a run of its own that plays out alike`,
      { tag },
      async ({ page }) => {
        test.setTimeout(300_000);
        await page.goto(`./${run}`);
        const main = page.locator('.button.main');
        if (from > 1) {
          await page.locator('input[accept^=".json"]').setInputFiles(await begunFile(2 * from - 2));
          await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });
        } else await page.getByRole('link', { name: /Read the dossier.*Voras/ }).click();
        await main.first().click();
        for (let round: number = from; round <= rounds; round += 1) {
          await expect(page.locator('#question')).toBeVisible();
          if (round === Math.max(4, from)) {
            const question = await page.locator('#question').innerText();
            const before = await settledInDraft(page);
            const card = page.locator('.cards h2 button').first();
            await card.click();
            await page.getByRole('button', { name: 'Leave it so' }).first().click();
            const undecided = await page
              .getByText(/still undecided|still to decide/)
              .first()
              .innerText();
            // The draft is written a moment after the last change.
            await expect.poll(() => settledInDraft(page)).not.toEqual(before);
            await page.reload();
            await expect(page.locator('#question')).toHaveText(question, { timeout: 30_000 });
            await expect(page.getByText(/still undecided|still to decide/).first()).toHaveText(undecided);
          }
          await main.first().click();
          await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });
          await main.first().click();
        }
        await expect(page.getByRole('heading', { name: 'Score of the run' })).toBeVisible({ timeout: 60_000 });
        const score = page.locator('.score:not(.open)');
        await expect(score).toBeVisible({ timeout: 40_000 });
        const total = await score.innerText();
        const id = runIdOf(page);
        const downloading = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Save run file' }).click();
        const file = await (await downloading).path();
        await expect(page.getByText(/last saved as a file after quarter 16/)).toBeVisible();

        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.goto(`./${run}`);
        await expect(page.getByRole('region', { name: 'Your runs' }).getByText(/score/)).toHaveCount(1);
        const choose = page.locator('input[accept^=".json"]');
        await choose.setInputFiles({
          name: 'broken.json',
          mimeType: 'application/json',
          buffer: Buffer.from('{"format": 1, "format": 2}'),
        });
        await expect(page.getByRole('alert')).toContainText('This file is not a run that can be opened.');
        await expect(page.getByRole('alert')).toContainText('line 1');
        await expectAccessible(page, 'refused file');
        await choose.setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.alloc(262_145, 32) });
        await expect(page.getByRole('alert')).toContainText('larger than');

        await choose.setInputFiles(file);
        await expect(page).toHaveURL(/#\/run\//);
        const copy = runIdOf(page);
        expect(copy).not.toBe(id);
        await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
        await main.click();
        await expect(score).toBeVisible({ timeout: 40_000 });
        expect(await score.innerText()).toBe(total);
        await expect(page.getByText('plays out differently')).toHaveCount(0);
        const digests = await savedDigests(page, copy);
        expect(digests).toHaveLength(16);
        expect(digests).toEqual(await savedDigests(page, id));
      },
    );
});
