import { matching } from '../../src/company/optionTables.ts';
import { mixedUp } from '../../src/sim/records/lookedUp.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Columns } from '../../src/sim/truth/columns.ts';
import type { Market } from '../../src/sim/truth/market.ts';
import { parameterValues } from '../../src/sim/parameters.ts';
import { completeness, fieldMask, measureQuality } from '../../src/sim/records/quality.ts';
import { playRecordsQuarter, type Touches } from '../../src/sim/records/quarter.ts';
import { breachOfRecords, mergerOfRecords } from '../../src/sim/records/shocks.ts';
import { fieldIds, type RecordActions, type RecordQuality, type RecordsSpec } from '../../src/sim/records/recordActions.ts';
import {
  addDuplicate,
  bitCount,
  BLOCKS,
  consentFor,
  copyRecords,
  EMPTY,
  FIELDS,
  makeRecords,
  mayServe,
  reachedByRollout,
  SILOS,
  type Records,
} from '../../src/sim/records/records.ts';
import { startRecords, type StartCustomers } from '../../src/sim/records/start.ts';
import { marketSpec, plainOffer } from './markets.ts';
import { ownCustomers, startGame, usefulFields } from './playing.ts';

const SEED = 31;
const parameters = parameterValues();
const maximumAge = parameters['records.maximumAge'];
const voras: RecordsSpec = { coverage: 0.7, depth: 0.35, accuracy: 0.45, linkage: 0.15, consent: 0.7, silos: 4, usefulFields };

/** Nothing is done to the records. */
const idle: RecordActions = {
  wantedFields: 0,
  capture: 0,
  falseEntry: 0,
  identify: 0,
  cleaning: 0,
  missedMerges: 0,
  falseMerges: 0,
  linkageCeiling: 0,
  joinRate: 0,
  consentAsk: 0,
  duplicate: 0,
  rollout: 1,
};

interface Firm {
  columns: Columns;
  customers: StartCustomers;
  own: Uint8Array;
}

function firmOf(people: number): Firm {
  const market: Market = startGame({ spec: marketSpec(), offers: () => [0, 1, 2, 3].map(() => plainOffer()), people, quarters: 4 }).market;
  const customers = ownCustomers(market);
  const own = new Uint8Array(people);
  for (const i of customers.own) own[i] = 1;
  return { columns: market.columns, customers, own };
}

let large: Firm;
let small: Firm;
beforeAll(() => {
  large = firmOf(20_000);
  small = firmOf(2_000);
});

const start = (firm: Firm, spec: RecordsSpec): Records => startRecords(spec, firm.customers, parameters['records.tilt'], SEED);
const quality = (firm: Firm, records: Records): RecordQuality & { known: number; customers: number } =>
  measureQuality(records, Int32Array.from(firm.customers.own), usefulFields, maximumAge);

/** Every customer is met `contacts` times a quarter, in one channel. */
function touchesOf(firm: Firm, contacts: number, silo: (i: number) => number = firm.customers.silo): Touches {
  const { people } = firm.customers;
  return {
    contacts: new Uint8Array(people).fill(contacts),
    withdrew: new Uint8Array(people),
    silos: 4,
    channel: Uint8Array.from(firm.own, (_, i) => silo(i)),
    siloOf: Uint8Array.of(0, 1, 2, 3),
    own: firm.own,
    ownBit: 1,
  };
}

function playQuarters(firm: Firm, records: Records, actions: Partial<RecordActions>, touches: Touches, quarters: number): void {
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    playRecordsQuarter(records, { ...idle, ...actions }, touches, parameters, firm.customers.people, quarter, SEED);
  }
}

describe('Completeness of records', () => {
  test.each([
    ['a regional bank that starts at level 1', 0.7, 0.35, 0.45, 0.15, 0.7, 36],
    ['everything known, shared and allowed', 1, 1, 1, 1, 1, 100],
    ['nobody known', 0, 0, 0, 0, 0, 0],
    ['lists that are never joined', 0.9, 0.9, 0.9, 0, 1, 0],
    ['half of each', 0.5, 0.5, 0.5, 0.5, 1, 50],
    ['good data without consent', 0.9, 0.9, 0.9, 0.9, 0, 40],
    ['good data with half the consent', 0.9, 0.9, 0.9, 0.9, 0.5, 70],
  ])('of %s', (_, coverage, depth, accuracy, linkage, consent, points) => {
    expect(Math.abs(completeness(coverage, depth, accuracy, linkage, consent) - points)).toBeLessThan(0.5);
  });
});

