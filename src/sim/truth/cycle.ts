/**
 * What contacts set off by events do, before the market plays, and who comes back when asked, after it. Both move columns of single
 * customers and leave the pass over all of them as it is.
 */

import { exp } from '../math/elementary.ts';
import { keyedUnit } from '../math/keys.ts';
import type { CycleTreatment } from '../offer.ts';
import { purpose } from '../purposes.ts';
import { type LossId, numberIsRight, triggerIds, TRIGGERS } from '../records/cycle.ts';
import { BLOCKS, consentState, MISJOINED, type Records } from '../records/records.ts';
import { NOBODY, PER_BYTE, WORD } from './columns.ts';
import { asWord, jeopardyOf } from './context.ts';
import { dissatisfactionLogit, timesOdds } from './formulas.ts';
import { causeIndex } from './leaving.ts';
import type { Market } from './market.ts';
import { at, causeOffset, ROW } from './tallies.ts';
import { T, TREATMENT_ROW } from './treatment.ts';

/** Customers to contact: by place the person, the trigger by index, and 1 where the event truly happened to them. */
export interface Firings {
  person: readonly number[];
  trigger: readonly number[];
  real: readonly number[];
}
/** Simulated people by trigger, and customers expected to stay who would have left. */
export interface CallsMade {
  reached: Float64Array;
  mistaken: Float64Array;
  kept: Float64Array;
  /** Gone without notice and back. */
  back: number[];
  withdrew: number;
  done: Uint8Array;
}
/** How a contact ended, in `done` by place. */
export const callEnd = { notReached: 0, mistaken: 1, made: 2 } as const;

const COMPLAINT = triggerIds.indexOf('complaint');
const UNCONFIRMED = triggerIds.indexOf('unconfirmed');
/** Quarters over which what a contact won is reckoned: a tenth of it is left then. */
const LASTS = 10;
const ACCOUNT = 0;
const NEEDS = 1;

/** Row of company k and segment s in the reference of a market. */
const tieOf = ({ reference, spec }: Market, k: number, s: number): number =>
  reference[(k * spec.segments.length + s) * TREATMENT_ROW + T.tie]!;

/** Chance 0-1 that customer i leaves company k in a quarter as he feels now, whatever rivals do. */
export function leavingChance(market: Market, jeopardy: Float64Array, i: number, k: number): number {
  const { columns: c, parameters: p, people, spec } = market;
  const s = c.segment[i]!;
  const place = k * people + i;
  const below = spec.segments[s]!.satisfaction - c.satisfaction[place]! / WORD;
  const switching = c.switchingCost[i]! * PER_BYTE;
  const logit =
    dissatisfactionLogit(below, switching, p['leaving.satisfaction'], p['leaving.convexity'], p['leaving.switching']) +
    p['leaving.relationship'] * (tieOf(market, k, s) - c.relationship[place]! / WORD);
  const base = c.leavingBase[i]!;
  if (spec.relation === 'repertoire') return 1 - exp(-base * p['leaving.scale'] * exp(logit));
  return timesOdds(Math.min(0.99, base * p['leaving.scale'] * jeopardy[k * spec.segments.length + s]!), exp(logit));
}

/** By trigger: part of a quarter's chance of leaving that a contact takes away over the time that it lasts. */
function keptBy(market: Market, { tie, calm }: CycleTreatment): number[] {
  const p = market.parameters;
  return tie.map((won, trigger) => {
    let sum = 0;
    let left = 1;
    for (let quarter = 1; quarter <= LASTS; quarter += 1) {
      left *= 1 - p['experience.tiePace'];
      const calmed = trigger === COMPLAINT ? p['leaving.satisfaction'] * calm * left : 0;
      sum += 1 - exp(-(p['leaving.relationship'] * won * left + calmed));
    }
    return sum;
  });
}

/**
 * Contacts those listed, in place. Whose number is wrong is not reached; who is asked about somebody else's affairs is annoyed and may
 * withdraw consent; the others come closer, as far as the staff care.
 * @param care 0-1: chance that a contact is a good one
 */
export function callCustomers(
  market: Market,
  records: Records,
  k: number,
  { person, trigger, real }: Firings,
  treatment: CycleTreatment,
  care: number,
  quarter: number,
): CallsMade {
  const { columns, people, luckSeed, spec } = market;
  const made: CallsMade = {
    reached: new Float64Array(TRIGGERS),
    mistaken: new Float64Array(TRIGGERS),
    kept: new Float64Array(TRIGGERS),
    back: [],
    withdrew: 0,
    done: new Uint8Array(person.length),
  };
  const jeopardy = jeopardyOf(market);
  const parts = keptBy(market, treatment);
  person.forEach((i, n) => {
    const about = trigger[n]!;
    if (!isReached(market, records, i, treatment)) return;
    const place = k * people + i;
    made.reached[about]! += 1;
    if (real[n] === 0) {
      made.mistaken[about]! += 1;
      made.done[n] = callEnd.mistaken;
      columns.relationship[place] = asWord(columns.relationship[place]! / WORD - treatment.lost);
      const minded = treatment.withdrawn * columns.privacyConcern[i]! * PER_BYTE;
      if (keyedUnit(luckSeed, purpose.cycleConsent, i, quarter, k) >= minded) return;
      records.consent[i] = consentState.withdrawn * 21;
      made.withdrew += 1;
      return;
    }
    made.done[n] = callEnd.made;
    if ((columns.active[i]! & (1 << k)) === 0) {
      if (spec.relation !== 'repertoire') return;
      if (keyedUnit(luckSeed, purpose.cycleReturn, i, quarter, k) >= treatment.reawaken * care) return;
      columns.active[i]! |= 1 << k;
      made.back.push(i);
      return;
    }
    if (keyedUnit(luckSeed, purpose.cycleCall, i, quarter, k) >= care) return;
    made.kept[about]! += leavingChance(market, jeopardy, i, k) * parts[about]!;
    columns.relationship[place] = asWord(columns.relationship[place]! / WORD + treatment.tie[about]!);
    if (about === COMPLAINT) columns.satisfaction[place] = asWord(columns.satisfaction[place]! / WORD + treatment.calm);
    if (about === UNCONFIRMED) confirm(records, i);
  });
  return made;
}

