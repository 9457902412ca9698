/** Replaying a log: the same scenario, seeds and decisions give the same quarters, bit for bit. */

import type { QuarterPlan } from '../company/controls.ts';
import { answerReasons } from '../company/opportunities.ts';
import { moneyForCards, openCardPrice, openCardReasons } from '../company/openCards.ts';
import type { Move } from '../company/orders.ts';
import { parametersOf } from '../company/parameters.ts';
import { caseAnswered } from '../company/moves.ts';
import { mergePlan, planErrors } from '../company/plan.ts';
import type { RivalState } from '../company/rival.ts';
import { reviewStepReasons } from '../company/review/reviewReasons.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { caseStepReasons } from './casePlay.ts';
import { openCases } from './cases.ts';
import { newMemory, noteEntry, noteQuarter } from './conduct/memory.ts';
import { offersOpen } from './opportunities.ts';
import { digestWorld } from './digestWorld.ts';
import { openingEquity, outcomeOf } from './outcome.ts';
import { advance, type MarketHook, noDecisions, type PlayedQuarter } from './playQuarter.ts';
import type { Playing } from './playing.ts';
import { quarterReport } from './quarterReport.ts';
import type { QuarterReport } from './reports.ts';
import type { DecisionEntry, RunHeader } from './run.ts';
import type { Outcome } from './score/outcomes.ts';
import { trueSatisfaction } from './truthReport.ts';
import { isCardOpen } from './unlocking.ts';
import { createWorld } from './startWorld.ts';
import { copyWorld, type World } from './world.ts';

export type { Playing } from './playing.ts';

export type RunSetting = Pick<RunHeader, 'world' | 'populationSeed' | 'luckSeed' | 'customers' | 'allOpen'>;
/** A run as it is begun: what it is played on, and what its screen keeps shut. */
export type RunChoice = RunSetting & Pick<RunHeader, 'glassAtEnd'>;

/**
 * The world before the first decision. It does not depend on the luck seed, so that replays over many seeds may share it as their origin.
 * Throws a RangeError for a hidden world the scenario does not have.
 */
export function originOf(scenario: Scenario, setting: RunSetting): World {
  const seeds = { population: setting.populationSeed, luck: setting.luckSeed };
  const world = createWorld(scenario, setting.world, seeds, setting.customers);
  for (const company of world.played) company.openingEquity = openingEquity(world, company);
  return world;
}

/**
 * A run before its first decision.
 * @param origin an origin of the same scenario, world, population and customers; it is copied
 */
export function startPlaying(scenario: Scenario, setting: RunSetting, origin: World | null = null): Playing {
  const world = origin === null ? originOf(scenario, setting) : copyWorld(origin);
  world.market.luckSeed = setting.luckSeed;
  world.allOpen = setting.allOpen === true;
  return { world, open: new Map(), satisfaction: [], digests: [], skipped: [], conduct: world.played.map(newMemory) };
}

export interface PlayOptions {
  /** Take a digest of every quarter (live runs and verification). */
  digests?: boolean;
  /** Whether firms find out and book what only their reports show; so unless said otherwise. Who leaves it out asks for no report later. */
  looks?: boolean;
  /** What each rival came to after each quarter of another replay on the same luck: rivals do as they did there instead of reacting. */
  rivals?: readonly (readonly RivalState[])[];
  /** See MarketHook: follows customers, or puts other records at hand. */
  onMarket?: MarketHook;
  /** Called after every quarter played. */
  onQuarter?: (played: PlayedQuarter, playing: Playing) => void;
}

/** Adds one entry; a commit plays its quarters. What is not legal is skipped and listed with its code. */
export function applyEntry(
  playing: Playing,
  entry: Pick<DecisionEntry, 'seq' | 'firm' | 'kind' | 'data'>,
  options: PlayOptions = {},
): void {
  const { world } = playing;
  const place = world.played.findIndex((company) => company.spec.id === entry.firm);
  if (place < 0) {
    playing.skipped.push({ seq: entry.seq, code: 'firm' });
    return;
  }
  const { length: skipped } = playing.skipped;
  takeEntry(playing, entry, options);
  noteEntry(playing.conduct[place]!, entry as DecisionEntry, world.quarter + 1, playing.skipped.length === skipped);
}

