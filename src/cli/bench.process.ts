/** A process that is one contestant of the bench: no other shares its compiler, its heap or its garbage. */

import { makeContestant, type ContestantName } from './bench/contestants.ts';
import { goodScenario } from './scenarioFiles.ts';

const [name, scenario, customers] = process.argv.slice(2);
const contestant = makeContestant(name as ContestantName, goodScenario(scenario!).scenario, Number(customers));
// Ends when the bench lets go of it.
process.on('message', () => process.send!({ speed: contestant.measure() }));
process.send!({ memory: contestant.memory });
