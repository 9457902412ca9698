/** What one build of the app consists of, as the service worker of that build is told. */

export interface BuildFile {
  /** From the app's folder; '' is the page itself. */
  path: string;
  /** SHA-256 in the form that `fetch` checks. */
  integrity: string;
  bytes: number;
}

export interface Build {
  /** Another one for every build that differs in anything; the page carries it too. */
  id: string;
  /** Version of the app. */
  app: string;
  /** Engine epoch. */
  epoch: number;
  /** The first so many files are what the page needs to open. */
  shell: number;
  files: readonly BuildFile[];
}
