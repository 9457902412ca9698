/** One quarter of the records: captured at contacts, spoiled, aged, cleaned, joined, duplicated, consent asked and withdrawn. */

import { exp } from '../math/elementary.ts';
import { mix4, unit } from '../math/keys.ts';
import type { ParameterValues } from '../parameters.ts';
import { purpose } from '../purposes.ts';
import { capture, spoilAndClean } from './blocks.ts';
import { chancesByChannel, chancesOf, type ContactChances, setApart, type ToldByOthers } from './otherChannels.ts';
import { roomForList, type Own } from './own.ts';
import type { RecordActions } from './recordActions.ts';
import { type MergeCounts, mergeDuplicates } from './merges.ts';
import { addDuplicate, BLOCKS, consentState, type Records } from './records.ts';

const MOST_CONTACTS = 63;
const KEYS_PER_QUARTER = 64;
const HALF = 1 / 65536;
const lanes = new Uint32Array(4);
/** Rooms for lists. */
const KNOWN = 0;
const CAPTURED = 1;

/** What happened between the firm and each customer in the quarter, as the kernel left it. */
export interface Touches extends Own {
  /** Contacts of the quarter, capped at 63. */
  contacts: Uint8Array;
  /** 1 = consent withdrawn this quarter. */
  withdrew: Uint8Array;
  /** How many silos there are, the channel through which each customer is usually met, and the silo, 0-3, of each channel. */
  silos: number;
  channel: Uint8Array;
  siloOf: Uint8Array;
  /** 1 = left the list of e-mails this quarter; left out = nobody did. */
  unsubscribed?: Uint8Array;
  /** Bit c = channel c shares context with the others that do; left out = none. */
  synced?: number;
  /** By channel: what others who run it pass on; null = as usual. Left out = all as usual. */
  told?: readonly (ToldByOthers | null)[];
}

/**
 * Plays one quarter on the records, in place.
 * Formulas of mechanics 2: capture .35 x honesty a contact; stale 6.2% a quarter; cleaning refreshes half of 1 - exp(-e/4) of what is stale;
 * silos join at .45 (1 - exp(-e/4)) up to the store's ceiling; an unsynced contact makes a duplicate. Answers what the matching rule did.
 */
export function playRecordsQuarter(
  records: Records,
  actions: RecordActions,
  touches: Touches,
  parameters: ParameterValues,
  people: number,
  quarter: number,
  seed: number,
): MergeCounts {
  const cleaned = 1 - exp(-actions.cleaning / parameters['records.cleaningScale']);
  const key = quarter * KEYS_PER_QUARTER;
  const known = roomForList(KNOWN, people + 1);
  const captured = roomForList(CAPTURED, people + 1);
  const concerned = listConcerned(records, touches, known, people);
  const usual = chancesOf(actions, chanceByContacts);
  const { told } = touches;
  const chances = told === undefined ? null : chancesByChannel(actions, told, usual, chanceByContacts);
  const knownCount = meet(records, actions, touches, parameters, actions.joinRate * cleaned, known, concerned, key, seed, usual, chances);
  const refresh = cleaned * parameters['records.refresh'] * (actions.checked ?? 1);
  spoilAndClean(records, known, knownCount, refresh, parameters, key + 1, seed);
  const capturedCount = listCaptured(records, touches, actions.rollout, known, knownCount, captured);
  const { left, apart } =
    chances === null ? { left: capturedCount, apart: null } : setApart(captured, capturedCount, touches.channel, chances, usual);
  capture(records, captured, left, touches.contacts, actions, usual.capture, key + 2, seed);
  apart?.forEach((people, own) => capture(records, people, people.length, touches.contacts, actions, own.capture, key + 2, seed));
  return mergeDuplicates(records, actions, cleaned, quarter, seed);
}

/** Lists those whom the firm knows or has as customers. */
function listConcerned(records: Records, touches: Touches, list: Int32Array, people: number): number {
  const { held } = records;
  const { own, ownBit } = touches;
  let count = 0;
  for (let i = 0; i < people; i += 1) {
    list[count] = i;
    count += -(held[i]! | (own[i]! & ownBit)) >>> 31;
  }
  return count;
}

/** Of those known, lists own customers within the roll-out whom the firm met. */
function listCaptured(
  records: Records,
  touches: Touches,
  rollout: number,
  known: Int32Array,
  knownCount: number,
  list: Int32Array,
): number {
  const { rolloutPlace } = records;
  const { own, ownBit, contacts } = touches;
  const reached = Math.ceil(rollout * 256);
  let count = 0;
  for (let n = 0; n < knownCount; n += 1) {
    const i = known[n]!;
    list[count] = i;
    count += (-(own[i]! & ownBit) & -contacts[i]! & (rolloutPlace[i]! - reached)) >>> 31;
  }
  return count;
}

