import { describe, expect, test } from 'vitest';
import { answersOf, opportunitySlot, type AnswerEffects } from '../../src/company/opportunities.ts';
import type { AnswerId } from '../../src/company/orders.ts';
import { scenarioErrorCodes } from '../../src/scenario/coded.ts';
import { parsePlaybook, parseScenario } from '../../src/scenario/parseScenario.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { shippedNames, shippedScenario, vorasBank } from '../game/shippedScenario.ts';
import { sampleFiles } from './sampleFolder.ts';

const sample = sampleFiles.get('scenario.yaml') ?? '';
const both = (words: string): string => `{ vi: ${words} vi, en: ${words} en }`;
const answer = (effects: string): string => `{ words: ${both('say')}, after: ${both('then')}, effects: ${effects} }`;
const offer = `
  - id: mine
    quarter: 5
    kind: opportunity
    person: despina
    title: ${both('title')}
    text: ${both('text')}
    inLine: { generic: [cost], core: [small-firms] }
    options:
      accept: ${answer('{ cash: 6, cashOver: 2, hours: 200, hoursFor: 3, alignment: -8, trust: -2, fit: 30 }')}
      counter: ${answer('{ cash: 2 }')}
      refuse: ${answer('{}')}
`;
const dilemma = offer
  .replace('id: mine', 'id: policy')
  .replace('quarter: 5', 'quarter: 7')
  .replace('kind: opportunity', 'kind: dilemma')
  .replace(/ {4}inLine:.*\n/, '');

const read = (list: string) =>
  parseScenario(new Map([['scenario.yaml', sample.replace('\nanalyses:', `\nopportunities:${list}\nanalyses:`)]]));
const faults = (list: string): string[] => {
  const parsed = read(list);
  return parsed.ok ? [] : parsed.errors.map(({ code, at }) => `${code} ${at}`);
};

describe('Offers in a scenario', () => {
  test('are read as they are written; a scenario needs none', () => {
    const parsed = read(offer + dilemma);
    expect(parsed.ok ? [] : parsed.errors).toEqual([]);
    const [mine, policy] = parsed.ok ? parsed.value.scenario.opportunities! : [];
    expect(mine).toMatchObject({
      id: 'mine',
      quarter: 5,
      kind: 'opportunity',
      inLine: { generic: ['cost'], core: ['small-firms'] },
      options: {
        accept: { effects: { cash: 6, cashOver: 2, hours: 200, hoursFor: 3, alignment: -8, trust: -2, fit: 30 } },
        refuse: { effects: {} },
      },
    });
    expect(policy?.kind).toBe('dilemma');
    const none = parseScenario(new Map([['scenario.yaml', sample]]));
    expect(none.ok && none.value.scenario.opportunities).toBeUndefined();
  });

  test.each<[string, string, string, string]>([
    ['a kind nobody knows', 'kind: opportunity', 'kind: windfall', 'notAnOption opportunities[0].kind'],
    ['more cash than an offer may bring', 'cash: 6', 'cash: 60', 'outOfRange opportunities[0].options.accept.effects.cash'],
    ['cash over no quarter', 'cashOver: 2', 'cashOver: 0', 'outOfRange opportunities[0].options.accept.effects.cashOver'],
    ['half a quarter of work', 'hoursFor: 3', 'hoursFor: 2.5', 'notAnInteger opportunities[0].options.accept.effects.hoursFor'],
    ['more hours than two teams have', 'hours: 200', 'hours: 2000', 'outOfRange opportunities[0].options.accept.effects.hours'],
    ['alignment beyond its range', 'alignment: -8', 'alignment: -80', 'outOfRange opportunities[0].options.accept.effects.alignment'],
    ['trust beyond its range', 'trust: -2', 'trust: -31', 'outOfRange opportunities[0].options.accept.effects.trust'],
    ['fit below nothing', 'fit: 30', 'fit: -1', 'outOfRange opportunities[0].options.accept.effects.fit'],
    ['an effect nobody knows', 'fit: 30', 'luck: 3', 'unknownKey opportunities[0].options.accept.effects.luck'],
    ['no way to refuse', `      refuse: ${answer('{}')}\n`, '', 'missingKey opportunities[0].options.refuse'],
    ['an answer without words', `words: ${both('say')}, `, '', 'missingKey opportunities[0].options.accept.words'],
    ['one language only', `title: ${both('title')}`, 'title: { vi: x }', 'missingLanguage opportunities[0].title.en'],
    ['a person nobody knows', 'person: despina', 'person: nobody', 'unknownReference opportunities[0].person'],
    ['a core segment that is none', 'core: [small-firms]', 'core: [firms]', 'unknownReference opportunities[0].inLine.core[0]'],
    ['a strategy that is none', 'generic: [cost]', 'generic: [luck]', 'notAnOption opportunities[0].inLine.generic[0]'],
    ['a quarter after the end', 'quarter: 5', 'quarter: 17', 'outsideRun opportunities[0].quarter'],
    ['a quarter in the middle of a round', 'quarter: 5', 'quarter: 6', 'offStep opportunities[0].quarter'],
  ])('%s is refused with its code', (_, replace, by, error) => {
    expect(offer).toContain(replace);
    const errors = faults(offer.replace(replace, by));
    expect(errors).toContain(error);
    expect(scenarioErrorCodes).toContain(error.split(' ')[0]);
  });

  test.each<[string, string, string]>([
    ['two in one quarter', offer + dilemma.replace('quarter: 7', 'quarter: 5'), 'outOfOrder opportunities[1].quarter'],
    ['one id twice', offer + dilemma.replace('id: policy', 'id: mine'), 'duplicateId opportunities[1].id'],
    [
      'a dilemma that is in line',
      dilemma.replace('    options:', '    inLine: { generic: [cost] }\n    options:'),
      'unknownKey opportunities[0].inLine',
    ],
  ])('%s: refused with its code', (_, list, error) => expect(faults(list)).toContain(error));

  test('are rules of the scenario, their words are not', () => {
    const hash = (list: string): string => {
      const parsed = read(list);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      return scenarioHash(parsed.value.scenario);
    };
    expect(hash(offer.replace('then en', 'later en').replace('title en', 'name en'))).toBe(hash(offer));
    expect(hash(offer.replace('cash: 6', 'cash: 5'))).not.toBe(hash(offer));
  });
});

