/** Adoption: how far the staff use the tools, and how it moves (mechanics: adoption). */

import type { QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import { involvement, tools } from './optionTables.ts';
import type { FirmParameters } from './parameters.ts';
import { programmeOf } from './programme.ts';
import { measureEffects } from './staffMeasure.ts';
import { vendorOf } from './vendors.ts';

/** Fit of tool and work, 0-1: grows with technology, falls when the tool asks more of people than they can; a trial shows it in time. */
export function toolFit(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  const tool = inForce(firm, plan, 'imp.tool');
  const trial = plan['imp.trial'] === 'yes' ? 1 : 0;
  const tooBig = Math.max(0, tools[tool].asks - firm.stocks.H) * p['adoption.toolTooBig'] * (trial === 1 ? 0.5 : 1);
  const suits = tool === 'present' ? 0 : vendorOf(spec, inForce(firm, plan, 'imp.vendor')).fit;
  const fit = p['adoption.fitBase'] + ((1 - p['adoption.fitBase']) * firm.stocks.T) / 100 + trial * p['adoption.trial'] + suits - tooBig;
  return Math.min(1, Math.max(0, fit));
}

/** What a trial shows of the tool in use, or, where none was bought, of the vendor who is tried, 0-1; null where nothing is tried. */
export function triedFit(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number | null {
  if (plan['imp.trial'] === 'no') return null;
  const fit = toolFit(firm, spec, plan, p);
  if (inForce(firm, plan, 'imp.tool') !== 'present') return fit;
  return Math.min(1, Math.max(0, fit + vendorOf(spec, inForce(firm, plan, 'imp.vendor')).fit));
}

/** 100 (.35 H + .25 fit + .2 involvement + .2 L), less under control, haste or both, or a bonus on output, more in a pilot; points 0-100. */
export function adoptionCeiling(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  const parts =
    (p['adoption.people'] * firm.stocks.H) / 100 +
    p['adoption.fit'] * toolFit(firm, spec, plan, p) +
    p['adoption.involve'] * involvement[inForce(firm, plan, 'imp.involve')] * firm.funded +
    (p['adoption.leadership'] * firm.stocks.L) / 100;
  const control = inForce(firm, plan, 'imp.style') === 'control';
  const { state, context } = programmeOf(firm);
  const { pace } = context;
  const rushed = pace === 'rushed';
  const haste = pace === 'careful' ? p['adoption.careful'] : rushed ? p['adoption.rushed'] : 1;
  const pressed = control ? p['adoption.control'] * (rushed ? p['adoption.controlRushed'] : 1) : 1;
  const picked = state === 'piloting' ? p['adoption.pilotPeople'] : 1;
  return Math.min(100, 100 * parts * haste * pressed * picked * measureEffects(firm, plan, p).adoption);
}

/** Adoption after a quarter: part of the way to the ceiling; in a pilot quicker, since one branch gets all the attention. */
export function adoptionAfter(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  const { active, state } = programmeOf(firm);
  const inUse = firm.established.data + firm.established.delivery > 0;
  if (!active && !inUse) return firm.adoption;
  const control = inForce(firm, plan, 'imp.style') === 'control';
  const usual = control ? p['adoption.paceControl'] : p['adoption.paceHelp'];
  const pace = Math.min(1, usual * (state === 'piloting' ? p['adoption.pilotFactor'] : 1));
  return firm.adoption + pace * (adoptionCeiling(firm, spec, plan, p) - firm.adoption);
}

/** Adoption that customers meet: of the new tools or of those in use before, whichever is higher; points 0-100. */
export function adoptionInUse(firm: FirmState): number {
  return Math.max(firm.adoption, firm.established.adoption);
}
