/** One run on the screen: opens it, saves each round before the engine plays it, lifts the veil at the end. */

import { untrack } from 'svelte';
import type { CardId, QuarterPlan } from '../company/controls.ts';
import { cardsOpenedBy } from '../company/openCards.ts';
import type { Move } from '../company/orders.ts';
import { type AnchorNames, anchorsInWorld } from '../game/grade.ts';
import type { RunChoice } from '../game/replay.ts';
import type { ClosedRun } from '../game/whatIf/replayBench.ts';
import type { KnownReport, Score } from '../game/reports.ts';
import type { DecisionEntry, EntryData, Prediction } from '../game/run.ts';
import type { News } from '../saves/news.ts';
import type { SavedDraft } from '../saves/records.ts';
import type { OpenRun } from '../saves/writer.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { speakAs } from '../text/words.ts';
import type { Draft } from './cockpit/draft.svelte.ts';
import { Forecast } from './cockpit/forecast.svelte.ts';
import { allCards, firstQuarter, roundCards, type Card, type RoundCards } from './cockpit/rounds.ts';
import { Grading } from './replay/grading.svelte.ts';
import { ReplayPool } from './replay/replayPool.ts';
import type { FinishedRun, GameClient, OpenedRun, PlanPreview, PlayedQuarter } from './gameClient.ts';
import { isKpi } from './kpis.ts';
import { OtherWaysRun, TwinRun } from './debrief/twinRun.svelte.ts';
import { Customers } from './map/customers.svelte.ts';
import { Keeping } from './runs/keeping.svelte.ts';
import {
  decisionsOf,
  draftRecord,
  openEntries,
  predictionsIn,
  reasonsIn,
  restoredDraft,
  restoredPlace,
  restoreForecast,
  type InForce,
  type RoundPlace,
} from './runs/openRound.ts';

/** `reading`: a run of another engine, of which only what was kept can be shown. */
export type Phase = 'opening' | 'deciding' | 'playing' | 'understanding' | 'closing' | 'closed' | 'reading' | 'failed';

/** What the file said of a run and what is found here. */
export interface Mismatch {
  /** First quarter that plays out differently here; null when all agree. */
  quarter: number | null;
  /** Score that came with the run, when the one reckoned here is another; null when it is not. */
  claimed: number | null;
}

export class Session {
  readonly scenario: Scenario;
  readonly choice: RunChoice;
  readonly customers: Customers;
  /** The workers that play replays of the closed run, started when first asked for. */
  readonly pool: ReplayPool;
  readonly twin: TwinRun;
  readonly otherWays: OtherWaysRun;
  readonly keeping: Keeping;
  readonly #client: GameClient;
  readonly #saved: OpenRun;
  #inForce: InForce | null = null;
  /** Entries that the engine has been given. */
  #sent = 0;
  /** Cards that the log has opened for money. */
  #bought = $state.raw<readonly CardId[]>([]);
  #stopWatching: () => void = () => undefined;
  phase = $state<Phase>('opening');
  error = $state.raw<unknown>(null);
  opened = $state.raw<OpenedRun | null>(null);
  /** Reports by quarter, from 0. */
  history = $state.raw<readonly KnownReport[]>([]);
  draft = $state.raw<Draft | null>(null);
  forecast = $state.raw<Forecast | null>(null);
  /** Where on the screen of the round one is. */
  place = $state<RoundPlace>({ tab: 'decide', card: null });
  /** Quarters of the running round that have been played; while the run is opened, those played again. */
  playedInRound = $state(0);
  preview = $state.raw<PlanPreview | null>(null);
  /** Moves that the preview takes in; it lags behind those made until the engine has answered. */
  previewed = $state.raw<readonly Move[] | null>(null);
  /** Forecasts by the round they were made for, from 1. */
  predictions = $state.raw<ReadonlyMap<number, Prediction>>(new Map());
  /** Reasons in the learner's own words by the round they were given in, from 1. */
  reasons = $state.raw<ReadonlyMap<number, readonly string[]>>(new Map());
  finished = $state.raw<FinishedRun | null>(null);
  /** Score that was kept when the run was graded before. */
  #kept = $state.raw<Score | null>(null);
  readonly grading: Grading;
  mismatch = $state.raw<Mismatch>({ quarter: null, claimed: null });

