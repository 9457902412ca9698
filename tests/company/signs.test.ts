/** Early signs of a stall: which show, for whom, and in which order. */

import { describe, expect, it } from 'vitest';
import { costLineIds } from '../../src/company/controls.ts';
import type { FirmState, StockId, Stocks } from '../../src/company/firm.ts';
import type { MatrixContext } from '../../src/company/matrixRules.ts';
import { paths } from '../../src/company/paths.ts';
import { programmeOf, type ProgrammeState } from '../../src/company/programme.ts';
import { programmeSigns } from '../../src/company/signs.ts';
import { matrixContextAt, startFirm } from '../../src/company/start.ts';
import { bank, frozen, planWith, play, startedBank } from './fixtures.ts';

const enough: Stocks = paths.p13.required;
const plan = planWith({ 'imp.style': 'help', 'imp.involve': 'coDesign' });
/** A bank in a data programme with all the readiness that the path asks, people who use the tools and money in hand. */
function firmIn(programme: ProgrammeState, changes: Partial<FirmState> = {}, context: Partial<MatrixContext> = {}): FirmState {
  return frozen({
    ...startedBank(plan),
    stocks: { ...enough, L: 60 },
    released: 20,
    matrix: {
      value: { meters: 'measured', position: 'l1', programme },
      context: { ...matrixContextAt('l1'), path: 'p13', ...context },
    },
    ...changes,
  } as unknown as FirmState);
}
const signs = (firm: FirmState) => programmeSigns(firm, bank, plan);
const short = (stock: StockId, by: number): Stocks => ({ ...enough, L: 60, [stock]: paths.p13.required[stock] - by });

describe('signs of a stall', () => {
  it('are silent where nothing lacks, and where there is no programme', () => {
    expect(signs(firmIn('rollingOut'))).toEqual([]);
    for (const state of ['idle', 'analysing', 'rollingBack'] as const) {
      expect(signs(firmIn(state, { stocks: short('X', 30), released: 0 }))).toEqual([]);
    }
  });

  it.each(['S', 'L', 'X', 'H', 'T', 'Q'] as const)('%s shows while the stock is short of what the path asks', (stock) => {
    for (const state of ['planning', 'piloting', 'rollingOut', 'stalled'] as const) {
      expect(signs(firmIn(state, { stocks: short(stock, 5) }))).toContain(stock);
    }
  });

  it('come in the order of what they weigh in the gap', () => {
    expect(
      signs(firmIn('rollingOut', { stocks: { ...short('S', 5), T: paths.p13.required.T - 40, X: paths.p13.required.X - 10 } })),
    ).toEqual(['T', 'X', 'S']);
  });

  it('leave out what hardly weighs beside something graver', () => {
    expect(signs(firmIn('rollingOut', { stocks: { ...short('S', 5), Q: paths.p13.required.Q - 1 } }))).toEqual(['S']);
    expect(signs(firmIn('rollingOut', { stocks: short('Q', 1) }))).toEqual(['Q']);
  });

  it('tell of people who will not use the tools before use has fallen', () => {
    const forced = planWith({ 'imp.style': 'control', 'imp.involve': 'none' });
    const firm = firmIn('rollingOut', { adoption: 60, lastPlan: forced, earlierPlans: [forced, forced] });
    expect(programmeSigns(firm, bank, forced)).toContain('H');
    expect(signs(firmIn('rollingOut', { adoption: 60 }))).not.toContain('H');
  });

  it('tell of money by a bill that nobody had planned, and by a purse too thin for the next quarter', () => {
    expect(signs(firmIn('rollingOut', { spending: { granted: 12, spent: 8, programme: 6, unplanned: 2, displaced: 0 } }))).toEqual([
      'budget',
    ]);
    expect(signs(firmIn('rollingOut', { released: 1 }))).toEqual(['budget']);
    expect(signs(firmIn('rollingOut', { released: 1, billedTurns: 99 }))).toEqual([]);
  });

  it('go two quarters before a stall of leadership where the sponsor gives no hours', () => {
    const absent = planWith({
      'crm.path': 'p12',
      'crm.pilot': 'no',
      'crm.pace': 'careful',
      'crm.people.reviews': 0,
      'crm.people.owner': 'service',
      'crm.tco': [...costLineIds],
      'imp.style': 'help',
      'imp.involve': 'coDesign',
      'imp.train': 8,
    });
    let firm = startFirm(bank, absent);
    const seen: { cause: string | null; signs: readonly string[] }[] = [];
    for (let quarter = 1; quarter <= 12 && programmeOf(firm).state !== 'stalled'; quarter += 1) {
      firm = play(firm, absent, quarter);
      seen.push({ cause: programmeOf(firm).context.stalledBy, signs: programmeSigns(firm, bank, absent) });
    }
    expect(seen.at(-1)!.cause).toBe('L');
    expect(seen.at(-3)!.signs).toContain('L');
    expect(seen[0]!.signs).not.toContain('L');
  });
});
