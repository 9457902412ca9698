import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { partnerAgainstTruth } from '../../src/game/cards/partnerCard.ts';
import { replay } from '../../src/game/replay.ts';
import type { TruthReport } from '../../src/game/reports.ts';
import type { EntryData } from '../../src/game/run.ts';
import type { LoggedEntry } from '../../src/game/replay.ts';
import { oneQuarter } from './plays.ts';
import { tiemNang } from './shippedScenario.ts';

type Patch = Partial<QuarterPlan>;
const setting = { customers: 3000, world: 0, populationSeed: 4, luckSeed: 9 };
const quarters = 6;
const { scenario } = tiemNang();
const short = { ...scenario, quarters };
const log = (decisions: readonly EntryData[]): LoggedEntry[] =>
  decisions.map((data, seq) => ({ ...data, seq, firm: scenario.firms[0].id }));

/** Reports of a run that lays down a plan in its first quarter and goes on with it. */
function truthOf(patch: Patch): readonly TruthReport[] {
  const entries: EntryData[] = [{ kind: 'plan', data: { plan: patch } }, ...Array.from({ length: quarters }, () => oneQuarter)];
  return replay(short, setting, log(entries), { reports: true }).reports.map(({ truth }) => truth);
}
const refused = truthOf({});
const reach = truthOf({ 'biz.partner': 'reach' });
const shared = truthOf({ 'biz.partner': 'share' });
const gained = (truth: readonly TruthReport[]): number =>
  truth.reduce((sum, { bySegment }) => sum + Object.values(bySegment).reduce((all, each) => all + each.gained, 0), 0);
const withdrew = (truth: readonly TruthReport[]): number => truth.reduce((sum, { conduct }) => sum + conduct!.partner.withdrew, 0);

describe('A partner', () => {
  test('who is refused changes nothing, and one who is taken acts from the next quarter on', () => {
    expect(refused.map(({ conduct }) => conduct!.partner)).toEqual(refused.map(() => ({ mode: 'refuse', withdrew: 0 })));
    expect(reach.map(({ conduct }) => conduct!.partner.mode)).toEqual(['refuse', 'reach', 'reach', 'reach', 'reach', 'reach']);
  });

  test('who recommends the firm brings more customers and touches no record', () => {
    expect(gained(reach)).toBeGreaterThan(gained(refused));
    expect(withdrew(reach)).toBe(0);
  });

  test('who shares data makes more people known and more of each', () => {
    const [own, with_] = [refused.at(-1)!.kpi, shared.at(-1)!.kpi];
    expect(with_.coverage).toBeGreaterThan(reach.at(-1)!.kpi.coverage);
    expect(with_.coverage).toBeGreaterThan(own.coverage);
    expect(with_.depth * with_.coverage).toBeGreaterThan(own.depth * own.coverage);
  });

  test('costs consent the more, the less people were asked for it', () => {
    const by = (consent: QuarterPlan['dat.consent']): number => withdrew(truthOf({ 'biz.partner': 'share', 'dat.consent': consent }));
    const [none, bundled, byPurpose] = [by('none'), by('bundled'), by('byPurpose')];
    expect(none).toBeGreaterThan(bundled);
    expect(bundled).toBeGreaterThan(3 * byPurpose);
    expect(byPurpose).toBeGreaterThan(0);
    expect(shared.at(-1)!.kpi.consent).toBeLessThan(reach.at(-1)!.kpi.consent);
  });
});

describe('The debrief of a partner', () => {
  const cardOf = (truth: readonly TruthReport[], mode: QuarterPlan['biz.partner']) =>
    partnerAgainstTruth({ truth, quarters: [{ plan: { 'biz.partner': mode } }] } as unknown as Parameters<typeof partnerAgainstTruth>[0]);

  test('has nothing to say where none was taken', () => {
    expect(cardOf(refused, 'refuse')).toBeNull();
  });

  test('holds customers won with the partner against those won without, and names no records that were not shared', () => {
    const card = cardOf(reach, 'reach')!;
    expect(card).toMatchObject({ mode: 'reach', reached: 5, shared: 0, known: null, withdrew: 0 });
    expect(card.wonWithout).toBeCloseTo(gained(reach.slice(0, 1)), 6);
    expect(card.wonWith).toBeCloseTo(gained(reach.slice(1)) / 5, 6);
  });

  test('adds up those who withdrew, and shows the records before and after', () => {
    const card = cardOf(shared, 'share')!;
    expect(card.withdrew).toBe(withdrew(shared));
    expect(card.known).toEqual({
      coverageFrom: shared[0]!.kpi.coverage,
      coverageTo: shared.at(-1)!.kpi.coverage,
      depthFrom: shared[0]!.kpi.depth,
      depthTo: shared.at(-1)!.kpi.depth,
    });
  });
});
