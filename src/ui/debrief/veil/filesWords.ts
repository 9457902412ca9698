/** What incomplete files cost, in words and as a chart. */

import { findingOf, type PairedDifference } from '../../../game/pairs.ts';
import type { FilesCost } from '../../../game/whatIf/filesCost.ts';
import * as m from '../../../text/generated/messages.js';
import { word } from '../../../text/words.ts';
import type { ChartData } from '../../chart/chartData.ts';
import { firstQuarters, quarterAxis } from '../../chart/quarterAxis.ts';
import { axisMoney, money, signed, signedMoney } from '../../format.ts';

/** The finding: the interval decides, never the sign alone. */
export const filesTitle = ({ contribution }: FilesCost, currency: string): string =>
  word('files', findingOf(contribution), { money: money(Math.abs(contribution.mean), currency) });

const change = signedMoney;

/** What else the pairs say; nothing where no pair differs. */
export function filesSentences({ contribution, equity, satisfaction, customers }: FilesCost, currency: string): string[] {
  if (findingOf(contribution) === 'alike') return [m.files_alike_why()];
  const ranged = (say: (values: { mean: string; low: string; high: string }) => string, { mean, range }: PairedDifference): string[] =>
    range === null ? [] : [say({ mean: change(mean, currency), low: change(range[0], currency), high: change(range[1], currency) })];
  return [
    ...ranged(m.files_contribution, contribution),
    ...ranged(m.files_equity, equity),
    m.files_feeling({ mean: signed(satisfaction.mean, 1), customers: signed(customers.mean) }),
  ];
}

/** Contribution added up, as played and with whole files. */
export const filesChart = ({ asKept, whole }: FilesCost, currency: string): ChartData => ({
  ...quarterAxis(firstQuarters(asKept.length)),
  lines: [
    { name: m.files_line_kept(), look: 'own', values: asKept },
    { name: m.files_line_whole(), look: 'alternative', values: whole },
  ],
  say: (value) => axisMoney(value, currency),
});
