import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathId } from '../../src/company/controls.ts';
import type { FirmState } from '../../src/company/firm.ts';
import { guardReport } from '../../src/company/guardReport.ts';
import { pathReasons } from '../../src/company/pathReport.ts';
import type { MatrixContext } from '../../src/company/matrixRules.ts';
import { programmeOf, type ProgrammeState } from '../../src/company/programme.ts';
import { lets, programmeGuards } from '../../src/company/programmeGuards.ts';
import { answers, type RivalFacts, type RivalMachineId } from '../../src/company/rivalMachine.ts';
import { matrixContextAt } from '../../src/company/start.ts';
import { machines } from '../../src/company/step.ts';
import { bank, bankFacts, open, planWith, startedBank } from './fixtures.ts';

const analysed = ['industry', 'needs'];
/** The bank, audited, with its programme in a state. */
function bankIn(programme: ProgrammeState, context: Partial<MatrixContext> = {}): FirmState {
  const matrix = { value: { meters: 'measured', position: 'l1', programme }, context: { ...matrixContextAt('l1'), ...context } };
  return { ...startedBank(), informationKnown: 36, consentKnown: 70, matrix };
}
const planned = (path: PathId) => planWith({ 'crm.path': path });
const codes = (firm: FirmState, path: PathId, read: readonly string[] = analysed) =>
  Object.fromEntries(
    Object.entries(guardReport(firm, bank, planned(path), read)).map(([guard, reasons]) => [guard, reasons.map(({ code }) => code)]),
  );

describe('the report on the guards', () => {
  it.each(['p12', 'p13', 'p14', 'p24'] as const)('asks of the planned path %s what refuses it, no more and no less', (path) => {
    const firm = bankIn('idle');
    const report = guardReport(firm, bank, planned(path), []);
    const refusing = pathReasons(firm, bank, planned(path), path, []).filter(({ advisory }) => !advisory);
    expect([...report.mayChoose!, ...report.mayConfirm!, ...report.maySubmit!]).toEqual(refusing);
  });

  it('foretells whether a path is approved in the coming quarter', () => {
    for (const path of ['p12', 'p13', 'p14', 'p24'] as const) {
      const firm = bankIn('idle');
      const { mayChoose, mayConfirm, maySubmit } = codes(firm, path);
      const after = programmeOf(open(firm, planned(path), 1).firm);
      expect([path, [...mayChoose!, ...mayConfirm!, ...maySubmit!].length === 0]).toEqual([path, after.running]);
    }
  });

  it('asks a running programme about its own path, whatever the plan says by now', () => {
    const firm = bankIn('stalled', { path: 'p14' });
    expect(codes(firm, 'p12').mayDownscope).toEqual([]);
    expect(codes(bankIn('stalled', { path: 'p13' }), 'p14').mayDownscope).toEqual(['path']);
    expect(codes(firm, 'p12').mayRecover).toEqual(programmeGuards.mayRecover('p14', { ...bankFacts }).map(({ code }) => code));
  });

  it('says nothing of a path where the plan means to stay', () => {
    expect(codes(bankIn('idle'), 'stay')).toEqual({ mayChoose: [] });
    expect(codes(bankIn('idle'), 'stay', [])).toEqual({ mayChoose: ['card.business', 'card.customer'] });
  });

  it('asks while embedding about the next path: the one prepared, or the one the plan now names', () => {
    const embedding = bankIn('embedding', { path: 'p13', next: 'p34' });
    expect(codes(embedding, 'p13').hasNext).toEqual(['level', 'information']);
    expect(codes(embedding, 'p12').hasNext).toEqual([]);
    expect(codes(bankIn('embedding', { path: 'p13' }), 'p13')).not.toHaveProperty('hasNext');
  });
});

it('a guard lets through exactly when its list is empty', () => {
  const poor = { ...bankFacts, released: 0 };
  expect(lets('maySubmit', 'p13', bankFacts)).toBe(true);
  expect(lets('maySubmit', 'p13', poor)).toBe(false);
  expect(lets('hasNext', 'stay', bankFacts)).toBe(false);
});

it('a rival has a state for every answer that its strategy can give', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const seen: fc.Arbitrary<RivalFacts> = fc.record({
    share,
    shareBefore: share,
    price: share,
    care: share,
    lowestPrice: share,
    highestCare: share,
    lag: fc.constant(1),
  });
  const given: Record<RivalMachineId, Set<string>> = { costLeader: new Set(), differentiator: new Set(), focuser: new Set() };
  const ids = Object.keys(given) as RivalMachineId[];
  fc.assert(
    fc.property(seen, (facts) => {
      for (const id of ids) {
        const answer = answers[id](facts);
        if (answer !== null) given[id].add(answer);
        expect(answer === null || answer in machines[id].states).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  const waiting = (id: RivalMachineId): string[] =>
    Object.keys(machines[id].states).filter((state) => !['steady', 'retreat'].includes(state));
  for (const id of ids) expect([...given[id]].sort()).toEqual(waiting(id).sort());
});
