/** The plan of the open round while it is being made: changes, what is settled, and the way back. */

import type { CardId, ControlId, QuarterPlan } from '../../company/controls.ts';
import { defaultStandingOrders, type Move, type StandingOrders } from '../../company/orders.ts';

/** A card of the catalogue, or the standing orders, which are decided as one. */
export type DraftCard = CardId | 'orders';

/** What a round changes of what holds. */
export interface DraftChanges {
  plan: Partial<QuarterPlan>;
  standing: Partial<StandingOrders>;
}

interface Step {
  card: DraftCard;
  changes: DraftChanges;
  settled: ReadonlySet<DraftCard>;
}

export class Draft {
  #changes = $state.raw<DraftChanges>({ plan: {}, standing: {} });
  #settled = $state.raw<ReadonlySet<DraftCard>>(new Set());
  #steps = $state.raw<readonly Step[]>([]);
  /** Answers to cases and moves of the programme; they are final and have no undo. */
  moves = $state.raw<readonly Move[]>([]);
  readonly plan: QuarterPlan;
  readonly standing: StandingOrders;
  /** The card that the next undo takes back. */
  readonly lastCard: DraftCard | null = $derived(this.#steps.at(-1)?.card ?? null);

  /**
   * @param base the plan carried over from the round before
   * @param standing the standing orders carried over
   * @param changes what has been changed already
   * @param settled cards that have been settled already
   */
  constructor(
    base: QuarterPlan,
    standing: StandingOrders = defaultStandingOrders,
    changes: Partial<DraftChanges> = {},
    settled: readonly DraftCard[] = [],
  ) {
    this.#changes = { plan: {}, standing: {}, ...changes };
    this.#settled = new Set(settled);
    this.plan = $derived({ ...base, ...this.#changes.plan });
    this.standing = $derived({ ...standing, ...this.#changes.standing });
  }

  /** Only what differs from what was carried over. */
  get changes(): DraftChanges {
    return this.#changes;
  }

  get patch(): Partial<QuarterPlan> {
    return this.#changes.plan;
  }

  get settled(): readonly DraftCard[] {
    return [...this.#settled];
  }

  isSettled = (card: DraftCard): boolean => this.#settled.has(card);

  set<Id extends ControlId>(card: CardId, id: Id, value: QuarterPlan[Id]): void {
    this.apply(card, { [id]: value } as Partial<QuarterPlan>);
  }

  /** Takes several values of one card at once; moving one slider further is one step to undo. */
  apply(card: CardId, plan: Partial<QuarterPlan>): void {
    this.#change(card, { plan });
  }

  order(standing: Partial<StandingOrders>): void {
    this.#change('orders', { standing });
  }

  /** Decides a card by leaving it as it is. */
  keep(card: CardId): void {
    if (!this.isSettled(card)) this.#change(card, {});
  }

  undo(): void {
    const step = this.#steps.at(-1);
    if (!step) return;
    this.#changes = step.changes;
    this.#settled = step.settled;
    this.#steps = this.#steps.slice(0, -1);
  }

  answer(move: Move): void {
    this.moves = [...this.moves, move];
  }

  #change(card: DraftCard, { plan, standing }: Partial<DraftChanges>): void {
    const { plan: planned, standing: ordered } = this.#changes;
    if (this.lastCard !== card) this.#steps = [...this.#steps, { card, changes: this.#changes, settled: this.#settled }];
    this.#changes = { plan: { ...planned, ...plan }, standing: { ...ordered, ...standing } };
    this.#settled = new Set([...this.#settled, card]);
  }
}
