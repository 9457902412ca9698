/** Disputes between departments and with partners: where they come from, what is heard of them, what talk alone is worth, what prevents them. */

import { describe, expect, it } from 'vitest';
import { channelSourceIds, departmentSourceIds, type RootId } from '../../src/company/conflict/codes.ts';
import { type FixId, fixIds, curesRoot } from '../../src/company/conflict/fixes.ts';
import { criterionIds, type Criteria } from '../../src/company/conflict/situation.ts';
import type { CaseStep } from '../../src/company/conflict/steps.ts';
import { parametersOf } from '../../src/company/parameters.ts';
import { tensionsOf } from '../../src/company/conflict/tensions.ts';
import { pairIds, type QuarterPlan } from '../../src/company/controls.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { casePlays } from '../../src/game/casePlay.ts';
import { codesOf } from '../../src/game/caseAnswers.ts';
import { caseWork, handleCases, openCases } from '../../src/game/cases.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import { copyWorld, type PlayedCompany, type World } from '../../src/game/world.ts';
import type { DisputeSpec, PartnerSpec, Scenario } from '../../src/scenario/scenario.ts';

const words = { vi: 'vi', en: 'en' };
const told = (root: RootId): DisputeSpec['told'] => ({
  codes: { symptom: 'blame', root, escalation: 'waited' },
  note: words,
  replies: { heard: words, content: words, half: words, refuses: words },
});
const dispute = (kind: DisputeSpec['kind'], between: string, root: RootId): DisputeSpec => ({
  id: `${between}-${root}`,
  kind,
  between,
  voices: ['a', 'b'],
  temper: 'hurt',
  fault: 'firm',
  duty: false,
  urgent: false,
  title: words,
  words,
  against: words,
  again: words,
  told: told(root),
});
const partners: PartnerSpec[] = [
  { id: 'brokers', kind: 'vertical', name: words },
  { id: 'app', kind: 'multichannel', name: words },
];
/** Voras with a dispute for every source of every pair and partner. */
const bank: Scenario = {
  ...goodScenario('voras-bank').scenario,
  cases: [],
  quartersPerRound: 1,
  partners,
  disputes: [
    ...pairIds.flatMap((pair) => departmentSourceIds.map((root) => dispute('department', pair, root))),
    ...partners.flatMap(({ id }) => channelSourceIds.map((root) => dispute('channel', id, root))),
  ],
};
const setting = { customers: 300, world: 0, populationSeed: 2, luckSeed: 4 };
type Handling = (world: World, company: PlayedCompany, slot: string) => readonly CaseStep[];

type Played = ReturnType<typeof playOut>;
const wholeRuns = new Map<Handling, Map<number, Played>>();

/** A run in which every dispute that waits is handled so; those of the bank that nothing is changed in are played once and only read. */
function played(
  scenario: Scenario,
  handle: Handling,
  plan: Partial<QuarterPlan> = {},
  luckSeed = setting.luckSeed,
  quarters = scenario.quarters,
): Played {
  const shared = scenario === bank && quarters === bank.quarters && Object.keys(plan).length === 0;
  if (!shared) return playOut(scenario, handle, plan, luckSeed, quarters);
  const byLuck = wholeRuns.get(handle) ?? new Map<number, Played>();
  wholeRuns.set(handle, byLuck);
  const run = byLuck.get(luckSeed) ?? playOut(scenario, handle, plan, luckSeed, quarters);
  byLuck.set(luckSeed, run);
  return run;
}

function playOut(scenario: Scenario, handle: Handling, plan: Partial<QuarterPlan>, luckSeed: number, quarters: number) {
  const playing = startPlaying(scenario, { ...setting, luckSeed });
  const firm = scenario.firms[0].id;
  let seq = 0;
  const add = (entry: { kind: 'plan' | 'move' | 'commit'; data: unknown }): void => {
    applyEntry(playing, { seq: seq++, firm, ...entry } as Parameters<typeof applyEntry>[1], { looks: false });
  };
  add({ kind: 'plan', data: { plan } });
  const perQuarter: { felt: number; voiced: number }[] = [];
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    const company = playing.world.played[0]!;
    for (const { slot, kind } of openCases(playing.world, company, quarter)) {
      if (kind === 'customer') continue;
      for (const step of handle(playing.world, company, slot)) add({ kind: 'move', data: { kind: 'caseStep', slot, step } });
    }
    add({ kind: 'commit', data: { quarters: 1 } });
    const { felt, voiced } = playing.world.played[0]!.firm.conflict;
    perQuarter.push({ felt, voiced });
  }
  return { world: playing.world, company: playing.world.played[0]!, perQuarter, skipped: playing.skipped };
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const nobody: Handling = () => [];
const points = (value: number): Criteria => Object.fromEntries(criterionIds.map((id) => [id, value])) as Criteria;
/** A talk that satisfies everybody: the right codes, together, the whole of what is asked. */
const talk: Handling = (world, company, slot) => {
  const view = openCases(world, company, world.quarter + 1).find((each) => each.slot === slot)!;
  const { root, symptom, escalation } = codesOf(world.scenario, view.id)!;
  return [
    { do: 'acknowledge' },
    { do: 'weigh', points: points(3) },
    { do: 'code', symptom, cause: 'process', escalation, root },
    { do: 'mode', mode: 'collaborate' },
    { do: 'offer', remedy: 'full', apology: true, reason: true, date: false },
  ];
};
/** The same talk, and a structure that removes the cause. */
const structure: Handling = (world, company, slot) => {
  const view = openCases(world, company, world.quarter + 1).find((each) => each.slot === slot)!;
  const { root } = codesOf(world.scenario, view.id)!;
  const fix: FixId = fixIds.find((id) => curesRoot(id, root))!;
  return [...talk(world, company, slot), { do: 'fix', fix }];
};