describe('The records a firm starts with', () => {
  // Start values of the eight firms of the game: coverage, depth, accuracy, linkage, consent in points.
  const firms: [string, number, number, number, number, number][] = [
    ['a regional bank', 70, 35, 45, 15, 70],
    ['a mobile operator', 85, 55, 60, 25, 60],
    ['a dairy firm', 8, 10, 50, 10, 50],
    ['a post and telecom operator', 60, 30, 35, 10, 40],
    ['a shop going online', 25, 20, 55, 20, 50],
    ['an industrial distributor', 80, 30, 40, 10, 70],
    ['a hotel group', 65, 60, 70, 60, 65],
    ['a university', 90, 35, 60, 10, 60],
  ];
  const specOf = (points: number[], silos: number): RecordsSpec => {
    const [coverage, depth, accuracy, linkage, consent] = points.map((point) => point / 100);
    return { coverage, depth, accuracy, linkage, consent, silos, usefulFields };
  };
  const shares = ['coverage', 'depth', 'accuracy', 'linkage', 'consent'] as const;

  test.each(firms)('of %s show the wanted shares within a point at 20,000 people, in one list or four', (_, ...points) => {
    for (const silos of [1, 4]) {
      const measured = quality(large, start(large, specOf(points, silos)));
      shares.forEach((id, n) => expect(Math.abs(100 * measured[id] - points[n]), `${id} in ${silos} lists`).toBeLessThan(1));
    }
  });

  test.each(firms)('of %s show the wanted shares of the known customers at 2,000 people', (_, ...points) => {
    const records = start(small, specOf(points, 4));
    const measured = quality(small, records);
    const filled = records.age.filter((age) => age !== EMPTY).length;
    // A firm that knows a few dozen customers: a point is less than one of them, or than one block of each kind.
    const room = { coverage: 1, depth: 1, accuracy: Math.max(1, (100 * BLOCKS) / filled), linkage: 1, consent: 1 };
    for (const id of ['depth', 'linkage', 'consent'] as const) room[id] = Math.max(1, 150 / measured.known);
    shares.forEach((id, n) => expect(Math.abs(100 * measured[id] - points[n]), id).toBeLessThan(room[id]));
  });

  test('hold those who buy much more often than those who buy little, and nobody of another firm', () => {
    const records = start(large, { ...voras, coverage: 0.4 });
    let strangers = 0;
    let known = 0;
    let unknown = 0;
    let rateOfKnown = 0;
    let rateOfUnknown = 0;
    for (let i = 0; i < large.customers.people; i += 1) {
      if (large.own[i] === 0) {
        if (records.held[i] !== 0) strangers += 1;
        continue;
      }
      if (records.held[i] !== 0) {
        known += 1;
        rateOfKnown += large.columns.rate[i];
      } else {
        unknown += 1;
        rateOfUnknown += large.columns.rate[i];
      }
    }
    expect(strangers).toBe(0);
    expect(rateOfKnown / known).toBeGreaterThan((1.2 * rateOfUnknown) / unknown);
  });

  test('do not depend on how much people buy when the tilt is nothing', () => {
    const records = startRecords({ ...voras, coverage: 0.5 }, large.customers, 0, SEED);
    const scores = large.customers.own.filter((i) => records.held[i] !== 0).map(large.customers.rateScore);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(scores.length));
  });
});

