/** What a case costs: only what was agreed is paid, and whoever finds the answer spends the hours. */

import { describe, expect, it } from 'vitest';
import { receivedCase, type CaseAnswer } from '../../src/company/conflict/playCase.ts';
import { criterionIds, type Criteria } from '../../src/company/conflict/situation.ts';
import type { CaseStep } from '../../src/company/conflict/steps.ts';
import { endingOf, leftToPolicy, shareAgreed } from '../../src/game/caseAnswers.ts';
import type { CaseMet } from '../../src/game/caseView.ts';

const policy: CaseAnswer = {
  mode: 'accommodate',
  delay: 1,
  checksRoot: false,
  empathy: 0.8,
  peerGotMore: 0,
  offer: { remedy: 'full', apology: true, reason: true, date: false },
};
const situation = { kind: 'customer', severity: 30, fault: 'firm', duty: false, urgent: false, heat: 1, priorFailures: 0 } as const;
const about = { codes: { symptom: 'bill', root: 'billing', escalation: 'refused' }, empathy: 0.8, peers: 0 } as const;
const met = (...steps: CaseStep[]): CaseMet => ({
  received: receivedCase({ ...situation, agentLimit: 40 }),
  about,
  answer: null,
  steps,
  policy,
});
const points = Object.fromEntries(criterionIds.map((id) => [id, 2])) as Criteria;
const talk: readonly CaseStep[] = [
  { do: 'acknowledge' },
  { do: 'weigh', points },
  { do: 'code', symptom: 'bill', cause: 'process', escalation: 'refused', root: null },
  { do: 'mode', mode: 'accommodate' },
];
const pressed: readonly CaseStep[] = [...talk.slice(0, 3), { do: 'mode', mode: 'compete' }];
const offer = (remedy: 'none' | 'part' | 'generous', kind: boolean): CaseStep => ({
  do: 'offer',
  remedy,
  apology: kind,
  reason: kind,
  date: kind,
});
const share = (each: CaseMet): number => shareAgreed({ met: each, outcome: endingOf(each) });

describe('the remedy that is paid', () => {
  it('is the one that those concerned took', () => {
    const taken = met(...talk, offer('part', true));
    expect(endingOf(taken)).toBe('recovered');
    expect(share(taken)).toBe(0.5);
  });
  it('is the rule’s where the learner’s offer was refused and the staff found the answer', () => {
    const refused = { ...met(...talk, offer('none', false)), received: receivedCase({ ...situation, fault: 'other', agentLimit: 40 }) };
    expect(leftToPolicy(refused)).toBe(true);
    expect(endingOf(refused)).toBe('partial');
    expect(share(refused)).toBe(1);
  });
  it('is none where every offer was refused', () => {
    const lost = met(...pressed, offer('none', false), offer('none', false), { do: 'letGo' });
    expect(endingOf(lost)).toBe('lost');
    expect(share(lost)).toBe(0);
  });
});

describe('the answer of the staff', () => {
  it('is asked for where nobody began or the learner stopped in the middle, not where he brought the case about', () => {
    expect([met(), met(...talk), met(...talk, offer('part', true))].map(leftToPolicy)).toEqual([true, true, false]);
  });
});
