/** One run on the screen: opens it, sends a round to the engine, keeps what the firm came to know, lifts the veil at the end. */

import type { QuarterPlan } from '../company/controls.ts';
import type { KnownReport, Score } from '../game/reports.ts';
import type { EntryData, Prediction } from '../game/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Draft } from './cockpit/draft.svelte.ts';
import { Forecast } from './cockpit/forecast.svelte.ts';
import { allCards, firstQuarter, roundCards, type Card, type RoundCards } from './cockpit/rounds.ts';
import type { FinishedRun, GameClient, OpenedRun, PlanPreview, RunChoice } from './gameClient.ts';
import { isKpi } from './kpis.ts';
import { Customers } from './map/customers.svelte.ts';

export type Phase = 'opening' | 'deciding' | 'playing' | 'understanding' | 'closing' | 'closed' | 'failed';

export class Session {
  readonly scenario: Scenario;
  readonly choice: RunChoice;
  readonly customers: Customers;
  readonly #client: GameClient;
  #planInForce: QuarterPlan | null = null;
  phase = $state<Phase>('opening');
  error = $state.raw<unknown>(null);
  opened = $state.raw<OpenedRun | null>(null);
  /** Reports by quarter, from 0. */
  history = $state.raw<readonly KnownReport[]>([]);
  draft = $state.raw<Draft | null>(null);
  forecast = $state.raw<Forecast | null>(null);
  /** Quarters of the running round that have been played. */
  playedInRound = $state(0);
  preview = $state.raw<PlanPreview | null>(null);
  /** Forecasts by the round they were made for, from 1. */
  predictions = $state.raw<ReadonlyMap<number, Prediction>>(new Map());
  finished = $state.raw<FinishedRun | null>(null);
  score = $state.raw<Score | null>(null);
  /** Seeds graded so far while grading runs. */
  scoring = $state.raw<{ done: number; of: number } | null>(null);

  readonly known = $derived(this.history.at(-1) ?? null);
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

  constructor(scenario: Scenario, choice: RunChoice, client: GameClient) {
    this.scenario = scenario;
    this.choice = choice;
    this.#client = client;
    this.customers = new Customers(client);
    const cards = allCards(scenario.unlocks);
    this.cards = $derived(roundCards(cards, this.round, this.scenario.quartersPerRound));
    this.undecided = $derived(this.cards.asked.filter((card) => !this.draft?.isSettled(card.id)));
    this.hypothesis = $derived(scenario.hypotheses.findLast((asked) => asked.quarter <= this.quarter) ?? null);
  }

  async open(): Promise<void> {
    await this.#guarded(async () => {
      this.opened = await this.#client.open(this.choice);
      this.history = [this.opened.known];
      this.#startRound(this.opened.plan);
    });
  }

  /** Asks the engine what the plan means; an answer that comes after the plan has changed again is dropped. */
  async askPreview(): Promise<void> {
    const plan = this.draft?.plan;
    if (!plan) return;
    await this.#guarded(async () => {
      const preview = await this.#client.preview(plan);
      if (this.draft?.plan === plan) this.preview = preview;
    });
  }

  /** Plays the round. The draft stays as it is when the engine fails, so that nothing decided is lost. */
  async commit(): Promise<void> {
    const { draft, forecast, round } = this;
    if (!draft || this.phase !== 'deciding') return;
    this.phase = 'playing';
    await this.#guarded(async () => {
      const prediction = forecast?.prediction ?? null;
      const quarters = this.quartersPerRound;
      const entries: EntryData[] = [{ kind: 'plan', data: { plan: draft.patch } }];
      for (const move of draft.moves) entries.push({ kind: 'move', data: move });
      if (prediction) entries.push({ kind: 'predict', data: prediction });
      entries.push({ kind: 'commit', data: { quarters } });
      const { plan, reports } = await this.#client.commit(entries, (played) => {
        if (this.phase === 'playing') this.playedInRound = played;
      });
      this.#planInForce = plan;
      if (prediction) this.predictions = new Map([...this.predictions, [round, prediction]]);
      this.history = [...this.history, ...reports];
      this.preview = null;
      this.playedInRound = 0;
      this.phase = 'understanding';
    });
  }

  next(): void {
    if (this.phase !== 'understanding' || !this.draft) return;
    if (this.over) void this.close();
    else {
      this.#startRound(this.#planInForce ?? this.draft.plan);
      this.phase = 'deciding';
    }
  }

  /** Lifts the veil, then scores over all grading seeds. */
  async close(): Promise<void> {
    this.phase = 'closing';
    await this.#guarded(async () => {
      this.finished = await this.#client.finish();
      this.phase = 'closed';
    });
    await this.judge();
  }

  async judge(): Promise<void> {
    if (this.phase !== 'closed' || this.scoring) return;
    this.scoring = { done: 0, of: 0 };
    let grading = true;
    await this.#guarded(async () => {
      const score = await this.#client.score((done, of, soFar) => {
        // News of a seed may come after the result.
        if (!grading) return;
        this.scoring = { done, of };
        this.score = soFar;
      });
      this.score = score ?? this.score;
    });
    grading = false;
    this.scoring = null;
  }

  stopJudging = (): void => this.#client.cancelScore();
  end = (): void => this.#client.close();

  #startRound(plan: QuarterPlan): void {
    // An analysis is bought in the round that names it; what was bought before is no order for more.
    this.draft = new Draft({ ...plan, 'ana.buy': [] });
    const kpi = this.hypothesis?.kpi ?? '';
    const asked = isKpi(kpi) ? kpi : null;
    this.forecast = asked ? new Forecast(asked, this.known?.kpi[asked]) : null;
    this.phase = 'deciding';
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
