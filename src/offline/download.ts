/** One file of the build from the network, in the very bytes that were built. */

import type { BuildFile } from './build.ts';

/** Some hosts give the page under its name only. */
const pageNames = ['', 'index.html'];

/**
 * Rejects with a TypeError where the network or the host does not give the file as it was built: another build's page, or a page in place
 * of a missing file.
 * @param folder address of the app's folder
 */
export async function download(file: BuildFile, folder: string): Promise<Response> {
  const paths = file.path === '' ? pageNames : [file.path];
  // What the browser kept of it may be a failure of an earlier day. The page's address is the same for every build.
  const modes: readonly RequestCache[] = file.path === '' ? ['no-cache'] : ['default', 'reload'];
  let last = new TypeError(file.path);
  for (const path of paths) {
    for (const cache of modes) {
      try {
        const response = await fetch(new URL(path, folder), { integrity: file.integrity, cache, priority: 'low' });
        if (response.ok) return straight(response);
        last = new TypeError(`${path}: ${response.status}`);
      } catch (error) {
        last = error instanceof TypeError ? error : new TypeError(String(error));
      }
    }
  }
  throw last;
}

/** A page may not be answered with what came by a redirection. */
function straight(response: Response): Response {
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(response.body, { status, statusText, headers });
}
