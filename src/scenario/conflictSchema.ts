/** Reader of the conflicts of a scenario: cases, complaints, disputes, partners and dials. */

import { escalationIds, rootIds, symptomIds, type CaseCodes } from '../company/conflict/codes.ts';
import type { JusticeWeights } from '../company/conflict/justice.ts';
import { conflictKinds, faultIds } from '../company/conflict/situation.ts';
import { temperIds } from '../company/conflict/triage.ts';
import {
  partnerKinds,
  type CaseSpec,
  type CaseTelling,
  type ComplaintSpec,
  type ConflictDials,
  type DisputeSpec,
  type PartnerSpec,
} from './conflictSpec.ts';
import { boolean, integer, list, oneOf, optional, partialTableOf, record, schema, slug, subsetOf, summing, tableOf } from './schema.ts';
import { bilingual } from './textSchema.ts';
import type { Schema } from './schema.ts';

const longest = 900;
const reply = bilingual(400);

const tellingSchema = record<CaseTelling>({
  codes: record<CaseCodes>({ symptom: oneOf(symptomIds), root: oneOf(rootIds), escalation: oneOf(escalationIds) }),
  note: bilingual(600),
  replies: record<CaseTelling['replies']>({ heard: reply, content: reply, half: reply, refuses: reply }),
});

const grievance = { temper: oneOf(temperIds), fault: oneOf(faultIds), duty: boolean, urgent: boolean };

export const caseSchema = record<CaseSpec>({
  id: slug,
  quarter: integer(1, 1000),
  segment: slug,
  severity: integer(1, 100),
  person: slug,
  title: bilingual(100),
  words: bilingual(longest),
  told: optional(tellingSchema),
});

export const complaintSchema = record<ComplaintSpec>({
  id: slug,
  ...grievance,
  title: bilingual(100),
  words: bilingual(longest),
  told: optional(tellingSchema),
});

const two = list(slug, { least: 2, most: 2 });
const voices: Schema<DisputeSpec['voices']> = schema(
  (tree, path, errors) => two.read(tree, path, errors) as DisputeSpec['voices'] | undefined,
  two.json,
);

export const disputeSchema = record<DisputeSpec>({
  id: slug,
  kind: oneOf(['department', 'channel']),
  between: slug,
  voices,
  ...grievance,
  title: bilingual(100),
  words: bilingual(longest),
  against: bilingual(longest),
  again: bilingual(longest),
  told: tellingSchema,
});

export const partnerSchema = record<PartnerSpec>({ id: slug, kind: oneOf(partnerKinds), name: bilingual(80) });

const weight = integer(0, 1000);
export const dialsSchema = record<ConflictDials>({
  harmony: optional(integer(0, 100)),
  justice: optional(
    partialTableOf(
      conflictKinds,
      summing(tableOf<keyof JusticeWeights, number>(['distributive', 'procedural', 'interactional'], weight), 1000),
    ),
  ),
  legalDuties: optional(subsetOf(rootIds)),
  safety: optional(subsetOf(rootIds)),
});
