import { test } from 'vitest';
import { playbookLog } from '../../src/game/grade.ts';
import { replay } from '../../src/game/replay.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import { appendFileSync, writeFileSync, readFileSync } from 'node:fs';
test('var', () => {
  const { scenario, playbooks } = shippedScenario('truong-luy');
  const w = Number(process.env.W ?? 0);
  writeFileSync('/tmp/w2parts/var.txt', '');
  const seeds = (process.env.SEEDS ?? '1').split(' ').map(Number);
  for (const [name, pb, patches] of JSON.parse(readFileSync('/tmp/w2parts/var.json', 'utf8'))) {
    const base: any = structuredClone(playbooks[pb]!);
    for (const [q, plan] of patches) {
      if (q === 1) base.start = { ...base.start, ...plan };
      else { const c = base.changes.find((x: any) => x.quarter === q); c.plan = { ...(c.plan ?? {}), ...plan }; }
    }
    const log = playbookLog(scenario, base);
    let v = 0, s = 0, a = 0, b = 0, cap = '';
    for (const luckSeed of seeds) {
      const o: any = replay(scenario, { customers: 1000, world: w, populationSeed: 1, luckSeed } as any, log, {}).outcome;
      v += o.value / 1e9 / seeds.length; s += o.satisfaction / seeds.length; a += o.x3 / seeds.length; b += o.x4 / seeds.length; if (o.insolvent || o.conduct?.insolvent) cap += '!';
    }
    appendFileSync('/tmp/w2parts/var.txt', `${name.padEnd(28)} value ${v.toFixed(1)} sat ${s.toFixed(2)} x3 ${a.toFixed(2)} x4 ${b.toFixed(2)} ${cap}\n`);
  }
}, 300000);
