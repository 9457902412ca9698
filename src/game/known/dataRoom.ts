/** The data room: what the firm can say of its own customer records. It counts rows, cells and dates itself; what is right, doubled or mixed up only an audit tells. */

import { type Exposure, type RiskWord, riskWord } from '../../company/breach.ts';
import {
  blockIds,
  type BlockId,
  type FieldId,
  fieldIds,
  type ListId,
  listIds,
  type PurposeId,
  purposeIds,
  type RecordQuality,
} from '../../sim/records/recordActions.ts';
import { listPairs } from '../../sim/records/lookedUp.ts';
import { BLOCKS, consentFor, consentState, EMPTY, type Records } from '../../sim/records/records.ts';
import type { Estimate } from '../estimate.ts';
import { type FlowArrow, type FlowInput, flowOf } from './dataFlow.ts';
import { sampledShare, unknown } from './figures.ts';
import type { AuditResult } from './evidence.ts';

export interface DataRoomInput {
  records: Records;
  people: number;
  /** Real people that one simulated customer stands for. */
  represents: number;
  audit: AuditResult | null;
  /** What the staff said of the records before anybody looked. */
  claimed: RecordQuality;
  lists: number;
  usefulFields: readonly FieldId[];
  askedFields: readonly FieldId[];
  /** Units a quarter that a field costs. */
  fieldPrice: number;
  flow: Omit<FlowInput, 'numbered'>;
  exposure: Exposure;
  chance: number;
  /** A breach of the quarter played last: simulated people who withdrew consent over it; null where there was none. */
  breach: { withdrew: number; told: boolean } | null;
}

export interface FieldHeld {
  field: FieldId;
  block: BlockId;
  /** Share 0-1 of the people on file for whom it is filled: counted. */
  filled: number;
  asked: boolean;
  useful: boolean;
}

/** Upper ends of the age classes, quarters; the last class is older. */
export const ageEnds = [1, 4, 8] as const;

export interface BlockHeld {
  block: BlockId;
  /** Share 0-1 of the people on file of whom it holds anything, and by age class of those: counted from the dates. */
  holding: number;
  ages: readonly number[];
}

export interface ListHeld {
  list: ListId;
  /** Rows, further rows included, in real people. */
  rows: number;
  /** Share 0-1 of the people on file who are on it, and of its people who carry the joint number. */
  share: number;
  numbered: number;
}

export interface DataRoom {
  /** Real people on file, and rows about them. */
  onFile: number;
  rows: number;
  /** The staff's claim, shares 0-1 (completeness in points); null once an audit has looked. */
  claimed: RecordQuality | null;
  fields: readonly FieldHeld[];
  fieldPrice: number;
  blocks: readonly BlockHeld[];
  lists: readonly ListHeld[];
  /** Two lists: share 0-1 of the people whom both hold whom both know under one number. */
  agreeing: readonly { lists: readonly [ListId, ListId]; share: Estimate }[];
  /** Shares 0-1 of the people on file with further rows, and whose row holds two people's facts. */
  duplicated: Estimate;
  misjoined: Estimate;
  /** By purpose, in real people as the register has them. */
  consent: readonly { purpose: PurposeId; agreed: number; withdrawn: number; none: number }[];
  /** Share 0-1 of those who agreed whose yes can be shown. */
  proven: Estimate;
  store: FlowInput['store'];
  flow: readonly FlowArrow[];
  risk: { word: RiskWord; exposure: Exposure };
  /** Real people who withdrew consent over a breach of this quarter, and whether customers were told. */
  breach: { withdrew: number; told: boolean } | null;
}

