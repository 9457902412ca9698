/** The worker of the page: one engine, spoken to through Comlink. */

import { expose, transfer } from 'comlink';
import type { KnownPeople } from '../game/known/people.ts';
import { Engine } from './engine.ts';

const breath = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Hands the columns of customers over instead of copying them. */
class WorkerEngine extends Engine {
  override people(): KnownPeople {
    const people = super.people();
    const { person, value, loyalty, cooling, listed } = people;
    return transfer(people, [person.buffer, value.buffer, loyalty.buffer, cooling.buffer, listed.buffer]);
  }
}

expose(new WorkerEngine(breath));
