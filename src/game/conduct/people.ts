/** How the staff were trained, asked and won over. */

import { adoptionInUse } from '../../company/adoption.ts';
import { recordActionsOf } from '../../company/quarter.ts';
import { reach } from '../../company/rollout.ts';
import type { PlayedCompany } from '../world.ts';
import type { PeopleConduct } from './evidence.ts';
import type { ConductMemory } from './memory.ts';
import { lastSet } from './places.ts';

const involved = ['none', 'consult', 'coDesign'] as const;

export function peopleConduct(company: PlayedCompany, memory: ConductMemory): PeopleConduct {
  const { firm, spec, inForce } = company;
  const { quarters } = memory;
  const { data, delivery } = reach(firm);
  // Whoever was asked while the programme was made was asked, also when nobody asks him any more.
  const involve = involved.findLast((each) => quarters.filter(({ plan }) => plan['imp.involve'] === each).length >= 2) ?? 'none';
  return {
    adoption: adoptionInUse(firm),
    reach: Math.max(data, delivery),
    skill: firm.stocks.H,
    skillAtFirst: quarters[0]?.firm.stocks.H ?? firm.stocks.H,
    trained: quarters.filter(({ plan }) => plan['imp.train'] >= 3).length,
    involve,
    falseEntries: recordActionsOf(firm, spec, inForce).falseEntry,
    at: { train: lastSet(memory, 'imp.train', 'imp.style'), involve: lastSet(memory, 'imp.involve') },
  };
}
