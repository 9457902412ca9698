import { beforeAll, describe, expect, it, test } from 'vitest';
import { costLineIds, type QuarterPlan } from '../../src/company/controls.ts';
import { parametersOf } from '../../src/company/parameters.ts';
import { cardsQuarter, offeredNow } from '../../src/game/cards/met.ts';
import { gainedIn } from '../../src/game/cards/partnerCard.ts';
import { cardsAgainstTruth, type CardsAgainstTruth, type CardsRun } from '../../src/game/cardsAgainstTruth.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import { deepFrozen, keysReversed, log, logOf, oneQuarter, scenario, small } from './plays.ts';

type Patch = Partial<QuarterPlan>;

/** A closed run of one decision a quarter; quarters that are not named go on as they are. */
function closed(patches: Readonly<Record<number, Patch>>, quarters = 4, of = scenario): CardsRun {
  const short = { ...of, quarters };
  const playing = startPlaying(short, small);
  const company = playing.world.played[0]!;
  const opening = company.firm;
  const offered = offeredNow(playing.world);
  const reports: QuarterReport[] = [];
  const played: CardsRun['quarters'][number][] = [];
  const entries = Array.from({ length: quarters }, (_, q) => [
    ...(patches[q + 1] ? [{ kind: 'plan' as const, data: { plan: patches[q + 1]! } }] : []),
    oneQuarter,
  ]).flat();
  for (const entry of log(entries)) {
    applyEntry(playing, entry, {
      onQuarter: (quarter) => {
        reports.push(quarterReport(playing.world, quarter, null));
        played.push(cardsQuarter(playing.world, quarter));
      },
    });
  }
  return {
    scenario: playing.world.scenario,
    people: playing.world.market.people * playing.world.market.represents,
    opening,
    offered,
    quarters: played,
    known: reports.map(({ known }) => known),
    truth: reports.map(({ truth }) => truth),
  };
}

/** The comparison of a run, with the plans of its quarters put in place of those that were played. */
function withPlans(run: CardsRun, plans: readonly Patch[]): CardsAgainstTruth {
  return cardsAgainstTruth({
    ...run,
    quarters: run.quarters.map((quarter, i) => ({ ...quarter, plan: { ...quarter.plan, ...plans[i] } })),
  });
}

let base: CardsRun;
beforeAll(() => {
  base = deepFrozen(closed({}));
});
const throughout = (patch: Patch): CardsAgainstTruth => withPlans(base, [patch, patch, patch, patch]);

describe('forces named against the two strongest', () => {
  test.each([
    [['rivalry', 'buyers'], 2],
    [['buyers', 'entry'], 1],
    [['substitutes', 'suppliers'], 0],
    [[], 0],
  ] as const)('%s', (named, right) => {
    expect(throughout({ 'biz.forces': named }).forces).toEqual({ named, truth: ['rivalry', 'buyers'], right });
  });

  test('a scenario that does not say which they are judges nobody', () => {
    const [{ forces: _, ...firm }, ...others] = base.scenario.firms;
    expect(cardsAgainstTruth({ ...base, scenario: { ...base.scenario, firms: [firm, ...others] } }).forces).toBeNull();
  });
});

test('each box has the first quarter in which it was filled', () => {
  const { boxes } = withPlans(base, [
    { 'biz.forces': ['entry', 'buyers'] },
    {},
    { 'cus.core': ['households'], 'crm.goal': 'keepCore' },
    {},
  ]);
  expect(boxes).toEqual([
    { box: 'forces', since: 1 },
    { box: 'core', since: 3 },
    { box: 'position', since: null },
    { box: 'goal', since: 3 },
    { box: 'path', since: null },
  ]);
});

