/** The firm of an assignment: the shipped one with the lecturer's changes, played by the same rules as any other. */

import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import type { Scenario, ScenarioFirm, WorldSpec } from '../scenario/scenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import type { Assignment } from './assignment.ts';
import { dealt, deckFault, type DeckWords } from './eventDeck.ts';
import { turned, type PolicyDials } from './policyDials.ts';

/** Why an assignment cannot be played here. */
export type AssignmentFault = 'engine-epoch' | 'scenario' | 'world' | 'length' | 'deck';

/**
 * What stands in the way of playing it on this folder, null for nothing: another engine, other rules of the firm than it was made for, a
 * hidden world or a length that the firm does not have, or changes of its events that make no sense.
 */
export function assignmentFault(assignment: Assignment, { scenario }: ScenarioFolder, epoch: number): AssignmentFault | null {
  const { rounds, quartersPerRound, world, deck = [] } = assignment;
  if (assignment.epoch !== epoch) return 'engine-epoch';
  if (assignment.scenario.id !== scenario.id || assignment.scenario.hash !== scenarioHash(scenario)) return 'scenario';
  if (world >= scenario.worlds.length) return 'world';
  const quarters = rounds * quartersPerRound;
  if (quarters > scenario.quarters || quarters < 4) return 'length';
  return deckFault({ events: scenario.events, quarters }, deck) === null ? null : 'deck';
}

/** The folder that runs of the assignment are played and graded on. The assignment must fit it (assignmentFault). */
export function assignedFolder(assignment: Assignment, folder: ScenarioFolder, words: DeckWords): ScenarioFolder {
  const { rounds, quartersPerRound, weights, deck = [], policy = {}, budget = 0 } = assignment;
  const { scenario } = folder;
  const [own, ...rivals] = scenario.firms;
  const changed: Scenario = {
    ...scenario,
    quarters: rounds * quartersPerRound,
    quartersPerRound,
    ...(weights && { weights: { ...scenario.weights, ...weights } }),
    events: dealt(scenario.events, deck, words),
    firms: [firmWith(own!, policy, budget), ...rivals],
    worlds: scenario.worlds.map((world) => worldWith(world, own!, policy, budget)),
  };
  return { ...folder, scenario: changed };
}

/** Whether any dial is off its middle. */
const isTurned = (policy: PolicyDials): boolean => Object.values(policy).some((stand) => stand !== 0);

/** Money cannot be taken below an empty till. */
const tillWith = (cash: number, budget: number): number => Math.max(0, cash + budget);

function firmWith(firm: ScenarioFirm, policy: PolicyDials, budget: number): ScenarioFirm {
  return {
    ...firm,
    ...(isTurned(policy) && { parameters: turned(policy, firm.parameters) }),
    ...(firm.money && budget !== 0 && { money: { ...firm.money, cash: tillWith(firm.money.cash, budget) } }),
  };
}

/** A hidden world sets its own values over those of the firm: what it sets is turned too. */
function worldWith(world: WorldSpec, firm: ScenarioFirm, policy: PolicyDials, budget: number): WorldSpec {
  const own = world.firms?.[firm.id];
  if (own === undefined) return world;
  const changed = {
    ...own,
    ...(own.parameters && isTurned(policy) && { parameters: turned(policy, { ...firm.parameters, ...own.parameters }, own.parameters) }),
    ...(own.cash !== undefined && budget !== 0 && { cash: tillWith(own.cash, budget) }),
  };
  return { ...world, firms: { ...world.firms, [firm.id]: changed } };
}
