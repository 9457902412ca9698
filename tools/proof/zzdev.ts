import { anchorsOf, gradedPlayers } from '../../src/cli/gradedRuns.ts';
import { policyNamed } from '../../src/cli/playbookFiles.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import { scoreOf } from '../../src/game/score/total.ts';
export async function dev(id: string, worlds: number[], names: string[], customers: number, seeds: number, evidence: string[]) {
  const folder = goodScenario(id);
  for (const world of worlds) {
    const choice = { customers, world, populationSeed: 1, luckSeeds: gradingSeeds.slice(0, seeds) };
    const asked = names.map((n) => (n === 'best' ? anchorsOf(folder, world).best : n));
    const graded = await gradedPlayers(folder, choice, asked.map((name) => ({ name, policy: policyNamed(name, folder, world), keep: 'outcome' as const })));
    console.log(`== ${id} world ${world} (${customers} x ${seeds})`);
    for (const g of graded) {
      const s = scoreOf(g.outcomes, g.outcomes[0]!.seed) as any;
      console.log(`${g.name.padEnd(18)} ${s.total.toFixed(1).padStart(5)} R ${s.halves.result.toFixed(1)} P ${s.halves.practice.toFixed(1)} caps ${s.caps.map((c: any) => c.id).join(',')} | ` + s.criteria.map((c: any) => `${c.id} ${c.level}${c.measured ? `(${c.measured.s.toFixed(2)})` : ''}`).join(' ') + ` | fallen ${(100 * s.adaptive.share).toFixed(0)}%`);
      for (const c of s.criteria) if (evidence.includes(c.id)) console.log('     ', c.id, c.evidence.map((e: any) => `${e.figure ?? e.key ?? e.name ?? Object.values(e)[0]}=${typeof e.value === 'number' ? Number(e.value.toPrecision(3)) : e.value}`).join(' '));
    }
  }
}
