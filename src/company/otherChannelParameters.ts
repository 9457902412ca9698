/** Coefficients of channels that others run, a marketplace and agents; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const proposal = 'proposal';

export const otherChannelParameters = {
  'market.commission': of(
    0.1,
    0,
    0.5,
    'share of revenue that the platform keeps',
    'proposal: fees of marketplaces are commonly quoted at 8 to 12%',
  ),
  'market.left': of(
    0.6,
    0,
    1,
    'purchases lost of those who prefer the platform where the firm does not sell there and they are not on its own list',
    proposal,
  ),
  'market.strangers': of(
    0.8,
    0,
    5,
    'part of money to win customers lost, over the share who prefer a platform that the firm has left',
    proposal,
  ),
  'market.compared': of(
    2.5,
    0,
    20,
    'log of purchases per unit of price by which the firm becomes dearer than the cheapest other: offers stand side by side',
    'proposal; sign: Brynjolfsson & Smith 2000, lower prices online draw buyers',
  ),
  'market.locked': of(
    0.6,
    0,
    1,
    'purchases lost in a quarter in which the platform closes to the firm, of those not on its own list',
    proposal,
  ),
  'agents.commission': of(0.09, 0, 0.5, 'share of revenue that agents get for selling and serving', proposal),
  'agents.serves': of(0.35, 0, 1, 'part of the commission that is for serving', proposal),
  'agents.left': of(0.5, 0, 1, 'purchases lost of those who prefer an agent where agents do not sell for the firm', proposal),
  'agents.follow': of(0.6, 0, 1, 'part of these purchases kept where agents have shared their data', proposal),
  'agents.undercut': of(
    0.03,
    0,
    0.2,
    'purchases at agents lost by a per cent by which the web undercuts them beyond the usual band',
    proposal,
  ),
  'agents.cool': of(0.3, 0, 1, 'purchases at agents lost between their usual goodwill and none', proposal),
  'agents.goodwill': of(0.8, 0, 10, 'points of goodwill lost a quarter by a per cent beyond the usual band', proposal),
  'agents.heal': of(1, 0, 10, 'points of goodwill below the usual that come back in a quarter without undercutting', proposal),
  'agents.contextLoss': of(0.7, 0, 1, 'context lost at a hand-over between agent and firm', proposal),
  'agents.told': of(
    0.15,
    0,
    1,
    'part of what agents learn that reaches the firm where no data are shared: what a contract needs',
    proposal,
  ),
  'channel.cost.marketplace': of(0.4, 0, 10, 'cost of a service contact over that of a call', proposal),
  'channel.cost.agents': of(0.6, 0, 10, 'cost of a service contact over that of a call: the agent is paid by commission', proposal),
} as const satisfies Readonly<Record<string, FirmParameter>>;
