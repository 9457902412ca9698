/** The order of the inbox, and what of the next step of a case is shown. */

import { describe, expect, test } from 'vitest';
import { caseMachine } from '../../src/company/conflict/caseMachine.ts';
import { rootIds, symptomIds } from '../../src/company/conflict/codes.ts';
import type { fixIds } from '../../src/company/conflict/fixes.ts';
import { fixWork } from '../../src/company/conflict/fixes.ts';
import { workOf } from '../../src/company/conflict/playSteps.ts';
import { conflictKinds } from '../../src/company/conflict/situation.ts';
import { caseStepIds } from '../../src/company/conflict/steps.ts';
import type { Move } from '../../src/company/orders.ts';
import { caseKindTerms, caseStepTerms } from '../../src/text/glossaryLinks.ts';
import { hasWord } from '../../src/text/words.ts';
import { checkTakes, rootsFor, symptomsFor } from '../../src/ui/conflict/codeLists.ts';
import { firstStep, inboxOf, isBegun, moneyForFixes, openSteps, waitingCases } from '../../src/ui/conflict/inbox.ts';
import { machineWays } from '../../src/ui/conflict/machineWays.ts';
import { playAt, viewOf } from './conflictViews.ts';

const points = { harm: 3, value: 2, spread: 2, legal: 0, repeat: 0, heat: 3 };
const states = Object.keys(caseMachine.config.states!);

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
    expect(checkTakes()).toBe(4);
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
