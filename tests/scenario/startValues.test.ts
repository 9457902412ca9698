import { expect, test } from 'vitest';
import { createWorld } from '../../src/game/startWorld.ts';
import { ownNow } from '../../src/game/gatherEvidence.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { measureQuality } from '../../src/sim/records/quality.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

const parts = ['coverage', 'depth', 'accuracy', 'linkage', 'consent'] as const;
const played = [vorasBank(), tiemNang()].flatMap(({ scenario }) =>
  scenario.worlds.map(({ id }, world) => ({ scenario, world, id, name: scenario.id })),
);

test.each(played)('$name in world $id starts with the records that the scenario names, within a point', ({ scenario, world }) => {
  const made = createWorld(scenario, world, { population: 11, luck: 1 }, 20_000);
  const company = made.played[0]!;
  const { records: named } = resolveWorld(scenario, world).firms[0];
  for (const part of parts) expect(Math.abs(company.quality[part] - named![part]), part).toBeLessThan(0.01);
  // The customers whom the first audit will look at are those who were given the records.
  const own = ownNow(made, company);
  const seen = measureQuality(company.records, own, named!.usefulFields, made.market.parameters['records.maximumAge']);
  for (const part of parts) expect(Math.abs(seen[part] - named![part]), `${part} of those who are customers`).toBeLessThan(0.01);
});
