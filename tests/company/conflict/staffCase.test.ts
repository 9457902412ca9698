/** The short way of a case through the hands of the staff ends in every bit as the machine does. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { remedyIds } from '../../../src/company/conflict/justice.ts';
import { answeredCase, receivedCase } from '../../../src/company/conflict/playCase.ts';
import { settledByStaff } from '../../../src/company/conflict/staffCase.ts';
import { step } from '../../../src/company/step.ts';

const start = fc.record({
  kind: fc.constantFrom('customer', 'department', 'channel'),
  severity: fc.integer({ min: 1, max: 100 }),
  fault: fc.constantFrom('firm', 'other', 'abuse'),
  duty: fc.boolean(),
  urgent: fc.boolean(),
  heat: fc.integer({ min: 1, max: 5 }),
  agentLimit: fc.constantFrom(0, 20, 40, 70),
  priorFailures: fc.integer({ min: 0, max: 3 }),
});
const answer = fc.record({
  mode: fc.constantFrom('accommodate', 'compromise', 'compete', 'collaborate'),
  delay: fc.integer({ min: 0, max: 9 }),
  checksRoot: fc.boolean(),
  offer: fc.record({ remedy: fc.constantFrom(...remedyIds), apology: fc.boolean(), reason: fc.boolean(), date: fc.constant(false) }),
  empathy: fc.double({ min: 0, max: 1, noNaN: true }),
  peerGotMore: fc.double({ min: 0, max: 1.3, noNaN: true }),
});

it('whatever the case and the answer, state and memory are those of the machine', () => {
  fc.assert(
    fc.property(start, answer, (from, by) => {
      const received = receivedCase(from);
      const rests = answeredCase(received, by);
      const byMachine = rests.value === 'learning' ? step('case', rests, { type: 'case.skip' }) : rests;
      expect(settledByStaff(received, by)).toEqual(byMachine);
    }),
    { numRuns: 1500 },
  );
});
