/** The open round as it is kept, to and fro: what the log holds of it already, and the draft of the rest. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { Move, StandingOrders } from '../../company/orders.ts';
import type { DecisionEntry, EntryData, Prediction } from '../../game/run.ts';
import { driverIds, type DriverId } from '../../game/run.ts';
import type { SavedDraft } from '../../saves/records.ts';
import { Draft, type DraftCard } from '../cockpit/draft.svelte.ts';
import type { Forecast } from '../cockpit/forecast.svelte.ts';

/** Where on the screen of a round the learner is. */
export interface RoundPlace {
  /** Tab, on a phone. */
  tab: string;
  /** The card that is open. */
  card: DraftCard | null;
}

/** What holds when a round begins. */
export interface InForce {
  plan: QuarterPlan;
  standing: StandingOrders;
}

/** What was saved for a quarter before it was committed: moves, and in files from elsewhere perhaps a plan. */
export function openEntries(
  entries: readonly DecisionEntry[],
  quarter: number,
): { [K in keyof InForce]: Partial<InForce[K]> } & { moves: readonly Move[] } {
  const own = entries.filter((entry) => entry.quarter === quarter);
  const plans = own.flatMap((entry) => (entry.kind === 'plan' ? [entry.data] : []));
  return {
    plan: Object.assign({}, ...plans.map(({ plan }) => plan)) as Partial<QuarterPlan>,
    standing: Object.assign({}, ...plans.map(({ standing }) => standing)) as Partial<StandingOrders>,
    moves: own.flatMap((entry) => (entry.kind === 'move' ? [entry.data] : [])),
  };
}

const roundOf = ({ quarter }: DecisionEntry, quartersPerRound: number): number => Math.floor((quarter - 1) / quartersPerRound) + 1;

/** Forecasts by the round they were made for, from 1. */
export function predictionsIn(entries: readonly DecisionEntry[], quartersPerRound: number): ReadonlyMap<number, Prediction> {
  return new Map(
    entries.flatMap((entry): [number, Prediction][] => (entry.kind === 'predict' ? [[roundOf(entry, quartersPerRound), entry.data]] : [])),
  );
}

/** Reasons in the learner's own words by the round they were given in, from 1. */
export function reasonsIn(entries: readonly DecisionEntry[], quartersPerRound: number): ReadonlyMap<number, readonly string[]> {
  const reasons = new Map<number, readonly string[]>();
  for (const entry of entries) {
    if (entry.kind !== 'note' || entry.by !== 'learner') continue;
    const round = roundOf(entry, quartersPerRound);
    reasons.set(round, [...(reasons.get(round) ?? []), entry.data.text]);
  }
  return reasons;
}

/** The decisions of the round as they would be committed now, without the moves, which are saved already. */
export function decisionsOf(draft: Draft, forecast: Forecast | null): EntryData[] {
  const prediction = forecast?.prediction ?? null;
  const text = forecast?.note ?? '';
  const { plan, standing } = draft.changes;
  return [
    { kind: 'plan', data: { plan, ...(Object.keys(standing).length > 0 && { standing }) } },
    ...(prediction === null ? [] : [{ kind: 'predict', data: prediction } as const]),
    ...(text === '' ? [] : [{ kind: 'note', data: { text } } as const]),
  ];
}

/** @param quarter the open one, from 1 */
export function draftRecord(quarter: number, draft: Draft, forecast: Forecast | null, { tab, card }: RoundPlace): SavedDraft {
  const range = forecast?.touched ? forecast.range : null;
  return {
    quarter,
    decisions: decisionsOf(draft, forecast),
    settled: draft.settled,
    view: {
      tab,
      card,
      low: range?.[0] ?? null,
      high: range?.[1] ?? null,
      because: forecast?.because ?? null,
      reason: forecast?.reason ?? null,
    },
  };
}

/** The plan as it stood; what it is based on may have been kept in the log. */
export function restoredDraft({ plan, standing }: InForce, kept: SavedDraft | null, moves: readonly Move[]): Draft {
  const changes = kept?.decisions.find((decision) => decision.kind === 'plan')?.data ?? {};
  const draft = new Draft(plan, standing, changes, (kept?.settled ?? []) as readonly DraftCard[]);
  draft.moves = moves;
  return draft;
}

/** Puts the range and the reasons back as they stood, whole or half made. */
export function restoreForecast(forecast: Forecast, { view }: SavedDraft): void {
  const { low, high, because, reason } = view;
  // Only a range of the learner's own is kept, also one that equals what is suggested.
  if (typeof low === 'number' && typeof high === 'number') {
    forecast.setRange([low, high]);
    forecast.keep();
  }
  if (driverIds.includes(because as DriverId)) forecast.because = because as DriverId;
  if (typeof reason === 'string') forecast.reason = reason;
}

export function restoredPlace(kept: SavedDraft | null): RoundPlace {
  const { tab, card } = kept?.view ?? {};
  return { tab: typeof tab === 'string' ? tab : 'decide', card: typeof card === 'string' ? (card as DraftCard) : null };
}