  readonly known = $derived(this.history.at(-1) ?? null);
  /** The plan of the last round less what was refused; null before the first. */
  get planInForce(): QuarterPlan | null {
    return this.#inForce?.plan ?? null;
  }
  /** Paths under the plan on the screen; as last reported until the engine has answered. */
  readonly paths = $derived(this.preview?.paths ?? this.known?.matrix.paths ?? []);
  readonly quartersPerRound = $derived(this.opened?.quartersPerRound ?? 1);
  /** Round being decided, from 1. */
  readonly round = $derived(Math.floor((this.known?.quarter ?? 0) / this.quartersPerRound) + 1);
  readonly rounds = $derived(Math.ceil((this.opened?.quarters ?? 0) / this.quartersPerRound));
  readonly quarter = $derived(firstQuarter(this.round, this.quartersPerRound));
  readonly over = $derived(this.opened !== null && (this.known?.quarter ?? 0) >= this.opened.quarters);
  readonly cards: RoundCards;
  readonly undecided: readonly Card[];
  readonly hypothesis: Scenario['hypotheses'][number] | null;

  /** @param listen tells the news of other tabs */
  constructor(saved: OpenRun, client: GameClient, listen: (listener: (news: News) => void) => () => void) {
    const { folder, run } = saved.loaded;
    const { scenario } = folder;
    this.scenario = scenario;
    speakAs(scenario);
    const { customers, world, populationSeed, luckSeed, allOpen, glassAtEnd } = run;
    this.choice = { customers, world, populationSeed, luckSeed, ...(allOpen && { allOpen }), ...(glassAtEnd && { glassAtEnd }) };
    this.#client = client;
    this.#saved = saved;
    this.keeping = new Keeping(saved, listen);
    this.customers = new Customers(client);
    this.pool = new ReplayPool(() => this.closedRun, client.players);
    this.grading = new Grading(() => this.pool, folder, this.choice);
    this.twin = new TwinRun(client);
    this.otherWays = new OtherWaysRun(client);
    const cards = allCards(scenario.unlocks);
    const opened = $derived<'all' | ReadonlySet<CardId>>(
      this.choice.allOpen ? 'all' : new Set([...this.#bought, ...cardsOpenedBy(this.draft?.moves ?? [])]),
    );
    this.cards = $derived(roundCards(cards, this.round, this.scenario.quartersPerRound, opened));
    this.undecided = $derived(this.cards.asked.filter((card) => !this.draft?.isSettled(card.id)));
    this.hypothesis = $derived(scenario.hypotheses.findLast((asked) => asked.quarter <= this.quarter) ?? null);
  }

  /** True when there was an open plan that could not be read; until the next round. */
  get draftLost(): boolean {
    return this.#saved.loaded.draftLost && this.phase === 'deciding' && this.known?.quarter === this.#saved.loaded.played;
  }

  /** Id under which the run is kept now. */
  get id(): string {
    return this.keeping.id;
  }

  /** Quarters that the log has committed. */
  get committed(): number {
    return this.#saved.played;
  }

  /** The score over all draws that grade; null before they have all been played. */
  get graded(): Score | null {
    return (this.grading.whole ? this.grading.score : null) ?? this.#kept;
  }

  /** The same, or as far as it has been reckoned. */
  get score(): Score | null {
    return this.graded ?? this.grading.score;
  }

  /** Seeds graded so far while grading runs. */
  get scoring(): { done: number; of: number } | null {
    return this.grading.progress;
  }

  /** The scenario as it was when the run began. */
  get folder(): ScenarioFolder {
    return this.#saved.loaded.folder;
  }

  /** What the address calls the scenario: its id, the hash of its content where the firm is one's own. */
  get scenarioRef(): string {
    return this.#saved.loaded.firm?.content ?? this.scenario.id;
  }

  /** The run as the pool of replays takes it. @throws Error('runOpen') before the veil is lifted */
  get closedRun(): ClosedRun {
    if (this.finished === null) throw new Error('runOpen');
    const { scenario, playbooks } = this.folder;
    return { scenario, playbooks, setting: this.choice, entries: this.keeping.log.entries };
  }

  /** Builds the world, plays the log again and puts the learner back where the run was left. */
  async open(): Promise<void> {
    const { loaded } = this.#saved;
    if (loaded.otherEpoch) return this.#openAsKept();
    await this.#guarded(async () => {
      const { entries } = this.keeping.log;
      const start = { folder: loaded.folder, setting: this.choice, entries };
      const opened = await this.#client.open(start, (played) => {
        if (this.phase === 'opening') this.playedInRound = played;
      });
      this.#sent = entries.length;
      this.#inForce = opened;
      this.opened = opened;
      this.playedInRound = 0;
      this.history = [opened.known, ...opened.played.map(({ known }) => known)];
      this.#recall(entries);
      this.mismatch = { ...this.mismatch, quarter: firstDifference(loaded.run.digests, opened.played) };
      await this.#comeBack();
      void this.#keepReports([{ digest: null, known: opened.known }, ...opened.played]);
    });
  }

  /** Asks the engine what the plan means; an answer that comes after the plan has changed again is dropped. */
  async askPreview(): Promise<void> {
    const { plan, moves, standing } = this.draft ?? {};
    if (!plan || !moves || !standing) return;
    await this.#guarded(async () => {
      const preview = await this.#client.preview(plan, moves, standing);
      if (this.draft?.plan !== plan || this.draft.moves !== moves || this.draft.standing !== standing) return;
      this.preview = preview;
      this.previewed = moves;
    });
  }

  /** Answers a case, steers the programme or opens a card: saved at once, not to be undone. */
  async answer(move: Move): Promise<void> {
    const saved = await this.keeping.append([{ kind: 'move', data: move }], () => this.answer(move));
    if (saved) this.draft?.answer(move);
  }

  /** Playbooks that anchor the score of the run; null where the scenario names none. */
  get anchors(): AnchorNames | null {
    const { scenario, expected } = this.#saved.loaded.folder;
    return expected === null ? null : anchorsInWorld(expected, scenario, this.choice.world);
  }

  /** Saves the round, then plays it. While it is not saved, nothing is played and nothing decided is lost. */
  async commit(): Promise<void> {
    const { draft, forecast } = this;
    if (!draft || this.phase !== 'deciding') return;
    const decisions: EntryData[] = [...decisionsOf(draft, forecast), { kind: 'commit', data: { quarters: this.quartersPerRound } }];
    const saved = await this.keeping.append(decisions, () => this.commit());
    if (saved === null) return;
    this.keeping.dropDraft();
    this.phase = 'playing';
    await this.#guarded(async () => {
      const { plan, played } = await this.#client.commit(saved.entries.slice(this.#sent), (quarters) => {
        if (this.phase === 'playing') this.playedInRound = quarters;
      });
      this.#sent = saved.entries.length;
      this.#inForce = { plan, standing: draft.standing };
      this.#recall(saved.entries);
      this.history = [...this.history, ...played.map(({ known }) => known)];
      this.preview = null;
      this.playedInRound = 0;
      this.phase = 'understanding';
      void this.#keepReports(played);
    });
  }

  next(): void {
    if (this.phase !== 'understanding' || !this.#inForce) return;
    if (this.over) void this.close();
    else this.#startRound(this.#inForce, null);
  }

  /** Lifts the veil, then scores over all grading seeds. */
  async close(): Promise<void> {
    this.phase = 'closing';
    await this.#guarded(async () => {
      this.finished = await this.#client.finish();
      this.#kept = this.#saved.loaded.closing?.score ?? null;
      this.phase = 'closed';
    });
    if (this.finished && this.#kept === null) {
      await this.keeping.keepClosing({ truth: this.finished.truth, score: null });
      await this.judge();
    }
  }

  /** Grades on all luck seeds; what went wrong is kept in `grading`. */
  async judge(): Promise<void> {
    if (this.phase !== 'closed' || this.scoring || this.opened === null) return;
    await this.grading.start();
    const { whole, score } = this.grading;
    if (!whole || score === null || !this.finished) return;
    const claimed = this.#saved.loaded.run.claimed?.total ?? score.total;
    if (Math.abs(claimed - score.total) > scoreTolerance) this.mismatch = { ...this.mismatch, claimed };
    await this.keeping.keepClosing({ truth: this.finished.truth, score });
  }

  stopJudging = (): void => this.grading.stop();

  /** Writes what waits to be written. */
  flush = (): Promise<void> => this.keeping.flush();

  /** Ends the engine and lets other tabs write the run. */
  async end(): Promise<void> {
    this.#stopWatching();
    this.stopJudging();
    this.pool.close();
    this.#client.close();
    await this.keeping.release();
  }

  /** A run of another engine: what was kept of it, and of a closed one the debrief. */
  #openAsKept(): void {
    const { reports, closing } = this.#saved.loaded;
    this.history = reports.map(({ known }) => known);
    this.#recall(this.keeping.log.entries);
    this.phase = 'reading';
    if (closing === null || closing.truth.length === 0) return;
    this.finished = {
      known: this.history,
      truth: closing.truth,
      skipped: [],
      cards: null,
      customers: null,
      cases: null,
      conflicts: null,
      lessons: null,
    };
    this.#kept = closing.score;
    this.phase = 'closed';
  }

  /** What the learner expected and why, as the log has it. */
  #recall(entries: readonly DecisionEntry[]): void {
    const { quartersPerRound } = this.scenario;
    this.predictions = predictionsIn(entries, quartersPerRound);
    this.reasons = reasonsIn(entries, quartersPerRound);
    this.#bought = cardsOpenedBy(entries.flatMap((entry) => (entry.kind === 'move' ? [entry.data] : [])));
  }

  /** To the debrief, to the findings of the last round, or into the round that is open. */
  async #comeBack(): Promise<void> {
    const { draft, closing, played } = this.#saved.loaded;
    if (this.over && closing) return this.close();
    if (this.over || (draft === null && !this.#saved.loaded.draftLost && played > 0)) this.phase = 'understanding';
    else if (this.#inForce) this.#startRound(this.#inForce, draft);
  }

  #startRound(inForce: InForce, kept: SavedDraft | null): void {
    const quarter = (this.known?.quarter ?? 0) + 1;
    const logged = openEntries(this.keeping.log.entries, quarter);
    // An analysis is bought, a campaign run in the round that names it; what was before is no order for more.
    const plan = { ...inForce.plan, 'ana.buy': [], 'cam.offer': 'none' as const, ...logged.plan };
    this.draft = restoredDraft({ plan, standing: { ...inForce.standing, ...logged.standing } }, kept, logged.moves);
    const kpi = this.hypothesis?.kpi ?? '';
    const asked = isKpi(kpi) ? kpi : null;
    this.forecast = asked ? new Forecast(asked, this.known?.kpi[asked]) : null;
    if (this.forecast && kept) restoreForecast(this.forecast, kept);
    this.place = restoredPlace(kept);
    this.phase = 'deciding';
    this.#stopWatching();
    // Not bound to a screen: the draft is kept wherever the learner goes in the meantime.
    this.#stopWatching = $effect.root(() => {
      $effect(() => {
        if (this.phase !== 'deciding' || !this.draft) return;
        const record = draftRecord(quarter, this.draft, this.forecast, this.place);
        untrack(() => this.keeping.keepDraft(record));
      });
    });
  }

  /** Keeps the reports that are not kept yet. */
  #keepReports(quarters: readonly PlayedQuarter[]): Promise<void> {
    const kept = new Set(this.#saved.loaded.reports.map(({ quarter }) => quarter));
    const reports = quarters.map(({ digest, known }) => ({ quarter: known.quarter, digest, known }));
    return this.keeping.keepReports(reports.filter(({ quarter }) => !kept.has(quarter)));
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.error = error;
      this.phase = 'failed';
    }
  }
}

/** Points that two reckonings of one score may differ by. */
const scoreTolerance = 0.005;

/** First quarter, from 1, whose digest is not the one that came with the run. */
function firstDifference(claimed: readonly string[], played: readonly PlayedQuarter[]): number | null {
  const index = played.findIndex(({ digest }, i) => claimed[i] !== undefined && claimed[i] !== digest);
  return index < 0 ? null : index + 1;
}
