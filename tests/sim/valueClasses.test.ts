import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../src/sim/records/history.ts';
import type { Records } from '../../src/sim/records/records.ts';
import { classCounts, classify, type ClassRule } from '../../src/sim/records/valueClasses.ts';

const costs = { unitCost: 0.5, contactCost: 2 };
/** Ten known customers who spend 10 to 100, an eleventh whom nobody knows, a twelfth who buys elsewhere. */
const people = 12;
const held = new Uint8Array(people).fill(1);
held[10] = 0;
const own = { own: new Uint8Array(people).fill(1), ownBit: 1 };
own.own[11] = 0;
const spending = Float32Array.from({ length: people }, (_, i) => 10 * (i + 1));
const classesOf = (rule: ClassRule, changes: Partial<History> = {}, wallets: Float64Array | null = null): number[] => [
  ...classify(
    { held } as unknown as Records,
    { spending, contacts: new Float32Array(people), trend: new Float32Array(people).fill(1), ...changes } as History,
    own,
    rule,
    costs,
    wallets,
  ),
];

describe('value classes', () => {
  it('by revenue put the best fifth first and the next fifth behind it; strangers and others’ customers have none', () => {
    expect(classesOf('revenue')).toEqual([3, 3, 3, 3, 3, 3, 2, 2, 1, 1, 0, 0]);
  });

  it('by margin put below zero whoever costs more to serve than he brings, however much he buys', () => {
    const contacts = new Float32Array(people);
    contacts[9] = 40;
    expect(classesOf('margin', { contacts })[9]).toBe(4);
    expect(classesOf('revenue', { contacts })[9]).toBe(1);
  });

  it('by potential see who buys more than he used to, however little it is', () => {
    const trend = new Float32Array(people).fill(1);
    trend[0] = 1.5;
    expect(classesOf('potential', { trend }).slice(0, 8)).toEqual([2, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('by potential put those forward who told that they spend most elsewhere', () => {
    const wallets = Float64Array.from(spending, (money, person) => (person < 2 ? 500 : money));
    expect(classesOf('potential', {}, wallets).slice(0, 10)).toEqual([2, 2, 3, 3, 3, 3, 3, 3, 1, 1]);
    expect(classesOf('margin').slice(0, 2)).toEqual([3, 3]);
  });

  it('by potential call nobody a burden for a quarter without a purchase, unless he told that he buys nothing', () => {
    const contacts = new Float32Array(people).fill(1);
    const none = Float32Array.from(spending, (money, i) => (i < 2 ? 0 : money));
    const wallets = Float64Array.from(none, (money, person) => (person === 0 ? NaN : money));
    expect(classesOf('margin', { spending: none, contacts }).slice(0, 2)).toEqual([4, 4]);
    const [unknown, told] = classesOf('potential', { spending: none, contacts }, wallets);
    expect(unknown).not.toBe(4);
    expect(told).toBe(4);
  });

  it('are none without a rule', () => {
    expect(classesOf('none')).toEqual(new Array(people).fill(0));
  });

  it('of any books hold every known customer once, and the best fifth at least', () => {
    const money = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: people, maxLength: people });
    fc.assert(
      fc.property(money, fc.constantFrom<ClassRule>('revenue', 'margin', 'potential'), (spent, rule) => {
        const counts = classCounts(Uint8Array.from(classesOf(rule, { spending: Float32Array.from(spent) })));
        const worthless = spent.slice(0, 10).every((each) => each === 0);
        return counts.reduce((sum, count) => sum + count, 0) === 10 && (worthless || counts[0] >= 1);
      }),
    );
  });
});
