import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHistory, noteComplaint } from '../../src/sim/records/history.ts';
import { churnChances, factsOf, potentials, rfmScores, topOf } from '../../src/sim/records/models.ts';
import { type Picture, readPicture, type Told } from '../../src/sim/records/picture.ts';
import { BLOCKS, consentState, makeRecords, MISJOINED, type Records } from '../../src/sim/records/records.ts';

const people = 40;
const told: Told = { wallet: (i) => 1000 + i, switched: (i) => (i % 4 === 0 ? 1 : 0) };
const everybody = Array.from({ length: people }, (_, i) => i);

/** Whole and right files of everybody, all of whom agree to be analysed; customer i spends i a quarter. */
function wholeFiles(): Records {
  const records = makeRecords(people);
  records.held.fill(1);
  records.joined.fill(1);
  records.fields.fill(0xfff);
  records.age.fill(0);
  records.consent.fill(consentState.valid * 21);
  return records;
}
function read(records: Records, change: (history: ReturnType<typeof makeHistory>) => void = () => undefined, quarter = 6): Picture {
  const history = makeHistory(
    records,
    people,
    (i) => i,
    () => 8,
    (i) => 1 + i,
  );
  history.lastBought.fill(quarter);
  change(history);
  return readPicture(records, history, everybody, quarter, 4, told);
}

describe('files as a model reads them', () => {
  it('hold the facts of their customer where block and field are right, and nobody is read who did not agree', () => {
    const records = wholeFiles();
    records.consent[3] = consentState.withdrawn * 21;
    const picture = read(records);
    expect(picture.person.includes(3)).toBe(false);
    expect(Array.from(factsOf(picture, 'spending'))).toEqual(everybody.filter((i) => i !== 3));
    records.onlyValidConsent = true;
    records.consent[4] = consentState.claimed * 21;
    expect(read(records).person.includes(4)).toBe(false);
  });

  it.each([
    ['wrong', (records: Records) => (records.wrong[5]! |= 1)],
    ['misjoined', (records: Records) => (records.wrong[5]! |= MISJOINED)],
    ['too old', (records: Records) => (records.age[5 * BLOCKS] = 9)],
  ])('hold somebody else’s purchases where the block is %s', (_, spoil) => {
    const records = wholeFiles();
    spoil(records);
    expect(factsOf(read(records), 'spending')[5]).not.toBe(5);
    expect(factsOf(read(records), 'spending')[6]).toBe(6);
  });

  it('give the mean of the others for what is not on file, and contacts and complaints only where lists are joined', () => {
    const records = wholeFiles();
    records.fields[5] = 0;
    const picture = read(records);
    const others = everybody.filter((i) => i !== 5);
    expect(factsOf(picture, 'spending')[5]).toBeCloseTo(others.reduce((sum, i) => sum + i, 0) / others.length, 9);
    const apart = wholeFiles();
    apart.joined[7] = 0;
    const unsettled = read(apart, (history) => {
      noteComplaint(history, 7, 2, 6);
    });
    expect(factsOf(unsettled, 'unsettled')[7]).toBe(0);
  });
});

describe('the churn model', () => {
  it('finds a customer riskier who complained in vain, is new or left a supplier before', () => {
    const whole = wholeFiles();
    const before = churnChances(read(whole), 0.05);
    const vain = churnChances(
      read(whole, (history) => {
        noteComplaint(history, 9, 2, 6);
      }),
      0.05,
    );
    const fresh = churnChances(
      read(whole, (history) => (history.opened[9] = 6)),
      0.05,
    );
    expect(vain[9]).toBeGreaterThan(before[9]!);
    expect(fresh[9]).toBeGreaterThan(before[9]!);
    expect(before[8]).toBeGreaterThan(before[9]!);
  });

  it('is as sure of wrong files as of right ones', () => {
    const spread = (records: Records): number => {
      const chances = churnChances(read(records), 0.05);
      return Math.max(...chances) - Math.min(...chances);
    };
    const wrong = wholeFiles();
    wrong.wrong.fill(0b1111);
    expect(spread(wrong)).toBeCloseTo(spread(wholeFiles()), 12);
  });

  it('says what is booked for everybody where nothing is on file', () => {
    const empty = wholeFiles();
    empty.fields.fill(0);
    for (const chance of churnChances(read(empty), 0.07)) expect(chance).toBeCloseTo(0.07, 12);
  });
});

describe('other scores', () => {
  it('RFM runs from 3 to 15 and never falls with frequency and money', () => {
    const scores = rfmScores(read(wholeFiles()));
    for (const score of scores) expect(score >= 3 && score <= 15).toBe(true);
    expect(Array.from(scores)).toEqual([...scores].sort((a, b) => a - b));
  });

  it('potential is more the more a customer says he spends, and never below nothing', () => {
    const picture = read(wholeFiles());
    const scores = potentials(picture, churnChances(picture, 0.05));
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it('the top of a list are its highest scores, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 }), (scores) => {
        const top = topOf(scores, 0.1).map((place) => scores[place]!);
        return top.length === Math.ceil(scores.length / 10) && top.every((score, at) => score === [...scores].sort((a, b) => b - a)[at]);
      }),
    );
  });
});
