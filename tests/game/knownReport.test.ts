import { describe, expect, test } from 'vitest';
import { audit, gatherEvidence } from '../../src/game/gatherEvidence.ts';
import { knownKpis } from '../../src/game/known/estimates.ts';
import { advance, type PlayedQuarter } from '../../src/game/playQuarter.ts';
import { evidenceOf } from '../../src/game/evidenceOf.ts';
import { knownOf } from '../../src/game/quarterReport.ts';
import { replay, startPlaying } from '../../src/game/replay.ts';
import { kpiIds, type Estimate, type KpiId, type QuarterReport } from '../../src/game/reports.ts';
import { copyWorld, type World } from '../../src/game/world.ts';
import { surveySatisfaction } from '../../src/sim/truth/survey.ts';
import { log, logOf, oneQuarter, scenario, small } from './plays.ts';

const recordKpis: readonly KpiId[] = ['coverage', 'depth', 'accuracy', 'linkage', 'consent', 'completeness'];
const countedKpis: readonly KpiId[] = ['customers', 'churn', 'contribution', 'revenue', 'waiting', 'complaints', 'care'];

/** A world large enough that samples are much smaller than the whole, `quarters` quarters on, and its last quarter. */
function playedWorld(quarters: number, customers = 6000): { world: World; played: PlayedQuarter } {
  const { world } = startPlaying(scenario, { ...small, customers });
  let played = advance(world, new Map());
  for (let quarter = 2; quarter <= quarters; quarter += 1) played = advance(world, new Map());
  return { world, played };
}

/** Every number that a report holds, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const { reports } = replay(scenario, { ...small, customers: 4000 }, logOf('textbook'), { reports: true });

describe('An estimate', () => {
  const estimates = reports.flatMap(({ known }) =>
    kpiIds.map((id): [string, Estimate] => [`${id} in quarter ${known.quarter}`, known.kpi[id]]),
  );

  test('is either a value inside its interval with sample, quarter and method, or null with a reason', () => {
    for (const [name, { value, low, high, n, asOf, method, why }] of estimates) {
      if (value === null) {
        expect([low, high, n, method], name).toEqual([null, null, 0, 'none']);
        expect(why, name).toBeDefined();
      } else {
        expect(low, name).toBeLessThanOrEqual(value);
        expect(high, name).toBeGreaterThanOrEqual(value);
        expect(asOf, name).toBeGreaterThanOrEqual(1);
        expect([method, why], name).not.toContain('none');
        expect(why, name).toBeUndefined();
      }
    }
  });

  test('is never 0 for what is not known: both kinds occur in this run', () => {
    const nulls = estimates.filter(([, { value }]) => value === null);
    expect(nulls.length).toBeGreaterThan(0);
    expect(nulls.length).toBeLessThan(estimates.length);
  });

  test('is exact only for what the books and logs count', () => {
    for (const { known } of reports) {
      for (const id of kpiIds) {
        const { value, low, high, method } = known.kpi[id];
        if (value === null) continue;
        expect(['books', 'logs'].includes(method), id).toBe(countedKpis.includes(id));
        if (!countedKpis.includes(id) && value > 0 && value < 1) expect(high! - low!, id).toBeGreaterThan(0);
      }
    }
  });
});

describe('Before anybody has looked', () => {
  test('nothing is known of the records, whatever the staff say; the first audit tells all parts of them at once', () => {
    const stay = replay(scenario, small, log([{ kind: 'plan', data: { plan: { 'evl.plan': 'never' } } }]), { reports: true });
    for (const { known } of stay.reports) {
      for (const id of recordKpis) expect(known.kpi[id], id).toMatchObject({ value: null, why: 'noAudit' });
      expect(known.matrix.information.value).toBeNull();
    }
    const audited = log([oneQuarter, { kind: 'plan', data: { plan: { 'ana.buy': ['dataAudit'], 'evl.plan': 'never' } } }, oneQuarter]);
    const [before, after, later] = replay(scenario, small, audited, { reports: true }).reports;
    for (const id of recordKpis) {
      expect(before!.known.kpi[id].value, id).toBeNull();
      expect(after!.known.kpi[id], id).toMatchObject({ asOf: 2, method: 'audit' });
      // An audit ages: it is shown with the quarter in which it was made.
      expect(later!.known.kpi[id], id).toEqual(after!.known.kpi[id]);
    }
  });

  test('before the first quarter only the number of customers is known', () => {
    const { world } = startPlaying(scenario, small);
    const { kpi } = knownOf(world, world.played[0]!, null);
    expect(kpiIds.filter((id) => kpi[id].value !== null)).toEqual(['customers']);
  });

  test('the share of the market is known once the rivals have been studied', () => {
    const bought = log([{ kind: 'plan', data: { plan: { 'ana.buy': ['rivals'] } } }, oneQuarter]);
    const [first] = replay(scenario, small, bought, { reports: true }).reports;
    expect(first!.known.kpi.shareOfMarket.value).toBeGreaterThan(0);
    expect(replay(scenario, small, log([]), { reports: true }).reports[0]!.known.kpi.shareOfMarket).toMatchObject({
      value: null,
      why: 'noAnalysis',
    });
  });
});

describe('No truth in the known report', () => {
  /** Figures that no book, log, audit or survey of a firm can hold to the last bit. */
  const hidden = ({ truth }: QuarterReport): number[] =>
    [truth.kpi.satisfaction, truth.kpi.equity, truth.kpi.shareOfMarket, ...recordKpis.map((id) => truth.kpi[id])].concat(
      Object.values(truth.bySegment).flatMap(({ satisfaction, contribution, equity }) => [satisfaction, contribution, equity]),
    );

  test.each(['stay', 'textbook', 'leap'])('no hidden figure of the truth stands anywhere in it (%s)', (name) => {
    const all = name === 'textbook' ? reports : replay(scenario, { ...small, customers: 4000 }, logOf(name), { reports: true }).reports;
    for (const report of all) {
      const shown = new Set(numbersIn(report.known));
      const fractions = hidden(report).filter((value) => !Number.isInteger(value));
      expect(fractions.length).toBeGreaterThan(8);
      expect(fractions.filter((value) => shown.has(value))).toEqual([]);
    }
  });

  test('it stays the same to the last bit when everything that the firm cannot see is turned upside down', () => {
    const { world, played } = playedWorld(2);
    const company = world.played[0]!;
    const before = JSON.stringify(knownOf(world, company, played));
    const { columns } = world.market;
    for (const column of [columns.satisfaction, columns.relationship, columns.expectation, columns.leavingBase, columns.taste])
      column.reverse();
    for (const column of [columns.privacyConcern, columns.reach, columns.tolerated, columns.leftBecause]) column.reverse();
    expect(JSON.stringify(knownOf(world, company, played))).toBe(before);
  });

  test('a survey asks only whom the records hold: the feelings of all others change no answer', () => {
    const { world } = playedWorld(1);
    const { columns, people } = world.market;
    const company = world.played[0]!;
    const ask = (): unknown => surveySatisfaction(world.market, company.records, company.index, 1, 120);
    const before = ask();
    let strangers = 0;
    for (let i = 0; i < people; i += 1) {
      if (company.records.held[i] !== 0) continue;
      if ((columns.active[i]! & (1 << company.index)) !== 0) strangers += 1;
      columns.satisfaction[company.index * people + i] = 0;
    }
    expect(strangers).toBeGreaterThan(100);
    expect(ask()).toEqual(before);
    for (let i = 0; i < people; i += 1) columns.satisfaction[company.index * people + i] = 0;
    expect(ask()).not.toEqual(before);
  });
});

