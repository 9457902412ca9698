/** The lockfile must install on every platform with `npm ci` and must not tell which registry it was written against. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
for (const [path] of resolved) console.log(`${path}: "resolved" names a registry; write the lockfile with the .npmrc of this project`);

const cli = process.env.npm_execpath;
const args = ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'];
const dryRun = cli?.endsWith('npm-cli.js')
  ? spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: 'utf8' })
  : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
if (dryRun.status !== 0) console.log(dryRun.stderr);
if (resolved.length > 0 || dryRun.status !== 0) process.exitCode = 1;
