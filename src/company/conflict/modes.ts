/** How well each of the five modes fits a conflict: Thomas & Kilmann, as in the table of modes (conflict 3.4). */

import type { ConflictMode } from './conflictModes.ts';
import type { FirmParameters } from '../parameters.ts';
import { bandOf, type Situation } from './situation.ts';

/** Heat from which a pause does good. */
const veryHot = 4;

type Fit = (situation: Situation, p: FirmParameters) => number;

const isSmall: (situation: Situation, p: FirmParameters) => boolean = ({ severity }, p) => {
  const band = bandOf(severity, p);
  return band === 'trivial' || band === 'minor';
};

const fits: Readonly<Record<ConflictMode, Fit>> = {
  avoid: (situation, p) => {
    if (bandOf(situation.severity, p) === 'trivial' && situation.fault !== 'firm') return 0.8;
    return situation.heat >= veryHot && !situation.duty ? 0.5 : 0.1;
  },
  accommodate: (situation, p) => {
    if (situation.fault !== 'firm') return 0.3;
    return isSmall(situation, p) ? 0.85 : 0.6;
  },
  compromise: (situation, p) => {
    if (situation.urgent && bandOf(situation.severity, p) !== 'critical') return 0.7;
    return situation.kind === 'customer' ? 0.45 : 0.65;
  },
  compete: (situation) => {
    if (situation.duty) return 0.9;
    return situation.fault === 'abuse' ? 0.7 : 0.15;
  },
  collaborate: (situation, p) => {
    if (!isSmall(situation, p) && !situation.urgent) return 0.9;
    return situation.kind === 'customer' && isSmall(situation, p) ? 0.4 : 0.7;
  },
};

/** Fit 0-1 of a mode. Where the law leaves no choice, whatever bargains fits no better than splitting the difference. */
export function modeFit(mode: ConflictMode, situation: Situation, p: FirmParameters): number {
  const fit = fits[mode](situation, p);
  return situation.duty && mode !== 'compete' ? Math.min(fit, p['mode.againstDuty']) : fit;
}
