/** A grid of conflicts, weighted by how often they occur, and which of the five modes each is best met with. */

import { conflictScore, type ConflictOffer, type Handling } from '../../company/conflict/justice.ts';
import { type ConflictKind, conflictKinds, type Fault, faultIds, type Situation } from '../../company/conflict/situation.ts';
import { type ConflictMode, conflictModes } from '../../company/orders.ts';
import { usualParameters } from '../../company/parameters.ts';
import type { Figures } from './measured.ts';

export interface WeighedSituation {
  situation: Situation;
  /** Share 0-1 of all conflicts. */
  weight: number;
}

/** How often: customers most, trifles and small ones most, the firm at fault in three of four, a legal duty in seven of a hundred. */
const often = {
  kind: { customer: 0.7, department: 0.2, channel: 0.1 } satisfies Record<ConflictKind, number>,
  fault: { firm: 0.75, other: 0.2, abuse: 0.05 } satisfies Record<Fault, number>,
  severity: new Map([
    [10, 0.35],
    [30, 0.35],
    [55, 0.24],
    [80, 0.06],
  ]),
  duty: 0.07,
  urgent: 0.3,
  hot: 0.15,
};
const calmHeat = 1;
const greatHeat = 5;
const yesNo = [false, true] as const;
const shareOf = (chance: number, is: boolean): number => (is ? chance : 1 - chance);

/** 288 situations: kind, severity, fault, duty, urgency, heat. Their weights sum to 1. */
export function conflictGrid(): WeighedSituation[] {
  return conflictKinds.flatMap((kind) =>
    [...often.severity].flatMap(([severity, band]) =>
      faultIds.flatMap((fault) =>
        yesNo.flatMap((duty) =>
          yesNo.flatMap((urgent) =>
            yesNo.map((hot) => ({
              situation: { kind, severity, fault, duty, urgent, heat: hot ? greatHeat : calmHeat },
              weight:
                often.kind[kind] *
                band *
                often.fault[fault] *
                shareOf(often.duty, duty) *
                shareOf(often.urgent, urgent) *
                shareOf(often.hot, hot),
            })),
          ),
        ),
      ),
    ),
  );
}

/** One and the same offer, made soon by people who care, whatever the mode. */
export const sameOffer: ConflictOffer = { remedy: 'full', apology: true, reason: true, date: false };
export const sameHandling: Handling = { waited: 1, handOffs: 1, priorFailures: 0, empathy: 0.6, peerGotMore: 0 };

/** Modes that score highest in a situation with the same offer. */
export function bestModes(situation: Situation): ConflictMode[] {
  const scores = conflictModes.map((mode) => conflictScore(mode, situation, sameOffer, sameHandling, usualParameters));
  const highest = Math.max(...scores);
  return conflictModes.filter((_, index) => scores[index]! >= highest - 1e-12);
}

/** K1: the smallest number, over the modes, of situations in which the mode is best. */
export function modesWithoutWinner(): Figures {
  const grid = conflictGrid();
  return { K1: Math.min(...conflictModes.map((mode) => grid.filter(({ situation }) => bestModes(situation).includes(mode)).length)) };
}