describe('Intervals hold what they promise: 80%, measured over 200 seeds', () => {
  const { world, played } = playedWorld(1);
  /** Share of luck seeds on which the interval holds the truth. */
  function coverage(truth: number, estimate: (world: World) => Estimate): number {
    let held = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const copy = copyWorld(world);
      copy.market.luckSeed = seed;
      const { low, high } = estimate(copy);
      if (low! <= truth && truth <= high!) held += 1;
    }
    return held / 200;
  }

  test.each(recordKpis)('an audit of the records: %s', (id) => {
    const truth = world.played[0]!.quality[id as 'coverage'];
    const share = coverage(truth, (copy) => {
      const company = copy.played[0]!;
      company.audit = audit(copy, company);
      return knownKpis(evidenceOf(copy, company))[id];
    });
    expect(share).toBeGreaterThanOrEqual(0.62);
    expect(share).toBeLessThanOrEqual(0.95);
  });

  test('a survey of satisfaction speaks for the customers who are known and willing, which is most of the truth', () => {
    const { columns, people } = world.market;
    const { records, index } = world.played[0]!;
    let sum = 0;
    let known = 0;
    for (let i = 0; i < people; i += 1) {
      if (records.held[i] === 0 || (columns.active[i]! & (1 << index)) === 0) continue;
      sum += columns.satisfaction[index * people + i]! / 65535;
      known += 1;
    }
    const share = coverage((100 * sum) / known, (copy) => {
      const company = copy.played[0]!;
      gatherEvidence(copy, company, played.market, []);
      return knownKpis(evidenceOf(copy, company)).satisfaction;
    });
    expect(share).toBeGreaterThanOrEqual(0.5);
  });
});
