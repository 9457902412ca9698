/** Coefficients of channels and of the own list; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const proposal = 'proposal';
const order = 'order: branch and field cost more than a call, self-service a fraction of it; sizes a proposal';

export const channelParameters = {
  'channel.cost.branch': of(1.3, 0, 10, 'cost of a service contact over that of a call', order),
  'channel.cost.fieldSales': of(2.5, 0, 10, 'cost of a service contact over that of a call', order),
  'channel.cost.phone': of(1, 0, 10, 'cost of a service contact over that of a call', order),
  'channel.cost.web': of(0.2, 0, 10, 'cost of a service contact over that of a call', order),
  'channel.cost.social': of(0.5, 0, 10, 'cost of a service contact over that of a call', order),
  'channel.cost.email': of(0.4, 0, 10, 'cost of a service contact over that of a call', order),
  'channel.notServed': of(0.04, 0, 0.5, 'performance lost by who is not served where he prefers', proposal),
  'channel.notSold': of(0.02, 0, 0.5, 'performance lost by who cannot buy where he prefers', proposal),
  'channel.notSoldReach': of(0.5, 0, 1, 'part of money to win customers lost on those who cannot buy where they prefer', proposal),
  'channel.bandUsual': of(5, 0, 12, 'per cent between prices of channels that customers and partners are used to', 'catalogue'),
  'channel.bandUsed': of(0.5, 0, 1, 'part of the band by which the web is in fact cheaper', proposal),
  'channel.unfair': of(
    0.004,
    0,
    0.1,
    'performance lost at the counter and by phone by a per cent beyond the usual band',
    'sign: Xia, Monroe & Cox 2004, unfair is to pay more than like buyers; size a proposal',
  ),
  'channel.bargain': of(0.002, 0, 0.1, 'performance won on the web by a per cent beyond the usual band', proposal),
  'channel.logged': of(0.6, 0, 1, 'service contacts that somebody writes down where the log has no owner', proposal),
  'channel.loggedOwner': of(0.95, 0, 1, 'the same where every activity has an owner and a log', proposal),
  'own.benefit': of(0.3, 0, 1, 'chance a contact that a stranger joins the own list for a benefit, all online money spent on it', proposal),
  'own.content': of(0.18, 0, 1, 'the same for content worth reading', proposal),
  'own.kept': of(0.9, 0, 1, 'online customers on the own list where all online money is spent on it: no platform can take them', proposal),
  'own.usualSpend': of(20, 0, 100, 'per cent of online money usually spent on the own list', 'catalogue'),
  'own.reach': of(0.15, 0, 1, 'part of the reach of money to win customers lost when platforms get nothing more', proposal),
  'price.channelRole': of(0.5, 0, 10, 'units once, a channel whose role changes; three at most', 'catalogue 0-3'),
  'price.sync': of(2.25, 0, 20, 'units once, a channel that shares context', 'catalogue 3, scaled as the store'),
  'price.syncUpkeep': of(0.08, 0, 5, 'units a quarter, a channel that shares context', proposal),
  'price.log': of(0.2, 0, 5, 'units a quarter for an owner and a log of every activity', proposal),
  'price.own': of(1.5, 0, 20, 'units once, a reason to join the own list', 'catalogue 2, scaled as the store'),
  'price.ownUpkeep': of(0.5, 0, 5, 'units a quarter for a benefit to all who joined, half for content', proposal),
} as const satisfies Readonly<Record<string, FirmParameter>>;
