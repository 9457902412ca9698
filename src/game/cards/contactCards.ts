/** Ways of addressing customers against what came of them: mass, mass-customised and one-to-one contact, by group and over the run. */

import type { ContactsMade } from './met.ts';
import { type CardsRun, mean } from './run.ts';

/** Mass: one offer for all; customised: from tiers to modules (25-75); one-to-one: 100. */
export const approachIds = ['mass', 'customised', 'oneToOne'] as const;
export type ApproachId = (typeof approachIds)[number];

export const approachOf = (mode: number): ApproachId => (mode === 0 ? 'mass' : mode < 100 ? 'customised' : 'oneToOne');

export interface ContactsAgainstTruth {
  /** Real contacts made, and the purchases that they are expected to have brought. */
  made: number;
  responses: number;
  /** Grain that was met, 0-100, the mean of the quarters. */
  delivered: number;
  /** Currency a contact and a response; null where there was none. */
  perContact: number | null;
  perResponse: number | null;
  /** Customers treated by a wrong record in a quarter, in all and per 1,000 contacts (null without contacts). */
  wrong: number;
  wrongPerThousand: number | null;
}

interface ByGroup extends ContactsAgainstTruth {
  segment: string;
  mode: number;
}
interface ByApproach extends ContactsAgainstTruth {
  approach: ApproachId;
}

function summed(parts: readonly ContactsMade[]): ContactsAgainstTruth {
  const sum = (of: (part: ContactsMade) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const [made, responses, cost, wrong] = [sum((p) => p.made), sum((p) => p.responses), sum((p) => p.cost), sum((p) => p.wrong)];
  return {
    made,
    responses,
    delivered: mean(parts.map((p) => p.delivered)),
    perContact: made > 0 ? cost / made : null,
    perResponse: responses > 0 ? cost / responses : null,
    wrong,
    wrongPerThousand: made > 0 ? (1000 * wrong) / made : null,
  };
}

/**
 * Contacts of the run, by group and grain that was in force there, in the order of the market and from coarse to fine; and by approach.
 * `cheapest` and `answered` name the approach with the least cost a contact and a response, null where fewer than two were tried. `both` counts
 * the groups addressed coarsely and finely, `finer` those of them in which the finest way cost less a response than the coarsest.
 */
export function contactsAgainstTruth(run: CardsRun): {
  groups: readonly ByGroup[];
  approaches: readonly ByApproach[];
  cheapest: ApproachId | null;
  answered: ApproachId | null;
  both: number;
  finer: number;
} {
  const all = run.scenario.market.segments.flatMap(({ id }) => run.quarters.map(({ met }) => ({ segment: id, ...met.contacts[id]! })));
  const groups = run.scenario.market.segments.flatMap(({ id }): ByGroup[] => {
    const own = all.filter(({ segment }) => segment === id);
    const modes = [...new Set(own.map(({ mode }) => mode))].sort((a, b) => a - b);
    return modes.map((mode) => ({ segment: id, mode, ...summed(own.filter((each) => each.mode === mode)) }));
  });
  const approaches = approachIds
    .map((approach): ByApproach => ({ approach, ...summed(all.filter(({ mode }) => approachOf(mode) === approach)) }))
    .filter(({ made, wrong }) => made > 0 || wrong > 0);
  const pairs = run.scenario.market.segments.flatMap(({ id }) => {
    const answered = groups.filter(({ segment, perResponse }) => segment === id && perResponse !== null);
    return answered.length < 2 ? [] : [[answered[0]!.perResponse!, answered.at(-1)!.perResponse!] as const];
  });
  const finer = pairs.filter(([coarse, fine]) => fine < coarse).length;
  return {
    groups,
    approaches,
    cheapest: least(approaches, 'perContact'),
    answered: least(approaches, 'perResponse'),
    both: pairs.length,
    finer,
  };
}

/** The approach with the least cost; null where fewer than two can be compared. */
function least(approaches: readonly ByApproach[], figure: 'perContact' | 'perResponse'): ApproachId | null {
  const known = approaches.filter((each) => each[figure] !== null);
  return known.length < 2 ? null : known.reduce((best, each) => (each[figure]! < best[figure]! ? each : best)).approach;
}
