/** Models against the truth in words: lift by quarter, rank by potential, and what the stated risk was worth. */

import type { CustomersAgainstTruth } from '../../game/customersAgainstTruth.ts';
import * as m from '../../text/generated/messages.js';
import { opening } from '../glassBox/opening.ts';
import { fixed, number, percent } from '../format.ts';
import type { CustomerPart } from './customerPart.ts';

/** In the order of the columns. */
const tenths = ['heaviest', 'silent', 'rfm', 'churn'] as const;
type Models = CustomersAgainstTruth['models'];

const times = (lift: number): string => fixed(lift, 1);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function modelPart({ quarters }: Models): CustomerPart {
  const seen = quarters.flatMap(({ lift }) => lift ?? []);
  if (seen.length === 0) return { readings: [m.customers_models_none()], tables: [] };
  const unused = quarters.every(({ models }) => models.length === 0);
  return {
    readings: [
      ...(unused ? [m.customers_models_unused()] : []),
      m.customers_models_lift({
        lift: times(mean(seen.map(({ churn }) => churn))),
        rfm: times(mean(seen.map(({ rfm }) => rfm))),
        silent: times(mean(seen.map(({ silent }) => silent))),
        heavy: times(mean(seen.map(({ heaviest }) => heaviest))),
        stated: times(mean(quarters.map(({ stated }) => stated))),
        quarters: number(seen.length),
      }),
      m.customers_models_rank({
        error: percent(mean(quarters.map(({ rankError }) => rankError)), 0),
        right: percent(mean(quarters.map(({ growthRight }) => growthRight)), 0),
      }),
    ],
    tables: [
      {
        caption: m.customers_table_models(),
        columns: [
          m.customers_column_quarter(),
          m.customers_column_heavy(),
          m.customers_column_silent(),
          m.customers_column_rfm(),
          m.customers_column_churn(),
          m.customers_column_stated(),
        ],
        rows: quarters.map(({ quarter, lift, stated }) => ({
          name: number(quarter),
          cells: [
            ...tenths.map((id) => (lift === null ? '–' : opening(`model.lift.${id}`, times(lift[id]), { quarter }))),
            opening('model.stated', times(stated), { quarter }),
          ],
        })),
      },
      {
        caption: m.customers_table_potential(),
        columns: [m.customers_column_quarter(), m.customers_column_rank(), m.customers_column_growth()],
        rows: quarters.map(({ quarter, rankError, growthRight }) => ({
          name: number(quarter),
          cells: [
            opening('model.rankError', percent(rankError, 0), { quarter }),
            opening('model.growthRight', percent(growthRight, 0), { quarter }),
          ],
        })),
      },
    ],
  };
}
