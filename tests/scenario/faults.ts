/** Ways to break the folder of Voras Bank, one a line, and the error that each must cause. */

/** One fault: the text it replaces, the text it puts there, and where the error must stand (line of the first `lineOf`). */
export interface Fault {
  what: string;
  file?: string;
  replace: string;
  by: string;
  code: string;
  at: string;
  lineOf: string;
}

// prettier-ignore
export const scenarioFaults: readonly Fault[] = [
  { what: 'a key nobody knows', replace: 'currency: EUR', by: 'currency: EUR\nmoney: EUR', code: 'unknownKey', at: 'money', lineOf: '\nmoney: EUR' },
  { what: 'a key left out', replace: 'currency: EUR\n', by: '', code: 'missingKey', at: 'currency', lineOf: 'format: 1' },
  { what: 'a key left out inside a segment', replace: '      reach: 0.8\n', by: '', code: 'missingKey', at: 'market.segments[1].reach', lineOf: '    - id: young-savers' },
  { what: 'a word for a number', replace: 'quarters: 16', by: 'quarters: many', code: 'wrongType', at: 'quarters', lineOf: 'quarters: many' },
  { what: 'a list for a map', replace: 'minutes: { classHour: 45, full: 150 }', by: 'minutes: [45, 150]', code: 'wrongType', at: 'minutes', lineOf: 'minutes:' },
  { what: 'no English', replace: '  en: Regional retail banking\n', by: '', code: 'missingLanguage', at: 'sector.en', lineOf: 'sector:' },
  { what: 'empty Vietnamese', replace: '  vi: Ngân hàng bán lẻ khu vực', by: "  vi: ''", code: 'missingLanguage', at: 'sector.vi', lineOf: "  vi: ''" },
  { what: 'names of nobody', replace: 'names: greek', by: 'names: martian', code: 'notAnOption', at: 'names', lineOf: 'names: martian' },
  { what: 'no word on names', replace: 'names: greek\n', by: '', code: 'missingKey', at: 'names', lineOf: 'format: 1' },
  { what: 'a third language', replace: '  en: Northern Greece', by: '  en: Northern Greece\n  el: x', code: 'unknownKey', at: 'place.el', lineOf: '  el: x' },
  { what: 'segments that do not sum', replace: '      share: 480', by: '      share: 481', code: 'wrongSum', at: 'market.segments', lineOf: '  segments:' },
  { what: 'needs that do not sum', replace: 'needs: { price: 180,', by: 'needs: { price: 181,', code: 'wrongSum', at: 'market.segments[0].needs', lineOf: 'needs: { price: 181' },
  { what: 'channels that do not sum', replace: 'branch: 560', by: 'branch: 550', code: 'wrongSum', at: 'market.segments[0].channels', lineOf: 'branch: 550' },
  { what: 'suppliers over the whole', replace: 'suppliers: { voras: 370, aristarchos: 250', by: 'suppliers: { voras: 870, aristarchos: 250', code: 'wrongSum', at: 'market.segments[0].suppliers', lineOf: 'voras: 870' },
  { what: 'a supplier that is no firm', replace: 'meltemi: 330, haliakmon: 60', by: 'meltem: 330, haliakmon: 60', code: 'unknownReference', at: 'market.segments[1].suppliers.meltem', lineOf: 'meltem: 330' },
  { what: 'an event for no segment', replace: '    segment: mortgage-hunters\n    size: 0.08', by: '    segment: hunters\n    size: 0.08', code: 'unknownReference', at: 'events[3].segment', lineOf: '    segment: hunters' },
  { what: 'an event for no firm', replace: '    firm: meltemi\n', by: '    firm: boreas\n', code: 'unknownReference', at: 'events[3].firm', lineOf: '    firm: boreas' },
  { what: 'a case told by nobody', replace: 'person: despina', by: 'person: despoina', code: 'unknownReference', at: 'cases[0].person', lineOf: 'person: despoina' },
  { what: 'a world with a strange event', replace: '      merger: { quarter: 8 }', by: '      fusion: { quarter: 8 }', code: 'unknownReference', at: 'worlds[1].events.fusion', lineOf: '      fusion:' },
  { what: 'a card that does not exist', replace: 'card: dat.store', by: 'card: dat.lake', code: 'notAnOption', at: 'unlocks[26].card', lineOf: 'card: dat.lake' },
  { what: 'an analysis that does not exist', replace: 'id: churnCauses', by: 'id: churnReasons', code: 'notAnOption', at: 'analyses[2].id', lineOf: 'id: churnReasons' },
  { what: 'an event after the end', replace: '    quarter: 13\n    kind', by: '    quarter: 17\n    kind', code: 'outsideRun', at: 'events[5].quarter', lineOf: '    quarter: 17' },
  { what: 'a case after the end', replace: '    quarter: 2\n', by: '    quarter: 40\n', code: 'outsideRun', at: 'cases[0].quarter', lineOf: '    quarter: 40' },
  { what: 'a world that moves an event out of the run', replace: '{ quarter: 8 }', by: '{ quarter: 18 }', code: 'outsideRun', at: 'worlds[1].events.merger.quarter', lineOf: '{ quarter: 18 }' },
  { what: 'a world whose needs do not sum', replace: 'needs: { price: 300,', by: 'needs: { price: 310,', code: 'wrongSum', at: 'worlds[1].segments.households.needs', lineOf: 'needs: { price: 310' },
  { what: 'a hypothesis about no figure', replace: 'kpi: contribution', by: 'kpi: profit', code: 'notAnOption', at: 'hypotheses[7].kpi', lineOf: 'kpi: profit' },
  { what: 'consent of nobody', replace: '      coverage: 0.7', by: '      coverage: 0', code: 'nobodyOnFile', at: 'firms[0].records.consent', lineOf: '      consent: 0.7' },
  { what: 'right entries in empty fields', replace: '      depth: 0.35', by: '      depth: 0', code: 'nothingFilled', at: 'firms[0].records.accuracy', lineOf: '      accuracy: 0.45' },
  { what: 'fields filled that nobody asks for', replace: '      depth: 0.35', by: '      depth: 0.6', code: 'beyondFields', at: 'firms[0].records.depth', lineOf: '      depth: 0.6' },
  { what: 'fields filled in one world that nobody asks for', replace: '      small-firms: { spend: { q: 2.2 } }', by: '      small-firms: { spend: { q: 2.2 } }\n    firms: { voras: { records: { depth: 0.6 } } }', code: 'beyondFields', at: 'worlds[0].firms.voras.records.depth', lineOf: '    firms: { voras' },
  { what: 'rounds that do not fill the run', replace: 'quarters: 16', by: 'quarters: 15', code: 'unevenRounds', at: 'quartersPerRound', lineOf: 'quartersPerRound' },
  { what: 'hypotheses out of order', replace: '  - quarter: 4\n    kpi', by: '  - quarter: 3\n    kpi', code: 'outOfOrder', at: 'hypotheses[3].quarter', lineOf: '  - quarter: 3\n    kpi: churn' },
  { what: 'a share above one', replace: 'quality: 0.58', by: 'quality: 1.58', code: 'outOfRange', at: 'firms[0].offer.quality', lineOf: 'quality: 1.58' },
  { what: 'half a person', replace: 'people: 20000', by: 'people: 20000.5', code: 'notAnInteger', at: 'market.people', lineOf: 'people: 20000.5' },
  { what: 'a decision that is no whole number', replace: '  biz.spend: 4', by: '  biz.spend: 4.5', code: 'notAnInteger', at: 'startPlan[biz.spend]', lineOf: '  biz.spend: 4.5' },
  { what: 'a decision between two steps', replace: '  biz.split: 60', by: '  biz.split: 62', code: 'offStep', at: 'startPlan[biz.split]', lineOf: '  biz.split: 62' },
  { what: 'a decision nobody can take', replace: '  biz.spend: 4', by: '  biz.wish: 4', code: 'unknownKey', at: 'startPlan[biz.wish]', lineOf: '  biz.wish: 4' },
  { what: 'a budget that does not sum', replace: 'technology: 15 }', by: 'technology: 20 }', code: 'wrongSum', at: 'startPlan[biz.budget]', lineOf: '  biz.budget' },
  { what: 'a parameter that does not exist', replace: '      leaving.relationship: 3', by: '      leaving.relation: 3', code: 'unknownKey', at: 'worlds[0].parameters[leaving.relation]', lineOf: '      leaving.relation: 3' },
  { what: 'a parameter outside its range', replace: '      choice.value: 8', by: '      choice.value: 80', code: 'outOfRange', at: 'worlds[1].parameters[choice.value]', lineOf: '      choice.value: 80' },
  { what: 'one force where two are asked for', replace: 'forces: [rivalry, buyers]', by: 'forces: [rivalry]', code: 'tooFew', at: 'firms[0].forces', lineOf: 'forces: [rivalry]' },
  { what: 'infinity', replace: 'represents: 60', by: 'represents: .inf', code: 'wrongType', at: 'market.represents', lineOf: 'represents: .inf' },
  { what: 'an anchor', replace: 'currency: EUR', by: 'currency: &money EUR', code: 'anchor', at: 'currency', lineOf: 'currency: &money' },
  { what: 'an alias', replace: 'currency: EUR', by: 'currency: *money', code: 'alias', at: 'currency', lineOf: 'currency: *money' },
  { what: 'a tag', replace: 'currency: EUR', by: 'currency: !!str EUR', code: 'tag', at: 'currency', lineOf: 'currency: !!str' },
  { what: 'a key said twice', replace: 'currency: EUR', by: 'currency: EUR\nid: other', code: 'duplicateKey', at: 'id', lineOf: '\nid: other' },
  { what: 'a key of the prototype', replace: 'currency: EUR', by: 'currency: EUR\n__proto__: { a: 1 }', code: 'forbiddenKey', at: '[__proto__]', lineOf: '\n__proto__' },
  { what: 'an id of the prototype', replace: '  - id: meltemi', by: '  - id: toString', code: 'badId', at: 'firms[1].id', lineOf: '  - id: toString' },
  { what: 'an id used twice', replace: '- id: taking-the-notes', by: '- id: loans-to-the-risky', code: 'duplicateId', at: 'traps[3].id', lineOf: '  - id: loans-to-the-risky\n    text:\n      vi: Lấy' },
  { what: 'a trap that no playbook walks into', replace: '- id: taking-the-notes', by: '- id: taking-the-notes\n    playbook: hop', code: 'unknownReference', at: 'traps[3].playbook', lineOf: '    playbook: hop' },
  { what: 'bad syntax', replace: 'currency: EUR', by: 'currency: [EUR', code: 'syntax', at: '', lineOf: 'quarters: 16' },
  { what: 'a second document', replace: 'currency: EUR', by: 'currency: EUR\n---', code: 'syntax', at: '', lineOf: '\n---' },
  { what: 'brackets without end', replace: 'currency: EUR', by: `currency: ${'['.repeat(60)}${']'.repeat(60)}`, code: 'tooDeep', at: '', lineOf: 'currency:' },
  { what: 'a brief that is too long', replace: 'Voras has 110 branches', by: `${'very '.repeat(300)}Voras has 110 branches`, code: 'tooLong', at: 'brief', lineOf: 'brief:' },
  { what: 'a title that is too long', replace: '  en: Voras Bank', by: `  en: ${'Voras '.repeat(20)}`, code: 'tooLong', at: 'title.en', lineOf: '  en: Voras Voras' },
  { what: 'a control character in words', replace: '  en: Northern Greece', by: '  en: "Northern \\u0007Greece"', code: 'controlCharacter', at: 'place.en', lineOf: '  en: "Northern' },
  { what: 'text that turns the reading direction', replace: '  en: Northern Greece', by: '  en: "Northern \\u202eGreece"', code: 'controlCharacter', at: 'place.en', lineOf: '  en: "Northern' },
  { what: 'too few parts of the brief', replace: 'debrief:\n', by: 'debrief: []\nold:\n', code: 'tooFew', at: 'debrief', lineOf: 'debrief: []' },
  { what: 'too many firms', replace: 'firms:\n  - id: voras', by: `firms:\n${'  - x\n'.repeat(8)}  - id: voras`, code: 'tooMany', at: 'firms', lineOf: 'firms:' },
  { what: 'a learner whom nobody plays', replace: '    played: true', by: '    played: false', code: 'notAnOption', at: 'firms[0].played', lineOf: '    played: false' },
  { what: 'a rival without a rule', replace: '    rival: { budget: 0.6, lag: 2, boldness: 0.7 }\n', by: '', code: 'missingKey', at: 'firms[1].rival', lineOf: '  - id: meltemi' },
  {
    what: 'a criterion that weighs nothing',
    replace: 'difficulty: 2',
    by: 'difficulty: 2\nweights: { X1: 0 }',
    code: 'outOfRange',
    at: 'weights.X1',
    lineOf: 'weights: {',
  },
];

