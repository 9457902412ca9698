/** Another build made of the one in `dist`: every file that bears a hash has another name, and it tells another version. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { writeServiceWorker } from '../../tools/vite-service-worker.ts';

export const nextVersion = '99.0.0';

/** The worker of a build without its list. */
const codeOf = (dir: string): string => readFileSync(join(dir, 'service-worker.js'), 'utf8').replace(/^.*\n/, '');

/** Answers the folder and what takes it away. @param epoch engine epoch that it declares */
export function nextBuild(epoch = ENGINE_EPOCH): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-next-build-'));
  cpSync('dist', folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = new Map(readdirSync(assets).map((name) => [name, name.replace(/(\.[a-z0-9]+)$/, '2$1')]));
  const anyName = /[\w.-]+-[\w-]{8}\.(?:js|css|woff2)\b/g;
  const renamed = (text: string): string => text.replace(anyName, (name) => names.get(name) ?? name);
  for (const [name, next] of names) {
    const path = join(assets, name);
    if (!name.endsWith('.woff2')) {
      const text = renamed(readFileSync(path, 'utf8'));
      writeFileSync(path, name.startsWith('index-') ? withVersion(text) : text);
    }
    renameSync(path, join(assets, next));
  }
  writeFileSync(join(folder, 'index.html'), renamed(readFileSync(join(folder, 'index.html'), 'utf8')));
  writeServiceWorker(folder, { app: nextVersion, epoch }, codeOf('dist'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function withVersion(code: string): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return code.replaceAll(version, nextVersion);
}
