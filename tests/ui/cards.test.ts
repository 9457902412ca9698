import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetIds, controls } from '../../src/company/controls.ts';
import { planErrors } from '../../src/company/plan.ts';
import { cardWords, optionWord } from '../../src/ui/cockpit/planWords.ts';
import { chosenPreset, presetsOf } from '../../src/ui/cockpit/presets.ts';
import { allCards, firstQuarter, openingQuarter, roundCards } from '../../src/ui/cockpit/rounds.ts';
import { moveShare } from '../../src/ui/cockpit/split.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { decidedWords } from '../../src/ui/runs/decided.ts';
import { fakePlan } from './fakeClient.ts';

test('a kept decision says what was chosen, and stands as written where today has no such control or no such value', () => {
  const words = (plan: object): readonly string[] => decidedWords(plan, []);
  expect(words({ 'svc.door': 'open' })[0]).toMatch(/^[^‹]+: [^‹]+$/);
  expect(words({ 'gone.control': 3 })).toEqual(['gone.control: 3']);
  expect(words({ 'ana.buy': 7 })[0]).toMatch(/: 7$/);
});

test.each([
  ['vi', ['small'], ['hunters'], 'Trung tâm: Nhỏ · Không theo đuổi: Săn giá'],
  ['en', ['small'], ['hunters'], 'Core: Small · Not pursued: Hunters'],
  ['en', [], ['hunters'], 'Not pursued: Hunters'],
  ['en', ['small'], [], 'Core: Small'],
  ['en', [], [], 'none chosen'],
] as const)('in %s the core %j and the refused %j are told apart: %s', (locale, core, refused, said) => {
  language.start([locale]);
  const segments = [
    { id: 'small', name: { vi: 'Nhỏ', en: 'Small' } },
    { id: 'hunters', name: { vi: 'Săn giá', en: 'Hunters' } },
  ];
  const card = allCards([]).find(({ id }) => id === 'cus.core')!;
  expect(cardWords(card, { ...fakePlan(), 'cus.core': [...core], 'cus.refused': [...refused] }, segments)).toBe(said);
});

const card = (id: string) => allCards([]).find((each) => each.id === id)!;

test.each([
  ['cam.run', 'cam.offer'],
  ['idc.loyal', 'idc.loyal'],
  ['idc.class', 'idc.class'],
  ['crm.align', 'crm.align'],
] as const)('of the card %s nothing but that is said while %s is none', (id, control) => {
  const plan = { ...fakePlan(), [control]: 'none', 'cam.control': 20, 'idc.loyal.cost': 3 };
  expect(cardWords(card(id), plan, [])).toBe(optionWord(control, 'none'));
});

test('channels that sell and channels that serve are named apart', () => {
  const plan = { ...fakePlan(), 'chn.sell': ['web' as const], 'chn.serve': ['web' as const, 'phone' as const] };
  expect(cardWords(card('chn.role'), plan, [])).toMatch(/^Channels that sell: Web · Channels that serve: Web, Phone · /);
});

describe('cards of a round', () => {
  const cards = allCards([{ card: 'biz.price', quarter: 2 }]);

  test('hold every control of the catalogue once', () => {
    expect(cards.flatMap((card) => card.controls.map(({ id }) => id)).sort()).toEqual(controls.map(({ id }) => id).sort());
  });

  test('open by stage, unless the scenario says otherwise', () => {
    expect(cards.find(({ id }) => id === 'biz.forces')?.round).toBe(1);
    expect(cards.find(({ id }) => id === 'dat.store')?.round).toBe(5);
    expect(cards.find(({ id }) => id === 'biz.price')?.round).toBe(2);
  });

  test('are asked once, stand after, and are locked before', () => {
    for (let round = 1; round <= 8; round += 1) {
      const { asked, standing, locked } = roundCards(cards, round);
      expect(asked.length + standing.length + locked.length).toBe(cards.length);
      expect(locked.every((card) => card.round > round)).toBe(true);
      expect(standing.every((card) => card.round < round)).toBe(true);
    }
    expect(roundCards(cards, 1).asked).toHaveLength(8);
  });

  test('of the quarters that a long round has reached are open before they are asked', () => {
    const { asked, standing, locked } = roundCards(cards, 2, 2);
    expect(asked.every((card) => card.round === 2)).toBe(true);
    expect(standing.filter((card) => card.round === 3).map(({ id }) => id)).toContain('dat.fields');
    expect(Math.min(...locked.map((card) => card.round))).toBe(4);
    expect([3, 4, 5].map((stage) => openingQuarter(stage, 2))).toEqual([3, 5, 5]);
    expect([3, 4, 5].map((stage) => openingQuarter(stage, 1))).toEqual([3, 4, 5]);
  });

  test.each([
    [1, 2, 1],
    [2, 2, 3],
    [8, 2, 15],
    [3, 1, 3],
    [2, 4, 5],
  ])('round %i of %i quarters begins in quarter %i', (round, length, quarter) => {
    expect(firstQuarter(round, length)).toBe(quarter);
  });
});

describe('splitting a hundred', () => {
  const shares = fc
    .array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 })
    .filter((parts) => parts.some((part) => part > 0))
    .map((parts) => {
      const split = Object.fromEntries(budgetIds.map((id) => [id, 0]));
      parts
        .flatMap((part, index) => Array.from({ length: part }, () => budgetIds[index]))
        .slice(0, 20)
        .forEach((id) => (split[id] += 5));
      const sum = Object.values(split).reduce((total, share) => total + share, 0);
      split.marketing += 100 - sum;
      return split;
    });

  test('moving one share keeps the sum, the steps and every share from 0 to 100', () => {
    fc.assert(
      fc.property(shares, fc.constantFrom(...budgetIds), fc.integer({ min: 0, max: 20 }), (before, id, steps) => {
        const after = moveShare(before, id, steps * 5, 5);
        expect(Object.values(after).reduce((total, share) => total + share, 0)).toBe(100);
        expect(Object.values(after).every((share) => share >= 0 && share <= 100 && share % 5 === 0)).toBe(true);
        expect(after[id]).toBe(steps * 5);
      }),
    );
  });

  test('what one gains the largest other gives', () => {
    expect(moveShare({ a: 50, b: 30, c: 20 }, 'c', 30, 5)).toEqual({ a: 40, b: 30, c: 30 });
  });
});

describe('presets', () => {
  const start = fakePlan();
  const all = [...new Set(controls.map(({ card }) => card))].flatMap((card) => presetsOf(card, start));

  test.each(all.map((preset) => [preset.id, preset] as const))('%s is a legal plan', (_, preset) => {
    expect(planErrors(preset.plan, ['households', 'savers'])).toEqual([]);
  });

  test('the one that the plan follows is marked, in whatever order its fields are named', () => {
    const presets = presetsOf('dat.fields', start);
    expect(chosenPreset(presets, start)).toBe('lean');
    expect(chosenPreset(presets, { ...start, 'dat.fields': [...start['dat.fields']].reverse() })).toBe('lean');
    expect(chosenPreset(presets, { ...start, 'dat.fields': ['name'] })).toBeNull();
    expect(chosenPreset(presetsOf('biz.budget', start), start)).toBe('asLastYear');
  });
});
