/** Start values of records that no set of records can have. */

import { controlById } from '../company/controls.ts';
import type { RecordsSpec } from '../sim/records/recordActions.ts';
import type { Path } from './coded.ts';
import type { Scenario } from './scenario.ts';
import type { ErrorList } from './yamlTree.ts';

/**
 * Shares of what is held say nothing where nobody is on file, and what is right nothing where no field is filled; and a firm cannot fill
 * more of the useful fields than its start plan has it ask for. The same holds of what a hidden world sets otherwise.
 */
export function checkRecords(scenario: Scenario, errors: ErrorList): void {
  const [firm] = scenario.firms;
  if (firm.records === undefined) return;
  checkStart(scenario, firm.records, ['firms', 0, 'records'], errors);
  scenario.worlds.forEach(({ firms }, world) => {
    const otherwise = firms?.[firm.id]?.records;
    if (otherwise) checkStart(scenario, { ...firm.records!, ...otherwise }, ['worlds', world, 'firms', firm.id, 'records'], errors);
  });
}

function checkStart(scenario: Scenario, records: RecordsSpec, place: Path, errors: ErrorList): void {
  const at = (part: string): Path => [...place, part];
  const parts = ['depth', 'accuracy', 'linkage', 'consent'] as const;
  if (records.coverage === 0) {
    for (const part of parts) if (records[part] > 0) errors.add('nobodyOnFile', at(part), { value: records[part] });
    return;
  }
  if (records.depth === 0 && records.accuracy > 0) errors.add('nothingFilled', at('accuracy'), { value: records.accuracy });
  const asked = scenario.startPlan['dat.fields'] ?? controlById.get('dat.fields')!.start;
  const held = records.usefulFields.filter((field) => (asked as readonly string[]).includes(field)).length;
  const useful = records.usefulFields.length;
  if (records.depth * useful > held) errors.add('beyondFields', at('depth'), { value: records.depth, held, useful });
}
