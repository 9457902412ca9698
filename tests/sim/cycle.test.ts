import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleTreatment } from '../../src/company/cycle.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { type CycleFiles, fires, lossIds, mayContact, stageIds, stageOf, stageOnFile, triggerIds } from '../../src/sim/records/cycle.ts';
import { type History, makeHistory, noteComplaint } from '../../src/sim/records/history.ts';
import { BLOCKS, consentState, makeRecords, MISJOINED, type Records } from '../../src/sim/records/records.ts';
import { causeIds } from '../../src/sim/market.ts';
import { lossOf, returnChance } from '../../src/sim/truth/cycle.ts';

const PEOPLE = 2;
const QUARTER = 6;
const [someone, other] = [0, 1];
const treatment = cycleTreatment(usualParameters);

/** Two customers on file, whole and right, who buy every quarter. */
function files(): { records: Records; history: History; files: CycleFiles } {
  const records = makeRecords(PEOPLE, 1);
  records.held.fill(1);
  records.fields.fill(0xfff);
  records.age.fill(0);
  records.consent.fill(consentState.valid * 21);
  const history = makeHistory(
    records,
    PEOPLE,
    () => 100,
    () => 40,
    () => 2,
  );
  history.lastBought.fill(QUARTER);
  return { records, history, files: { records, history, quarter: QUARTER, maximumAge: 4, atRisk: () => false } };
}
const firing = (of: CycleFiles): readonly string[] => triggerIds.filter((id) => fires(of, someone, other, id));

describe('An event that sets off a contact', () => {
  it('does not happen to a customer who buys as ever and whose day it is not', () => {
    const { files: of, history } = files();
    history.opened.fill(-2);
    expect(firing(of)).toEqual([]);
  });

  const events: [string, (history: History, records: Records) => void][] = [
    ['complaint', (history) => noteComplaint(history, someone, 2, QUARTER)],
    ['silent', ({ lastBought }) => (lastBought[someone] = QUARTER - 2)],
    ['falling', ({ trend }) => (trend[someone] = 0.2)],
    ['second', ({ opened, lastBought }) => ((opened[someone] = QUARTER - 1), (lastBought[someone] = QUARTER - 1))],
    ['welcome', ({ opened }) => (opened[someone] = QUARTER)],
    ['anniversary', ({ opened }) => (opened[someone] = QUARTER + 1 - 8)],
    ['unconfirmed', (_, { age }) => (age[someone * BLOCKS] = 5)],
  ];
  it.each(events)('%s fires for whom it happened to, and for nobody else', (event, happens) => {
    const { files: of, history, records } = files();
    history.opened.fill(-2);
    happens(history, records);
    expect(firing(of)).toContain(event);
    expect(fires(of, other, other, event as (typeof triggerIds)[number])).toBe(false);
  });

  it('goes by the facts of somebody else where the file is wrong: it fires for whom nothing happened to and passes over the other', () => {
    const { files: of, history, records } = files();
    history.opened.fill(-2);
    history.trend[other] = 0.2;
    expect(fires(of, someone, other, 'falling')).toBe(false);
    records.wrong[someone] = 1;
    expect(fires(of, someone, other, 'falling')).toBe(true);
    expect(fires(of, someone, someone, 'falling')).toBe(false);
    records.wrong[other] = MISJOINED;
    expect(fires(of, other, someone, 'falling')).toBe(false);
  });

  it('is not seen where the field is not on file', () => {
    const { files: of, history, records } = files();
    history.trend[someone] = 0.2;
    records.fields[someone] = 0b11;
    expect(fires(of, someone, other, 'falling')).toBe(false);
  });

  it('may be answered only with consent, and where a law asks for more only with a valid one', () => {
    const { records } = files();
    const may = (state: number): boolean => {
      records.consent[someone] = state * 21;
      return mayContact(records, someone, 1);
    };
    expect([consentState.none, consentState.claimed, consentState.valid, consentState.withdrawn].map(may)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    records.onlyValidConsent = true;
    expect([consentState.claimed, consentState.valid].map(may)).toEqual([false, true]);
  });
});

describe('A stage of the cycle', () => {
  it('is always one of the five, and the file says the same where it is right', () => {
    fc.assert(
      fc.property(
        fc.record({
          last: fc.integer({ min: 0, max: QUARTER }),
          opened: fc.integer({ min: -20, max: QUARTER }),
          trend: fc.double({ min: 0, max: 2, noNaN: true }),
        }),
        ({ last, opened, trend }) => {
          const { files: of, history } = files();
          history.lastBought[someone] = last;
          history.opened[someone] = opened;
          history.trend[someone] = trend;
          const stage = stageOf(history, someone, QUARTER);
          expect(stageIds[stage]).toBeDefined();
          expect(stageOnFile(of, someone, other)).toBe(stage);
        },
      ),
    );
  });

  it('is not known where purchases are not on file', () => {
    const { files: of, records } = files();
    records.fields[someone] = 0b11;
    expect(stageOnFile(of, someone, other)).toBe(-1);
  });
});

describe('Whoever left', () => {
  it('left for a price, over a fault or for reasons of his own, whatever the cause', () => {
    expect(Object.fromEntries(causeIds.map((cause, place) => [cause, lossOf(place)]))).toEqual({
      lifeEvent: 'other',
      price: 'price',
      quality: 'fault',
      failure: 'fault',
      waiting: 'fault',
      neglect: 'fault',
      overcontact: 'fault',
      rivalOffer: 'price',
      substitute: 'other',
    });
  });

  it('over a fault returns the rather the more of it was mended', () => {
    const back = (mended: number): number => returnChance('fault', treatment, mended, true, 1);
    expect(back(0)).toBeLessThan(back(0.5));
    expect(back(0.5)).toBeLessThan(back(1));
    expect(back(0)).toBeLessThan(0.05);
    expect(back(1)).toBeLessThan(0.4);
  });

  it('is not moved by mending where he left for other reasons, and rather returns where the reason is known', () => {
    for (const loss of lossIds) {
      expect(returnChance(loss, treatment, 1, true, 0.5)).toBeGreaterThan(returnChance(loss, treatment, 1, false, 0.5));
      if (loss !== 'fault') expect(returnChance(loss, treatment, 0, true, 0.5)).toBe(returnChance(loss, treatment, 1, true, 0.5));
    }
  });
});
