/** Cards about customers against the truth: the core segment, the cut of the market, each group, the fields held. */

import type { QuarterPlan, VariableId } from '../../company/controls.ts';
import { variableIds } from '../../company/controls.ts';
import { depths } from '../../company/optionTables.ts';
import { sharpness, usableVariable, variableTable } from '../../company/segmentation.ts';
import { fieldIds, type FieldId } from '../../sim/records/recordActions.ts';
import { wantedDepth } from '../../sim/truth/formulas.ts';
import type { TruthReport } from '../reports.ts';
import { type CardsRun, coefficients, lastQuarter, mean, specOf } from './run.ts';

type InSegment = TruthReport['bySegment'][string];
const perCustomer = ({ equity, customers }: InSegment): number => (customers > 0 ? equity / customers : 0);

export interface SegmentWorth {
  segment: string;
  /** Share 0-1 of true customer equity, and equity a customer in currency. */
  share: number;
  perCustomer: number;
}

/** The core segment named last against the one with most true equity at the end. */
export function coreAgainstTruth(run: CardsRun): { core: SegmentWorth | null; best: SegmentWorth } {
  const { bySegment } = run.truth.at(-1)!;
  const ids = run.scenario.market.segments.map(({ id }) => id);
  const all = ids.reduce((sum, id) => sum + Math.max(0, bySegment[id]!.equity), 0);
  const worth = (segment: string): SegmentWorth => ({
    segment,
    share: all > 0 ? Math.max(0, bySegment[segment]!.equity) / all : 0,
    perCustomer: perCustomer(bySegment[segment]!),
  });
  const best = ids.reduce((most, id) => (bySegment[id]!.equity > bySegment[most]!.equity ? id : most));
  const [core] = lastQuarter(run).plan['cus.core'];
  return { core: core === undefined ? null : worth(core), best: worth(best) };
}

export interface CutAgainstTruth {
  variables: readonly { variable: VariableId; explains: number; usable: boolean }[];
  segments: number;
  /** How sharply the cut separates customers, 0-1; what its last segment adds; the sharpest cut by two variables that the same records allow. */
  sharpness: number;
  lastSegment: number;
  best: { variables: readonly VariableId[]; sharpness: number };
}

export function cutAgainstTruth(run: CardsRun): CutAgainstTruth {
  const { plan, firm } = lastQuarter(run);
  const p = coefficients(run);
  const fields = plan['dat.fields'];
  const segments = plan['cus.segments'];
  const sharp = (variables: readonly VariableId[], count: number): number => sharpness(variables, count, fields, firm.information, p);
  let best: CutAgainstTruth['best'] = { variables: [], sharpness: -1 };
  variableIds.forEach((first, i) => {
    for (const second of variableIds.slice(i + 1)) {
      const value = sharp([first, second], segments);
      if (value > best.sharpness) best = { variables: [first, second], sharpness: value };
    }
  });
  const chosen = plan['cus.vars'];
  return {
    variables: chosen.map((variable) => ({
      variable,
      explains: variableTable[variable].explains,
      usable: usableVariable(variable, fields),
    })),
    segments,
    sharpness: sharp(chosen, segments),
    lastSegment: sharp(chosen, segments) - sharp(chosen, segments - 1),
    best,
  };
}

export interface GroupAgainstTruth {
  segment: string;
  task: QuarterPlan['cus.task'][string];
  refused: boolean;
  /** Depth offered and depth wanted, steps 0-3; grain of treatment 0-100. */
  depth: number;
  wanted: number;
  grain: number;
  /** True customers won and lost over the run, and those won as a share 0-1 of the prospects, a quarter. */
  won: number;
  lost: number;
  hitRate: number;
  /** True equity a customer in currency, first and last quarter. */
  worthFrom: number;
  worthTo: number;
}

/** What was decided for each segment in the last quarter and what came of the run there. */
export function groupsAgainstTruth(run: CardsRun): GroupAgainstTruth[] {
  const { plan } = lastQuarter(run);
  return run.scenario.market.segments.map(({ id, share, needs }): GroupAgainstTruth => {
    const reports = run.truth.map(({ bySegment }) => bySegment[id]!);
    const [first, last] = [reports[0]!, reports.at(-1)!];
    const lost = reports.reduce((sum, report) => sum + report.lost, 0);
    const won = reports.reduce((sum, report) => sum + report.gained, 0);
    const prospects = (run.people * share) / 1000 - mean(reports.map(({ customers }) => customers));
    return {
      segment: id,
      task: plan['cus.task'][id] ?? 'keep',
      refused: plan['cus.refused'].includes(id),
      depth: depths[plan['cus.depth'][id] ?? 'transactional'],
      wanted: wantedDepth(needs.attention / 1000),
      grain: plan['cus.mode'][id] ?? 0,
      won,
      lost,
      hitRate: prospects > 0 ? won / reports.length / prospects : 0,
      worthFrom: perCustomer(first),
      worthTo: perCustomer(last),
    };
  });
}

/** Fields held in the last quarter: those of use, those that nobody uses, and those of use that are lacking. */
export function fieldsAgainstUse(run: CardsRun): { used: readonly FieldId[]; unused: readonly FieldId[]; lacking: readonly FieldId[] } {
  const held = lastQuarter(run).plan['dat.fields'];
  const useful = specOf(run).records?.usefulFields ?? [];
  return {
    used: fieldIds.filter((field) => held.includes(field) && useful.includes(field)),
    unused: fieldIds.filter((field) => held.includes(field) && !useful.includes(field)),
    lacking: fieldIds.filter((field) => !held.includes(field) && useful.includes(field)),
  };
}
