import { describe, expect, it } from 'vitest';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { exp } from '../../src/sim/math/elementary.ts';
import type { LevelId } from '../../src/company/firm.ts';
import { matrixMachine } from '../../src/company/matrixMachine.ts';
import {
  flagsAfter,
  type MatrixContext,
  type MatrixEvent,
  type ProgrammeChoice,
  type QuarterFacts,
  stallCause,
  stallChance,
} from '../../src/company/matrixRules.ts';
import type { MatrixState, MatrixValue, ProgrammeState } from '../../src/company/programme.ts';
import { matrixContextAt } from '../../src/company/start.ts';
import { step } from '../../src/company/step.ts';
import { bankFacts, bankStocks, frozen } from './fixtures.ts';

const strong = { S: 90, L: 90, X: 90, H: 90, T: 90, Q: 90 };
const weak = { S: 5, L: 35, X: 5, H: 5, T: 5, Q: 5 };
const quiet: QuarterFacts = {
  ...bankFacts,
  stocks: strong,
  adoption: 70,
  trueInformation: 36,
  individualisation: 35,
  linkage: 80,
  trueConsent: 80,
  stallDraw: 0.999,
};
const end = (changes: Partial<QuarterFacts> = {}): MatrixEvent => ({ type: 'quarter.end', facts: { ...quiet, ...changes } });
const choice: ProgrammeChoice = { path: 'p13', pace: 'normal', scope: 'wholeFirm', pilot: true };
const at = (programme: ProgrammeState, context: Partial<MatrixContext> = {}, level: LevelId = 'l1'): MatrixState =>
  frozen({
    value: { meters: 'measured', position: level, programme },
    context: { ...matrixContextAt(level), path: 'p13', ...context },
  } as MatrixState);
const after = (state: MatrixState, event: MatrixEvent): MatrixState => step('matrix', state, event);
const programmeAfter = (state: MatrixState, event: MatrixEvent): ProgrammeState => after(state, event).value.programme;

