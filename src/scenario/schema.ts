/** Small readers that turn a YAML tree into a typed value or into coded errors, and say what they take as JSON Schema. */

export { byId, list, partialTableOf, record, subsetOf, summing, tableOf, variants } from './combined.ts';
export { optional, schema, type ErrorList, type Fields, type OptionalSchema, type Schema } from './reader.ts';
export { boolean, integer, number, oneOf, patterned, slug, text } from './scalars.ts';
