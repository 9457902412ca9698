/** Steps 5 and 6: what a customer lives through in a quarter, and what becomes of a failure. */

import { exp, ln, logistic } from '../math/elementary.ts';
import { mix4, unit } from '../math/keys.ts';
import { poissonQuantile } from '../math/quantiles.ts';
import { purpose } from '../purposes.ts';
import { NEEDS, WORD } from './columns.ts';
import { firmContacts } from './contact.ts';
import { asWord, clamp01, MOST_CONTACTS, type QuarterContext } from './context.ts';
import { careDelivered, justice, satisfactionTarget, updateWeight, voiceLogit } from './formulas.ts';
import { attributesSeen } from './market.ts';
import { at } from './tallies.ts';
import { T } from './treatment.ts';
import { openToUse, recordIsWrong, usableRecord } from './usable.ts';

/** Two uniforms less their mean have this many standard deviations in one of their own units (square root of 6). */
const TRIANGLE_TO_SD = 2.449489742783178;
/** Earlier failures that a customer still counts. */
const MOST_REPEATS = 3;

/** Steps 4 to 6: contacts, care, waiting, failure, voice and recovery; moves satisfaction, expectation and relationship. */
export function experience(c: QuarterContext, i: number, k: number, s: number, row: number, cell: number, key: number): void {
  const { columns, parameters, people, tallies, market, rows } = c;
  const segment = market.spec.segments[s]!;
  const offer = c.offers[k]!;
  const records = c.records[k] ?? null;
  c.overContact = 0;
  const welcome = firmContacts(c, i, k, row, cell, key);
  const overContact = c.overContact;
  mix4(c.lanes, i, key, purpose.experience, market.luckSeed);
  const serviceContacts = poissonQuantile(unit(c.lanes[0]!), segment.serviceContacts);
  const waited = serviceContacts > 0 && unit(c.lanes[1]!) < c.waits[k]!;
  const noise = parameters['experience.noise'] * (unit(c.lanes[2]!) + unit(c.lanes[3]!) - 1) * TRIANGLE_TO_SD;
  const touch = c.touches[k];
  if (touch) touch.contacts[i] = Math.min(MOST_CONTACTS, touch.contacts[i]! + serviceContacts);

  const grain = rows[row + T.grain]!;
  const usable = usableRecord(offer, records, columns, i, market.populationSeed);
  const care = careDelivered(rows[row + T.service]!, grain, usable);
  let performance =
    attributesSeen(columns, i, rows, row) + (columns.needs[i * NEEDS + T.attention]! / 255) * (care - rows[row + T.attention]!) + noise;
  const waitedMore = (waited ? 1 : 0) - market.reference[row + T.waited]!;
  performance -= waitedMore * (columns.needs[i * NEEDS + T.service]! / 255 + 0.5) * parameters['experience.waitLoss'];
  if (grain >= 0.5 && records !== null && recordIsWrong(records, i) && openToUse(offer, records, columns, i, market.populationSeed)) {
    performance -=
      (parameters['contact.wrongBase'] + parameters['contact.wrongGrain'] * grain) * (columns.privacyConcern[i]! / 255) * offer.adoption;
    tallies[cell + at.wrongPersonalisations]! += 1;
  }
  if (serviceContacts > 1 && (records === null || records.joined[i] === 0)) {
    mix4(c.lanes, i, key + 1, purpose.experience, market.luckSeed);
    if (unit(c.lanes[0]!) < offer.contextLoss) performance -= parameters['experience.contextLoss'];
  }

  const met = failure(c, i, k, serviceContacts, cell, key, columns.complaintPropensity[i]! / 255);
  const tenure = columns.tenure[i]!;
  const place = k * people + i;
  const was = columns.satisfaction[place]! / WORD;
  const expected = columns.expectation[i]! / WORD + offer.promise;
  const used = attributesSeen(columns, i, market.reference, row);
  const target = satisfactionTarget(segment.satisfaction, performance - used, performance - expected, parameters) + c.upsAndDowns;
  const now = was + updateWeight(tenure, parameters) * (clamp01(target) - was) - met + market.reference[row + T.hurt]!;
  columns.satisfaction[place] = asWord(now);
  columns.expectation[i] = asWord(
    expected - offer.promise + parameters['experience.expectationPace'] * (performance - expected + offer.promise),
  );

  const wantedDepth = Math.min(3, (columns.needs[i * NEEDS + T.attention]! / 255) * 8);
  const depth = rows[row + T.depth]!;
  const deep = Math.min(depth, wantedDepth) - Math.max(0, depth - wantedDepth);
  const tieTarget =
    parameters['experience.tieCare'] * care +
    parameters['experience.tieDepth'] * deep +
    rows[row + T.retentionTie]! +
    parameters['contact.welcome'] * welcome -
    parameters['contact.annoyance'] * overContact -
    met;
  const tie = columns.relationship[place]! / WORD;
  columns.relationship[place] = asWord(tie + parameters['experience.tiePace'] * (tieTarget - tie));

  tallies[cell + at.serviceContacts]! += serviceContacts;
  tallies[cell + at.care]! += care * serviceContacts;
  tallies[cell + at.contribution]! -= serviceContacts * offer.serviceCost;
  c.waited = waited;
  c.overContact = overContact;
}

/** A failure, whether it is felt, spoken of and made good. Returns the loss of satisfaction; leaves the log odds of leaving. */
export function failure(
  c: QuarterContext,
  i: number,
  k: number,
  serviceContacts: number,
  cell: number,
  key: number,
  propensity: number,
): number {
  const { parameters, tallies, columns } = c;
  const offer = c.offers[k]!;
  c.failureLogit = 0;
  c.silent = false;
  mix4(c.lanes, i, key, purpose.failure, c.market.luckSeed);
  const exposure = serviceContacts + 1;
  let none = 1;
  for (let n = 0; n < exposure; n += 1) none *= 1 - offer.failureRate;
  if (unit(c.lanes[0]!) >= 1 - none) return 0;
  tallies[cell + at.failures]! += 1;
  const u = unit(c.lanes[1]!);
  const severity = exp(parameters['complaint.severityShape'] * ln(u));
  if (severity < parameters['complaint.felt']) return 0;
  tallies[cell + at.felt]! += 1;
  const hurt = parameters['complaint.hurt'] * severity;
  const repeat = columns.priorFailures[i]!;
  columns.priorFailures[i] = Math.min(255, repeat + 1);
  const voiced = unit(c.lanes[2]!) < logistic(voiceLogit(severity, offer.complaint.ease, propensity, parameters));
  if (!voiced) {
    c.failureLogit = parameters['complaint.exit'] * severity;
    c.silent = true;
    return hurt;
  }
  tallies[cell + at.voiced]! += 1;
  const touch = c.touches[k];
  if (touch) touch.complained[i] = 2;
  const fair = justice(offer.complaint, severity, parameters);
  const chance = logistic(
    parameters['complaint.justiceLogit'] * (fair - parameters['complaint.justiceMiddle']) -
      parameters['complaint.repeat'] * Math.min(MOST_REPEATS, repeat),
  );
  if (unit(c.lanes[3]!) < chance) {
    tallies[cell + at.recovered]! += 1;
    if (touch) touch.complained[i] = 1;
    tallies[cell + at.contribution]! -= offer.complaint.remedy * severity * columns.spend[i]!;
    return repeat === 0 && fair > 0.75 ? -parameters['complaint.paradox'] : 0;
  }
  const twice = parameters['complaint.doubleDeviation'];
  c.failureLogit = parameters['complaint.exit'] * severity * twice * parameters['complaint.failedExit'];
  return hurt * twice;
}
