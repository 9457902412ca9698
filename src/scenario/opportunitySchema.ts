/** Reader of offers off the strategy and of dilemmas, and what they may say of the rest of a scenario. */

import { genericIds } from '../company/controls.ts';
import type { AnswerEffects, OpportunitySpec } from '../company/opportunities.ts';
import type { Scenario, ScenarioAnswer, ScenarioOpportunity } from './scenario.ts';
import { integer, list, number, oneOf, optional, record, slug, subsetOf, variants, type Schema } from './schema.ts';
import { bilingual } from './textSchema.ts';
import type { ErrorList } from './yamlTree.ts';

const effectsSchema = record<AnswerEffects>({
  cash: optional(number(-20, 20)),
  cashOver: optional(integer(1, 8)),
  hours: optional(integer(0, 960)),
  hoursFor: optional(integer(1, 8)),
  alignment: optional(number(-20, 20)),
  trust: optional(number(-30, 30)),
  fit: optional(number(0, 100)),
});

const answerSchema = record<ScenarioAnswer>({ words: bilingual(160), after: bilingual(400), effects: effectsSchema });

const common = {
  id: slug,
  quarter: integer(1, 1000),
  title: bilingual(100),
  text: bilingual(900),
  person: slug,
  options: record<ScenarioOpportunity['options']>({ accept: answerSchema, refuse: answerSchema, counter: optional(answerSchema) }),
};

/** A dilemma is a matter of conscience: it is in line with no strategy. */
export const opportunitySchema: Schema<ScenarioOpportunity> = variants<ScenarioOpportunity>('kind', {
  opportunity: record<ScenarioOpportunity>({
    ...common,
    kind: oneOf(['opportunity']),
    inLine: optional(
      record<NonNullable<OpportunitySpec['inLine']>>({
        generic: optional(subsetOf(genericIds, { least: 1 })),
        core: optional(list(slug, { least: 1, most: 8 })),
      }),
    ),
  }),
  dilemma: record<Omit<ScenarioOpportunity, 'inLine'>>({ ...common, kind: oneOf(['dilemma']) }),
});

/** Each is asked when a round begins, in order, at most one a quarter, by somebody of the cast, and speaks of segments that exist. */
export function checkOpportunities(scenario: Scenario, errors: ErrorList): void {
  const { quarters, quartersPerRound, market, cast } = scenario;
  let before = 0;
  (scenario.opportunities ?? []).forEach(({ quarter, person, inLine }, i) => {
    const path = ['opportunities', i, 'quarter'];
    if (quarter > quarters) errors.add('outsideRun', path, { quarter, quarters });
    else if (quarter <= before) errors.add('outOfOrder', path, { quarter, before });
    else if ((quarter - 1) % quartersPerRound !== 0) errors.add('offStep', path, { value: quarter, low: 1, step: quartersPerRound });
    before = quarter;
    if (!cast.some(({ id }) => id === person)) {
      errors.add('unknownReference', ['opportunities', i, 'person'], { kind: 'person', id: person });
    }
    (inLine?.core ?? []).forEach((id, n) => {
      if (!market.segments.some((segment) => segment.id === id))
        errors.add('unknownReference', ['opportunities', i, 'inLine', 'core', n], { kind: 'segment', id });
    });
  });
}
