/** N3: keeping long-term relations. */

import { shown } from '../evidence.ts';
import { type Judge, type Level } from '../judging.ts';

const cleared = 0.4;
const quieter = 0.95;

/** One step each for a programme, a cycle by stages, a rule to win back, causes removed, fewer exits without a word than under STAY; the last is needed for the top. */
export const judgeRelations: Judge = ({ run: { conduct }, stay }) => {
  const { cycle, triggers, loyal, winBack, cases, fixed, silent, at } = conduct.relations;
  const usual = stay.conduct.relations.silent;
  const learnt = cases > 0 && fixed >= cleared * cases;
  const heard = silent <= quieter * usual;
  const steps = [cycle >= 2 || loyal >= 2, triggers >= 2, winBack >= 2, learnt, heard].filter(Boolean).length;
  return {
    level: Math.min(heard ? 4 : 3, steps) as Level,
    evidence: [
      shown('cycleQuarters', Math.max(cycle, loyal), at.cycle),
      shown('triggers', triggers, at.cycle),
      shown('winBackQuarters', winBack, at.winBack),
      shown('casesFixed', cases > 0 ? fixed / cases : 0, at.cases[0] ?? null),
      shown('silentExits', silent),
      shown('silentExitsOfStay', usual),
    ],
  };
};
