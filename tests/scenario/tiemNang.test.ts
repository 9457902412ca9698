import { describe, expect, test } from 'vitest';
import { controls } from '../../src/company/controls.ts';
import { gapOf, paths } from '../../src/company/paths.ts';
import { parseScenario } from '../../src/scenario/parseScenario.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { languages } from '../../src/scenario/text.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { channelIds } from '../../src/sim/market.ts';
import { readScenarioFolder } from '../../tools/scenario-folders.ts';
import {
  expectNothingTwice,
  expectRivalOfEachStrategy,
  expectShortBrief,
  expectStart,
  expectWholeCostLines,
  textsOf,
} from './firmTests.ts';

const files = readScenarioFolder(new URL('../../scenarios/tiem-nang', import.meta.url).pathname);
const parsed = parseScenario(files);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors, null, 1));
const { scenario, playbooks } = parsed.value;
const { segments } = scenario.market;
const [shop] = scenario.firms;

describe('Tiệm Nắng starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(shop, {
      level: 'l1',
      records: { coverage: 0.25, depth: 0.2, accuracy: 0.55, linkage: 0.2, consent: 0.5 },
      individualisation: 40,
      stocks: { S: 45, L: 80, X: 65, H: 40, T: 40, Q: 35 },
      cash: 25,
    });
  });

  test('nobody has a contract, and a basket costs 250,000 to 600,000 dong', () => {
    expect(scenario.market.relation).toBe('repertoire');
    for (const { spend } of segments) {
      expect(spend.mean).toBeGreaterThanOrEqual(250_000);
      expect(spend.mean).toBeLessThanOrEqual(600_000);
    }
  });

  test('it keeps to four channels of its own and a stall on a marketplace', () => {
    const used = channelIds.filter((channel) => segments.some(({ channels }) => (channels[channel] ?? 0) > 0));
    expect(used).toEqual(['branch', 'phone', 'web', 'social', 'marketplace']);
  });

  test('twelve quarters make six rounds, and it is the easiest', () => {
    expect([scenario.quarters, scenario.quartersPerRound, scenario.difficulty]).toEqual([12, 2, 1]);
  });

  test('the three rivals follow the three generic strategies', () => {
    expectRivalOfEachStrategy(scenario);
  });

  test('its cost lines sum to the 20 units they are a split of', () => {
    expectWholeCostLines(scenario);
  });
});

describe('The shipped words', () => {
  test('the brief has at most 350 words in each language', () => {
    expectShortBrief(scenario);
  });

  test('no bank is spoken of', () => {
    const bank = {
      vi: /ngân hàng|chi nhánh|tiền gửi|khoản vay|giao dịch viên|lãi suất/iu,
      en: /\bbank|branch|deposit|\bloan|mortgage|teller/i,
    };
    for (const language of languages) expect([...textsOf(scenario, language)].filter((text) => bank[language].test(text))).toEqual([]);
  });

  test('nothing that is told in a run is told twice', () => {
    const told = [
      scenario.brief,
      scenario.events,
      scenario.cases,
      scenario.hypotheses,
      scenario.debrief,
      segments,
      scenario.firms.map(({ about }) => about),
    ];
    expectNothingTwice(told);
  });

  test('its own words move no rule, and a word that nobody reads is refused', () => {
    expect(scenarioHash({ ...scenario, words: {} })).toBe(scenarioHash(scenario));
    const yaml = files.get('scenario.yaml')!.replace('  kpi.waiting:', '  kpi.weather:');
    const broken = parseScenario(new Map([...files, ['scenario.yaml', yaml]]));
    expect(broken.ok ? [] : broken.errors.map(({ code, at }) => [code, at])).toEqual([['unknownKey', 'words[kpi.weather]']]);
  });
});

describe('The course of the game', () => {
  test('stage k opens in quarter k, and every card opens', () => {
    const stages = Object.fromEntries(controls.map(({ card, stage }) => [card, stage]));
    expect(Object.fromEntries(scenario.unlocks.map(({ card, quarter }) => [card, quarter]))).toEqual(stages);
  });

  test('events come in order', () => {
    const quarters = scenario.events.map(({ quarter }) => quarter);
    expect(quarters).toEqual([...quarters].sort((a, b) => a - b));
  });

  test('the textbook goes P13, then P34; each trap has its playbook', () => {
    expect(playbooks['textbook'].changes.map(({ plan }) => plan?.['crm.path']).filter(Boolean)).toEqual(['p13', 'p34']);
    expect(Object.keys(playbooks).sort()).toEqual([
      'bought-list',
      'flash-sale',
      'followers',
      'leap',
      'no-human-exit',
      'stay',
      'textbook',
      'whole-at-once',
    ]);
  });
});

test('four hidden worlds differ in who pays, why people leave, the rivals and the days of events', () => {
  const worlds = scenario.worlds.map((_, i) => resolveWorld(scenario, i));
  expect(worlds).toHaveLength(4);
  const differs = (of: (world: typeof scenario) => unknown): void =>
    expect(new Set(worlds.map((world) => JSON.stringify(of(world)))).size).toBeGreaterThan(1);
  differs((world) => world.market.segments.map(({ spend }) => spend));
  differs((world) => world.market.parameters);
  differs((world) => world.firms.slice(1).map(({ offer }) => offer));
  differs((world) => world.events.map(({ quarter }) => quarter));
});

test('in the rich world alone the leap is open from the first path on: information, consent and readiness are enough', () => {
  const open = scenario.worlds.map(({ id }, world) => {
    const [firm] = resolveWorld(scenario, world).firms;
    const { coverage, depth, accuracy, linkage, consent } = firm.records!;
    const completeness = 100 * Math.sqrt(Math.sqrt(coverage * depth * accuracy * linkage));
    const enough = completeness >= paths.p14.information && 100 * consent >= paths.p14.consent && gapOf('p14', firm.stocks!) <= 6;
    return enough ? [id] : [];
  });
  expect(open.flat()).toEqual(['rich-cousin']);
  expect(playbooks['whole-at-once'].changes.flatMap(({ plan }) => plan?.['crm.path'] ?? [])).toEqual(['p14']);
});
