/** The kinds that a decision can have: one choice, a level, a subset, a split of 100, one value a segment, or segments. */

interface Base<Id extends string, Card extends string> {
  id: Id;
  /** The card (one row on the screen) that the control belongs to. */
  card: Card;
  /** Stage 1-9 at which it is first asked. */
  stage: number;
  /** Quarters until it acts; 0 = in the quarter it is decided. */
  lag: number;
}
export interface ChoiceControl<Id extends string = string, O extends readonly string[] = readonly string[]> extends Base<Id, string> {
  kind: 'choice';
  options: O;
  start: O[number];
}
export interface LevelControl<Id extends string = string> extends Base<Id, string> {
  kind: 'level';
  low: number;
  high: number;
  step: number;
  start: number;
}
export interface SubsetControl<Id extends string = string, O extends readonly string[] = readonly string[]> extends Base<Id, string> {
  kind: 'subset';
  options: O;
  most: number;
  start: readonly O[number][];
}
export interface SplitControl<Id extends string = string, O extends readonly string[] = readonly string[]> extends Base<Id, string> {
  kind: 'split';
  options: O;
  step: number;
  start: Record<O[number], number>;
}
/** One value a segment of the scenario. */
export interface ChoiceEachControl<Id extends string = string, O extends readonly string[] = readonly string[]> extends Base<Id, string> {
  kind: 'choiceEach';
  options: O;
  start: O[number];
}
export interface LevelEachControl<Id extends string = string> extends Base<Id, string> {
  kind: 'levelEach';
  low: number;
  high: number;
  step: number;
  start: number;
}
/** Segment ids of the scenario, at most `most`; empty = all alike. */
export interface SegmentsControl<Id extends string = string> extends Base<Id, string> {
  kind: 'segments';
  most: number;
  start: readonly string[];
}
export type Control = ChoiceControl | LevelControl | SubsetControl | SplitControl | ChoiceEachControl | LevelEachControl | SegmentsControl;

export const choice = <const Id extends string, const O extends readonly string[]>(
  id: Id,
  card: string,
  stage: number,
  lag: number,
  options: O,
  start: O[number],
): ChoiceControl<Id, O> => ({ id, card, stage, lag, kind: 'choice', options, start });
export const level = <const Id extends string>(
  id: Id,
  card: string,
  stage: number,
  lag: number,
  [low, high, step]: readonly [number, number, number],
  start: number,
): LevelControl<Id> => ({ id, card, stage, lag, kind: 'level', low, high, step, start });
export const subset = <const Id extends string, const O extends readonly string[]>(
  id: Id,
  card: string,
  stage: number,
  lag: number,
  options: O,
  most: number,
  start: readonly O[number][],
): SubsetControl<Id, O> => ({ id, card, stage, lag, kind: 'subset', options, most, start });
export const split = <const Id extends string, const O extends readonly string[]>(
  id: Id,
  card: string,
  stage: number,
  lag: number,
  options: O,
  step: number,
  start: Record<O[number], number>,
): SplitControl<Id, O> => ({ id, card, stage, lag, kind: 'split', options, step, start });
export const choiceEach = <const Id extends string, const O extends readonly string[]>(
  id: Id,
  card: string,
  stage: number,
  lag: number,
  options: O,
  start: O[number],
): ChoiceEachControl<Id, O> => ({ id, card, stage, lag, kind: 'choiceEach', options, start });
export const levelEach = <const Id extends string>(
  id: Id,
  card: string,
  stage: number,
  lag: number,
  [low, high, step]: readonly [number, number, number],
  start: number,
): LevelEachControl<Id> => ({ id, card, stage, lag, kind: 'levelEach', low, high, step, start });
export const segments = <const Id extends string>(id: Id, card: string, stage: number, lag: number, most: number): SegmentsControl<Id> => ({
  id,
  card,
  stage,
  lag,
  kind: 'segments',
  most,
  start: [],
});
