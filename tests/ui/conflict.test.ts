/** The conversation of a case in words, the order of the inbox, and what of the next step is shown. */

import { afterEach, describe, expect, test } from 'vitest';
import { caseMachine } from '../../src/company/conflict/caseMachine.ts';
import { newCase } from '../../src/company/conflict/caseRules.ts';
import { causeIds, escalationIds, rootIds, symptomIds } from '../../src/company/conflict/codes.ts';
import { fixIds, fixWork } from '../../src/company/conflict/fixes.ts';
import { remedyIds } from '../../src/company/conflict/justice.ts';
import { workOf } from '../../src/company/conflict/playSteps.ts';
import { conflictKinds, criterionIds, faultIds, type ConflictKind } from '../../src/company/conflict/situation.ts';
import { stepReasons } from '../../src/company/conflict/stepDoors.ts';
import { caseStepIds, courseIds, type CaseStep, type CaseTurn } from '../../src/company/conflict/steps.ts';
import { temperIds } from '../../src/company/conflict/triage.ts';
import { conflictModes, type Move } from '../../src/company/orders.ts';
import type { CasePlayView, CaseView } from '../../src/game/caseView.ts';
import { caseKindTerms, caseStepTerms } from '../../src/text/glossaryLinks.ts';
import { hasWord, word } from '../../src/text/words.ts';
import { checkTakes, rootsFor, symptomsFor } from '../../src/ui/conflict/codeLists.ts';
import { costWords, doneWords, speakerWords, turnWords, wordFor } from '../../src/ui/conflict/caseWords.ts';
import { factWords } from '../../src/ui/conflict/factWords.ts';
import { firstStep, inboxOf, isBegun, moneyForFixes, openSteps, waitingCases } from '../../src/ui/conflict/inbox.ts';
import { machineWays } from '../../src/ui/conflict/machineWays.ts';
import { reasonWords } from '../../src/ui/cockpit/reasons.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

