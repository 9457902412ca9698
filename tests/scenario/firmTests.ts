/** What is asked of every shipped firm: where it starts, and how much it tells. */

import { expect } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { languages } from '../../src/scenario/text.ts';
import { wordCount } from '../../src/scenario/textSchema.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';

/** Every text of a part of a scenario in one language. */
export function* textsOf(value: unknown, language: (typeof languages)[number]): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('vi' in value && 'en' in value) yield String((value as Record<string, unknown>)[language]);
  else for (const member of Object.values(value)) yield* textsOf(member, language);
}

/** A row of the table of firms: records as shares 0-1, individualisation and stocks S L X H T Q in points, cash in units. */
export interface StartRow {
  level: string;
  records: { coverage: number; depth: number; accuracy: number; linkage: number; consent: number };
  individualisation: number;
  stocks: { S: number; L: number; X: number; H: number; T: number; Q: number };
  cash: number;
}

export function expectStart(firm: Scenario['firms'][0], row: StartRow): void {
  expect(firm.level).toBe(row.level);
  expect(firm.records).toMatchObject(row.records);
  expect(firm.individualisation).toBe(row.individualisation);
  expect(firm.stocks).toEqual(row.stocks);
  expect(firm.money?.cash).toBe(row.cash);
}

/** A brief that is read before the first decision: 150 to 350 words in either language, titles among them. */
export function expectShortBrief({ brief }: Scenario): void {
  for (const language of languages) {
    const words = brief.reduce((sum, part) => sum + wordCount(part.title[language]) + wordCount(part.text[language]), 0);
    expect(words).toBeGreaterThan(150);
    expect(words).toBeLessThanOrEqual(350);
  }
}

export function expectNothingTwice(told: unknown): void {
  for (const language of languages) {
    const all = [...textsOf(told, language)];
    expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([]);
  }
}

/** Rivals that follow the three generic strategies, one each. */
export function expectRivalOfEachStrategy({ firms: [, ...rivals] }: Scenario): void {
  expect(rivals.map(({ generic }) => generic).sort()).toEqual(['cost', 'differentiation', 'focus']);
}

/** The 20 units that the cost lines are a split of. */
export function expectWholeCostLines({ firms: [firm] }: Scenario): void {
  expect(Object.values(firm.costLines ?? {}).reduce((total, line) => total + line, 0)).toBeCloseTo(20, 10);
}

/** No two of the three worlds alike in who pays, why people leave, the firms and the days of events. */
export function expectThreeWorldsApart(scenario: Scenario): void {
  const worlds = scenario.worlds.map((_, i) => resolveWorld(scenario, i));
  expect(worlds).toHaveLength(3);
  const differs = (of: (world: Scenario) => unknown): void =>
    expect(new Set(worlds.map((world) => JSON.stringify(of(world)))).size).toBe(3);
  differs(({ market }) => market.segments.map(({ spend }) => spend));
  differs(({ market }) => market.parameters);
  differs(({ firms }) => firms);
  differs(({ events }) => events.map(({ quarter }) => quarter));
}
