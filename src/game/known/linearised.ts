/** 80% intervals of figures that are reckoned from means of several samples (linearisation; Wolter 2007, chapter 6). */

import { type Interval, t80 } from './intervals.ts';

/** A figure with its interval. */
export interface Reckoned extends Interval {
  value: number;
}

const STEP = 1e-4;

/** Means of the answers, one number a question. */
export function meansOf(answers: readonly (readonly number[])[]): number[] {
  return answers[0]!.map((_, question) => answers.reduce((sum, answer) => sum + answer[question]!, 0) / answers.length);
}

/**
 * Figures reckoned from the means of samples, each with an interval: every answer is replaced by what it adds to the figure to the first
 * order, and the spread of that within each sample is the variance. Degrees of freedom by Satterthwaite (1946).
 * @param samples by sample, by person, by question; none is empty
 */
export function linearised(samples: readonly (readonly (readonly number[])[])[], figures: (means: number[][]) => number[]): Reckoned[] {
  const means = samples.map(meansOf);
  const values = figures(means);
  const variances = values.map((): number[] => []);
  samples.forEach((answers, s) => {
    const slopes = means[s]!.map((mean, question) => {
      const step = STEP * Math.max(Math.abs(mean), STEP);
      const at = (moved: number): number[] =>
        figures(means.map((own, other) => (other === s ? own.map((m, q) => (q === question ? moved : m)) : own)));
      const [above, below] = [at(mean + step), at(mean - step)];
      return values.map((_, figure) => (above[figure]! - below[figure]!) / (2 * step));
    });
    values.forEach((_, figure) => {
      let squares = 0;
      for (const answer of answers) {
        let part = 0;
        for (let question = 0; question < slopes.length; question += 1) {
          part += slopes[question]![figure]! * (answer[question]! - means[s]![question]!);
        }
        squares += part * part;
      }
      const n = answers.length;
      variances[figure]!.push(n > 1 ? squares / (n - 1) / n : 0);
    });
  });
  return values.map((value, figure) => {
    const half = halfWidth(
      variances[figure]!,
      samples.map((answers) => answers.length),
    );
    return { value, low: value - half, high: value + half };
  });
}

function halfWidth(variances: readonly number[], sizes: readonly number[]): number {
  let [sum, weighed] = [0, 0];
  variances.forEach((variance, s) => {
    sum += variance;
    weighed += (variance * variance) / Math.max(1, sizes[s]! - 1);
  });
  if (sum === 0) return 0;
  const freedom = weighed > 0 ? (sum * sum) / weighed : Infinity;
  return t80(1 + freedom) * Math.sqrt(sum);
}
