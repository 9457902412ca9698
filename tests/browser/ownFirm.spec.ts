/** A firm that came as a file: added, played, left and found again, deleted; and files that are none. */
import { readFileSync } from 'node:fs';
import { expect as soon, test, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './accessible.ts';
import { fitsPhone } from './fitsPhone.ts';
import { alone, newFirm, zipped, type FolderText } from './ownFirmFiles.ts';

// They build the command line, play rounds in two browsers and read every colour twice.
test.slow();

/** Workers start and worlds are built before these are there. */
const expect = soon.configure({ timeout: 30_000 });

let files: FolderText;
test.beforeAll(() => void (files = newFirm()));

const section = (page: Page, name = 'A firm of your own') => page.getByRole('region', { name });
const card = (page: Page) => section(page).getByRole('article');
const choose = (page: Page) => section(page).getByLabel('Choose a file');
const runs = (page: Page) => page.getByRole('region', { name: 'Your runs' });

async function playRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Close quarter/ }).click();
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^On to quarter/ }).click();
}

test.describe('in English', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

  test(
    'a zipped folder plays, resumes after a reload, and is deleted only after a warning, its runs staying',
    { tag: '@long' },
    async ({ page }) => {
      test.setTimeout(240_000);
      await page.goto('./?customers=300&world=0');
      const archive = zipped(files);
      await choose(page).setInputFiles(archive);
      await expect(section(page).getByRole('status')).toContainText('now stands among your own firms');
      await expect(card(page)).toContainText('quan-nho.zip');
      await expect(card(page)).not.toContainText('No anchors');
      await expectAccessible(page, 'a firm of one’s own in the library');
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        card(page)
          .getByRole('button', { name: /^Save the file again/ })
          .click(),
      ]);
      expect(readFileSync(await saved.path()).equals(archive.buffer)).toBe(true);
      // The same content is told, not kept twice.
      await choose(page).setInputFiles(archive);
      await expect(section(page).getByRole('status')).toContainText('stands here already');
      await expect(card(page)).toHaveCount(1);

      const dossier = (await card(page).getByRole('link').getAttribute('href'))!;
      await card(page).getByRole('link').click();
      await page.getByRole('button', { name: 'Start the run' }).click();
      await expect(page.locator('#question')).toBeVisible();
      await playRound(page);
      await playRound(page);
      const question = await page.locator('#question').innerText();
      await page.reload();
      await expect(page.locator('#question')).toHaveText(question);

      await page.goto('./?customers=300&world=0#/');
      await expect(runs(page).getByRole('listitem')).toContainText('a firm of your own');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        runs(page)
          .getByRole('button', { name: /^Save as file/ })
          .click(),
      ]);
      const run = readFileSync(await file.path());
      await card(page)
        .getByRole('button', { name: /^Delete/ })
        .click();
      await expect(page.getByRole('alertdialog')).toContainText('Runs on it: 1.');
      await page.getByRole('button', { name: 'Keep it' }).click();
      await expect(card(page).getByRole('button', { name: /^Delete/ })).toBeFocused();
      await card(page)
        .getByRole('button', { name: /^Delete/ })
        .click();
      await page.getByRole('button', { name: 'Delete the firm' }).click();
      await expect(card(page)).toHaveCount(0);
      await expect(section(page).getByRole('heading')).toBeFocused();
      await expect(runs(page).getByRole('listitem')).toContainText('its file is missing here');
      await runs(page).getByRole('link').click();
      await expect(page.locator('#question')).toHaveText(question);
      // Runs keep what they are played on, so its dossier opens too.
      await page.goto(`./?customers=300&world=0${dossier}`);
      await expect(page.getByText('This firm was deleted here.')).toBeVisible();

      // Elsewhere the run file asks for the scenario file first.
      const elsewhere = await page
        .context()
        .browser()!
        .newContext({ locale: 'en-GB', baseURL: new URL('./', page.url()).href });
      const there = await elsewhere.newPage();
      await there.goto('./');
      const take = runs(there).getByLabel('Import a run file');
      const runFile = { name: 'run.json', mimeType: 'application/json', buffer: run };
      await take.setInputFiles(runFile);
      await expect(runs(there).getByRole('alert')).toContainText('add the scenario file under “A firm of your own”');
      await choose(there).setInputFiles(zipped(files));
      await expect(card(there)).toHaveCount(1);
      await take.setInputFiles(runFile);
      await expect(there.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
      await there.locator('.button.main').first().press('Enter');
      await expect(there.locator('#question')).toHaveText(question);
      await elsewhere.close();
    },
  );

  test('the dossier of a firm that is not here says why and takes its file, or tells that another one was given', async ({ page }) => {
    await page.goto('./?customers=300&world=0');
    await choose(page).setInputFiles(zipped(files));
    const dossier = (await card(page).getByRole('link').getAttribute('href'))!;
    await card(page)
      .getByRole('button', { name: /^Delete/ })
      .click();
    await page.getByRole('button', { name: 'Delete the firm' }).click();
    await expect(card(page)).toHaveCount(0);
    await page.goto(`./?customers=300&world=0${dossier}`);
    const gone = page.getByRole('main');
    await expect(gone.getByRole('alert')).toContainText('It was deleted here');
    await expect(gone.getByRole('alert')).toContainText('No run kept here is played on it.');
    await expectAccessible(page, 'the dossier of a firm that is not here');
    await page.getByLabel('Choose a file').setInputFiles(alone(files.get('scenario.yaml')!));
    await expect(gone).toContainText('another version of this one');
    await expect(gone.getByRole('link', { name: 'Open the dossier of Your coffee roastery' })).toBeVisible();
    await page.getByLabel('Choose a file').setInputFiles(zipped(files));
    await expect(page.getByRole('button', { name: 'Start the run' })).toBeVisible();
    await page.goto('./#/briefing/no-such-firm');
    await expect(gone.getByRole('alert')).toContainText('no firm called no-such-firm');
  });

  test('a lone scenario.yaml without anchors says that its runs get no score, on its card and in its dossier', async ({ page }) => {
    await page.goto('./?customers=300&world=0');
    await choose(page).setInputFiles(alone(files.get('scenario.yaml')!));
    await expect(card(page)).toContainText('No anchors came along');
    await card(page).getByRole('link').click();
    await expect(page.getByText('No anchors came along')).toBeVisible();
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.locator('#question')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });

  test('a bad file says in either language where and what is wrong, and nothing is kept', async ({ page }) => {
    const broken = files.get('scenario.yaml')!.replace(/^quarters: .*$/m, 'quarters: 99');
    const line = broken.split('\n').indexOf('quarters: 99') + 1;
    await page.goto('./');
    const own = section(page, 'Doanh nghiệp tự soạn');
    await own.getByLabel('Chọn tệp').setInputFiles(alone(broken));
    await expect(own.getByRole('alert')).toContainText(`quan.yaml, quarters, dòng ${line}: phải nằm giữa 4 và 20`);
    await expect(own.getByRole('article')).toHaveCount(0);
    await expectAccessibleInBothThemes(page, 'a bad scenario file');
    await fitsPhone(page, 'a bad scenario file');
    await page.getByRole('banner').getByText('EN', { exact: true }).click();
    await expect(section(page).getByRole('alert')).toContainText(`quan.yaml, quarters, line ${line}: must lie between 4 and 20`);
    await choose(page).setInputFiles(zipped(new Map([...files, ['playbooks/inner.zip', 'x']])));
    await expect(section(page).getByRole('alert')).toContainText('quan-nho/playbooks/inner.zip: an archive inside the archive');
  });
});
