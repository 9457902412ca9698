/** Constants of the score with unit, range and source, as the parameters of market and firm have them. */

import { capLimits } from '../score/caps.ts';
import { ALPHA, bars, MOST } from '../score/practice/accuracy.ts';
import { regretFor } from '../score/practice/targets.ts';
import { constants } from '../score/weights.ts';

export interface GlassParameter {
  value: number;
  low: number;
  high: number;
  unit: string;
  source: string;
}

const rules = 'rules of the score: tuned to what must not pay';
const caps = 'rules of the score: what caps it';
const gneiting = 'Gneiting & Raftery 2007: interval score; bars a proposal';
const of = (value: number, low: number, high: number, unit: string, source: string): GlassParameter => ({ value, low, high, unit, source });

export const scoreConstants = {
  'score.levelPart': of(constants.levelPart, 0, 1, 'share of the points of a result criterion', rules),
  'score.stayAt': of(constants.stayAt, 0, 1, 'place of STAY between worst trap 0 and best known path 1', rules),
  'score.most': of(constants.most, 1, 2, 'highest place', rules),
  'score.times': of(constants.times, 1, 4, 'times the smaller half', rules),
  'score.over': of(constants.over, 0, 50, 'points', rules),
  'cap.insolvent': of(capLimits.insolvent, 0, 100, 'points at most', caps),
  'cap.unviable': of(capLimits.unviable, 0, 100, 'points at most', caps),
  'cap.unlawful': of(capLimits.unlawful, 0, 100, 'points at most', caps),
  'cap.falsified': of(capLimits.falsified, 0, 100, 'points at most', caps),
  'cap.noReview': of(capLimits.noReview, 0, 100, 'points at most', caps),
  'regret.fair': of(regretFor.fair, 0, 1, 'regret over that of one label for all, under which level 2 begins', 'proposal'),
  'regret.good': of(regretFor.good, 0, 1, 'the same for level 3', 'proposal'),
  'regret.veryGood': of(regretFor.veryGood, 0, 1, 'the same for level 4', 'proposal'),
  'interval.alpha': of(ALPHA, 0, 1, 'share of an 80% interval that may miss', gneiting),
  'interval.most': of(MOST, 1, 10, 'score of a figure that is worth no more than none', gneiting),
  'interval.fair': of(bars.fair, 1, 5, 'mean interval score up to which level 2 reaches', gneiting),
  'interval.good': of(bars.good, 1, 5, 'the same for level 3', gneiting),
  'interval.veryGood': of(bars.veryGood, 1, 5, 'the same for level 4', gneiting),
} as const satisfies Readonly<Record<string, GlassParameter>>;

export type ScoreConstantId = keyof typeof scoreConstants;
