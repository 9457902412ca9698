/** A first look at YAML, before anything is built of it: refuses in linear time what would take the composer long or deep. */

import { CST, Lexer } from 'yaml';
import type { ScenarioErrorCode } from './coded.ts';

/** A scenario of the shipped size has about 8000; composing takes some microseconds each, more where it finds an error. */
export const mostLexemes = 50_000;
/** Aliases, anchors, tags, directives and explicit keys: refused one by one later, with their path; more than this at once. */
const mostOddities = 20;

export interface LexemeRefusal {
  code: ScenarioErrorCode;
  offset: number;
  values: Readonly<Record<string, string | number>>;
}

/** null, or why the text is refused: too many lexemes, brackets or dashes nested over `mostDepth`, a bracket that closes nothing. */
export function refuseLexemes(text: string, mostDepth: number): LexemeRefusal | null {
  let offset = 0;
  let count = 0;
  let oddities = 0;
  let brackets = 0;
  let dashes = 0;
  let scalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: CST.TokenType | 'plain' | null = scalarNext ? 'plain' : CST.tokenType(lexeme);
    scalarNext = type === 'scalar';
    // Marks that the lexer puts in; they stand for no character.
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'flow-seq-start' || type === 'flow-map-start') brackets += 1;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') brackets -= 1;
    else if (type === 'seq-item-ind') dashes += 1;
    else if (type === 'newline') dashes = 0;
    else if (type === 'alias' || type === 'anchor' || type === 'tag' || type === 'directive-line' || type === 'explicit-key-ind')
      oddities += 1;
    count += 1;
    if (brackets < 0) return { code: 'syntax', offset, values: { problem: 'UNEXPECTED_TOKEN' } };
    if (brackets > mostDepth || dashes > mostDepth) return { code: 'tooDeep', offset, values: { most: mostDepth } };
    if (oddities > mostOddities) return { code: 'syntax', offset, values: { problem: 'NOT_PLAIN' } };
    if (count > mostLexemes) return { code: 'tooMany', offset, values: { most: mostLexemes } };
    offset += lexeme.length;
  }
  return null;
}