describe('a dispute', () => {
  it('is felt more often than it is spoken of, and the more harmony is wanted the less is spoken of what is felt', () => {
    const share = (harmony: number): number => {
      const all = [1, 2, 3].flatMap((luck) => played({ ...bank, conflict: { harmony } }, nobody, {}, luck).perQuarter);
      return sum(all.map(({ voiced }) => voiced)) / sum(all.map(({ felt }) => felt));
    };
    const [open, usual, hushed] = [share(0), share(30), share(90)] as const;
    expect(open).toBeLessThan(1);
    expect(usual).toBeLessThan(open);
    expect(hushed).toBeLessThan(usual / 2);
  });

  it('that nobody hears of wears the links down, so that a hushed firm ends with weaker ones', () => {
    const link = (harmony: number): number => {
      const runs = [1, 2, 3].map((luck) => played({ ...bank, conflict: { harmony } }, talk, {}, luck).company.firm.links);
      return sum(runs.flatMap((links) => pairIds.map((pair) => links[pair])));
    };
    expect(link(100)).toBeLessThan(link(0));
  });

  it('comes to the inbox with words of its own pair and source, each told once, and once more when it comes back', () => {
    const { company } = played(bank, nobody);
    const disputes = company.raised.filter(({ kind }) => kind !== 'customer');
    expect(disputes.length).toBeGreaterThan(3);
    for (const { id, between } of disputes) expect(id.startsWith(`${between}-`)).toBe(true);
    const tellings = disputes.map(({ id, again }) => `${id} ${again}`);
    expect(new Set(tellings).size).toBe(tellings.length);
  });

  it('stands in the same slot whatever luck does, so that a step is never taken in the case of another pair', () => {
    const of = (luck: number) => new Map(played(bank, nobody, {}, luck).company.raised.flatMap(({ slot, id, kind }) => (kind === 'customer' ? [] : [[slot, id]]))); // prettier-ignore
    const [own, ...others] = [4, 5, 6, 7].map(of);
    let both = 0;
    for (const other of others) {
      for (const [slot, id] of own!) {
        if (!other.has(slot)) continue;
        both += 1;
        expect(other.get(slot)).toBe(id);
      }
    }
    expect(both).toBeGreaterThan(0);
  });

  it('settled by talk alone comes back within two to four quarters; with a structure that fits it never does', () => {
    const back: number[] = [];
    for (const luck of [1, 2, 3, 4]) {
      const { company, skipped } = played(bank, talk, {}, luck);
      expect(skipped).toEqual([]);
      for (const { id, quarter, again } of company.raised) {
        if (!again) continue;
        const first = company.cases.find((done) => done.id === id && !done.again)!;
        back.push(quarter - first.closedIn!);
      }
      const content = company.cases.filter(({ kind, again, closedIn }) => kind !== 'customer' && !again && closedIn! <= bank.quarters - 5);
      const bonds: Readonly<Record<string, number>> = { ...company.firm.conflict.goodwill, ...company.firm.links };
      for (const { id, between } of content) {
        // Only between two who hold together strongly by now do words alone last.
        if (bonds[between!]! < 75)
          expect(
            company.raised.some((one) => one.id === id && one.again),
            id,
          ).toBe(true);
      }
    }
    expect(back.length).toBeGreaterThan(8);
    for (const quarters of back) expect([2, 3, 4]).toContain(quarters);
    for (const luck of [1, 2, 3, 4]) {
      const { company } = played(bank, structure, {}, luck);
      const fixed = company.cases.filter(({ fixed: cured, kind }) => kind !== 'customer' && cured).map(({ id }) => id);
      expect(fixed.length).toBeGreaterThan(0);
      expect(company.raised.filter(({ id, again }) => again && fixed.includes(id))).toEqual([]);
    }
  });

  it('is prevented by what was agreed: with structures fewer are felt later in the run, and the firm counts those kept away', () => {
    const late = (handle: Handling): number =>
      sum(
        [1, 2, 3, 4].flatMap((luck) =>
          played(bank, handle, {}, luck)
            .perQuarter.slice(10)
            .map(({ felt }) => felt),
        ),
      );
    expect(late(structure)).toBeLessThan(0.8 * late(talk));
    expect(played(bank, structure).company.firm.conflict.prevented).toBeGreaterThan(0);
  });

  it('is eased once by each cause that is gone, however often the same was agreed', () => {
    const { company } = played(bank, nobody, {}, 4, 6);
    const p = parametersOf(company.spec);
    const tension = (times: number): number => {
      const fix = { at: 'salesService', root: 'duty', fix: 'serviceAgreement', works: 1, cures: true } as const;
      const conflict = { ...company.firm.conflict, fixes: Array.from({ length: times }, () => fix) };
      const firm = { ...company.firm, links: { ...company.firm.links, salesService: 0 }, conflict };
      return tensionsOf(firm, company.plan, [], 2, p).find(({ at }) => at === 'salesService')!.points;
    };
    expect(tension(1)).toBeLessThan(tension(0));
    expect(tension(2)).toBe(tension(1));
  });

  it('with a partner grows where the firm undercuts him or sells around him', () => {
    const channel = (plan: Partial<QuarterPlan>): number =>
      sum([1, 2, 3].map((luck) => played(bank, nobody, plan, luck).company.raised.filter(({ kind }) => kind === 'channel').length));
    expect(channel({ 'biz.price': -10, 'biz.discount': 'anyone' })).toBeGreaterThan(channel({}));
  });

  it('is no customer’s affair: its answer changes no column of any of them, but a bond between those concerned', () => {
    const { world, company } = played(bank, nobody, {}, 4, 6);
    const { slot, between } = openCases(world, company, 7).find(({ kind }) => kind === 'department')!;
    const moves = talk(world, company, slot).map((step) => ({ kind: 'caseStep' as const, slot, step }));
    const answered = copyWorld(world);
    for (const [each, made] of [[world, []], [answered, moves]] as const) handleCases(each, each.played[0]!, caseWork(each, each.played[0]!, made, 7), made, 7); // prettier-ignore
    expect(answered.market.columns).toEqual(world.market.columns);
    const bonds = ({ played: [one] }: World): Readonly<Record<string, number>> => one!.firm.links;
    expect(bonds(answered)[between!]).toBeGreaterThan(bonds(world)[between!]!);
  });

  it('in which a date was promised and not kept leaves the bond as if nothing had been offered', () => {
    const { world, company } = played(bank, nobody, {}, 4, 6);
    const { slot, between } = openCases(world, company, 7).find(({ kind }) => kind === 'department')!;
    const link = (funded: number, date: boolean): number => {
      const each = copyWorld(world);
      const [own] = each.played;
      own!.firm = { ...own!.firm, funded };
      const steps = talk(each, own!, slot).map((step): CaseStep => (step.do === 'offer' ? { ...step, date } : step));
      const moves = steps.map((step) => ({ kind: 'caseStep' as const, slot, step }));
      handleCases(each, own!, caseWork(each, own!, moves, 7), moves, 7);
      return (own!.firm.links as Readonly<Record<string, number>>)[between!]!;
    };
    const before = (company.firm.links as Readonly<Record<string, number>>)[between!]!;
    expect(link(1, true)).toBeGreaterThan(before);
    expect(link(0, false)).toBeGreaterThan(before);
    expect(link(0, true)).toBeLessThan(before);
  });

  it('with a partner that nobody takes up costs what the staff agree to, also where it was only listed', () => {
    const { world, company } = played(bank, nobody, { 'biz.price': -10, 'biz.discount': 'anyone' }, 4, 6);
    const { slot } = openCases(world, company, 7).find(({ kind }) => kind === 'channel')!;
    const paid = (asked: boolean): number => {
      const each = copyWorld(world);
      const [own] = each.played;
      own!.standing = { ...own!.standing, onCase: 'accommodate' };
      own!.firm = { ...own!.firm, stocks: { ...own!.firm.stocks, H: 95 } };
      own!.plan = { ...own!.plan, 'svc.speed': 'h8', 'svc.tone': 'warm', 'svc.authority': 70 };
      own!.raised = own!.raised.filter((one) => one.slot === slot).map((one) => ({ ...one, asked, quarter: 6 }));
      return handleCases(each, own!, caseWork(each, own!, [], 8), [], 8);
    };
    expect(paid(false)).toBeGreaterThan(0);
    expect(paid(false)).toBe(paid(true));
  });

  it('shows on the screen how far it has been played, its hours, and a reason at each shut door', () => {
    const { world, company } = played(bank, nobody, {}, 4, 6);
    const slot = openCases(world, company, 7).find(({ kind }) => kind !== 'customer')!.slot;
    const play = casePlays(world, company, [{ kind: 'caseStep', slot, step: { do: 'acknowledge' } }]).find((each) => each.slot === slot)!;
    expect(play).toMatchObject({ state: 'triage', hours: 1 });
    expect(play.steps.filter(({ refused }) => refused.length === 0).map(({ step }) => step)).toEqual(['weigh']);
  });

  it('takes staff hours and money from the quarter in which it is answered', () => {
    const run = (handle: Handling) => played(bank, handle, {}, 4, 9).company;
    const spent = ({ results }: PlayedCompany): number => sum(results);
    expect(run(structure).firm.conflict.fixes.length).toBeGreaterThan(0);
    expect(spent(run(structure))).toBeLessThan(spent(run(nobody)));
  });
});
