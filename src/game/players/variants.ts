/** The players that must not gain: by name, made of a scenario's playbooks or of the careful player, for any scenario. */

import { paths } from '../../company/paths.ts';
import { stockIds } from '../../company/firm.ts';
import { startPlan } from '../../company/plan.ts';
import { twinStart } from '../../company/twinPlan.ts';
import type { Playbook } from '../../scenario/playbook.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { carefulPlayer } from '../carefulPlayer.ts';
import { anchorsInWorld } from '../grade.ts';
import type { Player } from '../player.ts';
import { patchedPlaybook, patchedPlayer, type MovePatch, type Patch } from './patched.ts';
import {
  allTail,
  boughtLists,
  competeMoves,
  harvesting,
  noReviewMoves,
  noReviews,
  onlyBoughtLists,
  refunding,
  refundMoves,
  ritual,
  rushed,
  thirtyAsked,
  unhurried,
} from './patches.ts';

interface Laid {
  /** The anchor that the patch is laid over. */
  over: 'stay' | 'best';
  patch: Patch;
  moves?: MovePatch;
  standing?: NonNullable<Playbook['standing']>;
}

/** Made of the playbooks that anchor the score. */
const overPlaybooks = {
  ritualist: { over: 'stay', patch: ritual, standing: { onReview: 'honest' } },
  goodPathNoReviews: { over: 'best', patch: noReviews, moves: noReviewMoves, standing: { onReview: 'nothing' } },
  harvester: { over: 'best', patch: harvesting },
  allTailClasser: { over: 'best', patch: allTail },
  surveyor30: { over: 'best', patch: thirtyAsked },
  listBuyer: { over: 'best', patch: boughtLists },
  strictListBuyer: { over: 'best', patch: onlyBoughtLists },
} as const satisfies Readonly<Record<string, Laid>>;
export type PlaybookVariant = keyof typeof overPlaybooks;
export const playbookVariants = Object.keys(overPlaybooks) as readonly PlaybookVariant[];

/** Made of the careful player. */
const overCareful = {
  refunder: { patch: refunding, moves: refundMoves },
  rusher: { patch: rushed },
  unhurried: { patch: unhurried },
  competeAlways: { patch: () => ({}), moves: competeMoves },
} as const satisfies Readonly<Record<string, { patch: Patch; moves?: MovePatch }>>;
export type CarefulVariant = keyof typeof overCareful;
export const carefulVariants = Object.keys(overCareful) as readonly CarefulVariant[];

/** A playbook made of the anchor of a hidden world, by its index. @throws RangeError when the scenario names no anchors, or one that is not there */
export function playbookVariant(name: PlaybookVariant, { scenario, playbooks, expected }: ScenarioFolder, world: number): Playbook {
  const { over, patch, moves, standing }: Laid = overPlaybooks[name];
  const base = expected === null ? undefined : playbooks[anchorsInWorld(expected, scenario, world)[over]];
  if (base === undefined) throw new RangeError(`scenario ${scenario.id} has no playbook that ${name} could be made of`);
  const laid = patchedPlaybook(scenario, base, name, patch, moves);
  return { ...laid, standing: { ...laid.standing, ...standing } };
}

export function carefulVariant(name: CarefulVariant, scenario: Scenario): Player {
  const { patch, moves }: { patch: Patch; moves?: MovePatch } = overCareful[name];
  return patchedPlayer(scenario, carefulPlayer(scenario), patch, moves);
}

/** The scenario with a learner's firm that is ready for every path up to the third level: no gap, whichever it takes. */
export function readyFirm(scenario: Scenario): Scenario {
  const [learner, ...others] = scenario.firms;
  const asked = stockIds.map((stock) => Math.max(paths.p12.required[stock], paths.p13.required[stock], paths.p34.required[stock]));
  const stocks = Object.fromEntries(stockIds.map((stock, index) => [stock, Math.max(asked[index]! + 10, learner.stocks?.[stock] ?? 0)]));
  return { ...scenario, firms: [{ ...learner, stocks: stocks as NonNullable<typeof learner.stocks> }, ...others] };
}

/** Records of a firm that stands on the third level: known well and joined, treated alike. */
const wellKnown = { coverage: 0.65, depth: 0.6, accuracy: 0.7, linkage: 0.6, consent: 0.65 };

/**
 * The scenario with a learner's firm that has climbed to the third level and from then on does nothing for its customers and their records.
 * @throws RangeError where the firm keeps no records
 */
export function idleAtL3(scenario: Scenario): Scenario {
  const [learner, ...others] = scenario.firms;
  if (!learner?.records) throw new RangeError(`the firm of ${scenario.id} keeps no records`);
  const firm = { ...learner, level: 'l3' as const, records: { ...learner.records, ...wellKnown } };
  const idle = twinStart(
    startPlan(
      scenario.startPlan,
      scenario.market.segments.map(({ id }) => id),
    ),
  );
  return { ...scenario, firms: [firm, ...others], startPlan: idle };
}
