/**
 * ESLint rules for the floors whose results must be the same bits in every engine (sim, company, scenario, game).
 * A run is replayed from its log, so nothing there may read the clock, the machine, chance or a locale, or leave rounding to the engine.
 */

/** Members of Math that ECMAScript defines exactly; every other one is left to the engine. */
const EXACT_MATH = 'abs|sqrt|floor|ceil|round|trunc|sign|min|max|imul|fround|clz32|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2';

/** Globals by the reason for which they are out of bounds. */
const FORBIDDEN_GLOBALS = {
  'Time is a quarter counter; nothing here may read a clock.': ['Date', 'performance', 'Temporal'],
  'Words and number formats belong to the floors above.': ['Intl'],
  'A quarter is computed at once: no timers, no promises.': [
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'queueMicrotask',
    'requestAnimationFrame',
    'requestIdleCallback',
    'Promise',
  ],
  'Chance comes from keyed draws (src/sim/math), so that a run can be replayed.': ['crypto'],
  'These floors know neither page, network, process nor console.': [
    'globalThis',
    'window',
    'self',
    'document',
    'navigator',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'Worker',
    'process',
    'Buffer',
    'require',
    'console',
    'structuredClone',
    'WeakRef',
    'FinalizationRegistry',
    'eval',
    'Function',
  ],
};

const FORBIDDEN_SYNTAX = [
  {
    selector: `MemberExpression[object.name='Math']:not([computed=false][property.name=/^(${EXACT_MATH})$/])`,
    message: 'This member of Math differs between engines (or draws chance): use src/sim/math.',
  },
  {
    selector: ":not(MemberExpression) > Identifier[name='Math']",
    message: 'Name the member of Math where it is used, so that the ban on inexact ones can be checked.',
  },
  { selector: "BinaryExpression[operator='**']", message: 'Powers differ between engines: multiply, or use pow of src/sim/math.' },
  { selector: "AssignmentExpression[operator='**=']", message: 'Powers differ between engines: multiply, or use pow of src/sim/math.' },
  {
    selector: 'CallExpression[callee.property.name=/^(sort|toSorted)$/][arguments.length=0]',
    message: 'Sort with a comparator: the default order compares strings.',
  },
  {
    selector: 'MemberExpression[property.name=/^(toLocale.*|localeCompare)$/]',
    message: 'What depends on a locale belongs to the floors above.',
  },
  { selector: 'ForInStatement', message: 'The order of keys must not reach a result: go through an array.' },
  { selector: ':function[async=true]', message: 'A quarter is computed at once: no promises.' },
  { selector: 'AwaitExpression', message: 'A quarter is computed at once: no promises.' },
  { selector: 'ForOfStatement[await=true]', message: 'A quarter is computed at once: no promises.' },
  { selector: 'ImportExpression', message: 'A quarter is computed at once: import at the top.' },
];

/** Rules of ESLint for these floors, in addition to the general ones; `general` are the syntax rules that hold everywhere. */
export function determinismRules(general) {
  const globals = Object.entries(FORBIDDEN_GLOBALS).flatMap(([message, names]) => names.map((name) => ({ name, message })));
  return {
    'no-restricted-globals': ['error', ...globals],
    'no-restricted-syntax': ['error', ...general, ...FORBIDDEN_SYNTAX],
  };
}
