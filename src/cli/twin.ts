/** `rapport simulate ... --twin`: a run beside its twin without CRM, as on the page of the debrief. */

import { gradingSetting } from '../game/grade.ts';
import { findingOf } from '../game/pairs.ts';
import type { LoggedEntry, RunSetting } from '../game/replay.ts';
import { compareWithTwin, twinSeeds, type TwinComparison, type TwinQuarter } from '../game/twin.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { word } from '../text/words.ts';
import { numbers, table } from './table.ts';

type Told = (done: number, of: number) => void;

/** Plays a log and its twin on the seeds of the page. */
export function twinOf(scenario: Scenario, setting: RunSetting, entries: readonly LoggedEntry[], told: Told): TwinComparison {
  let last: TwinComparison | null = null;
  for (const { done, of, comparison } of compareWithTwin(scenario, gradingSetting(setting), entries, twinSeeds)) {
    last = comparison;
    told(done, of);
  }
  return last!;
}

const decimals: Readonly<Record<keyof TwinQuarter, number>> = { customers: 0, satisfaction: 1, equity: 0, contribution: 0, cash: 0 };
const figures = Object.keys(decimals) as (keyof TwinQuarter)[];

/** The comparison as text: the last quarter, what the run was worth, and the finding. */
export function twinLines(comparison: TwinComparison, language: 'en' | 'vi'): string[] {
  const { own, twin, seeds, viableCustomers } = comparison;
  const head = (columns: readonly string[]): string[] => columns.map((column) => word('cli', `twin.column.${column}`));
  const nameOf = (figure: keyof TwinQuarter): string => (figure === 'cash' ? word('cli', 'twin.row.cash') : word('kpi', figure));
  const lastQuarter = figures.map((figure) => {
    const say = numbers(language, decimals[figure]);
    const [a, b] = [own.quarters.at(-1)![figure], twin.quarters.at(-1)![figure]];
    return [nameOf(figure), say(a), say(b), say(a - b)];
  });
  const outcome = (['value', 'satisfaction'] as const).map((id) => {
    const say = numbers(language, id === 'value' ? 0 : 1);
    const { mean, range, sd } = comparison[id];
    const ends = range === null ? ['-', '-'] : [say(range[0]), say(range[1])];
    return [word('cli', `twin.row.${id}`), say(own[id]), say(twin[id]), say(mean), ...ends, say(sd)];
  });
  const under = (['own', 'twin'] as const).flatMap((side) => {
    const { unviableFrom } = comparison[side];
    if (unviableFrom === null) return [];
    const values = { viable: numbers(language, 0)(viableCustomers), quarter: unviableFrom, who: word('cli', `twin.column.${side}`) };
    return [word('cli', 'twin.under', values)];
  });
  return [
    word('cli', 'twin.title', { pairs: seeds }),
    '',
    ...table(head(['figure', 'own', 'twin', 'difference']), lastQuarter),
    '',
    ...table(head(['outcome', 'own', 'twin', 'difference', 'low', 'high', 'sd']), outcome),
    '',
    word('cli', `twin.finding.${findingOf(comparison.value)}`),
    ...under,
  ];
}
