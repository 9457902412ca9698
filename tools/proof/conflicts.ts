/** Complaint policies of a shipped scenario for the long proof. */

import { comparePolicies, type PolicyComparison } from '../../src/cli/facts/policyPairs.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';

/** Throws for a scenario that is not shipped. */
export function complaintPolicies(id: string, customers: number, seeds: number): PolicyComparison {
  return comparePolicies(goodScenario(id).scenario, customers, seeds);
}
