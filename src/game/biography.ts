/** The lives of customers over a run, rebuilt by replay: nothing of them is stored while the run is played. */

import type { Scenario } from '../scenario/scenario.ts';
import { causeIds, type CauseId } from '../sim/market.ts';
import { NOBODY, PER_WORD } from '../sim/truth/columns.ts';
import type { Market } from '../sim/truth/market.ts';
import type { PlayedQuarter } from './playQuarter.ts';
import { applyEntry, finishQuarters, startPlaying, type LoggedEntry, type RunSetting } from './replay.ts';
import type { World } from './world.ts';

/** One thing that happened to a customer in a quarter; `company` is an index in the order of the scenario's firms. */
export type LifeEvent =
  | { kind: 'entered' }
  | { kind: 'joined'; company: number }
  | { kind: 'left'; company: number; cause: CauseId }
  | { kind: 'bought'; company: number; revenue: number }
  | { kind: 'contacted'; company: number; contacts: number }
  | { kind: 'failed' }
  | { kind: 'complained'; company: number; settled: boolean }
  | { kind: 'withdrewConsent'; company: number };

export interface LifeQuarter {
  quarter: number;
  events: readonly LifeEvent[];
  /** By live relation at the end of the quarter: what the customer feels, points 0-100. */
  relations: readonly { company: number; satisfaction: number; relationship: number }[];
}

export interface Biography {
  customer: number;
  segment: string;
  /** Before the first quarter. */
  start: LifeQuarter['relations'];
  quarters: readonly LifeQuarter[];
}

/**
 * Replays a log once and follows the customers named.
 * @param origin a world to start from, see startPlaying
 * @throws RangeError for a customer the market does not have
 */
export function biographiesOf(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  customers: readonly number[],
  origin: World | null = null,
): Biography[] {
  const stranger = customers.find((customer) => !(Number.isInteger(customer) && customer >= 0 && customer < setting.customers));
  if (stranger !== undefined) throw new RangeError(`no customer ${stranger}`);
  const playing = startPlaying(scenario, setting, origin);
  const { market } = playing.world;
  const lives = customers.map((customer) => ({
    customer,
    segment: market.spec.segments[market.columns.segment[customer]!]!.id,
    start: relationsOf(market, customer),
    quarters: [] as LifeQuarter[],
    before: stateOf(market, customer),
  }));
  const onQuarter = (played: PlayedQuarter): void => {
    const { quarter } = playing.world;
    for (const life of lives) {
      const after = stateOf(market, life.customer);
      const events = eventsOf(market, life.customer, quarter, life.before, after, played.market.touches);
      life.quarters.push({ quarter, events, relations: relationsOf(market, life.customer) });
      life.before = after;
    }
  };
  for (const entry of entries) applyEntry(playing, entry, { onQuarter });
  finishQuarters(playing, { onQuarter });
  return lives.map(({ customer, segment, start, quarters }) => ({ customer, segment, start, quarters }));
}

export interface LifeState {
  active: number;
  failures: number;
  leftBecause: number;
}

function stateOf({ columns }: Market, i: number): LifeState {
  return { active: columns.active[i]!, failures: columns.priorFailures[i]!, leftBecause: columns.leftBecause[i]! };
}

function relationsOf(market: Market, i: number): LifeQuarter['relations'] {
  const { columns, people, companyIds } = market;
  return companyIds.flatMap((_, company) => {
    if ((columns.active[i]! & (1 << company)) === 0) return [];
    const place = company * people + i;
    const points = (word: number): number => 100 * PER_WORD * word;
    return [{ company, satisfaction: points(columns.satisfaction[place]!), relationship: points(columns.relationship[place]!) }];
  });
}

/** What happened to customer i between two states of his. @param touches of the quarter, by company */
export function eventsOf(
  market: Pick<Market, 'columns' | 'companyIds'>,
  i: number,
  quarter: number,
  before: LifeState,
  after: LifeState,
  touches: PlayedQuarter['market']['touches'],
): LifeEvent[] {
  const events: LifeEvent[] = [];
  if (market.columns.entry[i] === quarter) events.push({ kind: 'entered' });
  touches.forEach((touch, company) => {
    if (touch === null) return;
    if (touch.contacts[i]! > 0) events.push({ kind: 'contacted', company, contacts: touch.contacts[i]! });
    if (touch.revenue[i]! > 0) events.push({ kind: 'bought', company, revenue: touch.revenue[i]! });
    if (touch.complained[i] !== 0) events.push({ kind: 'complained', company, settled: touch.complained[i] === 1 });
    if (touch.withdrew[i] !== 0) events.push({ kind: 'withdrewConsent', company });
  });
  if (after.failures > before.failures) events.push({ kind: 'failed' });
  market.companyIds.forEach((_, company) => {
    const was = (before.active >>> company) & 1;
    const is = (after.active >>> company) & 1;
    if (was === 1 && is === 0)
      events.push({ kind: 'left', company, cause: causeIds[after.leftBecause === NOBODY ? 0 : after.leftBecause]! });
    if (was === 0 && is === 1) events.push({ kind: 'joined', company });
  });
  return events;
}
