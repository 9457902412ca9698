/** The page that replays the corpus in a browser and sends home what came out, run by run. */

import { replayCorpus, type CorpusTask } from './replayCorpus.ts';

const send = (path: string, body: unknown): Promise<unknown> => fetch(path, { method: 'POST', body: JSON.stringify(body) });

try {
  const task = (await (await fetch('task.json')).json()) as CorpusTask;
  for (const run of replayCorpus(task)) await send('run', run);
  await send('end', { error: null });
} catch (error) {
  await send('end', { error: String(error) });
}
