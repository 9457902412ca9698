/** A class from its assignment to its grades: set by a lecturer, begun by a student, handed in by three, graded and shown. */
import { readFileSync } from 'node:fs';
import { expect as soon, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './accessible.ts';
import { fitsPhone } from './fitsPhone.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';

test.slow();
/** Workers start and worlds are built before these are there. */
const expect = soon.configure({ timeout: 30_000 });
test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

test('an assignment is made on one page, played by its link, and a class of it graded, shown and written out', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('./#/class');
  await page.getByLabel('Firm', { exact: true }).selectOption('voras-bank');
  await page.getByText('A taste: 3 rounds of 2 quarters').click();
  await page.getByText('Events, law, weights, words').click();
  await page.getByLabel('Simulated customers').fill('300');
  await page.getByLabel('Add an event').selectOption({ label: 'A vendor with a discount' });
  await page.getByText('Held back: students see').click();
  await expectAccessibleInBothThemes(page, 'making an assignment');
  await fitsPhone(page, 'making an assignment');
  await page.getByRole('banner').getByText('EN', { exact: true }).click();
  await page.getByRole('button', { name: 'Make the assignment' }).click();
  await expect(page.getByRole('heading', { name: 'The assignment is made' })).toBeFocused();
  const link = await page.getByLabel('Link').inputValue();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'File for the lecturer' }).click()]);
  const assignment = readFileSync(await saved.path(), 'utf8');

  // A student, by the link.
  await page.goto(link);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('alert')).toHaveText('Enter your student id.');
  await page.getByLabel('Your student id').fill(' b21 001 ');
  await expectAccessible(page, 'an assignment');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page).toHaveURL(/#\/run\/[a-z0-9]+$/);
  const run = page.url();
  await expect(page.getByRole('button', { name: /^Close quarter/ })).toBeVisible();
  await page.goto(link);
  await page.getByLabel('Your student id').fill('B21 001');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page).toHaveURL(run);

  // The class, handed in.
  const { assignedRunOf } = await runFiles();
  const expected = readFileSync('scenarios/voras-bank/expected.json', 'utf8');
  const files = { ...scenarioFiles(), 'expected.json': expected };
  const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const of = (student: string, playbook: string): string => assignedRunOf(files, assignment, student, playbook);
  await page.goto('./#/class/league');
  await page.getByLabel('Open its file').setInputFiles(file('assignment.json', assignment));
  await page.getByText('Class list (optional)').click();
  await page.getByLabel('Paste a list, or open a CSV file').fill('B21 001\nB21 002,Trần Bình\nB21 003\nB21 004');
  await page.getByRole('button', { name: 'Take the list' }).click();
  await page
    .getByLabel('Choose run files')
    .setInputFiles([
      file('one.json', of('b21 001', 'textbook')),
      file('two.json', of('B21 002', 'stay')),
      file('three.json', of('B21 003', 'stay').replace('"learner"', '"lecturer"')),
    ]);
  await expect(page.getByRole('heading', { name: /^2 graded: mean/ })).toBeVisible({ timeout: 120_000 });
  const rows = page.getByRole('table').first().getByRole('row');
  await expect(rows.nth(1)).toContainText('B21 001');
  await expect(rows.filter({ hasText: 'B21 003' })).toContainText('not taken');
  await expect(rows.filter({ hasText: 'B21 004' })).toContainText('absent');
  await page.getByLabel('Hide names').check();
  await expect(page.getByRole('table').first()).not.toContainText('Trần Bình');
  await expectAccessibleInBothThemes(page, 'a class');
  await fitsPhone(page, 'a class');
  await page.getByRole('banner').getByText('EN', { exact: true }).click();
  const [grades] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Gradebook for Moodle/ }).click()]);
  const book = readFileSync(await grades.path(), 'utf8').split('\r\n');
  expect(book[0]).toMatch(/^ID number,/);
  expect(book[1]).toMatch(/^B21 001,\d+(\.\d+)?,/);
  expect(book).toHaveLength(4);

  // The projector.
  await page.getByRole('link', { name: 'Show on the projector' }).click();
  await expect(page.getByRole('figure')).toHaveCount(2);
  await expect(page.getByText('Traps that lay in it')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reveal the hidden world and the traps' }).click();
  await expect(page.getByText('Traps that lay in it')).toBeVisible();
  await expectAccessible(page, 'the projector');
});
