/** How much memory things take. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of all typed arrays that can be reached from a value; a buffer that several share counts once. */
export function arrayBytes(value: unknown): number {
  const buffers = new Set<ArrayBufferLike>();
  const seen = new Set<object>();
  const visit = (each: unknown): void => {
    if (typeof each !== 'object' || each === null || seen.has(each)) return;
    seen.add(each);
    if (ArrayBuffer.isView(each)) buffers.add(each.buffer);
    else for (const inner of Object.values(each)) visit(inner);
  };
  visit(value);
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** Collects all that nobody needs any more. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Bytes of the objects that are still needed, and of the whole process. Takes a tenth of a second: pages go back to the system by and by. */
export function memoryInUse(): { heap: number; resident: number } {
  for (let time = 0; time < 2; time += 1) {
    collectGarbage();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, resident: rss };
}
