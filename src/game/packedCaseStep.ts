/** A step of a case as bytes: which step, then its particulars in one number. */

import { causeIds, escalationIds, rootIds, symptomIds } from '../company/conflict/codes.ts';
import { fixIds } from '../company/conflict/fixes.ts';
import { remedyIds } from '../company/conflict/justice.ts';
import { criterionIds, type Criteria, type CriterionId } from '../company/conflict/situation.ts';
import { caseStepIds, type CaseStep } from '../company/conflict/steps.ts';
import { conflictModes } from '../company/orders.ts';
import type { ByteReader, ByteWriter } from './packedBytes.ts';

/** The lists that an index of this form points into. */
export const stepLists = { caseStepIds, criterionIds, symptomIds, causeIds, escalationIds, rootIds, conflictModes, remedyIds, fixIds };

/** Points that a criterion can have: 0-5. */
const points = 6;
const mostPoints = criterionIds.reduce((product) => product * points, 1);
/** A root cause, and that none was looked for. */
const roots = 1 + rootIds.length;

export function writeCaseStep(writer: ByteWriter, step: CaseStep): void {
  writer.number(caseStepIds.indexOf(step.do));
  switch (step.do) {
    case 'weigh':
      return writer.number(criterionIds.reduce((sum, id) => sum * points + step.points[id], 0));
    case 'code': {
      const root = step.root === null ? 0 : 1 + rootIds.indexOf(step.root);
      const known = symptomIds.indexOf(step.symptom) * causeIds.length + causeIds.indexOf(step.cause);
      return writer.number((known * escalationIds.length + escalationIds.indexOf(step.escalation)) * roots + root);
    }
    case 'mode':
      return writer.number(conflictModes.indexOf(step.mode));
    case 'offer':
      return writer.number(remedyIds.indexOf(step.remedy) * 8 + (step.apology ? 4 : 0) + (step.reason ? 2 : 0) + (step.date ? 1 : 0));
    case 'fix':
      return writer.number(fixIds.indexOf(step.fix));
    default:
  }
}

export function readCaseStep(reader: ByteReader): CaseStep {
  const step = caseStepIds[reader.below(caseStepIds.length)]!;
  switch (step) {
    case 'weigh':
      return { do: step, points: readPoints(reader.below(mostPoints)) };
    case 'code': {
      const number = reader.below(symptomIds.length * causeIds.length * escalationIds.length * roots);
      const root = number % roots;
      const rest = Math.floor(number / roots);
      const known = Math.floor(rest / escalationIds.length);
      return {
        do: step,
        symptom: symptomIds[Math.floor(known / causeIds.length)]!,
        cause: causeIds[known % causeIds.length]!,
        escalation: escalationIds[rest % escalationIds.length]!,
        root: root === 0 ? null : rootIds[root - 1]!,
      };
    }
    case 'mode':
      return { do: step, mode: conflictModes[reader.below(conflictModes.length)]! };
    case 'offer': {
      const number = reader.below(remedyIds.length * 8);
      return {
        do: step,
        remedy: remedyIds[number >>> 3]!,
        apology: (number & 4) !== 0,
        reason: (number & 2) !== 0,
        date: (number & 1) !== 0,
      };
    }
    case 'fix':
      return { do: step, fix: fixIds[reader.below(fixIds.length)]! };
    default:
      return { do: step };
  }
}

/** Six digits of base six, the last criterion lowest. */
function readPoints(number: number): Criteria {
  const read = {} as Record<CriterionId, number>;
  let rest = number;
  for (let place = criterionIds.length - 1; place >= 0; place -= 1) {
    read[criterionIds[place]!] = rest % points;
    rest = Math.floor(rest / points);
  }
  return read;
}
