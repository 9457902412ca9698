/** What the parts of a scenario say of each other: ids that must exist, quarters inside the run, sums over parts. */

import { channelSourceIds, departmentSourceIds } from '../company/conflict/codes.ts';
import { pairIds } from '../company/controls.ts';
import type { Path } from './coded.ts';
import { checkPlan } from './planSchema.ts';
import { checkRecords } from './recordsCheck.ts';
import type { Scenario, ScenarioFirm } from './scenario.ts';
import { languages } from './text.ts';
import { wordCount } from './textSchema.ts';
import { resolveWorld } from './worlds.ts';
import { checkOpportunities } from './opportunitySchema.ts';
import type { ErrorList } from './yamlTree.ts';

export const mostBriefWords = 350;

/** Lists every contradiction between parts of a scenario whose shape is right. */
export function checkReferences(scenario: Scenario, errors: ErrorList): void {
  checkIds(scenario, errors);
  checkFirms(scenario.firms, errors);
  checkPlaces(scenario, errors);
  checkQuarters(scenario, errors);
  checkOpportunities(scenario, errors);
  checkWorlds(scenario, errors);
  checkBrief(scenario, errors);
  checkRecords(scenario, errors);
  checkPlan(scenario.startPlan, ids(scenario.market.segments), ['startPlan'], errors);
  if (errors.errors.length > 0) return;
  checkMarket(scenario, ['market'], errors);
  scenario.worlds.forEach((_, i) => checkMarket(resolveWorld(scenario, i), ['worlds', i], errors));
}

const ids = (items: readonly { id: string }[]): string[] => items.map((item) => item.id);

function checkIds(scenario: Scenario, errors: ErrorList): void {
  const lists: [Path, readonly string[], string][] = [
    [['market', 'segments'], ids(scenario.market.segments), 'id'],
    [['firms'], ids(scenario.firms), 'id'],
    [['worlds'], ids(scenario.worlds), 'id'],
    [['events'], ids(scenario.events), 'id'],
    [['cases'], ids(scenario.cases), 'id'],
    [['complaints'], ids(scenario.complaints ?? []), 'id'],
    [['disputes'], ids(scenario.disputes ?? []), 'id'],
    [['partners'], ids(scenario.partners ?? []), 'id'],
    [['opportunities'], ids(scenario.opportunities ?? []), 'id'],
    [['cast'], ids(scenario.cast), 'id'],
    [['traps'], ids(scenario.traps), 'id'],
    [['analyses'], ids(scenario.analyses), 'id'],
    [['unlocks'], scenario.unlocks.map(({ card }) => card), 'card'],
  ];
  // A case is found by its id, whichever of the three lists tells it.
  const told = [...ids(scenario.cases), ...ids(scenario.complaints ?? [])];
  (scenario.complaints ?? []).forEach(({ id }, i) => {
    if (told.indexOf(id) < scenario.cases.length) errors.add('duplicateId', ['complaints', i, 'id'], { id });
  });
  (scenario.disputes ?? []).forEach(({ id }, i) => {
    if (told.includes(id)) errors.add('duplicateId', ['disputes', i, 'id'], { id });
  });
  for (const [path, names, key] of lists) {
    names.forEach((id, i) => {
      if (names.indexOf(id) !== i) errors.add('duplicateId', [...path, i, key], { id });
    });
  }
}

/** A played firm has a state to start from; any other follows the rules of a rival. */
function checkFirms(firms: readonly ScenarioFirm[], errors: ErrorList): void {
  if (!firms[0].played) errors.add('notAnOption', ['firms', 0, 'played'], { value: 'false', options: 'true' });
  firms.forEach((firm, i) => {
    const needed = firm.played ? (['level', 'stocks', 'individualisation', 'records', 'money'] as const) : (['rival'] as const);
    for (const key of needed) if (firm[key] === undefined) errors.add('missingKey', ['firms', i, key]);
  });
}