describe('Without upkeep', () => {
  test('right blocks go stale at 22.5% a year', () => {
    const records = start(large, { ...voras, accuracy: 1, depth: 1 });
    // All written down today: the published rate counts from the day of entry.
    records.age.forEach((age, at) => (records.age[at] = age === EMPTY ? EMPTY : 0));
    expect(quality(large, records).accuracy).toBe(1);
    playQuarters(large, records, {}, touchesOf(large, 0), 4);
    const lost = 1 - quality(large, records).accuracy;
    expect(lost).toBeGreaterThan(0.21);
    expect(lost).toBeLessThan(0.24);
  });

  test('a quarter costs the accuracy 6.2% of what it was', () => {
    const records = start(large, voras);
    const before = quality(large, records).accuracy;
    playQuarters(large, records, {}, touchesOf(large, 0), 1);
    expect(Math.abs(quality(large, records).accuracy - before * (1 - parameters['records.staleQuarter']))).toBeLessThan(0.005);
  });

  test('nothing else changes', () => {
    const records = start(large, voras);
    const before = quality(large, records);
    playQuarters(large, records, {}, touchesOf(large, 0), 3);
    const after = quality(large, records);
    for (const id of ['coverage', 'depth', 'linkage', 'consent', 'duplicates', 'known'] as const) expect(after[id]).toBe(before[id]);
  });

  test('a block that nobody has confirmed for longer than the limit counts as stale', () => {
    const records = start(large, { ...voras, accuracy: 1, depth: 1 });
    playQuarters(large, records, {}, touchesOf(large, 0), maximumAge + 1);
    expect(quality(large, records).accuracy).toBe(0);
  });
});

