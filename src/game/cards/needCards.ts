/** Needs as the firm was told of them and as it groups them, against the truth. */

import type { QuarterPlan } from '../../company/controls.ts';
import { needGroupsTell } from '../../company/segmentation.ts';
import { needIds, type NeedId } from '../../sim/market.ts';
import { type CardsRun, coefficients, lastQuarter } from './run.ts';

/** Needs with most weight, the heaviest first; shares 0-1 of all needs. */
export type HeaviestNeeds = readonly { need: NeedId; share: number }[];

export interface NeedsOfSegmentTold {
  segment: string;
  /** As told; null where nobody was asked. */
  told: HeaviestNeeds | null;
  truth: HeaviestNeeds;
  /** Distance of what was told from the truth, 0-1; null where nothing was. */
  error: number | null;
}

/** Needs that are named for a segment. */
const NAMED = 2;
const heaviest = (weights: readonly number[]): HeaviestNeeds =>
  weights
    .map((share, place) => ({ need: needIds[place]!, share, place }))
    .sort((a, b) => b.share - a.share || a.place - b.place)
    .slice(0, NAMED)
    .map(({ need, share }) => ({ need, share }));

/** The latest interviews about needs against the needs of each segment; `quarter` is null where none were bought. */
export function needsAgainstTruth(run: CardsRun): { quarter: number | null; segments: readonly NeedsOfSegmentTold[]; right: number } {
  const report = run.known.findLast(({ analyses }) => analyses.some(({ id }) => id === 'needs'));
  const figures = report?.analyses.find(({ id }) => id === 'needs')?.figures;
  const segments = run.scenario.market.segments.map(({ id, needs }): NeedsOfSegmentTold => {
    const truth = needIds.map((need) => needs[need] / 1000);
    if (figures === undefined) return { segment: id, told: null, truth: heaviest(truth), error: null };
    const told = needIds.map((need) => (figures[`${id}.${need}`] ?? 0) / 1000);
    const error = told.reduce((sum, share, place) => sum + Math.abs(share - truth[place]!) / 2, 0);
    return { segment: id, told: heaviest(told), truth: heaviest(truth), error };
  });
  const right = segments.filter(({ told, truth }) => told?.[0]!.need === truth[0]!.need).length;
  return { quarter: report?.quarter ?? null, segments, right };
}

export interface NeedGroups {
  groups: QuarterPlan['idc.need'];
  /** Share 0-1 of what tells needs apart that the groups explain with the records as they are; and what each way of grouping would. */
  explains: number;
  behaviour: number;
  interviews: number;
  /** Completeness of the records, points 0-100. */
  information: number;
}

/** Need groups of the last quarter and what they are worth with the records held. */
export function needGroups(run: CardsRun): NeedGroups {
  const { plan, firm } = lastQuarter(run);
  const p = coefficients(run);
  const tell = (groups: QuarterPlan['idc.need']): number => needGroupsTell(groups, firm.information, p);
  const groups = plan['idc.need'];
  return { groups, explains: tell(groups), behaviour: tell('behaviour'), interviews: tell('interviews'), information: firm.information };
}