describe('Answers and the standing order in a playbook', () => {
  const { scenario } = vorasBank();
  const playbook = (move: string, standing: string) =>
    parsePlaybook(`format: 1\nname: test\nstart: {}\nchanges:\n  - { quarter: 5, moves: [${move}] }\nstanding: ${standing}\n`, scenario);
  const move = '{ kind: opportunity, slot: q5.opportunity.1, answer: counter, reason: hours }';

  test('are read; an older playbook without the order keeps the usual one', () => {
    const parsed = playbook(move, '{ onOpportunity: accept }');
    expect(parsed.ok && parsed.value).toMatchObject({
      changes: [{ moves: [{ kind: 'opportunity', slot: 'q5.opportunity.1', answer: 'counter', reason: 'hours' }] }],
      standing: { onOpportunity: 'accept' },
    });
    const old = playbook(move.replace(', reason: hours', ''), '{ onBreach: sayNothing }');
    expect(old.ok && old.value.standing).toEqual({ onBreach: 'sayNothing' });
  });

  test.each<[string, string, string]>([
    ['answer', move.replace('counter', 'perhaps'), 'notAnOption'],
    ['reason', move.replace('hours', 'whim'), 'notAnOption'],
    ['slot', move.replace('q5.opportunity.1', 'the-mine'), 'badId'],
  ])('a wrong %s is refused with its code', (key, wrong, code) => {
    const parsed = playbook(wrong, '{}');
    expect(parsed.ok ? [] : parsed.errors.map((error) => [error.code, error.at])).toEqual([[code, `changes[0].moves[0].${key}`]]);
  });
});

/** What an answer is worth on each count, more = better: cash, hours spared, alignment, trust, fit; in line nothing of alignment and fit is lost. */
function worth({ cash = 0, hours = 0, hoursFor = 1, alignment = 0, trust = 0, fit = 0 }: AnswerEffects, inLine: boolean): number[] {
  return [cash, -hours * hoursFor, inLine ? Math.max(0, alignment) : alignment, trust, inLine ? 0 : -fit];
}
const beats = (a: number[], b: number[]): boolean => a.every((value, i) => value >= b[i]!) && a.some((value, i) => value > b[i]!);

const cards = shippedNames().flatMap((name) => {
  const { scenario } = shippedScenario(name);
  return (scenario.opportunities ?? []).map((spec) => [`${scenario.id}: ${spec.id}`, spec] as const);
});

test('every firm has opportunities and a dilemma, each in a slot of its own', () => {
  for (const name of shippedNames()) {
    const slots = cards.filter(([id]) => id.startsWith(`${name}:`)).map(([, spec]) => opportunitySlot(spec));
    expect(slots.filter((slot) => slot.includes('opportunity')).length).toBeGreaterThan(0);
    expect(slots.filter((slot) => slot.includes('dilemma')).length).toBe(1);
    expect(new Set(slots).size).toBe(slots.length);
  }
});

describe.each(cards)('%s', (_, spec) => {
  const effects = (id: AnswerId): AnswerEffects => spec.options[id]!.effects;
  const answers = answersOf(spec);

  test('accepting brings the most cash, refusing none: the temptation is in the money', () => {
    for (const id of answers) if (id !== 'accept') expect(effects('accept').cash).toBeGreaterThan(effects(id).cash ?? 0);
    expect(effects('refuse').cash ?? 0).toBeLessThanOrEqual(0);
  });

  test('no answer is better than another on every count, in line or not', () => {
    for (const inLine of spec.inLine ? [false, true] : [false]) {
      for (const a of answers) {
        for (const b of answers) {
          if (a !== b)
            expect({ a, b, inLine, beats: beats(worth(effects(a), inLine), worth(effects(b), inLine)) }).toMatchObject({ beats: false });
        }
      }
    }
  });

  test(
    spec.kind === 'dilemma'
      ? 'accepting costs much trust, and trust is what the other answers keep'
      : 'accepted off the strategy it costs alignment and fit, in line neither',
    () => {
      const accept = effects('accept');
      if (spec.kind === 'dilemma') {
        expect(accept.trust).toBeLessThanOrEqual(-10);
        for (const id of answers) if (id !== 'accept') expect(effects(id).trust ?? 0).toBeGreaterThan(0);
      } else {
        expect(accept.alignment).toBeLessThan(0);
        expect(accept.fit).toBeGreaterThan(0);
        expect(worth(accept, true).slice(2)).toEqual([0, accept.trust ?? 0, 0]);
        expect(accept.hours! * accept.hoursFor!).toBeGreaterThanOrEqual(300);
      }
    },
  );

  test('a counter-offer stands between the two: less cash than accepting, less of everything else', () => {
    if (!spec.options.counter) return;
    const [accept, counter] = [effects('accept'), effects('counter')];
    expect(counter.cash).toBeGreaterThan(effects('refuse').cash ?? 0);
    expect(counter.alignment ?? 0).toBeGreaterThanOrEqual(accept.alignment ?? 0);
    expect(counter.fit ?? 0).toBeLessThanOrEqual(accept.fit ?? 0);
  });
});
