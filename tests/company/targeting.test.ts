import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { listTreatmentOf, modelsInForce, scoreFor, type Scored } from '../../src/company/targeting.ts';
import { LIST_GROUPS } from '../../src/sim/offer.ts';
import { planWith, segmentIds, startedBank } from './fixtures.ts';

const people = 200;
const segmentOf = Uint8Array.from({ length: people }, (_, i) => i % segmentIds.length);
const scored: Scored = {
  person: Int32Array.from({ length: people }, (_, i) => i),
  churn: Float64Array.from({ length: people }, (_, i) => ((i * 37) % people) / people),
  potential: Float64Array.from({ length: people }, (_, i) => (i * 53) % people),
  rfm: Float64Array.from({ length: people }, (_, i) => 3 + (i % 13)),
};
const nobody = (): boolean => false;
const task = (all: 'keep' | 'grow' | 'acquire' | 'letGo') =>
  planWith({ 'cus.task': Object.fromEntries(segmentIds.map((id) => [id, all])) });

describe('lists of a model', () => {
  it('need a common store, and are none without a model', () => {
    const plan = planWith({ 'dat.model': ['churn'] });
    expect(modelsInForce(startedBank(plan), plan)).toEqual([]);
    expect(modelsInForce({ ...startedBank(plan), store: 'mart' }, plan)).toEqual(['churn']);
    expect(listTreatmentOf([], plan, scored, segmentIds, segmentOf, nobody, 1, p)).toBeNull();
  });

  it('go by risk where customers are kept, by potential where they are to grow, and by RFM without such a model', () => {
    expect(scoreFor('keep', ['churn', 'rfm'], scored)).toBe(scored.churn);
    expect(scoreFor('grow', ['potential'], scored)).toBe(scored.potential);
    expect(scoreFor('grow', ['rfm'], scored)).toBe(scored.rfm);
    expect(scoreFor('keep', ['rfm'], scored)![0]).toBe(-scored.rfm[0]!);
    expect(scoreFor('keep', ['potential'], scored)).toBeNull();
    expect(scoreFor('letGo', ['churn', 'potential', 'rfm'], scored)).toBeNull();
  });

  it('win neither contacts nor money, whatever share is listed: what some get more, others of the segment get less', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.constantFrom('keep' as const, 'grow' as const), (list, all) => {
        const lists = listTreatmentOf(['churn', 'potential'], task(all), scored, segmentIds, segmentOf, nobody, 1, {
          ...p,
          'model.list': list,
        })!;
        return segmentIds.every((_, s) => {
          const members = scored.person.filter((i) => segmentOf[i] === s);
          const sum = (of: Float64Array): number => members.reduce((whole, i) => whole + of[s * LIST_GROUPS + lists.of[i]!]!, 0);
          return Math.abs(sum(lists.contacts) - members.length) < 1e-9 && Math.abs(sum(lists.keep) - members.length) < 1e-9;
        });
      }),
    );
  });

  it('move money where customers are kept and contacts where they are to grow', () => {
    const kept = listTreatmentOf(['churn'], task('keep'), scored, segmentIds, segmentOf, nobody, 1, p)!;
    const grown = listTreatmentOf(['potential'], task('grow'), scored, segmentIds, segmentOf, nobody, 1, p)!;
    expect([kept.keep[1], kept.contacts[1]]).toEqual([p['model.money'], 1]);
    expect([grown.keep[1], grown.contacts[1]]).toEqual([1, p['model.contacts']]);
  });

  it('leave the control group alone and list the fifth with the highest risk', () => {
    const heldOut = (i: number): boolean => i % 10 === 0;
    const { of } = listTreatmentOf(['churn'], task('keep'), scored, segmentIds, segmentOf, heldOut, 1, p)!;
    for (let i = 0; i < people; i += 1) if (heldOut(i)) expect(of[i]).toBe(0);
    const risk = (group: number): number[] =>
      Array.from(scored.person)
        .filter((i) => segmentOf[i] === 0 && of[i] === group)
        .map((i) => scored.churn[i]!);
    expect(Math.min(...risk(1))).toBeGreaterThanOrEqual(Math.max(...risk(2)));
  });
});
