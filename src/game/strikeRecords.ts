/** What strikes a firm's records: scripted events, a partner with whom data are shared, and a breach where luck brings one. */

import { breachHarm, breachIn, type BreachQuarter, exposureOf } from '../company/breach.ts';
import { heldByOwnList } from '../company/channels.ts';
import type { QuarterPlan } from '../company/controls.ts';
import type { EventSpec } from '../company/firm.ts';
import { inForce } from '../company/inForce.ts';
import { parametersOf } from '../company/parameters.ts';
import { withdrawnByPartner } from '../company/partner.ts';
import { mergePlan } from '../company/plan.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { breachOfRecords, mergerOfRecords, passedOn, platformLost } from '../sim/records/shocks.ts';
import type { PlayedCompany, World } from './world.ts';

/**
 * The risk of the quarter that begins, under the plan as it will be. A breach that the scenario tells takes the place of one by chance.
 * @param patch what the firm decides for the quarter; @param scripted events that strike it
 */
export function breachNow(
  { market, quarter }: World,
  { firm, spec, plan, index }: PlayedCompany,
  patch: Partial<QuarterPlan>,
  scripted: readonly EventSpec[],
): BreachQuarter {
  const p = parametersOf(spec);
  const exposure = exposureOf(firm, spec, mergePlan(plan, patch), p);
  const risk = breachIn(exposure, p, keyedUnit(market.luckSeed, purpose.breachRisk, index, quarter, 0));
  const told = scripted.some((event) => event.kind === 'breach' && event.quarter === quarter);
  return told ? { ...risk, struck: false, averted: false } : risk;
}

/** What scripted events, a breach by chance and a partner with whom data are shared do to the records. */
export function strikeRecords(world: World, company: PlayedCompany, scripted: readonly EventSpec[], risk: BreachQuarter): void {
  const { market } = world;
  const { columns, people, populationSeed } = market;
  const concern = (i: number): number => columns.privacyConcern[i]! / 255;
  const minded = withdrawnByPartner(company.firm, company.inForce, parametersOf(company.spec));
  const withdrew = passedOn(company.records, concern, minded, people, world.quarter, market.luckSeed);
  company.partner = { mode: inForce(company.firm, company.inForce, 'biz.partner'), withdrew };
  company.breach = { ...risk, withdrew: 0 };
  if (risk.struck) {
    const size = breachHarm(risk.exposure, parametersOf(company.spec));
    const left = passedOn(company.records, concern, size, people, world.quarter, market.luckSeed, purpose.breachMinded);
    company.breach = { ...risk, withdrew: left };
  }
  for (const event of scripted) {
    if (event.quarter !== world.quarter) continue;
    if (event.kind === 'merger') mergerOfRecords(company.records, event.size ?? 0.5, 0.2, people, populationSeed);
    else if (event.kind === 'breach') {
      breachOfRecords(company.records, concern, event.size ?? 1, people, populationSeed);
    } else if (event.kind === 'consentRule') company.records.onlyValidConsent = true;
    else if (event.kind === 'platformChange') {
      const held = heldByOwnList(company.firm, company.inForce, parametersOf(company.spec));
      platformLost(company.records, 2, people, held, populationSeed);
    }
  }
}
