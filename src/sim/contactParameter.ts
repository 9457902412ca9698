/** Parameters of the step in which a firm gets in touch, as the files of one subject list them. */

/** @param unit what one is, and of what; @param source where the value comes from */
export const contactParameter = (value: number, low: number, high: number, unit: string, source: string) => ({
  value,
  low,
  high,
  unit,
  source,
  step: 'contact' as const,
});
