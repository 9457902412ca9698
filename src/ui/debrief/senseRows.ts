/** Signals in words: what was watched for, what came, and how soon each was heard of and answered. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { number } from '../format.ts';
import { language } from '../language.svelte.ts';
import { type CardRow, telling } from './cardRow.ts';

export function senseRows({ sensed }: CardsAgainstTruth, { events, firms }: Scenario): CardRow[] {
  const nameOf = (id: string): string => {
    const title = events.find((event) => event.id === id)?.title ?? firms.find((firm) => firm.id === id)?.name;
    return title === undefined ? id : localText(title, language.current);
  };
  const told = telling('sensed', word('card', 'imp.sense'));
  const titles = sensed.happenings.map(({ about, move, ...rest }) => ({
    ...rest,
    title: move === null ? nameOf(about) : m.cards_sense_move({ rival: nameOf(about), move: word('rivalMove', move) }),
  }));
  const heard = titles.flatMap(({ title, came, heard: from }) =>
    from === null ? [] : [m.cards_sense_heard({ title, came: number(came), lead: told.count(came - from) })],
  );
  const unheard = titles.flatMap(({ title, came, heard: from, sign }) =>
    from === null ? [m.cards_sense_unheard({ title, came: number(came), sign: optionWord('imp.sense', sign) })] : [],
  );
  const { answer, rivalAnswer, lead } = sensed;
  return [
    {
      name: word('card', 'imp.sense'),
      said: heard.length > 0 ? heard : [m.cards_sense_none()],
      truth: [
        ...unheard,
        ...(lead === null ? [] : [m.cards_sense_lead({ lead: told.count(lead, 1) })]),
        ...(answer === null || rivalAnswer === null
          ? []
          : [m.cards_sense_answer({ answer: told.count(answer, 1), rivals: told.count(rivalAnswer, 1) })]),
      ],
    },
  ];
}
