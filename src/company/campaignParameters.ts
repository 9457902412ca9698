/** Coefficients of campaigns as the firm pays and plans them; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const proposal = 'proposal; catalogue 3 to 8 with the contacts, which the market books';

export const campaignParameters = {
  'price.campaignReminder': of(0.5, 0, 20, 'units once for a reminder', proposal),
  'price.campaignDiscount': of(0.6, 0, 20, 'units once for a discount, what it takes off not counted', proposal),
  'price.campaignBundle': of(1.8, 0, 20, 'units once for a bundle put together for each customer', proposal),
  'campaign.third': of(1 / 3, 0.01, 1, 'share of the customers on file whom a target of one kind of customer takes', 'proposal'),
  'campaign.seen': of(0.25, 0, 1, 'share of the customers addressed from which rivals see a discount as a price', 'proposal'),
} as const satisfies Readonly<Record<string, FirmParameter>>;
