import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { caseEndings } from '../../src/company/conflict/caseRules.ts';
import { bandIds, criterionIds, faultIds } from '../../src/company/conflict/situation.ts';
import { contradictions } from '../../src/company/contradictions.ts';
import { controls, type Control } from '../../src/company/controls.ts';
import { levelIds, stockIds } from '../../src/company/firm.ts';
import { pathLacks, type Facts } from '../../src/company/guards.ts';
import type { StallCause } from '../../src/company/matrixRules.ts';
import { conflictModes, programmeMoves } from '../../src/company/orders.ts';
import { signIds } from '../../src/company/signs.ts';
import { pathIds } from '../../src/company/controls.ts';
import { frameIds, methodIds, whyIds } from '../../src/game/estimate.ts';
import { kpiIds, type ProgrammeView, type RivalSeen } from '../../src/game/reports.ts';
import { signIds as strategySignIds } from '../../src/game/cards/strategyCards.ts';
import { driverIds } from '../../src/game/run.ts';
import { capIds } from '../../src/game/score/caps.ts';
import { figureIds } from '../../src/game/score/evidence.ts';
import { weights } from '../../src/game/score/weights.ts';
import { wordKeys } from '../../src/scenario/wordsSchema.ts';
import { causeIds, needIds } from '../../src/sim/market.ts';
import { blockIds } from '../../src/sim/records/recordActions.ts';
import { hasWord, speakAs, word } from '../../src/text/words.ts';
import type { ChangeGroup } from '../../src/ui/cockpit/changes.ts';
import { presetsOf } from '../../src/ui/cockpit/presets.ts';
import { cardGroups } from '../../src/ui/debrief/cardRows.ts';
import { fakePlan } from '../ui/fakeClient.ts';

const missing = (kind: string, ids: readonly string[]): string[] => ids.filter((id) => !hasWord(kind, id));
const optionsOf = (control: Control): readonly string[] => ('options' in control ? control.options : []);

/** Lists that exist only as types: the compiler keeps these complete. */
const states: Record<ProgrammeView['state'], true> = {
  idle: true,
  analysing: true,
  checking: true,
  planning: true,
  approved: true,
  piloting: true,
  rollingOut: true,
  embedding: true,
  stalled: true,
  rollingBack: true,
};
const moves: Record<RivalSeen['move'], true> = { steady: true, priceCut: true, serviceDrive: true, copying: true, retreat: true };
const stalls: Record<StallCause, true> = {
  S: true,
  L: true,
  X: true,
  H: true,
  T: true,
  Q: true,
  adoption: true,
  budget: true,
  sponsor: true,
  revolt: true,
};
const changeGroups: Record<ChangeGroup, true> = { clear: true, new: true, blurred: true, same: true, stale: true, staleStart: true };

/** Reason codes written down in the rules of the company, found in its source so that a new one cannot be forgotten. */
function reasonCodes(): string[] {
  const folder = new URL('../../src/company/', import.meta.url);
  const elsewhere = ['plan.ts', 'contradictions.ts'];
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !elsewhere.includes(name));
  const found = sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/code: '([\w.]+)'/g)].map(([, code]) => code),
  );
  const poor: Facts = {
    level: 'l1',
    stocks: { S: 0, L: 0, X: 0, H: 0, T: 0, Q: 0 },
    information: 0,
    consent: 0,
    adoption: 0,
    released: 0,
    costLines: 0,
    businessAnalysed: false,
    customerAnalysed: false,
  };
  return [...new Set([...found, ...pathIds.flatMap((path) => pathLacks(path, poor).map(({ code }) => code))])];
}

describe('every control of the catalogue has words', () => {
  test.each(controls.map((control) => [control.id, control] as const))('%s', (id, control) => {
    expect(hasWord('control', id)).toBe(true);
    expect(
      missing(
        'option',
        optionsOf(control).map((option) => `${id}.${option}`),
      ),
    ).toEqual([]);
    if (control.kind === 'level' || control.kind === 'levelEach') expect(hasWord('level', id)).toBe(true);
    expect(hasWord('card', control.card)).toBe(true);
    expect(hasWord('cardHelp', control.card)).toBe(true);
  });

  test('so has every preset', () => {
    const cards = [...new Set(controls.map(({ card }) => card))];
    const presets = cards.flatMap((card) => presetsOf(card, fakePlan()).map(({ id }) => `${card}.${id}`));
    expect(presets.length).toBeGreaterThanOrEqual(6);
    expect(missing('preset', presets)).toEqual([]);
  });
});

test.each([
  ['kpi', kpiIds],
  ['why', whyIds],
  ['method', methodIds],
  ['frame', frameIds],
  ['level', levelIds],
  ['stock', stockIds],
  ['programme', Object.keys(states)],
  ['stallCause', Object.keys(stalls)],
  ['sign', signIds],
  ['reason', reasonCodes()],
  ['card', ['prg.move', 'orders']],
  ['move', programmeMoves],
  ['moveHelp', programmeMoves],
  ['clash', contradictions.map(({ code }) => code)],
  ['rivalMove', Object.keys(moves)],
  ['cause', causeIds],
  ['driver', driverIds],
  ['need', needIds],
  ['mode', conflictModes],
  ['modeHelp', conflictModes],
  ['lead', controls.filter(({ kind }) => kind === 'segments').map(({ id }) => id)],
  ['outcome', caseEndings],
  ['caseFault', faultIds],
  ['caseBand', bandIds],
  ['caseCriterion', criterionIds],
  ['criterion', Object.keys(weights)],
  ['cap', capIds],
  ['criterionHelp', Object.keys(weights)],
  ['criterionLevel', ['0', '1', '2', '3', '4']],
  ['figure', figureIds],
  ['change_group', Object.keys(changeGroups)],
  ['block', blockIds],
  ['cards_group', cardGroups],
  ['cards_signs', strategySignIds],
  ['question', ['1', '2', '3', '4', '5', '6', '7', '8']],
] as const)('no %s of the game lacks a word', (kind, ids) => {
  expect(ids.length).toBeGreaterThan(0);
  expect(missing(kind, ids)).toEqual([]);
});

describe('a scenario speaks its own way', () => {
  afterEach(() => speakAs(null));

  test('its own words come first, others stay as usual', () => {
    const usual = word('card', 'dat.share');
    const own = { 'control.dat.share': { vi: 'Số cặp tiệm', en: 'Pairs of shops' } };
    speakAs({ words: own, market: { relation: 'contractual' } });
    expect(Object.values(own['control.dat.share'])).toContain(word('control', 'dat.share'));
    expect(word('card', 'dat.share')).toBe(usual);
  });

  test('where customers have no contract, they lapse', () => {
    const usual = word('kpi', 'churn');
    speakAs({ market: { relation: 'repertoire' } });
    expect(word('kpi', 'churn')).not.toBe(usual);
    speakAs({ market: { relation: 'contractual' } });
    expect(word('kpi', 'churn')).toBe(usual);
  });

  test('every key that a scenario may set has usual words', () => {
    expect(wordKeys.filter((key) => !hasWord(key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)))).toEqual([]);
  });
});

test('an id without words is shown as it is, so that it is seen', () => {
  expect(word('kpi', 'nonsense')).toBe('‹kpi.nonsense›');
});
