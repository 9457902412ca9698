import { describe, expect, test } from 'vitest';
import { halvesOf, verdictOf } from '../../../src/company/review/halves.ts';

const figure = (key: string, low: number, high: number) => {
  const [method, ...id] = key.split('.') as ['satisfaction' | 'data' | 'training' | 'valueMap', string];
  return { method, id: id.join('.'), value: (low + high) / 2, low, high };
};

test.each([
  ['satisfaction.all', 61, 70, 'good'],
  ['satisfaction.all', 50, 58, 'bad'],
  ['satisfaction.all', 55, 65, 'unclear'],
  ['training.skill', 60, 70, 'good'],
  ['training.skill', 20, 30, 'bad'],
  ['data.fieldsUnused', 0.5, 0.6, 'bad'],
  ['data.duplicates', 0, 1, 'none'],
  ['valueMap.value.us', -9, -2, 'bad'],
  ['valueMap.value.them', -9, -2, 'none'],
] as const)('%s from %d to %d is %s: the whole interval decides, and a finding begins where its scale does', (key, low, high, verdict) => {
  expect(verdictOf(figure(key, low, high), 'us')).toBe(verdict);
});

test('what is not known has no verdict', () => {
  expect(verdictOf({ method: 'satisfaction', id: 'all', value: null, low: null, high: null }, 'us')).toBe('none');
});

describe('the two halves', () => {
  const outside = { good: figure('satisfaction.all', 65, 70), bad: figure('satisfaction.all', 40, 45) };
  const inside = { good: figure('training.skill', 70, 80), bad: figure('training.skill', 10, 20) };

  test.each([
    ['good', 'good', 'bothGood'],
    ['bad', 'good', 'selfDeception'],
    ['good', 'bad', 'borrowed'],
    ['bad', 'bad', 'bothBad'],
  ] as const)('outside %s and inside %s are read as %s', (external, internal, reading) => {
    expect(halvesOf([outside[external], inside[internal]], 'us')).toEqual({ external, internal, reading });
  });

  test('one half alone cannot be held against anything', () => {
    expect(halvesOf([outside.good], 'us').reading).toBe('oneMissing');
  });
});
