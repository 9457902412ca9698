/** Types of the module that the build makes of the scenario folders. */

declare module 'virtual:scenarios' {
  type ScenarioCard = import('./scenarioCard.ts').ScenarioCard;
  type ScenarioFolder = import('./parseScenario.ts').ScenarioFolder;

  /** Easiest first. */
  export const cards: readonly ScenarioCard[];
  /** The scenario, its playbooks and expected results; rejects with a RangeError for an id that is not shipped. */
  export function load(id: string): Promise<ScenarioFolder>;
}
