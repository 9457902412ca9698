import { describe, expect, test } from 'vitest';
import type { ChainConduct, TargetsSeen } from '../../src/game/conduct/evidence.ts';
import { shareFixed, shareFollowed } from '../../src/game/score/practice/adjustment.ts';
import { intervalScore } from '../../src/game/score/practice/accuracy.ts';
import { practiceJudges } from '../../src/game/score/practice/judges.ts';
import { resultJudges } from '../../src/game/score/result.ts';
import type { PracticeId, ResultId } from '../../src/game/score/weights.ts';
import { targetsOver } from '../../src/game/conduct/targets.ts';
import { costOfLabel, regretOf } from '../../src/game/conduct/targetsSeen.ts';
import { forecastError } from '../../src/game/conduct/tools.ts';
import { lawConduct } from '../../src/game/conduct/law.ts';
import { survival } from '../../src/game/conduct/loyaltyNow.ts';
import type { ConductQuarter } from '../../src/game/conduct/memory.ts';
import { costLineIds, type QuarterPlan } from '../../src/company/controls.ts';
import { chain, conductWith, everythingDone, goodReview, honestReport, outcomeWith, type ConductChanges } from './conductFixture.ts';

const all = everythingDone();
const wise = conductWith({ governing: { ...all.governing } });
const level = (id: PracticeId, changes: ConductChanges): number =>
  practiceJudges[id]({ run: outcomeWith({}, conductWith(changes)), stay: outcomeWith(), best: outcomeWith({}, wise) }).level;
const two = (first: Parameters<typeof goodReview>[1], second: Parameters<typeof goodReview>[1] = first): ConductChanges => ({
  reviews: { ...all.reviews, held: [goodReview(4, first), goodReview(8, second)] },
});

