/** What the data room says in words: findings, and figures that an audit found or staff claim. */

import type { DataRoom, FieldHeld } from '../../game/known/dataRoom.ts';
import { type FlowReason, flowReasons } from '../../game/known/dataFlow.ts';
import type { Estimate } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { fixed, inSentence, number, percent } from '../format.ts';

/** Fewer people than these in a sample say nothing of two lists. */
const few = 10;
const rare = 0.1;

/** A share as the audit found it, with its interval; else the staff's claim, marked as one. */
export function toldShare(found: Estimate, claimed: number | null): string {
  const { value, low, high, n, asOf } = found;
  if (value === null || low === null || high === null) {
    return claimed === null ? m.data_unchecked() : m.data_claimed({ value: percent(claimed, 0) });
  }
  if (n < few) return m.data_few({ n: number(n) });
  return m.data_found({
    value: percent(value, 1),
    // What is rare is read to a tenth of a point.
    low: percent(low, value < rare ? 1 : 0),
    high: percent(high, value < rare ? 1 : 0),
    n: number(n),
    quarter: number(asOf),
  });
}

export type FieldState = 'used' | 'lacking' | 'unused' | 'absent';
export const fieldState = ({ asked, useful }: FieldHeld): FieldState =>
  useful ? (asked ? 'used' : 'lacking') : asked ? 'unused' : 'absent';

export function fieldStateWords(field: FieldHeld, price: number): string {
  switch (fieldState(field)) {
    case 'used':
      return m.data_state_used();
    case 'lacking':
      return m.data_state_lacking();
    case 'unused':
      return m.data_state_unused({ price: fixed(price) });
    case 'absent':
      return m.data_state_absent();
  }
}

export function fieldsFinding({ fields, fieldPrice }: DataRoom): string {
  const count = (state: FieldState): number => fields.filter((field) => fieldState(field) === state).length;
  const unused = count('unused');
  if (unused > 0) return m.data_fields_title_unused({ count: number(unused), price: fixed(unused * fieldPrice) });
  const lacking = count('lacking');
  return lacking > 0 ? m.data_fields_title_lacking({ count: number(lacking) }) : m.data_fields_title_all();
}

/** Part 0-1 of a block that was written over four quarters ago. */
const old = (ages: readonly number[]): number => ages.slice(2).reduce((sum, share) => sum + share, 0);

export function agesFinding({ blocks }: DataRoom): string {
  const oldest = blocks.reduce((found, block) => (old(block.ages) > old(found.ages) ? block : found), blocks[0]);
  const share = old(oldest.ages);
  return share < 0.005 ? m.data_ages_none() : m.data_ages_title({ block: word('block', oldest.block), share: percent(share, 0) });
}

export function flowFinding({ flow }: DataRoom): string {
  const missing = flow.filter((arrow) => arrow.missing.length > 0);
  if (missing.length === 0) return m.data_flow_title_all();
  const times = (reason: FlowReason): number => missing.filter((arrow) => arrow.missing.includes(reason)).length;
  const most = flowReasons.reduce((found, reason) => (times(reason) > times(found) ? reason : found), flowReasons[0]);
  return m.data_flow_title({ missing: number(missing.length), all: number(flow.length), reason: inSentence(word('flow', most)) });
}
