/** A player who draws by lot among all that is legal: what a plan is worth that follows no thought. */

import { controls, costLineIds, forceIds, type PathId, type QuarterPlan } from '../company/controls.ts';
import { answerReasonIds, conflictModes } from '../company/orders.ts';
import { usualParameters } from '../company/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Lots, valueByLot } from './lots.ts';
import { isOpen, isPathOpen, type Player } from './player.ts';
import type { KnownReport } from './reports.ts';
import { reviewByLot } from './reviewPlayer.ts';
import type { EntryData } from './run.ts';

/** Chance that a control is decided anew in a round, once it is open: who follows no thought changes his mind, or keeps what the lot gave. */
const restlessness = { restless: 0.5, steady: 0 } as const;
export type RandomHabit = keyof typeof restlessness;
const analysisPoints = 10;
const sponsorHours = 40;
/** Stream of the steps of a review, beyond those of controls, cases and offers. */
const REVIEW_LOTS = 100_000;

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
      if (isNew || lots.next() < restlessness[habit]) drawn[control.id] = valueByLot(control, lots, scenario.market, openPaths(known));
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
      ...reviewByLot(known, new Lots(seed, REVIEW_LOTS, quarter)),
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
