/** The conversation of a case in words, complete in both languages. */

import { afterEach, describe, expect, test } from 'vitest';
import { caseMachine } from '../../src/company/conflict/caseMachine.ts';
import { causeIds, escalationIds, rootIds, symptomIds } from '../../src/company/conflict/codes.ts';
import { fixIds } from '../../src/company/conflict/fixes.ts';
import { remedyIds } from '../../src/company/conflict/justice.ts';
import { conflictKinds, criterionIds, faultIds } from '../../src/company/conflict/situation.ts';
import type { ConflictKind } from '../../src/company/conflict/situation.ts';
import { caseStepIds, courseIds } from '../../src/company/conflict/steps.ts';
import type { CaseStep, CaseTurn } from '../../src/company/conflict/steps.ts';
import { temperIds } from '../../src/company/conflict/triage.ts';
import { conflictModes } from '../../src/company/orders.ts';
import { word } from '../../src/text/words.ts';
import { costWords, doneWords, speakerWords, turnWords, wordFor } from '../../src/ui/conflict/caseWords.ts';
import { factWords } from '../../src/ui/conflict/factWords.ts';
import { reasonWords } from '../../src/ui/cockpit/reasons.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';
import { file, playAt, viewOf } from './conflictViews.ts';

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
        const first = turnWords(scenario, view, turn);
        expect(first).toMatch(whole);
        // Nobody says the same twice, neither in one case nor when it comes back.
        if (!view.again && !(turn.by === 'them' && turn.said === 'words')) {
          expect(turnWords(scenario, view, turn, [turn])).not.toBe(first);
          expect(turnWords(scenario, { ...view, again: true }, turn)).not.toBe(first);
        }
        expect(speakerWords(scenario, view, turn, 'Somebody')).toMatch(whole);
      }
    }
  });
});