describe('the programme, row by row', () => {
  const informed = { trueInformation: 70 };
  const nearlyHigh = { informationTurns: 1 };
  const row = (name: string, state: MatrixState, event: MatrixEvent, target: ProgrammeState) => [name, state, event, target] as const;
  it.each([
    row('idle is analysed', at('idle'), { type: 'programme.analyse' }, 'analysing'),
    row(
      'analysed cards let a path be chosen and confirmed later',
      at('analysing'),
      { type: 'programme.choosePath', facts: bankFacts },
      'checking',
    ),
    row(
      'a card that nobody read keeps it analysing',
      at('analysing'),
      { type: 'programme.choosePath', facts: { ...bankFacts, customerAnalysed: false } },
      'analysing',
    ),
    row('staying is an answer', at('analysing'), { type: 'programme.chooseStay' }, 'idle'),
    row('a path that fits is confirmed', at('checking'), { type: 'programme.confirm', choice, facts: bankFacts }, 'planning'),
    row(
      'a path from another level goes back to analysing',
      at('checking'),
      { type: 'programme.confirm', choice: { ...choice, path: 'p24' }, facts: bankFacts },
      'analysing',
    ),
    row('preparing stays in planning', at('planning'), { type: 'programme.prepare', choice, facts: bankFacts }, 'planning'),
    row('submission opens the pilot', at('planning'), { type: 'programme.submit', facts: bankFacts }, 'piloting'),
    row(
      'without a pilot it opens the roll-out',
      at('planning', { pilot: false }),
      { type: 'programme.submit', facts: bankFacts },
      'rollingOut',
    ),
    row(
      'submission without money is refused',
      at('planning'),
      { type: 'programme.submit', facts: { ...bankFacts, released: 0 } },
      'planning',
    ),
    row('a leap is refused at the start', at('planning', { path: 'p14' }), { type: 'programme.submit', facts: bankFacts }, 'planning'),
    row('planning given up leaves nothing', at('planning'), { type: 'programme.abandon' }, 'idle'),
    row('a good pilot opens the roll-out', at('piloting'), end(), 'rollingOut'),
    row('a pilot nobody uses goes on once', at('piloting'), end({ adoption: 40 }), 'piloting'),
    row('and then has failed', at('piloting', { turns: 1 }), end({ adoption: 40 }), 'planning'),
    row('a pilot with a gap over six fails too', at('piloting', { turns: 1 }), end({ stocks: { ...strong, X: 0 } }), 'planning'),
    row('a pilot loses its sponsor', at('piloting'), { type: 'sponsor.left' }, 'stalled'),
    row('a pilot is given up', at('piloting'), { type: 'programme.abandon' }, 'idle'),
    row('a roll-out goes on', at('rollingOut'), end(), 'rollingOut'),
    row('a roll-out without money stalls', at('rollingOut'), end({ released: 0 }), 'stalled'),
    row('a roll-out without leadership stalls', at('rollingOut'), end({ stocks: { ...strong, L: 29 } }), 'stalled'),
    row('adoption under thirty is forgiven for two quarters', at('rollingOut', { turns: 1 }), end({ adoption: 29 }), 'rollingOut'),
    row('and then stalls', at('rollingOut', { turns: 2 }), end({ adoption: 29 }), 'stalled'),
    row('a gap over 25 stalls', at('rollingOut'), end({ stocks: weak }), 'stalled'),
    row('a draw under the stall chance stalls', at('rollingOut'), end({ stallDraw: 0.001 }), 'stalled'),
    row('the flag and use end the roll-out', at('rollingOut', nearlyHigh), end(informed), 'embedding'),
    row('the flag without use does not', at('rollingOut', nearlyHigh), end({ ...informed, adoption: 59 }), 'rollingOut'),
    row('use without the flag does not', at('rollingOut'), end(informed), 'rollingOut'),
    row('a strong sponsor may leave a roll-out', at('rollingOut'), { type: 'sponsor.left' }, 'rollingOut'),
    row('users revolt', at('rollingOut'), { type: 'users.revolted' }, 'stalled'),
    row('a roll-out given up is rolled back', at('rollingOut'), { type: 'programme.abandon' }, 'rollingBack'),
    row('embedding takes a first quarter', at('embedding', { informationHigh: true }), end(informed), 'embedding'),
    row('and ends after the second', at('embedding', { informationHigh: true, turns: 1 }), end(informed), 'idle'),
    row(
      'embedding relapses when use falls away',
      at('embedding', { informationHigh: true, turns: 1 }),
      end({ ...informed, adoption: 44 }),
      'rollingOut',
    ),
    row(
      'embedding relapses when the flag is lost',
      at('embedding', { informationHigh: true, informationTurns: 1 }),
      end({ trueInformation: 40 }),
      'rollingOut',
    ),
    row(
      'a stalled programme recovers',
      at('stalled'),
      { type: 'programme.recover', facts: { ...bankFacts, stocks: strong } },
      'rollingOut',
    ),
    row(
      'not with a gap over fifteen',
      at('stalled'),
      { type: 'programme.recover', facts: { ...bankFacts, stocks: { ...weak, L: 60 } } },
      'stalled',
    ),
    row('a leap is cut down to a step', at('stalled', { path: 'p14' }), { type: 'programme.downscope', facts: bankFacts }, 'planning'),
    row('a step cannot be cut down', at('stalled'), { type: 'programme.downscope', facts: bankFacts }, 'stalled'),
    row('stalled waits two quarters', at('stalled', { turns: 1 }), end(), 'stalled'),
    row('and is rolled back in the third', at('stalled', { turns: 2 }), end(), 'rollingBack'),
    row('stalled may be given up', at('stalled'), { type: 'programme.abandon' }, 'rollingBack'),
    row('rolling back takes a quarter', at('rollingBack'), end(), 'idle'),
  ])('%s', (_, state, event, target) => {
    expect(programmeAfter(state, event)).toBe(target);
  });

  it('ignores what a state does not know', () => {
    for (const programme of ['idle', 'rollingBack'] as const) {
      for (const type of ['programme.abandon', 'programme.chooseStay', 'users.revolted'] as const) {
        expect(programmeAfter(at(programme), { type })).toBe(programme);
      }
    }
  });

  it('remembers what was confirmed', () => {
    const rushed: ProgrammeChoice = { path: 'p12', pace: 'rushed', scope: 'frontOffices', pilot: false };
    const { context } = after(at('checking'), { type: 'programme.confirm', choice: rushed, facts: bankFacts });
    expect(context).toMatchObject(rushed);
  });

  it('cuts a leap down to the step with the smaller gap', () => {
    const down = (stocks: typeof strong) =>
      after(at('stalled', { path: 'p14' }), { type: 'programme.downscope', facts: { ...bankFacts, stocks } }).context.path;
    expect(down(bankStocks)).toBe('p12');
    expect(down({ ...bankStocks, H: 0, T: 60, Q: 40, X: 40 })).toBe('p13');
  });

  it('slows a roll-out without changing its path', () => {
    const { context } = after(at('rollingOut', { pace: 'rushed' }), {
      type: 'programme.prepare',
      choice: { ...choice, path: 'p12', pace: 'careful' },
      facts: bankFacts,
    });
    expect(context).toMatchObject({ path: 'p13', pace: 'careful' });
  });

  it('starts a path prepared while the last one is embedding as soon as that ends', () => {
    const embedding = at('embedding', { informationHigh: true }, 'l3');
    const next: ProgrammeChoice = { ...choice, path: 'p34' };
    const facts = { ...bankFacts, stocks: strong, level: 'l3' as const, information: 65, consent: 80, adoption: 70 };
    const prepared = after(embedding, { type: 'programme.prepare', choice: next, facts });
    expect(prepared.value.programme).toBe('embedding');
    const held = after(prepared, end({ ...facts, trueInformation: 70 }));
    expect(held.value.programme).toBe('embedding');
    const started = after(held, end({ ...facts, trueInformation: 70 }));
    expect(started.value.programme).toBe('piloting');
    expect(started.context).toMatchObject({ path: 'p34', next: 'stay' });
    const poor = after(held, end({ ...facts, trueInformation: 70, released: 0 }));
    expect(poor.value.programme).toBe('planning');
    expect(poor.context.path).toBe('p34');
    const dropped = after(held, { type: 'programme.chooseStay' });
    expect(programmeAfter(dropped, end({ ...facts, trueInformation: 70 }))).toBe('idle');
  });
});

