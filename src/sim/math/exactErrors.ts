/** The rounding error of one sum or product, itself a double: the parts from which numbers of two doubles are made. */

// 2^27 + 1, by which a double is cut into two halves whose products are exact (T. J. Dekker, Numer. Math. 18, 1971).
const CUT = 134217729;

/** What x * y loses when it is rounded, exactly (Dekker's product), given the rounded product. */
export function productError(x: number, y: number, product: number): number {
  const xCut = x * CUT;
  const xHigh = xCut - (xCut - x);
  const xLow = x - xHigh;
  const yCut = y * CUT;
  const yHigh = yCut - (yCut - y);
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

/** What x + y loses when it is rounded, exactly (D. E. Knuth, TAOCP 2, 4.2.2), given the rounded sum. */
export function sumError(x: number, y: number, sum: number): number {
  const yPart = sum - x;
  return x - (sum - yPart) + (y - yPart);
}
