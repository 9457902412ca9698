/** 80% intervals of figures that are reckoned from the means of several samples: the jackknife (Efron & Stein 1981), safe where a few weigh much. */

import { type Interval, t80 } from './intervals.ts';

/** A figure with its interval. */
export interface Reckoned extends Interval {
  value: number;
}

/** Answers of one sample: by person, by question. */
type Sample = readonly (readonly number[])[];

/** Means of the answers, one number a question. */
function meansOf(answers: Sample): number[] {
  return answers[0]!.map((_, question) => answers.reduce((sum, answer) => sum + answer[question]!, 0) / answers.length);
}

/**
 * Figures reckoned from the means of samples, each with an interval: one answer at a time is left out, and how far the figure moves by it
 * within each sample is the variance. Degrees of freedom by Satterthwaite (1946).
 * @param samples none of them empty; one of a single person says nothing of its spread
 */
export function jackknife(samples: readonly Sample[], figures: (means: readonly (readonly number[])[]) => number[]): Reckoned[] {
  const means = samples.map(meansOf);
  const values = figures(means);
  const variances = samples.map((answers, s) =>
    varianceWithin(answers, means[s]!, (left) => figures(means.map((own, other) => (other === s ? left : own)))),
  );
  return values.map((value, figure) => {
    const half = halfWidth(
      variances.map((within) => within[figure] ?? 0),
      samples.map((answers) => answers.length),
    );
    return { value, low: value - half, high: value + half };
  });
}

/** Variance of each figure by the chance in one sample; none for a single person. @param without figures from its means less one answer */
function varianceWithin(answers: Sample, means: readonly number[], without: (left: readonly number[]) => number[]): number[] {
  const n = answers.length;
  if (n < 2) return [];
  const each = answers.map((answer) => without(means.map((mean, question) => (n * mean - answer[question]!) / (n - 1))));
  const middle = meansOf(each);
  return middle.map((mean, figure) => {
    const squares = each.reduce((sum, moved) => sum + (moved[figure]! - mean) * (moved[figure]! - mean), 0);
    return (squares * (n - 1)) / n;
  });
}

function halfWidth(variances: readonly number[], sizes: readonly number[]): number {
  let [sum, weighed] = [0, 0];
  variances.forEach((variance, s) => {
    sum += variance;
    weighed += (variance * variance) / Math.max(1, sizes[s]! - 1);
  });
  if (sum === 0) return 0;
  return t80(1 + (sum * sum) / weighed) * Math.sqrt(sum);
}