test('money to win and to keep stands against the share of people who had a supplier before play', () => {
  const { split } = withPlans(
    base,
    [20, 40, 60, 80].map((share) => ({ 'biz.split': share })),
  );
  expect(split.acquire).toBeCloseTo(0.5, 12);
  // Shares of the scenario, by hand: 480 x .92 + 250 x .86 + 110 x .94 + 160 x .94 of 1000 people.
  expect(split.saturation).toBeCloseTo(0.9104, 12);
});

test('word of mouth makes the search for a customer cheaper by its part of those won', () => {
  const { split } = withPlans(base, []);
  const [won, told] = [base.truth.map(gainedIn), base.truth.map(({ referred }) => referred!)].map((counts) =>
    counts.reduce((sum, count) => sum + count, 0),
  ) as [number, number];
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(won);
  expect(split.searchCost! / split.searchCostAlone!).toBeCloseTo(1 - told / won, 12);
});

test('the weakest of the four budgets is named, with the part of spending that it let work', () => {
  const { budget } = throughout({
    'biz.budget': { marketing: 30, sales: 30, service: 10, people: 20, technology: 10 },
    'biz.generic': 'focus',
  });
  expect(budget).toMatchObject({ generic: 'focus', weakest: 'service', split: { marketing: 0.3, people: 0.2 } });
  expect(budget.works).toBeCloseTo(0.6 + (0.4 * 10) / 20, 12);
});

describe('the goal', () => {
  test('money spent before there was one is orphaned', () => {
    const spent = base.quarters.map(({ firm }) => firm.spending.spent);
    const { goal } = withPlans(base, [{ 'crm.goal': 'none' }, ...[1, 2, 3].map((): Patch => ({ 'crm.goal': 'keepCore' }))]);
    expect(goal.orphan).toBeCloseTo(spent[0]! / spent.reduce((sum, one) => sum + one, 0), 12);
  });

  test.each([
    ['keepCore', 'churn', true],
    ['keepCore', 'newCustomers', false],
    ['cutCostToServe', 'waiting', true],
    ['knowCustomers', 'revenue', false],
    ['none', 'churn', false],
  ] as const)('%s measured by %s fits: %s', (goal, measure, fits) => {
    expect(throughout({ 'crm.goal': goal, 'crm.measures': [measure] }).goal.measures).toMatchObject([{ measure, fits }]);
  });

  test('a measure shows its true figure in the first and the last quarter', () => {
    const [measure] = throughout({ 'crm.goal': 'keepCore', 'crm.measures': ['satisfaction'] }).goal.measures;
    expect(measure).toMatchObject({ kpi: 'satisfaction', from: base.truth[0]!.kpi.satisfaction, to: base.truth[3]!.kpi.satisfaction });
  });

  test('new customers are those won and not all there are, and settled complaints are not the complaints made', () => {
    const { measures } = throughout({ 'crm.goal': 'winBack', 'crm.measures': ['newCustomers', 'complaintsSettled'] }).goal;
    const won = base.truth.map(({ bySegment }) => Object.values(bySegment).reduce((sum, { gained }) => sum + gained, 0));
    expect(measures).toMatchObject([{ kpi: 'customers', from: won[0], to: won[3] }, { kpi: null }]);
  });
});

test('a positioning line is counted as kept or broken, quarter by quarter, and no line is neither', () => {
  const { position } = withPlans(base, [
    { 'biz.position': 'none' },
    { 'biz.position': 'lowPrice', 'biz.generic': 'cost' },
    { 'biz.position': 'lowPrice', 'biz.generic': 'cost', 'biz.price': 5 },
    { 'biz.position': 'quality', 'biz.generic': 'cost' },
  ]);
  expect(position).toEqual({ line: 'quality', kept: 1, broken: 2 });
});

