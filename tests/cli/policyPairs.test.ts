import { beforeAll, describe, expect, test } from 'vitest';
import { comparePolicies } from '../../src/cli/facts/policyPairs.ts';
import { policyTrial } from '../../src/cli/facts/policyTrial.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';
import { long } from '../turns.ts';

/** A year on people enough, before chance has led the two runs of a pair apart. */
const [QUARTERS, PEOPLE] = [4, 8000];

describe.each([
  ['tiem-nang', 2, tiemNang, {}],
  ['tiem-nang', 5, tiemNang, long],
  ['voras-bank', 5, vorasBank, long],
] as const)('Complaint policies in %s, on the same %i lucks', (_, lucks, load, options) => {
  let compared: ReturnType<typeof comparePolicies>;
  beforeAll(() => {
    compared = comparePolicies({ ...load().scenario, quarters: QUARTERS }, PEOPLE, lucks);
  });
  const pair = (a: string, b: string) => compared.pairs.find((each) => each.a === a && each.b === b)!;
  /** Mean over its own error: how clear a paired difference is. */
  const clear = ({ mean, sd }: { mean: number; sd: number }): number => mean / (sd / Math.sqrt(lucks));

  // By half with every step at full size, which the long proof holds; a small market counts few complaints.
  test.each([
    ['open', 'closed', 2],
    ['asIs', 'closed', 1.45],
    ['open', 'asIs', 1.45],
  ])(
    'a door that is %s instead of %s brings more than %d times the complaints, more of what is felt, and fewer leave',
    options,
    (a, b, times) => {
      const { complaints, churn, voiced, silentExits } = pair(a, b);
      expect(complaints.mean).toBeGreaterThan(times);
      expect(voiced.mean).toBeGreaterThan(0.04);
      expect(silentExits.mean).toBeLessThan(0);
      expect(clear(churn)).toBeLessThan(-2);
    },
  );

  test('most of what is felt stays unheard behind every door, least behind an open one', options, () => {
    const { policies } = compared;
    const voiced = [policies.closed, policies.asIs, policies.open].map((each) => each.voiced.mean);
    for (const share of voiced) expect(share).toBeLessThan(0.5);
    expect([...voiced].sort((a, b) => a - b)).toEqual(voiced);
  });

  test(
    'refunding everything loses to a careful policy: it is claimed upon, and brings less contribution, a lower result and leaves less equity',
    options,
    () => {
      const { policies } = compared;
      expect(policies.careful.claimsPerThousand.mean).toBe(0);
      expect(policies.refundAll.claimsPerThousand.mean).toBeGreaterThan(1);
      const { contribution, result, equity } = pair('careful', 'refundAll');
      expect(clear(contribution)).toBeGreaterThan(2);
      expect(clear(result)).toBeGreaterThan(4);
      expect(clear(equity)).toBeGreaterThan(2);
    },
  );
});

test('The same seed plays the same run, and another one does not', () => {
  const { scenario } = vorasBank();
  const [first, again, other] = [1, 1, 2].map((seed) => policyTrial(scenario, {}, 800, seed));
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});