describe('What a firm does moves what it was done for', () => {
  const all = fieldMask(usefulFields);
  const rows: [string, keyof RecordQuality, 1 | -1, Partial<RecordActions>, number][] = [
    ['asking for more in contacts raises depth', 'depth', 1, { wantedFields: all, capture: 0.3 }, 1],
    ['talking to customers renews what was wrong', 'accuracy', 1, { wantedFields: all, capture: 0.3 }, 1],
    ['false entries lower accuracy', 'accuracy', -1, { wantedFields: all, capture: 0.9, falseEntry: 0.9 }, 1],
    ['identifying strangers raises coverage', 'coverage', 1, { identify: 0.3 }, 1],
    ['cleaning raises accuracy', 'accuracy', 1, { cleaning: 6 }, 0],
    ['joining raises linkage', 'linkage', 1, { cleaning: 6, joinRate: 0.45, linkageCeiling: 0.7 }, 0],
    ['asking for consent raises consent', 'consent', 1, { consentAsk: 0.3 }, 1],
    ['unsynced channels raise duplicates', 'duplicates', 1, { duplicate: 0.3 }, 2],
    ['unsynced channels lower linkage', 'linkage', -1, { duplicate: 0.3 }, 2],
  ];
  test.each(rows)('%s', (_, id, direction, actions, contacts) => {
    const records = start(large, { ...voras, silos: 2 });
    const idleRecords = copyRecords(records);
    // Met in another channel than the one of the list.
    const touches = touchesOf(large, contacts, (i) => (large.customers.silo(i) + 1) % 4);
    playQuarters(large, records, actions, touches, 2);
    playQuarters(large, idleRecords, {}, touches, 2);
    expect(direction * (quality(large, records)[id] - quality(large, idleRecords)[id])).toBeGreaterThan(0.02);
  });

  test('a contact fills a wanted field with the chance of capture, two contacts with that of one of two', () => {
    for (const contacts of [1, 2]) {
      const records = start(large, { ...voras, depth: 0.01, coverage: 0.99 });
      const before = quality(large, records).depth;
      playQuarters(large, records, { wantedFields: all, capture: 0.35 }, touchesOf(large, contacts), 1);
      const filled = (quality(large, records).depth - before) / (1 - before);
      expect(Math.abs(filled - (1 - Math.pow(0.65, contacts)))).toBeLessThan(0.01);
    }
  });

  test('a contact in which all wanted fields are confirmed puts wrong blocks right, unless the entries are false', () => {
    for (const [falseEntry, accuracy] of [
      [0, 1],
      [0.3, 0.7],
      [1, 0],
    ]) {
      const records = start(large, { ...voras, depth: 1, accuracy: 0.5 });
      playQuarters(large, records, { wantedFields: all, capture: 1, falseEntry }, touchesOf(large, 1), 1);
      expect(Math.abs(quality(large, records).accuracy - accuracy)).toBeLessThan(0.01);
    }
  });

  test('only wanted fields are filled, and only within the roll-out', () => {
    const records = start(large, { ...voras, depth: 0.01 });
    const before = copyRecords(records);
    const wanted = 1 << fieldIds.indexOf('needs');
    playQuarters(large, records, { wantedFields: wanted, capture: 1, rollout: 0.3 }, touchesOf(large, 3), 1);
    let filled = 0;
    let outside = 0;
    for (let i = 0; i < large.customers.people; i += 1) {
      const won = records.fields[i] & ~before.fields[i];
      if ((won & ~wanted) !== 0) outside += 1;
      if (won === 0) continue;
      filled += 1;
      if (!reachedByRollout(records, i, 0.3)) outside += 1;
    }
    expect(outside).toBe(0);
    expect(filled).toBeGreaterThan(500);
  });

  test('a roll-out reaches its share, and whom it has reached it keeps', () => {
    const people = Array.from({ length: 20_000 }, (_, i) => i);
    const records = makeRecords(20_000, SEED);
    const reached = (rollout: number): number[] => people.filter((i) => reachedByRollout(records, i, rollout));
    expect(Math.abs(reached(0.3).length / 20_000 - 0.3)).toBeLessThan(0.013);
    const wider = new Set(reached(0.6));
    expect(reached(0.3).filter((i) => !wider.has(i))).toEqual([]);
    expect(reached(0)).toEqual([]);
    expect(reached(1).length).toBe(20_000);
  });

  test('cleaning refreshes the stale share that effort and its limit give', () => {
    const effort = 5;
    const records = start(large, { ...voras, accuracy: 0.01, depth: 1 });
    playQuarters(large, records, { cleaning: effort }, touchesOf(large, 0), 1);
    const touched = 1 - Math.exp(-effort / parameters['records.cleaningScale']);
    expect(Math.abs(quality(large, records).accuracy - 0.01 - 0.99 * touched * parameters['records.refresh'])).toBeLessThan(0.01);
  });

  test('joining never passes the ceiling of store and rights, and comes close to it', () => {
    for (const ceiling of [0.4, 0.7, 0.95]) {
      const records = start(large, { ...voras, linkage: 0.01 });
      playQuarters(large, records, { cleaning: 10, joinRate: 0.9, linkageCeiling: ceiling }, touchesOf(large, 0), 12);
      const { linkage } = quality(large, records);
      expect(linkage).toBeLessThan(ceiling + 0.02);
      expect(linkage).toBeGreaterThan(ceiling - 0.03);
    }
  });

  test('without effort to match nothing is joined, whatever the store allows', () => {
    const records = start(large, voras);
    const before = quality(large, records).linkage;
    playQuarters(large, records, { cleaning: 0, joinRate: 0.9, linkageCeiling: 0.95 }, touchesOf(large, 1), 4);
    expect(quality(large, records).linkage).toBe(before);
  });

  test('cleaning with nobody to check an entry with mends none, and joins as before', () => {
    const [checked, unchecked, idleRecords] = [1, 0, 0].map((part, place) => {
      const records = start(large, voras);
      const actions = place < 2 ? { cleaning: 8, joinRate: 0.9, linkageCeiling: 0.95, checked: part } : {};
      playQuarters(large, records, actions, touchesOf(large, 0), 1);
      return quality(large, records);
    });
    expect(unchecked!.accuracy).toBe(idleRecords!.accuracy);
    expect(checked!.accuracy).toBeGreaterThan(unchecked!.accuracy);
    expect(unchecked!.linkage).toBe(checked!.linkage);
  });

  test('cleaning merges duplicates; a rule that misses them leaves them, a careless rule spoils the records it merges', () => {
    const spoiled = start(large, voras);
    mergerOfRecords(spoiled, 0.5, 0, large.customers.people, SEED);
    const careful = copyRecords(spoiled);
    const missing = copyRecords(spoiled);
    const careless = copyRecords(spoiled);
    playQuarters(large, careful, { cleaning: 6 }, touchesOf(large, 0), 2);
    playQuarters(large, missing, { cleaning: 6, missedMerges: 1 }, touchesOf(large, 0), 2);
    playQuarters(large, careless, { cleaning: 6, falseMerges: 1 }, touchesOf(large, 0), 2);
    const before = quality(large, spoiled).duplicates;
    expect(quality(large, careful).duplicates).toBeLessThan(0.2 * before);
    expect(quality(large, missing).duplicates).toBe(before);
    const misjoined = (records: Records): number => records.wrong.reduce((sum, wrong) => sum + (wrong >> 4), 0);
    expect(misjoined(careful)).toBe(0);
    // Some are seen and mended while cleaning goes on.
    expect(misjoined(careless)).toBeGreaterThan(0.7 * (spoiled.duplicateRows - careless.duplicateRows));
    const healed = copyRecords(careless);
    playQuarters(large, healed, { cleaning: 10, missedMerges: 1 }, touchesOf(large, 0), 6);
    expect(misjoined(healed)).toBeLessThan(0.6 * misjoined(careless));
  });

  test.each(Object.entries(matching))('the %s rule misses and mixes up the shares of its table, and says so', (_, { missed, wrong }) => {
    const records = start(large, voras);
    mergerOfRecords(records, 1, 0, large.customers.people, SEED);
    const rows = records.duplicateRows;
    const actions = { ...idle, cleaning: 10, missedMerges: missed, falseMerges: wrong };
    const counts = playRecordsQuarter(records, actions, touchesOf(large, 0), parameters, large.customers.people, 1, SEED);
    expect(counts.compared - counts.missed).toBe(counts.merged);
    expect(rows - records.duplicateRows).toBe(counts.merged);
    // Three standard errors of a share.
    const near = (share: number, of: number): number => 3 * Math.sqrt((share * (1 - share)) / of) + 1e-9;
    expect(Math.abs(counts.missed / counts.compared - missed)).toBeLessThan(near(missed, counts.compared));
    expect(Math.abs(counts.mistaken / counts.merged - wrong)).toBeLessThan(near(wrong, counts.merged));
    const mixed = mixedUp(records, Int32Array.from(large.customers.own));
    expect(mixed.misjoined).toBeLessThanOrEqual(counts.mistaken);
    expect(mixed.misjoined).toBeGreaterThan(0);
    expect(mixed.rows).toBe(records.duplicateRows);
  });

  test('the date of a wrong entry goes on ageing like that of a right one', () => {
    const records = start(large, { ...voras, accuracy: 1, depth: 1 });
    const ages = records.age.slice();
    records.wrong.fill(15);
    playQuarters(large, records, { cleaning: 0 }, touchesOf(large, 0), 3);
    const person = records.held.findIndex((held) => held !== 0);
    expect(records.age[person * 4]).toBe(ages[person * 4]! + 3);
  });

  test('a withdrawal in the quarter is written down', () => {
    const records = start(large, voras);
    const touches = touchesOf(large, 1);
    touches.withdrew.fill(1);
    playQuarters(large, records, { consentAsk: 1 }, touches, 1);
    expect(quality(large, records).consent).toBe(0);
    expect(large.customers.own.filter((i) => mayServe(records, i) && records.held[i] !== 0)).toEqual([]);
  });

  test('customers of other firms are neither identified nor asked', () => {
    const records = start(large, voras);
    playQuarters(large, records, { identify: 1, wantedFields: all, capture: 1 }, touchesOf(large, 3), 1);
    const strangers = Array.from(records.held).filter((held, i) => held !== 0 && large.own[i] === 0);
    expect(strangers).toEqual([]);
    expect(quality(large, records).coverage).toBe(1);
  });
});

