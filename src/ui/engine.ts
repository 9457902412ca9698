/** The engine behind the screens: holds one run and plays it. Runs in the worker; pure but for the run it holds. */

import type { QuarterPlan } from '../company/controls.ts';
import { planCosts } from '../company/costs.ts';
import type { FirmState } from '../company/firm.ts';
import { parametersOf } from '../company/parameters.ts';
import { guardReport } from '../company/guardReport.ts';
import { releaseOf } from '../company/money.ts';
import { moveViews } from '../company/moves.ts';
import { cardsOpenedBy, moneyForCards, openCardPrice } from '../company/openCards.ts';
import type { Move, StandingOrders } from '../company/orders.ts';
import { pathViews } from '../company/pathReport.ts';
import { cardsAgainstTruth, type CardsQuarter } from '../game/cardsAgainstTruth.ts';
import { casePlays } from '../game/casePlay.ts';
import { caseWork } from '../game/cases.ts';
import { fiveFutures } from '../game/caseAnswers.ts';
import { conflictReview } from '../game/caseReview.ts';
import { customersAgainstTruth, type CustomersAgainstTruth } from '../game/customersAgainstTruth.ts';
import { modelsAfter, type ModelsAgainstTruth, noModelsYet } from '../game/customers/modelTruth.ts';
import { tiersAfter, type TierFairness } from '../game/customers/tiers.ts';
import { cardsQuarter, offeredNow, type OfferedBy } from '../game/cards/met.ts';
import { conductOf } from '../game/conduct/conduct.ts';
import { basesOf } from '../game/lessons/lessonRun.ts';
import { lessonsReport } from '../game/lessons/lessonsReport.ts';
import { gradingSetting } from '../game/grade.ts';
import { knownPeople, personFile, type KnownPeople, type PersonFile } from '../game/known/people.ts';
import { comingReview, nextReview } from '../game/review/nextBill.ts';
import { knownOf, peopleInputOf, quarterReport } from '../game/quarterReport.ts';
import { reviewAfter } from '../game/reviewView.ts';
import { reserveUnits } from '../game/review/takeSteps.ts';
import { roundMoney } from '../game/roundMoney.ts';
import { applyEntry, startPlaying, type LoggedEntry, type Playing, type RunSetting } from '../game/replay.ts';
import type { KnownReport, QuarterReport } from '../game/reports.ts';
import { begunPaths, compareOtherWays, otherSeeds, type OtherWaysComparison } from '../game/otherWays.ts';
import { compareWithTwin, type TwinComparison } from '../game/twin.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import type { CommittedRound, FinishedRun, OpenedRun, OtherWaysProgress, PlanPreview, RunStart, TwinProgress } from './gameClient.ts';
import { type Breath, Replays } from './replays.ts';

interface Run {
  folder: ScenarioFolder;
  setting: RunSetting;
  playing: Playing;
  opening: KnownReport;
  entries: LoggedEntry[];
  reports: QuarterReport[];
  /** The firm before the first quarter, and plan and firm of each quarter played. */
  firmBefore: FirmState;
  /** What each firm offered before the first quarter. */
  offered: OfferedBy;
  quarters: CardsQuarter[];
  /** What was gathered of the models against the truth. */
  models: ModelsAgainstTruth;
  /** What was gathered of treatment by value class; the customers as the last quarter left them, null before it. */
  tiers: TierFairness | null;
  customers: CustomersAgainstTruth | null;
}

export class Engine {
  readonly #breath: Breath;
  #run: Run | null = null;
  readonly #twin = new Replays();
  readonly #otherWays = new Replays();

  constructor(breath: Breath) {
    this.#breath = breath;
  }

