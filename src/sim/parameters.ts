/**
 * Every parameter of the market model in one place. A scenario or a hidden world may set each within its range.
 * "proposal" marks a value of our own that is tuned by measurement; all others name the publication.
 */

import { campaignParameters } from './campaignParameters.ts';
import { channelParameters } from './channelParameters.ts';

export type MarketStep =
  | 'acquisition'
  | 'choice'
  | 'purchase'
  | 'contact'
  | 'experience'
  | 'complaint'
  | 'leaving'
  | 'wordOfMouth'
  | 'records'
  | 'rating'
  | 'equity';

export interface Parameter {
  value: number;
  low: number;
  high: number;
  unit: string;
  source: string;
  step: MarketStep;
}

const of = (step: MarketStep, value: number, low: number, high: number, unit: string, source: string): Parameter => ({
  value,
  low,
  high,
  unit,
  source,
  step,
});
const blattberg = 'Blattberg & Deighton 1996: acquisition rate = ceiling (1 - exp(-k spend))';
const rust = 'Rust, Lemon & Zeithaml 2004: choice by value, brand and relationship equity with inertia';
const anderson = 'Anderson & Sullivan 1993: quality and disconfirmation, shortfall weighs more';
const skewed = 'Peterson & Wilson 1992: four in five tick one of the two best boxes; the pleased and the angry answer more readily';
const tarp = 'TARP 1986: repurchase in eight groups by loss and by what became of the complaint';
const goodman = 'Goodman & Newman 2003; US Office of Consumer Affairs 1979: 3% of minor, 69% of serious problems, at an ordinary door';
const tax = 'Tax, Brown & Chandrashekaran 1998: distributive, procedural, interactional justice';

