/** The known customers of a run on the screen: the picture of now, the one before it, and the person who is looked at. */

import type { KnownPeople, PersonFile } from '../../game/known/people.ts';
import type { GameClient } from '../gameClient.ts';
import { firstDot } from './mapFinding.ts';
import { valueAxis, type ValueAxis } from './valueAxis.ts';

export class Customers {
  readonly #client: Pick<GameClient, 'people' | 'person'>;
  #asked: number | null = null;
  /** Thousands of customers: held as they are, never made reactive one by one. */
  now = $state.raw<KnownPeople | null>(null);
  before = $state.raw<KnownPeople | null>(null);
  axis = $state.raw<ValueAxis | null>(null);
  /** Number of unknown people that fills the width of the cloud: the most there have been. */
  cloudScale = $state.raw(0);
  /** Index of the customer looked at. */
  selected = $state.raw<number | null>(null);
  /** His file, once it has come. */
  file = $state.raw<PersonFile | null>(null);
  failed = $state.raw(false);
  /** False until the way from `before` to `now` has been shown. */
  arrived = $state.raw(true);

  /** Place of the selected customer among the dots; -1 = not among them. */
  readonly dot = $derived(this.selected === null || !this.now ? -1 : this.now.person.indexOf(this.selected));

  constructor(client: Pick<GameClient, 'people' | 'person'>) {
    this.#client = client;
  }

  /** Fetches the picture at the end of `quarter` unless it is there; `wanted` = persons to look at first, if they are shown. */
  async load(quarter: number, wanted: readonly number[]): Promise<void> {
    if (this.#asked === quarter) return;
    this.#asked = quarter;
    try {
      const people = await this.#client.people();
      if (this.#asked !== quarter) return;
      this.axis = valueAxis(people.value, this.axis);
      this.cloudScale = Math.max(this.cloudScale, people.unknown?.high ?? 0);
      this.before = this.now;
      this.arrived = this.before === null;
      this.now = people;
      this.failed = false;
      const stays = this.selected !== null && people.person.includes(this.selected);
      const dot = firstDot(people, stays && wanted.length === 0 ? [this.selected!] : wanted);
      await this.select(dot < 0 ? null : people.person[dot]);
    } catch {
      // Said on the screen; the next round asks again.
      this.#asked = null;
      this.failed = true;
    }
  }

  /** Looks at a customer; an answer that comes after the eye has moved on is dropped. */
  async select(person: number | null): Promise<void> {
    this.selected = person;
    if (person === null) {
      this.file = null;
      return;
    }
    try {
      const file = await this.#client.person(person);
      if (this.selected === person) this.file = file;
    } catch {
      this.failed = true;
    }
  }
}