test('the vision declared stands against deeds that a firm for customers does', () => {
  const closedDoor: Patch = {
    'svc.door': 'closed',
    'svc.cap': -10,
    'svc.remedy': 'none',
    'biz.split': 80,
    'svc.auto': 'both',
    'svc.exit': 'no',
  };
  const kind: Patch = { 'svc.door': 'open', 'svc.cap': 0, 'svc.remedy': 'full', 'biz.split': 50, 'svc.auto': 'sales', 'svc.exit': 'no' };
  const { vision } = withPlans(base, [
    closedDoor,
    kind,
    kind,
    { ...closedDoor, 'biz.vision': 'explicit', 'biz.vision.goal': 'customersFirst' },
  ]);
  expect(vision).toMatchObject({ goal: 'customersFirst', explicit: 1 });
  expect(vision.signs.map(({ quarters }) => quarters)).toEqual([2, 2, 2, 2, 2]);
});

test('contradictions carry the quarters in which the firm had them', () => {
  const { clashes } = cardsAgainstTruth(closed({ 2: { 'biz.generic': 'focus', 'biz.arena': 'wide' }, 4: { 'biz.arena': 'present' } }));
  expect(clashes).toEqual([
    { code: 'focus.noCore', quarters: [2, 3, 4] },
    { code: 'focus.wide', quarters: [2, 3] },
  ]);
});