/** References by id. */
function checkPlaces(scenario: Scenario, errors: ErrorList): void {
  const known = {
    segment: ids(scenario.market.segments),
    firm: ids(scenario.firms),
    person: ids(scenario.cast),
    event: ids(scenario.events),
    partner: ids(scenario.partners ?? []),
    pair: pairIds as readonly string[],
  };
  const refer = (kind: keyof typeof known, id: string | undefined, path: Path): void => {
    if (id !== undefined && !known[kind].includes(id)) errors.add('unknownReference', path, { kind, id });
  };
  const referAll = (kind: keyof typeof known, table: object | undefined, path: Path): void => {
    for (const id of Object.keys(table ?? {})) refer(kind, id, [...path, id]);
  };
  scenario.market.segments.forEach((segment, i) => referAll('firm', segment.suppliers, ['market', 'segments', i, 'suppliers']));
  scenario.events.forEach((event, i) => {
    refer('firm', event.firm, ['events', i, 'firm']);
    refer('segment', event.segment, ['events', i, 'segment']);
  });
  scenario.cases.forEach((each, i) => {
    refer('segment', each.segment, ['cases', i, 'segment']);
    refer('person', each.person, ['cases', i, 'person']);
  });
  scenario.firms.forEach((firm, i) => refer('partner', firm.agents, ['firms', i, 'agents']));
  (scenario.disputes ?? []).forEach((dispute, i) => {
    refer(dispute.kind === 'channel' ? 'partner' : 'pair', dispute.between, ['disputes', i, 'between']);
    dispute.voices.forEach((voice, n) => refer('person', voice, ['disputes', i, 'voices', n]));
    const sources: readonly string[] = dispute.kind === 'channel' ? channelSourceIds : departmentSourceIds;
    const { root } = dispute.told.codes;
    if (!sources.includes(root))
      errors.add('notAnOption', ['disputes', i, 'told', 'codes', 'root'], { value: root, options: sources.join(' ') });
  });
  scenario.cast.forEach((person, i) => refer('firm', person.firm, ['cast', i, 'firm']));
  scenario.worlds.forEach((world, i) => {
    referAll('segment', world.segments, ['worlds', i, 'segments']);
    referAll('firm', world.firms, ['worlds', i, 'firms']);
    referAll('event', world.events, ['worlds', i, 'events']);
    for (const [id, segment] of Object.entries(world.segments ?? {})) {
      referAll('firm', segment.suppliers, ['worlds', i, 'segments', id, 'suppliers']);
    }
  });
}

function checkQuarters(scenario: Scenario, errors: ErrorList): void {
  const { quarters } = scenario;
  if (quarters % scenario.quartersPerRound !== 0) {
    errors.add('unevenRounds', ['quartersPerRound'], { quarters, quartersPerRound: scenario.quartersPerRound });
  }
  const inside = (quarter: number | undefined, path: Path): void => {
    if (quarter !== undefined && quarter > quarters) errors.add('outsideRun', path, { quarter, quarters });
  };
  for (const part of ['events', 'cases', 'unlocks', 'hypotheses'] as const) {
    scenario[part].forEach(({ quarter }, i) => inside(quarter, [part, i, 'quarter']));
  }
  scenario.worlds.forEach((world, i) => {
    for (const [id, event] of Object.entries(world.events ?? {})) inside(event.quarter, ['worlds', i, 'events', id, 'quarter']);
  });
  scenario.hypotheses.forEach(({ quarter }, i) => {
    const before = i === 0 ? 0 : scenario.hypotheses[i - 1].quarter;
    if (quarter <= before) errors.add('outOfOrder', ['hypotheses', i, 'quarter'], { quarter, before });
  });
}

function checkWorlds(scenario: Scenario, errors: ErrorList): void {
  scenario.worlds.forEach((world, i) => {
    for (const [id, override] of Object.entries(world.firms ?? {})) {
      const firm = scenario.firms.find((each) => each.id === id);
      if (firm && !firm.stocks && override.stocks) errors.add('unknownKey', ['worlds', i, 'firms', id, 'stocks']);
    }
  });
}

/** Shares of the market as a whole, as written or as a hidden world has them. */
function checkMarket({ market }: Scenario, path: Path, errors: ErrorList): void {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const shares = sum(market.segments.map(({ share }) => share));
  if (shares !== 1000) errors.add('wrongSum', [...path, 'segments'], { sum: shares, expected: 1000 });
  market.segments.forEach((segment, i) => {
    const taken = sum(Object.values(segment.suppliers));
    const place = path[0] === 'worlds' ? segment.id : i;
    if (taken > 1000) errors.add('wrongSum', [...path, 'segments', place, 'suppliers'], { sum: taken, most: 1000 });
  });
}

function checkBrief(scenario: Scenario, errors: ErrorList): void {
  for (const language of languages) {
    const words = scenario.brief.reduce((total, part) => total + wordCount(part.title[language]) + wordCount(part.text[language]), 0);
    if (words > mostBriefWords) errors.add('tooLong', ['brief'], { words, most: mostBriefWords, language });
  }
}
