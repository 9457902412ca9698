/** Signals of the market: what a firm that watches for it hears of a rival's answer or a happening before it comes. */

import type { SenseId } from './controlOptions.ts';
import { eventsFor } from './events.ts';
import type { EventKind, EventSpec, FirmSpec } from './firm.ts';
import type { RivalAnswer } from './rivalMachine.ts';

/** The signal that goes before each kind of happening; a story announces itself. */
export const signOfEvent: Readonly<Record<EventKind, SenseId | null>> = {
  merger: 'money',
  creditLoss: 'money',
  breach: 'service',
  serviceWave: 'service',
  sponsorLeft: 'people',
  notesWithheld: 'people',
  rivalStrike: 'rivalPrice',
  consentRule: 'law',
  platformChange: 'technology',
  vendorOffer: 'technology',
  story: null,
};

/** The signal that goes before each answer of a rival. */
export const signOfAnswer: Readonly<Record<RivalAnswer, SenseId>> = {
  priceCut: 'rivalPrice',
  serviceDrive: 'rivalService',
  copying: 'rivalCopying',
};

/** One signal: of whom or what (id of a firm or an event), and the quarter for which it is expected, null where nobody can say. */
export interface MarketSign {
  sign: SenseId;
  about: string;
  due: number | null;
}

/** A rival as it stands at the end of a quarter: the answer that it prepares, null where none is. */
export interface RivalPreparing {
  id: string;
  intent: RivalAnswer | null;
}

/** Happenings that concern the learner: those that strike the firm, and strikes of rivals. */
export function concerningEvents(events: readonly EventSpec[], firmId: string, firms: readonly FirmSpec[]): EventSpec[] {
  const own = eventsFor(events, firmId, firms);
  return events.filter((event) => event.kind === 'rivalStrike' || own.includes(event));
}

/**
 * Signals heard at the end of `quarter` by who watches for them: answers that rivals prepare, and happenings of the next `lead` quarters.
 * @param events those that concern the firm
 */
export function marketSigns(
  watched: readonly SenseId[],
  rivals: readonly RivalPreparing[],
  events: readonly EventSpec[],
  quarter: number,
  lead: number,
): MarketSign[] {
  const prepared = rivals.flatMap(({ id, intent }) => (intent === null ? [] : [{ sign: signOfAnswer[intent], about: id, due: null }]));
  const coming = events.flatMap((event) => {
    const sign = signOfEvent[event.kind];
    const near = event.quarter > quarter && event.quarter <= quarter + lead;
    return sign === null || !near ? [] : [{ sign, about: event.id, due: event.quarter }];
  });
  return [...prepared, ...coming].filter(({ sign }) => watched.includes(sign));
}
