/** The map from rows of the course's checklist to what is built: one line a row, ids by kind, several ids with spaces between. */

/** In place of scenarios: every firm that ships and opens all that the row decides. */
export const everyFirm = '*';

export const parts = ['decision', 'effect', 'evidence', 'scenario'] as const;
export type Part = (typeof parts)[number];

/** Why a part is missing: not built; done in a drill, in a class or on a page of the debrief that is not there yet; needs another scenario. */
export const lackReasons = ['notBuilt', 'drill', 'debrief', 'class', 'scenario'] as const;

export interface MapLine extends Readonly<Record<Part, readonly string[]>> {
  row: string;
  /** One of `lackReasons` where a part is missing, else empty. */
  missing: string;
}

const columns = ['row', ...parts, 'missing'] as const;

/**
 * The lines of a map.
 * @param text comma-separated with a head line; ids hold neither commas nor spaces
 * @throws SyntaxError for another head or a line with other than six columns
 */
export function readMap(text: string): MapLine[] {
  const [head, ...lines] = text.split('\n').filter((line) => line !== '');
  if (head !== columns.join(',')) throw new SyntaxError(`the map begins with ${columns.join(',')}`);
  return lines.map((line): MapLine => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new SyntaxError(`six columns are expected: ${line}`);
    const [row, decision, effect, evidence, scenario, missing] = cells as [string, string, string, string, string, string];
    const ids = (cell: string): string[] => cell.split(' ').filter((id) => id !== '');
    return { row, decision: ids(decision), effect: ids(effect), evidence: ids(evidence), scenario: ids(scenario), missing };
  });
}
