import { describe, expect, test } from 'vitest';
import { severityOf } from '../../../src/company/conflict/situation.ts';
import { usualParameters } from '../../../src/company/parameters.ts';
import type { Aim, GlassRun, Replayed } from '../../../src/game/glassBox/formula.ts';
import { families, formulaOf, glassInPlay, glassRun, openFormula, type OpenedFormula } from '../../../src/game/glassBox/glassBox.ts';
import { replay } from '../../../src/game/replay.ts';
import { kpiIds } from '../../../src/game/reports.ts';
import { hasWord, word } from '../../../src/text/words.ts';
import { formulaName } from '../../../src/ui/glassBox/glassNames.ts';
import { againWords } from '../../../src/ui/glassBox/glassWords.ts';
import { language } from '../../../src/ui/language.svelte.ts';
import { logOf, scenario, small } from '../plays.ts';
import { vorasBank } from '../shippedScenario.ts';

const world = 1;
const entries = logOf(vorasBank().expected!.anchors.best);
const { reports } = replay(scenario, { ...small, world }, entries, { reports: true });
const known = reports.map((report) => report.known);
const truth = reports.map((report) => report.truth);
const closed: GlassRun = glassRun({ scenario, world, entries, known, truth, score: null, totals: [] });
const inPlay: GlassRun = glassInPlay({ scenario, known, pace: 'normal' });
const last = known.at(-1)!;
const reportOf = (quarter: number): (typeof known)[number] => known.find((each) => each.quarter === quarter)!;
const held = last.review!.held;

/** Ids of every number that the data room and the evaluations of this run show. */
const data = last.data!;
const shown: { id: string; value: number | null; aim?: Aim }[] = [
  ...data.fields.map(({ field, filled }) => ({ id: `data.filled:${field}`, value: filled })),
  ...data.blocks.map(({ block, holding }) => ({ id: `data.holding:${block}`, value: holding })),
  ...data.blocks.flatMap(({ block, ages }) => ages.map((value, age) => ({ id: `data.age:${block}/${age}`, value }))),
  ...data.lists.flatMap(({ list, rows, share, numbered }) => [
    { id: `data.rows:${list}`, value: rows },
    { id: `data.share:${list}`, value: share },
    { id: `data.numbered:${list}`, value: numbered },
  ]),
  ...data.consent.flatMap(({ purpose, ...of }) =>
    (['agreed', 'withdrawn', 'none'] as const).map((state) => ({ id: `data.consent:${purpose}/${state}`, value: of[state] })),
  ),
  ...data.agreeing.map(({ lists, share }) => ({ id: `data.agreeing:${lists.join('/')}`, value: share.value })),
  ...(['duplicated', 'misjoined', 'proven'] as const).map((id) => ({ id: `data.audited:${id}`, value: data[id].value })),
];
const evaluated: typeof shown = held.flatMap(({ quarter, figures }) =>
  figures.map(({ method, id, value }) => ({ id: `review:${method}/${id}`, value, aim: { quarter, side: 'known' } })),
);
const segments = scenario.market.segments.flatMap(({ id }) =>
  (['customers', 'satisfaction', 'contribution', 'equity'] as const).map((figure) => ({
    id: `segment.${figure}:${id}`,
    value: truth.at(-1)!.bySegment[id]![figure],
  })),
);

/** Expects that what is shown gives the number again, where it can. */
function expectAgain({ again, reading, formula }: OpenedFormula): void {
  if (again === null) return;
  const near = formula.tolerance * Math.max(1, Math.abs(reading.result)) + 1e-9;
  expect(Math.abs(again - reading.result), formula.id).toBeLessThanOrEqual(near);
}

test('every figure of the data room and of the evaluations opens with its own value, in play and in the debrief', () => {
  expect(evaluated.length).toBeGreaterThan(10);
  for (const run of [inPlay, closed]) {
    for (const { id, value, aim } of [...shown, ...evaluated]) {
      const opened = openFormula(id, run, aim ?? { side: 'known' });
      expect(opened?.reading.result ?? null, id).toBe(value);
      if (opened) expectAgain(opened);
    }
  }
});

test('shares that the firm counts itself are given again by their two counts', () => {
  const opened = openFormula(`data.filled:${data.fields[0]!.field}`, inPlay)!;
  expect(opened.again).toBeCloseTo(data.fields[0]!.filled, 9);
  expect(opened.reading.inputs.map(({ key }) => key)).toEqual(['part', 'whole']);
});

describe('the truth', () => {
  test('of a group of customers opens in the debrief, and of an evaluation with what it had found', () => {
    for (const { id, value } of segments) {
      const opened = openFormula(id, closed)!;
      expect(opened.reading.result, id).toBe(value);
      expectAgain(opened);
    }
    const { quarter, figures } = truth.findLast(({ review }) => review)!.review!.held[0]!;
    const told = figures.filter(({ truth: was, value }) => was !== null && value !== null);
    expect(told.length).toBeGreaterThan(5);
    for (const { method, id, truth: was, value } of told) {
      const opened = openFormula(`review:${method}/${id}`, closed, { quarter })!;
      expect(opened.reading.result, id).toBe(was);
      expect(opened.reading.inputs.find(({ key }) => key === 'found')?.value, id).toBe(value);
    }
  });

  test('never opens during play: whatever is asked for, nothing comes but what the firm knows', () => {
    for (const { id } of segments) expect(openFormula(id, inPlay), id).toBeNull();
    const played: Replayed = { groups: null, rounds: null, luck: null, mirror: null };
    const asked = ['share.score.goods', 'luck.score.median', 'round:score/1', 'mirror.equity:0', 'model.lift.churn', 'campaign.trueLift'];
    for (const id of asked) expect(openFormula(id, { ...inPlay, played }), id).toBeNull();
    expect(openFormula('difference.equity', inPlay, { given: { own: 1, other: 2 } })).toBeNull();
    for (const id of kpiIds)
      for (const quarter of [1, 4, last.quarter])
        expect(openFormula(`kpi.${id}`, inPlay, { quarter })?.reading.result ?? null, `${id} in quarter ${quarter}`).toBe(
          reportOf(quarter).kpi[id].value,
        );
  });
});

