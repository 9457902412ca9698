/** Questions of the page to a service worker. */

import { asState, type PageQuestion, type WorkerState } from '../../offline/messages.ts';

/** Milliseconds to wait for an answer: fetching takes as long as a browser lets a worker work, the rest is a look into the cache. */
const patienceFor = { fill: 300_000, other: 15_000 };

/** Rejects with Error('silent') when the worker does not answer, or not in words that are known here. */
export function askWorker(worker: ServiceWorker, question: PageQuestion): Promise<WorkerState> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const end = (state: WorkerState | null): void => {
      clearTimeout(timer);
      port1.close();
      if (state === null) reject(new Error('silent'));
      else resolve(state);
    };
    const timer = setTimeout(() => end(null), patienceFor[question.ask === 'fill' ? 'fill' : 'other']);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => end(asState(data));
    worker.postMessage(question, [port2]);
  });
}

/** Resolves with the worker once it is active; rejects with Error('redundant') when the browser has given it up. */
export function activated(worker: ServiceWorker): Promise<ServiceWorker> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve(worker);
      else if (worker.state === 'redundant') reject(new Error('redundant'));
      else return;
      worker.removeEventListener('statechange', look);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
