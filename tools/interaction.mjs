/**
 * How quickly the page answers: node tools/interaction.mjs [CUSTOMERS] (default 20000; `npx vite build` first).
 * Plays two rounds of the built app with real clicks and prints the slowest interaction to next paint and the long tasks on the main thread.
 */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserSwitches, prepareBrowser, readBrowser } from './browser.mjs';
import { root } from './paths.mjs';

const customers = Number(process.argv[2] ?? 20_000);
const server = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
prepareBrowser();
const executablePath = readBrowser();
const browser = await chromium.launch({ args: browserSwitches(), ...(executablePath ? { executablePath } : {}) });
const page = await (await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 }, locale: 'en' })).newPage();
await page.addInitScript(() => {
  const seen = { interactions: [], tasks: [], during: 'load' };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) seen.interactions.push({ name: entry.name, duration: entry.duration });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push({ start: entry.startTime, duration: entry.duration, during: seen.during });
  }).observe({ type: 'longtask', buffered: true });
});

const { local } = server.resolvedUrls;
await page.goto(`${local[0]}?customers=${customers}&world=0&people=1#/briefing/voras-bank`);
const main = page.locator('.button.main');
/** Long tasks are listed under what was being done. */
const during = (name) => page.evaluate((now) => (globalThis.seen.during = now), name);
await main.first().waitFor();
await page.waitForTimeout(500);
await during('start of the run');
await main.first().click();
await page.locator('.cards h2 button').first().waitFor();
await page.waitForTimeout(1500);
const quarters = [];
for (let round = 1; round <= 2; round += 1) {
  await during(`cards of round ${round}`);
  for (let card = 0; card < 4; card += 1) {
    await page.locator('.cards h2 button').nth(card).click();
    await page.waitForTimeout(150);
  }
  await during(`findings of round ${round}`);
  const before = Date.now();
  await main.first().click();
  await page.getByRole('heading', { name: 'Books of the round' }).waitFor({ timeout: 60_000 });
  quarters.push(Date.now() - before);
  await page.waitForTimeout(1000);
  await during(`opening of round ${round + 1}`);
  await main.first().click();
  await page.locator('.cards h2 button').first().waitFor();
  await page.waitForTimeout(1500);
}
const { interactions, tasks } = await page.evaluate(() => globalThis.seen);
const slowest = Math.max(0, ...interactions.map(({ duration }) => duration));
const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
console.log(`${customers} customers: a round of two quarters ${quarters.join(' and ')} ms; ${interactions.length} interactions over 16 ms`);
console.log(`slowest interaction to next paint ${slowest} ms; ${tasks.length} tasks over 50 ms, the longest ${longest} ms`);
for (const { start, duration, during: name } of tasks) console.log(`  ${duration} ms at ${Math.round(start)} ms, ${name}`);
await browser.close();
await server.close();
