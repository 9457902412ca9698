/** Mean and variance of a sample, with the errors that chance alone gives them. */

export interface Moments {
  mean: number;
  variance: number;
  /** Standard error of the mean. */
  meanError: number;
  /** Standard error of the variance, from the fourth moment of the sample. */
  varianceError: number;
}

export function momentsOf(sample: ArrayLike<number>): Moments {
  const n = sample.length;
  let mean = 0;
  for (let i = 0; i < n; i += 1) mean += sample[i] / n;
  let second = 0;
  let fourth = 0;
  for (let i = 0; i < n; i += 1) {
    const square = (sample[i] - mean) * (sample[i] - mean);
    second += square / n;
    fourth += (square * square) / n;
  }
  return { mean, variance: second, meanError: Math.sqrt(second / n), varianceError: Math.sqrt((fourth - second * second) / n) };
}

/** Largest distance between a sample's distribution function and the true one (Kolmogorov), times the root of the sample's size. */
export function kolmogorov(sample: ArrayLike<number>, distribution: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let worst = 0;
  sorted.forEach((x, i) => {
    const truth = distribution(x);
    worst = Math.max(worst, truth - i / n, (i + 1) / n - truth);
  });
  return worst * Math.sqrt(n);
}

/** The value that `kolmogorov` passes with a chance of one in ten thousand. */
export const KOLMOGOROV_LIMIT = 2.23;
