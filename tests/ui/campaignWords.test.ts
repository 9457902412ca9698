import { afterEach, describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { campaignsAgainstTruth } from '../../src/game/cards/campaignCard.ts';
import type { CardsAgainstTruth } from '../../src/game/cardsAgainstTruth.ts';
import { advance } from '../../src/game/playQuarter.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { word } from '../../src/text/words.ts';
import { setLocale } from '../../src/text/generated/runtime.js';
import { campaignFigures, campaignReadings, campaignTitle } from '../../src/ui/cockpit/campaignWords.ts';
import { cardWords } from '../../src/ui/cockpit/planWords.ts';
import { allCards } from '../../src/ui/cockpit/rounds.ts';
import { campaignRows } from '../../src/ui/debrief/campaignRows.ts';
import { unmarked } from '../../src/ui/glassBox/opening.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const { scenario } = vorasBank();
const speak = (to: 'en' | 'vi'): void => {
  void setLocale(to, { reload: false });
  language.current = to;
};
afterEach(() => speak('en'));

/** One campaign of a small bank, as known and as it was. */
function run(plan: Partial<QuarterPlan>) {
  const world = createWorld(scenario, 0, { population: 5, luck: 5 }, 1500);
  const played = advance(world, new Map([[scenario.firms[0].id, { plan: { 'cam.offer': 'discount', ...plan }, moves: [] }]]), false);
  const { known, truth } = quarterReport(world, played, null);
  const campaigns = campaignsAgainstTruth({ known: [known], truth: [truth] } as never);
  return { sheet: known.campaign!, rows: () => campaignRows({ campaigns } as CardsAgainstTruth, scenario) };
}
const alone = run({});
const compared = run({ 'cam.control': 20 });

describe.each(['en', 'vi'] as const)('a campaign in words: %s', (to) => {
  test.each([
    ['without a control group', alone],
    ['with one', compared],
  ] as const)('%s every line is whole', (_, { sheet, rows }) => {
    speak(to);
    const figures = campaignFigures(sheet, scenario.currency).flatMap(({ name, value, doubt }) => [name, value, doubt]);
    const told = rows().flatMap(({ name, said, truth }) => [name, ...said, ...truth]);
    const lines = [campaignTitle(sheet), ...campaignReadings(sheet), ...figures, ...told].map(unmarked);
    expect(lines.filter((line) => line.trim() === '' || /[‹›]|undefined|NaN|[{}]/.test(line))).toEqual([]);
  });
});

test('without a control group the sheet says first that nobody knows what the offer added', () => {
  expect(campaignReadings(alone.sheet)[0]).toMatch(/nobody was kept out to compare/);
  expect(campaignFigures(alone.sheet, scenario.currency).filter(({ value }) => value === '–').length).toBe(4);
});

test.each([
  ['added purchases', 0.1, 0.3, /added purchases/],
  ['may have added nothing', -0.1, 0.3, /cannot tell/],
  ['took purchases away', -0.3, -0.1, /bought less/],
])('an interval says whether the offer %s', (_, low, high, words) => {
  const { sheet } = compared;
  expect(campaignReadings({ ...sheet, lift: { ...sheet.lift, low, high } })[0]).toMatch(words);
});

test.each([
  ['made money', 10, 30, /made money/],
  ['may have done neither', -10, 30, /holds nought/],
  ['lost money', -30, -10, /lost money/],
])('the range of the gain says whether the offer %s', (_, low, high, words) => {
  const { sheet } = compared;
  expect(campaignReadings({ ...sheet, gain: { ...sheet.gain, low, high } })[1]).toMatch(words);
});

test('a comparison that shows more than all that was bought with the offer is called luck, a smaller one is not', () => {
  const { sheet } = compared;
  const said = (value: number): string => campaignReadings({ ...sheet, claim: 1000, gain: { ...sheet.gain, value } }).join(' ');
  expect(said(1001)).toMatch(/do not rely on it/);
  expect(said(1000)).not.toMatch(/do not rely on it/);
});

test('of whom the figures speak is said once over them and at none of them', () => {
  const frame = word('frame', 'addressable');
  expect(campaignReadings(compared.sheet)).toContain(word('frameHelp', 'addressable'));
  expect(campaignFigures(compared.sheet, scenario.currency).filter(({ doubt }) => doubt.includes(frame))).toEqual([]);
});

test('the card says no more than that there is no campaign as long as there is none', () => {
  const card = allCards(scenario.unlocks).find(({ id }) => id === 'cam.run')!;
  const plan = (patch: Partial<QuarterPlan>) => ({
    ...createWorld(scenario, 0, { population: 5, luck: 5 }, 200).played[0]!.plan,
    ...patch,
  });
  expect(cardWords(card, plan({}), scenario.market.segments)).toBe('No campaign');
  expect(cardWords(card, plan({ 'cam.offer': 'bundle', 'cam.control': 10 }), scenario.market.segments)).toBe(
    'Bundle by needs on file · Everybody on file · 10% kept out',
  );
});
