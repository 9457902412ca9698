/**
 * Weighs the built page, gzip: the JavaScript a browser must fetch before the first screen (the entry and all it imports statically), every
 * chunk that loads late, the workers, the style sheets and the typefaces. Fails when first load or typefaces outweigh what is allowed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './paths.mjs';

const FIRST_LOAD_KB = 120;
const FONTS_KB = 80;

const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const first = new Set();

function visit(key) {
  const file = basename(manifest[key].file);
  if (first.has(file)) return;
  first.add(file);
  for (const next of manifest[key].imports ?? []) visit(next);
}
visit('index.html');

/** Files of `dist/assets` with their weight, the heaviest first. */
const files = readdirSync(join(dist, 'assets'))
  .map((file) => {
    const bytes = readFileSync(join(dist, 'assets', file));
    // A typeface is compressed already.
    return { file, kb: (file.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length) / 1000 };
  })
  .sort((a, b) => b.kb - a.kb);

/** Writes one group down and answers its sum. */
function group(name, belongs, limit) {
  const members = files.filter(({ file }) => belongs(file));
  const sum = members.reduce((total, { kb }) => total + kb, 0);
  console.log(`${sum.toFixed(1).padStart(7)} kB  ${name}${limit === undefined ? '' : `, of ${limit} kB allowed`}`);
  for (const { file, kb } of members) console.log(`${kb.toFixed(1).padStart(13)}  ${file}`);
  return sum;
}

const isWorker = (file) => /\.worker-[^.]+\.js$/.test(file);
const firstLoad = group('first load (JavaScript)', (file) => first.has(file), FIRST_LOAD_KB);
group('later (JavaScript)', (file) => file.endsWith('.js') && !first.has(file) && !isWorker(file));
group('workers', isWorker);
group('style sheets', (file) => file.endsWith('.css'));
const fonts = group('typefaces', (file) => file.endsWith('.woff2'), FONTS_KB);
if (firstLoad > FIRST_LOAD_KB || fonts > FONTS_KB) process.exitCode = 1;