describe('The practice, criterion by criterion', () => {
  const data = all.data;
  const quality = (changes: Partial<typeof data.quality>): typeof data.quality => ({ ...data.quality, ...changes });
  test.each<[string, number, ConductChanges]>([
    ['files', 0, { data: { ...data, quality: quality({ completeness: 20 }) } }],
    ['begun', 1, { data: { ...data, quality: quality({ completeness: 30 }) } }],
    ['joined with some errors', 2, { data: { ...data, quality: quality({ completeness: 50 }) } }],
    ['usable, with one part that is weak', 3, { data: { ...data, quality: quality({ linkage: 0.5 }) } }],
    ['usable, with consent in small print', 3, { data: { ...data, consent: 'bundled' } }],
    ['whole, lean, lawful and shared', 4, { data }],
    ['the same, and a breach that met no guard', 3, { data: { ...data, breaches: [6], unguarded: 1 } }],
    ['the same, and a breach kept from customers', 2, { data: { ...data, breaches: [6], silent: 1 } }],
  ])('N1: %s is level %d', (_, expected, changes) => expect(level('N1', changes)).toBe(expected));

  const { targets } = all;
  test.each<[string, number, ConductChanges]>([
    ['all alike', 0, {}],
    ['a core named and nobody classed', 1, { targets: { core: true } }],
    ['labels hardly better than one for all', 1, { targets: { ...targets, regret: 80 } }],
    ['labels that beat it', 2, { targets: { ...targets, regret: 50 } }],
    ['the best labels of value, and no needs', 2, { targets: { ...targets, needs: false } }],
    ['labels that beat it by much', 3, { targets: { ...targets, regret: 40 } }],
    ['the same with everybody served', 3, { targets: { ...targets, refuses: false } }],
    ['needs known and somebody refused', 4, { targets }],
    ['the best labels, and the head treated as tail', 1, { targets: { ...targets, headHours: 0.1 } }],
    ['the best labels, and everybody treated alike', 1, { targets: { ...targets, headHours: targets.headShare } }],
    ['very good labels in force for the last quarter alone', 0, { targets: { ...all.targets, labelled: 0.25, core: false } }],
    ['very good labels in force for half of the last year', 2, { targets: { ...all.targets, labelled: 0.5, regret: 20 } }],
  ])('N2: %s is level %d', (_, expected, changes) => expect(level('N2', changes)).toBe(expected));

  const { relations } = all;
  test.each<[string, number, ConductChanges]>([
    ['no plan', 0, {}],
    ['a programme', 1, { relations: { loyal: 4 } }],
    ['a programme and a rule to win back', 2, { relations: { cycle: 4, winBack: 4 } }],
    ['all but fewer silent exits', 3, { relations: { ...relations, silent: 0.02 } }],
    ['all of it', 4, { relations }],
  ])('N3: %s is level %d', (_, expected, changes) => expect(level('N3', changes)).toBe(expected));

  const { people } = all;
  test.each<[string, number, ConductChanges]>([
    ['nobody trained', 0, {}],
    ['a course', 1, { people: { trained: 1 } }],
    ['skill that grew', 2, { people: { trained: 6, skill: 50 } }],
    ['adoption without reach', 2, { people: { ...people, reach: 0.1 } }],
    ['used where it reached, and staff asked', 3, { people: { ...people, adoption: 60, reach: 0.6 } }],
    ['used by nearly all', 4, { people }],
  ])('N4: %s is level %d', (_, expected, changes) => expect(level('N4', changes)).toBe(expected));

  const { tools } = all;
  test.each<[string, number, ConductChanges]>([
    ['nothing done', 1, {}],
    ['bought first', 1, { tools: { ...tools, analysed: null, process: null } }],
    ['in order, but of the wrong vendor and with surprises', 2, { tools: { ...tools, vendor: -0.2, unplanned: 10, fit: 0.3 } }],
    ['in order with a forecast that failed', 3, { tools: { ...tools, tcoError: 0.4 } }],
    ['in order, fitting and foreseen', 4, { tools }],
  ])('N5: %s is level %d', (_, expected, changes) => expect(level('N5', changes)).toBe(expected));

  const { governing } = all;
  test.each<[string, number, ConductChanges]>([
    ['nothing agrees', 0, {}],
    ['said and not done', 3, { governing: { ...governing, onStated: 0.3 } }],
    ['rolled back', 3, { governing: { ...governing, paths: [{ ...governing.paths[0]!, done: false, rolledBack: true }] } }],
    ['staying where the best known path leads on', 3, { governing: { ...governing, paths: [] } }],
    ['cards that agree, and a path that arrived', 4, { governing }],
  ])('G1: %s is level %d', (_, expected, changes) => expect(level('G1', changes)).toBe(expected));

  test.each<[string, number, ConductChanges]>([
    ['no review', 0, {}],
    ['criteria tied to nothing', 1, two({ fits: [0, 0], tied: 0 })],
    ['a single review', 1, { reviews: { ...all.reviews, held: [goodReview(4)] } }],
    ['reviews of recent buyers alone', 1, two({ frame: 'buyers' })],
    ['half of them fit', 2, two({ fits: [1, 0, 0.5] })],
    ['most fit, with a vanity measure', 2, two({ fits: [1, 1, 0.5], vanity: 1 })],
    ['most fit', 3, two({ fits: [1, 0.5, 0.5] })],
    ['each fits, some lead and some lag, and questions were asked', 4, two({})],
    ['each fits and nothing leads', 3, two({ leading: false })],
    [
      'a review that ends the run, which nobody could check, is not held against a learner',
      4,
      two({}, { read: false, fits: [0, 0], tied: 0, leading: false }),
    ],
    ['those who left asked only when nobody reads it any more', 1, two({ frame: 'buyers' }, { read: false })],
    ['a list that nobody had chosen yet is not held against a learner', 4, two({ chosen: false, fits: [0, 0] }, {})],
  ])('V1: %s is level %d', (_, expected, changes) => expect(level('V1', changes)).toBe(expected));

  const wide = { width: 6, miss: 0, fair: 1 };
  const good = { width: 1.2, miss: 0, fair: 1 };
  test.each<[string, number, ConductChanges]>([
    ['no error known', 0, two({ judged: [] })],
    ['thirty people, however good', 1, two({ n: 30 })],
    ['a single review', 1, { reviews: { ...all.reviews, held: [goodReview(4)] } }],
    ['ignorance with wide intervals', 1, two({ judged: [wide, wide] })],
    ['intervals that miss the truth', 1, two({ judged: [{ width: 1, miss: 0.5, fair: 1 }] })],
    ['some wide and some good', 2, two({ judged: [wide, good] })],
    ['good, and nothing to hold it against', 2, { reviews: { ...all.reviews, baseline: null, control: false } }],
    ['good, and often missing', 3, two({ judged: [good, good, { width: 1, miss: 0.2, fair: 1 }] })],
    ['near the best that the money buys', 4, two({})],
    ['near the best, and half of it not told', 2, two({ answered: 0.5 })],
  ])('V2: %s is level %d', (_, expected, changes) => expect(level('V2', changes)).toBe(expected));

  const report = (changes: Partial<typeof honestReport>): ConductChanges => two({ report: { ...honestReport, ...changes } });
  test.each<[string, number, ConductChanges]>([
    ['none', 0, two({ report: null })],
    ['dressed once', 0, two({ report: { ...honestReport, dressed: 1 } }, {})],
    ['as the staff drafted it', 1, report({ mended: 0, limits: false, badFirst: false })],
    ['half of the biases mended', 2, report({ mended: 1 })],
    ['all mended, good news first', 3, report({ badFirst: false })],
    ['all mended, no limits', 3, report({ limits: false })],
    ['all mended, bad news first, with limits', 4, report({})],
    ['the same of a single review', 1, { reviews: { ...all.reviews, held: [goodReview(4)] } }],
  ])('V3: %s is level %d', (_, expected, changes) => expect(level('V3', changes)).toBe(expected));

  const failing = { finding: 'waitingLong', action: 'keep', outcome: 'unchanged', gone: 0 } as const;
  const chains = (...made: Parameters<typeof chain>[0][]): ConductChanges => ({ reviews: { ...all.reviews, chains: made.map(chain) } });
  test.each<[string, number, ConductChanges]>([
    ['none', 0, chains()],
    ['one that keeps things as they are', 0, chains({ action: 'keep', outcome: 'open', after: null })],
    ['one that the plan never followed, though the defect went', 0, chains({ mends: 'none' })],
    ['a defect that went while things were kept as they are', 0, chains({ action: 'keep' })],
    ['a defect that went although its cause lay elsewhere', 2, chains({ cause: 'tool' })],
    ['much followed up and never tested again', 2, chains({ outcome: 'untested', after: null, gone: null })],
    ['little followed up, at a symptom', 1, chains({ finding: 'skillLow', cause: 'tool', outcome: 'open', after: null, gone: null })],
    ['the lesser of two defects bettered', 2, chains({ finding: 'skillLow', outcome: 'better' })],
    ['the graver of two bettered', 2, chains({ outcome: 'better' })],
    ['the graver of two gone by half', 3, chains({ gone: 0.45 })],
    ['the graver of two fixed', 4, chains({})],
    ['the same, and a failing thing kept twice', 3, chains({}, failing, failing)],
    [
      'nothing to find, by those who looked',
      3,
      { reviews: { ...all.reviews, chains: [], defects: [], held: [goodReview(4, { found: 0 }), goodReview(8, { found: 0 })] } },
    ],
    [
      'nothing found, by those who asked thirty people one thing',
      0,
      {
        reviews: {
          ...all.reviews,
          chains: [],
          defects: [],
          held: [4, 8].map((quarter) => goodReview(quarter, { found: 0, n: 30, methods: ['satisfaction'] })),
        },
      },
    ],
    [
      'nothing found, by those who did not look',
      0,
      {
        reviews: {
          ...all.reviews,
          chains: [],
          defects: [],
          held: [goodReview(4, { found: 0, figures: 0, methods: [] }), goodReview(8, { found: 0 })],
        },
      },
    ],
  ])('A1: %s is level %d', (_, expected, changes) => expect(level('A1', changes)).toBe(expected));
});