// prettier-ignore
export const playbookFaults: readonly Fault[] = [
  { what: 'a change after the end', file: 'playbooks/textbook.yaml', replace: '- quarter: 12', by: '- quarter: 17', code: 'outsideRun', at: 'changes[7].quarter', lineOf: '- quarter: 17' },
  { what: 'changes out of order', file: 'playbooks/textbook.yaml', replace: '- quarter: 12', by: '- quarter: 10', code: 'outOfOrder', at: 'changes[7].quarter', lineOf: '- quarter: 10\n    plan:\n      cus.mode: { households: 50, young-savers: 25, small-firms: 100' },
  { what: 'a core segment that does not exist', file: 'playbooks/textbook.yaml', replace: '[small-firms]', by: '[firms]', code: 'unknownReference', at: 'start[cus.core][0]', lineOf: '[firms]' },
  { what: 'two cores where one is allowed', file: 'playbooks/textbook.yaml', replace: '[small-firms]', by: '[small-firms, households]', code: 'tooMany', at: 'start[cus.core]', lineOf: 'cus.core' },
  { what: 'a segment left out', file: 'playbooks/leap.yaml', replace: 'idc.contact: { households: 4, ', by: 'idc.contact: { ', code: 'missingKey', at: 'changes[1].plan[idc.contact].households', lineOf: 'idc.contact' },
  { what: 'a path that does not exist', file: 'playbooks/leap.yaml', replace: 'crm.path: p14', by: 'crm.path: p41', code: 'notAnOption', at: 'changes[0].plan[crm.path]', lineOf: 'crm.path: p41' },
  { what: 'an analysis bought twice', file: 'playbooks/textbook.yaml', replace: '[readiness, dataAudit, industry]', by: '[readiness, readiness]', code: 'duplicateId', at: 'start[ana.buy][1]', lineOf: 'ana.buy' },
  { what: 'a move of no kind', file: 'playbooks/textbook.yaml', replace: 'kind: case', by: 'kind: cases', code: 'notAnOption', at: 'changes[0].moves[0].kind', lineOf: 'kind: cases' },
  { what: 'a case without a slot', file: 'playbooks/textbook.yaml', replace: 'slot: q2.customer.1', by: 'slot: "4711"', code: 'badId', at: 'changes[0].moves[0].slot', lineOf: 'kind: case' },
  { what: 'more sponsor hours than a sponsor has', file: 'playbooks/leap.yaml', replace: 'crm.people.frontLine: 0', by: 'crm.people.frontLine: 40', code: 'planRefused', at: 'changes[0].plan[crm.people]', lineOf: '    plan:' },
  { what: 'a name that is not the file', file: 'playbooks/stay.yaml', replace: 'name: stay', by: 'name: leave', code: 'unknownReference', at: 'name', lineOf: 'name: leave' },
];
