/** The learner's forecast of one figure: an 80% range, one reason of six, and why in words of one's own. */

import type { Estimate, KpiId } from '../../game/reports.ts';
import { noteOf } from '../../game/note.ts';
import { driverIds, type DriverId, type Prediction } from '../../game/run.ts';
import { kpiReadings } from '../kpis.ts';

export { driverIds };

/** Track of the range in steps of the screen: shares in tenths of a percent, points in halves, the rest in hundredths of the estimate. */
interface Track {
  low: number;
  high: number;
  step: number;
}

/** The share of customers that leaves in a quarter is small everywhere; any other share that nobody knows yet may be all of it. */
const mostUnknown = (kpi: KpiId): number => (kpi === 'churn' ? 0.3 : 1);

/** Room for surprise on both sides of what is known now. */
export function trackOf(kpi: KpiId, known: Estimate | undefined): Track {
  const { unit } = kpiReadings[kpi];
  const middle = known?.value ?? null;
  if (unit === 'points') return { low: 0, high: 100, step: 1 };
  if (unit === 'share') {
    const high = middle === null ? mostUnknown(kpi) : Math.min(1, Math.max(0.1, Math.ceil((known?.high ?? middle) * 20) / 10));
    return { low: 0, high, step: 0.001 };
  }
  const high = middle === null || middle === 0 ? 100 : 2 * Math.abs(middle);
  return { low: middle !== null && middle < 0 ? -high : 0, high, step: high / 100 };
}

/** Where the thumbs stand at first: around what is known, wide enough to take hold of, on the steps of the track. */
function firstRange({ low, high, step }: Track, known: Estimate | undefined): [number, number] {
  const quarter = (high - low) / 4;
  const middle = known?.value ?? (low + high) / 2;
  const half = Math.max(quarter / 2, ((known?.high ?? middle + quarter) - (known?.low ?? middle - quarter)) / 2);
  const onStep = (value: number): number => low + Math.round((Math.min(high, Math.max(low, value)) - low) / step) * step;
  return [onStep(middle - half), onStep(middle + half)];
}

export class Forecast {
  readonly kpi: KpiId;
  readonly track: Track;
  range = $state.raw<[number, number]>([0, 0]);
  because = $state.raw<DriverId | null>(null);
  /** Why, as it is being typed. */
  reason = $state('');
  touched = $state(false);
  readonly ready = $derived(this.touched && this.because !== null);

  constructor(kpi: KpiId, known: Estimate | undefined) {
    this.kpi = kpi;
    this.track = trackOf(kpi, known);
    this.range = firstRange(this.track, known);
  }

  /** Takes a range that the learner set; the one it already has is no forecast yet. */
  setRange(range: readonly [number, number]): void {
    const [low, high] = [Math.min(...range), Math.max(...range)];
    const still = this.track.step / 2;
    if (Math.abs(low - this.range[0]) < still && Math.abs(high - this.range[1]) < still) return;
    this.range = [low, high];
    this.touched = true;
  }

  /** Takes the range as it stands for the learner's own. */
  keep(): void {
    this.touched = true;
  }

  /** As it goes into the log, in per mille of the KPI's unit; null while the range or the reason is missing. */
  get prediction(): Prediction | null {
    if (!this.touched || this.because === null) return null;
    const [low, high] = this.range.map((value) => Math.round(value * 1000));
    return { kpi: this.kpi, low, high, because: this.because };
  }

  /** The reason in words as it goes into the log; empty when there is none. It needs no range: a thought may come first. */
  get note(): string {
    return noteOf(this.reason);
  }
}
