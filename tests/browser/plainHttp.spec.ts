/** The page opened over plain HTTP under another name than localhost, as in a lecture room: no locks, no persistent storage, no service worker. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { browserSwitches, readBrowser } from '../../tools/browser.mjs';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
};

/** The built page under any name: what a lecturer's own small server does. */
function serveBuild(): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://any').pathname);
    const file = join('dist', path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: address !== null && typeof address === 'object' ? address.port : 0 });
    });
  });
}

test('over plain HTTP on a name of the room a round can be played, and what is missing is said in a sentence', async () => {
  test.setTimeout(60_000);
  const { server, port } = await serveBuild();
  const executablePath = readBrowser();
  const browser = await chromium.launch({
    args: [...browserSwitches(), '--host-resolver-rules=MAP rapport.classroom 127.0.0.1'],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })).newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`http://rapport.classroom:${port}/?customers=500&world=0&people=1`);
    expect(await page.evaluate(() => ({ secure: window.isSecureContext, locks: 'locks' in navigator }))).toEqual({
      secure: false,
      locks: false,
    });
    await page.getByRole('link', { name: /Read the dossier.*Voras/ }).click();
    await page.locator('.button.main').first().click();
    await expect(page.locator('#question')).toBeVisible();
    await page.locator('.button.main').first().click();
    await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Library' }).click();
    await expect(page.getByText(/This page came over plain HTTP/)).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    server.close();
  }
});
