import { describe, expect, test } from 'vitest';
import { firmParameterIds, firmParameters } from '../../../src/company/parameters.ts';
import { EXACT, type GlassRun } from '../../../src/game/glassBox/formula.ts';
import { formulas, glassInPlay, glassRun, openAll, openFormula } from '../../../src/game/glassBox/glassBox.ts';
import { scoreConstants } from '../../../src/game/glassBox/scoreConstants.ts';
import { anchorLogs, gradeSeed } from '../../../src/game/grade.ts';
import { replay } from '../../../src/game/replay.ts';
import { kpiIds } from '../../../src/game/reports.ts';
import { scoreOf, seedTotals } from '../../../src/game/score/total.ts';
import { weightsOf } from '../../../src/game/score/weights.ts';
import { parameterIds, parameters } from '../../../src/sim/parameters.ts';
import { hasWord } from '../../../src/text/words.ts';
import { formulaName } from '../../../src/ui/glassBox/glassNames.ts';
import { againWords } from '../../../src/ui/glassBox/glassWords.ts';
import { language } from '../../../src/ui/language.svelte.ts';
import { logOf, playbooks, scenario, small } from '../plays.ts';
import { vorasBank } from '../shippedScenario.ts';

const world = 1;
const best = vorasBank().expected!.anchors.best;
const entries = logOf(best);
const setting = { ...small, world };

/** The best known path in the second hidden world, graded on two seeds. */
const run: GlassRun = (() => {
  const { reports } = replay(scenario, setting, entries, { reports: true });
  const anchors = anchorLogs(scenario, playbooks, vorasBank().expected!.anchors);
  const outcomes = [11, 12].map((seed) => gradeSeed(scenario, setting, entries, anchors, seed));
  const weights = weightsOf(scenario.weights);
  return glassRun({
    scenario,
    world,
    entries,
    known: reports.map(({ known }) => known),
    truth: reports.map(({ truth }) => truth),
    score: scoreOf(outcomes, 11, weights),
    totals: seedTotals(outcomes, weights),
  });
})();

test('every parameter that a formula names exists, with a unit and a source', () => {
  const known = { market: parameters, firm: firmParameters, score: scoreConstants } as const;
  const ids = {
    market: parameterIds as readonly string[],
    firm: firmParameterIds as readonly string[],
    score: Object.keys(scoreConstants),
  };
  for (const { id, parameters: named } of formulas) {
    for (const ref of named) {
      expect(ids[ref.of], `${id}: ${ref.id}`).toContain(ref.id);
      const { unit, source } = (known[ref.of] as Record<string, { unit: string; source: string }>)[ref.id]!;
      expect(unit.length * source.length, `${id}: ${ref.id}`).toBeGreaterThan(0);
    }
  }
});

test('ids are unique, and every figure of the firm and every criterion of the score can be opened', () => {
  const ids = formulas.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([...kpiIds.map((id) => `kpi.${id}`), ...run.score!.criteria.map(({ id }) => `criterion.${id}`)]),
  );
  expect(openAll(run).length).toBeGreaterThanOrEqual(40);
});

describe('reckoned again from nothing but the inputs and parameters shown', () => {
  const again = openAll(run).filter((opened) => opened.again !== null);

  test('there are more than thirty such numbers', () => {
    expect(again.length).toBeGreaterThan(30);
  });

  test.each(again.map((opened) => [opened.formula.id, opened] as const))('%s gives the number of the screen', (_id, opened) => {
    const { formula, reading } = opened;
    const scale = formula.id.startsWith('criterion.')
      ? reading.inputs.find(({ key }) => key === 'of')!.value
      : Math.max(1, Math.abs(reading.result));
    expect(Math.abs(opened.again! - reading.result)).toBeLessThanOrEqual(formula.tolerance * scale + EXACT);
  });

  test('a number that other inputs were shown for would be found out', () => {
    const opened = openFormula('kpi.completeness', run)!;
    const of = (key: string): number => (key === 'depth' ? 0.9 : 1) * opened.reading.inputs.find((each) => each.key === key)!.value;
    const other = opened.formula.reckon!(of, () => NaN, opened.reading);
    expect(Math.abs(other - opened.reading.result)).toBeGreaterThan(0.1);
  });
});

test('what the hidden world sets stands beside the usual value', () => {
  const set = scenario.worlds.flatMap(({ parameters: own = {} }, place) => Object.keys(own).map((id) => ({ place, id })));
  for (const { place, id } of set) {
    const ref = formulas.find(({ parameters: named }) => named.some((each) => each.of === 'market' && each.id === id));
    if (!ref) continue;
    const there = glassRun({ ...run, scenario, world: place, entries });
    const opened = openFormula(ref.id, there)?.parameters.find((each) => each.id === id);
    expect(opened?.value).toBe(scenario.worlds[place]!.parameters![id as (typeof parameterIds)[number]]);
  }
  const own = glassRun({
    ...run,
    world,
    entries,
    scenario: {
      ...scenario,
      worlds: scenario.worlds.map((each) => ({ ...each, parameters: { ...each.parameters, 'equity.discount': 0.05 } })),
    },
  });
  expect(openFormula('kpi.equity', own)!.parameters[0]).toMatchObject({ id: 'equity.discount', value: 0.05, usual: 0.025 });
});

