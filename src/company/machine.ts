/** A machine of a company as plain data, so that a world can be copied. */
export interface Machine<Value = unknown, Context = unknown> {
  readonly value: Value;
  readonly context: Context;
}
