/** Methods of a review in the laboratory: how often their intervals hold the truth, and what a frame and a moment do to what they say. */

import { describe, expect, test } from 'vitest';
import type { ReviewFigure } from '../../../src/company/review/reviewState.ts';
import { dataMethod } from '../../../src/game/review/dataMethod.ts';
import { framePeople } from '../../../src/game/review/frames.ts';
import { retentionMethod } from '../../../src/game/review/retention.ts';
import { satisfactionMethod } from '../../../src/game/review/satisfaction.ts';
import { targetsMethod } from '../../../src/game/review/targets.ts';
import { tcoMethod } from '../../../src/game/review/tco.ts';
import { trainingMethod } from '../../../src/game/review/training.ts';
import { asked, coverage, meanOf, sampled, under } from './asked.ts';

const SAMPLES = 200;
const bank = asked('voras-bank', 5, { 'idc.class': 'margin' });
const shop = asked('tiem-nang', 5, { 'idc.class': 'margin' });
const firms = [
  ['bank', bank],
  ['tea shop', shop],
] as const;
const figureOf = (figures: readonly ReviewFigure[], id: string): ReviewFigure => figures.find((figure) => figure.id === id)!;

describe.each(firms)('eighty in a hundred intervals of the %s hold what is true', (_, asking) => {
  test.each([100, 400])('of satisfaction, in all, by segment and of the lost, asked of %i of everybody on an ordinary day', (n) => {
    const found = sampled(satisfactionMethod, { ...asking, n }, SAMPLES);
    for (const [id, figures] of found) {
      // A small group may be too few to be told in some samples.
      const told = figures.filter(({ value }) => value !== null);
      if (id === 'change' || told.length < SAMPLES / 2) continue;
      expect(coverage(told), id).toBeGreaterThanOrEqual(0.7);
      expect(coverage(told), id).toBeLessThanOrEqual(0.9);
    }
    expect(found.get('all')).toHaveLength(SAMPLES);
  });

  test('of the records, of the choice of targets and of the staff', () => {
    for (const method of [dataMethod, targetsMethod, trainingMethod]) {
      for (const [id, figures] of sampled(method, asking, SAMPLES)) {
        const told = figures.filter(({ value, low, high }) => value !== null && low !== high);
        if (told.length === 0) continue;
        expect(coverage(told), id).toBeGreaterThanOrEqual(0.7);
        expect(coverage(told), id).toBeLessThanOrEqual(0.9);
      }
    }
  });

  test('and are about as wide as they are judged by', () => {
    for (const id of ['all', 'lost']) {
      const figures = sampled(satisfactionMethod, asking, 40).get(id)!;
      const width = figures.reduce((sum, { low, high }) => sum + high! - low!, 0) / figures.length;
      expect(width / figures[0]!.fair!).toBeGreaterThan(0.85);
      expect(width / figures[0]!.fair!).toBeLessThan(1.15);
    }
  });
});

describe.each(firms)('whom the %s asks, and when', (_, asking) => {
  const all = (changes: Partial<typeof asking>): ReviewFigure[] => sampled(satisfactionMethod, { ...asking, ...changes }, 60).get('all')!;
  const ordinary = all({});

  test('right after a purchase and after a gift people answer better than they feel, and the truth stays what it is', () => {
    const purchase = all({ moment: 'afterPurchase' });
    const gift = all({ moment: 'afterGift' });
    expect(meanOf(purchase)).toBeGreaterThan(meanOf(ordinary) + 2);
    expect(meanOf(gift)).toBeGreaterThan(meanOf(purchase) + 3);
    for (const one of [purchase, gift]) expect(one[0]!.truth).toBe(ordinary[0]!.truth);
  });

  test('recent buyers right after a purchase miss the truth of all nearly always, everybody on an ordinary day seldom', () => {
    const flattered = all({ frame: 'buyers', moment: 'afterPurchase' });
    expect(coverage(flattered)).toBeLessThan(0.2);
    expect(meanOf(flattered)).toBeGreaterThan(flattered[0]!.truth! + 2);
    expect(coverage(ordinary)).toBeGreaterThan(0.65);
  });

  test('only who asks everybody hears the lost, who are less content than the rest', () => {
    const [lost, whole] = ['lost', 'all'].map((id) => figureOf(satisfactionMethod(asking), id));
    expect(lost!.value).toBeLessThan(whole!.value!);
    for (const frame of ['buyers', 'known'] as const) {
      const unheard = figureOf(satisfactionMethod({ ...asking, frame }), 'lost');
      expect([unheard.value, unheard.why]).toEqual([null, 'neverAsked']);
      expect(unheard.truth).toBe(lost!.truth);
    }
    const sizes = (['known', 'everyone'] as const).map((frame) => framePeople(asking, frame).length);
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
  });

  test('a dearer frame is judged by the width that its money buys', () => {
    const fair = (['buyers', 'known', 'everyone'] as const).map((frame) => figureOf(satisfactionMethod({ ...asking, frame }), 'all').fair!);
    expect(fair[0]).toBeGreaterThan(fair[1]!);
    expect(fair[1]).toBeGreaterThan(fair[2]!);
  });

  test('asks the same people in the same run, and others under other luck', () => {
    expect(satisfactionMethod(asking)).toEqual(satisfactionMethod(asking));
    expect(satisfactionMethod(under(asking, 5))).not.toEqual(satisfactionMethod(asking));
  });
});

