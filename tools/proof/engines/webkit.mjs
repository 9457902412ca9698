/** WebKitGTK, driven by the plain W3C WebDriver protocol: Playwright knows only a WebKit of its own. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onPath } from './onPath.mjs';

/** MiniBrowser is no command of the PATH: it lies beside the library, in a folder of the processor's name on Debian. */
function miniBrowser() {
  const bases = ['/usr/lib', '/usr/lib64', '/usr/libexec'].filter((base) => existsSync(base));
  const folders = bases.flatMap((base) => [base, ...readdirSync(base).map((name) => join(base, name))]);
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  return folders.flatMap((folder) => versions.map((version) => join(folder, version, 'MiniBrowser'))).find((path) => existsSync(path));
}

/** What is needed to drive WebKitGTK, or null when a part is not installed; without a screen of its own Xvfb is one of them. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const browser = miniBrowser();
  const screen = onPath('xvfb-run');
  if (driver === undefined || browser === undefined) return null;
  if (process.env.DISPLAY) return { browser, command: [driver] };
  return screen === undefined ? null : { browser, command: [screen, '-a', driver] };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** One command of the protocol; throws an Error with the driver's own words. */
async function sent(url, body) {
  const response = await fetch(url, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
}

async function answering(base, tries = 100) {
  for (let n = 0; n < tries; n += 1) {
    const ready = await sent(`${base}/status`).catch(() => null);
    if (ready !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not answer within 10 s');
}

/** Starts a browser; `open` leads it to a page, `close` ends it and all it started. */
export async function startWebKit({ browser, command: [program, ...first] }) {
  const port = await freePort();
  const child = spawn(program, [...first, '--host=127.0.0.1', `--port=${port}`], { stdio: 'ignore', detached: true });
  const end = () => {
    try {
      // A group of its own: the screen, the driver and the browser go together.
      process.kill(-child.pid);
    } catch {
      // It has ended by itself.
    }
  };
  try {
    const base = `http://127.0.0.1:${port}`;
    await answering(base);
    const options = { binary: browser, args: ['--automation'] };
    const asked = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } };
    const { sessionId, capabilities } = await sent(`${base}/session`, asked);
    return {
      version: capabilities.browserVersion,
      open: (url) => sent(`${base}/session/${sessionId}/url`, { url }),
      async close() {
        await fetch(`${base}/session/${sessionId}`, { method: 'DELETE' }).catch(() => null);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
