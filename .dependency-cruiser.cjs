/**
 * The floors of the house: a floor imports only from the floors under it (see CONTRIBUTING.md).
 * Checked by `npm test`; tests/static/floors.test.ts proves that each rule bites.
 */

/** A rule against every edge from `from` to files of `src` outside the allowed folders. */
const floor = (name, allowed, comment) => ({
  name: `floor-${name}`,
  comment,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: allowed.map((folder) => `^src/${folder}/`) },
});

/** A rule that keeps a package on one floor (or two). */
const packageOnlyIn = (packages, places, comment) => ({
  name: `package-${packages[0].replace(/[^a-z]/g, '')}`,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: places },
  to: { path: packages.map((name) => `(^|/)node_modules/${name}/`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file or need a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-found',
      severity: 'error',
      comment: 'The file or package does not exist.',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^src/text/generated/'] },
    },
    {
      name: 'source-needs-no-tools',
      severity: 'error',
      comment: 'The product does not depend on its tests and tools.',
      from: { path: '^src/' },
      to: { path: '^(tests|tools|docs|dist)/' },
    },
    {
      name: 'source-needs-no-development-package',
      severity: 'error',
      comment: 'What the product imports at run time is a dependency, not a devDependency.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    floor('sim', ['sim'], 'The market knows nothing above it.'),
    {
      name: 'math-stands-alone',
      severity: 'error',
      comment: 'The mathematics knows no market.',
      from: { path: '^src/sim/math/' },
      to: { path: '^src/', pathNot: '^src/sim/math/' },
    },
    {
      name: 'records-do-not-read-truth',
      severity: 'error',
      comment: 'What a firm has written down must not lead back to what is true.',
      from: { path: '^src/sim/records/' },
      to: { path: '^src/sim/truth/' },
    },
    floor('company', ['company', 'sim'], 'A firm stands on the market.'),
    {
      name: 'company-takes-only-types-of-sim',
      severity: 'error',
      comment: 'A firm may run the mathematics and its own records; from the rest of the market it takes types only.',
      from: { path: '^src/company/' },
      to: { path: '^src/sim/', pathNot: '^src/sim/(math|records)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'company-does-not-know-truth',
      severity: 'error',
      comment: 'A firm knows what it has recorded, not what is true, not even its types.',
      from: { path: '^src/company/' },
      to: { path: '^src/sim/truth/' },
    },
    floor('scenario', ['scenario', 'company', 'sim'], 'Scenarios are parsed into the types of the floors below.'),
    floor('game', ['game', 'scenario', 'company', 'sim'], 'A run knows neither page nor storage.'),
    {
      name: 'known-does-not-read-truth',
      severity: 'error',
      comment: 'The known view is estimated from records and observable events.',
      from: { path: '^src/game/known(/|\\.ts$)' },
      to: { path: '^src/sim/truth/' },
    },
    floor('saves', ['saves', 'game', 'scenario', 'company', 'sim'], 'Storage keeps what the codec of the game made.'),
    floor('offline', ['offline'], 'The service worker needs nothing of the app: it keeps files, whatever is in them.'),
    floor('classroom', ['classroom', 'text', 'game', 'scenario', 'company', 'sim'], 'The classroom knows no storage and no page.'),
    floor('text', ['text'], 'Words need nothing.'),
    floor('ui', ['ui', 'text', 'saves', 'offline', 'classroom', 'game', 'scenario', 'company', 'sim'], 'The page knows no command line.'),
    floor(
      'cli',
      ['cli', 'text', 'classroom', 'game', 'scenario', 'company', 'sim'],
      'The command line knows no page and no browser storage.',
    ),
    {
      name: 'screens-do-not-read-truth',
      severity: 'error',
      comment: 'Screens read the reports of the game; only the debrief report carries truth.',
      from: { path: '^src/(ui|classroom|saves)/' },
      to: { path: '^src/sim/truth/' },
    },
    {
      name: 'top-only-wires',
      severity: 'error',
      comment: 'main.ts and App.svelte put the page together; they hold no words, no rules and no command line.',
      from: { path: '^src/[^/]+$' },
      to: { path: '^src/(sim|company|scenario|text|cli)/' },
    },
    packageOnlyIn(['xstate'], ['^src/company/'], 'Machines drive firms, and only the company floor knows how.'),
    packageOnlyIn(['idb-keyval'], ['^src/saves/'], 'There is one place that stores.'),
    packageOnlyIn(
      ['svelte', 'bits-ui', '@internationalized/date', 'chart.js', '@faker-js/faker', '@fontsource/[^/]+'],
      ['^src/ui/', '^src/[^/]+$'],
      'Screens live in ui.',
    ),
    packageOnlyIn(['comlink'], ['^src/ui/', '^src/cli/'], 'Workers are started by the page and the command line.'),
    packageOnlyIn(['fflate'], ['^src/scenario/', '^src/classroom/'], 'Archives are opened where what is in them is known.'),
    packageOnlyIn(['yaml', 'zod'], ['^src/scenario/', '^src/game/', '^src/classroom/'], 'Files are parsed where their format lives.'),
    {
      name: 'package-node',
      severity: 'error',
      comment: 'Only the command line runs in Node.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/text/generated/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'svelte', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
    cache: false,
  },
};
