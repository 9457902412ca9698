/** Tells the other tabs what was written, so that none shows an old run as if it were today's. */

import type { Environment } from './environment.ts';

export interface News {
  run: string;
  what: 'written' | 'released' | 'deleted';
}

export interface NewsChannel {
  tell(news: News): void;
  /** Calls `listener` with the news of other tabs; returns what stops it. */
  listen(listener: (news: News) => void): () => void;
  close(): void;
}

const channelName = 'rapport-runs';

/** Where the browser has no such channel, nothing is heard; the lock still keeps tabs from overwriting each other. */
export function openNews({ openChannel }: Pick<Environment, 'openChannel'>): NewsChannel {
  const channel = openChannel?.(channelName) ?? null;
  const listeners = new Set<(news: News) => void>();
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isNews(data)) for (const listener of [...listeners]) listener(data);
  });
  return {
    tell: ({ run, what }) => channel?.postMessage({ run, what }),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}

/** Another version of the app may speak on the same channel. */
function isNews(data: unknown): data is News {
  if (typeof data !== 'object' || data === null) return false;
  const { run, what } = data as Partial<News>;
  return typeof run === 'string' && (what === 'written' || what === 'released' || what === 'deleted');
}
