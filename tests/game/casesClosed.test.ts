/** Cases closed: whose hours they take, what is left of one whose customer is gone, and that none outlives the run. */

import { describe, expect, it } from 'vitest';
import { openedCase, playSteps } from '../../src/company/conflict/playSteps.ts';
import { criterionIds, type Criteria } from '../../src/company/conflict/situation.ts';
import type { CaseStep } from '../../src/company/conflict/steps.ts';
import { type ConflictMode, conflictModes, type Move } from '../../src/company/orders.ts';
import { curesRoot, fixIds } from '../../src/company/conflict/fixes.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { codesOf } from '../../src/game/caseAnswers.ts';
import { caseWork, handleCases, openCases } from '../../src/game/cases.ts';
import type { CaseView } from '../../src/game/caseView.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import { copyWorld, type World } from '../../src/game/world.ts';

const { scenario } = goodScenario('voras-bank');
const setting = { customers: 2000, world: 0, populationSeed: 3, luckSeed: 5 };

/** The bank after so many quarters with nobody at the cases. */
function played(quarters: number, roundOf: 1 | 2 = 1): World {
  const playing = startPlaying({ ...scenario, quartersPerRound: roundOf }, setting);
  for (let seq = 0; seq < quarters; seq += roundOf)
    applyEntry(playing, { seq, firm: scenario.firms[0].id, kind: 'commit', data: { quarters: roundOf } }, { looks: false });
  return playing.world;
}
const sixth = played(6);
const quarter = sixth.quarter + 1;
const complaint = openCases(sixth, sixth.played[0]!, quarter).find(({ kind, asked }) => kind === 'customer' && asked)!;

/** Staff hours of the quarter, those that the standing order takes in the next, and units paid, with moves in one case. */
function after(moves: readonly Move[], view: CaseView = complaint, change: (world: World) => void = () => undefined) {
  const world = copyWorld(sixth);
  change(world);
  const company = world.played[0]!;
  company.raised = company.raised.filter(({ slot }) => slot === view.slot);
  const before = company.firm.pending.length;
  const work = caseWork(world, company, moves, quarter);
  const paid = handleCases(world, company, work, moves, quarter);
  const later = company.firm.pending.slice(before).reduce((sum, { size }) => sum + size, 0);
  return { ...work, later, paid, firm: company.firm, done: company.cases.find(({ slot }) => slot === view.slot) };
}
const steps = (...taken: CaseStep[]): Move[] => taken.map((step) => ({ kind: 'caseStep', slot: complaint.slot, step }));
const atOnce = (mode: ConflictMode): Move => ({ kind: 'case', slot: complaint.slot, mode, remedy: 'full', apology: true, reason: true });
const points = Object.fromEntries(criterionIds.map((id) => [id, 3])) as Criteria;

describe('staff hours', () => {
  it('of the standing order are spent also on a case that somebody only began', () => {
    const begun = after(steps({ do: 'acknowledge' }));
    expect([begun.hours, begun.later]).toEqual([1, 4]);
  });
  it.each(conflictModes)('of an answer in one go by %s are those of the same steps', (mode) => {
    const { symptom, escalation } = codesOf(scenario, complaint.id)!;
    const { received, about } = after([]).met.find(({ view }) => view.slot === complaint.slot)!.met;
    const one = playSteps(
      openedCase({ ...received, context: { ...received.context, severity: 60, agentLimit: 100 } }),
      [
        { do: 'acknowledge' },
        { do: 'weigh', points },
        { do: 'code', symptom, cause: 'people', escalation, root: null },
        { do: 'mode', mode },
        { do: 'offer', remedy: 'full', apology: true, reason: true, date: false },
      ],
      about,
    ).hours;
    expect(after([atOnce(mode)]).hours).toBe(one);
  });
});

describe('a customer who left before the answer', () => {
  it('is not won back, but what was done about the cause stands, as it was paid for', () => {
    const { symptom, root, escalation } = codesOf(scenario, complaint.id)!;
    const fix = fixIds.find((id) => curesRoot(id, root))!;
    const moves = steps(
      { do: 'acknowledge' },
      { do: 'weigh', points: Object.fromEntries(criterionIds.map((id) => [id, 5])) as Criteria },
      { do: 'contain' },
      { do: 'code', symptom, cause: 'people', escalation, root },
      { do: 'mode', mode: 'accommodate' },
      { do: 'offer', remedy: 'generous', apology: true, reason: true, date: true },
      { do: 'accept' },
      { do: 'fix', fix },
    );
    const gone = (world: World): void => {
      world.market.columns.active[complaint.customer] = 0;
    };
    const { fixes, firm, done, paid } = after(moves, complaint, gone);
    expect(fixes).toEqual([fix]);
    expect(done).toMatchObject({ outcome: 'silentExit', fix });
    expect(firm.conflict.fixes).toMatchObject([{ root, fix }]);
    expect(paid).toBe(0);
  });
});

describe.each([1, 2] as const)('in rounds of %i', (roundOf) => {
  it('no case is open when the run is over', () => {
    const world = played(scenario.quarters, roundOf);
    const company = world.played[0]!;
    expect(company.raised.some((each) => each.asked && each.quarter > scenario.quarters - roundOf)).toBe(true);
    expect(openCases(world, company, scenario.quarters)).toEqual([]);
  });
});
