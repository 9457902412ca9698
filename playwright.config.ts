import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { browserSwitches, readBrowser } from './tools/browser.mjs';

/** A port nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

// Every worker of Playwright reads this file again: the first one chooses the port, the others inherit it.
process.env.RAPPORT_PORT ??= String(await freePort());
const url = `http://127.0.0.1:${process.env.RAPPORT_PORT}/`;
const executablePath = readBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  globalSetup: './tools/run-files.mjs',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine may drop a click; what fails three times is broken, and a second try is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list']],
  use: {
    baseURL: url,
    browserName: 'chromium',
    // What a test meets is what the server gives; tests of the service worker let it in.
    serviceWorkers: 'block',
    // A trace takes a picture of the page at every step, which is paid by all tests that pass: a second try writes one, or `--trace on`.
    trace: 'on-first-retry',
    launchOptions: { args: browserSwitches(), ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${process.env.RAPPORT_PORT} --strictPort`,
    url,
    reuseExistingServer: false,
  },
});