/**
 * What contacts bring but for the blocks: strangers become known, consent is asked and withdrawn, lists grow and are joined.
 * @param list those concerned; afterwards those known. Returns how many these are.
 * @param usual chances by contacts; @param chances the same by channel, null where they are the usual ones in all
 */
function meet(
  records: Records,
  actions: RecordActions,
  touches: Touches,
  parameters: ParameterValues,
  join: number,
  list: Int32Array,
  concerned: number,
  key: number,
  seed: number,
  usual: ContactChances,
  chances: readonly ContactChances[] | null,
): number {
  const { held, joined, fields, age, consent, rolloutPlace } = records;
  const { own, ownBit, contacts: contactsOf, withdrew, unsubscribed } = touches;
  const synced = touches.synced ?? 0;
  const syncedSilos = synced === 0 ? 0 : silosOfChannels(synced, touches.siloOf);
  const { linkageCeiling } = actions;
  const reached = actions.rollout * 256;
  const otherChannel = parameters['records.otherChannel'];
  const duplicateBy = chanceByContacts(actions.duplicate);
  let known = 0;
  for (let n = 0; n < concerned; n += 1) {
    const i = list[n]!;
    const isOwn = (own[i]! & ownBit) !== 0;
    const contacts = contactsOf[i]!;
    const by = chances === null ? usual : chances[touches.channel[i]!]!;
    mix4(lanes, i, key, purpose.record, seed);
    if (held[i] === 0) {
      if (contacts === 0 || unit(lanes[0]!) >= by.identify[contacts]!) continue;
      held[i] = 1 << metThrough(i, touches, otherChannel, halfUnit(lanes[3]!));
      fields[i] = 1;
      age[i * BLOCKS] = 0;
      consent[i] = consentState.claimed * 21;
    }
    list[known] = i;
    known += 1;
    if (contacts > 0 && isOwn) {
      const state = consent[i]! & 3;
      if (state < consentState.valid && unit(lanes[1]!) < by.ask[contacts]!) consent[i] = consentState.valid * 21;
      if (((lanes[3]! >>> 16) + 0.5) * HALF < duplicateBy[contacts]!) {
        const met = metThrough(i, touches, otherChannel, halfUnit(lanes[3]!));
        const silo = 1 << met;
        if ((held[i]! & silo) === 0) {
          // Channels that share see the one customer: no second number.
          if (((synced >>> touches.channel[i]!) & (syncedSilos >>> met) & 1) === 1) joined[i]! |= held[i]! | silo;
          else if ((joined[i]! & held[i]!) === 0) addDuplicate(records, i, met);
          held[i]! |= silo;
        }
      }
    }
    if (withdrew[i] === 1) consent[i] = consentState.withdrawn * 21;
    else if (unsubscribed?.[i] === 1) consent[i]! |= consentState.withdrawn << OFFERS;
    if (isOwn && unit(lanes[2]!) < join && (joined[i]! & held[i]!) !== held[i]! && rolloutPlace[i]! < reached) {
      if (mayJoin(i, linkageCeiling, seed)) joined[i] = held[i]!;
    }
  }
  return known;
}

/** Bit s = a channel of silo s is among these. */
const silosOfChannels = (channels: number, siloOf: Uint8Array): number =>
  siloOf.reduce((bits, silo, channel) => bits | (((channels >>> channel) & 1) << silo), 0);
/** Place of the consent to offers. */
const OFFERS = 2;

/** The middle of the cell, 0-1, of the lower half of a word. */
function halfUnit(bits: number): number {
  return ((bits & 0xffff) + 0.5) * HALF;
}

/** The order in which customers can be joined is drawn once, so that a higher ceiling takes in more of the same. */
function mayJoin(i: number, ceiling: number, seed: number): boolean {
  mix4(joinLanes, i, 0, purpose.joinOrder, seed);
  return unit(joinLanes[0]!) < ceiling;
}
const joinLanes = new Uint32Array(4);

/** Silo through which the customer was met this quarter: the usual one, or now and then another. */
function metThrough(i: number, touches: Touches, otherChannel: number, u: number): number {
  const usual = touches.siloOf[touches.channel[i]!]!;
  if (touches.silos < 2 || u >= otherChannel) return usual;
  return (usual + 1 + Math.floor((u / otherChannel) * (touches.silos - 1))) % touches.silos;
}

/** Chance that something with probability p a contact happened at least once, by number of contacts. */
function chanceByContacts(p: number): Float64Array {
  const chances = new Float64Array(MOST_CONTACTS + 1);
  let none = 1;
  for (let n = 0; n <= MOST_CONTACTS; n += 1) {
    chances[n] = 1 - none;
    none *= 1 - p;
  }
  return chances;
}
