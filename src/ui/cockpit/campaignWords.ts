/** A campaign in words: what came of it as far as the firm can tell, and figures with how sure they are. */

import type { CampaignSheet } from '../../game/known/campaign.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { sampleWords } from '../estimates.ts';
import { inSentence, money, number, percent, signed, signedMoney } from '../format.ts';
import { type ChannelFigure, measured } from './channelRows.ts';
import { optionWord } from './planWords.ts';

export const campaignTitle = ({ quarter, offer }: CampaignSheet): string =>
  m.campaign_title({ quarter: number(quarter), offer: inSentence(optionWord('cam.offer', offer)) });

/** What the campaign shows, the finding first. */
export function campaignReadings(sheet: CampaignSheet): string[] {
  const { lift, gain, claim, addressed, meant, onFile, reachable, kept, targeted } = sheet;
  const reached = m.campaign_reached({
    meant: number(meant),
    known: number(onFile),
    reachable: number(reachable),
    addressed: number(addressed),
    kept: number(kept),
  });
  const lucky = addressed > 0 && gain.value !== null && gain.value > claim;
  return [
    finding(lift, addressed),
    ...(addressed > 0 ? paid(gain) : []),
    ...(lucky ? [m.campaign_over_claim()] : []),
    ...(targeted ? [] : [m.campaign_untargeted()]),
    reached,
    ...(addressed > 0 ? [word('frameHelp', 'addressable')] : []),
  ];
}

function finding({ low, high }: CampaignSheet['lift'], addressed: number): string {
  if (addressed === 0) return m.campaign_nobody();
  if (low === null || high === null) return m.campaign_found_none();
  if (low > 0) return m.campaign_found_more();
  return high < 0 ? m.campaign_found_less() : m.campaign_found_open();
}

/** Whether it paid; nothing where nobody knows what was added. */
function paid({ low, high }: CampaignSheet['gain']): string[] {
  if (low === null || high === null) return [];
  if (low > 0) return [m.campaign_gain_more()];
  return [high < 0 ? m.campaign_gain_less() : m.campaign_gain_open()];
}

/** Decimals of a figure per hundred customers: none where it is large. */
export const hundredDigits = (value: number): number => (Math.abs(value) < 1 ? 1 : 0);
const perHundred = (value: number): string => number(100 * value, hundredDigits(value));
/** The group of whom all the figures speak is said once, over them. */
const ofAll = ({ frame: _, ...estimate }: CampaignSheet['lift']): CampaignSheet['lift'] => estimate;

/** A difference that may be less than nought: its interval in words, since dashes and signs do not read together. */
function compared(name: string, estimate: CampaignSheet['lift'], words: (value: number) => string): ChannelFigure {
  const { value, low, high } = estimate;
  if (value === null || low === null || high === null) return measured(name, estimate, words);
  return {
    name,
    value: words(value),
    doubt: [m.campaign_range({ low: words(low), high: words(high) }), sampleWords(estimate)].join(' · '),
  };
}

export function campaignFigures(sheet: CampaignSheet, currency: string): ChannelFigure[] {
  if (sheet.addressed === 0) return [];
  const amount = (value: number): string => signedMoney(value, currency);
  const books = (name: string, value: string): ChannelFigure => ({ name, value, doubt: word('method', 'books') });
  const figures: readonly (readonly [id: string, figure: ChannelFigure])[] = [
    ['response', measured(m.campaign_response(), ofAll(sheet.response), (value) => percent(value))],
    ['bought', measured(m.campaign_bought(), ofAll(sheet.bought), perHundred)],
    ['usual', measured(m.campaign_usual(), ofAll(sheet.usual), perHundred)],
    ['lift', compared(m.campaign_lift(), ofAll(sheet.lift), (value) => signed(100 * value, hundredDigits(value)))],
    ['optedOut', measured(m.campaign_opted_out(), ofAll(sheet.optedOut), (value) => percent(value))],
    ['optedOutUsual', measured(m.campaign_opted_out_usual(), ofAll(sheet.optedOutUsual), (value) => percent(value))],
    ['cost', books(m.campaign_cost(), money(sheet.cost, currency))],
    ...(sheet.givenAway > 0 ? [['givenAway', books(m.campaign_given(), money(sheet.givenAway, currency))] as const] : []),
    ['claim', books(m.campaign_claim(), amount(sheet.claim))],
    ['gain', compared(m.campaign_gain(), ofAll(sheet.gain), amount)],
  ];
  return figures.map(([id, figure]) => (figure.value === '–' ? figure : { ...figure, opens: `campaign.${id}` }));
}