  /** Builds the world of the run and plays what was committed before. */
  open({ folder, setting, entries }: RunStart, onQuarter: (played: number) => void): OpenedRun {
    const playing = startPlaying(folder.scenario, setting);
    const company = playing.world.played[0];
    const opening = knownOf(playing.world, company, null);
    const before = company.plan;
    const offered = offeredNow(playing.world);
    this.#run = {
      folder,
      setting,
      playing,
      opening,
      entries: [],
      reports: [],
      firmBefore: company.firm,
      offered,
      quarters: [],
      models: noModelsYet,
      tiers: null,
      customers: null,
    };
    const { played, plan } = this.commit(entries, onQuarter);
    const { quarters, quartersPerRound } = folder.scenario;
    const scored = folder.expected !== null;
    const standing = playing.world.played[0].standing;
    return { known: opening, played, plan: played.length > 0 ? plan : before, standing, quarters, quartersPerRound, scored };
  }

  /** Cost of a plan for the coming quarter after the moves made, what the board will release, the paths and moves that are open. */
  preview(plan: QuarterPlan, made: readonly Move[], orders?: StandingOrders): PlanPreview {
    const { world } = this.#opened().playing;
    const standing = orders ?? world.played[0].standing;
    const { firm: before, spec, analysed } = world.played[0];
    const known = [...analysed, ...plan['ana.buy']];
    const { firm, moves } = moveViews(before, spec, plan, made, known);
    const parameters = parametersOf(spec);
    const { fixes } = caseWork(world, world.played[0], made, world.quarter + 1);
    const adjusting = reserveUnits({ ...world.played[0], plan }, made, world.quarter + 1);
    // Which events strike nobody knows yet.
    const due = comingReview(world, world.played[0], plan, made);
    const opened = cardsOpenedBy(made);
    const prices = { vendorOffer: false, bought: plan['ana.buy'], opened, fixes, adjusting, review: due?.order ?? null };
    const { units, lines, hours } = planCosts(plan, firm, spec, parameters, prices);
    const available = firm.released + releaseOf(world.quarter + 1, firm.stocks.L, parameters) + firm.runningBudget;
    const opening = { price: openCardPrice(parameters), money: moneyForCards(before, world.quarter + 1, made, parameters) };
    const paths = pathViews(firm, spec, plan, known);
    const guards = guardReport(firm, spec, plan, known);
    return {
      units,
      lines,
      available,
      round: roundMoney(world, plan, standing, made, world.scenario.quartersPerRound),
      opening,
      sponsorHours: hours.sponsor,
      sponsorHoursOf: parameters['hours.sponsor'],
      paths,
      moves,
      guards,
      cases: casePlays(world, world.played[0], made),
      reviews: reviewAfter(world, world.played[0], plan, made),
      nextReview: nextReview(world, world.played[0], plan, made),
    };
  }

  /** The known customers as columns that belong to the caller. */
  people(): KnownPeople {
    const { world } = this.#opened().playing;
    return knownPeople(peopleInputOf(world, world.played[0]));
  }

  /** What is on file of a customer; null where the firm has no such name, or the index is none. */
  person(index: number): PersonFile | null {
    const { world } = this.#opened().playing;
    if (!(Number.isInteger(index) && index >= 0 && index < world.market.people)) return null;
    return personFile(peopleInputOf(world, world.played[0]), index);
  }

  /** Plays the entries. A round that throws leaves the run unusable, so the screen stops there. */
  commit(entries: readonly LoggedEntry[], onQuarter: (played: number) => void): CommittedRound {
    const run = this.#opened();
    const { playing, entries: log, reports, quarters } = run;
    const before = reports.length;
    for (const entry of entries) {
      log.push(entry);
      applyEntry(playing, entry, {
        digests: true,
        onQuarter: (played) => {
          reports.push(quarterReport(playing.world, played, playing.digests.at(-1) ?? null));
          const { world } = playing;
          const company = world.played[0];
          quarters.push(cardsQuarter(world, played));
          run.models = modelsAfter(run.models, world, company, played);
          run.tiers = tiersAfter(run.tiers, world, company, played);
          if (world.quarter === world.scenario.quarters)
            run.customers = customersAgainstTruth(world, company, played, run.tiers, run.models);
          onQuarter(reports.length - before);
        },
      });
    }
    const played = reports.slice(before).map(({ digest, known }) => ({ digest, known }));
    return { plan: playing.world.played[0].inForce, played };
  }

  /** The truth of the run, once it is over. @throws Error('runOpen') while quarters are left */
  finish(): FinishedRun {
    const { playing, opening, entries, reports, firmBefore, offered, quarters, customers } = this.#closed();
    const { scenario, market } = playing.world;
    const known = [opening, ...reports.map((report) => report.known)];
    const truth = reports.map((report) => report.truth);
    const people = market.people * market.represents;
    const cardsRun = { scenario, people, opening: firmBefore, offered, quarters, known, truth };
    const cards = cardsAgainstTruth(cardsRun);
    const lessons = lessonsReport({
      ...cardsRun,
      conduct: conductOf(playing, 0),
      marks: playing.conduct[0].marks,
      customers,
      bases: basesOf(entries, cardsRun),
      allOpen: playing.world.allOpen,
    });
    // What was only listed and never opened the front line dealt with.
    const met = playing.world.played[0].cases.filter(({ asked, by }) => asked || by === 'learner');
    const cases = met.map(fiveFutures);
    const conflicts = conflictReview(playing.world, playing.world.played[0]);
    return { known, truth, skipped: playing.skipped, cards, customers, cases, conflicts, lessons };
  }

  /** Null when cancelled before the first pair. @throws Error('runOpen') while quarters are left */
  async twin(progress: TwinProgress): Promise<TwinComparison | null> {
    const { folder, setting, entries } = this.#closed();
    return this.#twin.play(compareWithTwin(folder.scenario, gradingSetting(setting), entries), progress, this.#breath);
  }

  cancelTwin(): void {
    this.#twin.cancel();
  }

  /** Null when cancelled before the first draw of luck is whole. @throws Error('runOpen') while quarters are left */
  async otherWays(progress: OtherWaysProgress): Promise<OtherWaysComparison | null> {
    const { folder, setting, entries, reports } = this.#closed();
    const begun = begunPaths(reports.map(({ known }) => known.programme))[0] ?? null;
    const comparing = compareOtherWays(folder.scenario, gradingSetting(setting), entries, otherSeeds, begun);
    return this.#otherWays.play(comparing, progress, this.#breath);
  }

  cancelOtherWays(): void {
    this.#otherWays.cancel();
  }

  #closed(): Run {
    const run = this.#opened();
    const { world } = run.playing;
    if (world.quarter < world.scenario.quarters) throw new Error('runOpen');
    return run;
  }

  #opened(): Run {
    if (!this.#run) throw new Error('noRun');
    return this.#run;
  }
}
