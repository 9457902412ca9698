/** The Shapley value: what each player of a game adds on average, over all orders in which they may have joined. */

/**
 * Exact, over all 2^n coalitions. The parts sum to the worth of all less the worth of nobody.
 * @param players n, at most a handful
 * @param worth of a coalition, the bits of `mask` being its players
 * @see L. S. Shapley, "A Value for n-Person Games", in: Contributions to the Theory of Games II, Princeton 1953
 */
export function shapley(players: number, worth: (mask: number) => number): number[] {
  const weights = Array.from({ length: players }, (_, size) => (factorial(size) * factorial(players - size - 1)) / factorial(players));
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let part = 0;
    for (let mask = 0; mask < 1 << players; mask += 1)
      if ((mask & bit) === 0) part += weights[sizeOf(mask)]! * (worth(mask | bit) - worth(mask));
    return part;
  });
}

/**
 * For each player what he adds on average when none, one, two ... of the others are in already: their mean is his Shapley value.
 * @param worth as in `shapley`
 */
export function joinsOf(players: number, worth: (mask: number) => number): number[][] {
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    const sums = Array.from({ length: players }, () => ({ added: 0, times: 0 }));
    for (let mask = 0; mask < 1 << players; mask += 1) {
      if ((mask & bit) !== 0) continue;
      const sum = sums[sizeOf(mask)]!;
      sum.added += worth(mask | bit) - worth(mask);
      sum.times += 1;
    }
    return sums.map(({ added, times }) => added / times);
  });
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i += 1) product *= i;
  return product;
}

function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
