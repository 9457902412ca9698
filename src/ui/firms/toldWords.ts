/** What came of a file that was given, or of a firm that was deleted, in words. */

import type { Failure } from '../../saves/outcome.ts';
import type { ScenarioCard } from '../../scenario/scenarioCard.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { number } from '../format.ts';
import { language } from '../language.svelte.ts';
import { saveCodeWords } from '../runs/codeWords.ts';
import type { Told } from './intake.svelte.ts';

/** @param cards the firms that ship: one of them may have the same id */
export function toldWords(told: Told, cards: readonly ScenarioCard[]): string {
  if (told.what === 'stopped') return m.firms_stopped();
  const title = localText(told.title, language.current);
  if (told.what === 'deleted') return m.firms_deleted({ title });
  const { known, versions, holds } = told.added;
  const twin = cards.find(({ id }) => id === told.id);
  return [
    known ? m.firms_known({ title }) : m.firms_added({ title }),
    ...(versions > 0 ? [m.firms_added_version({ count: number(versions) })] : []),
    ...(twin ? [m.firm_same_id({ title: localText(twin.title, language.current) })] : []),
    ...(holds === 'memory' ? [m.firms_added_memory()] : []),
  ].join(' ');
}

/** Why nothing came of it. */
export function refusedWords(failure: Failure): string {
  if (failure.code === 'tooSlow') return m.firms_too_slow();
  return failure.code === 'full' ? m.firms_full() : saveCodeWords(failure);
}
