import { expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parseScenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { sampleFiles, sampleFolder } from './sampleFolder.ts';

const { scenario } = sampleFolder();
const hash = scenarioHash(scenario);

/** The scenario read from the shipped text with one part replaced. */
function changed(replace: string, by: string): Scenario {
  const whole = sampleFiles.get('scenario.yaml') ?? '';
  expect(whole).toContain(replace);
  const parsed = parseScenario(new Map([['scenario.yaml', whole.replace(replace, by)]]));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value.scenario;
}

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

test('the hash is 64 hexadecimal digits', () => {
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('key order does not move the hash', () => {
  expect(scenarioHash(reversed(scenario) as Scenario)).toBe(hash);
});

test.each([
  ['a title', '  en: Voras Bank', '  en: The Bank of Voras'],
  ['the brief', 'Very few say why', 'Hardly anybody says why'],
  ['the words of a segment', 'they compare rates on', 'they weigh rates on'],
  ['the words of an event', 'Many customers call', 'Some customers call'],
  ['whose names customers bear', 'names: greek', 'names: vietnamese'],
  ['the name of a person', 'name: Eleni Karavida', 'name: Eleni Karavidou'],
  ['a debrief question', 'Who were your three most', 'Which were your three most'],
  ['a source', "'Payne, A. (2006)", "'Payne, Adrian (2006)"],
  ['a hint for lecturers', 'Price leads the market.', 'Price is what counts.'],
])('%s does not move the hash', (_, replace, by) => {
  expect(scenarioHash(changed(replace, by))).toBe(hash);
});

test.each([
  ['the number of quarters', 'quarters: 16', 'quarters: 18'],
  ['the length of a round', 'quartersPerRound: 2', 'quartersPerRound: 4'],
  ['the relation', 'relation: contractual', 'relation: repertoire'],
  ['a need', 'price: 180, quality: 200', 'price: 190, quality: 190'],
  ['the tail of spending', 'q: 2.3', 'q: 2.4'],
  ['a starting stock', 'T: 35', 'T: 36'],
  ['what a firm knows', 'linkage: 0.15', 'linkage: 0.16'],
  ['a cost line', 'licence: 3', 'licence: 4'],
  ['the quarter of an event', '    quarter: 7\n', '    quarter: 6\n'],
  ['the size of an event', 'size: 1.8', 'size: 1.9'],
  ['the start plan', '  biz.spend: 4', '  biz.spend: 5'],
  ['a hidden world', 'leaving.relationship: 1.4', 'leaving.relationship: 1.5'],
  ['the price of an analysis', 'id: rivals, points: 3', 'id: rivals, points: 2'],
  ['an unlock', 'card: svc.promise, quarter: 6', 'card: svc.promise, quarter: 5'],
  ['the figure of a hypothesis', 'kpi: contribution', 'kpi: revenue'],
  ['who tells a case', 'person: despina', 'person: maria'],
  ['a chapter', "chapters: ['3', '4']", "chapters: ['3', '5']"],
])('%s moves the hash', (_, replace, by) => {
  expect(scenarioHash(changed(replace, by))).not.toBe(hash);
});

test('the order of segments is a rule and moves the hash', () => {
  const segments = [...scenario.market.segments].reverse();
  expect(scenarioHash({ ...scenario, market: { ...scenario.market, segments } })).not.toBe(hash);
});