describe('Shocks', () => {
  const concern = (i: number): number => large.columns.privacyConcern[i] / 255;

  test('a merger gives half the known a second number, lowers linkage and spoils blocks', () => {
    const records = start(large, { ...voras, linkage: 0.6, accuracy: 0.8 });
    const before = quality(large, records);
    mergerOfRecords(records, 0.5, 0.2, large.customers.people, SEED);
    const after = quality(large, records);
    expect(Math.abs(after.duplicates - 0.5)).toBeLessThan(0.02);
    expect(after.linkage).toBeLessThan(0.75 * before.linkage);
    // A fifth of the blocks of half the customers.
    expect(Math.abs(after.accuracy / before.accuracy - 0.9)).toBeLessThan(0.01);
    expect(after.coverage).toBe(before.coverage);
  });

  test('a breach costs consent in proportion to concern and size', () => {
    const lost = (size: number): { share: number; concern: number } => {
      const records = start(large, { ...voras, consent: 0.99 });
      const known = large.customers.own.filter((i) => records.held[i] !== 0);
      breachOfRecords(records, concern, size, large.customers.people, SEED);
      const gone = known.filter((i) => consentFor(records, i, 0) === 3);
      return { share: gone.length / known.length, concern: gone.reduce((sum, i) => sum + concern(i), 0) / gone.length };
    };
    expect(Math.abs(lost(1).share - 0.4)).toBeLessThan(0.03);
    expect(Math.abs(lost(0.5).share - 0.2)).toBeLessThan(0.02);
    expect(lost(0.5).concern).toBeGreaterThan(0.42);
    expect(lost(0).share).toBe(0);
  });

  test('a consent law leaves only valid consent of use', () => {
    const records = start(large, { ...voras, consent: 0.5 });
    const served = (): number => large.customers.own.filter((i) => records.held[i] !== 0 && mayServe(records, i)).length;
    const { known } = quality(large, records);
    expect(served()).toBe(known);
    records.onlyValidConsent = true;
    expect(Math.abs(served() / known - 0.5)).toBeLessThan(0.01);
  });
});

