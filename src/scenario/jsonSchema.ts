/** What a reader takes, said as JSON Schema (draft 2020-12), for editors that help authors while they write. */

/** The keywords that readers use. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly description?: string;
  readonly $ref?: string;
}

/** Whole numbers on low + n x step; a step that does not pass through 0 cannot be said and is left to the reader. */
export const integerSchema = (low: number, high: number, step: number): JsonSchema => ({
  type: 'integer',
  minimum: low,
  maximum: high,
  ...(step !== 1 && low % step === 0 && { multipleOf: step }),
});

/** An object with these keys and no other. */
export const objectSchema = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

/** A letter, then letters, digits or hyphens. */
export const idSchema: JsonSchema = { type: 'string', pattern: '^[a-z][a-zA-Z0-9-]{0,39}$' };
