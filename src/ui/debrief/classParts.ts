/** Value classes against the truth in words: who stood where, and how fairly each was treated. */

import type { CustomersAgainstTruth } from '../../game/customersAgainstTruth.ts';
import * as m from '../../text/generated/messages.js';
import { optionWord } from '../cockpit/planWords.ts';
import { fixed, inSentence, money, number, percent, signed } from '../format.ts';
import { counted } from '../glassBox/givenWords.ts';
import type { CustomerPart } from './customerPart.ts';

const className = (id: string): string => optionWord('idc.hours', id);

/** What the true classes say of those that the firm made, a sentence each; the first of them is the finding. */
export function classReadings(classes: CustomersAgainstTruth['classes'], currency: string): string[] {
  const { rule, known, classed, counts, right, astray, astrayMoney, overlooked } = classes;
  if (counts === null) return [m.customers_classes_none({ known: number(known) }), m.customers_classes_cut()];
  return [
    m.customers_classes_right({ rule: inSentence(optionWord('idc.class', rule)), right: percent(right, 0), classed: number(classed) }),
    m.customers_classes_astray({ share: percent(astray, 0), money: money(astrayMoney, currency) }),
    m.customers_classes_overlooked({ money: money(overlooked, currency) }),
    m.customers_classes_cut(),
  ];
}

/** The true classes; who stood in which of the firm's is told where the veil is lifted. */
export function classPart(classes: CustomersAgainstTruth['classes'], currency: string): CustomerPart {
  const [finding, ...others] = classReadings(classes, currency);
  return {
    readings: classes.counts === null ? [finding!, ...others] : [finding!, m.customers_classes_elsewhere()],
    tables: [
      {
        caption: m.customers_table_classes(),
        columns: [m.customers_column_class(), m.customers_column_customers(), m.customers_column_margin(), m.customers_column_worth()],
        rows: classes.truth.map(({ id, customers, margin, worth }) => ({
          name: className(id),
          cells: [
            counted('worth', 'count', customers, number(customers), m.customers_column_customers()),
            counted('worth', 'money', margin, money(margin, currency), m.customers_column_margin()),
            counted('worth', 'money', worth, money(worth, currency), m.customers_column_worth()),
          ],
        })),
      },
    ],
  };
}

export function tierPart(fairness: CustomersAgainstTruth['tiers']): CustomerPart {
  if (fairness === null) return { readings: [m.customers_tiers_none()], tables: [] };
  const { from, to, tiers } = fairness;
  const points = (value: number | null): string => (value === null ? '–' : fixed(value));
  const told = (value: number | null): string =>
    value === null ? '–' : counted('tiers', 'points', value, fixed(value), m.customers_column_satisfaction());
  const peopled = tiers.filter(({ customers }) => customers > 0);
  const best = peopled.reduce((most, tier) => (tier.felt > most.felt ? tier : most), peopled[0] ?? tiers[0]);
  const worst = peopled.reduce((least, tier) => (tier.felt < least.felt ? tier : least), peopled[0] ?? tiers[0]);
  return {
    readings: [
      m.customers_tiers_spread({
        from: number(from),
        to: number(to),
        most: signed(best.felt, 1),
        least: signed(worst.felt, 1),
        high: points(best.satisfaction),
        low: points(worst.satisfaction),
      }),
    ],
    tables: [
      {
        caption: m.customers_table_tiers(),
        columns: [
          m.customers_column_class(),
          m.customers_column_customers(),
          m.customers_column_felt(),
          m.customers_column_satisfaction(),
          m.customers_column_complaints(),
        ],
        rows: tiers.map(({ id, benefit, customers, felt, satisfactionFrom, satisfaction, complaints }) => ({
          name: benefit ? m.customers_tiers_benefit({ name: className(id) }) : className(id),
          cells: [
            counted('tiers', 'count', customers, number(customers), m.customers_column_customers()),
            counted('tiers', 'points', felt, signed(felt, 1), m.customers_column_felt()),
            `${told(satisfactionFrom)} → ${told(satisfaction)}`,
            customers > 0 ? counted('tiers', 'perThousand', complaints, fixed(complaints), m.customers_column_complaints()) : '–',
          ],
        })),
      },
    ],
  };
}
