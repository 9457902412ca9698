/** Coefficients of offer modules and of the loyalty programme; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const catalogue = 'decision catalogue';
const proposal = 'proposal';
const heavy = 'sign: Liu 2007, light buyers buy more, heavy ones collect for what they bought anyway; size a proposal';
const loss = 'Tversky & Kahneman 1992: a loss weighs about 2.25 times a gain';

export const rewardParameters = {
  'price.module': of(1, 0, 20, 'units a quarter for each module beyond the standard offer', catalogue),
  'module.value': of(2.2, 0, 5, 'performance felt per unit of fit over the standard offer', proposal),
  'module.failures': of(
    0.015,
    0,
    1,
    'failures added by each module beyond the standard offer, as a share',
    'sign: complexity of variants; size a proposal',
  ),
  'module.serviceCost': of(0.005, 0, 1, 'cost of a service contact added by each module beyond the standard offer, as a share', proposal),
  'module.grain': of(0.75, 0, 1, 'grain of treatment that a module chosen by a record is', 'mechanics 3: modular 0.75'),
  'hours.module': of(2, 0, 100, 'hours a quarter for each module beyond the standard offer', proposal),
  'loyal.scale': of(1.5, 0.1, 20, 'per cent of revenue given back at which the pull of a programme has reached 63% of its most', proposal),
  'loyal.join': of(0.35, 0, 1, 'chance that a mean buyer of the quarter joins, at the full pull', heavy),
  'loyal.lift': of(0.06, 0, 1, 'purchases of a light buyer who collects, added as a share at the full pull', heavy),
  'loyal.liftMiddle': of(0.6, 0, 1, 'part of it that a middling buyer adds', heavy),
  'loyal.liftHeavy': of(0.15, 0, 1, 'part of it that a heavy buyer adds', heavy),
  'loyal.chase': of(0.08, 0, 1, 'purchases added by who is close to the next tier', 'sign: Kivetz, Urminsky & Zheng 2006; size a proposal'),
  'loyal.hold': of(
    0.5,
    0,
    5,
    'log odds of leaving held back by what would be lost, at switching cost 1 and the full pull',
    'sign: Klemperer 1987; size a proposal',
  ),
  'loyal.felt': of(0.006, 0, 0.2, 'performance felt by who collects points, at the full pull: money back is no better service', proposal),
  'loyal.status': of(0.03, 0, 0.2, 'performance felt in the highest tier; half of it in the middle one', proposal),
  'loyal.statusTie': of(0.04, 0, 0.5, 'relationship aimed at in the highest tier, added; half of it in the middle one', proposal),
  'loyal.known': of(0.08, 0, 0.2, 'performance felt by who is recognised', proposal),
  'loyal.knownTie': of(
    0.25,
    0,
    0.5,
    'relationship aimed at with who is recognised, added',
    'sign: Rust, Lemon & Zeithaml 2004; size a proposal',
  ),
  'loyal.knownGrain': of(0.5, 0, 1, 'grain of treatment that being recognised is', proposal),
  'loyal.knownTenure': of(4, 0, 40, 'quarters after which a customer is recognised', proposal),
  'loyal.loss': of(2.25, 1, 5, 'weight of what is taken away over what was given', loss),
  'loyal.taken': of(0.05, 0, 0.5, 'performance lost, before its weight, when all of a programme is taken away; in that quarter', proposal),
  'loyal.takenExit': of(0.5, 0, 5, 'log odds of leaving in that quarter', proposal),
  'loyal.takenTie': of(0.08, 0, 0.5, 'relationship aimed at, taken off in that quarter', proposal),
  'loyal.silver': of(1.5, 0, 20, 'purchases of a year, over the mean, for the middle tier', proposal),
  'loyal.gold': of(3, 0, 20, 'the same for the highest tier', proposal),
  'loyal.near': of(0.8, 0, 1, 'part of what a tier asks from which it is chased', proposal),
  'loyal.goldCost': of(1.5, 1, 5, 'money given back in the highest tier over that in the middle one', proposal),
  'loyal.reward': of(4, 0.5, 40, 'quarters in which a mean member collects a reward', proposal),
  'loyal.redeem': of(0.5, 0, 1, 'chance a quarter that a reward which is reached is taken', proposal),
  'loyal.rush': of(0.8, 0, 1, 'the same in a quarter in which points are devalued', proposal),
  'loyal.lapse': of(0.05, 0, 1, 'share of points that lapse a quarter', proposal),
  'loyal.breakage': of(0.2, 0, 1, 'share of points that the books expect never to be taken', 'usual in trade: 15 to 30 per cent'),
  'loyal.privacy': of(0.5, 0, 1, 'part of joining lost at privacy concern 1', proposal),
} as const satisfies Readonly<Record<string, FirmParameter>>;
