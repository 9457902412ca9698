/** What a screen says of channels that others run: only where somebody prefers one, with the commission of this firm, and why nobody is named. */

import { expect, test } from 'vitest';
import { usualParameters } from '../../src/company/parameters.ts';
import type { ChannelSheet } from '../../src/game/known/channelSheet.ts';
import { helpWithOthers, isInUse, otherChannelFigures } from '../../src/ui/cockpit/channelRows.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

const [shop, bank] = [tiemNang().scenario.market.segments, vorasBank().scenario.market.segments];
const neither = bank.map((segment) => ({ ...segment, channels: { branch: 1000 } }));

test('the card of roles explains the channels of this market, with what they cost here, and no other card does', () => {
  const p = { ...usualParameters, 'market.commission': 0.12 };
  expect(helpWithOthers('chn.role', shop, p)).toEqual([expect.stringMatching(/12 ?%/)]);
  expect(helpWithOthers('chn.role', bank, p)).toEqual([expect.stringMatching(/9 ?%/)]);
  expect(helpWithOthers('chn.role', neither, p)).toEqual([]);
  expect(helpWithOthers('chn.sync', shop, p)).toEqual([]);
});

test('an option is offered only where somebody prefers the channel', () => {
  const offered = (segments: typeof shop): boolean[] => ['marketplace', 'agents'].map((id) => isInUse('chn.sell', id, segments));
  expect([offered(shop), offered(bank), offered(neither)]).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('the sheet says what was sold and kept, and why nobody there has a name', () => {
  const line = { channel: 'web' as const, customers: 10, calls: 4, contacts: 3, revenue: 5000, serviceCost: 10, margin: 100 };
  const named = { value: null, low: null, high: null, n: 0, asOf: 1, method: 'none' as const, why: 'platformKeeps' as const };
  const sheet = { lines: [line, { ...line, channel: 'marketplace' as const, commission: 500, named }] } as unknown as ChannelSheet;
  const figures = otherChannelFigures(sheet, 'EUR');
  expect(figures).toHaveLength(2);
  expect(figures[0]!.value).toMatch(/5/);
  expect(figures[0]!.doubt).toMatch(/500/);
  expect(figures[1]).toMatchObject({ value: '–' });
  expect(figures[1]!.doubt.length).toBeGreaterThan(10);
});
