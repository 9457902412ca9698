/** A field of dots in which each stands for as many customers: known by name, perhaps known, unknown. */

export interface Dot {
  x: number;
  y: number;
  kind: 'known' | 'maybe' | 'unknown';
}
export interface DotField {
  dots: readonly Dot[];
  width: number;
  height: number;
  peopleADot: number;
}

const columns = 90;
const rows = 8;
const spacing = 7;

/** A fixed scatter 0-1, so that the picture does not dance between quarters. */
function scatter(index: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  return ((bits ^ (bits >>> 13)) >>> 0) / 0x1_0000_0000;
}

/**
 * @param counts the number of customers and the share known by name with its 80% interval, 0-1; null where nothing is known
 * @returns null when there is nothing to draw
 */
export function dotField(counts: {
  base: number | null;
  coverage: number | null;
  low: number | null;
  high: number | null;
}): DotField | null {
  const { base, coverage } = counts;
  if (base === null || coverage === null || base <= 0) return null;
  const total = columns * rows;
  const [surely, perhaps] = [counts.low ?? coverage, counts.high ?? coverage].map((share) => Math.round(share * total));
  const dots = Array.from({ length: total }, (_, index): Dot => {
    const [column, row] = [Math.floor(index / rows), index % rows];
    const kind = index < surely ? 'known' : index < perhaps ? 'maybe' : 'unknown';
    const jitter = (salt: number): number => (scatter(index * 2 + salt) - 0.5) * spacing * 0.9;
    return {
      x: Math.round((column + 0.5) * spacing * 10 + jitter(0) * 10) / 10,
      y: Math.round((row + 0.5) * spacing * 10 + jitter(1) * 10) / 10,
      kind,
    };
  });
  return { dots, width: columns * spacing, height: rows * spacing, peopleADot: Math.max(1, Math.round(base / total)) };
}
