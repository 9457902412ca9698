/** Every figure on the screens of a run opens, but for the kinds that are named here with the reason. */
import { expect, test, type Page } from '@playwright/test';
import { bareNumbers } from './bareNumbers.ts';
import { openDebrief } from './openDebrief.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';
import { shutNumbers } from './shutNumbers.ts';

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

/** Evaluations, a campaign with a group kept out, contacts by event: what brings figures of its own. */
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

/** Expects of the screen that shows that its figures open. @param least numbers that open there at least, once it is whole */
async function expectOpen(page: Page, screen: string, least: number): Promise<void> {
  await expect.poll(() => page.locator('main .opens').count(), { message: screen, timeout: 60_000 }).toBeGreaterThanOrEqual(least);
  // Polled: another chapter comes in a moment after it was asked for.
  const bare = async (): Promise<string[]> =>
    (await bareNumbers(page)).filter((number) => !shutNumbers.some(({ place }) => place.test(`${screen} › ${number}`)));
  await expect.poll(bare, { message: screen, timeout: 30_000 }).toEqual([]);
}

test('during play: findings of the round, data room, reviews and the round itself', async ({ page }) => {
  test.slow();
  const { runFileOf } = await runFiles();
  const file = runFileOf({ ...scenarioFiles(), 'playbooks/reviewed.yaml': playbook }, 'reviewed', 4);
  await page.goto('./');
  await page.locator('input[accept^=".json"]').setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 60_000 });
  await expectOpen(page, 'findings', 30);
  const run = /#\/run\/[a-z0-9]+/.exec(page.url())![0];
  await page.goto(`./${run}/data`);
  await expectOpen(page, 'data', 20);
  await page.goto(`./${run}/review`);
  await expectOpen(page, 'review', 20);
  await page.goto(`./${run}`);
  await page.locator('.button.main').last().press('Enter');
  await expect(page.locator('.tile').first()).toBeVisible({ timeout: 30_000 });
  await expectOpen(page, 'round', 20);
});

test('in every chapter of the debrief', async ({ page }) => {
  test.setTimeout(300_000);
  const { runFileOf } = await runFiles();
  await openDebrief(page, runFileOf(scenarioFiles(), 'textbook', 16));
  const turnTo = (chapter: string): Promise<void> => page.locator(`main nav a[href$="/debrief/${chapter}"]`).first().press('Enter');
  await expect(page.locator('.score:not(.open)')).toBeVisible({ timeout: 120_000 });
  await expectOpen(page, 'score', 10);
  await turnTo('truth');
  await expectOpen(page, 'truth', 20);
  await turnTo('decisions');
  await page.getByRole('button', { name: 'Play it again to find out' }).press('Enter', { timeout: 30_000 });
  await expectOpen(page, 'decisions', 8);
  await turnTo('whatIf');
  await page.getByRole('button', { name: 'Leave it out and see' }).press('Enter', { timeout: 60_000 });
  await expectOpen(page, 'whatIf', 3);
  await turnTo('mirror');
  await page.getByRole('button', { name: 'Play those runs' }).press('Enter', { timeout: 60_000 });
  await expectOpen(page, 'mirror', 20);
  for (const [chapter, least] of [
    ['luck', 3],
    ['people', 10],
    ['lessons', 10],
    ['report', 10],
  ] as const) {
    await turnTo(chapter);
    await expectOpen(page, chapter, least);
  }
});
