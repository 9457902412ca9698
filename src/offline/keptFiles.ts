/**
 * The files of this build and of older ones as the browser's cache keeps them: a cache for each build, so that none mixes with another.
 * Other apps, and other copies of this one, may share the origin: only caches of this folder are touched.
 */

import type { Build, BuildFile } from './build.ts';
import { download } from './download.ts';
import type { FetchFailure } from './messages.ts';

/** Files fetched side by side. */
const SIDE_BY_SIDE = 4;
/** Stands in a cache that holds every file of its build. */
const wholeMark = '?whole';
/** Hosts may name headers by which answers differ; files of a build do not. */
const byAddress = { ignoreVary: true, ignoreSearch: false } as const;

export class KeptFiles {
  readonly #build: Build;
  readonly #folder: string;
  readonly #name: string;
  readonly #prefix: string;
  readonly #listed: ReadonlyMap<string, BuildFile>;
  /** Files on their way, so that none is fetched twice at once. */
  readonly #coming = new Map<string, Promise<Response>>();

  /** @param folder address of the app's folder */
  constructor(build: Build, folder: string) {
    this.#build = build;
    this.#folder = folder;
    this.#prefix = `rapport ${folder} `;
    this.#name = this.#prefix + build.id;
    this.#listed = new Map(build.files.map((file) => [file.path, file]));
  }

  /** From here on files are kept as they are used. */
  async begin(): Promise<void> {
    await caches.open(this.#name);
  }

  async have(): Promise<{ have: number; of: number; bytes: number }> {
    const held = await this.#held();
    const files = this.#build.files.filter(({ path }) => held.has(path));
    return { have: files.length, of: this.#build.files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  /** Fetches at most `most` of the missing files, those first that the page opens with; what has come stays, whatever follows fails. */
  async fill(most: number): Promise<FetchFailure | null> {
    await this.begin();
    const held = await this.#held();
    const missing = this.#build.files.filter(({ path }) => !held.has(path));
    const waiting = missing.slice(0, most);
    let failure: FetchFailure | null = null;
    const work = async (): Promise<void> => {
      for (let file = waiting.shift(); file && failure === null; file = waiting.shift()) {
        try {
          await this.#fetched(file);
        } catch (error) {
          failure = failureOf(error);
        }
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    const { have, of } = await this.have();
    if (have === of) await (await caches.open(this.#name)).put(this.#address(wholeMark), new Response(''));
    return failure;
  }

  /** True when every file of an older build is kept: the learner has the app without a network, and is to have it after the update. */
  async olderIsWhole(): Promise<boolean> {
    return (await this.#olderWhole()) !== null;
  }

  /** The file of this path, for a page of whichever build. Rejects as `fetch` does. */
  async file(path: string, request: Request): Promise<Response> {
    const listed = this.#listed.get(path);
    const kept = await this.#keptHere(path);
    if (kept) return kept;
    if (!listed) return (await this.#keptByOthers(path)) ?? fetch(request);
    try {
      return (await caches.has(this.#name)) ? (await this.#fetched(listed)).clone() : await fetch(request);
    } catch {
      // The network may still give it in another form; what the caches of older builds have under this name is better than nothing.
      return (await this.#keptByOthers(path)) ?? fetch(request);
    }
  }

  /**
   * The page: that of this build once all of it is kept; else the network's, and without one that of the newest set that can open.
   * @param later takes work that goes on behind the answer
   */
  async page(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
    const own = (await this.#isWhole(this.#name)) ? await this.#keptHere('') : undefined;
    if (own) return own;
    const answer = await fetch(request).catch((error: unknown) => (error instanceof Error ? error : new TypeError(String(error))));
    if (answer instanceof Response && answer.ok) {
      later(this.#keepPage());
      return answer;
    }
    const older = await this.#olderWhole();
    const kept = older === null ? await this.#openable() : await (await caches.open(older)).match(this.#address(''), byAddress);
    if (kept) return kept;
    if (answer instanceof Response) return answer;
    throw answer;
  }

  /** Removes older builds that no tab uses, once this one is whole. @param used by open tabs; null where that is not known */
  async tidy(used: ReadonlySet<string> | null): Promise<void> {
    if (used === null || !(await this.#isWhole(this.#name))) return;
    await this.#remove((build) => build !== this.#build.id && !used.has(build));
  }

  /** Removes this build and the older ones that no tab uses. @param used by open tabs; null where that is not known */
  async remove(used: ReadonlySet<string> | null): Promise<void> {
    await this.#remove((build) => build === this.#build.id || (used !== null && !used.has(build)));
  }

  async #remove(goes: (build: string) => boolean): Promise<void> {
    for (const name of await this.#names()) if (goes(name.slice(this.#prefix.length))) await caches.delete(name);
  }

  #address = (path: string): string => new URL(path, this.#folder).href;

  /** Names of the caches of this folder. */
  async #names(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(this.#prefix));
  }

  async #held(): Promise<ReadonlySet<string>> {
    if (!(await caches.has(this.#name))) return new Set();
    const keys = await (await caches.open(this.#name)).keys();
    return new Set(keys.map(({ url }) => url.slice(this.#folder.length)));
  }

  async #isWhole(name: string): Promise<boolean> {
    return (await caches.has(name)) && (await (await caches.open(name)).match(this.#address(wholeMark), byAddress)) !== undefined;
  }

  /** Name of the cache of another build that is kept whole: the one begun last. */
  async #olderWhole(): Promise<string | null> {
    const names = (await this.#names()).filter((name) => name !== this.#name).reverse();
    for (const name of names) if (await this.#isWhole(name)) return name;
    return null;
  }

  async #keptHere(path: string): Promise<Response | undefined> {
    return (await caches.has(this.#name)) ? (await caches.open(this.#name)).match(this.#address(path), byAddress) : undefined;
  }

  async #keptByOthers(path: string): Promise<Response | undefined> {
    for (const name of (await this.#names()).reverse()) {
      const kept = await (await caches.open(name)).match(this.#address(path), byAddress);
      if (kept) return kept;
    }
    return undefined;
  }

  /** This build's page, where all is kept that it opens with. */
  async #openable(): Promise<Response | undefined> {
    const held = await this.#held();
    return this.#build.files.slice(0, this.#build.shell).every(({ path }) => held.has(path)) ? this.#keptHere('') : undefined;
  }

  /** Where files are kept as they are used, the page is one of them. */
  async #keepPage(): Promise<void> {
    const page = this.#listed.get('');
    if (!page || !(await caches.has(this.#name)) || (await this.#keptHere(''))) return;
    // The server may have another build by now, whose page is not this build's.
    await this.#fetched(page).catch(() => undefined);
  }

  /** The file from the network, which stays here as well. Whoever reads it reads a clone. */
  async #fetched(file: BuildFile): Promise<Response> {
    const coming = this.#coming.get(file.path) ?? this.#keep(file);
    this.#coming.set(file.path, coming);
    try {
      return await coming;
    } finally {
      this.#coming.delete(file.path);
    }
  }

  async #keep(file: BuildFile): Promise<Response> {
    const response = await download(file, this.#folder);
    // Whoever let go of the files meanwhile does not want them back.
    if (await caches.has(this.#name)) await (await caches.open(this.#name)).put(this.#address(file.path), response.clone());
    return response;
  }
}

const failureOf = (error: unknown): FetchFailure => (error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'network');
