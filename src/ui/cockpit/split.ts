/** Splitting 100 over several kinds of work. */

/**
 * Gives `id` the share `wanted`; what it gains is taken from the largest others, what it loses goes to the smallest, in steps,
 * so that the sum stays 100.
 */
export function moveShare(shares: Readonly<Record<string, number>>, id: string, wanted: number, step: number): Record<string, number> {
  const moved = { ...shares };
  const others = Object.keys(shares).filter((other) => other !== id);
  while (moved[id] + step <= wanted) {
    const giver = others.reduce((best, other) => (moved[other] > moved[best] ? other : best));
    if (moved[giver] < step) break;
    moved[giver] -= step;
    moved[id] += step;
  }
  while (moved[id] - step >= wanted) {
    const taker = others.reduce((best, other) => (moved[other] < moved[best] ? other : best));
    moved[taker] += step;
    moved[id] -= step;
  }
  return moved;
}
