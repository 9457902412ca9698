/** The plan of the open round while it is being made: changes, what is settled, and the way back. */

import type { CardId, ControlId, QuarterPlan } from '../../company/controls.ts';
import type { Move } from '../../company/orders.ts';

interface Step {
  card: CardId;
  patch: Partial<QuarterPlan>;
  settled: ReadonlySet<CardId>;
}

export class Draft {
  #patch = $state.raw<Partial<QuarterPlan>>({});
  #settled = $state.raw<ReadonlySet<CardId>>(new Set());
  #steps = $state.raw<readonly Step[]>([]);
  /** Answers to cases; they act at once and have no undo. */
  moves = $state.raw<readonly Move[]>([]);
  readonly plan: QuarterPlan;
  /** The card that the next undo takes back. */
  readonly lastCard: CardId | null = $derived(this.#steps.at(-1)?.card ?? null);

  /**
   * @param base the plan carried over from the round before
   * @param patch what has been changed already
   * @param settled cards that have been settled already
   */
  constructor(base: QuarterPlan, patch: Partial<QuarterPlan> = {}, settled: readonly CardId[] = []) {
    this.#patch = patch;
    this.#settled = new Set(settled);
    this.plan = $derived({ ...base, ...this.#patch });
  }

  /** Only what differs from the plan carried over. */
  get patch(): Partial<QuarterPlan> {
    return this.#patch;
  }

  get settled(): readonly CardId[] {
    return [...this.#settled];
  }

  isSettled = (card: CardId): boolean => this.#settled.has(card);

  set<Id extends ControlId>(card: CardId, id: Id, value: QuarterPlan[Id]): void {
    this.apply(card, { [id]: value } as Partial<QuarterPlan>);
  }

  /** Takes several values of one card at once; moving one slider further is one step to undo. */
  apply(card: CardId, plan: Partial<QuarterPlan>): void {
    this.#step(card);
    this.#patch = { ...this.#patch, ...plan };
    this.#settled = new Set([...this.#settled, card]);
  }

  /** Decides a card by leaving it as it is. */
  keep(card: CardId): void {
    if (this.isSettled(card)) return;
    this.#step(card);
    this.#settled = new Set([...this.#settled, card]);
  }

  undo(): void {
    const step = this.#steps.at(-1);
    if (!step) return;
    this.#patch = step.patch;
    this.#settled = step.settled;
    this.#steps = this.#steps.slice(0, -1);
  }

  answer(move: Move): void {
    this.moves = [...this.moves, move];
  }

  #step(card: CardId): void {
    if (this.lastCard === card) return;
    this.#steps = [...this.#steps, { card, patch: this.#patch, settled: this.#settled }];
  }
}
