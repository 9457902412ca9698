/**
 * How much there is to read and to answer: node tools/reading.mjs [FIRM..] (every firm that ships when none is named; `npx vite build` first).
 * Plays each firm to its end in the built app, in both languages, leaving everything as it stands. Prints for the dossier and for each round
 * how many words were on the screen that had not been there before, folded and with every question of the round opened, and how many
 * questions the round put: cards asked, hypotheses, cases to answer, offers. Numbers are no words.
 */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserSwitches, prepareBrowser, readBrowser } from './browser.mjs';
import { root } from './paths.mjs';

const server = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
prepareBrowser();
const executablePath = readBrowser();
const browser = await chromium.launch({ args: browserSwitches(), ...(executablePath ? { executablePath } : {}) });
const [address] = server.resolvedUrls.local;
const isDossier = /#\/briefing\/([\w-]+)/;

/** Words of the lines of `main` that no earlier call has seen. */
async function newWords(page, seen) {
  const text = await page.locator('main').first().innerText();
  const lines = text.split('\n').map((line) => line.trim());
  const fresh = lines.filter((line) => line !== '' && !seen.has(line));
  for (const line of fresh) seen.add(line);
  return fresh.flatMap((line) => line.split(/\s+/)).filter((part) => /\p{L}/u.test(part)).length;
}

/** Waits until the screen has stood still for a moment. */
async function settled(page) {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await page.waitForTimeout(400);
    now = (await page.locator('main').first().innerText()).length;
  }
}

async function playThrough(firm, locale) {
  const page = await (await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 }, locale })).newPage();
  const seen = new Set();
  const main = page.locator('.button.main').first();
  await page.goto(`${address}?customers=1000&world=0&people=1#/briefing/${firm}`);
  await main.waitFor();
  await settled(page);
  const dossier = await newWords(page, seen);
  await main.click();
  const rounds = [];
  const question = page.locator('#question');
  for (;;) {
    await question.waitFor({ timeout: 60_000 });
    await settled(page);
    const folded = await newWords(page, seen);
    const cards = page.locator('.cards h2 button');
    const asked = await cards.count();
    let opened = folded;
    for (let card = 0; card < asked; card += 1) {
      await cards.nth(card).click();
      await page.waitForTimeout(120);
      opened += await newWords(page, seen);
    }
    await main.click();
    const books = page
      .locator('main h1, main h2')
      .filter({ hasText: /Sổ sách của vòng|[Bb]ooks of the round/ })
      .first();
    await books.waitFor({ timeout: 60_000 });
    await settled(page);
    rounds.push({ folded, opened, asked, books: await newWords(page, seen) });
    await main.click();
    await page.waitForTimeout(300);
    if (
      await Promise.race([
        question.waitFor({ timeout: 30_000 }).then(() => false),
        page
          .locator('.score')
          .first()
          .waitFor({ timeout: 30_000 })
          .then(() => true),
      ])
    )
      break;
  }
  await page.context().close();
  return { dossier, rounds };
}

const named = process.argv.slice(2);
const library = await (await browser.newContext({ serviceWorkers: 'block', locale: 'en' })).newPage();
await library.goto(address);
await library.locator('a[href*="#/briefing/"]').first().waitFor();
const shipped = await library.locator('a[href*="#/briefing/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
const firms = named.length > 0 ? named : [...new Set(shipped.map((href) => isDossier.exec(href)?.[1]))];
for (const firm of firms)
  for (const locale of ['vi', 'en']) {
    const { dossier, rounds } = await playThrough(firm, locale);
    const row = (name, value) => `${name.padEnd(10)}${rounds.map((round) => String(value(round)).padStart(6)).join('')}`;
    console.log(`${firm} (${locale}): dossier ${dossier} words; by round:`);
    console.log(
      [row('folded', (r) => r.folded), row('opened', (r) => r.opened), row('books', (r) => r.books), row('asked', (r) => r.asked)].join(
        '\n',
      ),
    );
  }
await browser.close();
await server.close();