export const parameters = {
  'acquisition.ceiling': of('acquisition', 0.3, 0, 1, 'share of prospects reached a quarter', blattberg),
  'acquisition.steepness': of('acquisition', 0.05, 0, 10, 'per currency unit a prospect', blattberg),
  'acquisition.prospectResponse': of(
    'acquisition',
    0.4,
    0,
    1,
    'response of prospects over own lists',
    'proposal after model.md: own lists respond 2.5 times better',
  ),
  'acquisition.referral': of(
    'acquisition',
    0.06,
    0,
    1,
    'share of prospects reached per net praise a customer',
    'proposal; form of Villanueva, Yoo & Hanssens 2008',
  ),
  'acquisition.referredTie': of(
    'acquisition',
    0.12,
    0,
    0.5,
    'relationship 0-1 that a referred customer starts above others',
    'proposal after Schmitt, Skiera & Van den Bulte 2011',
  ),
  'acquisition.newTie': of('acquisition', 0.9, 0, 1, 'relationship of a new customer over that of the usual one', 'proposal'),
  'acquisition.memory': of(
    'acquisition',
    0.35,
    0,
    0.95,
    'part of the awareness of last quarter that is left without new spending',
    'proposal; adstock of Broadbent 1979, quarterly carry-over of Clarke 1976',
  ),
  'acquisition.poaching': of('acquisition', 1.2, 0, 10, 'log odds of leaving per share reached by rivals', 'proposal'),
  'choice.value': of('choice', 6, 0, 30, 'utility per unit of weighted attribute', rust),
  'choice.brand': of('choice', 1.2, 0, 10, 'utility per unit of brand equity', rust),
  'choice.relationship': of('choice', 1.5, 0, 10, 'utility per unit of relationship', rust),
  'choice.promise': of(
    'choice',
    6,
    0,
    30,
    'utility to a stranger per unit promised over the market',
    'sign: Parasuraman, Zeithaml & Berry 1985, promises win; size a proposal',
  ),
  'choice.satisfaction': of('choice', 1.0, 0, 10, 'utility per unit of satisfaction with a known supplier', rust),
  'choice.needSpread': of('choice', 14, 1, 1000, 'concentration of individual needs around the segment mean (Dirichlet)', 'proposal'),
  'choice.priceSlope': of('choice', 1.5, 0, 10, 'attribute 0-1 per unit of relative price', 'proposal'),
  'choice.none': of('choice', 0.35, 0, 5, 'weight of taking nobody, for a prospect without supplier', 'proposal'),
  'choice.considerWithoutReach': of('choice', 0.25, 0, 1, 'weight of a company that did not reach the leaver', 'proposal'),
  'purchase.priceElasticity': of(
    'purchase',
    0.3,
    0,
    3,
    'log purchases per unit of relative price',
    'proposal; short-run usage elasticity of services',
  ),
  'purchase.satisfactionLift': of(
    'purchase',
    0.15,
    0,
    2,
    'log purchases per unit of satisfaction above the start',
    'proposal; small, as rating hardly tells share of wallet (Keiningham)',
  ),
  'contact.response': of('contact', 0.05, 0, 1, 'share of welcome contacts answered by an extra purchase', 'proposal'),
  'contact.fitLogit': of('contact', 1.5, 0, 10, 'log odds of response per unit of fit above .5', 'mechanics 3'),
  'contact.withdrawal': of(
    'contact',
    0.04,
    0,
    1,
    'consent withdrawn per contact beyond tolerance',
    'mechanics 2; form of Godfrey, Seiders & Voss 2011',
  ),
  'contact.annoyance': of(
    'contact',
    0.05,
    0,
    1,
    'relationship lost per contact beyond tolerance',
    'Godfrey, Seiders & Voss 2011: interior optimum',
  ),
  'contact.welcome': of('contact', 0.03, 0, 1, 'relationship won per welcome contact', 'Godfrey, Seiders & Voss 2011'),
  'contact.wrongBase': of('contact', 0.2, 0, 1, 'loss of perceived quality by a wrong personalisation', 'mechanics 3'),
  'contact.wrongGrain': of('contact', 0.3, 0, 1, 'further loss at grain 1', 'mechanics 3'),
  'experience.servers': of('experience', 6, 1, 1000, 'agents a service point', 'proposal; size of a branch or a shift'),
  'experience.promise': of('experience', 1, 0, 50, 'promised wait in mean service times', 'proposal'),
  'experience.waitLoss': of('experience', 0.25, 0, 1, 'loss of perceived service when all wait longer than promised', 'proposal'),
  'experience.contextLoss': of('experience', 0.15, 0, 1, 'loss of perceived convenience when context is lost', 'proposal'),
  'experience.quality': of('experience', 0.8, 0, 5, 'satisfaction per unit of perceived quality above the start', anderson),
  'experience.excess': of('experience', 0.5, 0, 5, 'satisfaction per unit of performance above expectation', anderson),
  'experience.shortfall': of('experience', 0.95, 0, 10, 'satisfaction per unit of performance below expectation', anderson),
  'experience.anchorOld': of(
    'experience',
    0.2,
    0,
    1,
    'weight of a new quarter for a customer of long standing',
    'Bolton 1998: experience anchors',
  ),
  'experience.anchorNew': of('experience', 0.5, 0, 1, 'weight of a new quarter for a new customer', 'Bolton 1998'),
  'experience.noise': of('experience', 0.07, 0, 0.5, 'sd of perceived performance from quarter to quarter', 'proposal'),
  'experience.spread': of('experience', 0.1, 0, 0.5, 'sd of satisfaction over customers at the start', 'proposal'),
  'experience.expectationPace': of('experience', 0.1, 0, 1, 'share by which expectation follows performance a quarter', 'proposal'),
  'experience.tiePace': of('experience', 0.2, 0, 1, 'share by which relationship follows treatment a quarter', 'proposal'),
  'experience.tieCare': of('experience', 0.6, 0, 2, 'relationship per unit of care delivered', 'proposal'),
  'experience.tieDepth': of('experience', 0.05, 0, 0.5, 'relationship a step of depth wanted by the customer', 'proposal'),
  'experience.tieRetention': of('experience', 0.15, 0, 1, 'relationship won at most by retention money', blattberg),
  'experience.retentionSteepness': of('experience', 0.2, 0, 10, 'per currency unit a customer', blattberg),
  'complaint.severityShape': of('complaint', 2.5, 0, 10, 'power of a uniform: 0 = all alike, 1 = even, above = mostly minor', 'proposal'),
  'complaint.severityCeiling': of('complaint', 1, 0, 1, 'severity of the worst failure', 'switch'),
  'complaint.felt': of('complaint', 0.1, 0, 1, 'severity 0-1 from which a failure is felt', 'proposal'),
  'complaint.voiceBase': of('complaint', -6, -10, 10, 'log odds of speaking at no severity, closed door, no propensity', goodman),
  'complaint.voiceSeverity': of('complaint', 5.05, 0, 20, 'log odds of speaking per unit of severity', goodman),
  'complaint.voiceEase': of('complaint', 2, 0, 10, 'log odds of speaking from closed to open door', 'proposal; Fornell & Wernerfelt 1987'),
  'complaint.voicePropensity': of('complaint', 1.5, 0, 10, 'log odds of speaking per unit of propensity', 'proposal'),
  'complaint.harmony': of(
    'complaint',
    0.3,
    0,
    1,
    'how much harmony is wanted in this place; .3 = as usual',
    'proposal; a dial of the scenario',
  ),
  'complaint.voiceHarmony': of(
    'complaint',
    2,
    0,
    10,
    'log odds of speaking lost from no harmony wanted to nothing but harmony',
    'sign: Ngai et al. 2007, fewer complain who fear for face; size a proposal',
  ),
  'complaint.ownFault': of(
    'complaint',
    0.25,
    0,
    1,
    'share of felt failures that customers bring on themselves',
    'Goodman 2009: a fifth to two fifths of dissatisfaction comes of own errors and expectations',
  ),
  'complaint.refusedFair': of(
    'complaint',
    0.7,
    0,
    1,
    'distributive justice felt by who is refused for an error of his own and told why',
    'sign: Folkes 1984, who sees the cause in himself expects less; size a proposal',
  ),
  'complaint.claims': of(
    'complaint',
    1,
    0,
    10,
    'share of trifles that are claimed for, per unit of remedy beyond the loss, at an open door, where all are paid',
    'sign: Baker, Magnini & Perdue 2012, generous redress invites opportunistic complaints; size a proposal',
  ),
  'complaint.claimed': of('complaint', 0.4, 0, 1, 'loss that is claimed without cause, severity 0-1', 'proposal'),
  'complaint.late': of(
    'complaint',
    0.4,
    0,
    1,
    'chance that an unsettled complaint is settled when asked after, over that of the first answer',
    'proposal',
  ),
  'complaint.lateHurt': of('complaint', 0.5, 0, 2, 'part of the hurt that remains when a complaint is settled late', 'proposal'),
  'complaint.hurt': of('complaint', 0.35, 0, 2, 'satisfaction lost by an unanswered failure of full severity', 'Maxham & Netemeyer 2002'),
  'complaint.justiceLogit': of('complaint', 7, 0, 30, 'log odds of recovery per unit of justice above the middle', tax),
  'complaint.justiceMiddle': of('complaint', 0.5, 0, 1, 'justice 0-1 at which half are recovered', tax),
  'complaint.weightDistributive': of('complaint', 0.35, 0, 1, 'weight of remedy against loss', tax),
  'complaint.weightProcedural': of('complaint', 0.35, 0, 1, 'weight of speed and authority', tax),
  'complaint.weightInteractional': of('complaint', 0.3, 0, 1, 'weight of empathy, apology, explanation', tax),
  'complaint.promiseHours': of('complaint', 48, 1, 1000, 'hours in which an answer is expected', 'proposal'),
  'complaint.doubleDeviation': of(
    'complaint',
    1.6,
    1,
    5,
    'factor on the loss when a complaint fails',
    'Bitner, Booms & Tetreault 1990; Maxham & Netemeyer 2002',
  ),
  'complaint.repeat': of(
    'complaint',
    0.3,
    0,
    5,
    'log odds of recovery lost with each earlier failure, three at most',
    'Maxham & Netemeyer 2002',
  ),
  'complaint.repeatHurt': of(
    'complaint',
    0.6,
    0,
    2,
    'part of the hurt that remains when a further failure is made good',
    'Maxham & Netemeyer 2002: a second failure is not repaired',
  ),
  'complaint.paradox': of(
    'complaint',
    0.03,
    0,
    0.2,
    'satisfaction won at most by an excellent first recovery',
    'de Matos et al. 2007: satisfaction only',
  ),
  'complaint.exit': of(
    'complaint',
    5.26,
    0,
    20,
    'log odds of leaving in the quarter of an unspoken failure of full severity; grows with the root of severity',
    tarp,
  ),
  'complaint.voiceRelief': of('complaint', 0.87, 0, 10, 'log odds taken back by having been heard at all, per unit of severity', tarp),
  'complaint.settledRelief': of('complaint', 0.53, 0, 10, 'log odds taken back when the complaint is settled', tarp),
  'complaint.settledSeverity': of('complaint', 1.08, 0, 10, 'the same per unit of severity', tarp),
  'complaint.quickRelief': of('complaint', 2.39, 0, 10, 'log odds taken back when it is settled at once', tarp),
  'complaint.quickSeverity': of('complaint', 1, 0, 10, 'part of that lost per unit of severity', tarp),
  'leaving.scale': of('leaving', 1, 0, 5, 'factor on the base leaving; 0 = nobody drops out', 'switch'),
  'leaving.leastCalm': of(
    'leaving',
    0.1,
    0,
    1,
    'least part of the base leaving that is not put down to the failures of the start',
    'proposal',
  ),
  'leaving.satisfaction': of('leaving', 3, 0, 20, 'log odds of leaving per unit of satisfaction below the start', 'Bolton 1998'),
  'leaving.convexity': of('leaving', 4, 0, 50, 'log odds per squared unit below the start', 'Jones & Sasser 1995'),
  'leaving.switching': of('leaving', 0.6, 0, 1, 'part of dissatisfaction that switching cost holds back at 1', 'Lam et al. 2004'),
  'leaving.relationship': of('leaving', 2.2, 0, 20, 'log odds per unit of relationship below the start', rust),
  'leaving.rivalOffer': of('leaving', 4, 0, 30, 'log odds per unit of the best rival offer above the own', rust),
  'leaving.outOfMarket': of('leaving', 0.15, 0, 1, 'share of life-event leavers who take no other supplier at once', 'proposal'),
  'leaving.told': of('leaving', 0.2, 0, 1, 'share of leavers who tell their reason unasked', 'proposal'),
  'wordOfMouth.base': of('wordOfMouth', 0.05, 0, 1, 'share of customers who talk though neither pleased nor angry', 'Anderson 1998'),
  'wordOfMouth.praise': of('wordOfMouth', 1, 0, 10, 'talk per squared satisfaction above the middle', 'Anderson 1998: U-shape'),
  'wordOfMouth.blame': of('wordOfMouth', 2, 0, 10, 'talk per squared satisfaction below the middle', 'Anderson 1998; bad about twice good'),
  'wordOfMouth.middle': of('wordOfMouth', 0.55, 0, 1, 'satisfaction 0-1 at which people keep quiet', 'proposal'),
  'wordOfMouth.memory': of('wordOfMouth', 0.7, 0, 0.99, 'part of the talked-of brand equity that lasts into the next quarter', 'proposal'),
  'wordOfMouth.brand': of('wordOfMouth', 0.6, 0, 10, 'brand equity per unit of net talk a customer, last quarter', 'proposal'),
  'records.staleQuarter': of(
    'records',
    0.0617,
    0,
    1,
    'share of right blocks that go stale a quarter: 1 - (1 - .021)^3',
    'MarketingSherpa 2.1% a month',
  ),
  'records.refresh': of('records', 0.5, 0, 1, 'part of the stale blocks touched by cleaning that get right', 'mechanics 2'),
  'records.cleaningScale': of('records', 4, 0.1, 100, 'effort at which cleaning reaches 63% of what it can', 'mechanics 2'),
  'records.tilt': of('records', 0.5, 0, 5, 'log odds of being known per sd of log purchase rate', 'mechanics 2'),
  'records.otherChannel': of(
    'records',
    0.25,
    0,
    1,
    'share of quarters in which a customer comes through another channel than usual',
    'proposal',
  ),
  'records.maximumAge': of(
    'records',
    6,
    1,
    40,
    'quarters after which a block that nobody confirmed counts as stale',
    'proposal: 4 in mechanics 2 would leave a firm without upkeep with nothing right after two years, 12 would let it keep level 3 for three',
  ),
  'rating.noise': of('rating', 0.08, 0, 0.5, 'sd of an answer around what is felt', 'proposal'),
  'rating.two': of('rating', 0.26, 0, 1, 'satisfaction from which 2 of 5 is ticked', skewed),
  'rating.three': of('rating', 0.42, 0, 1, 'satisfaction from which 3 of 5 is ticked', skewed),
  'rating.four': of('rating', 0.56, 0, 1, 'satisfaction from which 4 of 5 is ticked', skewed),
  'rating.five': of('rating', 0.74, 0, 1, 'satisfaction from which 5 of 5 is ticked', skewed),
  'rating.willing': of('rating', 0.35, 0, 1, 'share who answer though neither pleased nor angry', 'proposal'),
  'rating.willingEdge': of('rating', 1.3, 0, 4, 'further share per squared distance of satisfaction from the middle', skewed),
  'equity.discount': of('equity', 0.025, 0, 0.2, 'discount rate a quarter', 'mechanics 8'),
  'equity.horizon': of('equity', 20, 1, 80, 'quarters counted', 'contracts 6'),
  ...channelParameters,
  ...campaignParameters,
} as const satisfies Readonly<Record<string, Parameter>>;

export type ParameterId = keyof typeof parameters;
export const parameterIds = Object.keys(parameters) as readonly ParameterId[];
export type ParameterValues = Readonly<Record<ParameterId, number>>;

/** Values of all parameters, the scenario's own over the defaults. */
export function parameterValues(own: Partial<Record<ParameterId, number>> = {}): ParameterValues {
  const values = {} as Record<ParameterId, number>;
  for (const id of parameterIds) values[id] = own[id] ?? parameters[id].value;
  return values;
}