describe('a number of an earlier quarter', () => {
  test.each([1, 3, 8])('opens as it was at the end of quarter %s, true and as it was known', (quarter) => {
    for (const id of kpiIds) {
      expect(openFormula(`kpi.${id}`, closed, { quarter })!.reading, id).toMatchObject({ quarter, result: truth[quarter - 1]!.kpi[id] });
      const believed = reportOf(quarter).kpi[id];
      expect(openFormula(`kpi.${id}`, closed, { quarter, side: 'known' })?.reading.result ?? null, id).toBe(believed.value);
    }
  });

  test('and readiness, cash and books open in every quarter; what can be given again is', () => {
    for (const { quarter, programme, money } of known.slice(1)) {
      for (const [id, value] of Object.entries(programme.stocks))
        expect(openFormula(`stock.${id}`, inPlay, { quarter })!.reading.result).toBe(value);
      const cash = openFormula('money.cash', inPlay, { quarter })!;
      expect(cash.reading.result).toBe(money.cash);
      expect(cash.again).toBeCloseTo(money.cash, 6);
      for (const flow of ['revenue', 'directCost', 'result'] as const) {
        const opened = openFormula(`books.${flow}`, inPlay, { quarter, first: Math.max(1, quarter - 1) })!;
        const sum = known.filter((each) => each.quarter > 0 && each.quarter >= quarter - 1 && each.quarter <= quarter);
        expect(opened.reading.result).toBeCloseTo(
          sum.reduce((total, each) => total + each.money[flow], 0),
          4,
        );
        expectAgain(opened);
      }
    }
  });

  test('cash that moved otherwise is not claimed to be given again', () => {
    const [before, now] = known.slice(-2) as [(typeof known)[number], (typeof known)[number]];
    const fined = { ...now, money: { ...now.money, cash: now.money.cash - 3 } };
    const opened = openFormula('money.cash', { ...inPlay, known: [before, fined] })!;
    expect(opened.again).toBeNull();
    expect(opened.reading.inputs.at(-1)).toMatchObject({ id: 'cashOther' });
    expect(opened.reading.inputs.at(-1)!.value).toBeCloseTo(-3, 6);
  });
});

test('the severity of a case is given again from the points of its criteria', () => {
  const points = { harm: 4, value: 2, spread: 1, legal: 0, repeat: 3, heat: 5 };
  const severity = severityOf(points, usualParameters);
  const opened = openFormula('case.severity', inPlay, { given: { ...points, severity } })!;
  expect(opened.again).toBeCloseTo(severity, 9);
  expect(openFormula('case.severity', inPlay)).toBeNull();
});

test.each(['equity', 'customers', 'churn', 'satisfaction', 'score'])('a difference in %s shows both and the figure itself', (figure) => {
  const opened = openFormula(`difference.${figure}`, closed, { given: { own: 10, other: 7, draws: 4 } })!;
  expect(opened.reading.result).toBe(-3);
  expect(opened.again).toBe(-3);
  expect(formulaOf(opened.formula.about!)).not.toBeNull();
  const turned = openFormula(`difference.${figure}`, closed, { given: { own: 10, other: 7, turned: 1 } })!;
  expect([turned.reading.result, turned.again]).toEqual([3, 3]);
});

test('an id that no family has opens nothing', () => {
  for (const id of ['data.filled:shoeSize', 'review:horoscope/mood', 'round:score/none', 'segment.equity:nobody', 'mirror.score:99'])
    expect(openFormula(id, closed), id).toBeNull();
});

test.each(['en', 'vi'] as const)('every member of a family has a name, a formula and words for what went in (%s)', (locale) => {
  language.start([locale]);
  const ids = [...shown, ...evaluated, ...segments].map(({ id }) => id);
  const opened = ids.flatMap((id) => openFormula(id, closed) ?? []);
  const missing = [
    ...ids.filter((id) => /‹|undefined/.test(formulaName(id, scenario))),
    ...opened.filter(({ formula }) => !hasWord('glassFormula', formula.says)).map(({ formula }) => formula.says),
    ...opened.flatMap(({ parameters }) => parameters.filter(({ id }) => !hasWord('parameter', id)).map(({ id }) => id)),
    ...opened.flatMap(({ reading }) =>
      reading.inputs.filter(({ kind, id }) => kind !== 'segment' && word(kind, id).includes('‹')).map(({ id }) => id),
    ),
  ];
  expect([...new Set(missing)]).toEqual([]);
  for (const one of opened) expect(againWords(one, scenario.currency).length).toBeGreaterThan(10);
  expect(new Set(families.map(({ head }) => head)).size).toBe(families.length);
});
