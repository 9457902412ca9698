/** G1: governing factors and choice of programme, judged at the end: what was said against where the money went. */

import { shown } from '../evidence.ts';
import { type Judge, levelOf } from '../judging.ts';

/** Weighted gap in points up to which a path is begun in earnest. */
const ready = 15;
const often = 0.25;
/** Share of the deeds asked for from which spending says what the cards say. */
const asSaid = 0.75;

/** Six questions of equal weight: does spending say what the strategy says; no contradictions now, and seldom before; a goal with a measure that can tell; the forces seen; a path that fits. */
export const judgeGoverning: Judge = ({ run: { conduct }, best }) => {
  const { onStated, contradictions, clashing, goal, measured, forces, paths, at } = conduct.governing;
  const agrees = onStated >= asSaid;
  const wise = best.conduct.governing.paths.map(({ path }) => path);
  const last = paths.at(-1);
  const arrived = paths.length > 0 && paths.every(({ rolledBack }) => !rolledBack) && paths.some(({ done }) => done);
  const gap = paths.reduce((most, path) => Math.max(most, path.gap), 0);
  const fits = paths.length === 0 ? wise.length === 0 : arrived && (gap <= ready || wise.includes(last!.path));
  const holds = [
    agrees ? 1 : 0,
    contradictions.length === 0 ? 1 : 0,
    clashing <= often * conduct.quarters ? 1 : 0,
    goal !== 'none' && measured ? 1 : 0,
    forces === null ? 1 : forces / 2,
    fits ? 1 : 0,
  ];
  return {
    level: levelOf(holds.reduce((sum, one) => sum + one, 0) / holds.length),
    evidence: [
      shown('strategyRevealed', agrees, at.generic),
      shown('onStated', onStated),
      shown('contradictions', contradictions.length),
      shown('clashingQuarters', clashing),
      shown('goalMeasured', goal !== 'none' && measured, at.goal),
      ...(forces === null ? [] : [shown('forcesRight', forces)]),
      ...(last === undefined ? [] : [shown('pathGap', gap, { quarter: paths[0]!.quarter }), shown('pathArrived', arrived, at.path)]),
    ],
  };
};
