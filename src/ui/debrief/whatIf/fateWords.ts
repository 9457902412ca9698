/** Customers whose fate a change moves, in words and rows. */

import { fateIds, type ChangedFate, type FateDifference, type FateId } from '../../../game/whatIf/difference.ts';
import type { PeopleBefore } from '../../../game/whatIf/keptLife.ts';
import * as m from '../../../text/generated/messages.js';
import { word } from '../../../text/words.ts';
import { number, signed, signedMoney } from '../../format.ts';
import { bare, type Mark, opening } from '../../glassBox/opening.ts';
import type { Wardrobe } from '../../map/names.ts';
import { sideOf } from './fateScene.ts';

const plus = signedMoney;
const customers = (value: number, mark: Mark = opening): string => mark('fate.customers', number(value), { given: { value } });
const revenue = (value: number, currency: string): string => opening('fate.revenue', plus(value, currency), { given: { value } });

/** How many real customers the change gains and gives up. */
function sides({ groups }: FateDifference, represents: number): { gained: number; given: number } {
  const of = (side: 'gained' | 'given'): number =>
    fateIds.filter((id) => sideOf(id) === side).reduce((sum, id) => sum + groups[id].customers, 0) * represents;
  return { gained: of('gained'), given: of('given') };
}

/** The finding on customers. @param mark makes its numbers open, for `Said` */
export function fateTitle(fates: FateDifference, { represents }: PeopleBefore, mark: Mark = bare): string {
  const { gained, given } = sides(fates, represents);
  if (gained + given === 0) return m.whatIf_fates_none();
  return m.whatIf_fates_title({ gained: customers(gained, mark), given: customers(given, mark) });
}

export interface FateRow {
  id: FateId;
  name: string;
  customers: string;
  revenue: string;
}

/** Groups that hold somebody, in real customers, with the revenue that differs over the run. */
export const fateRows = ({ groups }: FateDifference, { represents }: PeopleBefore, currency: string): readonly FateRow[] =>
  fateIds
    .filter((id) => groups[id].customers > 0)
    .map((id) => ({
      id,
      name: word('whatIf_fate', id),
      customers: customers(groups[id].customers * represents),
      revenue: revenue(groups[id].revenue * represents, currency),
    }));

/** Revenue of those whose fate is the same, and of all. */
export const revenueWords = ({ revenue: all, revenueOfOthers }: FateDifference, { represents }: PeopleBefore, currency: string): string =>
  m.whatIf_fates_revenue({ others: revenue(revenueOfOthers * represents, currency), all: revenue(all * represents, currency) });

const MOST_ROWS = 12;

/** Those for whom most revenue differs, in the order of its size. @param picked stands first, wherever he comes */
export function toldFates({ changed }: FateDifference, picked: number | null): readonly ChangedFate[] {
  const size = ({ revenue }: ChangedFate): number => Math.abs(revenue);
  const first = changed.filter(({ person }) => person === picked);
  const rest = changed.filter(({ person }) => person !== picked).sort((a, b) => size(b) - size(a) || a.person - b.person);
  return [...first, ...rest].slice(0, MOST_ROWS);
}

export function nameOf(person: number, names: Wardrobe | null): { name: string; town: string } {
  return names?.(person) ?? { name: m.person_nameless({ number: number(person + 1) }), town: '' };
}

/** What became of one customer without the change and with it, and what he brought. */
export function fateStory({ fate, leftBefore, leftAfter, revenue: more }: ChangedFate, currency: string): readonly string[] {
  const never = {
    without: fate === 'won' || (fate === 'longer' && leftBefore === 0),
    with: fate === 'notWon' || (fate === 'shorter' && leftAfter === 0),
  };
  const stayed = { without: fate === 'lost' || fate === 'notWon', with: fate === 'kept' || fate === 'won' };
  const end = (side: 'without' | 'with', left: number): string => {
    if (stayed[side]) return m.whatIf_story_stayed();
    return never[side] ? m.whatIf_story_never() : m.whatIf_story_left({ quarter: number(left) });
  };
  return [
    m.whatIf_story_without({ end: end('without', leftBefore) }),
    m.whatIf_story_with({ end: end('with', leftAfter) }),
    m.whatIf_story_revenue({ revenue: revenue(more, currency) }),
  ];
}

/** The share of customers whose fate is the same, as a count of the changed in a sentence for readers of the map. */
export const mapWords = (fates: FateDifference, people: PeopleBefore): string =>
  m.whatIf_map_label({ quarter: number(people.quarter + 1), finding: fateTitle(fates, people), balance: signed(balance(fates, people)) });

const balance = (fates: FateDifference, { represents }: PeopleBefore): number => {
  const { kept, won, lost, notWon } = fates.groups;
  return (kept.customers + won.customers - lost.customers - notWon.customers) * represents;
};
