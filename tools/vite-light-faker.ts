/**
 * Vite plugin: makes the ready-made generators of the faker package droppable. Each locale builds one at load, and it drags in English;
 * the page only reads the lists of names.
 */

import type { Plugin } from 'vite';

const generator = /=new (\w+)\(\{locale:/g;

export function lightFaker(): Plugin {
  return {
    name: 'rapport-light-faker',
    transform(code, id) {
      if (!id.includes('/@faker-js/faker/dist/')) return undefined;
      return { code: code.replace(generator, '=/*#__PURE__*/new $1({locale:'), map: null };
    },
  };
}