describe('The levels of the result', () => {
  const best = outcomeWith({ satisfaction: 70, value: 90, x3: 9, x4: 9 });
  const stay = outcomeWith();
  const at = (id: ResultId, changes: ConductChanges, run: Parameters<typeof outcomeWith>[0]): number =>
    resultJudges[id]({ run: outcomeWith(run, conductWith(changes)), stay, best }).level;
  const risen = { satisfaction: 66, value: 60, x3: 6, x4: 6 };
  const done: ConductChanges = { reviews: all.reviews };
  const without = (prefix: string): ConductChanges => two({ external: goodReview(4).external.filter(({ id }) => !id.startsWith(prefix)) });

  test.each<[string, ResultId, number, ConductChanges, Parameters<typeof outcomeWith>[0]]>([
    ['not measured', 'X1', 0, {}, risen],
    ['measured when nobody reads it any more', 'X1', 1, two({ read: false }), risen],
    ['an equity known when nobody reads it any more', 'X2', 1, two({ read: false }), risen],
    ['measured after a gift', 'X1', 1, two({ moment: 'afterGift' }), risen],
    ['measured on an own sample', 'X1', 2, two({ frame: 'known' }), risen],
    ['all asked, and no rise', 'X1', 3, done, {}],
    ['all asked, and a rise too small', 'X1', 3, done, { satisfaction: 62 }],
    ['all asked, and risen', 'X1', 4, done, risen],
    ['not known', 'X2', 0, {}, risen],
    ['total alone', 'X2', 2, without('equity.driver'), risen],
    ['drivers, and money elsewhere', 'X2', 3, { reviews: { ...all.reviews, budgetFollows: false } }, risen],
    ['drivers, money on the strongest, and equity up', 'X2', 4, done, risen],
    ['no map', 'X3', 0, {}, risen],
    ['own scores only', 'X3', 1, without('valueMap.weight'), risen],
    ['weights without rivals', 'X3', 2, without('valueMap.value'), risen],
    ['mapped once', 'X3', 3, { reviews: { ...all.reviews, held: [goodReview(4)] } }, risen],
    ['mapped twice and moved', 'X3', 4, done, risen],
    ['repeat rate only', 'X4', 0, {}, risen],
    ['asked of thirty', 'X4', 1, two({ n: 30 }), risen],
    ['measured once', 'X4', 2, { reviews: { ...all.reviews, held: [goodReview(4)] } }, risen],
    ['measured twice, not falling', 'X4', 3, two({}), risen],
    ['measured twice and falling', 'X4', 4, done, risen],
  ])('%s: %s level %d', (_, id, expected, changes, run) => expect(at(id, changes, run)).toBe(expected));
});

