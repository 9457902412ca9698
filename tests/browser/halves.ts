/** Tags of browser tests: those of `npm test` have none, the others run only with `npm run test:long`. */
export const here: string[] = [];
export const long = '@long';
