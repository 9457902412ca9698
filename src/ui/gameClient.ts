/** What the screens may ask of a run. The world itself lives behind this door, in a worker; its truth comes out only with `finish`. */

import type { CardId, QuarterPlan } from '../company/controls.ts';
import type { GuardReport } from '../company/guardReport.ts';
import type { MoveView } from '../company/moves.ts';
import type { Move, StandingOrders } from '../company/orders.ts';
import type { CardsAgainstTruth } from '../game/cardsAgainstTruth.ts';
import type { ConflictReview } from '../game/caseReview.ts';
import type { CaseFutures, CasePlayView } from '../game/caseView.ts';
import type { CustomersAgainstTruth } from '../game/customersAgainstTruth.ts';
import type { LessonsReport } from '../game/lessons/lessonsReport.ts';
import type { OtherWaysComparison } from '../game/otherWays.ts';
import type { KnownPeople, PersonFile } from '../game/known/people.ts';
import type { ReviewKnown } from '../game/known/review.ts';
import type { KnownReport, MatrixView, TruthReport } from '../game/reports.ts';
import type { NextReview } from '../game/review/nextBill.ts';
import type { QuarterMoney } from '../game/roundMoney.ts';
import type { LoggedEntry, RunSetting } from '../game/replay.ts';
import type { TwinComparison } from '../game/twin.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import type { Players } from './replay/replayPool.ts';

/** A run as it is kept: what it is played on and what has been decided so far. */
export interface RunStart {
  folder: ScenarioFolder;
  setting: RunSetting;
  entries: readonly LoggedEntry[];
}

/** What the firm came to know in a quarter, and the digest of the world at its end. */
export interface PlayedQuarter {
  digest: string | null;
  known: KnownReport;
}

export interface OpenedRun {
  /** What the firm knows before the first quarter (quarter 0). */
  known: KnownReport;
  /** Quarters that the entries had already committed. */
  played: readonly PlayedQuarter[];
  /** The plan that holds now, that of the open quarter unless changed. */
  plan: QuarterPlan;
  standing: StandingOrders;
  quarters: number;
  quartersPerRound: 1 | 2 | 4;
  /** False where the scenario names no anchors: such a run gets no score. */
  scored: boolean;
}

/** What a plan means for the coming quarter, before it is committed. */
export interface PlanPreview {
  /** Units: 1/100 of what the board grants over the run. */
  units: number;
  lines: readonly { card: CardId; units: number }[];
  /** Units that the board releases for the coming quarter, cash in hand included. */
  available: number;
  /** The money of each quarter of the round. */
  round: readonly QuarterMoney[];
  /** Opening a locked card: its price, and what is in hand for it, in units. */
  opening: { price: number; money: number };
  /** Sponsor's hours taken and given a quarter. */
  sponsorHours: number;
  sponsorHoursOf: number;
  /** Migration paths as they would be open or refused under this plan, by what the firm knows. */
  paths: MatrixView['paths'];
  /** Moves that steer the programme, open or refused; none where none is under way. */
  moves: readonly MoveView[];
  /** What refuses each guard of the programme now. */
  guards: GuardReport;
  /** Open cases as far as the moves made have taken them. */
  cases: readonly CasePlayView[];
  /** The evaluations after the steps made. */
  reviews: ReviewKnown;
  /** When the next review is held under this plan, and what it costs then. */
  nextReview: NextReview;
}

export interface CommittedRound {
  /** One report a quarter. */
  played: readonly PlayedQuarter[];
  /** The plan that holds now: what was asked, less what could not be paid. */
  plan: QuarterPlan;
}

export interface FinishedRun {
  /** By quarter, from 0. */
  known: readonly KnownReport[];
  /** By quarter, from 0. */
  truth: readonly TruthReport[];
  /** Entries that were not legal when they were played. */
  skipped: readonly { seq: number; code: string }[];
  /** The learner's cards against the truth; null for a run of another engine, which cannot be played again. */
  cards: CardsAgainstTruth | null;
  /** The customers as they truly were at the end beside what the firm made of them; null where the cards are. */
  customers: CustomersAgainstTruth | null;
  /** Cases closed in the run, each with its five futures; null for a kept run that is not played again. */
  cases: readonly CaseFutures[] | null;
  /** What was done in the conflicts of the run, and what of them is left; null where the cards are. */
  conflicts: ConflictReview | null;
  /** What the run teaches; null where the cards are. */
  lessons: LessonsReport | null;
}

/** Tells how far run and twin have come, in pairs, and what they are so far. */
export type TwinProgress = (done: number, of: number, comparison: TwinComparison) => void;

/** Tells how far the other ways have come, in draws of luck and parts of one, and what they are over the draws that are whole. */
export type OtherWaysProgress = (done: number, of: number, comparison: OtherWaysComparison | null) => void;

export interface GameClient {
  /** Workers that play replays of the closed run beside this one. */
  readonly players: Players;
  /** Builds the world and plays what has been committed; `onQuarter` hears of each quarter played. */
  open(start: RunStart, onQuarter: (played: number) => void): Promise<OpenedRun>;
  /** @param made moves already made for the coming quarter; @param standing the orders as they would be committed */
  preview(plan: QuarterPlan, made: readonly Move[], standing: StandingOrders): Promise<PlanPreview>;
  /** The known customers as the run stands now, placed by what the firm knows. */
  people(): Promise<KnownPeople>;
  /** What is on file of customer `index`; null where the firm knows no such name. */
  person(index: number): Promise<PersonFile | null>;
  /** Takes entries that are saved, the last a `commit`, and plays; `onQuarter` hears of each quarter played, and may hear of the last one late. */
  commit(entries: readonly LoggedEntry[], onQuarter: (played: number) => void): Promise<CommittedRound>;
  /** Closes the run and lifts the veil. */
  finish(): Promise<FinishedRun>;
  /**
   * Plays the closed run beside its twin without CRM; resolves with the pairs done when `cancelTwin` comes, null when none is. Rejects with
   * the code `runOpen` while quarters are left.
   */
  twin(progress: TwinProgress): Promise<TwinComparison | null>;
  cancelTwin(): void;
  /**
   * Plays the closed run beside other ways of it; resolves with the draws that are whole when `cancelOtherWays` comes, null when none is.
   * Rejects with the code `runOpen` while quarters are left.
   */
  otherWays(progress: OtherWaysProgress): Promise<OtherWaysComparison | null>;
  cancelOtherWays(): void;
  /** Ends the worker; the client is of no use after. */
  close(): void;
}
