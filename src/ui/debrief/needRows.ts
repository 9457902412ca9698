/** Needs in words: what the firm was told, and how it grouped its customers, beside what was the case. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord, segmentName } from '../cockpit/planWords.ts';
import { list, number } from '../format.ts';
import { type CardRow, telling } from './cardRow.ts';

export function needRows({ needs, needGroups }: CardsAgainstTruth, { market }: Scenario): CardRow[] {
  const [asking, grouped] = [telling('needs', m.cards_needs_name()), telling('needGroups', word('control', 'idc.need'))];
  const parts = (heaviest: (typeof needs.segments)[number]['truth']): string =>
    list(heaviest.map(({ need, share }) => m.cards_need_part({ need: word('need', need), share: asking.share(share, 0) })));
  const asked = needs.quarter === null ? null : number(needs.quarter);
  const lines = needs.segments.map(({ segment, told, truth, error }) => {
    const name = segmentName(market.segments, segment);
    return {
      said: told === null || asked === null ? [] : [m.cards_needs_said({ segment: name, needs: parts(told), quarter: asked })],
      truth:
        error === null
          ? m.cards_needs_open({ segment: name, needs: parts(truth) })
          : m.cards_needs_truth({ segment: name, needs: parts(truth), error: asking.points(100 * error, 1) }),
    };
  });
  const right = asked === null ? [] : [m.cards_needs_right({ right: asking.count(needs.right), of: number(needs.segments.length) })];
  const { groups, explains, behaviour, interviews, information } = needGroups;
  return [
    {
      name: m.cards_needs_name(),
      said: asked === null ? [m.cards_none()] : lines.flatMap(({ said }) => said),
      truth: [...lines.map(({ truth }) => truth), ...right],
    },
    {
      name: word('control', 'idc.need'),
      said: [optionWord('idc.need', groups)],
      truth: [
        groups === 'none'
          ? m.cards_groups_none({ behaviour: grouped.share(behaviour, 0), interviews: grouped.share(interviews, 0) })
          : m.cards_groups_truth({ share: grouped.share(explains, 0), information: grouped.points(information) }),
      ],
    },
  ];
}
