/** Do 80% intervals keep what they promise? Each known figure is found again and again by honest samples and held to the truth of its frame. */

import { analysisResult } from '../../game/analyses.ts';
import { frameTruth } from '../../game/frameTruth.ts';
import { gatherEvidence, ownNow } from '../../game/gatherEvidence.ts';
import { knownKpis } from '../../game/known/estimates.ts';
import { advance, type PlayedQuarter } from '../../game/playQuarter.ts';
import { evidenceOf } from '../../game/evidenceOf.ts';
import { knownOf } from '../../game/quarterReport.ts';
import type { Estimate, KnownReport, KpiId, TruthReport } from '../../game/reports.ts';
import { truthReport } from '../../game/truthReport.ts';
import { createWorld } from '../../game/startWorld.ts';
import { recordsOf, type PlayedCompany, type World } from '../../game/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type ChannelCount, overChannels } from '../../sim/channelLog.ts';
import { lookUp } from '../../sim/records/lookedUp.ts';
import { at, total } from '../../sim/truth/tallies.ts';

export interface Coverage {
  id: string;
  method: Estimate['method'];
  frame: Estimate['frame'];
  /** Mean sample size; intervals that held the truth of the frame, and intervals in all. */
  n: number;
  held: number;
  of: number;
}

/** Gathers what becomes of the intervals of each figure. */
export class Ledger {
  private readonly rows = new Map<string, Coverage>();

  /** @param truth of the frame; null where it is empty. What is counted in full is no sample, and 0 lies in every interval that may end there. */
  note(id: string, estimate: Estimate, truth: number | null | undefined): void {
    const { value, low, high, n, method, frame } = estimate;
    if (value === null || low === null || high === null || truth === null || truth === undefined || truth === 0 || low === high) return;
    const row = this.rows.get(id) ?? { id, method, frame, n: 0, held: 0, of: 0 };
    row.of += 1;
    row.n += (n - row.n) / row.of;
    if (low <= truth && truth <= high) row.held += 1;
    this.rows.set(id, row);
  }

  coverages(): Coverage[] {
    return [...this.rows.values()];
  }
}

/** KPIs that a sample of people or records tells. */
const sampledKpis: readonly KpiId[] = [
  'customers',
  'satisfaction',
  'shareOfMarket',
  'coverage',
  'depth',
  'accuracy',
  'linkage',
  'consent',
  'completeness',
];
const framed = ({ kpi, frames }: TruthReport, id: KpiId): number | null => (frames?.[id] === undefined ? kpi[id] : frames[id]);
const truthOf = (world: World, company: PlayedCompany, played: PlayedQuarter): TruthReport =>
  truthReport(world, company, played.market, played.offers, recordsOf(world));
const part = (some: number, all: number): number | null => (all > 0 ? some / all : null);

/** What the data room says of the same audit. */
function noteDataRoom(ledger: Ledger, world: World, company: PlayedCompany, data: NonNullable<KnownReport['data']>): void {
  const all = lookUp(company.records, ownNow(world, company));
  ledger.note('doubled', data.duplicated, part(all.duplicated, all.known));
  ledger.note('mixed up', data.misjoined, part(all.misjoined, all.known));
  ledger.note('consent proven', data.proven, part(all.proven, all.agreeing));
  ledger.note('two lists agree', data.agreeing[0]!.share, part(all.linked[0]!, all.both[0]!));
}

/**
 * One world, asked and audited anew by as many draws of luck.
 * @param quarters played before the firm is looked at
 */
export function sampledCoverage(scenario: Scenario, customers: number, quarters: number, draws: number): Coverage[] {
  const world = createWorld(scenario, 0, { population: 1, luck: 1 }, customers);
  const company = world.played[0]!;
  let played = advance(world, new Map());
  for (let quarter = 2; quarter <= quarters; quarter += 1) played = advance(world, new Map());
  const truth = truthOf(world, company, played);
  const { tallies } = played.market;
  const count = (offset: number): number => total(tallies, world.market.spec.segments.length, company.index, offset);
  const first = scenario.market.segments[0]!.id;
  const { customers: inFirst, contribution } = truth.bySegment[first]!;
  const ledger = new Ledger();
  for (let luck = 1; luck <= draws; luck += 1) {
    world.market.luckSeed = luck;
    gatherEvidence(world, company, played.market, ['dataAudit', 'rivals', 'unheard']);
    const known = knownOf(world, company, played);
    for (const id of sampledKpis) ledger.note(id, known.kpi[id], framed(truth, id));
    ledger.note('voiced', known.unheard!.voiced, part(count(at.voiced), count(at.felt)));
    ledger.note('left in silence', known.unheard!.leftSilent, part(count(at.silentExits), count(at.lost)));
    noteDataRoom(ledger, world, company, known.data!);
    const { figures } = analysisResult(world, company, 'marginBySegment', tallies);
    const margin = { value: figures[first]!, low: figures[`${first}.low`]!, high: figures[`${first}.high`]! };
    ledger.note(
      'margin of a segment',
      { ...margin, n: 280, asOf: quarters, method: 'survey', frame: 'allCustomers' },
      contribution / inFirst,
    );
  }
  return ledger.coverages();
}

/** Shares of the channels' log beside all contacts of the quarter. */
function noteChannels(ledger: Ledger, channels: NonNullable<KnownReport['channels']>, log: Float64Array): void {
  const sum = (count: ChannelCount): number => overChannels(log, count);
  ledger.note('context lost', channels.contextLoss, part(sum('lost'), sum('calls')));
  ledger.note('told again', channels.toldAgain, part(sum('toldAgain'), sum('several')));
  ledger.note('right, partial view', channels.rightPartial, part(sum('partialRight'), sum('partial')));
}

/** Many worlds played on, each quarter held to its own truth: figures of the log that hang on what happened in the quarter itself. */
export function loggedCoverage(scenario: Scenario, customers: number, quarters: number, runs: number): Coverage[] {
  const ledger = new Ledger();
  for (let run = 0; run < runs; run += 1) {
    const world = createWorld(scenario, run % scenario.worlds.length, { population: 1 + run, luck: 1000 + run }, customers);
    const company = world.played[0]!;
    for (let quarter = 1; quarter <= quarters; quarter += 1) {
      const played = advance(world, new Map());
      const known = knownOf(world, company, played);
      noteChannels(ledger, known.channels!, played.market.touches[company.index]!.channels);
    }
  }
  return ledger.coverages();
}

/** Evidence and truth of a world as it stands, for measures of how good the records are. */
export function lookAgain(world: World, company: PlayedCompany, played: PlayedQuarter, luck: number) {
  world.market.luckSeed = luck;
  gatherEvidence(world, company, played.market, ['dataAudit']);
  return {
    known: knownKpis(evidenceOf(world, company)),
    frames: frameTruth(world, company, company.books!, played.offers),
    truth: truthOf(world, company, played),
  };
}
