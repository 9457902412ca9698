/** Complaint policies held against each other on the same luck: three settings of the door, and refunding everything against care. */

import type { Scenario } from '../../scenario/scenario.ts';
import { spread, type Spread } from '../statistics.ts';
import { policyTrial, type Policy, type PolicyFigures } from './policyTrial.ts';

const policies = {
  closed: { 'svc.door': 'closed' },
  asIs: { 'svc.door': 'asIs' },
  open: { 'svc.door': 'open' },
  /** More than the loss to whoever asks, at once, by whoever is asked. */
  refundAll: { 'svc.door': 'open', 'svc.remedy': 'generous', 'svc.authority': 70, 'svc.speed': 'h8' },
  /** The whole loss where the fault is the firm's, within a day, in a warm tone, and asked after. */
  careful: {
    'svc.door': 'open',
    'svc.remedy': 'full',
    'svc.remedy.byCause': 'firmsFault',
    'svc.authority': 70,
    'svc.speed': 'h24',
    'svc.tone': 'warm',
    'svc.follow': 'yes',
  },
} as const satisfies Readonly<Record<string, Policy>>;
type PolicyId = keyof typeof policies;
const policyIds = Object.keys(policies) as readonly PolicyId[];

/** What is said of a pair: `easier` = half as many complaints more and less churn; `better` = more contribution, result and equity. */
const claims = [
  ['open', 'closed', 'easier'],
  ['asIs', 'closed', 'easier'],
  ['open', 'asIs', 'easier'],
  ['careful', 'refundAll', 'better'],
] as const satisfies readonly (readonly [PolicyId, PolicyId, 'easier' | 'better'])[];

/** Share by which complaints rise at least where complaining is made easy; what an opening by half a step may miss of it by luck. */
const MORE_COMPLAINTS = 0.5;

export interface PolicyPair {
  a: PolicyId;
  b: PolicyId;
  /** Complaints a customer of a over b, same seed. */
  complaints: Spread;
  /** a less b, same seed: churn and share of felt failures voiced 0-1, silent exits per thousand, money in currency. */
  churn: Spread;
  voiced: Spread;
  silentExits: Spread;
  contribution: Spread;
  result: Spread;
  equity: Spread;
  /** What is said of the pair holds. */
  good: boolean;
}

export interface PolicyComparison {
  scenario: string;
  customers: number;
  seeds: number;
  policies: Readonly<Record<PolicyId, Readonly<Record<keyof PolicyFigures, Spread>>>>;
  pairs: readonly PolicyPair[];
}

/** Plays every policy on seeds 1 to `seeds`. Deterministic. */
export function comparePolicies(scenario: Scenario, customers: number, seeds: number): PolicyComparison {
  const runs = new Map(
    policyIds.map((id) => [id, Array.from({ length: seeds }, (_, n) => policyTrial(scenario, policies[id], customers, n + 1))]),
  );
  const pairs = claims.map(([a, b, said]): PolicyPair => {
    const [as, bs] = [runs.get(a)!, runs.get(b)!];
    const less = (field: keyof PolicyFigures): Spread => spread(as.map((figures, n) => figures[field] - bs[n]![field]));
    const pair = {
      complaints: spread(as.map(({ complaintsPerThousand }, n) => complaintsPerThousand / bs[n]!.complaintsPerThousand)),
      churn: less('churn'),
      voiced: less('voiced'),
      silentExits: less('silentExitsPerThousand'),
      contribution: less('contribution'),
      result: less('result'),
      equity: less('equity'),
    };
    const easier = pair.complaints.mean >= 1 + MORE_COMPLAINTS && pair.churn.mean < 0;
    const better = pair.contribution.mean > 0 && pair.result.mean > 0 && pair.equity.mean > 0;
    return { a, b, ...pair, good: said === 'easier' ? easier : better };
  });
  const spreads = Object.fromEntries(
    policyIds.map((id) => {
      const all = runs.get(id)!;
      const fields = Object.keys(all[0]!) as (keyof PolicyFigures)[];
      return [id, Object.fromEntries(fields.map((field) => [field, spread(all.map((figures) => figures[field]))]))];
    }),
  ) as unknown as PolicyComparison['policies'];
  return { scenario: scenario.id, customers, seeds, policies: spreads, pairs };
}
