import fc from 'fast-check';
import { expect, test } from 'vitest';
import { controls, type QuarterPlan } from '../../src/company/controls.ts';
import type { EntryData } from '../../src/game/run.ts';
import { controlValue } from './arbitraryRuns.ts';
import { log, oneQuarter, play, scenario, twoQuarters } from './plays.ts';

const setting = { customers: 250 };
const segmentIds = new Set(scenario.market.segments.map(({ id }) => id));
/** Controls without a value a segment: these draw segments of their own. */
const plain = controls.filter(({ kind }) => kind !== 'segments' && kind !== 'choiceEach' && kind !== 'levelEach');
const patch = fc
  .constantFrom(...plain)
  .chain((control) => controlValue(control).map((value) => ({ [control.id]: value }) as unknown as Partial<QuarterPlan>));
/** Each quarter: the decisions made before it is played. */
const quarters = fc.array(fc.array(patch, { maxLength: 2 }), { minLength: 4, maxLength: 6 });

const logOfQuarters = (all: readonly (readonly Partial<QuarterPlan>[])[]): ReturnType<typeof log> =>
  log(all.flatMap((plans): EntryData[] => [...plans.map((plan): EntryData => ({ kind: 'plan', data: { plan } })), oneQuarter]));

/** A decision that certainly changes something at once: contacts are counted by the customers who get them. */
const contacts = (each: number): Partial<QuarterPlan> => ({
  'idc.contact': Object.fromEntries([...segmentIds].map((id) => [id, each])),
});

test('two runs that differ first in quarter q are alike to the last bit before q, and differ from q on', () => {
  fc.assert(
    fc.property(quarters, fc.nat(), fc.integer({ min: 0, max: 1000 }), (plans, where, luckSeed) => {
      const changed = where % plans.length;
      const variant = (each: number): string[] =>
        play(logOfQuarters(plans.map((own, q) => (q === changed ? [...own, contacts(each)] : own))), { ...setting, luckSeed }).digests;
      const [few, many] = [variant(0), variant(6)];
      expect(many.slice(0, changed)).toEqual(few.slice(0, changed));
      expect(many[changed]).not.toBe(few[changed]);
    }),
    { numRuns: 8 },
  );
});

test('taking a change back in the same round leaves no trace', () => {
  const stay = play(log([oneQuarter, oneQuarter, oneQuarter]), setting).digests;
  const back = (plan: Partial<QuarterPlan>): EntryData => ({ kind: 'plan', data: { plan } });
  const spend = scenario.startPlan['biz.spend']!;
  const undone = play(log([oneQuarter, back({ 'biz.spend': 9 }), back({ 'biz.spend': spend }), oneQuarter, oneQuarter]), setting).digests;
  expect(undone).toEqual(stay);
});

test('a commit of two quarters is the same run as two commits of one with nothing between them', () => {
  fc.assert(
    fc.property(fc.array(fc.array(patch, { maxLength: 3 }), { minLength: 2, maxLength: 3 }), (plans) => {
      const entries = (ends: readonly EntryData[]): ReturnType<typeof log> =>
        log(plans.flatMap((own): EntryData[] => [...own.map((plan): EntryData => ({ kind: 'plan', data: { plan } })), ...ends]));
      expect(play(entries([twoQuarters]), setting).digests).toEqual(play(entries([oneQuarter, oneQuarter]), setting).digests);
    }),
    { numRuns: 6 },
  );
});

test('what is decided is decided once: an analysis is bought in the quarter that names it and not again in the next', () => {
  const bought: string[][] = [];
  const buy: EntryData = { kind: 'plan', data: { plan: { 'ana.buy': ['rivals'] } } };
  play(log([buy, twoQuarters, oneQuarter, buy, oneQuarter]), setting, {
    onQuarter: (_played, { world }) => bought.push(world.played[0]!.answers.map(({ id }) => id)),
  });
  expect(bought).toEqual([['rivals'], [], [], ['rivals']]);
});

test('notes and forecasts are kept in the log and move nothing', () => {
  const words: EntryData[] = [
    { kind: 'note', data: { text: 'why' } },
    { kind: 'predict', data: { kpi: 'churn', low: 10, high: 30, because: 'price' } },
  ];
  const spoken = play(log([...words, oneQuarter, ...words, oneQuarter]), setting);
  expect(spoken.digests).toEqual(play(log([oneQuarter, oneQuarter]), setting).digests);
  expect(spoken.skipped).toEqual([]);
});

test('several plans in one round add up: each changes only the controls and the segments that it names', () => {
  const [first, second] = [...segmentIds];
  const each = (id: string, value: number): EntryData => ({ kind: 'plan', data: { plan: { 'idc.contact': { [id]: value } } } });
  const apart = play(log([each(first!, 5), each(second!, 0), oneQuarter]), setting);
  const together = play(log([{ kind: 'plan', data: { plan: { 'idc.contact': { [first!]: 5, [second!]: 0 } } } }, oneQuarter]), setting);
  expect(apart.world.played[0]!.plan['idc.contact']).toMatchObject({ [first!]: 5, [second!]: 0 });
  expect(apart.digests).toEqual(together.digests);
});