/** One pass over the records. */
function count(records: Records, people: number, lists: number) {
  const filled = fieldIds.map(() => 0);
  const ages = blockIds.map(() => [...ageEnds, 0].map(() => 0));
  const consent = purposeIds.map(() => ({ agreed: 0, withdrawn: 0, none: 0 }));
  const held = Array.from({ length: lists }, () => ({ people: 0, numbered: 0, rows: 0 }));
  let onFile = 0;
  for (let i = 0; i < people; i += 1) {
    const holds = records.held[i]!;
    if (holds === 0) continue;
    onFile += 1;
    const fields = records.fields[i]!;
    for (let f = 0; f < filled.length; f += 1) filled[f]! += (fields >> f) & 1;
    for (let b = 0; b < BLOCKS; b += 1) {
      const age = records.age[i * BLOCKS + b]!;
      if (age === EMPTY) continue;
      const place = ageEnds.findIndex((end) => age <= end);
      ages[b]![place < 0 ? ageEnds.length : place]! += 1;
    }
    for (const [at, states] of consent.entries()) {
      const state = consentFor(records, i, at as 0 | 1 | 2);
      states[state === consentState.withdrawn ? 'withdrawn' : state === consentState.none ? 'none' : 'agreed'] += 1;
    }
    for (let s = 0; s < lists; s += 1) {
      const on = (holds >> s) & 1;
      held[s]!.people += on;
      held[s]!.rows += on;
      held[s]!.numbered += on & (records.joined[i]! >> s);
    }
  }
  for (let row = 0; row < records.duplicateRows; row += 1) {
    const list = held[records.duplicateSilo[row]!];
    if (list !== undefined) list.rows += 1;
  }
  return { onFile, filled, ages, consent, held };
}

const part = (some: number, all: number): number => (all > 0 ? some / all : 0);

/** Found in a sample of the audit; unknown without one. */
function found(
  audit: AuditResult | null,
  some: (looked: AuditResult['looked']) => number,
  all: (looked: AuditResult['looked']) => number,
): Estimate {
  if (audit === null) return unknown('noAudit');
  const n = all(audit.looked);
  return sampledShare(part(some(audit.looked), n), n, {
    method: 'audit',
    frame: 'customersOnFile',
    asOf: audit.quarter,
    drawn: audit.drawn,
  });
}

export function dataRoom(input: DataRoomInput): DataRoom {
  const { records, people, represents, audit, lists, usefulFields, askedFields, breach } = input;
  const counted = count(records, people, lists);
  const { onFile } = counted;
  const numbered = counted.held.map((list) => part(list.numbered, list.people));
  return {
    onFile: onFile * represents,
    rows: counted.held.reduce((sum, list) => sum + list.rows, 0) * represents,
    claimed: audit === null ? input.claimed : null,
    fields: fieldIds.map((field, f) => ({
      field,
      block: blockIds[Math.floor((f * BLOCKS) / fieldIds.length)]!,
      filled: part(counted.filled[f]!, onFile),
      asked: askedFields.includes(field),
      useful: usefulFields.includes(field),
    })),
    fieldPrice: input.fieldPrice,
    blocks: blockIds.map((block, b) => {
      const holding = counted.ages[b]!.reduce((sum, many) => sum + many, 0);
      return { block, holding: part(holding, onFile), ages: counted.ages[b]!.map((many) => part(many, holding)) };
    }),
    lists: counted.held.map((list, s) => ({
      list: listIds[s]!,
      rows: list.rows * represents,
      share: part(list.people, onFile),
      numbered: numbered[s]!,
    })),
    agreeing: listPairs.flatMap(([a, b], pair) =>
      b >= lists
        ? []
        : [
            {
              lists: [listIds[a]!, listIds[b]!] as const,
              share: found(
                audit,
                ({ linked }) => linked[pair]!,
                ({ both }) => both[pair]!,
              ),
            },
          ],
    ),
    duplicated: found(
      audit,
      ({ duplicated }) => duplicated,
      ({ known }) => known,
    ),
    misjoined: found(
      audit,
      ({ misjoined }) => misjoined,
      ({ known }) => known,
    ),
    consent: purposeIds.map((purpose, at) => {
      const { agreed, withdrawn, none } = counted.consent[at]!;
      return { purpose, agreed: agreed * represents, withdrawn: withdrawn * represents, none: none * represents };
    }),
    proven: found(
      audit,
      ({ proven }) => proven,
      ({ agreeing }) => agreeing,
    ),
    store: input.flow.store,
    flow: flowOf({ ...input.flow, numbered }),
    risk: { word: riskWord(input.chance), exposure: input.exposure },
    breach: breach && { ...breach, withdrew: breach.withdrew * represents },
  };
}
