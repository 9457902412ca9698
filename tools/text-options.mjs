/**
 * How the message catalogue of `src/text` is compiled; one place for the Vite plugin and the set-up script.
 * The app chooses the locale itself (no cookie, no URL), so the same modules serve the page and the command line.
 */
export const textOptions = {
  project: './src/text/project.inlang',
  outdir: './src/text/generated',
  strategy: /** @type {['globalVariable', 'baseLocale']} */ (['globalVariable', 'baseLocale']),
  emitReadme: false,
  emitPrettierIgnore: false,
  emitGitIgnore: false,
};
