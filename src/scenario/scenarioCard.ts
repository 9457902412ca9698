/** What the library shows of a scenario before it is opened. */

import type { LevelId, Stocks } from '../company/firm.ts';
import type { Scenario } from './scenario.ts';
import type { Language, Text } from './text.ts';

export interface ScenarioCard {
  id: string;
  /** The only language of its texts; null = both. */
  onlyLanguage: Language | null;
  title: Text;
  question: Text;
  sector: Text;
  place: Text;
  currency: string;
  difficulty: Scenario['difficulty'];
  minutes: Scenario['minutes'];
  chapters: readonly string[];
  quarters: number;
  quartersPerRound: Scenario['quartersPerRound'];
  /** Number of hidden worlds; which one a run plays stays hidden. */
  worlds: number;
  /** Where the learner's firm stands when play begins: records in shares 0-1, the rest in points 0-100. */
  start: {
    level: LevelId | null;
    individualisation: number | null;
    coverage: number | null;
    depth: number | null;
    accuracy: number | null;
    linkage: number | null;
    consent: number | null;
    stocks: Stocks | null;
  };
}

/** The one language that a scenario is written in; null where it has both. */
export function onlyLanguage({ languages = [] }: Pick<Scenario, 'languages'>): Language | null {
  return languages.length === 1 ? languages[0]! : null;
}

export function scenarioCard(scenario: Scenario): ScenarioCard {
  const { id, title, question, sector, place, currency, difficulty, minutes, chapters, quarters, quartersPerRound } = scenario;
  const { level = null, individualisation = null, records, stocks = null } = scenario.firms[0];
  const { coverage = null, depth = null, accuracy = null, linkage = null, consent = null } = records ?? {};
  const start = { level, individualisation, coverage, depth, accuracy, linkage, consent, stocks };
  return {
    id,
    onlyLanguage: onlyLanguage(scenario),
    title,
    question,
    sector,
    place,
    currency,
    difficulty,
    minutes,
    chapters,
    quarters,
    quartersPerRound,
    start,
    worlds: scenario.worlds.length,
  };
}
