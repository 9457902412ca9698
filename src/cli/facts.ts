/** `rapport facts`: do the simulated customers behave as published ones do? Every fact through the kernel that the game plays on. */

import { word } from '../text/words.ts';
import { integerOption, type Command } from './command.ts';
import { experiments } from './facts/experiments.ts';
import { judgeFacts, type FactItem } from './facts/judge.ts';
import { meansOf, type Measured } from './facts/measured.ts';
import { playStationary, predictStationary, type MarketFigures } from './facts/stationary.ts';
import { goodScenario } from './scenarioFiles.ts';
import { numbers, table } from './table.ts';

/** Scenarios of either relation that facts about the shipped markets are measured in. */
const contractId = 'voras-bank';
const repertoireId = 'tiem-nang';

export const facts: Command = {
  options: { seeds: { type: 'string' }, small: { type: 'boolean' }, market: { type: 'boolean' } },
  run(positionals, values, { language, progress }) {
    const factor = values['small'] === true ? SMALL : 1;
    const seeds = integerOption(values, 'seeds', { low: 1, high: 100, otherwise: 0 });
    const shipped = { contract: goodScenario(contractId).scenario, repertoire: goodScenario(repertoireId).scenario };
    const measured = new Map<string, Measured>();
    for (const { name, people, seeds: usual, few, play } of experiments(shipped)) {
      progress(word('cli', 'facts.progress', { name }));
      const count = seeds > 0 ? seeds : factor < 1 && few !== undefined ? few : Math.max(1, Math.round(usual * factor));
      const bySeed = Array.from({ length: count }, (_, seed) => play(Math.round(people * Math.max(factor, SMALLEST)), seed + 1));
      for (const [id, value] of meansOf(bySeed)) measured.set(id, value);
    }
    const asked = positionals.length > 0 ? new Set(positionals) : null;
    const items = judgeFacts(measured).filter(({ id }) => asked === null || asked.has(id));
    const ok = items.every(({ status }) => status !== 'fail');
    if (values['market'] !== true) return { json: { ok, items }, lines: linesOf(items, language), good: ok };
    const market = { predicted: predictStationary(), played: playStationary(MARKET_PEOPLE, 1) };
    return { json: { ok, items, market }, lines: [...linesOf(items, language), '', ...marketLines(market, language)], good: ok };
  },
};
/** Seeds of the small form, and people, over the full one. */
const SMALL = 0.25;
const SMALLEST = 0.5;
const MARKET_PEOPLE = 20_000;

function linesOf(items: readonly FactItem[], language: 'en' | 'vi'): string[] {
  const three = numbers(language, 3);
  const shown = (value: number | null): string => (value === null ? '-' : three(value));
  const columns = ['id', 'status', 'claim', 'expect', 'band', 'measured', 'error'];
  const rows = items.map((item) => [
    item.id,
    word('cli', `facts.status.${item.status}`),
    word('cli', `facts.claim.${item.id.replace('.', '_')}`),
    shown(item.expect),
    `${shown(item.low)} .. ${shown(item.high)}`,
    shown(item.measured),
    item.monteCarloError === null ? '-' : numbers(language, 4)(item.monteCarloError),
  ]);
  const counts = (['pass', 'fail', 'notYet'] as const).map((status) => items.filter((item) => item.status === status).length);
  return [
    ...table(
      columns.map((column) => word('cli', `facts.column.${column}`)),
      rows,
    ),
    '',
    word('cli', 'facts.counts', { pass: counts[0]!, fail: counts[1]!, notYet: counts[2]! }),
  ];
}

function marketLines(
  { predicted, played }: { predicted: MarketFigures; played: readonly MarketFigures[] },
  language: 'en' | 'vi',
): string[] {
  const three = numbers(language, 3);
  const row = (name: string, figures: MarketFigures): string[] => [
    name,
    ...figures.penetration.map(three),
    ...figures.rate.map(three),
    three(figures.duplication),
    three(figures.heavies),
  ];
  const column = (id: string): string => word('cli', `facts.market.${id}`);
  return table(
    [
      column('quarter'),
      ...[1, 5, 8].map((brand) => `${column('penetration')} ${brand}`),
      ...[1, 5, 8].map((brand) => `${column('rate')} ${brand}`),
      column('duplication'),
      column('heavies'),
    ],
    [...played.map((figures, n) => row(String(n + 1), figures)), row(column('predicted'), predicted)],
  );
}
