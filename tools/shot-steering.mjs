/** Pictures of a programme that has stalled: where that is told, the moves, the question before one, and what stands after it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './node-bundle.mjs';
import { root } from './paths.mjs';

/** A leap that has stalled by the end of its fourth quarter, as a run file. */
async function stalledRun() {
  const folder = await bundled('shots', { runFileOf: join(root, 'tests/browser/runFileOf.ts') });
  const { runFileOf } = await import(pathToFileURL(join(folder, 'runFileOf.js')).href);
  const scenario = join(root, 'scenarios/voras-bank');
  const paths = readdirSync(scenario, { recursive: true }).filter((path) => path.endsWith('.yaml'));
  return runFileOf(Object.fromEntries(paths.map((path) => [path, readFileSync(join(scenario, path), 'utf8')])), 'leap', 4);
}
/** Text of that run file, made once. */
export const stalled = stalledRun();

/** Goes through them in one look. @param home address of the app with its options */
export async function steering({ context, page, shotOf }, home, width) {
  const shot = (name, fullPage) => shotOf(page, name, fullPage);
  await page.goto(home);
  const buffer = Buffer.from(await stalled);
  await page.locator('input[accept^=".json"]').setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer });
  await page.locator('footer .button.main').click();
  await page.locator('#question').waitFor();
  await shot('c-stalled');
  if (width <= 640) {
    await page.getByRole('tab').nth(2).click();
    await shot('c-stalled-matrix');
  }
  await page.locator('li .button.quiet').last().click();
  await page.getByRole('alertdialog').waitFor();
  await shot('c-move-asked', false);
  await page.locator('.dialog .button.main').click();
  await page.locator('.made').waitFor();
  await shot('c-move-made');
  await context.close();
}
