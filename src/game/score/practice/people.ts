/** N4: training and people. */

import { shown } from '../evidence.ts';
import { type Judge, ladder } from '../judging.ts';

/** Nobody trained; a course; skill grown; used by many whom it reached, and asked beforehand; used by nearly all, honestly. */
export const judgePeople: Judge = ({ run: { conduct } }) => {
  const { adoption, reach, skill, skillAtFirst, trained, involve, falseEntries, at } = conduct.people;
  const used = (adoption / 100) * reach;
  const gain = skill - skillAtFirst;
  return {
    level: ladder(
      trained >= 1,
      trained >= 4 && gain > 0,
      used >= 0.3 && involve !== 'none',
      used >= 0.5 && adoption >= 70 && falseEntries < 0.1,
    ),
    evidence: [
      shown('trainedQuarters', trained, at.train),
      shown('skillGain', gain),
      shown('adoption', adoption),
      shown('reach', reach),
      shown('adoptedReach', used),
      shown('staffAsked', involve !== 'none', at.involve),
      shown('falseEntries', falseEntries),
    ],
  };
};