describe('What the criteria are reckoned from', () => {
  const stakes = [
    { margin: 100, growth: 0, service: 5 },
    { margin: 20, growth: 60, service: 5 },
    { margin: 10, growth: 0, service: 5 },
    { margin: 0, growth: 0, service: 20 },
  ];
  test('a right label costs nothing, a wrong one something, and a great customer more than a small one', () => {
    for (const truth of [0, 1, 2, 3]) {
      for (const label of [0, 1, 2, 3]) {
        const cost = costOfLabel(truth, label, stakes[truth]!);
        if (truth === label) expect(cost).toBe(0);
        else expect(cost).toBeGreaterThan(0);
      }
    }
    expect(costOfLabel(0, 3, stakes[0]!)).toBeGreaterThan(costOfLabel(2, 3, stakes[2]!));
  });

  test('true labels have no regret and full agreement; one label for all costs the same whatever its name', () => {
    const truth = [0, 1, 2, 3];
    expect(regretOf(truth, truth, stakes)).toMatchObject({ labels: 0, kappa: 1 });
    for (const label of [0, 1, 2, 3]) {
      const { labels, oneForAll, kappa } = regretOf(
        truth,
        truth.map(() => label),
        stakes,
      );
      expect(oneForAll).toBeGreaterThan(0);
      expect(labels).toBe(oneForAll);
      expect(kappa).toBeCloseTo(0, 12);
    }
  });

  test.each([
    ['as narrow as is fair', { width: 2, miss: 0, fair: 2 }, 1],
    ['twice as wide', { width: 4, miss: 0, fair: 2 }, 2],
    ['a miss weighs ten times', { width: 2, miss: 0.2, fair: 2 }, 2],
    ['never worse than nothing', { width: 200, miss: 0, fair: 2 }, 5],
  ])('the interval score of an interval %s', (_, judged, score) => expect(intervalScore(judged)).toBeCloseTo(score, 12));

  test('a defect that the learner planted counts half when it is mended, and whole among what could be found', () => {
    const defects = [
      { finding: 'recordsWrong', weight: 2, planted: 1 },
      { finding: 'skillLow', weight: 2, planted: 0 },
    ] as const;
    expect(shareFixed({ chains: [chain()], defects })).toBeCloseTo(0.25, 12);
    expect(shareFixed({ chains: [chain({ finding: 'skillLow' })], defects })).toBeCloseTo(0.5, 12);
    expect(shareFixed({ chains: [chain(), chain()], defects })).toBeCloseTo(0.25, 12);
  });

  test('what was only put back counts half where it mends, and is no following up', () => {
    const defects = [{ finding: 'recordsWrong', weight: 1, planted: 0 }] as const;
    const back = { chains: [chain({ mends: 'restored' })], defects };
    expect(shareFixed(back)).toBe(0.5);
    expect(shareFollowed(back)).toBe(0);
    expect(shareFollowed({ chains: [chain()], defects })).toBe(1);
    expect(shareFixed({ chains: [chain()], defects: [{ ...defects[0], planted: 0.5 }] })).toBe(0.75);
  });

  test('labels are judged over the quarters in which they were in force, and for how many of those they could have been', () => {
    const seen = (quarter: number, changes: Partial<TargetsSeen> = {}): TargetsSeen => ({
      ...{ quarter, known: 100, classed: true, open: true, regret: 30, oneForAll: 100, kappa: 0.5 },
      ...{ headHours: 0.6, headShare: 0.4, core: true, refuses: false, ...changes },
    });
    const none = { classed: false, regret: 100, kappa: null };
    const late = targetsOver([seen(9, none), seen(10, none), seen(11, none), seen(12)]);
    expect(late).toMatchObject({ labelled: 0.25, regret: 30, oneForAll: 100, kappa: 0.5, core: true });
    expect(targetsOver([seen(3, { ...none, open: false }), seen(4, { regret: 50 })])).toMatchObject({ labelled: 1, regret: 50 });
    expect(targetsOver([seen(11, { ...none, core: false }), seen(12, none)])).toMatchObject({
      labelled: 0,
      regret: 100,
      kappa: null,
      core: false,
    });
  });

  test('a defect counts as fixed no further than it truly went, and than the re-test could show', () => {
    const defects = [{ finding: 'recordsWrong', weight: 1, planted: 0 }] as const;
    const fixed = (changes: Partial<ChainConduct>): number => shareFixed({ chains: [chain(changes)], defects });
    expect(fixed({})).toBe(1);
    expect(fixed({ gone: 0 })).toBe(0);
    expect(fixed({ gone: 1 / 3 })).toBeCloseTo(0.5, 12);
    expect(fixed({ outcome: 'better' })).toBe(0.5);
    expect(fixed({ outcome: 'untested', after: null, gone: null })).toBe(0);
    expect(fixed({ mends: 'none' })).toBe(0);
    expect(fixed({ action: 'keep' })).toBe(0);
    expect(fixed({ cause: 'tool' })).toBe(0.5);
  });

  test('a full sheet misses nothing that it could have told, a vendor quote misses the lines that are not on it', () => {
    expect(forecastError({}, costLineIds)).toBe(0);
    expect(forecastError({}, costLineIds.slice(0, 7))).toBeGreaterThan(0.5);
    // A line that comes to nothing here is better left out.
    const dear = { costLines: { exitCost: 0 } };
    expect(forecastError(dear, costLineIds)).toBeGreaterThan(
      forecastError(
        dear,
        costLineIds.filter((line) => line !== 'exitCost'),
      ),
    );
  });

  test('survival is that of the quarters of a strike, over a year', () => {
    const quarter = (strike: boolean, lost: number): Parameters<typeof survival>[0][number] => ({
      strike,
      cut: false,
      customers: 100 - lost,
      gained: 0,
      lost,
    });
    expect(survival([quarter(false, 50), quarter(true, 10)])).toBeCloseTo(0.9 ** 4, 12);
    expect(survival([quarter(false, 10)])).toBeCloseTo(0.9 ** 4, 12);
  });
});

