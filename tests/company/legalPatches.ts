/** Patches of a plan drawn from all that the catalogue allows. */

import fc from 'fast-check';
import { type Control, controls, type QuarterPlan } from '../../src/company/controls.ts';
import { segmentIds } from './fixtures.ts';

/** Any value that a control allows. */
function legal(control: Control): fc.Arbitrary<unknown> {
  switch (control.kind) {
    case 'choice':
      return fc.constantFrom(...control.options);
    case 'level':
      return fc.integer({ min: 0, max: (control.high - control.low) / control.step }).map((n) => control.low + n * control.step);
    case 'subset':
      return fc.subarray([...control.options], { maxLength: control.most });
    case 'segments':
      return fc.subarray([...segmentIds], { maxLength: control.most });
    case 'split':
      return fc
        .array(fc.nat(control.options.length - 1), { minLength: 100 / control.step, maxLength: 100 / control.step })
        .map((parts) =>
          Object.fromEntries(control.options.map((part, i) => [part, parts.filter((one) => one === i).length * control.step])),
        );
    case 'choiceEach':
      return fc.record(Object.fromEntries(segmentIds.map((id) => [id, fc.constantFrom(...control.options)])));
    case 'levelEach': {
      const value = fc.integer({ min: 0, max: (control.high - control.low) / control.step }).map((n) => control.low + n * control.step);
      return fc.record(Object.fromEntries(segmentIds.map((id) => [id, value])));
    }
  }
}
const hours = ['crm.people.reviews', 'crm.people.departments', 'crm.people.frontLine'];
export const legalPatch: fc.Arbitrary<Partial<QuarterPlan>> = fc
  .record(Object.fromEntries(controls.filter(({ id }) => !hours.includes(id)).map((control) => [control.id, legal(control)])), {
    requiredKeys: [],
  })
  .map((patch) => patch as Partial<QuarterPlan>);
