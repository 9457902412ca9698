import { goodScenario } from '../src/cli/scenarioFiles.ts';
import { anchorsOf } from '../src/cli/gradedRuns.ts';
import { logOf } from '../src/cli/replayJob.ts';
import { policyNamed } from '../src/cli/playbookFiles.ts';
import { replay } from '../src/game/replay.ts';
export async function measure(id: string, worlds: number[], customers: number, seeds: number, which?: string[]) {
  const folder = goodScenario(id);
  for (const name of which ?? ['careful']) for (let luckSeed = 1; luckSeed <= seeds; luckSeed++) {
    const setting = { customers, world: worlds[0]!, populationSeed: 1, luckSeed: 1000 + luckSeed };
    const entries = logOf(folder.scenario, setting, policyNamed(name === 'best' ? anchorsOf(folder, worlds[0]!).best : name, folder, worlds[0]!));
    const t = Date.now();
    const { outcome, playing } = replay(folder.scenario, setting, entries);
    const ms = Date.now() - t;
    const { chains, defects, held } = outcome.conduct.reviews;
    console.log(name, luckSeed, ms + ' ms', 'reviews', held.map((h) => h.quarter).join(' '));
    const raw = playing.world.played[0]!.review.chains;
    chains.forEach((c, i) => console.log('  chain', c.finding, 'r', raw[i]!.review, 'q', c.quarter, 'due', c.due, 'acted', raw[i]!.acted, c.mends, c.action, c.outcome, 'before', c.before.toFixed(0), 'after', c.after?.toFixed(0), 'gone', c.gone?.toFixed(2)));
    console.log('  defects', defects.map((d) => `${d.finding} ${d.weight.toFixed(2)}${d.planted ? ' P' + d.planted.toFixed(2) : ''}`).join(', '));
    const at = playing.conduct[0]!.defects;
    for (const q of [...new Set(at.map((d) => d.quarter))]) console.log('   at', q, at.filter((d) => d.quarter === q).map((d) => `${d.finding} ${d.gravity.toFixed(0)}${d.planted ? 'P' : ''}`).join(', '));
  }
}