describe('Use of data without right', () => {
  const plan = (changes: Partial<QuarterPlan>): QuarterPlan =>
    ({ 'biz.partner': 'refuse', 'dat.consent': 'bundled', 'dat.source': ['counter'], ...changes }) as QuarterPlan;
  const quarters = (plans: readonly QuarterPlan[], rule: number | null = null): ConductQuarter[] =>
    plans.map((each, index) => ({
      quarter: index + 1,
      seq: 10 * Math.ceil((index + 1) / 2),
      plan: each,
      events: rule === index + 1 ? ['consentRule'] : [],
      breach: false,
    })) as unknown as ConductQuarter[];
  const share = plan({ 'biz.partner': 'share' });
  const lists = plan({ 'dat.source': ['boughtList'] });
  const clean = plan({});
  const asked = plan({ 'biz.partner': 'share', 'dat.consent': 'byPurpose' });
  test.each<[string, readonly QuarterPlan[], number | null, number | null]>([
    ['nothing shared', [clean, clean, clean, clean], null, null],
    ['shared with consent for it', [asked, asked, asked, asked], null, null],
    ['shared without, and stopped at the next decision', [share, share, clean, clean], null, null],
    ['shared without, and kept on', [share, share, share, share], null, 3],
    ['lists bought that nobody objects to', [lists, lists, lists, lists], null, null],
    ['lists bought, and stopped when the law came', [lists, lists, clean, clean], 2, null],
    ['lists bought on after the law came', [lists, lists, lists, lists], 2, 3],
  ])('%s', (_, plans, rule, kept) => {
    expect(lawConduct({ quarters: quarters(plans, rule), marks: [] }).kept?.quarter ?? null).toBe(kept);
  });
});
