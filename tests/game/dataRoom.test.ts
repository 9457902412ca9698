import { describe, expect, test } from 'vitest';
import { pairIds, type QuarterPlan } from '../../src/company/controls.ts';
import { dataRoomInput } from '../../src/game/dataRoomInput.ts';
import { audit } from '../../src/game/gatherEvidence.ts';
import { flowOf, type FlowInput } from '../../src/game/known/dataFlow.ts';
import { dataRoom } from '../../src/game/known/dataRoom.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { eraseFields } from '../../src/sim/records/erase.ts';
import { lookUp } from '../../src/sim/records/lookedUp.ts';
import { fieldIds } from '../../src/sim/records/recordActions.ts';
import { consentState, copyRecords, EMPTY, MISJOINED } from '../../src/sim/records/records.ts';
import { log, oneQuarter } from './plays.ts';
import { vorasBank } from './shippedScenario.ts';

/** The world after some quarters of a plan. */
function played(quarters: number, plan: Extract<EntryData, { kind: 'plan' }>['data']['plan'] = {}) {
  const { scenario } = vorasBank();
  const playing = startPlaying(scenario, { customers: 2000, world: 0, populationSeed: 3, luckSeed: 5 });
  log([{ kind: 'plan', data: { plan } }, ...Array.from({ length: quarters }, () => oneQuarter)]).forEach((entry) =>
    applyEntry(playing, entry, {}),
  );
  return { playing, world: playing.world, company: playing.world.played[0]! };
}
const { world, company } = played(3);
const room = dataRoom(dataRoomInput(world, company));
const { represents, people } = world.market;

