// usage: node shot.mjs scenario customers chapter
import { chromium } from 'playwright';
import { existsSync } from 'node:fs';
const [scenario, customers, ...chapters] = process.argv.slice(2);
const dir = `/tmp/d4shots/profile-${scenario}-${customers}`;
const browser = await chromium.launchPersistentContext(dir, { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], locale: 'vi-VN', viewport: { width: 1440, height: 900 } });
const page = await browser.newPage();
page.on('pageerror', (e) => console.log('pageerror', e.message));
page.on('console', (e) => { if (e.type() === 'error') console.log('console', e.text().slice(0, 200)); });
const base = `http://127.0.0.1:5434/`;
const q = `?customers=${customers}&world=0&people=1&seed=5&open=all`;
import { readFileSync, writeFileSync } from 'node:fs';
const mark = `/tmp/d4shots/run-${scenario}-${customers}`;
let id;
if (existsSync(mark)) id = readFileSync(mark, 'utf8');
else {
  await page.goto(`${base}${q}#/briefing/${scenario}`);
  await page.getByRole('button', { name: /^Bắt đầu/ }).first().click();
  for (let r = 0; r < 30; r++) {
    await page.locator('#question, main h1').first().waitFor({ timeout: 60000 });
    const commit = page.getByRole('button', { name: /^Chốt/ }).first();
    await commit.waitFor({ timeout: 60000 });
    await commit.click();
    const next = page.getByRole('button', { name: /^(Sang quý|Vén màn|Xem kết quả|Sang|Kết thúc)/ }).first();
    await next.waitFor({ timeout: 60000 });
    const t = await next.innerText();
    await next.click();
    if (!/^Sang quý/.test(t)) break;
    await page.waitForTimeout(100);
  }
  await page.getByRole('heading', { name: 'Điểm của lượt chơi' }).waitFor({ timeout: 120000 });
  id = page.url().match(/#\/run\/([^/]+)/)[1];
  writeFileSync(mark, id);
}
for (const chapter of chapters) {
  for (const [w, lang, scheme] of [[1440, 'vi', 'dark'], [360, 'vi', 'light'], [1440, 'en', 'light'], [360, 'en', 'dark']]) {
    if (process.env.ONLY && !process.env.ONLY.split(',').includes(`${w}${lang}`)) continue;
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: w, height: 900 });
    await page.goto(`${base}${q}#/run/${id}/debrief/${chapter}`);
    await page.reload();
    await page.locator('nav a[aria-current]').first().waitFor({ timeout: 90000 });
    await page.getByText(lang.toUpperCase(), { exact: true }).first().click();
    await page.waitForTimeout(Number(process.env.WAIT ?? 4000));
    if (process.env.CLICK) for (const c of process.env.CLICK.split('|')) { const e = page.getByText(c).first(); if (await e.count()) await e.click(); await page.waitForTimeout(800); }
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    console.log(chapter, w, lang, scheme, 'height', height, 'width', wide);
    await page.screenshot({ path: `/tmp/d4shots/${scenario}-${chapter}-${w}-${lang}.png`, fullPage: true });
  }
}
await browser.close();
