/**
 * Pictures of every screen, to be looked at: node tools/shots.mjs [all | WIDTHxLOCALExSCHEME ...] [--firm ID] (default: a spread of all
 * three looks, Voras Bank). Drives the built app (`npx vite build` first) through a whole run and writes PNG files into the ignored folder
 * `shots/`. A look that ends with `xstates` takes only what can go wrong or be empty; another firm leaves that out and has a folder of its own.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserSwitches, prepareBrowser, readBrowser } from './browser.mjs';
import { root } from './paths.mjs';
import { machines } from './shot-machines.mjs';
import { otherEpoch } from './shot-epoch.mjs';
import { states } from './shot-states.mjs';
import { steering } from './shot-steering.mjs';

const USUAL = ['1440xvixlight', '360xvixlight', '1440xenxdark', '360xenxdark', '768xvixdark'];
const ALL = [360, 768, 1440].flatMap((width) =>
  ['vi', 'en'].flatMap((locale) => ['light', 'dark'].map((scheme) => `${width}x${locale}x${scheme}`)),
);
const HEIGHTS = { 360: 780, 768: 1024, 1280: 720, 1440: 900 };
const RUN = '?customers=2000&world=0&people=1';

const { values, positionals: asked } = parseArgs({ allowPositionals: true, options: { firm: { type: 'string', default: 'voras-bank' } } });
const { firm } = values;
const usualFirm = firm === 'voras-bank';
const folder = usualFirm ? join(root, 'shots') : join(root, 'shots', firm);
mkdirSync(folder, { recursive: true });
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 } });
const base = server.resolvedUrls.local[0];
prepareBrowser();
const executablePath = readBrowser();
const browser = await chromium.launch({ args: browserSwitches(), ...(executablePath ? { executablePath } : {}) });
const playOtherEpoch = usualFirm ? await otherEpoch(base) : null;

/** A browser of its own for one look, and the way to take a picture of any of its pages. */
async function look(width, locale, colorScheme) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width, height: HEIGHTS[width] ?? 900 },
    locale,
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  const shotOf = async (shown, name, fullPage = true) => {
    // What sticks to an edge is drawn where it is scrolled to.
    if (fullPage) await shown.evaluate(() => scrollTo(0, 0));
    await shown.waitForTimeout(450);
    await shown.screenshot({ path: join(folder, `${name}-${width}-${locale}-${colorScheme}.png`), fullPage });
  };
  return { context, page, shotOf };
}

/** The pages beside the run, which are the same for every firm. */
async function asides(page, shot) {
  await page.goto(`${base}${RUN}#/glossary`);
  await page.locator('#glossary-search').waitFor();
  await shot('8-glossary', false);
  await page.locator('#glossary-search').fill('tai san');
  await shot('8-glossary-found', false);
  await page.locator('#glossary-search').fill('qzx');
  await shot('8-glossary-nothing', false);
  await page.goto(`${base}${RUN}#/glossary/customer-equity`);
  await page.locator('[data-key="customer-equity"]:focus').waitFor();
  await shot('8-glossary-term', false);
  await page.goto(`${base}${RUN}#/settings`);
  await page.locator('[href="./licenses.txt"]').waitFor();
  await shot('9-settings');
}

/** Plays one run in one look and takes a picture wherever something new is on the screen. */
async function tour({ context, page, shotOf }, width) {
  const shot = (name, fullPage) => shotOf(page, name, fullPage);
  const main = page.locator('.button.main');
  const openCard = (index) => page.locator('.cards h2 button').nth(index).click();

  await page.goto(`${base}${RUN}`);
  await page.locator('h1').waitFor();
  await shot('1-library');
  if (width <= 640) {
    await page.locator('.menu-word').click();
    await shot('1-menu', false);
    await page.keyboard.press('Escape');
  }
  if (usualFirm) await asides(page, shot);
  await page.goto(`${base}${RUN}#/briefing/${firm}`);
  await main.waitFor();
  await shot('2-briefing');
  await main.click();
  for (let round = 1; ; round += 1) {
    await page.locator('#question, .score').first().waitFor({ timeout: 60_000 });
    if ((await page.locator('#question').count()) === 0) break;
    if (round <= 3) {
      await shot(`3-round${round}`);
      const tabs = page.getByRole('tab');
      if (width <= 640 && round === 2) {
        for (const index of [1, 2, 3, 0]) {
          await tabs.nth(index).click();
          await shot(`4-tab${index}`);
        }
      }
      if (round === 2) {
        if (width <= 640) await tabs.nth(1).click();
        await page.getByRole('application').focus();
        await page.keyboard.press('Enter');
        await shot('4-map-person');
        await page.keyboard.press('Escape');
        await page.keyboard.press('m');
        await shot('4-map-list');
        await page.keyboard.press('m');
        if (width <= 640) await tabs.nth(0).click();
      }
      const cards = await page.locator('.cards h2 button').count();
      for (const index of [0, 2, 3, 5].filter((each) => each < cards)) {
        await openCard(index);
        await shot(`5-round${round}-card${index}`);
        if (round === 1 && index === 2) {
          await page.locator('.body .term-word').first().click();
          await shot('5-term', false);
          await page.keyboard.press('Escape');
        }
      }
    }
    if (round === 6) await shot('3-round6');
    await main.click();
    await page.locator('footer .button.main').waitFor({ timeout: 60_000 });
    await page.locator('.forecast').waitFor();
    if (round === 1 || round === 4) await shot(`6-understand${round}`);
    await main.click();
  }
  await page.locator('.score:not(.open)').waitFor({ timeout: 180_000 });
  await shot('7-debrief');
  if (playOtherEpoch) {
    const run = page.url();
    await playOtherEpoch(context);
    await page.goto('about:blank');
    await page.goto(run);
    await page.locator('h1').waitFor();
    await shot('b-epoch-debrief');
  }
  await context.close();
}

for (const name of asked[0] === 'all' ? ALL : asked.length > 0 ? asked : USUAL) {
  const [size, locale, scheme, only] = name.split('x');
  const width = Number(size);
  if (only !== 'states') await tour(await look(width, locale, scheme), width);
  if (usualFirm) {
    await states(await look(width, locale, scheme), base + RUN, playOtherEpoch);
    await steering(await look(width, locale, scheme), base + RUN, width);
    await machines(await look(width, locale, scheme), base + RUN, width);
  }
  console.log(name);
}
await browser.close();
await server.close();
