/** The glass box: it opens from the number itself, by keyboard, with what the firm knows during play and with the truth in the debrief. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';

let played = '';
test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  played = runFileOf(scenarioFiles(), 'textbook', 16, 100);
});

test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

/** What stands on the screen in both languages. */
const en = {
  locale: 'en-GB',
  reckoned: 'How it is worked out',
  known: 'As your firm knows it',
  shut: 'Your lecturer keeps the glass box shut',
  customers: 'Customers',
  cash: 'Cash in hand',
  leadership: 'Readiness: leadership',
  score: 'Total score',
  criterion: 'X1 · Satisfaction',
  satisfaction: 'Satisfaction',
  review: /(Data audit|Satisfaction by segment): /,
  play: 'Play it again to find out',
  share: /Part of “.+” in: score$/,
  leave: 'Leave it out and see',
  difference: 'Difference: customer equity',
  median: /^Median over the draws/,
  again: 'Worked out again',
};
type Words = typeof en;
const vi: Words = {
  locale: 'vi-VN',
  reckoned: 'Cách tính',
  known: 'Theo những gì doanh nghiệp biết',
  shut: 'Giảng viên giữ hộp kính đóng',
  customers: 'Khách hàng',
  cash: 'Tiền đang có',
  leadership: 'Độ sẵn sàng: cam kết lãnh đạo',
  score: 'Tổng điểm',
  criterion: 'X1 · Sự thỏa mãn',
  satisfaction: 'Sự thỏa mãn',
  review: /(Kiểm tra dữ liệu|Sự thỏa mãn theo đoạn): /,
  play: 'Chơi lại để tìm ra',
  share: /Phần của “.+” trong: điểm$/,
  leave: 'Bỏ quyết định ấy xem sao',
  difference: 'Chênh lệch: tài sản khách hàng',
  median: /^Trung vị qua các vận may/,
  again: 'Tính lại từ bảng',
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Numbers that open with the formula of this name. */
function numbers(page: Page | Locator, { reckoned }: Words, name: string | RegExp): Locator {
  const ends = typeof name === 'string' ? `${escaped(name)}$` : name.source.replace(/^\^/, '');
  return page.getByRole('button', { name: new RegExp(`\\. ${reckoned}: ${ends}`) });
}

/** Opens the first number of this name by keyboard, answers its card. */
async function opened(page: Page, words: Words, name: string | RegExp): Promise<Locator> {
  const number = numbers(page, words, name).first();
  await number.press('Enter', { timeout: 120_000 });
  const card = page.getByRole('dialog');
  await expect(card).toBeVisible({ timeout: 10_000 });
  await expect(number).toHaveAttribute('aria-expanded', 'true');
  return card;
}

/** Closes the card, which gives the focus back to the number. */
async function closed(page: Page, words: Words, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(numbers(page, words, name).first()).toBeFocused();
}

async function begun(page: Page, search = ''): Promise<void> {
  test.slow();
  await page.goto(`./?customers=400&world=0&seed=5${search}#/briefing/voras-bank`);
  await page.locator('.button.main').first().press('Enter');
  await expect(page.locator('.tile').first()).toBeVisible({ timeout: 30_000 });
}

/** In `npm test` each of the three is read in one language; the others are long. */
const otherwise = (words: Words, here: Words): { tag: string[] } => ({ tag: words === here ? [] : ['@long'] });

for (const words of [en, vi]) {
  test.describe(words.locale, () => {
    test.use({ locale: words.locale });

    test(
      'during play a tile opens with its own figure as the firm knows it, and the money in the bar on top',
      otherwise(words, vi),
      async ({ page }) => {
        await begun(page);
        const shown = await page.locator('.tile', { hasText: words.customers }).locator('.figure').first().innerText();
        const card = await opened(page, words, words.customers);
        await expect(card).toContainText(words.known);
        await expect(card).toContainText(`: ${shown.trim()}`);
        await expectAccessible(page, words.locale);
        await closed(page, words, words.customers);
        await opened(page, words, words.leadership);
        await closed(page, words, words.leadership);
        await expect(numbers(page, words, words.cash)).toBeVisible();
      },
    );

    test('of a run that keeps it shut until its end every number says so and shows nothing', otherwise(words, vi), async ({ page }) => {
      await begun(page, '&glass=end');
      for (const name of [words.customers, words.cash, words.leadership]) {
        const card = await opened(page, words, name);
        await expect(card).toContainText(words.shut);
        await expect(card).not.toContainText(words.known);
        await expect(card.getByRole('table')).toHaveCount(0);
        await closed(page, words, name);
      }
    });

    test(
      'in the debrief score, veil, reviews, shares, differences and luck open from their numbers',
      otherwise(words, en),
      async ({ page }) => {
        test.setTimeout(360_000);
        const errors: Error[] = [];
        page.on('pageerror', (error) => errors.push(error));
        await page.goto('./');
        await page
          .locator('input[accept^=".json"]')
          .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(played) });
        await page.waitForURL(/#\/run\//);
        await page.locator('.button.main').first().press('Enter', { timeout: 60_000 });
        const turnTo = (chapter: string): Promise<void> => page.locator(`main nav a[href$="/debrief/${chapter}"]`).first().press('Enter');
        const unfolded = (): Promise<void> =>
          page.locator('main details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
        const looksInto = async (name: string | RegExp, holds: string): Promise<void> => {
          const card = await opened(page, words, name);
          await expect(card).toContainText(holds);
          await closed(page, words, name);
        };

        await expect(page.locator('.score:not(.open)')).toBeVisible({ timeout: 120_000 });
        await looksInto(words.score, words.again);
        await looksInto(words.criterion, words.again);

        await turnTo('truth');
        await expect(page.locator('main canvas').first()).toBeVisible({ timeout: 30_000 });
        await page.locator('main li button', { hasText: words.satisfaction }).first().press('Enter');
        await unfolded();
        // The first quarter stands in two columns: what was true, and what the firm knew; a goal that was reached stands in one cell with an arrow.
        const row = page
          .locator('tr')
          .filter({ has: numbers(page, words, words.satisfaction) })
          .filter({ hasNotText: '→' })
          .first();
        const [truth, known] = [numbers(row, words, words.satisfaction).first(), numbers(row, words, words.satisfaction).last()];
        for (const [number, told] of [
          [truth, false],
          [known, true],
        ] as const) {
          await number.press('Enter');
          const card = page.getByRole('dialog');
          await expect(card).toContainText(`1: ${(await number.innerText()).slice(0, 2)}`);
          await expect(card.getByText(words.known)).toHaveCount(told ? 1 : 0);
          await page.keyboard.press('Escape');
          await expect(card).toBeHidden();
        }
        await looksInto(words.review, words.reckoned === en.reckoned ? 'Quarter' : 'Quý');

        await turnTo('decisions');
        await page.getByRole('button', { name: words.play }).press('Enter', { timeout: 30_000 });
        await looksInto(words.share, words.again);

        await turnTo('whatIf');
        await page.getByRole('button', { name: words.leave }).press('Enter', { timeout: 60_000 });
        // Draws begin by themselves; while they come in a figure is drawn anew with other values, and its card belongs to the one before.
        await expect(page.locator('main progress')).not.toHaveCount(0, { timeout: 60_000 });
        await expect(page.locator('main progress')).toHaveCount(0, { timeout: 180_000 });
        await looksInto(words.difference, words.reckoned === en.reckoned ? 'Quarter' : 'Quý');

        await turnTo('luck');
        await looksInto(words.median, words.again);
        expect(errors).toEqual([]);
      },
    );
  });
}

test.describe('by mouse and over the network', () => {
  test.use({ locale: 'en-GB' });

  test('pressed again by mouse a number closes, and another number pressed meanwhile takes its place', async ({ page }) => {
    await begun(page);
    const tile = numbers(page, en, en.customers).first();
    const card = page.getByRole('dialog');
    await tile.click();
    await expect(card).toBeVisible();
    await tile.click();
    await expect(card).toBeHidden();
    await tile.click();
    await numbers(page, en, en.cash).click();
    await expect(page.getByRole('dialog', { name: en.cash })).toBeVisible();
    await expect(card).toHaveCount(1);
  });

  test('before anything is asked for, no part of the glass box but the numbers themselves has been fetched', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    const card = /\/(NumberCard|Opened|Opens|GlassHost)-[^/]+\.js$/;
    expect(fetched.filter((url) => card.test(url))).toEqual([]);
    await begun(page);
    expect(fetched.filter((url) => /\/NumberCard-[^/]+\.js$/.test(url))).toEqual([]);
    await opened(page, en, en.customers);
    expect(fetched.filter((url) => /\/NumberCard-[^/]+\.js$/.test(url))).toHaveLength(1);
  });
});
