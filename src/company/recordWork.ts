/** What a firm does to its customer records in a quarter: its data decisions turned into the terms of the records. */

import { fieldIds, type RecordActions } from '../sim/records/recordActions.ts';
import { captureByLog, joinsOwnList } from './channels.ts';
import { fieldMask } from '../sim/records/quality.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { activeEffects, inForce, planInForce } from './inForce.ts';
import { matching, withdrawals } from './optionTables.ts';
import { type FirmParameters, parametersOf } from './parameters.ts';
import { recordsByPartner } from './partner.ts';
import { reach } from './rollout.ts';
import { sharedPairs } from './stocks.ts';
import { generationEffects } from './toolGenerations.ts';
import { consentByTrust } from './trust.ts';

/** Chance 0-1 that a contact makes a stranger known: sources work independently of one another, and of what a partner shares; some join the own list. */
function identified(sources: QuarterPlan['dat.source'], shared: number, p: FirmParameters, joins: number): number {
  const chances = {
    counter: p['records.identifyCounter'],
    call: p['records.identifyCall'],
    web: p['records.identifyWeb'],
    purchaseLog: p['records.identifyPurchaseLog'],
    partner: p['records.identifyPartner'],
    boughtList: p['records.identifyBoughtList'],
  };
  return 1 - sources.reduce((missed, source) => missed * (1 - chances[source]), (1 - shared) * (1 - joins));
}

/** Sources at which the firm itself meets its customers; names from others come without anybody being asked anything. */
const ownSources: readonly QuarterPlan['dat.source'][number][] = ['counter', 'call', 'web', 'purchaseLog'];

/** True where customers are asked at a touch point of the firm's own: without one a contact fills no field and brings no consent, and no entry is checked. */
const asksItself = (sources: QuarterPlan['dat.source']): boolean => sources.some((source) => ownSources.includes(source));

/** Chance 0-1 that a contact ends with a valid consent: by purpose and easy to withdraw brings more, trust too. */
function consentAsked(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  if (!asksItself(inForce(firm, plan, 'dat.source'))) return 0;
  const asked = { none: 0, bundled: p['records.consentBundled'], byPurpose: p['records.consentByPurpose'] };
  const ease = 1 + p['records.consentEase'] * withdrawals[inForce(firm, plan, 'dat.withdrawal')].ease;
  const bought = inForce(firm, plan, 'dat.source').includes('boughtList') ? 1 - p['records.boughtFalse'] : 1;
  return Math.min(1, asked[inForce(firm, plan, 'dat.consent')] * ease * bought * consentByTrust(firm, p));
}

/** Fields that stay on file: asked for, or of use however they came; the name always. Bit f = field f. */
export function keptFields(firm: FirmState, spec: FirmSpec, given: QuarterPlan): number {
  const asked = inForce(firm, planInForce(firm, given), 'dat.fields');
  return fieldMask(['name', ...asked, ...(spec.records?.usefulFields ?? [])]);
}

/**
 * The work on the records in the quarter that `commitQuarter` has opened (mechanics: I from records).
 * @param given the plan given to `commitQuarter`; what was refused then is left out here too
 */
export function recordActionsOf(firm: FirmState, spec: FirmSpec, given: QuarterPlan): RecordActions {
  const plan = planInForce(firm, given);
  const p = parametersOf(spec);
  const help = inForce(firm, plan, 'imp.style') === 'help';
  const sources = inForce(firm, plan, 'dat.source');
  const withheld = activeEffects(firm, 'capture', firm.quarter).reduce((product, size) => product * size, 1);
  const unfit = activeEffects(firm, 'fit', firm.quarter).reduce((sum, size) => sum + size, 0);
  const notesOfOwn = 1 - Math.min(1, unfit / 100);
  const asked = plan['idc.ask'] === 'yes' ? p['records.ask'] : 1;
  const honesty = help ? p['records.honestyHelp'] : p['records.honestyControl'];
  const sharing = p['records.sharingFloor'] + ((1 - p['records.sharingFloor']) * sharedPairs(firm, plan, p)) / p['records.pairs'];
  const ceilings = { notebook: p['records.linkageNotebook'], mart: p['records.linkageMart'], warehouse: p['records.linkageWarehouse'] };
  const falseEntry =
    (help ? p['records.falseHelp'] : p['records.falseControl']) + (sources.includes('boughtList') ? p['records.boughtFalse'] : 0);
  const paid = p['records.unpaid'] + (1 - p['records.unpaid']) * firm.funded;
  const match = matching[plan['dat.match']];
  const tool = generationEffects(firm, plan, p);
  const partner = recordsByPartner(firm, plan, p);
  const met = asksItself(sources) ? 1 : 0;
  return {
    wantedFields: inForce(firm, plan, 'dat.fields').reduce((mask, field) => mask | (1 << fieldIds.indexOf(field)), 0),
    capture: Math.min(
      1,
      met *
        p['records.capture'] *
        honesty *
        withheld *
        asked *
        notesOfOwn *
        paid *
        tool.capture *
        partner.capture *
        captureByLog(firm, plan, p),
    ),
    falseEntry: Math.min(1, falseEntry),
    identify: identified(sources, partner.identify, p, joinsOwnList(firm, plan, p)),
    cleaning: plan['dat.clean'] * firm.funded,
    checked: met,
    missedMerges: match.missed,
    falseMerges: match.wrong,
    linkageCeiling: ceilings[firm.store] * sharing,
    joinRate: p['records.joinRate'] * sharing,
    consentAsk: consentAsked(firm, plan, p) * paid,
    duplicate: p['records.duplicate'] * (firm.store === 'notebook' ? 1 : p['records.duplicateStored']) * tool.duplicates,
    rollout: reach(firm).data,
  };
}
