/** What measuring brought: the effect of a campaign against its control group, and what models are worth. */

import type { TenthId } from '../customers/modelTruth.ts';
import type { CampaignSheet } from '../known/campaign.ts';
import type { ModelGroup } from '../known/models.ts';
import type { Estimate } from '../reports.ts';
import { EXACT, firm, type Formula, type GlassInput, type GlassRun, type GlassUnit, input, type Reading } from './formula.ts';

/** The campaign shown last, as its firm measured it. */
const sheetOf = ({ known }: GlassRun): CampaignSheet | null => known.findLast(({ campaign }) => campaign)?.campaign ?? null;

/** A figure that the firm believes, with what it was made of; null while it is not known. */
function believed(of: Estimate, unit: GlassUnit, quarter: number, inputs: readonly GlassInput[]): Reading | null {
  return of.value === null ? null : { result: of.value, unit, quarter, inputs, believed: of };
}

function figure(id: string, parameters: Formula['parameters'], readKnown: (sheet: CampaignSheet) => Reading | null): Formula {
  const read: Formula['read'] = (run) => {
    const sheet = sheetOf(run);
    return sheet && readKnown(sheet);
  };
  return {
    id: `campaign.${id}`,
    says: `campaign.${id}`,
    group: 'measures',
    parameters,
    read,
    reckon: null,
    unreckoned: 'sample',
    tolerance: 1e-6,
  };
}

const groups = ({ quarter, addressed, kept }: CampaignSheet): GlassInput[] => [
  input('addressed', addressed, 'count', quarter),
  input('keptOut', kept, 'count', quarter),
];
const costs = ({ quarter, cost, givenAway }: CampaignSheet): GlassInput[] => [
  input('campaignCost', cost, 'money', quarter),
  input('givenAway', givenAway, 'money', quarter),
];
const difference = (of: (key: string) => number): number => of('bought') - of('usual');

export const campaignFormulas: readonly Formula[] = [
  figure('response', [], (sheet) =>
    believed(sheet.response, 'share', sheet.quarter, [input('addressed', sheet.addressed, 'count', sheet.quarter)]),
  ),
  figure('bought', [], (sheet) => believed(sheet.bought, 'number', sheet.quarter, groups(sheet).slice(0, 1))),
  figure('usual', [], (sheet) => believed(sheet.usual, 'number', sheet.quarter, groups(sheet).slice(1))),
  {
    ...figure('lift', [], ({ lift, bought, usual, quarter }) =>
      believed(lift, 'number', quarter, [
        input('bought', bought.value ?? NaN, 'number', quarter),
        input('usual', usual.value ?? NaN, 'number', quarter),
      ]),
    ),
    reckon: difference,
  },
  figure('optedOut', [], (sheet) => believed(sheet.optedOut, 'share', sheet.quarter, groups(sheet).slice(0, 1))),
  figure('optedOutUsual', [], (sheet) => believed(sheet.optedOutUsual, 'share', sheet.quarter, groups(sheet).slice(1))),
  {
    ...figure('cost', firm('price.campaignReminder', 'price.campaignDiscount', 'price.campaignBundle'), ({ cost, quarter }) => ({
      result: cost,
      unit: 'money',
      quarter,
      inputs: [],
    })),
    unreckoned: 'rules',
  },
  {
    ...figure('givenAway', [], ({ givenAway, quarter }) => ({ result: givenAway, unit: 'money', quarter, inputs: [] })),
    unreckoned: 'people',
  },
  {
    ...figure('claim', [], (sheet) => ({ result: sheet.claim, unit: 'money', quarter: sheet.quarter, inputs: costs(sheet) })),
    unreckoned: 'people',
  },
  figure('gain', [], (sheet) =>
    believed(sheet.gain, 'money', sheet.quarter, [
      input('liftPerCustomer', sheet.lift.value ?? NaN, 'number', sheet.quarter),
      input('addressed', sheet.addressed, 'count', sheet.quarter),
      ...costs(sheet),
    ]),
  ),
  {
    id: 'campaign.trueLift',
    says: 'campaign.trueLift',
    group: 'measures',
    parameters: [],
    read: ({ truth }) => {
      const campaign = truth.findLast((each) => each.campaign)?.campaign;
      if (!campaign) return null;
      const { lift, without, quarter } = campaign;
      return { result: lift, unit: 'number', quarter, inputs: [input('without', without, 'number', quarter)] };
    },
    readKnown: () => null,
    reckon: null,
    unreckoned: 'people',
    tolerance: EXACT,
  },
];

type Churn = Readonly<Record<'top' | 'all' | 'control', ModelGroup>>;
/** Share that a model stated of a kind of customer, and the share that left. */
function modelShare(id: string, pick: (churn: Churn) => { value: number | Estimate; n: number }): Formula {
  return {
    id: `model.${id}`,
    says: id.startsWith('left') ? 'model.left' : 'model.statedShare',
    group: 'measures',
    parameters: firm('model.list', 'model.holdout'),
    read: ({ known }) => {
      const last = known.at(-1);
      const churn = last?.models?.churn;
      if (!last || !churn) return null;
      const { value, n } = pick(churn);
      const inputs = [input('modelCustomers', n, 'count', last.quarter)];
      if (typeof value !== 'number') return believed(value, 'share', last.quarter, inputs);
      return { result: value, unit: 'share', quarter: last.quarter, inputs };
    },
    reckon: null,
    unreckoned: 'sample',
    tolerance: EXACT,
  };
}

/** How many times as much true risk a tenth holds as a tenth by lot. */
const lift = (id: TenthId): Formula => ({
  id: `model.lift.${id}`,
  says: 'model.lift',
  group: 'measures',
  parameters: firm('model.usualLeaving'),
  read: ({ models }) => {
    const last = models?.findLast((each) => each.lift !== null);
    if (!last?.lift) return null;
    const { quarter, customers, leavers } = last;
    const inputs = [input('modelCustomers', customers, 'count', quarter), input('leavers', leavers, 'count', quarter)];
    return { result: last.lift[id], unit: 'number', quarter, inputs };
  },
  readKnown: () => null,
  reckon: null,
  unreckoned: 'people',
  tolerance: EXACT,
});

const truthOf = (id: 'stated' | 'rankError' | 'growthRight', unit: GlassUnit): Formula => ({
  ...lift('churn'),
  id: `model.${id}`,
  says: `model.${id}`,
  parameters: [],
  read: ({ models }) => {
    const last = models?.at(-1);
    return last
      ? { result: last[id], unit, quarter: last.quarter, inputs: [input('modelCustomers', last.customers, 'count', last.quarter)] }
      : null;
  },
});

export const modelFormulas: readonly Formula[] = [
  modelShare('statedTop', ({ top }) => ({ value: top.stated, n: top.n })),
  modelShare('statedAll', ({ all }) => ({ value: all.stated, n: all.n })),
  modelShare('leftTop', ({ top }) => ({ value: top.left, n: top.n })),
  modelShare('leftAll', ({ all }) => ({ value: all.left, n: all.n })),
  modelShare('leftControl', ({ control }) => ({ value: control.left, n: control.n })),
  ...(['churn', 'rfm', 'silent', 'heaviest'] as const).map(lift),
  truthOf('stated', 'number'),
  truthOf('rankError', 'share'),
  truthOf('growthRight', 'share'),
];
