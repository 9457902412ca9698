/** Standing orders in words: what each says, and what it does with the figures of the firm. */

import { orderOptions, type StandingOrders } from '../../company/orders.ts';
import { parametersOf } from '../../company/parameters.ts';
import type { FirmSpec } from '../../company/firm.ts';
import * as m from '../../text/generated/messages.js';
import { word, type WordValues } from '../../text/words.ts';
import { number, percent } from '../format.ts';

export type OrderId = keyof typeof orderOptions;
export const orderIds = Object.keys(orderOptions) as OrderId[];

export const orderWord = (id: OrderId, option: string): string => word('order', `${id}.${option}`);

/** All orders in one line. */
export function ordersWords(orders: StandingOrders): string {
  const said = orderIds.map((id) => `${word('order', id)}: ${orderWord(id, orders[id])}`);
  return [...said, m.orders_floor_words({ value: number(orders.cashFloor) })].join(' · ');
}

/** What an order does when its case comes. */
export const orderHelp = (id: OrderId, option: string, spec: FirmSpec): string => word('orderHelp', `${id}.${option}`, figures(spec));

/** The figures that the rules work with, as the words name them. */
function figures(spec: FirmSpec): WordValues {
  const p = parametersOf(spec);
  return {
    recoverGap: number(p['programme.recoverGap']),
    leadership: number(p['programme.submitStock']),
    kept: percent(p['programme.downscopeKeeps'], 0),
    scarL: number(p['programme.scarL']),
    scarH: number(p['programme.scarH']),
    sponsorCost: number(p['price.newSponsor']),
    restored: percent(p['shock.sponsorRestored'], 0),
    sponsorLost: number(p['shock.sponsorL']),
    tellCost: number(p['price.tellCustomers']),
    silentS: number(p['shock.breachSilentS']),
    silentL: number(p['shock.breachSilentL']),
  };
}
