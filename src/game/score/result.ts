/** Levels of the result criteria: what reviews knew of satisfaction, equity, customer value and loyalty, and whether it rose. */

import type { ConductEvidence, HeldConduct } from '../conduct/evidence.ts';
import type { ReviewMethodId } from '../../company/review/reviewOptions.ts';
import { type Evidence, shown } from './evidence.ts';
import { inTime, type Judge, ladder, type Level, seesLost } from './judging.ts';
import type { ResultId } from './weights.ts';

const wavesOf = ({ reviews }: ConductEvidence, method: ReviewMethodId): HeldConduct[] =>
  reviews.held.filter(({ methods }) => methods.includes(method));
const placeOf = (held: HeldConduct | undefined): { quarter: number } | null => (held ? { quarter: held.quarter } : null);
/** There is something to hold a wave against: a baseline, a group kept out, or an earlier wave. */
const compared = ({ reviews }: ConductEvidence, waves: readonly HeldConduct[]): boolean =>
  reviews.baseline !== null || reviews.control || waves.length >= 2;
/** True figures of one wave whose name begins so. */
const figures = (held: HeldConduct | undefined, prefix: string): HeldConduct['external'] =>
  held?.external.filter(({ id }) => id.startsWith(prefix)) ?? [];
const known = (held: HeldConduct | undefined, prefix: string): HeldConduct['external'] =>
  figures(held, prefix).filter(({ value }) => value !== null);

/** Part of what the best known path gains over STAY that a rise must reach to be one. */
const RISE = 1 / 2;
/** How far a run must lie over STAY to have risen: where the best known path gains nothing, not at all. */
const risen = (run: number, stay: number, best: number): boolean => run > stay && run - stay >= RISE * (best - stay);

/** X1: not measured, by whoever is easy to ask, on an own sample, all segments with the lost and the silent, and rising. */
export const satisfactionLevel: Judge = ({ run: { conduct, satisfaction }, stay, best }) => {
  const waves = wavesOf(conduct, 'satisfaction');
  const last = waves.findLast(seesLost) ?? waves.at(-1);
  const all = figures(last, 'satisfaction.segment.');
  const seen = all.length > 0 ? all.filter(({ value }) => value !== null).length / all.length : 0;
  const plain = waves.some(({ moment, n }) => moment === 'ordinary' && n >= 100);
  const lost = waves.some((held) => held.read && seesLost(held));
  const rise = satisfaction - stay.satisfaction;
  const comparable = compared(conduct, waves);
  const level = ladder(
    waves.length > 0,
    plain,
    lost && seen >= 0.75,
    comparable && risen(satisfaction, stay.satisfaction, best.satisfaction),
  );
  return {
    level: inTime(waves, level),
    evidence: [
      shown('reviews', waves.length, placeOf(last)),
      shown('asked', last?.n ?? 0, placeOf(last)),
      shown('ordinaryMoment', plain),
      shown('lostAsked', lost),
      shown('segmentsSeen', seen),
      shown('comparison', comparable),
      shown('coreRise', rise),
    ],
  };
};

/** X2: not known, asked but not told, total, total and drivers, budget on the driver that does most and equity up. */
export const equityLevel: Judge = ({ run: { conduct, value }, stay, best }) => {
  const waves = wavesOf(conduct, 'equity');
  const last = waves.at(-1);
  const drivers = waves.findLast((held) => known(held, 'equity.driver.').length > 0);
  const gain = value - stay.value;
  const follows = drivers !== undefined && conduct.reviews.budgetFollows === true;
  const level = ladder(
    waves.length > 0,
    known(last, 'equity').length > 0,
    drivers !== undefined,
    follows && risen(value, stay.value, best.value),
  );
  return {
    level: inTime(waves, level),
    evidence: [
      shown('equityEstimated', waves.length > 0, placeOf(last)),
      shown('driversKnown', drivers !== undefined, placeOf(drivers)),
      shown('budgetFollows', follows),
      shown('equityGain', gain),
    ],
  };
};

/** X3: no map, own scores, attributes and weights, rivals on the map by segment, and mapped again and moved. */
export const valueLevel: Judge = ({ run: { conduct, x3 }, stay, best }) => {
  const waves = wavesOf(conduct, 'valueMap');
  const last = waves.at(-1);
  const weighed = known(last, 'valueMap.weight.').length > 0;
  const rivals = known(last, 'valueMap.value.').length > 1;
  const moved = x3 - stay.x3;
  const level = ladder(waves.length > 0, weighed, rivals, waves.length >= 2 && risen(x3, stay.x3, best.x3));
  return {
    level: inTime(waves, level),
    evidence: [
      shown('valueMapped', waves.length, placeOf(last)),
      shown('attributesWeighed', weighed),
      shown('rivalsRated', rivals),
      shown('valueMoved', moved),
    ],
  };
};

/** X4: repeat rate only, asked once of few, attitude and behaviour, spurious share over two waves, and falling. */
export const loyaltyLevel: Judge = ({ run: { conduct, x4 }, stay, best }) => {
  const waves = wavesOf(conduct, 'loyaltyMatrix');
  const spurious = waves.flatMap((held) => known(held, 'loyaltyMatrix.spurious').slice(0, 1));
  const [first, last] = [spurious[0], spurious.at(-1)];
  const before = first?.truth ?? 0;
  const after = last?.truth ?? 0;
  // Where it costs nothing to go nobody stays against his will: none, and still none, is as good as fewer.
  const falls = spurious.length >= 2 && (after < before || after === 0) && risen(x4, stay.x4, best.x4);
  const level: Level = ladder(
    waves.length > 0,
    waves.some(({ n }) => n >= 100),
    spurious.length >= 2,
    falls,
  );
  const evidence: Evidence[] = [shown('matrixWaves', waves.length, placeOf(waves.at(-1)))];
  if (first) evidence.push(shown('spuriousBefore', before, placeOf(waves[0])));
  if (last) evidence.push(shown('spuriousAfter', after, placeOf(waves.at(-1))));
  return { level: inTime(waves, level), evidence };
};

export const resultJudges: Readonly<Record<ResultId, Judge>> = {
  X1: satisfactionLevel,
  X2: equityLevel,
  X3: valueLevel,
  X4: loyaltyLevel,
};
