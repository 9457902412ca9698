/** Mean and standard deviation (n - 1) of a list of numbers. */

export interface Spread {
  mean: number;
  sd: number;
}

/** sd is 0 for a single number. Throws a RangeError for none. */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('spread of no numbers');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}
