import { anchorsOf, gradedPlayers } from '../src/cli/gradedRuns.ts';
import { policyNamed } from '../src/cli/playbookFiles.ts';
import { goodScenario } from '../src/cli/scenarioFiles.ts';
import { gradingSeeds, playbookLog } from '../src/game/grade.ts';
import { patchedPlaybook, type Patch } from '../src/game/players/patched.ts';
import { constants } from '../src/game/score/weights.ts';
import { scoreOf, totalsBySeed } from '../src/game/score/total.ts';
import { externalMethodIds, internalMethodIds } from '../src/company/review/reviewOptions.ts';

const labels: Patch = ({ left, segmentIds, plan }) => left > 2 ? {} : { 'idc.class': 'margin', 'idc.hours': { mvc: 40, mgc: 25, migrator: 25, bz: 10 }, 'idc.need': 'behaviour', 'cus.core': plan['cus.core'].length ? plan['cus.core'] : segmentIds.slice(0, 1), 'cus.refused': segmentIds.slice(-1) };
const labels4: Patch = (r) => r.left > 4 ? {} : labels({ ...r, left: 1 });
const noLabels: Patch = ({ left }) => left <= 2 ? {} : { 'idc.class': 'none' };
const reviews: Patch = () => ({ 'evl.plan': 'everyTwo', 'evl.reserve': 5, 'evl.baseline': 'yes', 'evl.criteria': ['satisfaction', 'satisfactionOfLost', 'customerEquity', 'retention'], 'evl.frame': 'everyone', 'evl.size': 'n100', 'evl.moment': 'ordinary', 'evl.external': ['satisfaction'], 'evl.internal': ['training', 'data'] });
/** Every control bearing moved to and fro each round, little. */
const wiggle: Patch = (r) => { const up = ((r.quarter - 1) / 2) % 2 === 0; return { ...reviews(r), 'imp.train': up ? 3 : 2, 'svc.cap': up ? 0 : -5, 'dat.clean': up ? 3 : 2, 'crm.people.reviews': up ? 10 : 5, 'dat.withdrawal': up ? 'd30' : 'd7', 'svc.tone': up ? 'plain' : 'warm', 'idc.ask': up ? 'no' : 'yes' }; };
const down: Patch = (r) => ({ ...reviews(r), 'imp.train': Math.max(0, 3 - Math.floor(r.quarter / 4)), 'svc.cap': -5 * Math.floor(r.quarter / 4), 'dat.clean': Math.max(0, 3 - Math.floor(r.quarter / 4)) });
/** Spoils in the quarter after a review what it can, mends it two rounds on. */
const plant: Patch = (r) => r.quarter === 5 || r.quarter===7 ? { 'imp.train': 0, 'dat.clean': 0, 'svc.cap': -20, 'svc.door': 'closed', 'dat.consent': 'none' } : {};
export async function measure(id: string, worlds: number[], customers: number, seeds: number, which?: string[]) {
  const folder = goodScenario(id);
  for (const world of worlds) {
    const { best } = anchorsOf(folder, world);
    const { scenario, playbooks } = folder;
    const laid = (name: string, over: string, patch: Patch, honest = false) => { const p = patchedPlaybook(scenario, playbooks[over]!, name, patch); return { name, policy: { kind: 'log' as const, entries: playbookLog(scenario, honest ? { ...p, standing: { ...p.standing, onReview: 'honest' } } as typeof p : p) }, keep: 'outcome' as const }; };
    const named = (name: string) => ({ name, policy: policyNamed(name, folder, world), keep: 'outcome' as const });
    const all = [named(best), named('careful'), named('stay'), named('ritualist'), named('goodPathNoReviews'), named('random'),
      laid('stay+late', 'stay', labels), laid('stay+late4', 'stay', labels4), laid('best-lateLabels', best, noLabels), laid('best+lateCore', best, labels),
      laid('stay+honest', 'stay', reviews, true), laid('stay+wiggle', 'stay', wiggle, true), laid('stay+down', 'stay', down, true), laid('best+plant', best, plant)];
    const chosen = which ? all.filter((p) => which.includes(p.name)) : all;
    const graded = await gradedPlayers(folder, { customers, world, populationSeed: 1, luckSeeds: gradingSeeds.slice(0, seeds) }, chosen);
    for (const { name, outcomes } of graded) {
      const s = scoreOf(outcomes, outcomes[0]!.seed);
      const h = s.halves!;
      const bound = Math.min(h.result + h.practice, h.bound);
      const L = s.criteria.map((c) => { const lv = (c as any).measured ? '' : ((4 * c.points!) / c.of).toFixed(1); return lv === '' ? `${c.id} ${c.points!.toFixed(1)}` : `${c.id} ${lv}`; }).join(' ');
      const a1 = s.criteria.find((c) => c.id === 'A1')!.evidence.map((e) => `${(e as any).figure}=${typeof e.value === 'number' ? e.value.toFixed(2) : e.value}`).join(' ');
      const n2 = s.criteria.find((c) => c.id === 'N2')!.evidence.filter((e) => ['regretShare','inForce','labelledShare'].includes(((e as any).figure) as string)).map((e) => `${(e as any).figure}=${typeof e.value === 'number' ? e.value.toFixed(2) : e.value}`).join(' ');
      const by = totalsBySeed(outcomes); const sd = Math.sqrt(by.reduce((q, v) => q + (v - s.luck!.mean) ** 2, 0) / (by.length - 1));
      console.log(`${id} w${world} ${name.padEnd(18)} ${s.total.toFixed(1)} (uncapped ${bound.toFixed(1)} = ${h.result.toFixed(1)}+${h.practice.toFixed(1)}) sd ${sd.toFixed(1)} ${L} | ${a1} ${n2}`);
    }
  }
}
