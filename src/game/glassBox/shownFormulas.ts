/** Numbers of what stands on the screen and in no report of the quarter: what is shown beside them is what went in. */

import { EXACT, type Formula, type GlassGroup, type GlassUnit, input, type ParameterRef, type Unreckoned } from './formula.ts';

export interface ShownFigure {
  unit: GlassUnit;
  group: GlassGroup;
  /** true: known in the closed run alone. */
  truth?: true;
  /** Units of what may stand beside it, by the ids of their words, in the order in which they are shown. */
  inputs?: Readonly<Record<string, GlassUnit>>;
  parameters?: readonly ParameterRef[];
  reckon?: Formula['reckon'];
  unreckoned?: Unreckoned;
  /** Id of the sentence, where several share one. */
  says?: string;
  about?: string;
}

/** Ends of an interval and how many it rests on. */
export const interval = (unit: GlassUnit): Readonly<Record<string, GlassUnit>> => ({ low: unit, high: unit, sampled: 'count' });

/**
 * given: `value`, the number itself; `quarter`, where it is of one; and what went in. null without a value, and for the truth of a run that is
 * being played.
 */
export function shownFormula(id: string, figure: ShownFigure): Formula {
  const { unit, group, truth = false, inputs = {}, parameters = [], reckon = null, unreckoned = 'people', says = id, about } = figure;
  return {
    id,
    says,
    group,
    parameters,
    read: ({ given, lifted }) => {
      const { value, quarter } = given ?? {};
      if (value === undefined || (truth && !lifted)) return null;
      const went = Object.entries(inputs).flatMap(([name, of]) => {
        const beside = given?.[name];
        return beside === undefined ? [] : [input(name, beside, of)];
      });
      return { result: value, unit, quarter: quarter ?? null, inputs: went };
    },
    reckon,
    unreckoned,
    ...(about !== undefined && { about }),
    // What is drawn may have been kept in single precision.
    tolerance: reckon === null ? EXACT : 1e-6,
  };
}

export const shownFormulas = (figures: Readonly<Record<string, ShownFigure>>): Formula[] =>
  Object.entries(figures).map(([id, figure]) => shownFormula(id, figure));