describe('The data room', () => {
  test('counts rows, cells, dates, lists and consents as they stand in the records', () => {
    const { records } = company;
    const onFile = Array.from({ length: people }, (_, i) => i).filter((i) => records.held[i] !== 0);
    expect(room.onFile).toBe(onFile.length * represents);
    room.fields.forEach(({ filled }, f) => {
      expect(filled).toBeCloseTo(onFile.filter((i) => (records.fields[i]! >> f) & 1).length / onFile.length, 12);
    });
    room.blocks.forEach(({ holding, ages }, b) => {
      const held = onFile.map((i) => records.age[i * 4 + b]!).filter((age) => age !== EMPTY);
      expect(holding).toBeCloseTo(held.length / onFile.length, 12);
      expect(ages[0]).toBeCloseTo(held.filter((age) => age <= 1).length / held.length, 12);
      expect(ages.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    });
    const duplicates = Array.from(records.duplicates).reduce((sum, rows) => sum + rows, 0);
    const lists = onFile.reduce((sum, i) => sum + [0, 1, 2, 3].filter((s) => (records.held[i]! >> s) & 1).length, 0);
    expect(room.rows).toBe((lists + duplicates) * represents);
    expect(room.lists.reduce((sum, { rows }) => sum + rows, 0)).toBe(room.rows);
    for (const { agreed, withdrawn, none } of room.consent) expect(agreed + withdrawn + none).toBe(room.onFile);
    expect(room.consent[0]!.withdrawn).toBe(onFile.filter((i) => (records.consent[i]! & 3) === consentState.withdrawn).length * represents);
  });

  test('says which fields are of use and which are only held, and in which block they are', () => {
    expect(room.fields.map(({ field }) => field)).toEqual(fieldIds);
    expect(room.fields.filter(({ useful }) => !useful).map(({ field }) => field)).toEqual(['callTime', 'referrer', 'returns']);
    expect(room.fields.filter(({ asked }) => asked).map(({ field }) => field)).toEqual(company.inForce['dat.fields']);
    expect(room.fields.find(({ field }) => field === 'returns')!.block).toBe('issues');
  });

  test('without an audit what is right, doubled or mixed up is unknown with the reason, and the staff say it better than it is', () => {
    expect(company.audit).toBeNull();
    for (const { value, why } of [room.duplicated, room.misjoined, room.proven, room.agreeing[0]!.share]) {
      expect({ value, why }).toEqual({ value: null, why: 'noAudit' });
    }
    expect(room.claimed!.completeness).toBeGreaterThan(company.quality.completeness);
  });

  test('does not know more than can be counted: what is wrong or mixed up changes nothing in it until somebody looks', () => {
    const spoiled = copyRecords(company.records);
    spoiled.wrong.fill(15 | MISJOINED);
    expect(dataRoom({ ...dataRoomInput(world, company), records: spoiled })).toEqual(room);
  });

  test('after an audit gives shares of the sample with an interval, and no claim any more', () => {
    const found = dataRoom({ ...dataRoomInput(world, company), audit: audit(world, company) });
    expect(found.claimed).toBeNull();
    const { duplicated, misjoined, agreeing } = found;
    expect(duplicated.low!).toBeLessThan(duplicated.value!);
    expect(duplicated.high!).toBeGreaterThan(duplicated.value!);
    expect(duplicated).toMatchObject({ method: 'audit', asOf: world.quarter });
    expect(misjoined.high!).toBeGreaterThan(0);
    expect(agreeing).toHaveLength(6);
    expect(agreeing.every(({ share }) => share.n <= duplicated.n)).toBe(true);
  });
});

describe('What an audit looks up', () => {
  test('are the mixed-up rows and doubles of the sample, and in how many lists the two agree', () => {
    const records = copyRecords(company.records);
    records.wrong.fill(0);
    records.duplicates.fill(0);
    records.held.fill(3);
    records.joined.fill(0);
    records.wrong[0] = MISJOINED;
    records.duplicates[1] = 2;
    records.joined[2] = 3;
    records.held[3] = 0;
    const found = lookUp(records, Int32Array.of(0, 1, 2, 3));
    expect(found).toMatchObject({ known: 3, misjoined: 1, duplicated: 1, both: [3, 0, 0, 0, 0, 0], linked: [1, 0, 0, 0, 0, 0] });
  });
});

describe('Fields of no use', () => {
  test('are filled while asked for and erased once nobody asks any more; useful ones stay', () => {
    const asking = { 'dat.fields': ['name', 'phone', 'purchases', 'referrer'] } as const;
    const held = played(2, asking);
    const bit = 1 << fieldIds.indexOf('referrer');
    const { records } = held.company;
    const filled = (mask: number): number => Array.from(records.fields).filter((fields) => (fields & mask) !== 0).length;
    // A firm at level 1 writes down little within its reach: filled by hand.
    records.fields.forEach((fields, i) => {
      if (records.held[i] !== 0) records.fields[i] = fields | bit;
    });
    const [needs, others] = [1 << fieldIds.indexOf('needs'), filled(bit)];
    const before = filled(needs);
    const next = (plan: Partial<QuarterPlan>): void =>
      log([{ kind: 'plan', data: { plan } }, oneQuarter]).forEach((entry) => applyEntry(held.playing, entry, {}));
    next({});
    expect(filled(bit)).toBeGreaterThanOrEqual(others);
    next({ 'dat.fields': ['name', 'phone', 'purchases'] });
    next({});
    expect(filled(bit)).toBe(0);
    expect(filled(needs)).toBeGreaterThanOrEqual(before);
  });

  test('leave an empty block behind, not a wrong one', () => {
    const records = copyRecords(company.records);
    const person = records.held.findIndex((held) => held !== 0);
    records.fields[person] = 1 << fieldIds.indexOf('returns');
    records.age[person * 4 + 3] = 2;
    records.wrong[person] = 8;
    eraseFields(records, 1, people);
    expect([records.fields[person], records.age[person * 4 + 3], records.wrong[person]]).toEqual([0, EMPTY, 0]);
  });
});

describe('The flow of customer information', () => {
  const open: FlowInput = {
    store: 'mart',
    rights: pairIds.length,
    numbered: [0.8, 0.8, 0.8, 0.8],
    adoption: 70,
    told: ['counter', 'phone', 'web'],
  };
  const missing = (more: Partial<FlowInput>) =>
    Object.fromEntries(flowOf({ ...open, ...more }).map(({ list, way, missing: reasons }) => [`${list}.${way}`, reasons.join(' ')]));

  test('goes every way where there are a store, rights, numbers and users', () => {
    expect(Object.values(missing({})).join('')).toBe('');
  });

  test.each([
    ['a notebook stops all', { store: 'notebook' }, { 'counter.in': 'notebook', 'office.out': 'notebook' }],
    [
      'one right opens counter and web only',
      { rights: 1 },
      { 'counter.in': '', 'web.out': '', 'phone.in': 'noRight', 'office.in': 'noRight' },
    ],
    [
      'a list without joint numbers gives nothing',
      { numbered: [0.8, 0.2, 0.8, 0.8] },
      { 'phone.in': 'noNumber', 'phone.out': '', 'web.in': '' },
    ],
    ['desks that do not use the tools see nothing', { adoption: 20 }, { 'counter.in': '', 'counter.out': 'adoption' }],
    ['a channel that is not told sees nothing', { told: ['web'] }, { 'web.out': '', 'phone.out': 'channel', 'office.out': '' }],
  ] as const)('%s', (_, more, expected) => {
    expect(missing(more as Partial<FlowInput>)).toMatchObject(expected);
  });

  test('has two ways a list', () => {
    expect(flowOf({ ...open, numbered: [1, 1, 1] })).toHaveLength(6);
  });
});
