/** Coefficients of the customer cycle: contacts set off by events, and attempts to win customers back; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const contactsApart = 'proposal: decision catalogue, a point a quarter for three triggers, less the contacts, which are paid each';
const proposal = 'proposal';
const reasons = 'order: Kumar, Bhagwat & Zhang 2015, the reason for leaving decides who returns and for how long; size a proposal';
const recapture = 'form: Thomas, Blattberg & Fox 2004, recapture of lost customers; rate after the decision catalogue, .05-.2';

export const cycleParameters = {
  'price.trigger': of(0.1, 0, 10, 'units a quarter for a trigger that is watched', contactsApart),
  'price.winBackMvc': of(0.2, 0, 10, 'units a quarter to try the most valuable who left', contactsApart),
  'price.winBackAll': of(0.4, 0, 10, 'units a quarter to try all who left', contactsApart),
  'cycle.work': of(
    1,
    0,
    50,
    'service contacts whose time a contact set off by an event takes',
    'proposal: as long as a call that comes in',
  ),
  'cycle.share': of(0.06, 0, 1, 'share of the service hours that contacts set off and attempts to win back may take', proposal),
  'cycle.blend': of(
    0.8,
    0,
    1,
    'part of the time of contacts set off that nobody waiting would have had',
    'form: Gans, Koole & Mandelbaum 2003, calls out are made in idle time; size a proposal',
  ),
  'cycle.holdout': of(0.1, 0, 0.5, 'share of the customers whom no event sets off a contact to, to compare', proposal),
  'cycle.numberHolds': of(0.6, 0, 1, 'share of wrong account files in which the number is right and the purchases are not', proposal),
  'cycle.rest': of(3, 1, 20, 'quarters until the same customer is contacted for an event again', proposal),
  'cycle.false': of(
    0.1,
    0,
    1,
    'relationship lost by a contact for something that did not happen to the customer',
    'proposal: over an overcontact',
  ),
  'cycle.falseConsent': of(0.15, 0, 1, 'chance that a customer with full concern for privacy withdraws consent over it', proposal),
  'cycle.tie.complaint': of(0.35, 0, 1, 'relationship won by asking again after an unsettled complaint, at full care', proposal),
  'cycle.tie.risk': of(0.28, 0, 1, 'relationship won by a call to whom the model ranks highest, at full care', proposal),
  'cycle.tie.silent': of(0.1, 0, 1, 'relationship won by asking after somebody who fell silent, at full care', proposal),
  'cycle.tie.falling': of(0.1, 0, 1, 'relationship won by asking why use has fallen, at full care', proposal),
  'cycle.tie.second': of(0.15, 0, 1, 'relationship won by a call about the second purchase, at full care', proposal),
  'cycle.tie.welcome': of(
    0.28,
    0,
    1,
    'relationship won by a welcome after the first purchase, at full care',
    'direction: Bolton 1998, the new learn quickest',
  ),
  'cycle.tie.unconfirmed': of(0.03, 0, 1, 'relationship won by a call that confirms the file, at full care', proposal),
  'cycle.tie.anniversary': of(0.05, 0, 1, 'relationship won by remembering the day, at full care', proposal),
  'cycle.calm': of(0.2, 0, 1, 'satisfaction won back by asking again after an unsettled complaint, at full care', proposal),
  'cycle.reawaken': of(0.12, 0, 1, 'share of those gone without notice who come back when asked, at full care', recapture),
  'winBack.work': of(1.5, 0, 50, 'service contacts whose time an attempt takes', proposal),
  'winBack.gift': of(
    0.6,
    0,
    10,
    'cost of a return over what the customer used to spend in a quarter',
    'proposal: the concession that closes it',
  ),
  'winBack.price': of(0.2, 0, 1, 'share of those lost to a lower price who return when asked', reasons),
  'winBack.fault': of(0.3, 0, 1, 'share of those lost by a fault of the firm who return, if it were mended', reasons),
  'winBack.faultLeft': of(0.03, 0, 1, 'the same where nothing was mended', reasons),
  'winBack.other': of(0.05, 0, 1, 'share of those lost to a change in their life or a substitute who return', reasons),
  'winBack.knows': of(1.3, 1, 5, 'factor where the file says rightly why the customer left', proposal),
  'winBack.guesses': of(0.8, 0, 1, 'factor where nobody knows', proposal),
  'winBack.lapsedTie': of(0.6, 0, 1, 'relationship below the usual of whoever came back for a price', reasons),
  'winBack.lapsedCalm': of(0.2, 0, 1, 'satisfaction below the usual of whoever came back for a price that is not kept', reasons),
  'winBack.best': of(0.25, 0.01, 1, 'share of those who can be tried, heaviest on file first, who count as the most valuable', proposal),
} as const satisfies Readonly<Record<string, FirmParameter>>;
