/** Parameters of campaigns: how offers are answered, what they pull forward, who opts out; read through parameters.ts like all others. */

import { contactParameter as of } from './contactParameter.ts';

const proposal = 'proposal';
const anyway = 'proposal; sign: Neslin 2002, most of a promotion goes to sales that would have been made, the more the better the price';
const forward = 'proposal; sign: Neslin 2002, purchases brought forward; size below what he reports for deals';

const answer = 'chance that a welcome offer moves a customer of middling fit';
const habit = 'buyers who use the offer on what they would have bought anyway';
const ahead = 'part of what the offer moves that is missing from the quarter after';

export const campaignParameters = {
  'campaign.answer.reminder': of(0.07, 0, 1, answer, proposal),
  'campaign.answer.discount': of(0.11, 0, 1, answer, proposal),
  'campaign.answer.bundle': of(0.045, 0, 1, answer, proposal),
  'campaign.habit.reminder': of(0.06, 0, 1, habit, anyway),
  'campaign.habit.discount': of(0.4, 0, 1, habit, anyway),
  'campaign.habit.bundle': of(0.06, 0, 1, habit, anyway),
  'campaign.ahead.reminder': of(0.15, 0, 1, ahead, forward),
  'campaign.ahead.discount': of(0.2, 0, 1, ahead, forward),
  'campaign.ahead.bundle': of(0.05, 0, 1, ahead, forward),
  'campaign.worth': of(0.75, 0, 10, 'usual quarters of buying that an answer is worth, the more by those who buy little here', proposal),
  'campaign.elsewhere': of(0.3, 0, 1, 'part of what a customer buys elsewhere that an offer can come for', proposal),
  'campaign.wear': of(0.5, 0, 5, 'log of answers lost per campaign of late', 'proposal; sign: wear-out, Blattberg, Kim & Neslin 2008'),
  'campaign.wearMemory': of(0.6, 0, 1, 'part of the campaigns of late that is felt a quarter later', proposal),
  'campaign.window': of(0.5, 0, 1, 'part of the quarter in which the offer holds', proposal),
  'campaign.discount': of(0.15, 0, 0.9, 'taken off the price for who uses a discount', proposal),
  'campaign.priceLogit': of(9, 0, 20, 'log odds of answering a discount per unit of need for a low price above a fifth', proposal),
  'campaign.fitLogit': of(
    4,
    0,
    20,
    'log odds of answering a bundle per unit of fit above .5',
    'proposal; form of mechanics 3, a bundle is all fit',
  ),
  'campaign.fitKnown': of(0.8, 0, 1, 'how far a bundle goes by the needs on file', proposal),
  'campaign.unwelcome': of(
    0.35,
    0,
    1,
    'answers to an offer beyond the contacts tolerated over those to a welcome one',
    'proposal; sign: Godfrey, Seiders & Voss 2011',
  ),
  'campaign.optOut': of(
    0.008,
    0,
    0.5,
    'leave the list of offers over a welcome one, at concern .5',
    'proposal; online.unsubscribed is of single e-mails',
  ),
  'campaign.optOutUnasked': of(
    2.5,
    1,
    20,
    'the same over it where consent was only claimed, or the offer beyond the contacts tolerated',
    proposal,
  ),
} as const;