describe('Bounds', () => {
  test('a person has at most three further rows, and all rows together fit the room', () => {
    const records = makeRecords(10);
    for (let n = 0; n < 20; n += 1) addDuplicate(records, 3, 0);
    expect(records.duplicates[3]).toBe(3);
    for (let i = 0; i < 10; i += 1) addDuplicate(records, i, 1);
    expect(records.duplicateRows).toBe(records.duplicateOf.length);
    expect(records.duplicates.reduce((sum, own) => sum + own, 0)).toBe(records.duplicateRows);
  });

  test('hold through twenty busy quarters with mergers and breaches', () => {
    const records = start(small, voras);
    const { people } = small.customers;
    const busy: RecordActions = {
      wantedFields: (1 << FIELDS) - 1,
      capture: 0.5,
      falseEntry: 0.2,
      identify: 0.5,
      cleaning: 10,
      missedMerges: 0.2,
      falseMerges: 0.2,
      linkageCeiling: 0.95,
      joinRate: 0.9,
      consentAsk: 0.5,
      duplicate: 0.8,
      rollout: 1,
    };
    for (let quarter = 1; quarter <= 20; quarter += 1) {
      const touches = touchesOf(small, quarter % 7, (i) => (i + quarter) % 4);
      playRecordsQuarter(records, busy, touches, parameters, people, quarter, SEED);
      if (quarter % 5 === 0) mergerOfRecords(records, 0.5, 0.2, people, SEED + quarter);
      const measured = quality(small, records);
      for (const id of ['coverage', 'depth', 'accuracy', 'linkage', 'consent', 'duplicates'] as const) {
        expect(measured[id], id).toBeGreaterThanOrEqual(0);
        expect(measured[id], id).toBeLessThanOrEqual(1);
      }
      expect(measured.completeness).toBeLessThanOrEqual(100);
      expect(records.duplicates.reduce((sum, own) => sum + own, 0)).toBe(records.duplicateRows);
      const wrong = { joinedButNotHeld: 0, manyLists: 0, emptyWithAge: 0 };
      for (let i = 0; i < people; i += 1) {
        if ((records.joined[i] & ~records.held[i]) !== 0) wrong.joinedButNotHeld += 1;
        if (bitCount(records.held[i]) > SILOS) wrong.manyLists += 1;
        for (let b = 0; b < BLOCKS; b += 1) {
          const filled = ((records.fields[i] >> (3 * b)) & 7) !== 0;
          if ((records.age[i * BLOCKS + b] === EMPTY) === filled) wrong.emptyWithAge += 1;
        }
      }
      expect(wrong).toEqual({ joinedButNotHeld: 0, manyLists: 0, emptyWithAge: 0 });
    }
  });
});
