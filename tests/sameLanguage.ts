/** Files that share the modules of their worker leave the words as they found them. */
import { afterAll } from 'vitest';
import { baseLocale, getLocale, overwriteGetLocale, setLocale } from '../src/text/generated/runtime.js';
import { speakAs } from '../src/text/words.ts';

const before = getLocale;
afterAll(() => {
  overwriteGetLocale(before);
  void setLocale(baseLocale, { reload: false });
  speakAs(null);
});