/** True if the number on file reaches customer i: in a file that is wrong it is the number in some cases, what was bought in the others. */
const isReached = ({ populationSeed }: Market, records: Records, i: number, { numberHolds }: CycleTreatment): boolean =>
  numberIsRight(records, i) || keyedUnit(populationSeed, purpose.cycleNumber, i, 0, 0) < numberHolds;

/** What stands in the file of a customer was read to him: it is right as of today. */
function confirm(records: Records, i: number): void {
  for (const block of [ACCOUNT, NEEDS]) {
    if (records.age[i * BLOCKS + block] !== 255) records.age[i * BLOCKS + block] = 0;
    records.wrong[i]! &= ~(1 << block);
  }
  records.wrong[i]! &= ~MISJOINED;
}

const priceLed: readonly number[] = [causeIndex.price, causeIndex.rivalOffer];
const unasked: readonly number[] = [causeIndex.lifeEvent, causeIndex.substitute, NOBODY];

/** What decides whether somebody comes back. @param cause of causeIndex, NOBODY = never left anybody */
export function lossOf(cause: number): LossId {
  return priceLed.includes(cause) ? 'price' : unasked.includes(cause) ? 'other' : 'fault';
}

/** Chance 0-1 that somebody who left comes back when asked. @param mended 0-1, how far what drove him away is better now */
export function returnChance(loss: LossId, t: CycleTreatment, mended: number, knows: boolean, care: number): number {
  const base = { price: t.price, fault: t.faultLeft + (t.fault - t.faultLeft) * mended, other: t.other }[loss];
  return Math.min(1, base * (knows ? t.knows : t.guesses) * (0.5 + 0.5 * care));
}

/**
 * Asks those listed to come back, after the quarter, in place; who does is booked as won. Who came for a price is hardly tied.
 * Answers who came back, in the order asked.
 */
export function winBack(
  market: Market,
  records: Records,
  tallies: Float64Array,
  k: number,
  asked: readonly number[],
  knows: (person: number) => boolean,
  treatment: CycleTreatment,
  mended: number,
  care: number,
  quarter: number,
): number[] {
  const { columns: c, people, luckSeed, spec, parameters: p } = market;
  const segments = spec.segments.length;
  return asked.filter((i) => {
    if ((c.active[i]! & (1 << k)) !== 0 || !isReached(market, records, i, treatment)) return false;
    const loss = lossOf(c.leftBecause[i]!);
    if (keyedUnit(luckSeed, purpose.winBack, i, quarter, k) >= returnChance(loss, treatment, mended, knows(i), care)) return false;
    const s = c.segment[i]!;
    const place = k * people + i;
    if (spec.relation === 'contractual') {
      leaveRival(market, tallies, i, s);
      c.supplier[i] = k;
    }
    c.active[i]! |= 1 << k;
    const usual = tieOf(market, k, s) * p['acquisition.newTie'];
    c.relationship[place] = asWord(loss === 'price' ? usual - treatment.lapsedTie : usual);
    // The price is the old one again; whoever comes back after a fault has seen it mended.
    if (loss === 'price') c.satisfaction[place] = asWord(spec.segments[s]!.satisfaction - treatment.lapsedCalm);
    if (loss === 'fault') c.satisfaction[place] = Math.max(c.satisfaction[place]!, asWord(spec.segments[s]!.satisfaction));
    const row = (k * segments + s) * ROW;
    tallies[row + at.gained]! += 1;
    tallies[row + at.customers]! += 1;
    tallies[row + at.satisfaction]! += c.satisfaction[place]! / WORD;
    return true;
  });
}

/** Under contract whoever comes back closes the account elsewhere. */
function leaveRival({ columns: c, spec, people }: Market, tallies: Float64Array, i: number, s: number): void {
  const rival = c.supplier[i]!;
  c.tenure[i] = 0;
  if (rival === NOBODY) return;
  c.active[i]! &= ~(1 << rival);
  const row = (rival * spec.segments.length + s) * ROW;
  tallies[row + at.customers]! -= 1;
  tallies[row + at.satisfaction]! -= c.satisfaction[rival * people + i]! / WORD;
  tallies[row + at.satisfactionOfLost]! += c.satisfaction[rival * people + i]! / WORD;
  tallies[row + at.lost]! += 1;
  tallies[row + causeOffset(causeIndex.rivalOffer)]! += 1;
}
