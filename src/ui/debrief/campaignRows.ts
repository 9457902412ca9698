/** Campaigns in words: what the firm claimed and measured beside what the offer truly added; one row a campaign. */

import type { CampaignAgainstTruth } from '../../game/cards/campaignCard.ts';
import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { hundredDigits } from '../cockpit/campaignWords.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { opening } from '../glassBox/opening.ts';
import { inSentence, number, percent, signed, signedMoney } from '../format.ts';
import { type CardRow, telling } from './cardRow.ts';
import { quarterWords } from './quarterWords.ts';

export function campaignRows({ campaigns }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  const name = word('card', 'cam.run');
  if (campaigns.length === 0) return [{ name, said: [m.cards_campaign_none()], truth: [] }];
  const measured = campaigns.filter(({ caught }) => caught !== null);
  const caught = measured.filter((each) => each.caught === true).length;
  return [
    ...campaigns.map((each) => campaignRow(each, currency)),
    ...(measured.length > 1
      ? [
          {
            name,
            said: [],
            truth: [m.cards_campaign_hits({ caught: telling('campaignHits', name).count(caught), measured: number(measured.length) })],
          },
        ]
      : []),
  ];
}

const perHundred = (value: number): string => signed(100 * value, hundredDigits(value));

function campaignRow({ known, truth, caught }: CampaignAgainstTruth, currency: string): CardRow {
  const amount = (value: number | null): string => (value === null ? '–' : signedMoney(value, currency));
  const opened = (id: string, words: string): string =>
    words === '–' ? words : opening(`campaign.${id}`, words, { quarter: known.quarter, side: 'known' });
  const { lift, gain, response } = known;
  const offer = optionWord('cam.offer', known.offer);
  const name = m.cards_campaign_name({ offer, quarter: inSentence(quarterWords([known.quarter])) });
  const told = telling('campaign', name, currency);
  const target = m.cards_campaign_target({
    target: optionWord('cam.target', known.targeted ? known.target : 'all'),
    addressed: told.count(known.addressed),
    kept: told.count(known.kept),
  });
  if (response.value === null) return { name, said: [target], truth: [] };
  return {
    name,
    said: [
      target,
      m.cards_campaign_claim({ response: opened('response', percent(response.value, 0)), claim: opened('claim', amount(known.claim)) }),
      lift.value === null
        ? m.cards_campaign_unmeasured()
        : m.cards_campaign_measured({
            lift: opened('lift', perHundred(lift.value)),
            low: opened('lift', perHundred(lift.low ?? 0)),
            high: opened('lift', perHundred(lift.high ?? 0)),
            n: opened('lift', number(lift.n)),
            gain: opened('gain', amount(gain.value)),
            gainLow: opened('gain', amount(gain.low)),
            gainHigh: opened('gain', amount(gain.high)),
          }),
    ],
    truth: [
      m.cards_campaign_lift({
        lift: opening('campaign.trueLift', perHundred(truth.lift), { quarter: known.quarter }),
        without: told.as('number', truth.without, number(100 * truth.without, hundredDigits(truth.without))),
      }),
      ...(caught === null ? [] : [caught ? m.cards_campaign_caught() : m.cards_campaign_missed()]),
      m.cards_campaign_forward({ share: told.share(truth.more > 0 ? truth.forward / truth.more : 0, 0) }),
      ...(truth.givenAnyway > 0 ? [m.cards_campaign_anyway({ money: told.money(truth.givenAnyway) })] : []),
      m.cards_campaign_gain({ gain: told.as('money', truth.gain, amount(truth.gain)) }),
      m.cards_campaign_opted_out({ people: told.count(truth.optedOut) }),
    ],
  };
}
