/** Plays the replays that a debrief asks for; keeps the origins and what of the unchanged run several of them need. */

import { programmeOf } from '../../company/programme.ts';
import { marketingMoney, unitValue, moneyOf } from '../../company/money.ts';
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
import { KeptLife } from './keptLife.ts';
import { filesWhole } from './wholeFiles.ts';
import type { LifeFigures, LogSource, ReplayedLife, ReplayTask } from './replayTask.ts';

/** The closed run whose replays are played. */
export interface ClosedRun {
  scenario: Scenario;
  playbooks: Readonly<Record<string, Playbook>>;
  setting: RunSetting;
  entries: readonly LoggedEntry[];
}

/** Hears of each quarter of a replay as it is played. */
export type OnLife = (figures: LifeFigures, quarter: number) => void;

export class ReplayBench {
  readonly run: ClosedRun;
  readonly #origins = new Map<number, World>();
  readonly #rivals = new Map<string, readonly (readonly RivalState[])[]>();
  #kept: KeptLife | null = null;

  constructor(run: ClosedRun) {
    this.run = run;
  }

  /** The unchanged log as it was kept last; null where none was. */
  get kept(): KeptLife | null {
    return this.#kept;
  }

  /**
   * Plays one replay to the end of the run, its run-off included. Where the unchanged log was kept on the same luck, an edited one is played
   * from the round of its first change on; what comes out is the same to the last bit.
   * @param onLife hears of the quarters as they are played, where the task asks for their figures
   * @throws RangeError for a playbook that the scenario does not have
   */
  play(task: ReplayTask, onLife?: OnLife): ReplayedLife {
    const setting = this.#setting(task);
    const origin = this.#origin(setting);
    const { log, changed } = this.#logOf(task.log);
    const rivals = task.rivals === 'asPlayed' ? this.#rivalsOn(setting, origin) : undefined;
    const whole = task.files === 'whole';
    const keeping = !whole && task.keep && changed === this.run.entries.length ? new KeptLife(setting) : null;
    const start = !whole && keeping === null && changed !== null && this.#kept?.isOf(setting) ? this.#kept.before(changed) : null;
    const playing = start?.playing ?? startPlaying(this.run.scenario, setting, origin);
    const told = task.quarters || keeping !== null;
    const quarters = told ? [...(start?.quarters ?? [])] : [];
    const fates = start?.fates ?? (task.fates || keeping ? FateBook.of(playing.world) : null);
    const onQuarter = (played: PlayedQuarter): void => {
      if (told) {
        quarters.push(figuresOf(playing, played));
        onLife?.(quarters.at(-1)!, playing.world.quarter);
      }
      fates?.note(playing.world, played);
      keeping?.note(played, playing);
    };
    const options = { looks: false, onQuarter, ...(rivals && { rivals }), ...(whole && { onMarket: filesWhole }) };
    keeping?.keep(0, playing, quarters, fates!);
    log.slice(start?.applied ?? 0).forEach((entry, place) => {
      applyEntry(playing, entry, options);
      if (entry.kind === 'commit') keeping?.keep(place + 1, playing, quarters, fates!);
    });
    finishQuarters(playing, options);
    if (keeping) this.#kept = keeping;
    const fate = task.fates ? fates!.fates() : null;
    return { outcome: outcomeOf(playing, 0), quarters, fates: fate, skipped: playing.skipped };
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

  /** The log, and the place of the first entry that is not that of the run; null where it is another log altogether. */
  #logOf(source: LogSource): { log: readonly LoggedEntry[]; changed: number | null } {
    const { scenario, entries, playbooks } = this.run;
    if (source.kind === 'run') {
      const { log, changed } = editedLog(entries, source.edits, scenario.firms[0].id);
      return { log, changed: changed < 0 ? entries.length : changed };
    }
    if (source.kind === 'twin') return { log: twinEntries(scenario, entries), changed: null };
    const playbook = playbooks[source.name];
    if (!playbook) throw new RangeError(`scenario ${scenario.id} has no playbook ${source.name}`);
    return { log: playbookLog(scenario, playbook), changed: null };
  }

  /** States of the rivals after each quarter of the unchanged log on this luck. */
  #rivalsOn(setting: RunSetting, origin: World): readonly (readonly RivalState[])[] {
    if (this.#kept?.isOf(setting)) return this.#kept.rivals;
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

/** The learner's firm at the end of the quarter just played. */
export function figuresOf({ world, satisfaction }: Playing, played: PlayedQuarter): LifeFigures {
  const { market, quarter } = world;
  const { company, books, opened } = played.companies[0]!;
  const { tallies } = played.market;
  const count = (offset: number): number => total(tallies, market.spec.segments.length, company.index, offset);
  const [customers, gained, lost] = [count(at.customers), count(at.gained), count(at.lost)];
  const equity = customerEquity(market, played.offers, recordsOf(world), quarter, company.index);
  return {
    customers: customers * market.represents,
    churn: lost / Math.max(1, customers - gained + lost),
    gained: gained * market.represents,
    lost: lost * market.represents,
    winning: (marketingMoney(opened, company.spec, company.inForce) * company.inForce['biz.split']) / 100,
    satisfaction: satisfaction.at(-1)![0]!,
    equity: equity.reduce((sum, value) => sum + value, 0) * market.represents,
    contribution: books.contribution,
    cash: company.firm.cash * unitValue(moneyOf(company.spec)),
    information: company.firm.information,
    individualisation: company.firm.individualisation,
    level: programmeOf(company.firm).level,
  };
}
