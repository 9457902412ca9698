/**
 * The second yardstick: the same small market in the manner of an agent library: a turtle a customer, one `ask` after another, totals
 * by `with`. The library is a development package: only the bench knows it, and nothing that is handed out holds it.
 */

// The door of the package needs a page; its parts need none.
import Link from 'agentscript/src/Link.js';
import Links from 'agentscript/src/Links.js';
import Patch from 'agentscript/src/Patch.js';
import Patches from 'agentscript/src/Patches.js';
import Turtle from 'agentscript/src/Turtle.js';
import Turtles from 'agentscript/src/Turtles.js';
import World from 'agentscript/src/World.js';
import { buy, choice, emptyTallies, leaves, newCompanies, newCustomer, type Customer, type Happened } from './smallModel.ts';

/** A customer with what happened this quarter; `left` is the company that was left, or -1. */
type Agent = Customer & Happened & { left: number };

/** What the package's own class Model sets up. */
class AgentMarket {
  readonly world = new World({ minX: 0, maxX: 0, minY: 0, maxY: 0, minZ: 0, maxZ: 0 });
  readonly patches = new Patches(this, Patch, 'patches');
  readonly turtles = new Turtles<Agent>(this, Turtle, 'turtles');
  readonly links = new Links(this, Link, 'links');
  readonly companies = newCompanies();
  tallies = emptyTallies();

  setup(people: number): void {
    const untouched = { purchases: 0, failures: 0, complaints: 0, left: -1 };
    this.turtles.create(people, (turtle) => Object.assign(turtle, newCustomer(), untouched));
  }

  step(): void {
    this.turtles.ask((turtle) => {
      buy(turtle, this.companies[turtle.company]!, turtle);
      turtle.left = leaves(turtle) ? turtle.company : -1;
    });
    this.tally();
    this.turtles.ask((turtle) => {
      if (turtle.left < 0) return;
      turtle.company = choice(this.companies, turtle.left);
      turtle.tenure = 0;
    });
  }

  tally(): void {
    this.tallies = emptyTallies();
    this.companies.forEach(({ price }, k) => {
      const own = this.turtles.with(({ company }) => company === k);
      own.ask(({ segment, purchases, spend, failures, complaints, left }) => {
        const tally = this.tallies[k]![segment]!;
        tally.customers += 1;
        tally.purchases += purchases;
        tally.revenue += purchases * spend * price;
        tally.failures += failures;
        tally.complaints += complaints;
        if (left >= 0) tally.lost += 1;
      });
    });
  }
}

/** A small market of so many turtles; the answer plays a quarter of it. */
export function makeAgentMarket(people: number): () => void {
  const model = new AgentMarket();
  model.setup(people);
  return () => model.step();
}
