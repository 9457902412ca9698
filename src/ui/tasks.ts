/** Gives the page back to the reader between two pieces of work. */

/** Resolves in a task of its own: what the reader does and what is to be painted comes before it. @param wait milliseconds at least */
export const nextTask = (wait = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, wait));

/** Resolves when the page has nothing better to do, or has had something better to do for five seconds. */
export const idle = (): Promise<void> =>
  typeof requestIdleCallback === 'function'
    ? new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 5_000 }))
    : nextTask(200);
