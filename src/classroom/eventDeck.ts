/** What a lecturer changes in the events of a firm: moved, dropped, or a card of the common deck added. */

import type { EventKind } from '../company/firm.ts';
import type { Scenario, ScenarioEvent } from '../scenario/scenario.ts';
import type { Text } from '../scenario/text.ts';

/** Events that fit every firm, each once in an assignment. A strike is made by the scenario's own rival. */
export const deckKinds = [
  'sponsorLeft',
  'breach',
  'serviceWave',
  'rivalStrike',
  'vendorOffer',
  'consentRule',
] as const satisfies readonly EventKind[];
export type DeckKind = (typeof deckKinds)[number];

export type DeckChange =
  /** An event of the scenario, in another quarter. */
  { do: 'move'; id: string; quarter: number } | { do: 'drop'; id: string } | { do: 'add'; kind: DeckKind; quarter: number };

/** Id of an added event. */
export const deckId = (kind: DeckKind): string => `deck-${kind}`;

/** Words of an added event. */
export type DeckWords = (kind: DeckKind) => { title: Text; text: Text };

/** The first change that makes no sense for this firm, by its place; null when all do. */
export function deckFault(
  { events, quarters }: Pick<Scenario, 'events' | 'quarters'>,
  deck: readonly DeckChange[],
): { at: number; code: 'unknownEvent' | 'outOfRange' | 'duplicateId' } | null {
  const seen = new Set<string>();
  for (const [at, change] of deck.entries()) {
    const id = change.do === 'add' ? deckId(change.kind) : change.id;
    if (seen.has(id)) return { at, code: 'duplicateId' };
    seen.add(id);
    if (change.do !== 'add' && !events.some((event) => event.id === id)) return { at, code: 'unknownEvent' };
    if (change.do !== 'drop' && change.quarter > quarters) return { at, code: 'outOfRange' };
  }
  return null;
}

/** The events of the firm with the changes made, in the order of their quarters. */
export function dealt(events: readonly ScenarioEvent[], deck: readonly DeckChange[], words: DeckWords): readonly ScenarioEvent[] {
  const left = events.flatMap((event): ScenarioEvent[] => {
    const change = deck.find((each) => each.do !== 'add' && each.id === event.id);
    if (change === undefined || change.do === 'add') return [event];
    return change.do === 'drop' ? [] : [{ ...event, quarter: change.quarter }];
  });
  const added = deck.flatMap((change): ScenarioEvent[] =>
    change.do === 'add' ? [{ id: deckId(change.kind), quarter: change.quarter, kind: change.kind, ...words(change.kind) }] : [],
  );
  return deck.length === 0 ? events : [...left, ...added].sort((a, b) => a.quarter - b.quarter);
}
