/** Figures that the chapter on lessons quotes: what a lesson, a benefit, a party, a saying or a question for the class was judged by. */

import { benefitIds } from '../lessons/benefits.ts';
import { lessonIds } from '../lessons/lesson.ts';
import { partyFigures } from '../lessons/parties.ts';
import { questionKinds } from '../lessons/question.ts';
import { type Family, type Formula, type GlassUnit, market } from './formula.ts';
import { type ShownFigure, shownFormula, shownFormulas } from './shownFormulas.ts';

const units: readonly GlassUnit[] = ['share', 'points', 'count', 'money', 'number', 'perThousand', 'quarter'];

/** Formulas of the figures themselves, where there is one. */
const about: Readonly<Record<string, string>> = {
  database: 'kpi.completeness',
  sharing: 'kpi.linkage',
  profit: 'kpi.contribution',
  image: 'equity.parts',
  satisfaction: 'kpi.satisfaction',
  waited: 'kpi.waiting',
  trust: 'conduct.trust',
  equity: 'kpi.equity',
  contribution: 'kpi.contribution',
  adoption: 'programme.adoption',
};

/** `lesson:rush/points`: of which lesson, and in which unit. */
function quoted(head: string, ids: readonly string[], figure: Partial<ShownFigure>, says: (id: string) => string): Family {
  return {
    head,
    of: (argument) => {
      const [id = '', name] = argument.split('/');
      const unit = units.find((each) => each === name);
      if (unit === undefined || !ids.includes(id)) return null;
      return shownFormula(`${head}:${argument}`, {
        unit,
        group: 'measures',
        truth: true,
        unreckoned: 'quarters',
        ...figure,
        says: says(id),
        ...(about[id] !== undefined && { about: about[id] }),
      });
    },
  };
}

const means: Partial<ShownFigure> = { inputs: { quartersOver: 'count' } };

export const lessonFamilies: readonly Family[] = [
  quoted('lesson', lessonIds, {}, (id) => `lesson.${id}`),
  quoted('benefit', benefitIds, means, (id) => (id === 'evaluation' || id === 'decisions' ? `benefit.${id}` : 'overRun')),
  quoted('party', partyFigures, means, (id) =>
    ['figuresKnown', 'equityWidth', 'forecastsRight'].includes(id) ? `party.${id}` : 'overRun',
  ),
  quoted('ask', questionKinds, {}, (id) => `ask.${id}`),
];

const said = (unit: GlassUnit, more: Partial<ShownFigure> = {}): ShownFigure => ({ unit, group: 'measures', truth: true, ...more });
const byHeads = (money: string, heads: string): Partial<ShownFigure> => ({
  inputs: { [money]: 'money', [heads]: 'count' },
  reckon: (of) => of(money) / of(heads),
});
/** Of replays over draws of luck: mean and its 95% interval. */
const drawn: Partial<ShownFigure> = {
  group: 'replays',
  unreckoned: 'replays',
  inputs: { drawsMean: 'count', drawsSd: 'number', low95: 'number', high95: 'number' },
};
const equityWith = { equityAsIs: 'money', equityWith: 'money' } as const;
const rise: Formula['reckon'] = (of) => of('equityWith') / of('equityAsIs') - 1;
const lifetime = market('equity.discount', 'equity.horizon');

export const sayingFormulas: readonly Formula[] = shownFormulas({
  'saying.won': said('money', byHeads('moneyWinning', 'customersWon')),
  'saying.kept': said('money', byHeads('moneyKeepingYear', 'quartersKept')),
  'saying.booksTimes': said('number', { inputs: { costWon: 'money', costKept: 'money' }, reckon: (of) => of('costWon') / of('costKept') }),
  'saying.moved': said('money', drawn),
  'saying.moreWon': said('count', drawn),
  'saying.moreKept': said('count', drawn),
  'saying.times': said('number', {
    ...drawn,
    inputs: { moreKept: 'number', moreWon: 'number', low95: 'number', high95: 'number' },
    reckon: (of) => of('moreKept') / of('moreWon'),
  }),
  'saying.fifth': said('share'),
  'saying.profit': said('money'),
  'saying.customers': said('count'),
  'saying.losing': said('share'),
  'saying.yearly': said('share'),
  'saying.equity': said('money', { says: 'kpi.equity', parameters: lifetime }),
  'saying.gain': said('share', { inputs: equityWith, reckon: rise, parameters: lifetime }),
  'saying.more': said('money', { says: 'saying.gain', parameters: lifetime }),
  'saying.less': said('share', { inputs: equityWith, reckon: rise, parameters: lifetime }),
  'saying.talkers': said('count'),
  'saying.talk': said('share', { parameters: market('wordOfMouth.base', 'wordOfMouth.praise', 'wordOfMouth.blame') }),
  'saying.twinContribution': said('money', drawn),
  'saying.twinEquity': said('money', drawn),
});
