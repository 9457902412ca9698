/** Mean-one gamma factors for the money of several purchases, by the Wilson-Hilferty cube with its roots kept in a table. */

const MOST = 64;

/**
 * What n purchases of Gamma(p) each come to over their expectation: (1 - 1/(9pn) + z / sqrt(9pn))^3 at a standard normal z, 0 at least.
 * Wilson & Hilferty 1931; within 3% of the law at a shape of 2, 0.3% at 5.
 */
export class SpendFactors {
  /** Shift and root at 2 * (law * MOST + n). */
  private readonly table: Float64Array;
  private readonly shapes: Float64Array;

  /** @param shapes p of each law, one a segment */
  constructor(shapes: readonly number[]) {
    this.shapes = Float64Array.from(shapes);
    this.table = new Float64Array(2 * MOST * shapes.length);
    shapes.forEach((p, law) => {
      for (let n = 1; n < MOST; n += 1) {
        this.table[2 * (law * MOST + n)] = 1 - 1 / (9 * p * n);
        this.table[2 * (law * MOST + n) + 1] = Math.sqrt(1 / (9 * p * n));
      }
    });
  }

  of(law: number, n: number, z: number): number {
    const place = 2 * (law * MOST + Math.min(n, MOST - 1));
    let shift = this.table[place]!;
    let step = this.table[place + 1]!;
    // Reckoned here and not in a function of its own, whose answer V8 would have to box.
    if (n >= MOST) {
      step = Math.sqrt(1 / (9 * this.shapes[law]! * n));
      shift = 1 - step * step;
    }
    const cube = Math.max(0, shift + z * step);
    return cube * cube * cube;
  }
}
