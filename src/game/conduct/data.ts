/** How the records were built and kept. */

import { inForce } from '../../company/inForce.ts';
import { parametersOf } from '../../company/parameters.ts';
import { sharedPairs } from '../../company/stocks.ts';
import type { PlayedCompany } from '../world.ts';
import type { DataConduct } from './evidence.ts';
import type { ConductMemory } from './memory.ts';
import { lastSet } from './places.ts';

export function dataConduct(company: PlayedCompany, memory: ConductMemory): DataConduct {
  const { firm, spec, inForce: plan, quality } = company;
  const { quarters } = memory;
  const held = inForce(firm, plan, 'dat.fields');
  const useful = spec.records?.usefulFields ?? [];
  const struck = quarters.filter(({ breach }) => breach);
  return {
    quality: {
      coverage: quality.coverage,
      depth: quality.depth,
      accuracy: quality.accuracy,
      linkage: quality.linkage,
      consent: quality.consent,
      duplicates: quality.duplicates,
      completeness: quality.completeness,
    },
    completenessAtFirst: quarters[0]?.firm.information ?? quality.completeness,
    unused: held.length > 0 ? held.filter((field) => !useful.includes(field)).length / held.length : 0,
    fields: held.length,
    consent: plan['dat.consent'],
    sharing: sharedPairs(firm, plan, parametersOf(spec)),
    breaches: struck.map(({ quarter }) => quarter),
    silent: struck.filter(({ standing }) => standing.onBreach === 'sayNothing').length,
    unguarded: struck.filter((each) => each.plan['dat.safe'] === 'basic').length,
    at: {
      fields: lastSet(memory, 'dat.fields'),
      consent: lastSet(memory, 'dat.consent'),
      sharing: lastSet(memory, 'dat.share'),
      clean: lastSet(memory, 'dat.clean', 'dat.match'),
    },
  };
}
