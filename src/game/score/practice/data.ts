/** N1: building and analysing customer data. */

import { shown } from '../evidence.ts';
import { atMost, type Judge, ladder } from '../judging.ts';

/** Files; joined with some errors; usable; and whole, lean, lawful and shared. A breach that met no guard or was kept silent takes the top off. */
export const judgeData: Judge = ({ run: { conduct } }) => {
  const { quality, unused, consent, sharing, breaches, unguarded, silent, at } = conduct.data;
  const { coverage, depth, accuracy, linkage, completeness } = quality;
  const weakest = Math.min(coverage, depth, accuracy, linkage);
  const built = ladder(
    completeness >= 25,
    completeness >= 45,
    completeness >= 60 && unused < 0.25 && quality.consent >= 0.6,
    weakest >= 0.6 && unused < 0.15 && consent === 'byPurpose' && quality.consent >= 0.6 && sharing > 0,
  );
  const level = silent > 0 ? atMost(built, 2) : unguarded > 0 ? atMost(built, 3) : built;
  return {
    level,
    evidence: [
      shown('completeness', completeness, at.clean),
      shown('coverage', coverage),
      shown('depth', depth, at.fields),
      shown('accuracy', accuracy),
      shown('linkage', linkage),
      shown('unusedFields', unused, at.fields),
      shown('validConsent', quality.consent, at.consent),
      shown('sharingPairs', sharing, at.sharing),
      shown('breaches', breaches.length),
      shown('breachesUnguarded', unguarded),
      shown('breachesSilent', silent),
    ],
  };
};