test('a run that was not graded opens everything but its score', () => {
  const opened = openAll({ ...run, score: null, totals: [] }).map(({ formula }) => formula.group);
  expect(opened).not.toContain('score');
  expect(opened.length).toBeGreaterThan(15);
});

describe('while the run is played', () => {
  const played = (quarters: number): GlassRun => glassInPlay({ scenario, known: run.known.slice(0, quarters), pace: 'normal' });
  const inPlay = openAll(played(run.known.length));

  test('what the firm knows opens: its figures, its place, gap and chance of a stall, the gap of each path', () => {
    const ids = inPlay.map(({ formula }) => formula.id);
    const programme = ['programme.gap', 'programme.stall', 'matrix.information', 'matrix.individualisation', 'money.result'];
    expect(ids).toEqual(expect.arrayContaining(['kpi.customers', 'kpi.completeness', 'kpi.care', ...programme]));
    expect(ids.filter((id) => id.startsWith('gap.')).length).toBe(
      run.known.at(-1)!.matrix.paths.filter(({ path }) => path !== 'stay').length,
    );
  });

  test('neither the score nor the truth does: a figure is the one believed, and its interval stands beside it', () => {
    expect(inPlay.filter(({ formula }) => formula.group === 'score' || formula.id === 'equity.parts')).toEqual([]);
    const last = run.known.at(-1)!;
    for (const id of kpiIds) {
      const opened = inPlay.find(({ formula }) => formula.id === `kpi.${id}`);
      expect(opened?.reading.result ?? null, id).toBe(last.kpi[id].value);
      if (opened) expect(opened.reading.believed).toBe(last.kpi[id]);
    }
    const satisfied = openFormula('kpi.satisfaction', played(run.known.length))!.reading.result;
    expect(satisfied).not.toBe(run.truth.at(-1)!.kpi.satisfaction);
  });

  test('what is shown gives each number again that it gives in the debrief, in every quarter', () => {
    for (let quarters = 1; quarters <= run.known.length; quarters += 1) {
      for (const { formula, reading, again } of openAll(played(quarters))) {
        if (again === null) continue;
        const near = formula.tolerance * Math.max(1, Math.abs(reading.result)) + 1e-6;
        expect(Math.abs(again - reading.result), `${formula.id} in quarter ${quarters}`).toBeLessThanOrEqual(near);
      }
    }
    const again = inPlay.filter((each) => each.again !== null).map(({ formula }) => formula.id);
    expect(again).toEqual(expect.arrayContaining(['kpi.completeness', 'matrix.individualisation', 'programme.stall', 'money.result']));
  });

  test('parameters are as the scenario says them, whatever the hidden world has', () => {
    const hidden = scenario.worlds.map((each) => ({ ...each, parameters: { ...each.parameters, 'equity.discount': 0.05 } }));
    const opened = openFormula('kpi.equity', glassInPlay({ ...played(run.known.length), scenario: { ...scenario, worlds: hidden } }));
    expect(opened!.parameters[0]).toMatchObject({ id: 'equity.discount', value: 0.025, usual: 0.025 });
  });
});

test('an id that no formula has opens nothing', () => {
  expect(openFormula('kpi.happiness', run)).toBeNull();
});

test('every formula, input and parameter has words', () => {
  const missing = [
    ...formulas.filter(({ says }) => !hasWord('glassFormula', says)).map(({ says }) => says),
    ...formulas.filter(({ id }) => formulaName(id).includes('‹')).map(({ id }) => id),
    ...formulas.flatMap(({ parameters: named }) => named.filter(({ id }) => !hasWord('parameter', id)).map(({ id }) => id)),
    ...openAll(run).flatMap(({ reading }) =>
      reading.inputs.filter(({ kind, id }) => kind !== 'segment' && !hasWord(kind, id)).map(({ kind, id }) => `${kind}.${id}`),
    ),
  ];
  expect([...new Set(missing)]).toEqual([]);
});

test('a number that can be reckoned again is told as the same, to the digits shown', () => {
  language.start(['en']);
  for (const opened of openAll(run)) {
    const words = againWords(opened, scenario.currency);
    if (opened.again === null) expect(words, opened.formula.id).toMatch(/a table cannot/);
    else expect(words, opened.formula.id).toMatch(opened.formula.tolerance < 0.01 ? /the same/ : /the same|small difference/);
  }
});