describe('the position, row by row', () => {
  const both = { trueInformation: 70, individualisation: 70 };
  const keep = { trueInformation: 50, individualisation: 50 };
  const row = (from: LevelId, flags: [boolean, boolean], facts: Partial<QuarterFacts>, to: LevelId) => [from, flags, facts, to] as const;
  it.each([
    row('l1', [false, true], keep, 'l2'),
    row('l1', [true, false], keep, 'l3'),
    row('l1', [true, true], both, 'l4'),
    row('l1', [true, true], { ...both, linkage: 59 }, 'l3'),
    row('l1', [false, false], keep, 'l1'),
    row('l2', [true, true], both, 'l4'),
    row('l2', [true, true], { ...both, trueConsent: 59 }, 'l2'),
    row('l2', [false, false], keep, 'l1'),
    row('l2', [true, false], keep, 'l3'),
    row('l2', [false, true], keep, 'l2'),
    row('l3', [true, true], both, 'l4'),
    row('l3', [true, true], { ...both, stocks: { ...strong, X: 59 } }, 'l3'),
    row('l3', [false, false], keep, 'l1'),
    row('l3', [false, true], keep, 'l2'),
    row('l3', [true, false], keep, 'l3'),
    row('l4', [true, true], both, 'l4'),
    row('l4', [true, true], { ...both, linkage: 10 }, 'l3'),
    row('l4', [true, false], keep, 'l3'),
    row('l4', [false, true], keep, 'l2'),
    row('l4', [false, false], keep, 'l1'),
  ])('from %s with flags %j it moves to the right level', (from, [informationHigh, individualisationHigh], facts, to) => {
    const state = at('idle', { informationHigh, individualisationHigh }, from);
    expect(after(state, end(facts)).value.position).toBe(to);
  });

  it('turns a flag high only after two quarters at 60, and low only after two under 45', () => {
    const meter = (values: readonly number[]): boolean[] => {
      let context = matrixContextAt('l1');
      return values.map((trueInformation) => {
        context = { ...context, ...flagsAfter(context, { ...quiet, trueInformation }) };
        return context.informationHigh;
      });
    };
    expect(meter([60, 60])).toEqual([false, true]);
    expect(meter([60, 59, 60, 60])).toEqual([false, false, false, true]);
    expect(meter([60, 60, 44, 45, 44, 44])).toEqual([false, true, true, true, true, false]);
  });

  it('lets position and programme share the same event of the quarter', () => {
    const next = after(at('rollingOut', { informationTurns: 1 }), end({ trueInformation: 65 }));
    expect(next.value).toEqual({ meters: 'measured', position: 'l3', programme: 'embedding' });
  });
});

