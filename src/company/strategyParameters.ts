/** Coefficients of the strategy cards, the departments, consultants, vendors and automation; read through parameters.ts like all others. */

import { type FirmParameter, parameter as of } from './parameter.ts';

const catalogue = 'decision catalogue, scaled so that two steps fit the release';
const proposal = 'proposal';

export const strategyParameters = {
  // Business strategy
  'arena.nicheCore': of(1.25, 1, 3, 'further weight of the core segment in money and hours', proposal),
  'arena.nicheOthers': of(0.75, 0, 1, 'weight of the other segments in money and hours', proposal),
  'arena.wideAcquire': of(1.2, 1, 3, 'weight of winning customers in a wider arena', proposal),
  'arena.wideKeep': of(0.9, 0, 1, 'weight of keeping customers in a wider arena: attention is spread', proposal),
  'discount.manager': of(0.01, 0, 0.3, 'share of the price that leaks where managers may discount', proposal),
  'discount.anyone': of(0.04, 0, 0.3, 'share of the price that leaks where anyone may discount', proposal),
  'discount.unfair': of(1.05, 1, 2, 'factor on failures felt where neighbours pay different prices', 'course: price fairness'),
  'range.deepenQuality': of(0.02, 0, 0.2, 'fit of the offer to present customers, added to quality', proposal),
  'range.deepenCost': of(0.03, 0, 0.5, 'cost to serve added', proposal),
  'range.widenConvenience': of(0.04, 0, 0.3, 'convenience added', proposal),
  'range.widenFailure': of(1.06, 1, 2, 'factor on the failure rate by a wider range', proposal),
  'position.consistent': of(0.02, 0, 0.2, 'brand equity of a line that the strategy keeps', 'course: positioning'),
  'position.broken': of(-0.03, -0.2, 0, 'brand equity of a line that the strategy breaks', 'course: positioning'),
  'tech.leadPrice': of(1.3, 1, 3, 'factor on tool prices for who leads', catalogue),
  'tech.waitPrice': of(0.85, 0, 1, 'factor on tool prices for who waits', proposal),
  'tech.priceFall': of(0.96, 0.5, 1, 'tool prices of a quarter over those of the one before', catalogue),
  'tech.teething': of(5, 0, 30, 'points of T lost in the quarter of purchase by who leads', catalogue),
  'tech.waitDecay': of(1, 0, 10, 'points of T a quarter by which who waits falls behind', proposal),
  'price.rewriteCustomer': of(2, 0, 40, 'units a change of the core segment', proposal),
  'price.rangeDeepen': of(2, 0, 40, 'units once', catalogue),
  'price.rangeWiden': of(3, 0, 40, 'units once', catalogue),
  // Customer strategy: how the market is cut
  'segments.effect': of(
    0.3,
    0,
    2,
    'gain of marketing money at perfect segments',
    'Wedel and Kamakura 2000: response differs by segment, form ours',
  ),
  'segments.scale': of(2, 0.1, 20, 'segments beyond one at which 63% of what the variables tell is used', proposal),
  'price.segment': of(0.08, 0, 5, 'units a quarter a segment beyond four', 'catalogue 1'),
  'hours.segment': of(8, 0, 100, 'team hours a segment beyond four', proposal),
  'segments.needBehaviour': of(0.2, 0, 1, 'of what tells needs apart, explained by need groups read from behaviour', proposal),
  'segments.needInterviews': of(0.35, 0, 1, 'of what tells needs apart, explained by need groups from interviews', proposal),
  'price.needInterviews': of(1.2, 0, 20, 'units once', 'catalogue 4'),
  'price.needBehaviour': of(0.6, 0, 20, 'units once', 'catalogue 2'),
  // Treatment by value class
  'class.hours': of(0.04, 0, 0.5, 'performance felt at twice the hours of an equal share', proposal),
  'class.most': of(3, 1, 10, 'times an equal share of hours beyond which more is not felt', proposal),
  'class.benefit': of(0.02, 0, 0.5, 'performance felt by who gets a benefit', proposal),
  'class.unfair': of(0.01, 0, 0.5, 'performance lost by who sees others get a benefit', 'catalogue: fairness reactions'),
  'price.benefit': of(0.3, 0, 10, 'units a quarter a fifth of the known customers who get a benefit', 'catalogue: benefit'),
  'hours.class': of(12, 0, 100, 'team hours a quarter to class customers', proposal),
  // Organisation
  'team.dedicated': of(1.2, 1, 3, 'factor on team hours', proposal),
  'team.mixed': of(1.1, 1, 3, 'factor on team hours', proposal),
  'team.mixedX': of(0.4, 0, 5, 'units of integration work by a team of several departments', proposal),
  'price.teamDedicated': of(0.4, 0, 5, 'units a quarter', proposal),
  'price.teamMixed': of(0.3, 0, 5, 'units a quarter', proposal),
  'link.talk': of(6, 0, 50, 'points of a link a quarter by talks, less the nearer it is to 100', proposal),
  'link.jointTarget': of(12, 0, 50, 'points of a link a quarter by joint targets', proposal),
  'link.sharedBonus': of(16, 0, 50, 'points of a link a quarter by a shared bonus', proposal),
  'link.share': of(3, 0, 50, 'points of a link a quarter by sharing rights', proposal),
  'link.decay': of(2, 0, 20, 'points of a link a quarter that nobody tends', 'mechanics: X'),
  'link.linked': of(50, 0, 100, 'points from which two departments count as linked', proposal),
  // Consultants
  'consult.advise': of(3, 0, 30, 'points of gap closed while they advise', catalogue),
  'consult.do': of(6, 0, 30, 'points of gap closed while they do the work', catalogue),
  'consult.adviseLeaves': of(2, -20, 20, 'points of H when advisers leave', catalogue),
  'consult.doLeaves': of(-2, -20, 20, 'points of H when doers leave: the know-how goes with them', catalogue),
  'price.advise': of(0.8, 0, 20, 'units a quarter', 'catalogue 4'),
  'price.do': of(1.6, 0, 20, 'units a quarter', 'catalogue 8'),
  // Generations of tools: what each removes of the limits of the one before
  'tool.pimCapture': of(1.1, 1, 3, 'factor on capture by personal notes', 'course: from PIM to CRM'),
  'tool.cmsDuplicates': of(0.6, 0, 1, 'factor on duplicates by a common list of contacts', 'course: from PIM to CRM'),
  'tool.sfaAcquisition': of(1.05, 1, 3, 'factor on money that wins customers by a kept pipeline', 'course: from PIM to CRM'),
  'tool.crmContext': of(0.7, 0, 1, 'factor on context lost where service sees what sales knows', 'course: from PIM to CRM'),
  // Automation and self-service
  'auto.capacity': of(0.2, 0, 2, 'capacity won by self-service', proposal),
  'auto.serviceCost': of(0.15, 0, 1, 'cost of a service contact saved', proposal),
  'auto.contactCost': of(0.2, 0, 1, 'cost of a contact of our own saved by automated sales steps', proposal),
  'auto.wrong': of(
    0.5,
    0,
    5,
    'failures added at Q = 0: a bad process, automated, errs faster',
    'catalogue: wrong automation x (1 - Q/100)',
  ),
  'auto.redrawn': of(0.7, 0, 1, 'factor on wrong automation a process redrawn', 'course: redesign before automating'),
  'auto.noExitCapacity': of(0.1, 0, 2, 'capacity won where no person can be reached', proposal),
  'auto.noExitEase': of(0.5, 0, 1, 'factor on the ease of complaining where no person can be reached', proposal),
  'auto.noExitEmpathy': of(0.6, 0, 1, 'factor on empathy there', proposal),
  'price.auto': of(2.5, 0, 40, 'units once, each kind of step', 'catalogue 4'),
} as const satisfies Readonly<Record<string, FirmParameter>>;
