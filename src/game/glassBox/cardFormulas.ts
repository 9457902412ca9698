/** Numbers of the cards held against the truth: what was decided, and what came of it over the closed run. */

import { type Family, firm, type GlassUnit, market } from './formula.ts';
import { type ShownFigure, shownFormula } from './shownFormulas.ts';

type CardNumber = Pick<ShownFigure, 'parameters' | 'unreckoned'>;

/** Kinds of numbers, each with a sentence of its own. What is said of none is taken from the course of the run. */
const numbers = {
  forces: {},
  splitUsed: {},
  splitTaken: { unreckoned: 'people' },
  splitReferred: { unreckoned: 'people' },
  splitSearch: { unreckoned: 'books' },
  budget: {},
  budgetWorks: { parameters: firm('stock.weakestFloor', 'stock.weakestSlope') },
  costACustomer: { unreckoned: 'books' },
  orphan: { unreckoned: 'books' },
  won: { unreckoned: 'people' },
  held: {},
  worth: { unreckoned: 'people', parameters: market('equity.discount', 'equity.horizon') },
  cut: { unreckoned: 'rules', parameters: firm('segments.scale') },
  fields: {},
  partner: { unreckoned: 'people' },
  groupFlow: { unreckoned: 'people' },
  hours: {},
  owner: {},
  context: { unreckoned: 'rules', parameters: firm('service.contextLoss') },
  ties: { unreckoned: 'rules' },
  consultants: { parameters: firm('consult.adviseLeaves', 'consult.doLeaves') },
  planned: { unreckoned: 'rules' },
  scope: { unreckoned: 'rules' },
  toolFit: { unreckoned: 'rules', parameters: firm('adoption.fitBase', 'adoption.toolTooBig', 'adoption.trial') },
  vendor: { unreckoned: 'rules' },
  toolPrice: { unreckoned: 'rules', parameters: firm('tech.leadPrice', 'tech.waitPrice', 'tech.priceFall', 'price.vendorOffer') },
  generation: { parameters: firm('tool.pimCapture', 'tool.cmsDuplicates', 'tool.sfaAcquisition', 'tool.crmContext') },
  ownership: { unreckoned: 'books' },
  promised: { unreckoned: 'books' },
  projectsShort: { unreckoned: 'rules' },
  forecasts: {},
  events: {},
  findings: {},
  needs: { unreckoned: 'sample' },
  needGroups: { unreckoned: 'rules', parameters: firm('segments.needBehaviour', 'segments.needInterviews') },
  staff: { unreckoned: 'books' },
  orientation: {},
  sensed: {},
  contextLogged: { unreckoned: 'sample' },
  channelTruth: { unreckoned: 'people' },
  channelMargin: { unreckoned: 'books' },
  channelConflicts: {},
  contactRate: { unreckoned: 'people', parameters: market('contact.welcome', 'contact.annoyance') },
  modules: { unreckoned: 'people' },
  loyalty: { unreckoned: 'people' },
  cycleCost: { unreckoned: 'books', parameters: firm('price.trigger') },
  cycleEvents: { unreckoned: 'people' },
  cycleStages: { unreckoned: 'people' },
  safety: { unreckoned: 'rules', parameters: firm('price.safety') },
  merges: { unreckoned: 'people' },
  contacts: { unreckoned: 'people' },
  buyers: { unreckoned: 'people' },
  substitutes: { unreckoned: 'people' },
  levers: { parameters: firm('offer.costToServe', 'offer.quality', 'marketing.focusCore') },
  place: { unreckoned: 'rules' },
  edge: {},
  relations: { unreckoned: 'people', parameters: market('equity.discount', 'equity.horizon') },
  campaign: { unreckoned: 'people' },
  campaignHits: {},
} as const satisfies Readonly<Record<string, CardNumber>>;

export type CardNumberId = keyof typeof numbers;
export const cardNumbers = Object.keys(numbers) as readonly CardNumberId[];
const isCardNumber = (id: string | undefined): id is CardNumberId => id !== undefined && Object.hasOwn(numbers, id);
const units: readonly GlassUnit[] = ['share', 'points', 'count', 'money', 'perThousand', 'number', 'quarter', 'units'];

/** `card:budget/share`: of which kind, and in which unit. */
export const cardFamily: Family = {
  head: 'card',
  of: (argument) => {
    const [id, name] = argument.split('/');
    const unit = units.find((each) => each === name);
    if (unit === undefined || !isCardNumber(id)) return null;
    const figure: CardNumber = numbers[id];
    return shownFormula(`card:${argument}`, {
      unreckoned: 'quarters',
      ...figure,
      unit,
      group: 'measures',
      truth: true,
      says: `card.${id}`,
    });
  },
};