const file = { temper: 'hurt', fault: 'firm', duty: false, urgent: false, priorFailures: 0, loss: 14, worth: null, others: 3.5 } as const;
const viewOf = (slot: string, changes: Partial<CaseView> = {}): CaseView => ({
  id: 'told-three-times',
  slot,
  kind: 'customer',
  asked: true,
  again: false,
  between: null,
  severity: 50,
  customer: 3,
  yearlyValue: 100,
  file,
  outcome: null,
  by: null,
  closedIn: null,
  ...changes,
});
const playAt = (state: string, changes: Partial<CasePlayView> = {}): CasePlayView => {
  const context = newCase({ kind: 'customer', severity: 50, ...file, heat: 3, agentLimit: 40 });
  return {
    ...{
      slot: 'a',
      state,
      turns: [],
      waited: 0,
      clock: 0,
      owed: 2,
      tier: 1,
      handOffs: 0,
      hours: 0,
      triaged: null,
      ended: null,
      final: false,
    },
    steps: caseStepIds.map((step) => ({ step, refused: stepReasons({ value: state, context }, step) })),
    ...changes,
  };
};
const points = { harm: 3, value: 2, spread: 2, legal: 0, repeat: 0, heat: 3 };
/** Every step, with every particular that it can have. */
const steps: readonly CaseStep[] = caseStepIds.flatMap((id): readonly CaseStep[] => {
  if (id === 'weigh')
    return [0, 2, 4, 5].map((all) => ({ do: id, points: { harm: all, value: all, spread: all, legal: all, repeat: all, heat: all } }));
  if (id === 'code') {
    const code = { do: id, symptom: 'bill', cause: 'people', escalation: 'waited', root: null } as const;
    return [
      ...symptomIds.map((symptom) => ({ ...code, symptom })),
      ...causeIds.map((cause) => ({ ...code, cause })),
      ...escalationIds.map((escalation) => ({ ...code, escalation })),
      ...rootIds.map((root) => ({ ...code, root })),
    ];
  }
  if (id === 'mode') return conflictModes.map((mode) => ({ do: id, mode }));
  if (id === 'offer')
    return remedyIds.flatMap((remedy) => [true, false].map((yes) => ({ do: id, remedy, apology: yes, reason: yes, date: yes })));
  if (id === 'fix') return fixIds.map((fix) => ({ do: id, fix }));
  return [{ do: id }];
});
const states = Object.keys(caseMachine.config.states!);
const whole = /^[^‹{]{3,}$/u;

afterEach(() => {
  language.start(['en']);
});

describe.each(['vi', 'en'])('a case in words (%s)', (locale) => {
  test('says what the firm did with every step, each thing in words of its own, and what it takes', () => {
    language.start([locale]);
    const said = steps.map(doneWords);
    for (const words of [...said, ...steps.map(costWords)]) expect(words).toMatch(whole);
    expect(new Set(said).size).toBe(new Set(steps.map((step) => JSON.stringify(step))).size);
  });

  test('has a name, a help and a button for every step', () => {
    language.start([locale]);
    for (const id of caseStepIds) for (const sort of ['caseStep', 'caseStepHelp', 'caseStepSend']) expect(word(sort, id)).toMatch(whole);
  });

  test('gives the reason of every door that is shut in any state', () => {
    language.start([locale]);
    const refused = states.flatMap((state) => playAt(state).steps.flatMap((each) => each.refused));
    expect(refused.length).toBeGreaterThan(100);
    for (const code of [
      'case.notOpen',
      'case.answered',
      'case.fixMoney',
      'case.coded',
      'case.followUpUsed',
      'case.lastChanceUsed',
      'case.checkedBack',
    ])
      expect(reasonWords({ code })).toMatch(whole);
    for (const reason of refused) expect(reasonWords(reason)).toMatch(whole);
  });

  test('tells the course, the ending, the mode and the fault of every kind of conflict', () => {
    language.start([locale]);
    const kinds: readonly ConflictKind[] = conflictKinds;
    for (const kind of kinds) {
      for (const id of courseIds) expect(wordFor('caseCourse', id, kind)).toMatch(whole);
      for (const id of faultIds) expect(wordFor('caseFault', id, kind)).toMatch(whole);
      for (const id of conflictModes) expect(wordFor('modeHelp', id, kind)).toMatch(whole);
      for (const id of ['recovered', 'lost']) expect(wordFor('outcome', id, kind)).toMatch(whole);
    }
    expect(wordFor('outcome', 'lost', 'department')).not.toBe(wordFor('outcome', 'lost', 'customer'));
    expect(wordFor('caseCourse', 'leaves', 'channel')).not.toBe(wordFor('caseCourse', 'leaves', 'department'));
  });

  test('puts a fact of the file beside every criterion', () => {
    language.start([locale]);
    for (const id of criterionIds) {
      for (const temper of temperIds) {
        const known = { ...file, temper, duty: true, priorFailures: 1, worth: 1.2 };
        expect(factWords(id, { ...file, temper }, 'EUR')).toMatch(whole);
        expect(factWords(id, known, 'EUR')).toMatch(whole);
      }
    }
    expect(factWords('harm', file, 'EUR')).toContain('14');
    expect(factWords('value', { ...file, worth: 1.2 }, 'EUR')).toMatch(/1[.,]2/);
  });

  test.each([vorasBank, tiemNang])('lets everybody speak in every case that a scenario tells', (shipped) => {
    language.start([locale]);
    const { scenario } = shipped();
    const turns: readonly CaseTurn[] = [
      ...(['words', 'heard', 'content', 'half', 'refuses'] as const).map((said) => ({ by: 'them' as const, said })),
      { by: 'frontLine', said: 'note' },
    ];
    const told = [
      ...[...scenario.cases, ...(scenario.complaints ?? [])].map(({ id }) => viewOf('a', { id })),
      ...(scenario.disputes ?? []).flatMap(({ id, kind, between }) =>
        [false, true].map((again) => viewOf('a', { id, kind, between, again, customer: -1 })),
      ),
    ];
    for (const view of told) {
      const own: readonly CaseTurn[] = view.kind === 'customer' ? turns : [...turns, { by: 'otherSide', said: 'against' }];
      for (const turn of own) {
        expect(turnWords(scenario, view, turn)).toMatch(whole);
        expect(speakerWords(scenario, view, turn, 'Somebody')).toMatch(whole);
      }
    }
  });
});

describe('the inbox', () => {
  const asked = viewOf('a');
  const listed = viewOf('b', { asked: false });
  const closed = viewOf('c', { outcome: 'recovered' });
  const step: Move = { kind: 'caseStep', slot: 'a', step: { do: 'acknowledge' } };
  const inOneGo: Move = { kind: 'case', slot: 'a', mode: 'avoid', remedy: 'none', apology: false, reason: false };

  test('holds apart what asks for an answer, what is only listed, and what is closed', () => {
    expect(inboxOf([closed, listed, asked])).toEqual({ asked: [asked], listed: [listed], closed: [closed] });
  });

  test('waits for what it asks until that has come to rest, however it was answered', () => {
    const all = [asked, listed, closed];
    expect(waitingCases(all, undefined, [])).toEqual([asked]);
    expect(waitingCases(all, [playAt('negotiating')], [step])).toEqual([asked]);
    expect(waitingCases(all, [playAt('faded', { final: true })], [step])).toEqual([]);
    expect(waitingCases(all, undefined, [inOneGo])).toEqual([]);
    expect([isBegun('a', [step]), isBegun('b', [step]), isBegun('a', [inOneGo])]).toEqual([true, false, false]);
  });

  test('pays for each remedy that has been agreed', () => {
    const fix = (slot: string, id: (typeof fixIds)[number]): Move => ({ kind: 'caseStep', slot, step: { do: 'fix', fix: id } });
    expect(moneyForFixes(10, [step, fix('a', 'process'), fix('b', 'training')])).toBe(10 - fixWork.process.units - fixWork.training.units);
  });
});

describe('the next step', () => {
  test.each([
    ['received', ['acknowledge'], 'acknowledge'],
    ['triage', ['weigh'], 'weigh'],
    ['contain', ['contain'], 'contain'],
    ['diagnosing', ['code', 'mode'], 'code'],
    ['negotiating', ['mode', 'offer'], 'offer'],
    ['partial', ['followUp', 'accept'], null],
    ['thirdParty', ['mediate', 'standFirm'], null],
    ['doubleDeviation', ['lastChance', 'letGo'], null],
    ['learning', ['checkBack', 'fix', 'close'], null],
    ['lost', [], null],
  ] as const)('of %s is one of %j, and %s lies open', (state, open, first) => {
    expect(openSteps(playAt(state))).toEqual(open);
    expect(firstStep(openSteps(playAt(state)))).toBe(first);
  });

  test('is marked in the drawing by an event that the machine knows in that state, in every state', () => {
    const marked = states.flatMap((state) => {
      const play = playAt(state);
      const known = Object.keys(caseMachine.config.states![state]!.on ?? {});
      const open = Object.entries(machineWays(play)).flatMap(([event, refused]) => (refused?.length === 0 ? [event] : []));
      for (const step of openSteps(play)) {
        const own = machineWays({ steps: play.steps.filter((each) => each.step === step) });
        expect({ state, step, known: Object.keys(own).some((event) => known.includes(event)) }).toEqual({ state, step, known: true });
      }
      return open;
    });
    expect(new Set(marked).size).toBeGreaterThan(14);
  });

  test('says what looking for the root cause takes more', () => {
    expect(checkTakes()).toEqual({ hours: 4, halfDays: 1 });
    expect(workOf({ do: 'weigh', points })).toEqual([1, 0]);
  });

  test('offers every code once, each to its kind of conflict', () => {
    expect([...conflictKinds.flatMap(rootsFor)].sort()).toEqual([...rootIds].sort());
    expect([...symptomsFor('customer'), ...symptomsFor('channel')].sort()).toEqual([...symptomIds].sort());
    expect(symptomsFor('department')).toEqual(symptomsFor('channel'));
  });

  test('links to theory from steps and kinds that exist', () => {
    expect(Object.keys(caseStepTerms).filter((id) => !(caseStepIds as readonly string[]).includes(id))).toEqual([]);
    expect(Object.keys(caseKindTerms)).toEqual(conflictKinds);
    expect(conflictKinds.every((kind) => hasWord('caseKind', kind))).toBe(true);
  });
});
