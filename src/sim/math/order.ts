/** Order statistics without sorting everything. */

/**
 * The number that would stand at `place` (0 = least) if the first `count` numbers were sorted, found by halving the stretch it lies in (Hoare 1961);
 * they are reordered so that none before `place` is greater. No NaN among them.
 * @param place 0 to count - 1
 */
export function placedAt(values: Float64Array, place: number, count: number = values.length): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >>> 1]!, values[high]!);
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left += 1;
      while (values[right]! > pivot) right -= 1;
      if (left > right) break;
      const kept = values[left]!;
      values[left] = values[right]!;
      values[right] = kept;
      left += 1;
      right -= 1;
    }
    // Between the two stretches all are the pivot.
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return pivot;
  }
  return values[place]!;
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
