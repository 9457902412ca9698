/** What is true of a firm where nobody is asked, against what the same methods hold true when somebody is. */

import { describe, expect, test } from 'vitest';
import { audit, ownNow } from '../../../src/game/gatherEvidence.ts';
import { missingFigures } from '../../../src/game/review/allFigures.ts';
import { methods } from '../../../src/game/review/methods.ts';
import { Reckoning } from '../../../src/game/review/reckoning.ts';
import { purpose } from '../../../src/sim/purposes.ts';
import { asked } from './asked.ts';

describe.each([
  ['bank', asked('voras-bank', 5, { 'idc.class': 'margin' })],
  ['shop', asked('tiem-nang', 5, { 'idc.class': 'margin' })],
] as const)('Of the %s', (_, asking) => {
  const alone = missingFigures(asking, []);

  test('the truth without a sample is the truth beside one, bit for bit', () => {
    expect(alone.length).toBeGreaterThan(30);
    for (const { method, id, truth } of alone) {
      const beside = methods[method](asking).find((figure) => figure.id === id);
      expect(truth, `${method}.${id}`).toBe(beside!.truth);
    }
  });

  test('nor does it hang on who has reckoned before', () => {
    const reckoning = new Reckoning(asking);
    methods.equity({ ...asking, reckoning });
    methods.valueMap({ ...asking, reckoning });
    expect(missingFigures({ ...asking, reckoning }, [])).toEqual(alone);
  });

  test('an audit of which nobody reads more has the same shares', () => {
    const { world, company } = asking;
    const own = ownNow(world, company);
    const read = audit(world, company, own, 400, purpose.audit);
    const unread = audit(world, company, own, 400, purpose.audit, false);
    expect(unread).toEqual({ ...read, looked: unread.looked, errors: unread.errors });
    expect(read.looked.known).toBeGreaterThan(0);
    expect(unread.looked.known).toBe(0);
  });
});