describe('the core segment', () => {
  test('stands against the one with most true equity', () => {
    const { bySegment } = base.truth.at(-1)!;
    const best = Object.keys(bySegment).reduce((most, id) => (bySegment[id]!.equity > bySegment[most]!.equity ? id : most));
    const { core } = throughout({ 'cus.core': ['young-savers'] });
    expect(core).toMatchObject({ core: { segment: 'young-savers' }, best: { segment: best } });
    expect(core.best.perCustomer).toBeCloseTo(bySegment[best]!.equity / bySegment[best]!.customers, 6);
    expect(throughout({ 'cus.core': [] }).core.core).toBeNull();
  });

  test('shares of equity sum to one', () => {
    const shares = Object.keys(base.truth.at(-1)!.bySegment).map((id) => throughout({ 'cus.core': [id] }).core.core!.share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe('the cut of the market', () => {
  test('a variable that the records do not hold is of no use', () => {
    const { cut } = throughout({ 'cus.vars': ['needs', 'age'], 'dat.fields': ['name', 'phone'] });
    expect(cut.variables).toEqual([
      { variable: 'needs', explains: 0.45, usable: false },
      { variable: 'age', explains: 0.1, usable: true },
    ]);
  });

  test('no cut by two variables tells more than the best one, and a further segment always adds, ever less', () => {
    const added = [2, 3, 4, 5, 6].map((segments) => {
      const { cut } = throughout({ 'cus.vars': ['value', 'age'], 'cus.segments': segments });
      expect(cut.best.sharpness).toBeGreaterThanOrEqual(cut.sharpness);
      return cut.lastSegment;
    });
    expect(added).toEqual([...added].sort((a, b) => b - a));
    expect(added.at(-1)).toBeGreaterThan(0);
  });
});

test('a group shows its true flows, the relation it wants and what its customers are worth', () => {
  const groups = throughout({
    'cus.task': { 'small-firms': 'grow' },
    'cus.depth': { 'small-firms': 'partner' },
    'cus.refused': ['young-savers'],
  }).groups;
  const firms = groups.find(({ segment }) => segment === 'small-firms')!;
  const reports = base.truth.map(({ bySegment }) => bySegment['small-firms']!);
  const sum = (part: 'gained' | 'lost'): number => reports.reduce((all, report) => all + report[part], 0);
  // Eight steps of depth for each unit of need, .32 here, three at most.
  expect(firms).toMatchObject({ task: 'grow', depth: 2, wanted: 2.56, won: sum('gained'), lost: sum('lost') });
  const prospects = 0.11 * base.people - reports.reduce((all, { customers }) => all + customers, 0) / 4;
  expect(firms.hitRate).toBeCloseTo(sum('gained') / 4 / prospects, 12);
  expect(groups.filter(({ refused }) => refused).map(({ segment }) => segment)).toEqual(['young-savers']);
});

test('fields are told apart by use', () => {
  const { fields } = throughout({ 'dat.fields': ['name', 'needs', 'callTime'] });
  expect(fields.used).toEqual(['name', 'needs']);
  expect(fields.unused).toEqual(['callTime']);
  expect(fields.lacking).toEqual(['phone', 'purchases', 'household', 'intent', 'channel', 'complaints', 'leavingReason']);
});

describe('a programme', () => {
  const ready: Patch = {
    'biz.forces': ['rivalry', 'buyers'],
    'cus.core': ['households'],
    'crm.path': 'p12',
    'crm.pilot': 'no',
    'crm.scope': 'frontOffices',
    'crm.tco': costLineIds.slice(0, 11),
    'crm.people.owner': 'it',
    'crm.people.reviews': 20,
  };

  test('is told span by span with its owner, its scope and its bill', () => {
    const run = closed({ 1: ready }, 4);
    const { course, leadership, scope, costs } = cardsAgainstTruth(run);
    expect(course.map(({ state, path, from, hours, planned }) => ({ state, path, from, hours, planned }))).toContainEqual({
      state: 'rollingOut',
      path: 'p12',
      from: 1,
      hours: 20,
      planned: 4,
    });
    const covered = course.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    expect(covered).toBeLessThanOrEqual(4);
    expect(leadership.running).toBeGreaterThan(0);
    expect(leadership.wrongOwner).toBe(leadership.running);
    expect(scope).toMatchObject({ scope: 'frontOffices', allowed: 0.75 });
    expect(scope!.reached).toBeLessThanOrEqual(0.75);
    const billed = run.quarters.reduce((sum, { firm }) => sum + firm.spending.programme, 0);
    expect(costs!.planned + costs!.unplanned).toBeCloseTo(billed, 9);
    expect(costs).toMatchObject({ lines: 11, leftOut: costLineIds.slice(11) });
  });

  test('of which something was promised is told with the day and the result by then, or by the end of the run', () => {
    const run = closed({ 2: { ...ready, 'crm.expect': 'q4' } }, 6);
    const usual = run.known[0]!.money.result;
    const [promise, ...more] = cardsAgainstTruth(run).expectations;
    const gain = run.known.slice(1, 5).reduce((sum, { money }) => sum + money.result - usual, 0);
    expect(more).toEqual([]);
    expect(promise).toMatchObject({ within: 4, due: 5, met: gain >= 0 });
    expect(promise!.gain / gain).toBeCloseTo(1, 9);
    expect(cardsAgainstTruth(closed({ 2: { ...ready, 'crm.expect': 'q12' } }, 6)).expectations).toMatchObject([{ due: 13, met: null }]);
    expect(cardsAgainstTruth(closed({ 2: ready }, 3)).expectations).toEqual([]);
  });

  test('that never ran has no course, no scope and no bill', () => {
    expect(cardsAgainstTruth(base)).toMatchObject({ course: [], scope: null, costs: null, leadership: { running: 0, wrongOwner: 0 } });
  });
});

describe('the tool', () => {
  test('stands against what each vendor adds, with its price and the pitch it was bought under', () => {
    const { tool } = cardsAgainstTruth(closed({ 3: { 'imp.tool': 'pim', 'imp.vendor': 'c', 'biz.tech': 'lead', 'imp.trial': 'yes' } }));
    expect(tool).toMatchObject({ tool: 'pim', vendor: 'c', trial: true, bought: 3, onOffer: true, fits: { a: -0.08, b: 0.03, c: -0.1 } });
    // A quarter under list price for a thin vendor, 30% more for who leads, 4% less with each of two quarters, a quarter off by the pitch.
    expect(tool!.priceFactor).toBeCloseTo(0.75 * 1.3 * 0.96 * 0.96 * 0.75, 12);
  });

  test('bought when nobody pitches is no purchase under a pitch, and none bought is none', () => {
    expect(cardsAgainstTruth(closed({ 2: { 'imp.tool': 'pim' } })).tool).toMatchObject({ bought: 2, onOffer: false, trial: false });
    expect(cardsAgainstTruth(base).tool).toBeNull();
  });

  test('takes the limits of its own generation and of those before, a quarter after it was bought and as far as it is used', () => {
    const unused = closed({ 2: { 'imp.tool': 'cms' } });
    const run = { ...unused, quarters: unused.quarters.map((each, i) => ({ ...each, firm: { ...each.firm, adoption: 20 * (i + 1) } })) };
    const { used, eased } = cardsAgainstTruth(run).generations;
    expect(used).toEqual(['present', 'cms']);
    expect(eased.map(({ generation, quarters }) => [generation, quarters])).toEqual([
      ['pim', 2],
      ['cms', 2],
      ['sfa', 0],
      ['crm', 0],
    ]);
    const p = parametersOf(run.scenario.firms[0]);
    // In quarters 3 and 4, at the use that the quarters before ended with: 40 and 60 of 100.
    expect(eased[0]!.change).toBeCloseTo((p['tool.pimCapture'] - 1) * 0.5, 12);
    expect(eased[1]!.change).toBeCloseTo((p['tool.cmsDuplicates'] - 1) * 0.5, 12);
    expect(eased[3]).toMatchObject({ change: null, full: p['tool.crmContext'] - 1 });
    expect(cardsAgainstTruth(unused).generations.eased.every(({ quarters }) => quarters === 0)).toBe(true);
    expect(cardsAgainstTruth(base).generations.eased.every(({ quarters, change }) => quarters === 0 && change === null)).toBe(true);
  });
});

test.each([
  [['none', 'advise', 'advise', 'none'], [{ role: 'advise', from: 2, to: 3, left: 2 }]],
  [
    ['do', 'none', 'do', 'do'],
    [
      { role: 'do', from: 1, to: 1, left: -2 },
      { role: 'do', from: 3, to: 4, left: null },
    ],
  ],
  [
    ['do', 'advise', 'none', 'none'],
    [
      { role: 'do', from: 1, to: 1, left: -2 },
      { role: 'advise', from: 2, to: 2, left: 2 },
    ],
  ],
  [['none', 'none', 'none', 'none'], []],
] as const)('consultants %s leave know-how or take it along', (roles, spells) => {
  expect(
    withPlans(
      base,
      roles.map((role) => ({ 'imp.consult': role })),
    ).consultants,
  ).toEqual(spells);
});

test('links are those of the end, with the quarters in which each pair was worked on', () => {
  const { links } = cardsAgainstTruth(closed({ 1: { 'crm.align': 'jointTarget', 'crm.align.pairs': ['salesService'] } }));
  const worked = links.pairs.filter((pair) => pair.worked > 0);
  expect(worked).toMatchObject([{ pair: 'salesService', worked: 4 }]);
  for (const { link } of links.pairs.filter((pair) => pair.worked === 0)) expect(link).toBeLessThan(worked[0]!.link);
  expect(links.contextFrom).toBeCloseTo(0.5 * (1 - base.opening.stocks.X / 100), 12);
});

test('a forecast of the rival is held against what is seen when the round ends, two quarters a round', () => {
  const { rival } = withPlans(base, [
    { 'prd.rival': 'priceCut' },
    { 'prd.rival': 'priceCut' },
    { 'prd.rival': 'none' },
    { 'prd.rival': 'none' },
  ]);
  expect(rival).toEqual([{ quarter: 2, said: 'priceCut', seen: base.known[1]!.rivals[0]!.move }]);
});

test('each event has the quarters until something was decided anew', () => {
  const { reactions } = withPlans(closed({}, 6), [
    {},
    {},
    {},
    { 'svc.cap': 5 },
    { 'svc.cap': 5, 'svc.door': 'open' },
    { 'svc.cap': 5, 'svc.door': 'open' },
  ]);
  expect(reactions).toEqual([
    { event: 'all-in-one-year', quarter: 3, after: 1, changed: 1 },
    { event: 'my-customers', quarter: 5, after: null, changed: 0 },
  ]);
});

test('what was found counts as acted on where the next round decides otherwise', () => {
  const found = cardsAgainstTruth(
    closed({ 1: { 'ana.buy': ['needs', 'dataAudit'], 'evl.plan': 'never' }, 3: { 'svc.door': 'open' } }),
  ).findings;
  expect(found).toMatchObject({ bought: ['dataAudit', 'needs'], audits: 1, found: 1, acted: 1 });
  const ignored = cardsAgainstTruth(closed({ 1: { 'ana.buy': ['needs'], 'evl.plan': 'never' } })).findings;
  expect(ignored).toMatchObject({ found: 1, acted: 0, audits: 0 });
});

test('CRM cost a customer a quarter is the books over the true customers', () => {
  const cost = base.known.reduce((sum, { money }) => sum + money.crmCost, 0) / 4;
  const customers = base.truth.reduce((sum, { kpi }) => sum + kpi.customers, 0) / 4;
  expect(cardsAgainstTruth(base).costACustomer).toBeCloseTo(cost / customers, 9);
});

test('a whole run is compared alike whatever the order of keys, and nothing of it is changed', () => {
  const playing = startPlaying(scenario, small);
  const reports: QuarterReport[] = [];
  const quarters: CardsRun['quarters'][number][] = [];
  const opening = playing.world.played[0]!.firm;
  const offered = offeredNow(playing.world);
  for (const entry of logOf('textbook')) {
    applyEntry(playing, entry, {
      onQuarter: (quarter) => {
        reports.push(quarterReport(playing.world, quarter, null));
        quarters.push(cardsQuarter(playing.world, quarter));
      },
    });
  }
  const known = reports.map((report) => report.known);
  const truth = reports.map((report) => report.truth);
  const run = deepFrozen({ scenario: playing.world.scenario, people: 420_000, opening, offered, quarters, known, truth });
  expect(cardsAgainstTruth(keysReversed(run))).toEqual(cardsAgainstTruth(run));
});

test('a run without a quarter is refused', () => {
  expect(() => cardsAgainstTruth({ ...base, quarters: [] })).toThrow(RangeError);
});

describe('needs as they were told', () => {
  it('stand beside the needs of each segment, with how far they were off', () => {
    const { needs } = cardsAgainstTruth(closed({ 2: { 'ana.buy': ['needs'] } }));
    expect(needs.quarter).toBe(2);
    expect(needs.segments.map(({ segment }) => segment)).toEqual(scenario.market.segments.map(({ id }) => id));
    for (const { told, truth, error } of needs.segments) {
      expect(told).toHaveLength(2);
      expect(truth[0]!.share).toBeGreaterThanOrEqual(truth[1]!.share);
      // Interviews err by six in a hundred of each figure.
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThan(0.15);
    }
  });

  it('are not there where nobody was asked', () => {
    const { needs } = cardsAgainstTruth(base);
    expect(needs).toMatchObject({ quarter: null, right: 0 });
    expect(needs.segments.every(({ told, error }) => told === null && error === null)).toBe(true);
  });

  it('tell customers apart by groups, by interviews more than by behaviour, as far as the records are complete', () => {
    const groups = (patch: Patch) => throughout(patch).needGroups;
    expect(groups({}).explains).toBe(0);
    expect(groups({ 'idc.need': 'behaviour' }).explains).toBe(groups({}).behaviour);
    expect(groups({ 'idc.need': 'interviews' }).explains).toBeGreaterThan(groups({ 'idc.need': 'behaviour' }).explains);
    expect(groups({}).information).toBe(base.quarters.at(-1)!.firm.information);
  });
});
