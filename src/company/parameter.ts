/** One coefficient of the firm: value, the range a scenario may set it within, unit and source. */
export interface FirmParameter {
  value: number;
  low: number;
  high: number;
  unit: string;
  source: string;
}

/** A coefficient from its parts. */
export const parameter = (value: number, low: number, high: number, unit: string, source: string): FirmParameter => ({
  value,
  low,
  high,
  unit,
  source,
});
