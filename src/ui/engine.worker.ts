/** The worker of the page: one engine, spoken to through Comlink. */

import { expose } from 'comlink';
import { load } from 'virtual:scenarios';
import { Engine } from './engine.ts';

const breath = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

expose(new Engine(load, breath));
