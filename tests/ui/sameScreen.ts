/** Files that share the modules of their worker leave the language of the screen as they found it. */
import { afterAll } from 'vitest';
import { language } from '../../src/ui/language.svelte.ts';
import '../sameLanguage.ts';

afterAll(() => language.start([]));
