/** The models of a company as a quarter begins: scores from the files, and the lists that go by them. */

import { parametersOf } from '../../company/parameters.ts';
import { listTreatmentOf, modelsInForce, type Scored } from '../../company/targeting.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { purpose } from '../../sim/purposes.ts';
import { churnChances, potentials, rfmScores } from '../../sim/records/models.ts';
import type { Picture } from '../../sim/records/picture.ts';
import type { PlayedCompany, World } from '../world.ts';
import { knownCustomers, pictureOf } from './files.ts';
import type { ModelsAtWork } from './atWork.ts';

/** Share 0-1 that leaves in a quarter as the firm can know it: closed accounts of its books, else the usual. */
export function bookedLeaving(world: World, { books, spec }: PlayedCompany): number {
  const usual = parametersOf(spec)['model.usualLeaving'];
  if (world.market.spec.relation === 'repertoire' || books === null || books.accountsBefore === 0) return usual;
  return books.closed / books.accountsBefore;
}

/** What every model would say of the files. @param base {@link bookedLeaving} */
export function scoresOf(picture: Picture, base: number): Scored {
  const churn = churnChances(picture, base);
  return { person: picture.person, churn, potential: potentials(picture, churn), rfm: rfmScores(picture) };
}

/** True if a person belongs to the control group, which no list touches: drawn once for a population. */
export function isHeldOut({ market }: World, { spec }: PlayedCompany): (person: number) => boolean {
  const share = parametersOf(spec)['model.holdout'];
  return (person) => keyedUnit(market.populationSeed, purpose.modelHoldout, person, 0, 0) < share;
}

/** The models at work in the quarter that begins as `world.quarter`, null where there are none. */
export function modelsAtWork(world: World, company: PlayedCompany): ModelsAtWork | null {
  const { firm, inForce: plan, spec } = company;
  const models = modelsInForce(firm, plan);
  if (models.length === 0) return null;
  const scored = scoresOf(pictureOf(world, company, world.quarter - 1), bookedLeaving(world, company));
  const segmentIds = world.market.spec.segments.map(({ id }) => id);
  const { segment } = world.market.columns;
  const heldOut = isHeldOut(world, company);
  const lists = listTreatmentOf(models, plan, scored, segmentIds, segment, heldOut, firm.funded, parametersOf(spec));
  return { models, known: knownCustomers(world, company, world.quarter - 1).length, scored, lists };
}
