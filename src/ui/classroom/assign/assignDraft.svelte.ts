/** An assignment while it is being made: every field has a value that will do, so that a title is all it takes. */

import { assignmentFormat, type Assignment } from '../../../classroom/assignment.ts';
import { parseAssignment, writeAssignment } from '../../../classroom/assignmentFile.ts';
import { deckFault, type DeckChange, type DeckKind } from '../../../classroom/eventDeck.ts';
import type { PolicyId, PolicyStand } from '../../../classroom/policyDials.ts';
import { ENGINE_EPOCH } from '../../../game/epoch.ts';
import type { CriterionId } from '../../../scenario/criteria.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { scenarioHash } from '../../../scenario/scenarioHash.ts';

export const modeIds = ['taste', 'hour', 'full', 'own'] as const;
export type ModeId = (typeof modeIds)[number];
/** Why it cannot be made yet. */
export type DraftFault = { id: 'title' | 'length' | 'deck' } | { id: 'file'; code: string };

/** Seeds stay under this: at most nine digits. */
const seedsUnder = 2 ** 29;
const heldDraws = 30;

export class AssignDraft {
  readonly #random: Pick<Crypto, 'getRandomValues'>;
  scenario = $state.raw<Scenario | null>(null);
  title = $state('');
  mode = $state<ModeId>('hour');
  rounds = $state(6);
  quartersPerRound = $state<1 | 2 | 4>(2);
  world = $state(0);
  customers = $state(5000);
  held = $state(false);
  practice = $state(true);
  glassAtEnd = $state(false);
  allOpen = $state(false);
  budget = $state(0);
  deadline = $state('');
  note = $state('');
  /** By event id; an event that is left out stays as planned. */
  deck = $state.raw<Readonly<Record<string, { quarter: number } | 'drop'>>>({});
  added = $state.raw<readonly { kind: DeckKind; quarter: number }[]>([]);
  policy = $state.raw<Readonly<Partial<Record<PolicyId, PolicyStand>>>>({});
  weights = $state.raw<Readonly<Partial<Record<CriterionId, number>>>>({});
  #seeds = $state.raw({ people: 0, luck: 0, grading: 0 });

  constructor(random: Pick<Crypto, 'getRandomValues'>) {
    this.#random = random;
    this.drawAgain();
  }

  /** Other people, other luck, other draws to grade on. */
  drawAgain(): void {
    const [people, luck, grading] = this.#random.getRandomValues(new Uint32Array(3));
    this.#seeds = { people: people! % seedsUnder, luck: luck! % seedsUnder, grading: 10_000 + (grading! % (seedsUnder - 20_000)) };
  }

  get seeds(): { people: number; luck: number } {
    return this.#seeds;
  }

  /** Takes a firm; what belongs to another one is forgotten. */
  take(scenario: Scenario, title: string): void {
    if (this.title === '' || this.scenario !== null) this.title = title;
    this.scenario = scenario;
    this.customers = Math.min(scenario.market.people, 20_000);
    this.world = 0;
    this.deck = {};
    this.added = [];
    this.setMode(this.mode);
  }

  setMode(mode: ModeId): void {
    this.mode = mode;
    const most = this.scenario?.quarters ?? 12;
    if (mode === 'taste') [this.rounds, this.quartersPerRound] = [3, 2];
    if (mode === 'hour') [this.rounds, this.quartersPerRound] = [Math.min(6, Math.floor(most / 2)), 2];
    if (mode === 'full') [this.rounds, this.quartersPerRound] = [most, 1];
  }

  get quarters(): number {
    return this.rounds * this.quartersPerRound;
  }

  get changes(): readonly DeckChange[] {
    const changed = Object.entries(this.deck).map(([id, change]): DeckChange =>
      change === 'drop' ? { do: 'drop', id } : { do: 'move', id, quarter: change.quarter },
    );
    return [...changed, ...this.added.map(({ kind, quarter }): DeckChange => ({ do: 'add', kind, quarter }))];
  }

  get faults(): readonly DraftFault[] {
    const { scenario, quarters } = this;
    if (scenario === null) return [];
    const found: DraftFault[] = [];
    if (this.title.trim() === '') found.push({ id: 'title' });
    if (!Number.isInteger(this.rounds) || quarters < 4 || quarters > scenario.quarters) found.push({ id: 'length' });
    else if (deckFault({ events: scenario.events, quarters }, this.changes) !== null) found.push({ id: 'deck' });
    if (found.length > 0) return found;
    // The reader of files has the last word: what it would refuse is not given out.
    const read = parseAssignment(new TextEncoder().encode(writeAssignment(this.#built(scenario))));
    return read.ok ? [] : read.errors.map(({ code, at }) => ({ id: 'file', code: `${at} ${code}` }));
  }

  /** The assignment; null while something is missing. */
  get made(): Assignment | null {
    return this.scenario === null || this.faults.length > 0 ? null : this.#built(this.scenario);
  }

  #built(scenario: Scenario): Assignment {
    const { people, luck, grading } = this.#seeds;
    const turned = Object.entries(this.policy).filter(([, stand]) => stand !== 0);
    return {
      format: assignmentFormat,
      title: this.title.trim(),
      epoch: ENGINE_EPOCH,
      scenario: { id: scenario.id, hash: scenarioHash(scenario) },
      rounds: this.rounds,
      quartersPerRound: this.quartersPerRound,
      customers: this.customers,
      world: this.world,
      populationSeed: people,
      luckKey: luck,
      practice: this.practice,
      ...(this.held && { heldBack: true as const, grading: { first: grading, count: heldDraws } }),
      ...(Object.keys(this.weights).length > 0 && { weights: this.weights }),
      ...(this.allOpen && { allOpen: true as const }),
      ...(this.glassAtEnd && { glassAtEnd: true as const }),
      ...(this.budget !== 0 && { budget: this.budget }),
      ...(this.changes.length > 0 && { deck: this.changes }),
      ...(turned.length > 0 && { policy: Object.fromEntries(turned) }),
      ...(this.deadline.trim() !== '' && { deadline: this.deadline.trim() }),
      ...(this.note.trim() !== '' && { note: this.note.trim() }),
    };
  }
}
