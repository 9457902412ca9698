/** The `rapport` command: which command, in which language, printed how. */

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { setLocale } from '../text/generated/runtime.js';
import { word } from '../text/words.ts';
import { balance } from './balance.ts';
import { bench } from './bench.ts';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { facts } from './facts.ts';
import { UsageError, type Command, type OptionValues } from './command.ts';
import { league } from './league.ts';
import { newScenario } from './newScenario.ts';
import { schema } from './schema.ts';
import { simulate } from './simulate.ts';
import { verify } from './verify.ts';

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({ new: newScenario, check, simulate, verify, league, balance, facts, bench, coverage, schema }),
);
const languages = ['en', 'vi'] as const;
type Language = (typeof languages)[number];

export interface Streams {
  /** Results. */
  out: (text: string) => void;
  /** Messages about use and progress. */
  err: (text: string) => void;
}

/** Runs the command line and answers its exit code: 0 good, 1 the thing checked is bad, 2 bad usage. */
export async function runCommandLine(argv: readonly string[], { out, err }: Streams): Promise<0 | 1 | 2> {
  void setLocale(languageNamed(argv) ?? 'en', { reload: false });
  try {
    const [name, ...rest] = argv;
    const command = commands.get(name ?? '');
    if (command === undefined) {
      if (name === undefined || argv.includes('--help')) return help(out);
      throw new UsageError('unknownCommand', { name, commands: [...commands.keys()].join(' ') });
    }
    const { values, positionals } = parsed(rest, command);
    if (values['help'] === true) {
      out(`${word('cli', `help.${name}`)}\n`);
      return 0;
    }
    const language = languages.find((each) => each === (values['lang'] ?? 'en'));
    if (language === undefined) throw new UsageError('language', { languages: languages.join(' ') });
    const result = await command.run(positionals, values, { language, progress: (text) => err(`${text}\n`) });
    out(values['json'] === true ? `${JSON.stringify(result.json, null, 2)}\n` : result.lines.map((line) => `${line}\n`).join(''));
    return result.good ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`${word('cli', `usage.${error.id}`, error.values)}\n${word('cli', 'usage.seeHelp')}\n`);
    return 2;
  }
}

function help(out: Streams['out']): 0 {
  out(
    `${[word('cli', 'help'), ...[...commands.keys()].map((name) => `  ${word('cli', `summary.${name}`)}`), word('cli', 'help.common')].join('\n')}\n`,
  );
  return 0;
}

/** The language asked for, wherever it stands, so that even a complaint about the other arguments is in it. */
function languageNamed(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const name = argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at < 0 ? undefined : languages.find((each) => each === name);
}

function parsed(args: string[], command: Command): { values: OptionValues; positionals: string[] } {
  const options: ParseArgsConfig['options'] = {
    ...command.options,
    json: { type: 'boolean' },
    lang: { type: 'string' },
    help: { type: 'boolean' },
  };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [option = ''] = /--[\w-]+|-\w/.exec(error.message) ?? [];
    throw new UsageError('option', { option });
  }
}
