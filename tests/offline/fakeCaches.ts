/** The browser's caches and a host in memory: what is asked of the host is written down, and it can fail file by file. */
import { vi } from 'vitest';

class FakeCache {
  readonly entries = new Map<string, string>();
  match = (url: string): Promise<Response | undefined> => {
    const text = this.entries.get(url);
    return Promise.resolve(text === undefined ? undefined : new Response(text));
  };
  put = async (url: string, response: Response): Promise<void> => {
    const text = await response.text();
    if (text === 'too large') throw new DOMException('no room', 'QuotaExceededError');
    this.entries.set(url, text);
  };
  keys = (): Promise<{ url: string }[]> => Promise.resolve([...this.entries.keys()].map((url) => ({ url })));
}

export class FakeBrowser {
  readonly caches = new Map<string, FakeCache>();
  /** What the host gives, by address. */
  readonly host = new Map<string, string>();
  asked: string[] = [];
  /** The host answers when this is done. */
  gate: Promise<void> = Promise.resolve();

  /** Puts both in the place of the real ones until `vi.unstubAllGlobals()`. */
  install(): void {
    vi.stubGlobal('caches', {
      open: (name: string) => {
        const cache = this.caches.get(name) ?? new FakeCache();
        this.caches.set(name, cache);
        return Promise.resolve(cache);
      },
      has: (name: string) => Promise.resolve(this.caches.has(name)),
      keys: () => Promise.resolve([...this.caches.keys()]),
      delete: (name: string) => Promise.resolve(this.caches.delete(name)),
    });
    vi.stubGlobal('fetch', async (target: URL | Request) => {
      const url = target instanceof Request ? target.url : target.href;
      this.asked.push(url);
      await this.gate;
      const text = this.host.get(url);
      if (text === undefined) throw new TypeError('no network');
      return new Response(text);
    });
  }
}
