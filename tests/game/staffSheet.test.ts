import { describe, expect, it } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { orientation, staffMeasured } from '../../src/game/cards/measureCards.ts';
import type { CardsRun } from '../../src/game/cards/run.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { KnownReport } from '../../src/game/reports.ts';
import { tiemNang } from './shippedScenario.ts';
import { log, oneQuarter, scenario, small } from './plays.ts';

/** Known reports of quarters played under a plan decided in the first, and of the quarters after, of a contractual or a repertoire market. */
function knownUnder(plan: Partial<QuarterPlan>, quarters = 3, of = scenario): KnownReport[] {
  const playing = startPlaying(of, small);
  const known: KnownReport[] = [];
  const firm = of.firms[0]!.id;
  const entries = log([{ kind: 'plan', data: { plan } }, ...Array.from({ length: quarters }, () => oneQuarter)]);
  for (const entry of entries) {
    applyEntry(playing, { ...entry, firm }, { onQuarter: (played) => void known.push(quarterReport(playing.world, played, null).known) });
  }
  return known;
}

const runOf = (known: readonly KnownReport[], plans: readonly QuarterPlan[] = []): CardsRun => {
  const playing = startPlaying(scenario, small);
  const { firm, plan } = playing.world.played[0]!;
  // The sheet looks at plans and reports, not at what the market met.
  const met = {} as CardsRun['quarters'][number]['met'];
  const quarters = [plan, ...plans].map((each, place) => ({ quarter: place + 1, plan: each, firm, met }));
  return { scenario, people: 1, opening: firm, offered: {}, quarters, known, truth: [] };
};

describe('the sheet by which staff are paid', () => {
  it('is kept from the quarter on in which a bonus is paid, a quarter after it was decided', () => {
    const [first, ...later] = knownUnder({ 'imp.measure': 'callTime', 'imp.measure.bonus': 20 });
    expect(first!.staff).toBeNull();
    for (const { staff, kpi } of later) {
      expect(staff).toMatchObject({ measure: 'callTime', bonus: 20 });
      expect(staff!.logged).toBeCloseTo(1 - kpi.waiting.value!, 12);
      expect(staff!.reported).toBeCloseTo(staff!.logged! + p['measure.gaming'] * (1 - staff!.logged!), 9);
    }
    expect(knownUnder({ 'imp.measure': 'callTime' }).every(({ staff }) => staff === null)).toBe(true);
  });

  it.each([
    ['under contract', scenario],
    ['where nobody gives notice', tiemNang().scenario],
  ])('counts customers kept by what the firm can know: %s', (_, of) => {
    const last = knownUnder({ 'imp.measure': 'customerKept', 'imp.measure.bonus': 10 }, 5, of).at(-1)!.staff!;
    expect(last.logged).toBeGreaterThan(0.3);
    expect(last.logged).toBeLessThan(1);
    expect(last.reported).toBeGreaterThan(last.logged!);
  });
});

describe('the sheet in the debrief', () => {
  it('stands once for each measure paid by, as of its last quarter', () => {
    const known = [
      ...knownUnder({ 'imp.measure': 'callTime', 'imp.measure.bonus': 10 }, 4),
      ...knownUnder({ 'imp.measure': 'revenue', 'imp.measure.bonus': 20 }, 4).map((report) => ({ ...report, quarter: report.quarter + 4 })),
    ];
    const { sheets, last } = staffMeasured(runOf(known));
    expect(sheets).toHaveLength(6);
    expect(last.map(({ measure, quarter }) => [measure, quarter])).toEqual([
      ['callTime', 4],
      ['revenue', 8],
    ]);
  });
});

describe('measures that look at the customer', () => {
  it('are counted over those of the goal and the one of the staff', () => {
    const [{ plan }] = runOf([]).quarters as [CardsRun['quarters'][number]];
    const later = { ...plan, 'crm.measures': ['churn', 'revenue', 'waiting'], 'imp.measure': 'customerKept' } as const;
    expect(orientation(runOf([], [later]))).toMatchObject({ from: 0, to: 0.75, measures: 4 });
  });
});
