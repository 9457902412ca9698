/** Plays the replays that a debrief asks for; keeps the origins and what of the unchanged run several of them need. */

import { programmeOf } from '../../company/programme.ts';
import { unitValue, moneyOf } from '../../company/money.ts';
import type { RivalState } from '../../company/rival.ts';
import type { Playbook } from '../../scenario/playbook.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { customerEquity } from '../../sim/truth/equity.ts';
import { at, total } from '../../sim/truth/tallies.ts';
import { gradingSetting, playbookLog } from '../grade.ts';
import { outcomeOf } from '../outcome.ts';
import type { Playing } from '../playing.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { applyEntry, finishQuarters, originOf, startPlaying, type LoggedEntry, type RunSetting } from '../replay.ts';
import { twinEntries } from '../twin.ts';
import { recordsOf, type World } from '../world.ts';
import { editedLog } from './edits.ts';
import { FateBook } from './fates.ts';
import { filesWhole } from './wholeFiles.ts';
import type { LifeFigures, LogSource, ReplayedLife, ReplayTask } from './replayTask.ts';

/** The closed run whose replays are played. */
export interface ClosedRun {
  scenario: Scenario;
  playbooks: Readonly<Record<string, Playbook>>;
  setting: RunSetting;
  entries: readonly LoggedEntry[];
}

export class ReplayBench {
  readonly run: ClosedRun;
  readonly #origins = new Map<number, World>();
  readonly #rivals = new Map<string, readonly (readonly RivalState[])[]>();

  constructor(run: ClosedRun) {
    this.run = run;
  }

  /**
   * Plays one replay to the end of the run, its run-off included.
   * @throws RangeError for a playbook that the scenario does not have
   */
  play(task: ReplayTask): ReplayedLife {
    const { scenario } = this.run;
    const setting = this.#setting(task);
    const origin = this.#origin(setting);
    const log = this.#logOf(task.log);
    const rivals = task.rivals === 'asPlayed' ? this.#rivalsOn(setting, origin) : undefined;
    const quarters: LifeFigures[] = [];
    const playing = startPlaying(scenario, setting, origin);
    const fates = task.fates ? new FateBook(playing.world) : null;
    const onQuarter = (played: PlayedQuarter): void => {
      if (task.quarters) quarters.push(figuresOf(playing, played));
      fates?.note(playing.world, played);
    };
    const options = { looks: false, onQuarter, ...(rivals && { rivals }), ...(task.files === 'whole' && { onMarket: filesWhole }) };
    for (const entry of log) applyEntry(playing, entry, options);
    finishQuarters(playing, options);
    return { outcome: outcomeOf(playing, 0), quarters, fates: fates?.fates() ?? null, skipped: playing.skipped };
  }

  #setting({ size, luckSeed }: Pick<ReplayTask, 'size' | 'luckSeed'>): RunSetting {
    const { setting } = this.run;
    return { ...(size === 'graded' ? gradingSetting(setting) : setting), luckSeed };
  }

  #origin(setting: RunSetting): World {
    const kept = this.#origins.get(setting.customers);
    if (kept) return kept;
    const origin = originOf(this.run.scenario, setting);
    this.#origins.set(setting.customers, origin);
    return origin;
  }

  #logOf(source: LogSource): readonly LoggedEntry[] {
    const { scenario, entries, playbooks } = this.run;
    if (source.kind === 'run') return editedLog(entries, source.edits, scenario.firms[0].id).log;
    if (source.kind === 'twin') return twinEntries(scenario, entries);
    const playbook = playbooks[source.name];
    if (!playbook) throw new RangeError(`scenario ${scenario.id} has no playbook ${source.name}`);
    return playbookLog(scenario, playbook);
  }

  /** States of the rivals after each quarter of the unchanged log on this luck. */
  #rivalsOn(setting: RunSetting, origin: World): readonly (readonly RivalState[])[] {
    const key = `${setting.customers}/${setting.luckSeed}`;
    const kept = this.#rivals.get(key);
    if (kept) return kept;
    const states: RivalState[][] = [];
    const playing = startPlaying(this.run.scenario, setting, origin);
    const options = { looks: false, onQuarter: () => void states.push(playing.world.rivals.map(({ state }) => state)) };
    for (const entry of this.run.entries) applyEntry(playing, entry, options);
    finishQuarters(playing, options);
    this.#rivals.set(key, states);
    return states;
  }
}

function figuresOf({ world, satisfaction }: Playing, played: PlayedQuarter): LifeFigures {
  const { market, quarter } = world;
  const { company, books } = played.companies[0]!;
  const { tallies } = played.market;
  const count = (offset: number): number => total(tallies, market.spec.segments.length, company.index, offset);
  const [customers, gained, lost] = [count(at.customers), count(at.gained), count(at.lost)];
  const equity = customerEquity(market, played.offers, recordsOf(world), quarter, company.index);
  return {
    customers: customers * market.represents,
    churn: lost / Math.max(1, customers - gained + lost),
    satisfaction: satisfaction.at(-1)![0]!,
    equity: equity.reduce((sum, value) => sum + value, 0) * market.represents,
    contribution: books.contribution,
    cash: company.firm.cash * unitValue(moneyOf(company.spec)),
    information: company.firm.information,
    individualisation: company.firm.individualisation,
    level: programmeOf(company.firm).level,
  };
}
