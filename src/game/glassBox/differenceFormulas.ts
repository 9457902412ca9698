/** Numbers that are made of what stands beside them on the screen: differences, and the severity of a case as it is weighed. */

import { criterionIds } from '../../company/conflict/situation.ts';
import { kpiIds } from '../reports.ts';
import { shownFormula } from './shownFormulas.ts';
import { EXACT, type Family, firm, type Formula, type GlassInput, type GlassUnit, input } from './formula.ts';

/** Figures that a run can differ in, with the formula of each. */
const figures = {
  equity: { unit: 'money', about: 'kpi.equity' },
  customers: { unit: 'count', about: 'kpi.customers' },
  churn: { unit: 'share', about: 'kpi.churn' },
  satisfaction: { unit: 'points', about: 'kpi.satisfaction' },
  contribution: { unit: 'money', about: 'kpi.contribution' },
  cash: { unit: 'units', about: 'money.cash' },
  value: { unit: 'money', about: 'criterion.X2' },
  score: { unit: 'points', about: 'score.total' },
} as const satisfies Readonly<Record<string, { unit: GlassUnit; about: string }>>;
export type DifferenceId = keyof typeof figures;

/**
 * given: `own`, of the run as it was played, and `other`, or, where neither stands on the screen, the difference as `apart`; `draws` where they
 * are means, then `sd`, `low95` and `high95` of the difference; it is `other` less `own`, or turned round.
 */
const difference = (id: DifferenceId): Formula => ({
  id: `difference.${id}`,
  says: 'difference',
  about: figures[id].about,
  group: 'replays',
  parameters: [],
  read: ({ given, lifted }) => {
    if (!lifted || given === undefined) return null;
    const { own, other, turned = 0 } = given;
    const both = own !== undefined && other !== undefined;
    const result = both ? (turned === 1 ? own - other : other - own) : given.apart;
    if (result === undefined) return null;
    const { unit } = figures[id];
    const beside = (name: string, of: GlassUnit): GlassInput[] => (given[name] === undefined ? [] : [input(name, given[name], of)]);
    const inputs = [
      ...(both ? [input('own.figure', own, unit), input('other.figure', other, unit)] : []),
      ...(given.draws === undefined ? [] : [input('drawsMean', given.draws, 'count')]),
      ...beside('drawsSd', unit),
      ...beside('low95', unit),
      ...beside('high95', unit),
      ...(turned === 1 ? [input('turned', 1, 'yes')] : []),
    ];
    return { result, unit, quarter: given.quarter ?? null, inputs };
  },
  reckon: (of) => (of('turned') === 1 ? of('own.figure') - of('other.figure') : of('other.figure') - of('own.figure')),
  unreckoned: 'replays',
  tolerance: EXACT,
});

/** `change:churn/share`: what a firm believes of a figure now less what it believed before, in play too. */
export const changeFamily: Family = {
  head: 'change',
  of: (argument) => {
    const [name, unit] = argument.split('/');
    const kpi = kpiIds.find((id) => id === name);
    const known = (['share', 'points', 'money', 'count', 'perThousand'] as const).find((each) => each === unit);
    if (kpi === undefined || known === undefined) return null;
    return shownFormula(`change:${argument}`, {
      unit: known,
      group: 'measures',
      says: 'change',
      about: `kpi.${kpi}`,
      inputs: { knownBefore: known, knownNow: known },
      reckon: (of) => of('knownNow') - of('knownBefore'),
    });
  },
};

/** Severity of a case from the points that the learner gives its criteria. */
const severity: Formula = {
  id: 'case.severity',
  says: 'case.severity',
  group: 'customers',
  parameters: firm(
    'severity.harm',
    'severity.value',
    'severity.spread',
    'severity.legal',
    'severity.repeat',
    'severity.heat',
    'severity.minor',
    'severity.major',
    'severity.critical',
  ),
  read: ({ given }) => {
    if (given?.severity === undefined) return null;
    const inputs = criterionIds.map((id): GlassInput => ({ key: id, kind: 'caseCriterion', id, value: given[id] ?? NaN, unit: 'points' }));
    return { result: given.severity, unit: 'points', quarter: null, inputs };
  },
  reckon: (of, p) => 20 * criterionIds.reduce((sum, id) => sum + p(`severity.${id}`) * of(id), 0),
  tolerance: EXACT,
};

export const differenceFormulas: readonly Formula[] = [...(Object.keys(figures) as DifferenceId[]).map(difference), severity];
