import { test } from 'vitest';
import { applyEntry, startPlaying } from '../../src/game/replay.ts';
import { playbookEntries } from '../../src/game/playbook.ts';
import { knownOf } from '../../src/game/quarterReport.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { playRounds } from '../../src/game/autoplay.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import { writeFileSync, appendFileSync } from 'node:fs';
test('debug', () => {
  const { scenario, playbooks } = shippedScenario(process.env.SC ?? 'truong-luy');
  const out = process.env.OUT ?? '/tmp/w2parts/debug.txt';
  writeFileSync(out, '');
  const setting = { customers: 1000, world: Number(process.env.W ?? 0), populationSeed: 1, luckSeed: Number(process.env.SEED ?? 1) } as never;
  const say = (played: any, p: any) => {
    const c = p.world.played[0];
    const k = knownOf(p.world, c, played);
    const f: any = c.firm ?? c.state ?? c;
    const st = k.matrix as any;
    const pr: any = k.programme; const n = (x: any) => (typeof x === 'number' ? x.toFixed(0) : x?.value?.toFixed?.(0));
    const t = (k.kpi as any);
    appendFileSync(out, `Q${p.world.quarter} ${st.level} ${pr.state}/${pr.path} ad ${n(pr.adoption)} ro ${pr.rollout?.toFixed?.(2)} ${pr.stalledBy ?? ''} S${n(pr.stocks.S)} L${n(pr.stocks.L)} X${n(pr.stocks.X)} H${n(pr.stocks.H)} T${n(pr.stocks.T)} Q${n(pr.stocks.Q)} P ${n(st.individualisation)} Ik ${n(t.completeness.value)} lk ${t.linkage.value} p24 ${st.paths.find((x: any) => x.path === 'p24').gap.toFixed(1)} cash ${k.money.cash.toFixed(0)} rel ${k.money.released.toFixed(1)} spent ${k.money.spent.toFixed(1)} unp ${k.money.unplanned.toFixed(1)} res ${(k.money.result / 1e9).toFixed(1)} REF ${pr.refused.map((r: any) => r.code + '@' + (r.card ?? '') + ':' + r.actual.toFixed(1) + '<' + r.required.toFixed(1)).join(' ')}\n`);
  };
  if (process.env.PB === 'careful') { playRounds(scenario, setting, carefulPlayer(scenario), { onQuarter: say }); return; }
  const p = startPlaying(scenario, setting);
  playbookEntries(playbooks[process.env.PB ?? 'textbook']!, scenario.quarters, scenario.quartersPerRound).forEach((e, i) => applyEntry(p, { ...e, seq: i, firm: p.world.played[0]!.spec.id } as never, { digests: false, onQuarter: say }));
}, 100000);