/** Takes an entry of a firm that is played. */
function takeEntry(playing: Playing, entry: Pick<DecisionEntry, 'seq' | 'firm' | 'kind' | 'data'>, options: PlayOptions): void {
  const { world, open } = playing;
  const before = open.get(entry.firm) ?? noDecisions;
  const decided = entry as DecisionEntry;
  if (decided.kind === 'plan') {
    const wrong = planErrors(
      decided.data.plan,
      world.market.spec.segments.map((segment) => segment.id),
    );
    if (wrong.length > 0) {
      playing.skipped.push({ seq: entry.seq, code: wrong[0]!.code });
      return;
    }
    open.set(entry.firm, {
      ...before,
      plan: mergePlan(before.plan as QuarterPlan, decided.data.plan),
      ...(decided.data.standing && { standing: { ...before.standing, ...decided.data.standing } }),
    });
  } else if (decided.kind === 'move') {
    const illegal = illegalMove(playing, entry.firm, decided.data);
    if (illegal !== null) {
      playing.skipped.push({ seq: entry.seq, code: illegal });
      return;
    }
    open.set(entry.firm, { ...before, moves: [...before.moves, decided.data] });
  } else if (decided.kind === 'commit') commit(playing, entry.seq, decided.data.quarters, options);
}

/** Code by which a move on a case, an offer or a locked card is none now, null if it is one; what the programme allows is decided when the quarter begins. */
function illegalMove(playing: Playing, firm: string, move: Move): string | null {
  if (move.kind === 'programme') return null;
  const { world, open } = playing;
  const company = world.played.find((each) => each.spec.id === firm)!;
  const made = open.get(firm)?.moves ?? [];
  const quarter = world.quarter + 1;
  if (move.kind === 'open') {
    const p = parametersOf(company.spec);
    const open = isCardOpen(world, company, made, move.card, quarter);
    return openCardReasons(move.card, open, moneyForCards(company.firm, quarter, made, p), openCardPrice(p))[0]?.code ?? null;
  }
  if (move.kind === 'opportunity') return answerReasons(move, offersOpen(world, company, quarter), made)[0]?.code ?? null;
  if (move.kind === 'review')
    return (
      reviewStepReasons(move.step, company.review, openPlan(playing, firm), made, quarter, parametersOf(company.spec))[0]?.code ?? null
    );
  if (move.kind === 'caseStep') return caseStepReasons(world, company, move, made)[0]?.code ?? null;
  const waits = openCases(world, company, quarter).some(({ slot }) => slot === move.slot);
  return waits && !caseAnswered(move.slot, made) ? null : 'case.notOpen';
}

function commit(playing: Playing, seq: number, quarters: number, options: PlayOptions): void {
  const { world, open } = playing;
  for (let n = 0; n < quarters; n += 1) {
    if (world.quarter >= world.scenario.quarters) {
      playing.skipped.push({ seq, code: 'afterEnd' });
      return;
    }
    const played = advance(world, n === 0 ? open : new Map(), options.looks ?? true, options.onMarket);
    if (n === 0) open.clear();
    options.rivals?.[world.quarter - 1]?.forEach((state, place) => (world.rivals[place]!.state = state));
    const segments = world.market.spec.segments.length;
    noteQuarter(playing.conduct, world, played, seq);
    playing.satisfaction.push(world.played.map((company) => trueSatisfaction(played.market.tallies, segments, company.index)));
    if (options.digests) playing.digests.push(digestWorld(world));
    options.onQuarter?.(played, playing);
  }
}

export type LoggedEntry = Pick<DecisionEntry, 'seq' | 'firm' | 'kind' | 'data'>;

export interface Replay {
  playing: Playing;
  reports: readonly QuarterReport[];
  outcome: Outcome;
}

/**
 * Plays a whole log and its run-off.
 * @param options reports: write those of every quarter too (slower; off in luck replays); origin: a world to start from, see startPlaying
 */
export function replay(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  options: { reports?: boolean; digests?: boolean; origin?: World | null } = {},
): Replay {
  const playing = startPlaying(scenario, setting, options.origin ?? null);
  const reports: QuarterReport[] = [];
  const onQuarter = (played: PlayedQuarter): void => {
    if (options.reports) reports.push(quarterReport(playing.world, played, playing.digests.at(-1) ?? null));
  };
  const play: PlayOptions = { digests: options.digests ?? false, looks: options.reports ?? false, onQuarter };
  for (const entry of entries) applyEntry(playing, entry, play);
  finishQuarters(playing, play);
  return { playing, reports, outcome: outcomeOf(playing, 0) };
}

/** Plays what a log left open with the plans as they stand, so that every run is judged over the same time. */
export function finishQuarters(playing: Playing, options: PlayOptions): void {
  const left = playing.world.scenario.quarters - playing.world.quarter;
  if (left > 0) commit(playing, -1, left, options);
}

/** The plan that a firm would have after its open decisions. */
export function openPlan(playing: Playing, firm: string): World['played'][number]['plan'] {
  const company = playing.world.played.find((each) => each.spec.id === firm) ?? playing.world.played[0]!;
  return mergePlan(company.plan, playing.open.get(firm)?.plan ?? {});
}
