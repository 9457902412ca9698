/** The eight starting firms of the course: level, records, readiness, the paths that fit and the one that tempts. */

import type { LevelId } from '../../src/company/firm.ts';
import type { RealPathId } from '../../src/company/paths.ts';

export interface StartingFirm {
  name: string;
  level: LevelId;
  /** Coverage, depth, accuracy, linkage and consent of the records; points 0-100. */
  records: readonly [coverage: number, depth: number, accuracy: number, linkage: number, consent: number];
  /** S, L, X, H, T, Q. */
  stocks: readonly [number, number, number, number, number, number];
  /** The path that fits best, step by step, and the one that tempts and fails. */
  best: readonly RealPathId[];
  trap: RealPathId;
}

export const firms: readonly StartingFirm[] = [
  {
    name: 'bank',
    level: 'l1',
    records: [70, 35, 45, 15, 70],
    stocks: [50, 60, 30, 40, 35, 40],
    best: ['p13', 'p34'],
    trap: 'p14',
  },
  {
    name: 'mobile operator',
    level: 'l2',
    records: [85, 55, 60, 25, 60],
    stocks: [50, 55, 35, 50, 50, 50],
    best: ['p24'],
    trap: 'p23',
  },
  {
    name: 'dairy',
    level: 'l1',
    records: [8, 10, 50, 10, 50],
    stocks: [55, 55, 35, 40, 45, 50],
    best: ['p12', 'p23'],
    trap: 'p13',
  },
  {
    name: 'post and telecom',
    level: 'l1',
    records: [60, 30, 35, 10, 40],
    stocks: [40, 45, 20, 35, 30, 30],
    best: ['p12', 'p23'],
    trap: 'p14',
  },
  {
    name: 'small shop',
    level: 'l1',
    records: [25, 20, 55, 20, 50],
    stocks: [45, 80, 65, 40, 40, 35],
    best: ['p13', 'p34'],
    trap: 'p14',
  },
  {
    name: 'B2B distributor',
    level: 'l1',
    records: [80, 30, 40, 10, 70],
    stocks: [45, 55, 30, 40, 40, 45],
    best: ['p12', 'p24'],
    trap: 'p13',
  },
  {
    name: 'hotel group',
    level: 'l3',
    records: [65, 60, 70, 60, 65],
    stocks: [55, 55, 45, 50, 55, 50],
    best: ['p34'],
    trap: 'p32',
  },
  {
    name: 'university',
    level: 'l1',
    records: [90, 35, 60, 10, 60],
    stocks: [40, 45, 25, 45, 40, 40],
    best: ['p12', 'p24'],
    trap: 'p14',
  },
];
