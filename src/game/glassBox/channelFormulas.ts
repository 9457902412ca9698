/** Figures of channels and of the customer cycle, as books, logs and files show them. */

import type { Formula } from './formula.ts';
import { interval, type ShownFigure, shownFormulas } from './shownFormulas.ts';

const share = (more: Partial<ShownFigure> = {}): ShownFigure => ({
  unit: 'share',
  group: 'measures',
  inputs: interval('share'),
  unreckoned: 'sample',
  ...more,
});
const book = (unit: ShownFigure['unit'], more: Partial<ShownFigure> = {}): ShownFigure => ({
  unit,
  group: 'measures',
  unreckoned: 'books',
  ...more,
});
const ratio: NonNullable<Formula['reckon']> = (of) => of('partCounted') / of('wholeCounted');
const ofCounts = share({ inputs: { partCounted: 'count', wholeCounted: 'count' }, reckon: ratio });

const channels: Readonly<Record<string, ShownFigure>> = {
  'channel.customers': book('count'),
  'channel.calls': book('count'),
  'channel.callCost': book('money', {
    inputs: { channelServiceCost: 'money', channelCalls: 'count' },
    reckon: (of) => of('channelServiceCost') / of('channelCalls'),
  }),
  'channel.margin': book('money', { inputs: { channelRevenue: 'money', channelServiceCost: 'money', commission: 'money' } }),
  'channel.sold': book('money', { inputs: { commission: 'money' } }),
  'channel.named': share(),
  'channel.contextLoss': share(),
  'channel.toldAgain': share(),
  'channel.saved': book('count'),
  'channel.rightFull': share(),
  'channel.rightPartial': share(),
  'channel.matched': share(),
  'channel.unlogged': share(),
  'channel.conflicts': book('count'),
  'channel.sent': book('count'),
  'channel.opened': ofCounts,
  'channel.clicked': ofCounts,
  'channel.emailBought': book('count'),
  'channel.unsubscribed': ofCounts,
  'channel.baskets': book('count'),
  'channel.abandoned': ofCounts,
};

const cycle: Readonly<Record<string, ShownFigure>> = {
  'cycle.customers': book('count'),
  'cycle.contacted': book('count'),
  'cycle.left': share(),
  'cycle.quiet': share(),
  'cycle.fired': book('count'),
  'cycle.reached': book('count'),
  'cycle.mistaken': book('count'),
  'cycle.noConsent': book('count'),
  'cycle.undone': book('count'),
  'cycle.leftContacted': share(),
  'cycle.leftControl': share(),
  'cycle.cost': book('money'),
  'cycle.kept': book('money', { inputs: interval('money'), unreckoned: 'sample' }),
  'cycle.tried': book('count'),
  'cycle.winBackCost': book('money'),
  'cycle.returned': share(),
  'cycle.returnedBest': share({ says: 'cycle.returned' }),
  'cycle.goneAgain': share(),
};

export const channelFormulas: readonly Formula[] = shownFormulas({ ...channels, ...cycle });
