import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairIds, type QuarterPlan } from '../../src/company/controls.ts';
import { linkedPairs, linksAfter, linksAtStart } from '../../src/company/departments.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { planWith, startedBank } from './fixtures.ts';

const tended = (kind: QuarterPlan['crm.align']) => ({ 'crm.align': kind, 'crm.align.pairs': ['salesService'] }) as const;
const firmWith = (patch: Partial<QuarterPlan>, link: number) => ({ ...startedBank(planWith(patch)), links: linksAtStart(link) });

describe('links between departments', () => {
  it('start as strong as integration, grow where they are tended and fade elsewhere', () => {
    expect(startedBank().links).toEqual(linksAtStart(30));
    const after = linksAfter(firmWith(tended('jointTarget'), 30), planWith(tended('jointTarget')), 0, p);
    expect(after.salesService).toBeCloseTo(30 + p['link.jointTarget'] * 0.7, 12);
    expect(after.marketingIt).toBe(30 - p['link.decay']);
  });

  it('grow most by a shared bonus, less by joint targets, least by talks', () => {
    const won = (kind: QuarterPlan['crm.align']) => linksAfter(firmWith(tended(kind), 30), planWith(tended(kind)), 0, p).salesService;
    expect(won('sharedBonus')).toBeGreaterThan(won('jointTarget'));
    expect(won('jointTarget')).toBeGreaterThan(won('talk'));
    expect(won('talk')).toBeGreaterThan(30);
  });

  it('sharing rights hold pairs together in the order of the list', () => {
    const plan = planWith({});
    const firm = firmWith({}, 20);
    expect([0, 2, 6].map((shared) => linkedPairs(firm, plan, shared, p))).toEqual([0, 2, 6]);
    const after = linksAfter(firm, plan, 2, p);
    expect(pairIds.map((pair) => after[pair] > 20)).toEqual([true, true, false, false, false, false]);
  });

  it('stay within 0 and 100 whatever is done', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.constantFrom('none', 'talk', 'jointTarget', 'sharedBonus'),
        fc.subarray([...pairIds], { maxLength: 2 }),
        fc.integer({ min: 0, max: 6 }),
        (link, kind, pairs, shared) => {
          const patch = { 'crm.align': kind, 'crm.align.pairs': pairs } as const;
          const after = linksAfter(firmWith(patch, link), planWith(patch), shared, p);
          return pairIds.every((pair) => after[pair] >= 0 && after[pair] <= 100);
        },
      ),
      { numRuns: 100 },
    );
  });
});