describe('stalls', () => {
  it('follow 1 - exp(-pace (0.01 + 1.2 gap/100)), so that haste is never free', () => {
    const gapTwelve = { stocks: { ...strong, X: 0, T: 10 } };
    expect(stallChance('p13', 'normal', { stocks: strong })).toBeCloseTo(1 - exp(-0.01), 12);
    expect(stallChance('p13', 'normal', { stocks: bankStocks })).toBeCloseTo(1 - exp(-(0.01 + 0.012 * 3.5)), 12);
    expect(stallChance('p13', 'normal', gapTwelve)).toBeCloseTo(1 - exp(-0.154), 12);
    for (const stocks of [strong, bankStocks, weak]) {
      const chance = (pace: 'careful' | 'normal' | 'rushed') => stallChance('p13', pace, { stocks });
      expect(chance('careful')).toBeLessThan(chance('normal'));
      expect(chance('normal')).toBeLessThan(chance('rushed'));
    }
  });

  it('stall the bank that passed its pilot in 15 to 22 of 100 roll-outs of four quarters', () => {
    const once = stallChance('p13', 'normal', { stocks: bankStocks });
    const four = 1 - (1 - once) * (1 - once) * (1 - once) * (1 - once);
    expect(four).toBeGreaterThan(0.15);
    expect(four).toBeLessThan(0.22);
  });

  it.each([
    ['budget', { released: 0 }],
    ['L', { stocks: { ...strong, L: 20 } }],
    ['adoption', { adoption: 20 }],
    ['X', { stocks: { ...bankStocks, T: 60, X: 10 }, stallDraw: 0.001 }],
    ['T', { stocks: { ...bankStocks, X: 60, T: 10 }, stallDraw: 0.001 }],
  ] as const)('name their cause: %s', (cause, facts) => {
    const state = at('rollingOut', { turns: 2 });
    expect(stallCause(state.context, { ...quiet, ...facts })).toBe(cause);
    expect(after(state, end(facts)).context.stalledBy).toBe(cause);
  });

  it('name the sponsor and the users too, and forget the cause when the roll-out goes on', () => {
    expect(after(at('piloting'), { type: 'sponsor.left' }).context.stalledBy).toBe('sponsor');
    const revolted = after(at('rollingOut'), { type: 'users.revolted' });
    expect(revolted.context.stalledBy).toBe('revolt');
    expect(after(revolted, { type: 'programme.recover', facts: { ...bankFacts, stocks: strong } }).context.stalledBy).toBeNull();
  });
});

describe('a walk through all states', () => {
  const facts = { ...bankFacts, stocks: strong, information: 70, consent: 80 };
  const events: MatrixEvent[] = [
    { type: 'programme.analyse' },
    { type: 'programme.chooseStay' },
    { type: 'programme.choosePath', facts },
    { type: 'programme.abandon' },
    { type: 'programme.submit', facts },
    { type: 'programme.recover', facts },
    { type: 'programme.downscope', facts },
    { type: 'sponsor.left' },
    { type: 'users.revolted' },
    ...(['p14', 'p34'] as const).map((path): MatrixEvent => ({
      type: 'programme.confirm',
      choice: { ...choice, path },
      facts: { ...facts, level: path === 'p14' ? 'l1' : 'l3' },
    })),
    end({ trueInformation: 70, individualisation: 70 }),
    end({ trueInformation: 70, individualisation: 30 }),
    end({ trueInformation: 30, individualisation: 70 }),
    end({ trueInformation: 30, individualisation: 30 }),
    end({ released: 0, adoption: 20 }),
  ];
  type Snapshot = { value: MatrixValue; context: MatrixContext };
  const map = getAdjacencyMap(matrixMachine, {
    events,
    input: { context: matrixContextAt('l1') },
    serializeState: (state) => {
      const { value, context } = state as unknown as Snapshot;
      return JSON.stringify([
        value,
        context.path,
        context.turns,
        context.informationHigh,
        context.individualisationHigh,
        context.informationTurns,
        context.individualisationTurns,
      ]);
    },
    serializeEvent: (event) => String(events.indexOf(event)),
    limit: 20_000,
  });
  const edges = adjacencyMapToArray(map).map(
    ({ state, nextState }) => [state as unknown as Snapshot, nextState as unknown as Snapshot] as const,
  );
  const programmes = new Set(edges.flatMap(([from, to]) => [from.value.programme, to.value.programme]));

  it('reaches every level and every state of a programme that can rest', () => {
    expect([...new Set(edges.map(([, to]) => to.value.position))].sort()).toEqual(['l1', 'l2', 'l3', 'l4']);
    expect([...programmes].sort()).toEqual(
      ['analysing', 'checking', 'embedding', 'idle', 'piloting', 'planning', 'rollingBack', 'rollingOut', 'stalled'].sort(),
    );
  });

  it('finds a way back to idle from everywhere', () => {
    const home = new Set<string>(['idle']);
    for (let round = 0; round < programmes.size; round += 1) {
      for (const [from, to] of edges) if (home.has(to.value.programme)) home.add(from.value.programme);
    }
    expect([...programmes].filter((state) => !home.has(state))).toEqual([]);
  });

  it('finds a way out of every level', () => {
    for (const level of ['l1', 'l2', 'l3', 'l4']) {
      expect(edges.some(([from, to]) => from.value.position === level && to.value.position !== level)).toBe(true);
    }
  });

  it('leaves a rolled-back programme at the next quarter whatever happens', () => {
    for (const event of events.filter(({ type }) => type === 'quarter.end')) expect(programmeAfter(at('rollingBack'), event)).toBe('idle');
  });
});
