import { test } from 'vitest';
import { gradeSeed, anchorLogs, playbookLog, anchorsInWorld } from '../../src/game/grade.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import { appendFileSync, writeFileSync } from 'node:fs';
import * as grade from '../../src/game/grade.ts';
test('score', () => {
  const { scenario, playbooks, expected } = shippedScenario('truong-luy');
  const w = Number(process.env.W ?? 0);
  writeFileSync('/tmp/w2parts/score.txt', '');
  for (const pb of (process.env.PB ?? 'textbook').split(' ')) {
    const log = playbookLog(scenario, playbooks[pb]!);
    const anchors = anchorLogs(scenario, playbooks, anchorsInWorld(expected!, scenario, w));
    const setting: any = { customers: 1000, world: w, populationSeed: 1, luckSeed: 1 };
    const o: any = (gradeSeed as any)(scenario, setting, log, anchors, 1);
    const s = scoreOf([o], 1);
    appendFileSync('/tmp/w2parts/score.txt', `${pb} ${s.total.toFixed(1)} res ${s.halves.result.toFixed(1)} prac ${s.halves.practice.toFixed(1)} ${JSON.stringify(s.caps)}\n` + s.criteria.map((c: any) => `  ${c.id} ${c.level} ${c.points?.toFixed(1)}/${c.of.toFixed(1)} ${c.measured ? JSON.stringify(c.measured) : c.evidence.map((e: any) => (e.id ?? e.what ?? e.key ?? Object.keys(e)[0]) + '=' + (typeof e.value === 'number' ? e.value.toFixed(2) : JSON.stringify(e.value))).join(' ')}`).join('\n') + '\n');
  }
}, 100000);
