import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import type { FirmParameterId } from '../../src/company/parameters.ts';
import type { StandingOrders } from '../../src/company/orders.ts';
import { safetyAgainstTruth } from '../../src/game/cards/dataCards.ts';
import type { CardsRun } from '../../src/game/cards/run.ts';
import { type LoggedEntry, replay } from '../../src/game/replay.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import type { EntryData } from '../../src/game/run.ts';
import { oneQuarter } from './plays.ts';
import { vorasBank } from './shippedScenario.ts';

const { scenario } = vorasBank();
const setting = { customers: 1000, world: 0, populationSeed: 4, luckSeed: 9 };
const quarters = 4;
type Own = Partial<Record<FirmParameterId, number>>;

/** Reports of a run of a bank with coefficients of its own that lays down a plan and goes on with it. */
function reportsOf(patch: Partial<QuarterPlan>, own: Own, standing: Partial<StandingOrders> = {}): readonly QuarterReport[] {
  const [bank, ...rivals] = scenario.firms;
  const exposed = { ...scenario, quarters, events: [], firms: [{ ...bank, parameters: { ...bank.parameters, ...own } }, ...rivals] };
  const entries: EntryData[] = [{ kind: 'plan', data: { plan: patch, standing } }, ...Array.from({ length: quarters }, () => oneQuarter)];
  const log: LoggedEntry[] = entries.map((data, seq) => ({ ...data, seq, firm: bank.id }));
  return replay(exposed as typeof scenario, setting, log, { reports: true }).reports;
}
/** Sure to be breached at basic security, and never under strict rules. */
const sure: Own = { 'breach.field': 1, 'safety.strict': 0 };
const never: Own = { 'breach.field': 0, 'breach.unused': 0, 'breach.pair': 0 };
const leaky = reportsOf({}, sure);
const tight = reportsOf({ 'dat.safe': 'strict' }, sure);
const quiet = reportsOf({}, never);

describe('A breach by chance', () => {
  test('makes customers withdraw consent, each quarter others, and is in the news with how many', () => {
    const withdrew = leaky.map(({ truth }) => truth.data!.withdrew);
    expect(Math.min(...withdrew)).toBeGreaterThan(0);
    expect(leaky.map(({ known }) => known.data!.breach)).toEqual(withdrew.map((people) => ({ withdrew: people, told: true })));
    expect(leaky.at(-1)!.truth.kpi.consent).toBeLessThan(quiet.at(-1)!.truth.kpi.consent - 0.2);
  });

  test('is told to customers for a unit, or kept silent at the price of trust', () => {
    const silent = reportsOf({}, sure, { onBreach: 'sayNothing' });
    expect(silent[0]!.known.money.spent).toBeLessThan(leaky[0]!.known.money.spent);
    expect(silent.at(-1)!.truth.conduct!.trust).toBeLessThan(leaky.at(-1)!.truth.conduct!.trust);
    expect(silent[0]!.known.data!.breach!.told).toBe(false);
  });

  test('never comes where nothing lets it through, and the same luck then says what was averted', () => {
    expect(tight.map(({ truth }) => truth.data!.struck)).toEqual([false, false, false, false]);
    expect(tight.map(({ truth }) => truth.data!.averted)).toEqual(leaky.map(({ truth }) => truth.data!.struck));
    expect(tight.map(({ known }) => known.data!.breach)).toEqual([null, null, null, null]);
    expect(quiet.some(({ truth }) => truth.data!.struck || truth.data!.averted)).toBe(false);
  });

  test('is weighed at the debrief: units and slow quarters against breaches expected, suffered and averted', () => {
    const run = (reports: readonly QuarterReport[], safe: QuarterPlan['dat.safe']) =>
      ({
        scenario: { firms: [{ ...scenario.firms[0], parameters: sure }] },
        truth: reports.map(({ truth }) => truth),
        quarters: [{ plan: { 'dat.safe': safe } }],
      }) as unknown as CardsRun;
    expect(safetyAgainstTruth(run(tight, 'strict'))).toMatchObject({ units: 8, slowed: 4, expected: 0, struck: [], averted: [1, 2, 3, 4] });
    expect(safetyAgainstTruth(run(leaky, 'basic'))).toMatchObject({ units: 0, slowed: 0, struck: [1, 2, 3, 4], averted: [] });
    expect(safetyAgainstTruth(run(leaky, 'basic'))!.withdrew).toBe(leaky.reduce((sum, { truth }) => sum + truth.data!.withdrew, 0));
  });
});
