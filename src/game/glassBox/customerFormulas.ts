/** Figures of single customers: what a firm has on file of one, and, in the debrief, the life of one. */

import { firm, type Formula, market } from './formula.ts';
import { type ShownFigure, shownFormulas } from './shownFormulas.ts';

const file = (figure: Omit<ShownFigure, 'group' | 'unreckoned'>): ShownFigure => ({ ...figure, group: 'customers', unreckoned: 'file' });
const counted = file({ unit: 'count' });
/** Feelings of one customer; his own character and chance go in too. */
const felt = (parameters: ShownFigure['parameters']): ShownFigure => ({
  unit: 'points',
  group: 'customers',
  truth: true,
  inputs: { before: 'points', waitedSelf: 'yes', failedSelf: 'yes', contactsSelf: 'count', contactsOver: 'count' },
  unreckoned: 'person',
  ...(parameters && { parameters }),
});
const told = (unit: ShownFigure['unit'], more: Partial<ShownFigure> = {}): ShownFigure => ({
  unit,
  group: 'customers',
  truth: true,
  ...more,
});

/** What the firm has written down, with its doubt. */
const onFile: Readonly<Record<string, ShownFigure>> = {
  'person.value': {
    ...file({ unit: 'money', inputs: { quarterSpending: 'money', fieldsFilled: 'count', low: 'money', high: 'money' } }),
    reckon: (of) => 4 * of('quarterSpending'),
  },
  'person.loyalty': file({
    unit: 'points',
    inputs: { fieldsFilled: 'count', quartersSilent: 'count', low: 'points', high: 'points' },
  }),
  'person.last': {
    ...file({ unit: 'count', inputs: { quarterNow: 'quarter', lastBought: 'quarter' } }),
    reckon: (of) => of('quarterNow') - of('lastBought'),
  },
  'person.chance': file({ unit: 'share', parameters: firm('model.usualLeaving') }),
  'person.above': file({ unit: 'share' }),
  'person.lists': counted,
  'person.duplicates': counted,
  'person.fields': counted,
  'map.best': { unit: 'count', group: 'customers' },
  'map.share': { unit: 'share', group: 'customers', inputs: { bestCustomers: 'count' } },
  'map.cooling': { unit: 'count', group: 'customers' },
};

/** A life as it was, and what tipped those who left. */
const lived: Readonly<Record<string, ShownFigure>> = {
  'life.satisfaction': felt(
    market('experience.quality', 'experience.excess', 'experience.shortfall', 'experience.anchorNew', 'experience.anchorOld'),
  ),
  'life.relationship': felt(market('experience.tiePace', 'experience.tieCare', 'experience.tieDepth', 'experience.tieRetention')),
  'life.paid': told('money'),
  'life.tip': told('count', { inputs: { changesTried: 'count' }, unreckoned: 'replays' }),
  'lives.left': told('count'),
  'lives.silent': told('count'),
  'lives.list': told('count'),
  'tips.count': told('count', { inputs: { leaversAsked: 'count' }, unreckoned: 'replays' }),
  'tips.share': told('share', {
    inputs: { leaversSingle: 'count', leaversAsked: 'count' },
    reckon: (of) => of('leaversSingle') / of('leaversAsked'),
  }),
  'ways.perMoved': told('money', {
    group: 'replays',
    inputs: { equityApart: 'money', movedMoney: 'money' },
    reckon: (of) => (100 * of('equityApart')) / of('movedMoney'),
  }),
  'fate.customers': told('count', { group: 'replays', unreckoned: 'replays' }),
  'fate.revenue': told('money', { group: 'replays', unreckoned: 'replays' }),
};

export const customerFormulas: readonly Formula[] = shownFormulas({ ...onFile, ...lived });
