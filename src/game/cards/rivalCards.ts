/** What the firm did better than before, and how long it stayed ahead by it: answered, copied, or out of rivals' reach. */

import type { LevelId } from '../../company/firm.ts';
import type { Offered, OfferedBy } from './met.ts';
import { type CardsRun, lastQuarter, mean, specOf } from './run.ts';

export const edgeIds = ['price', 'quality', 'convenience', 'brand', 'care'] as const satisfies readonly (keyof Offered)[];
export type EdgeId = (typeof edgeIds)[number];

/** Change that customers and rivals notice: 2% of the price, a point of the rest, five points of care (rivals look for more than a few). */
const noticed: Readonly<Record<EdgeId, number>> = { price: 0.02, quality: 0.01, convenience: 0.01, brand: 0.01, care: 0.05 };

export interface Edge {
  edge: EdgeId;
  /** Quarter from which it was noticed, and the most that the own offer gained over the one before play (price: share, others 0-1). */
  since: number;
  gained: number;
  /** Lead over the mean of rivals won since before play: the most, and what is left at the end. */
  lead: number;
  left: number;
  /** Quarters from the first notice to the end of the run. */
  seen: number;
  /** Quarters from the first notice until half of the greatest lead was gone for good; null = it held to the end. */
  halfLife: number | null;
  /** Rivals who moved the same lever after it, with the first quarter in which they had gone half as far as is noticed. */
  followed: readonly { rival: string; quarter: number }[];
  /** The firm itself took back more than half of what it had gained. */
  takenBack: boolean;
}

/** Ids of the other firms, in the order of the scenario. */
const rivalsOf = (run: CardsRun): string[] => run.scenario.firms.slice(1).map(({ id }) => id);

/** Gain of an offer over another of the same firm, up being good for customers. */
const gain = (edge: EdgeId, now: Offered, before: Offered): number =>
  edge === 'price' ? before[edge] - now[edge] : now[edge] - before[edge];

function edgeOf(run: CardsRun, edge: EdgeId): Edge | null {
  const { id } = specOf(run);
  const rivals = rivalsOf(run);
  const gainOf = (firm: string, offered: OfferedBy): number => gain(edge, offered[firm]!, run.offered[firm]!);
  const own = run.quarters.map(({ met }) => gainOf(id, met.offered));
  const began = own.findIndex((each) => each >= noticed[edge] - 1e-9);
  if (began < 0) return null;
  const leads = run.quarters.map(({ met }, q) => own[q]! - mean(rivals.map((rival) => gainOf(rival, met.offered))));
  const best = leads.reduce((most, lead, q) => (q >= began && lead > leads[most]! ? q : most), began);
  const held = leads.findLastIndex((lead) => lead > leads[best]! / 2);
  const followed = rivals.flatMap((rival) => {
    const quarter = run.quarters.find(({ met }, q) => q > began && gainOf(rival, met.offered) >= noticed[edge] / 2)?.quarter;
    return quarter === undefined ? [] : [{ rival, quarter }];
  });
  const gained = own.reduce((most, each) => Math.max(most, each), 0);
  return {
    edge,
    since: run.quarters[began]!.quarter,
    seen: run.quarters.length - began,
    gained,
    lead: leads[best]!,
    left: leads.at(-1)!,
    halfLife: leads[best]! > 0 && held < leads.length - 1 ? held + 1 - began : null,
    followed,
    takenBack: own.at(-1)! < gained / 2,
  };
}

export interface AdvantageAgainstTruth {
  edges: readonly Edge[];
  /** What no rival can copy: level, true completeness of the records, true value of relations; first and last quarter. */
  own: {
    level: readonly [LevelId, LevelId];
    /** First quarter that ended on the last level, null where it never changed. */
    reached: number | null;
    records: readonly [number, number];
    relationship: readonly [number, number];
  };
}

/** Advantages won over the run and how long each held. */
export function advantageAgainstTruth(run: CardsRun): AdvantageAgainstTruth {
  const [first, last] = [run.truth[0]!, run.truth.at(-1)!];
  const levels = run.known.map(({ quarter, matrix }) => ({ quarter, level: matrix.level }));
  const level: readonly [LevelId, LevelId] = [levels[0]!.level, levels.at(-1)!.level];
  const before = levels.findLastIndex((each) => each.level !== level[1]);
  return {
    edges: edgeIds.flatMap((edge) => edgeOf(run, edge) ?? []),
    own: {
      level,
      reached: before < 0 ? null : (levels[before + 1]?.quarter ?? lastQuarter(run).quarter),
      records: [first.kpi.completeness, last.kpi.completeness],
      relationship: [first.equity.relationship, last.equity.relationship],
    },
  };
}

/** Place on the value map: price over the mean of rivals (share, 0 = the same) and quality and care over it (points of 100). */
export interface ValuePlace {
  price: number;
  quality: number;
  care: number;
}

/** Where the firm stood among its rivals before play and in the last quarter, from what they truly offer. */
export function valueMap(run: CardsRun): { from: ValuePlace; to: ValuePlace } {
  const { id } = specOf(run);
  const place = (offered: OfferedBy): ValuePlace => {
    const usual = (of: keyof Offered): number => mean(rivalsOf(run).map((rival) => offered[rival]![of]));
    const own = offered[id]!;
    return {
      price: own.price / usual('price') - 1,
      quality: 100 * (own.quality - usual('quality')),
      care: 100 * (own.care - usual('care')),
    };
  };
  return { from: place(run.offered), to: place(lastQuarter(run).met.offered) };
}
