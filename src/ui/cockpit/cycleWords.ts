/** What a firm knows of its customer cycle, in sentences and a table by stage. */

import type { CycleKnown } from '../../game/known/cycle.ts';
import type { Estimate } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { money, number, percent } from '../format.ts';
import { measuredGiven } from '../glassBox/givenWords.ts';
import { opening } from '../glassBox/opening.ts';
import { optionWord } from './planWords.ts';

type CountId = 'customers' | 'contacted' | 'fired' | 'reached' | 'mistaken' | 'noConsent' | 'undone' | 'tried';
type ShareId = 'left' | 'quiet' | 'leftContacted' | 'leftControl' | 'returned' | 'returnedBest' | 'goneAgain';
const counted = (id: CountId, value: number): string => opening(`cycle.${id}`, number(value), { given: { value } });
const paid = (id: 'cost' | 'winBackCost', value: number, currency: string): string =>
  opening(`cycle.${id}`, money(value, currency), { given: { value } });
const said = (id: ShareId, estimate: Estimate): string =>
  estimate.value === null ? '–' : opening(`cycle.${id}`, percent(estimate.value), { given: measuredGiven(estimate) });
const rangeOf = ({ low, high }: Estimate): string => `${percent(low ?? 0)}–${percent(high ?? 0)}`;
/** True where accounts are closed for all to see: leaving is counted, not only silence. */
export const seesLeaving = ({ stages }: CycleKnown): boolean => stages.some(({ left }) => left.value !== null);

export interface StageLine {
  name: string;
  customers: string;
  contacted: string;
  /** Share that leaked, and its 80% range with n. */
  leak: string;
  doubt: string;
}
export function stageLines(cycle: CycleKnown): StageLine[] {
  return cycle.stages.map(({ stage, customers, contacted, left, quiet }) => {
    const seen = seesLeaving(cycle);
    const leak = seen ? left : quiet;
    return {
      name: word('stage', stage),
      customers: counted('customers', customers),
      contacted: counted('contacted', contacted),
      leak: said(seen ? 'left' : 'quiet', leak),
      doubt: leak.value === null ? '' : `${rangeOf(leak)} · n = ${number(leak.n)}`,
    };
  });
}

/** With numbers that open: what the events set off, what it was worth against those left alone, and who came back. */
export function cycleReadings(cycle: CycleKnown, currency: string): string[] {
  const { triggers, contacted, control, costPerKept, winBack } = cycle;
  if (triggers.length === 0 && winBack === 'none') return [m.cycle_unmanaged()];
  return [
    ...triggers.map(({ trigger, fired, reached, mistaken }) => {
      const event = optionWord('idc.cycle', trigger);
      if (fired === 0) return m.cycle_fired_none({ event });
      return m.cycle_fired({
        event,
        fired: counted('fired', fired),
        reached: counted('reached', reached),
        mistaken: counted('mistaken', mistaken),
      });
    }),
    ...(triggers.length > 0 && cycle.noConsent + cycle.undone > 0
      ? [m.cycle_held({ noConsent: counted('noConsent', cycle.noConsent), undone: counted('undone', cycle.undone) })]
      : []),
    ...(contacted.value === null || control.value === null ? [] : [compared(cycle)]),
    ...(triggers.length > 0 ? [m.cycle_cost({ cost: paid('cost', cycle.cost, currency), kept: costWords(costPerKept, currency) })] : []),
    ...(winBack === 'none' ? [] : returns(cycle, currency)),
  ];
}

function compared(cycle: CycleKnown): string {
  const { contacted, control } = cycle;
  const words = {
    left: said('leftContacted', contacted),
    range: rangeOf(contacted),
    n: number(contacted.n),
    controlLeft: said('leftControl', control),
    controlRange: rangeOf(control),
    controlN: number(control.n),
  };
  return seesLeaving(cycle) ? m.cycle_compared(words) : m.cycle_compared_quiet(words);
}

function costWords(estimate: Estimate, currency: string): string {
  const { value, low, high, why } = estimate;
  if (value === null || low === null || high === null) return word('why', why ?? 'tooEarly');
  return m.cycle_kept({
    value: opening('cycle.kept', money(value, currency), { given: measuredGiven(estimate) }),
    low: money(low, currency),
    high: money(high, currency),
  });
}

function returns(cycle: CycleKnown, currency: string): string[] {
  const { tried, winBackCost, returned, returnedBest, goneAgain } = cycle;
  if (tried === 0) return [m.cycle_none_left()];
  const again = { share: said('goneAgain', goneAgain), range: rangeOf(goneAgain), n: number(goneAgain.n) };
  const asked = {
    tried: counted('tried', tried),
    cost: paid('winBackCost', winBackCost, currency),
    share: said('returned', returned),
    range: rangeOf(returned),
    n: number(returned.n),
  };
  return [
    cycle.winBack === 'mvc' ? m.cycle_tried_best(asked) : m.cycle_tried({ ...asked, best: said('returnedBest', returnedBest) }),
    ...(goneAgain.value === null ? [] : [seesLeaving(cycle) ? m.cycle_again(again) : m.cycle_again_quiet(again)]),
  ];
}
