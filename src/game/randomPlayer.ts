/** A player who draws by lot among all that is legal: what a plan is worth that follows no thought. */

import { channelsInUse } from '../company/channels.ts';
import { controls, costLineIds, forceIds, type AnyControl, type PathId, type QuarterPlan } from '../company/controls.ts';
import { answerReasonIds, conflictModes } from '../company/orders.ts';
import { usualParameters } from '../company/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { otherChannelIds } from '../sim/market.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { isOpen, isPathOpen, type Player } from './player.ts';
import type { KnownReport } from './reports.ts';
import type { EntryData } from './run.ts';

/** Chance that a control is decided anew in a round, once it is open: who follows no thought changes his mind, or keeps what the lot gave. */
const restlessness = { restless: 0.5, steady: 0 } as const;
export type RandomHabit = keyof typeof restlessness;
const analysisPoints = 10;
const sponsorHours = 40;

/** Keyed draws in order: one stream for each control and quarter, whatever happens to the others. */
class Lots {
  private readonly seed: number;
  private readonly control: number;
  private readonly quarter: number;
  private drawn = 0;

  constructor(seed: number, control: number, quarter: number) {
    this.seed = seed;
    this.control = control;
    this.quarter = quarter;
  }

  /** (0, 1). */
  next(): number {
    this.drawn += 1;
    return keyedUnit(this.seed, purpose.player, this.control, this.quarter, this.drawn);
  }

  /** 0..count - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  one<T>(options: readonly T[]): T {
    return options[this.below(options.length)]!;
  }

  /** At most `most` of the options, in their order. */
  some<T>(options: readonly T[], most: number): T[] {
    return this.exactly(options, this.below(Math.min(most, options.length) + 1));
  }

  /** `count` of the options, in their order. */
  exactly<T>(options: readonly T[], count: number): T[] {
    const left = [...options];
    for (let drop = options.length - count; drop > 0; drop -= 1) left.splice(this.below(left.length), 1);
    return left;
  }
}

/**
 * The player of a seed; equal seeds decide alike in equal situations.
 * @param habit restless: half of the open cards are drawn anew each round; steady: each card is drawn once, when it opens, and kept, the
 * path until a programme has begun: a policy by lot
 */
export function randomPlayer(scenario: Scenario, seed: number, habit: RandomHabit = 'restless'): Player {
  return (known, plan, quarter) => {
    const drawn: Record<string, unknown> = {};
    controls.forEach((control, index) => {
      const lots = new Lots(seed, index, quarter);
      if (!isOpen(scenario, control, quarter) || (control.id === 'crm.path' && isUnderWay(known))) return;
      const isNew = habit === 'steady' && (control.id === 'crm.path' || !isOpen(scenario, control, quarter - scenario.quartersPerRound));
      if (isNew || lots.next() < restlessness[habit]) drawn[control.id] = valueByLot(control, lots, scenario, known);
    });
    const form = new Lots(seed, controls.length, quarter);
    const handedIn = withForm(drawn as Partial<QuarterPlan>, plan, scenario, form);
    const open = known.inbox.filter(({ outcome, asked }) => outcome === null && asked);
    return [
      { kind: 'plan', data: { plan: withinLimits(handedIn, plan, scenario) } },
      ...open.map(({ slot }, index) => answerByLot(slot, new Lots(seed, controls.length + 1 + index, quarter))),
      ...known.opportunities.open.map((view, index) =>
        offerByLot(view, new Lots(seed, controls.length + 1 + open.length + index, quarter)),
      ),
    ];
  };
}

function answerByLot(slot: string, lots: Lots): EntryData {
  const mode = lots.one(conflictModes);
  const remedy = lots.one(['none', 'part', 'full', 'generous'] as const);
  return { kind: 'move', data: { kind: 'case', slot, mode, remedy, apology: lots.one([true, false]), reason: lots.one([true, false]) } };
}

function offerByLot({ slot, answers }: KnownReport['opportunities']['open'][number], lots: Lots): EntryData {
  return { kind: 'move', data: { kind: 'opportunity', slot, answer: lots.one(answers), reason: lots.one(answerReasonIds) } };
}

