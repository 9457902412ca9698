/** The files that a company's models read as the world stands: its known customers and what they answered when asked. */

import { exp } from '../../sim/math/elementary.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { normalQuantile } from '../../sim/math/quantiles.ts';
import { purpose } from '../../sim/purposes.ts';
import { type Picture, readPicture, type Told, walletsOnFile } from '../../sim/records/picture.ts';
import { fieldIds } from '../../sim/records/recordActions.ts';
import { NOBODY } from '../../sim/truth/columns.ts';
import { ownOf } from '../gatherEvidence.ts';
import { boughtWithinYear } from '../known/recency.ts';
import type { PlayedCompany, World } from '../world.ts';

/** Standard deviation of the natural logarithm by which an answer about what one spends misses it. */
const TOLD_ERROR = 0.5;

/** What customers answered: written on file, so that a model reads it where the file is theirs and right, and nowhere else. */
export function toldOf({ market }: World): Told {
  const { columns, populationSeed } = market;
  return {
    wallet: (i, field) => {
      const u = keyedUnit(populationSeed, purpose.modelTold, i, 0, fieldIds.indexOf(field));
      return columns.rate[i]! * columns.spend[i]! * exp(TOLD_ERROR * normalQuantile(u));
    },
    switched: (i) => (columns.leftBecause[i] === NOBODY ? 0 : 1),
  };
}

/** Those whom the company takes for its customers and knows by name after `quarter`, ascending: accounts under contract, else buyers of a year. */
export function knownCustomers(world: World, company: PlayedCompany, quarter: number): Int32Array {
  const { records, history } = company;
  const { people, spec } = world.market;
  const { held } = records;
  const known = new Int32Array(people);
  let count = 0;
  if (spec.relation === 'contractual') {
    const { own, ownBit } = ownOf(world, company);
    for (let i = 0; i < people; i += 1) if (held[i] !== 0 && (own[i]! & ownBit) !== 0) known[count++] = i;
  } else {
    for (let i = 0; i < people; i += 1) if (held[i] !== 0 && boughtWithinYear(history, i, quarter)) known[count++] = i;
  }
  return known.subarray(0, count);
}

/** What the files say that each person spends on the category in a quarter, in currency; NaN where they do not. @param quarter booked last */
export function walletsTold(world: World, company: PlayedCompany, quarter: number): Float64Array {
  const { market } = world;
  const maximumAge = Math.floor(market.parameters['records.maximumAge']);
  return walletsOnFile(company.records, knownCustomers(world, company, quarter), maximumAge, toldOf(world), market.people);
}

/** The files as they stand. @param quarter booked last */
export function pictureOf(world: World, company: PlayedCompany, quarter: number): Picture {
  const { market } = world;
  const maximumAge = Math.floor(market.parameters['records.maximumAge']);
  return readPicture(company.records, company.history, knownCustomers(world, company, quarter), quarter, maximumAge, toldOf(world));
}
