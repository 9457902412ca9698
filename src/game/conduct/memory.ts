/** What a run leaves behind while it is played, so that its conduct can be judged at the end: references to what is never changed, and counts. */

import type { EventKind, FirmState } from '../../company/firm.ts';
import type { QuarterPlan } from '../../company/controls.ts';
import type { StandingOrders } from '../../company/orders.ts';
import { rivalMove } from '../../company/rival.ts';
import { at, total } from '../../sim/truth/tallies.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import type { DecisionEntry } from '../run.ts';
import type { World } from '../world.ts';
import type { TargetsSeen } from './evidence.ts';
import { JUDGED, targetsNow } from './targetsSeen.ts';
import { defectsNow, type DefectSeen, type Retested, retestsNow } from './defectsSeen.ts';

/** A quarter of one played company. Counts are of simulated people. */
export interface ConductQuarter {
  quarter: number;
  /** Entry that committed it; -1 where the run was only played out. */
  seq: number;
  plan: QuarterPlan;
  firm: FirmState;
  standing: StandingOrders;
  /** Kinds of the events that strike or last in the market, and whether a breach struck the firm, told or by chance. */
  events: readonly EventKind[];
  breach: boolean;
  /** A rival's scripted strike lasts, or a rival cuts its price. */
  strike: boolean;
  cut: boolean;
  customers: number;
  gained: number;
  lost: number;
  silentExits: number;
}

/** An entry that was taken: what it changed, as control ids or `move.kind`, with `review.step` for acts of an evaluation. */
export interface Mark {
  seq: number;
  /** Quarter that its decisions are for. */
  quarter: number;
  what: readonly string[];
}

export interface ConductMemory {
  readonly quarters: ConductQuarter[];
  readonly marks: Mark[];
  /** Defects that were truly there at each review. */
  readonly defects: DefectSeen[];
  /** How things truly stood when a review tested a chain again. */
  readonly retests: Retested[];
  /** How labels served in each quarter of the last year. */
  readonly targets: TargetsSeen[];
  /** Plans and moves in the log, and those of them that were not legal in this replay. */
  entries: number;
  fallen: number;
}

export const newMemory = (): ConductMemory => ({ quarters: [], marks: [], defects: [], retests: [], targets: [], entries: 0, fallen: 0 });

/** A copy that is played on by itself. */
export const copyMemory = (memory: ConductMemory): ConductMemory => ({
  ...memory,
  quarters: [...memory.quarters],
  marks: [...memory.marks],
  defects: [...memory.defects],
  retests: [...memory.retests],
  targets: [...memory.targets],
});

type Noted = Pick<DecisionEntry, 'seq' | 'kind' | 'data'>;

/** Notes an entry of the company; commits, notes and predictions are no decisions that could fall out. @param quarter the one it is for */
export function noteEntry(memory: ConductMemory, entry: Noted, quarter: number, taken: boolean): void {
  if (entry.kind !== 'plan' && entry.kind !== 'move') return;
  memory.entries += 1;
  if (taken) memory.marks.push({ seq: entry.seq, quarter, what: changedBy(entry as DecisionEntry) });
  else memory.fallen += 1;
}

function changedBy(entry: DecisionEntry): string[] {
  if (entry.kind === 'plan') return Object.keys(entry.data.plan);
  if (entry.kind !== 'move') return [];
  const move = entry.data;
  return move.kind === 'review' ? [`review.${move.step.do}`] : [`move.${move.kind}`];
}

/** Notes the quarter just played for every played company. @param seq of the entry that committed it */
export function noteQuarter(memories: readonly ConductMemory[], world: World, played: PlayedQuarter, seq: number): void {
  const { quarter, market, scenario } = world;
  const segments = market.spec.segments.length;
  const lasting = scenario.events.filter((event) => quarter >= event.quarter && quarter < event.quarter + (event.lasts ?? 1));
  const events = lasting.map(({ kind }) => kind);
  const cut = world.rivals.some((rival) => rivalMove(rival.state) === 'priceCut');
  world.played.forEach((company, place) => {
    const count = (field: number): number => total(played.market.tallies, segments, company.index, field);
    const memory = memories[place]!;
    memory.quarters.push({
      quarter,
      seq,
      plan: company.inForce,
      firm: company.firm,
      standing: company.standing,
      events,
      breach: company.breach?.struck === true || lasting.some((event) => event.kind === 'breach' && event.quarter === quarter),
      strike: events.includes('rivalStrike'),
      cut,
      customers: count(at.customers),
      gained: count(at.gained),
      lost: count(at.lost),
      silentExits: count(at.silentExits),
    });
    memory.retests.push(...retestsNow(world, company, played, memory.retests));
    memory.defects.push(...defectsNow(world, company, played));
    if (quarter > scenario.quarters - JUDGED) memory.targets.push(targetsNow(world, company));
  });
}
