/** Three named ways to decide a card in one tap. */

import type { CardId, QuarterPlan } from '../../company/controls.ts';
import { fieldIds } from '../../sim/records/recordActions.ts';

export interface Preset {
  id: string;
  plan: Partial<QuarterPlan>;
}

/** @param start what the firm did before play began */
export function presetsOf(card: CardId, start: QuarterPlan): readonly Preset[] {
  if (card === 'biz.budget') {
    return [
      { id: 'asLastYear', plan: { 'biz.spend': start['biz.spend'], 'biz.budget': start['biz.budget'] } },
      { id: 'service', plan: { 'biz.budget': { marketing: 15, sales: 15, service: 40, people: 20, technology: 10 } } },
      { id: 'data', plan: { 'biz.budget': { marketing: 15, sales: 10, service: 20, people: 20, technology: 35 } } },
    ];
  }
  if (card === 'dat.fields') {
    return [
      { id: 'lean', plan: { 'dat.fields': ['name', 'phone', 'purchases', 'channel', 'complaints'] } },
      { id: 'enough', plan: { 'dat.fields': ['name', 'phone', 'purchases', 'needs', 'household', 'channel', 'complaints'] } },
      { id: 'all', plan: { 'dat.fields': fieldIds } },
    ];
  }
  return [];
}

/** Id of the first preset that the plan already follows, or null. */
export function chosenPreset(presets: readonly Preset[], plan: QuarterPlan): string | null {
  const same = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b);
  const fits = (preset: Preset): boolean => Object.entries(preset.plan).every(([id, value]) => same(value, plan[id as keyof QuarterPlan]));
  return presets.find(fits)?.id ?? null;
}

/** Text that is equal for equal plan values: lists as sets, shares by name. */
function comparable(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...(value as string[])].sort((a, b) => (a < b ? -1 : 1)));
  if (typeof value === 'object' && value !== null) {
    const shares = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify(shares);
  }
  return JSON.stringify(value);
}