function valueByLot(control: AnyControl, lots: Lots, scenario: Scenario, known: KnownReport): unknown {
  const segmentIds = scenario.market.segments.map(({ id }) => id);
  const level = ({ low, high, step }: { low: number; high: number; step: number }): number =>
    low + step * lots.below((high - low) / step + 1);
  if (control.id === 'crm.path') return lots.one(openPaths(known));
  switch (control.kind) {
    case 'choice':
      return lots.one(control.options);
    case 'level':
      return level(control);
    case 'subset':
      return lots.some<string>(optionsHere(control, scenario), control.most);
    case 'segments':
      return lots.some(segmentIds, control.most);
    case 'choiceEach':
      return Object.fromEntries(segmentIds.map((id) => [id, lots.one(control.options)]));
    case 'levelEach':
      return Object.fromEntries(segmentIds.map((id) => [id, level(control)]));
    case 'split': {
      const parts = Object.fromEntries(control.options.map((option) => [option, 0]));
      for (let left = 100; left > 0; left -= control.step) parts[lots.one(control.options)]! += control.step;
      return parts;
    }
  }
}

/** Options of a list that mean anything in this market: a channel that others run only where somebody prefers it. */
function optionsHere({ options }: { options: readonly string[] }, { market }: Scenario): readonly string[] {
  const used = channelsInUse(market.segments);
  const nobodys = otherChannelIds.filter((id) => !used.includes(id));
  return options.filter((option) => !nobodys.some((id) => id === option));
}

/** Refusals that the form of a proposal settles: whoever hands one in fills it in. */
const settledByForm: readonly string[] = ['card.business', 'card.customer', 'costLines'];

/** A programme that has begun is seen through: no lot is drawn about its path before it is embedded or over. */
function isUnderWay({ programme }: KnownReport): boolean {
  const free = ['idle', 'analysing', 'embedding', 'rollingBack'];
  return !free.includes(programme.state);
}

function openPaths(known: KnownReport): PathId[] {
  const open = known.matrix.paths.filter((each) => {
    const lacks = each.lacks.filter(({ code }) => !settledByForm.includes(code));
    return each.path !== 'stay' && isPathOpen({ ...each, lacks });
  });
  return ['stay', ...open.map(({ path }) => path)];
}

/** A path comes with the form that a board asks for: forces, a core segment and cost lines enough, each by lot where the plan names none. */
function withForm(drawn: Partial<QuarterPlan>, plan: QuarterPlan, scenario: Scenario, lots: Lots): Partial<QuarterPlan> {
  if (drawn['crm.path'] === undefined || drawn['crm.path'] === 'stay') return drawn;
  const now = { ...plan, ...drawn };
  const forces = now['biz.forces'].length === 2 ? {} : { 'biz.forces': lots.exactly(forceIds, 2) };
  const segments = scenario.market.segments.map(({ id }) => id);
  const core = now['cus.core'].length > 0 ? {} : { 'cus.core': lots.exactly(segments, 1) };
  const least = usualParameters['programme.costLines'];
  const lines = least + lots.below(costLineIds.length - least + 1);
  const sheet = now['crm.tco'].length >= least ? {} : { 'crm.tco': lots.exactly(costLineIds, lines) };
  return { ...drawn, ...forces, ...core, ...sheet };
}

/** What no single control tells: analyses within their points, hours within the sponsor's, no segment at once core and refused. */
function withinLimits(drawn: Partial<QuarterPlan>, plan: QuarterPlan, scenario: Scenario): Partial<QuarterPlan> {
  const limited: { -readonly [Id in keyof QuarterPlan]?: QuarterPlan[Id] } = { ...drawn };
  const analyses = [...(drawn['ana.buy'] ?? [])];
  const points = (): number => analyses.reduce((sum, id) => sum + (scenario.analyses.find((each) => each.id === id)?.points ?? 0), 0);
  while (points() > analysisPoints) analyses.pop();
  // Analyses are bought anew each quarter, never carried on.
  limited['ana.buy'] = analyses;
  let hours = sponsorHours;
  for (const id of ['crm.people.reviews', 'crm.people.departments', 'crm.people.frontLine'] as const) {
    const wanted = limited[id] ?? plan[id];
    const granted = Math.min(wanted, hours);
    if (granted !== plan[id] || limited[id] !== undefined) limited[id] = granted;
    hours -= granted;
  }
  const core = limited['cus.core'] ?? plan['cus.core'];
  const refused = (limited['cus.refused'] ?? plan['cus.refused']).filter((id) => !core.includes(id));
  if (refused.length < plan['cus.refused'].length || limited['cus.refused']) limited['cus.refused'] = refused;
  return limited;
}
