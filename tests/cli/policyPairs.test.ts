import { describe, expect, test } from 'vitest';
import { comparePolicies } from '../../src/cli/facts/policyPairs.ts';
import { policyTrial } from '../../src/cli/facts/policyTrial.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

/** A year on people enough, before chance has led the two runs of a pair apart. */
const [QUARTERS, PEOPLE, SEEDS] = [4, 8000, 5];

describe.each([vorasBank(), tiemNang()])('Complaint policies in $scenario.id, on the same luck', ({ scenario }) => {
  const { policies, pairs } = comparePolicies({ ...scenario, quarters: QUARTERS }, PEOPLE, SEEDS);
  const pair = (a: string, b: string) => pairs.find((each) => each.a === a && each.b === b)!;
  /** Mean over its own error: how clear a paired difference is. */
  const clear = ({ mean, sd }: { mean: number; sd: number }): number => mean / (sd / Math.sqrt(SEEDS));

  // By half with every step at full size, which the long proof holds; a small market counts few complaints.
  test.each([
    ['open', 'closed', 2],
    ['asIs', 'closed', 1.45],
    ['open', 'asIs', 1.45],
  ])('a door that is %s instead of %s brings more than %d times the complaints, more of what is felt, and fewer leave', (a, b, times) => {
    const { complaints, churn, voiced, silentExits } = pair(a, b);
    expect(complaints.mean).toBeGreaterThan(times);
    expect(voiced.mean).toBeGreaterThan(0.04);
    expect(silentExits.mean).toBeLessThan(0);
    expect(clear(churn)).toBeLessThan(-2);
  });

  test('most of what is felt stays unheard behind every door, least behind an open one', () => {
    const voiced = [policies.closed, policies.asIs, policies.open].map((each) => each.voiced.mean);
    for (const share of voiced) expect(share).toBeLessThan(0.5);
    expect([...voiced].sort((a, b) => a - b)).toEqual(voiced);
  });

  test('refunding everything loses to a careful policy: it is claimed upon, and brings less contribution, a lower result and leaves less equity', () => {
    expect(policies.careful.claimsPerThousand.mean).toBe(0);
    expect(policies.refundAll.claimsPerThousand.mean).toBeGreaterThan(1);
    const { contribution, result, equity } = pair('careful', 'refundAll');
    expect(clear(contribution)).toBeGreaterThan(2);
    expect(clear(result)).toBeGreaterThan(4);
    expect(clear(equity)).toBeGreaterThan(2);
  });
});

test('The same seed plays the same run, and another one does not', () => {
  const { scenario } = vorasBank();
  const [first, again, other] = [1, 1, 2].map((seed) => policyTrial(scenario, {}, 800, seed));
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});
