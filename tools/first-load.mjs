/** Weighs the JavaScript a browser must fetch before the first screen: the entry and all it imports statically, gzip. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './paths.mjs';

const LIMIT_KB = 120;

const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const seen = new Set();

function visit(key) {
  if (seen.has(key)) return;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) visit(next);
}

visit('index.html');
const weights = [...seen].map((key) => ({
  file: manifest[key].file,
  kb: gzipSync(readFileSync(join(dist, manifest[key].file))).length / 1000,
}));
const total = weights.reduce((sum, { kb }) => sum + kb, 0);
for (const { file, kb } of weights) console.log(`${kb.toFixed(1).padStart(7)} kB  ${file}`);
console.log(`${total.toFixed(1).padStart(7)} kB  of ${LIMIT_KB} kB allowed for the first load (JavaScript, gzip)`);
if (total > LIMIT_KB) process.exitCode = 1;
