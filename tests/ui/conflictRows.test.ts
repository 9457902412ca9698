/** What the debrief says of the conflicts of a run. */

import { afterEach, describe, expect, test } from 'vitest';
import { bandIds } from '../../src/company/conflict/situation.ts';
import { rootIds } from '../../src/company/conflict/codes.ts';
import { deedIds, type ConflictReview, type ReviewedCase } from '../../src/game/caseReview.ts';
import { word } from '../../src/text/words.ts';
import { causeWords, leftWords, reviewFinding, seenRows } from '../../src/ui/debrief/conflictRows.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { tiemNang } from '../game/shippedScenario.ts';

const mine: ReviewedCase = {
  id: 'x',
  slot: 'q2.customer.1',
  kind: 'customer',
  between: null,
  again: false,
  by: 'learner',
  asked: true,
  outcome: 'recovered',
  closedIn: 3,
  done: ['listened', 'owned'],
  weighed: 'minor',
  severity: 'major',
  coded: { symptom: true, cause: false, escalation: true },
  codes: { symptom: 'bill', root: 'untrained', escalation: 'waited' },
  fix: 'training',
  fixed: true,
  brokenPromise: false,
  cameBack: null,
  waited: 2,
  handOffs: 1,
  hours: 21,
};
const dispute: ReviewedCase = { ...mine, kind: 'department', between: 'serviceIt', outcome: 'lost', fixed: false, cameBack: 7 };
const review: ConflictReview = { cases: [mine, dispute], openCauses: {}, fixes: [], goodwill: {}, prevented: 0, felt: 0, voiced: 0 };

afterEach(() => {
  language.start(['en']);
});

describe('a conflict looked back on', () => {
  test('sets what was seen beside what was, and says what was never looked at', () => {
    language.start(['en']);
    expect(seenRows(mine)).toEqual([
      { what: 'severity', ours: 'minor: off', truth: 'major' },
      { what: 'symptom', ours: 'right', truth: 'wrong bill' },
      { what: 'general cause', ours: 'wrong', truth: 'our people' },
      { what: 'escalation', ours: 'right', truth: 'waited too long' },
      { what: 'root cause', ours: 'no view given', truth: 'staff not trained' },
    ]);
    expect(seenRows({ ...mine, weighed: 'major' })[0].ours).toBe('major: right');
  });

  test('tells no cause where the scenario tells none', () => {
    expect(seenRows({ ...mine, codes: null, coded: null })).toHaveLength(1);
  });

  test('says what became of the cause, and of a dispute whether it came back', () => {
    language.start(['en']);
    expect(causeWords(mine)).toEqual(['Train the staff: the cause is removed.']);
    expect(causeWords(dispute)).toEqual(['Train the staff: does not reach the cause.', 'It came back in quarter 7.']);
    expect(causeWords({ ...dispute, fix: null, cameBack: null, brokenPromise: true })).toHaveLength(3);
  });

  test('counts those that ended well and those that lost their cause', () => {
    expect(reviewFinding(review)).toEqual({ count: 2, settled: 1, fixed: 1 });
  });

  test('names what is left, the widest open cause first, and nothing where nothing is', () => {
    language.start(['en']);
    expect(leftWords(review, {})).toEqual([]);
    const { partners = [] } = tiemNang().scenario;
    const left = leftWords(
      { ...review, openCauses: { billing: 10, untrained: 35, system: 0 }, goodwill: { [partners[0].id]: 39.4 }, prevented: 2 },
      { partners },
    );
    expect(left).toHaveLength(3);
    expect(left[0]).toBe('Causes still open at the end: staff not trained, billing process.');
    expect(left[1]).toContain(`${partners[0].name.en}: 39`);
  });

  test.each([
    [undefined, 'to 30 of 100', '70 are spoken of'],
    [{}, 'to 30 of 100', '70 are spoken of'],
    [{ harmony: 55 }, 'to 55 of 100', '45 are spoken of'],
  ])('of what was felt says how much is spoken of where harmony is wanted: %o', (conflict, wished, spoken) => {
    language.start(['en']);
    const left = leftWords({ ...review, felt: 8, voiced: 3 }, conflict === undefined ? {} : { conflict });
    expect(left).toHaveLength(2);
    expect(left[0]).toContain('over the run: 8. Spoken of: 3.');
    expect(left[1]).toContain(wished);
    expect(left[1]).toContain(spoken);
    expect(left[1]).toContain('(70 where harmony is wanted as usual)');
  });
});

test.each(['vi', 'en'])('every deed, band and root cause has a word (%s)', (locale) => {
  language.start([locale]);
  const said = [
    ...deedIds.map((id) => word('deed', id)),
    ...bandIds.map((id) => word('caseBand', id)),
    ...rootIds.map((id) => word('caseRoot', id)),
  ];
  for (const words of said) expect(words).toMatch(/^[^‹{]{3,}$/u);
  expect(new Set(said).size).toBe(said.length);
});
