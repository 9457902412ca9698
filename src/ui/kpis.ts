/** How each KPI is read: its unit and which way is better. Order is the order on the screen. */

import { kpiIds, type KpiId } from '../game/reports.ts';

export type KpiUnit = 'share' | 'points' | 'money' | 'count' | 'perThousand';
export interface KpiReading {
  unit: KpiUnit;
  better: 'high' | 'low';
}

const reading = (unit: KpiUnit, better: 'high' | 'low' = 'high'): KpiReading => ({ unit, better });

export const kpiReadings: Readonly<Record<KpiId, KpiReading>> = {
  churn: reading('share', 'low'),
  satisfaction: reading('points'),
  equity: reading('money'),
  customers: reading('count'),
  contribution: reading('money'),
  completeness: reading('points'),
  revenue: reading('money'),
  shareOfMarket: reading('share'),
  waiting: reading('share', 'low'),
  complaints: reading('perThousand', 'low'),
  care: reading('points'),
  coverage: reading('share'),
  depth: reading('share'),
  accuracy: reading('share'),
  linkage: reading('share'),
  consent: reading('share'),
};

/** The six that are always in sight. */
export const mainKpis = [
  'churn',
  'satisfaction',
  'equity',
  'customers',
  'contribution',
  'completeness',
] as const satisfies readonly KpiId[];
export const otherKpis: readonly KpiId[] = kpiIds.filter((id) => !(mainKpis as readonly KpiId[]).includes(id));

export const isKpi = (id: string): id is KpiId => (kpiIds as readonly string[]).includes(id);
