/** Four sayings held against the market of a run, in words: what was found, and what that stands on. */

import type { RetentionWorth } from '../../../game/customers/retentionWorth.ts';
import type { CostByBooks, Sayings } from '../../../game/lessons/sayings.ts';
import type { WinOrKeep } from '../../../game/lessons/winOrKeep.ts';
import type { PairedDifference } from '../../../game/pairs.ts';
import * as m from '../../../text/generated/messages.js';
import { teachingTerms } from '../../../text/glossaryLinks.ts';
import { word } from '../../../text/words.ts';
import { fixed, money, number, percent, signed } from '../../format.ts';
import { drawsBehind } from '../../glassBox/givenWords.ts';
import { opening } from '../../glassBox/opening.ts';

export const sayingIds = ['cost', 'fifth', 'worth', 'talk'] as const;
export type SayingId = (typeof sayingIds)[number];

export interface SayingWords {
  id: SayingId;
  said: string;
  found: readonly string[];
  /** Method, version and what it cannot tell. */
  about: string;
  /** Key of the glossary. */
  term: string;
}

/** A figure that opens. */
const opened = (id: string, words: string, value: number, beside: Readonly<Record<string, number>> = {}): string =>
  opening(`saying.${id}`, words, { given: { value, ...beside } });

/** A difference that opens, with its 95% interval, if there is one. @param id of its formula */
export function spanWords(id: string, paired: PairedDifference, say: (value: number) => string): string {
  const { mean, range } = paired;
  const said = opened(id, say(mean), mean, drawsBehind(paired));
  return range === null ? said : m.sayings_range({ mean: said, low: say(range[0]), high: say(range[1]) });
}

/** Times that the saying names. */
const FIVE = 5;
const people = (value: number): string => signed(value);

export function winOrKeepWords({ moved, won, lost, finding }: WinOrKeep, currency: string): string {
  const sum = opened('moved', money(moved, currency), moved, { drawsMean: won.n });
  if (finding.kind !== 'times')
    return word('sayings_no', finding.kind, {
      money: sum,
      won: spanWords('moreWon', won, people),
      lost: spanWords('moreKept', lost, people),
    });
  const [low, high] = finding.range;
  const five = low <= FIVE && high >= FIVE ? m.sayings_five_in() : m.sayings_five_out();
  const said = m.sayings_times({
    money: sum,
    won: opened('moreWon', number(won.mean), won.mean, drawsBehind(won)),
    lost: opened('moreKept', number(lost.mean), lost.mean, drawsBehind(lost)),
    times: opened('times', fixed(finding.times, 1), finding.times, { moreKept: lost.mean, moreWon: won.mean, low95: low, high95: high }),
    low: fixed(low, 1),
    high: fixed(high, 1),
  });
  return `${said} ${five}`;
}

/** @param played null until one draw of the replays is whole */
export function sayingWords(
  { books, fifth, worth, talk }: Sayings,
  played: WinOrKeep | null,
  draws: number,
  currency: string,
): SayingWords[] {
  const cash = (value: number): string => money(value, currency);
  const of = (id: SayingId, found: readonly string[], about: string): SayingWords => ({
    id,
    said: word('saying', id),
    found,
    about,
    term: teachingTerms.saying[id],
  });
  return [
    of(
      'cost',
      [books === null ? m.sayings_books_none() : booksWords(books, cash), ...(played === null ? [] : [winOrKeepWords(played, currency)])],
      m.sayings_cost_about({ draws: number(played?.seeds ?? draws) }),
    ),
    of('fifth', [fifthWords(fifth, cash)], m.sayings_fifth_about()),
    of(
      'worth',
      [worth === null ? m.sayings_worth_none() : worthWords(worth, cash)],
      worth === null ? '' : m.sayings_worth_about({ horizon: number(worth.horizon), discount: percent(worth.discount, 1) }),
    ),
    of(
      'talk',
      [
        talk === null || talk.displeased + talk.pleased === 0
          ? m.sayings_talk_none()
          : m.sayings_talk({
              displeased: opened('talkers', number(talk.displeased), talk.displeased),
              pleased: opened('talkers', number(talk.pleased), talk.pleased),
              displeasedTalk: opened('talk', percent(talk.displeasedTalk, 1), talk.displeasedTalk),
              pleasedTalk: opened('talk', percent(talk.pleasedTalk, 1), talk.pleasedTalk),
            }),
      ],
      m.sayings_talk_about(),
    ),
  ];
}

function booksWords({ won, kept, winning, keeping, newcomers, stayers }: CostByBooks, cash: (value: number) => string): string {
  const times = won / kept;
  return m.sayings_books({
    won: opened('won', cash(won), won, { moneyWinning: winning, customersWon: newcomers }),
    kept: opened('kept', cash(kept), kept, { moneyKeepingYear: keeping, quartersKept: stayers }),
    times: opened('booksTimes', fixed(times, 1), times, { costWon: won, costKept: kept }),
  });
}

function worthWords({ yearly, equity, fivePoints, twentieth }: RetentionWorth, cash: (value: number) => string): string {
  const rise = (id: string, more: number): string =>
    opened(id, percent(more / equity - 1, 1), more / equity - 1, { equityAsIs: equity, equityWith: more });
  return m.sayings_worth({
    yearly: opened('yearly', percent(yearly, 0), yearly),
    gain: rise('gain', fivePoints),
    equity: opened('equity', cash(equity), equity),
    more: opened('more', cash(fivePoints), fivePoints),
    less: rise('less', twentieth),
  });
}

function fifthWords(fifth: Sayings['fifth'], cash: (value: number) => string): string {
  if (fifth === null) return m.sayings_fifth_none();
  const said = {
    share: opened('fifth', percent(fifth.share, 0), fifth.share),
    profit: opened('profit', cash(fifth.profit), fifth.profit),
    customers: opened('customers', number(fifth.customers), fifth.customers),
    losing: opened('losing', percent(fifth.losing, 0), fifth.losing),
  };
  return fifth.share > 1 ? m.sayings_fifth_over(said) : m.sayings_fifth(said);
}

/** The run beside its twin, for the benefit of profit; empty until a draw is whole. */
export const twinWords = (played: WinOrKeep | null, currency: string): string =>
  played === null
    ? ''
    : m.benefits_twin({
        contribution: spanWords('twinContribution', played.twinContribution, (value) => money(value, currency)),
        equity: spanWords('twinEquity', played.twinEquity, (value) => money(value, currency)),
        draws: number(played.seeds),
      });
