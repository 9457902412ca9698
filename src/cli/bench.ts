/** `rapport bench`: how fast the market plays on this machine, against a plain way of writing one, and what it is held to. */

import { cpus } from 'node:os';
import { word } from '../text/words.ts';
import { barsOf, type Bar } from './bench/bars.ts';
import { replayTimes } from './bench/replays.ts';
import { measureRows, type BenchRow } from './bench/rows.ts';
import { integerOption, onePositional, textOption, type Command, type OptionValues } from './command.ts';
import { goodScenario } from './scenarioFiles.ts';
import { numbers, table } from './table.ts';

const usualSizes = '10000,100000,1000000';
const usualRounds = 5;

export const bench: Command = {
  options: { customers: { type: 'string' }, rounds: { type: 'string' }, replays: { type: 'boolean' } },
  async run(positionals, values, { language, progress }) {
    const id = positionals.length === 0 ? 'voras-bank' : onePositional(positionals, 'SCENARIO');
    const folder = goodScenario(id);
    const sizes = sizesOf(values);
    const rounds = integerOption(values, 'rounds', { low: 1, high: 50, otherwise: usualRounds });
    const rows = await measureRows(id, sizes, rounds, (round) => progress(word('cli', 'bench.progress', { round, rounds })));
    const onReplay = (done: number): void => {
      if (done % 50 === 0) progress(word('cli', 'bench.replayed', { done }));
    };
    const times = values['replays'] === true ? await replayTimes(folder, onReplay) : {};
    const bars = barsOf(rows, folder.scenario.firms.length, times);
    const [processor] = cpus();
    const machine = { processor: processor?.model ?? 'unknown', cores: cpus().length, node: process.version };
    const lines = [`${machine.processor}, Node ${machine.node}`, ...rowLines(rows, language), '', ...barLines(bars, language)];
    // A slow machine is no fault of the scenario: a bar that is missed is told, and the command has done its work.
    return { json: { machine, rows, bars }, lines, good: true };
  },
};

/** Sizes in rising order, each once. */
function sizesOf(values: OptionValues): number[] {
  const texts = (textOption(values, 'customers') ?? usualSizes).split(',');
  const sizes = texts.map((customers) => integerOption({ customers }, 'customers', { low: 200, high: 1_000_000, otherwise: 0 }));
  return [...new Set(sizes)].sort((a, b) => a - b);
}

function rowLines(rows: readonly BenchRow[], language: 'en' | 'vi'): string[] {
  const [whole, tenths, hundredths] = [0, 1, 2].map((decimals) => numbers(language, decimals)) as [Format, Format, Format];
  return table(
    ['name', 'customers', 'speed', 'ratio', 'bytes', 'resident'].map((column) => word('cli', `bench.column.${column}`)),
    rows.map((row) => [
      word('cli', `bench.row.${row.name}`),
      whole(row.customers),
      whole(row.customerQuartersPerSecond),
      hundredths(row.ratioToTidyObjects),
      tenths(row.bytesPerCustomer),
      whole(row.residentBytesPerCustomer),
    ]),
  );
}

type Format = (value: number) => string;

function barLines(bars: readonly Bar[], language: 'en' | 'vi'): string[] {
  const format = numbers(language, 2);
  const verdict = (pass: boolean | null): string => (pass === null ? 'notMeasured' : pass ? 'pass' : 'miss');
  return table(
    ['bar', 'measured', 'limit', 'verdict'].map((column) => word('cli', `bench.column.${column}`)),
    bars.map(({ bar, measured, kind, limit, pass }) => [
      word('cli', `bench.bar.${bar}`),
      measured === null ? '-' : format(measured),
      `${kind === 'atLeast' ? '≥' : '≤'} ${format(limit)}`,
      word('cli', `bench.${verdict(pass)}`),
    ]),
  );
}
