/** The conduct of a finished run, judged from what it left behind; reads the run and changes nothing. */

import type { Playing } from '../playing.ts';
import { dataConduct } from './data.ts';
import type { ConductEvidence } from './evidence.ts';
import { governingConduct } from './governing.ts';
import { lawConduct } from './law.ts';
import { peopleConduct } from './people.ts';
import { relationConduct } from './relations.ts';
import { reviewConduct } from './reviews.ts';
import { targetConduct } from './targets.ts';
import { toolConduct } from './tools.ts';

/** Conduct of the `place`-th played company, as its last quarter left it. */
export function conductOf(playing: Playing, place: number): ConductEvidence {
  const { world } = playing;
  const company = world.played[place]!;
  const memory = playing.conduct[place]!;
  return {
    quarters: memory.quarters.length,
    entries: memory.entries,
    fallen: memory.fallen,
    data: dataConduct(company, memory),
    targets: targetConduct(world, company, memory),
    relations: relationConduct(company, memory),
    people: peopleConduct(company, memory),
    tools: toolConduct(company, memory),
    governing: governingConduct(company, memory),
    reviews: reviewConduct(company, memory),
    law: lawConduct(memory),
  };
}
