/** What a firm can see of its loyalty programme and its offer modules, in sentences. */

import type { LoyaltyKnown, ModulesKnown } from '../../game/known/loyalty.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { money, number, percent } from '../format.ts';
import { optionWord } from './planWords.ts';

export function loyaltyReadings(loyalty: LoyaltyKnown, currency: string): string[] {
  const { terms, members, joined, tiers, fell, cost, redeemed, lapsed, liability, taken, perMember, perOther, effect } = loyalty;
  const spent = (amount: number): string => money(amount, currency);
  if (terms === null)
    return [redeemed > 0 ? m.loyalty_ended({ redeemed: spent(redeemed) }) : m.loyalty_over(), m.loyalty_cost({ cost: spent(cost) })];
  return [
    terms.type === 'recognition'
      ? m.loyalty_recognised({ members: number(members) })
      : m.loyalty_members({ members: number(members), joined: number(joined) }),
    ...(terms.type === 'tiers' ? [m.loyalty_tiers({ silver: number(tiers[1]), gold: number(tiers[2]), fell: number(fell) })] : []),
    m.loyalty_cost({ cost: spent(cost) }),
    ...(terms.type === 'points'
      ? [m.loyalty_points({ redeemed: spent(redeemed), lapsed: spent(lapsed), liability: spent(liability) })]
      : []),
    ...(perMember.value !== null && perOther.value !== null
      ? [
          m.loyalty_purchases({
            member: number(perMember.value, 1),
            other: number(perOther.value, 1),
            frame: word('frameHelp', 'members'),
          }),
        ]
      : []),
    ...(taken > 0 ? [m.loyalty_taken({ share: percent(taken, 0) })] : []),
    m.loyalty_effect({ why: word('why', effect.why ?? 'noComparison') }),
  ];
}

export function moduleReadings({ count, by, given, fit }: ModulesKnown): string[] {
  const [standard = 0, ...further] = given;
  return [
    m.modules_given({
      rule: optionWord('idc.module.rule', by).toLowerCase(),
      standard: number(standard),
      further: number(further.reduce((sum, one) => sum + one, 0)),
      count: number(count - 1),
    }),
    m.modules_fit({ why: word('why', fit.why ?? 'fitUnasked') }),
  ];
}
