/** Four sayings held against the market of a run, in words: what was found, and what that stands on. */

import type { Sayings } from '../../../game/lessons/sayings.ts';
import type { WinOrKeep } from '../../../game/lessons/winOrKeep.ts';
import type { PairedDifference } from '../../../game/pairs.ts';
import * as m from '../../../text/generated/messages.js';
import { teachingTerms } from '../../../text/glossaryLinks.ts';
import { word } from '../../../text/words.ts';
import { fixed, money, number, percent, signed } from '../../format.ts';

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

/** A difference with its 95% interval, if there is one. */
export function spanWords({ mean, range }: PairedDifference, say: (value: number) => string): string {
  return range === null ? say(mean) : m.sayings_range({ mean: say(mean), low: say(range[0]), high: say(range[1]) });
}

/** Times that the saying names. */
const FIVE = 5;
const people = (value: number): string => signed(value);

export function winOrKeepWords({ moved, won, lost, finding }: WinOrKeep, currency: string): string {
  const sum = money(moved, currency);
  if (finding.kind !== 'times')
    return word('sayings_no', finding.kind, { money: sum, won: spanWords(won, people), lost: spanWords(lost, people) });
  const [low, high] = finding.range;
  const five = low <= FIVE && high >= FIVE ? m.sayings_five_in() : m.sayings_five_out();
  const said = m.sayings_times({
    money: sum,
    won: number(won.mean),
    lost: number(lost.mean),
    times: fixed(finding.times, 1),
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
      [
        books === null
          ? m.sayings_books_none()
          : m.sayings_books({ won: cash(books.won), kept: cash(books.kept), times: fixed(books.won / books.kept, 1) }),
        ...(played === null ? [] : [winOrKeepWords(played, currency)]),
      ],
      m.sayings_cost_about({ draws: number(played?.seeds ?? draws) }),
    ),
    of('fifth', [fifthWords(fifth, cash)], m.sayings_fifth_about()),
    of(
      'worth',
      [
        worth === null
          ? m.sayings_worth_none()
          : m.sayings_worth({
              yearly: percent(worth.yearly, 0),
              gain: percent(worth.fivePoints / worth.equity - 1, 1),
              equity: cash(worth.equity),
              more: cash(worth.fivePoints),
              less: percent(worth.twentieth / worth.equity - 1, 1),
            }),
      ],
      worth === null ? '' : m.sayings_worth_about({ horizon: number(worth.horizon), discount: percent(worth.discount, 1) }),
    ),
    of(
      'talk',
      [
        talk === null || talk.displeased + talk.pleased === 0
          ? m.sayings_talk_none()
          : m.sayings_talk({
              displeased: number(talk.displeased),
              pleased: number(talk.pleased),
              displeasedTalk: percent(talk.displeasedTalk, 1),
              pleasedTalk: percent(talk.pleasedTalk, 1),
            }),
      ],
      m.sayings_talk_about(),
    ),
  ];
}

function fifthWords(fifth: Sayings['fifth'], cash: (value: number) => string): string {
  if (fifth === null) return m.sayings_fifth_none();
  const said = {
    share: percent(fifth.share, 0),
    profit: cash(fifth.profit),
    customers: number(fifth.customers),
    losing: percent(fifth.losing, 0),
  };
  return fifth.share > 1 ? m.sayings_fifth_over(said) : m.sayings_fifth(said);
}

/** The run beside its twin, for the benefit of profit; empty until a draw is whole. */
export const twinWords = (played: WinOrKeep | null, currency: string): string =>
  played === null
    ? ''
    : m.benefits_twin({
        contribution: spanWords(played.twinContribution, (value) => money(value, currency)),
        equity: spanWords(played.twinEquity, (value) => money(value, currency)),
        draws: number(played.seeds),
      });