describe('a change', () => {
  const wave = { quarter: 2, frame: 'everyone', moment: 'ordinary', figures: satisfactionMethod(under(bank, 3)) } as const;
  const since = (changes: Partial<typeof bank>, baseline: typeof wave | null): ReviewFigure => {
    const company = { ...bank.company, review: { ...bank.company.review, held: [], baseline: baseline?.quarter ?? null, wave: baseline } };
    return figureOf(satisfactionMethod({ ...bank, ...changes, company }), 'change');
  };

  test('is told against a wave among the same people at a like moment, with the error of both', () => {
    const change = since({}, wave);
    const [now, then] = [figureOf(satisfactionMethod(bank), 'all'), figureOf(wave.figures, 'all')];
    expect(change.value).toBeCloseTo(now.value! - then.value!, 12);
    expect(change.truth).toBe(0);
    const half = ({ low, high }: ReviewFigure): number => (high! - low!) / 2;
    expect(half(change)).toBeCloseTo(Math.hypot(half(now), half(then)), 10);
  });

  test.each([
    ['without any wave before', {}, null, 'noComparison'],
    ['against other people', { frame: 'buyers' }, wave, 'otherSample'],
    ['against another moment', { moment: 'afterGift' }, wave, 'otherSample'],
  ] as const)('is not told %s', (_, changes, baseline, why) => {
    const change = since(changes, baseline);
    expect([change.value, change.why]).toEqual([null, why]);
  });
});

describe('the in-house methods', () => {
  test('tell nothing of targets where nobody was kept out of a campaign and nobody is classed', () => {
    const figures = targetsMethod(asked('voras-bank', 1));
    expect(figures.map(({ id, value, why }) => [id, value, why])).toEqual([
      ['lift', null, 'noControl'],
      ['captured', null, 'notClassed'],
    ]);
  });

  test('tell of a core segment that is named how many of the best it holds, also where nobody is classed', () => {
    const [richest, others] = [['small-firms'], ['young-savers']].map((core) => {
      const figure = figureOf(targetsMethod(asked('voras-bank', 1, { 'cus.core': core })), 'captured');
      expect(figure.low).toBeLessThanOrEqual(figure.value!);
      expect(figure.value).toBeLessThanOrEqual(figure.high!);
      return figure.truth!;
    });
    expect(richest).toBeGreaterThan(others! + 0.1);
  });

  test('tell what a campaign added by those whom it left out', () => {
    const campaign = asked('tiem-nang', 1, { 'cam.offer': 'discount', 'cam.control': 20 });
    const lift = figureOf(targetsMethod(campaign), 'lift');
    expect(lift.n).toBeGreaterThan(50);
    expect(lift.low).toBeLessThan(lift.truth!);
    expect(lift.truth).toBeGreaterThan(0);
  });

  test('judge a choice by margin: it catches most of the best in a bank, fewer of them in a shop', () => {
    const [atBank, inShop] = [bank, shop].map((asking) => figureOf(targetsMethod(asking), 'captured').truth!);
    expect(atBank).toBeGreaterThan(0.6);
    expect(inShop).toBeGreaterThan(0.1);
    expect(inShop).toBeLessThan(atBank!);
  });

  test('tell by cohort how many still buy, fewer of the old than of the newest', () => {
    const figures = retentionMethod(asked('tiem-nang', 9));
    const [start, newest] = ['cohort.start', 'cohort.year2'].map((id) => figureOf(figures, id));
    expect(start!.value).toBeLessThan(newest!.value!);
    for (const { value, low, high } of figures) expect(low! <= value! && value! <= high!).toBe(true);
    expect(figureOf(figures, 'early').n).toBeGreaterThan(100);
  });

  test('tell nothing of a tool that is not in use and of a programme that has not been billed', () => {
    const start = asked('voras-bank', 1);
    expect(figureOf(trainingMethod(start), 'adoption').why).toBe('noneSuch');
    expect(tcoMethod(start).map(({ why }) => why)).toEqual(['noneSuch', 'noneSuch']);
  });

  test('tell line by line what a programme cost over its forecast, and what part nobody had planned', () => {
    const { company } = bank;
    const matrix = { ...company.firm.matrix, context: { ...(company.firm.matrix.context as object), path: 'p13', pilot: false } };
    const billedLines = { ...company.firm.billedLines, licence: 6, dataMigration: 3 };
    const firm = { ...company.firm, matrix, billedLines, billedTurns: 1, plannedLines: ['licence'] as const };
    const figures = tcoMethod({ ...bank, company: { ...company, firm } });
    expect(figureOf(figures, 'unplanned').value).toBeCloseTo(1 / 3, 12);
    expect(figureOf(figures, 'line.dataMigration').value).toBe(3);
    const over = figureOf(figures, 'line.licence').value!;
    expect(figureOf(figures, 'error').value).toBeCloseTo((Math.abs(over) + 3) / (6 - over), 12);
  });
});
