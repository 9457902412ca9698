/** Names of what was handed in: one content twice is one file, two files of one name are two. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A file or a pasted link, before it is graded. */
export interface HandedIn {
  name: string;
  bytes: Uint8Array;
}

export class HandedInNames {
  readonly #byContent = new Map<string, string>();

  /** The files, each content once, under a name that no other content has. Learning platforms put files of one name into folders of their own. */
  named(files: readonly HandedIn[]): readonly HandedIn[] {
    const used = new Set(this.#byContent.values());
    const named = new Map<string, HandedIn>();
    for (const { name, bytes } of files) {
      const content = bytesToHex(sha256(bytes));
      const known = this.#byContent.get(content);
      let own = known ?? name;
      for (let n = 2; known === undefined && used.has(own); n += 1) own = `${name} (${n})`;
      used.add(own);
      this.#byContent.set(content, own);
      named.set(content, { name: own, bytes });
    }
    return [...named.values()];
  }

  clear(): void {
    this.#byContent.clear();
  }
}
