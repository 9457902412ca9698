/** Measures in words: what staff were paid by beside the logs, and whether the measures look at the customer. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { levelWords, optionWord } from '../cockpit/planWords.ts';
import { staffFigure } from '../cockpit/staffFigure.ts';
import { number } from '../format.ts';
import { type CardRow, telling } from './cardRow.ts';

export function measureRows({ staff, orientation }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  const paid = telling('staff', m.cards_staff_name());
  const looks = telling('orientation', m.cards_orientation_name());
  const lines = staff.last.map(({ measure, bonus, reported, logged, quarter }) => {
    const name = optionWord('imp.measure', measure);
    if (reported === null || logged === null)
      return { said: m.cards_staff_empty({ measure: name }), truth: m.cards_staff_empty({ measure: name }) };
    const figure = (value: number): string => paid.as('number', value, staffFigure(measure, value, currency));
    return {
      said: m.cards_staff_said({
        measure: name,
        bonus: levelWords('imp.measure.bonus', bonus),
        reported: figure(reported),
        quarter: number(quarter),
      }),
      truth: m.cards_staff_truth({ measure: name, logged: figure(logged), over: figure(reported - logged) }),
    };
  });
  const { from, to, measures, integrationFrom, integrationTo, adoptionFrom, adoptionTo } = orientation;
  return [
    {
      name: m.cards_staff_name(),
      said: lines.length > 0 ? lines.map(({ said }) => said) : [m.cards_staff_none()],
      truth: lines.map(({ truth }) => truth),
    },
    {
      name: m.cards_orientation_name(),
      said: [m.cards_orientation_said({ share: looks.share(to, 0), count: looks.count(measures), from: looks.share(from, 0) })],
      truth: [
        m.cards_orientation_truth({
          integrationFrom: looks.points(integrationFrom),
          integrationTo: looks.points(integrationTo),
          adoptionFrom: looks.points(adoptionFrom),
          adoptionTo: looks.points(adoptionTo),
        }),
      ],
    },
  ];
}
