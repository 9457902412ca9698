import { runCommandLine } from '../../src/cli/commandLine.ts';

/** Runs the command line: exit code, what was printed as a result, and what was said about use and progress. */
export async function called(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, out, err };
}
