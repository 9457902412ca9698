/** The customers against the truth in words: of each part what it says, and its tables. */

import type { CustomersAgainstTruth } from '../../game/customersAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { hasWord, word } from '../../text/words.ts';
import { optionWord, segmentName } from '../cockpit/planWords.ts';
import { fixed, inSentence, number, percent, signed } from '../format.ts';
import { classPart, tierPart } from './classParts.ts';
import { counted } from '../glassBox/givenWords.ts';
import type { CustomerPart } from './customerPart.ts';
import { modelPart } from './modelParts.ts';

export const customerPartIds = ['classes', 'tiers', 'steps', 'needs', 'promise', 'models'] as const;

/** One part of the comparison. */
export function customerPart(id: (typeof customerPartIds)[number], truth: CustomersAgainstTruth, scenario: Scenario): CustomerPart {
  switch (id) {
    case 'classes':
      return classPart(truth.classes, scenario.currency);
    case 'tiers':
      return tierPart(truth.tiers);
    case 'steps':
      return stepPart(truth.steps);
    case 'needs':
      return needPart(truth.needs, scenario);
    case 'promise':
      return promisePart(truth.promise, scenario);
    case 'models':
      return modelPart(truth.models);
  }
}

function stepPart(steps: CustomersAgainstTruth['steps']): CustomerPart {
  const ids = ['identified', 'differentiated', 'met', 'personal', 'all'] as const;
  const people = (count: number): string => counted('steps', 'count', count, number(count), m.customers_column_customers());
  const share = (count: number): string => {
    const part = steps.customers > 0 ? count / steps.customers : 0;
    return counted('steps', 'share', part, percent(part, 0), m.customers_column_share());
  };
  return {
    readings:
      steps.aimed === 0
        ? [m.customers_steps_skipped({ identified: number(steps.identified) })]
        : [
            m.customers_steps_care({
              aimed: number(steps.aimed),
              right: number(steps.right),
              with: fixed(steps.careWith),
              without: fixed(steps.careWithout),
            }),
            m.customers_steps_vain({ none: number(steps.none), wrong: number(steps.wrong) }),
          ],
    tables: [
      {
        caption: m.customers_table_steps(),
        columns: [m.customers_column_step(), m.customers_column_customers(), m.customers_column_share()],
        rows: ids.map((id) => ({ name: word('customers_step', id), cells: [people(steps[id]), share(steps[id])] })),
      },
    ],
  };
}

function needPart(needs: CustomersAgainstTruth['needs'], { market }: Scenario): CustomerPart {
  const customers = needs.reduce((sum, row) => sum + row.customers, 0);
  const mean = (of: (row: (typeof needs)[number]) => number): number =>
    customers > 0 ? needs.reduce((sum, row) => sum + of(row) * row.customers, 0) / customers : 0;
  const points = (share: number): string => fixed(100 * share);
  return {
    readings: [m.customers_needs_reading({ mean: points(mean((row) => row.errorOfMean)), error: points(mean((row) => row.error)) })],
    tables: [
      {
        caption: m.customers_table_needs(),
        columns: [
          m.column_segment(),
          m.customers_column_right(),
          m.customers_column_wrong(),
          m.customers_column_error(),
          m.customers_column_mean(),
        ],
        rows: needs.map(({ segment, right, wrong, error, errorOfMean }) => ({
          name: segmentName(market.segments, segment),
          cells: [
            counted('needs', 'share', right, percent(right, 0), m.customers_column_right()),
            counted('needs', 'share', wrong, percent(wrong, 0), m.customers_column_wrong()),
            counted('needs', 'points', 100 * error, points(error), m.customers_column_error()),
            counted('needs', 'points', 100 * errorOfMean, points(errorOfMean), m.customers_column_mean()),
          ],
        })),
      },
    ],
  };
}

function promisePart(felt: CustomersAgainstTruth['promise'], { market }: Scenario): CustomerPart {
  const { promise, promised, whole, segments, dimensions, short, praise } = felt;
  const points = (value: number): string => signed(value, 1);
  const told = (value: number, name: string): string => counted('promise', 'points', value, points(value), name);
  return {
    readings: [
      m.customers_promise_reading({ promise: inSentence(optionWord('svc.promise', promise)), short: percent(short, 0) }),
      m.customers_promise_gap({
        promised: points(promised),
        expected: points(whole.expected),
        delivered: points(whole.delivered),
        gap: points(whole.gap),
      }),
      ...(praise === null ? [] : [m.customers_promise_praise({ share: percent(praise, 0) })]),
    ],
    tables: [
      {
        caption: m.customers_table_promise(),
        columns: [
          m.column_segment(),
          m.customers_column_promised(),
          m.customers_column_expected(),
          m.customers_column_delivered(),
          m.customers_column_gap(),
        ],
        rows: segments.map(({ segment, expected, delivered, gap }) => ({
          name: segmentName(market.segments, segment),
          cells: [
            told(promised, m.customers_column_promised()),
            told(expected, m.customers_column_expected()),
            told(delivered, m.customers_column_delivered()),
            told(gap, m.customers_column_gap()),
          ],
        })),
      },
      {
        caption: m.customers_table_dimensions(),
        columns: [m.customers_column_dimension(), m.customers_column_delivered()],
        rows: dimensions.map(({ dimension, delivered }) => ({
          name: hasWord('need', dimension) ? word('need', dimension) : word('customers_dimension', dimension),
          cells: [told(delivered, m.customers_column_delivered())],
        })),
      },
    ],
  };
}
