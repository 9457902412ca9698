/** How records age, and how often departments that share nothing write the same customer down twice. */

import { playRecordsQuarter } from '../../sim/records/quarter.ts';
import type { RecordActions } from '../../sim/records/recordActions.ts';
import { measureQuality } from '../../sim/records/quality.ts';
import { BLOCKS, copyRecords, EMPTY } from '../../sim/records/records.ts';
import { startRecords } from '../../sim/records/start.ts';
import { parameterValues } from '../../sim/parameters.ts';
import { factMarket, stillOffer } from './factMarket.ts';
import type { Figures } from './measured.ts';

const usefulFields = ['name', 'phone', 'purchases', 'needs', 'household', 'channel', 'complaints', 'returns'] as const;
const idle: RecordActions = {
  wantedFields: 0,
  capture: 0,
  falseEntry: 0,
  identify: 0,
  cleaning: 0,
  missedMerges: 0.1,
  falseMerges: 0.05,
  linkageCeiling: 0.4,
  joinRate: 0,
  consentAsk: 0,
  duplicate: 0.1,
  rollout: 0,
};
const QUARTERS_OF_SEPARATION = 12;

/** Fresh records left alone for a year; then lists of four departments over three years of ordinary contacts. */
export function recordsLeftAlone(people: number, seed: number): Figures {
  const fresh = { coverage: 1, depth: 1, accuracy: 1, linkage: 0.15, consent: 1, silos: 4, usefulFields };
  const own = Array.from({ length: people }, (_, i) => i);
  const customers = { people, own, rateScore: () => 0, silo: (i: number) => i % 4 };
  const start = startRecords(fresh, customers, 0, seed);
  const parameters = parameterValues();
  const everybody = new Uint8Array(people).fill(1);
  const channel = Uint8Array.from(everybody, (_, i) => i % 4);
  const dealings = { own: everybody, ownBit: 1, silos: 4, channel, siloOf: Uint8Array.of(0, 1, 2, 3) };

  const aged = copyRecords(start);
  const quiet = { ...dealings, contacts: new Uint8Array(people), withdrew: new Uint8Array(people) };
  for (let quarter = 1; quarter <= 4; quarter += 1) playRecordsQuarter(aged, idle, quiet, parameters, people, quarter, seed);
  let stale = 0;
  let blocks = 0;
  for (let i = 0; i < people; i += 1) {
    for (let block = 0; block < BLOCKS; block += 1) {
      if (aged.age[i * BLOCKS + block] === EMPTY) continue;
      blocks += 1;
      if ((aged.wrong[i]! & (1 << block)) !== 0) stale += 1;
    }
  }

  // Contacts come from the market itself: a mean of 1.6 calls a quarter, as a bank's households make.
  const { play } = factMarket({
    relation: 'contractual',
    people,
    seed,
    segment: { serviceContacts: 1.6, leaving: { alpha: 1, beta: 1e6 } },
  });
  for (let quarter = 1; quarter <= QUARTERS_OF_SEPARATION; quarter += 1) {
    const touch = play(quarter, [stillOffer()]).touches[0]!;
    const touches = { ...dealings, contacts: touch.contacts, withdrew: touch.withdrew };
    playRecordsQuarter(start, idle, touches, parameters, people, quarter, seed);
  }
  const { duplicates } = measureQuality(start, Int32Array.from(own), usefulFields, parameters['records.maximumAge']);
  return { D1: stale / blocks, D2: duplicates };
}
