import { describe, expect, test } from 'vitest';
import { genericIds } from '../../../src/company/controls.ts';
import { programmeGuards } from '../../../src/company/programmeGuards.ts';
import { hasWord } from '../../../src/text/words.ts';
import { edgeDetails, stateDetails } from '../../../src/ui/machines/details.ts';
import type { Edge, Graph } from '../../../src/ui/machines/graph.ts';
import { asked, conditionWords, isOpen, isRefused, labelOf, nowWords, wayWords } from '../../../src/ui/machines/machineWords.ts';
import { graphOf, type MachineKind } from '../../../src/ui/machines/shipped.ts';
import { travelOf } from '../../../src/ui/machines/travel.ts';
import vi from '../../../src/text/messages/vi.machines.json' with { type: 'json' };
import en from '../../../src/text/messages/en.machines.json' with { type: 'json' };

const shipped: readonly (readonly [string, MachineKind, Graph])[] = [
  ['programme', 'programme', graphOf('programme')],
  ['position', 'position', graphOf('position')],
  ['case', 'case', graphOf('case')],
  ['review', 'review', graphOf('review')],
  ...genericIds.map((generic) => [`rival: ${generic}`, 'rival', graphOf('rival', generic)] as const),
];
const programme = graphOf('programme');
const edge = (id: string): Edge => programme.edges.find((each) => each.id === id)!;
const nowhere = travelOf(programme, []);

describe.each(shipped)('the words of the %s', (_, kind, graph) => {
  const ways = graph.edges.flatMap((each) => each.ways);
  const words = [
    ...graph.states.map((state) => (kind === 'position' ? `level.${state}` : `machineState.${kind}.${state}`)),
    ...ways.map(({ event }) => `machineEvent.${event}`),
    ...ways.flatMap(({ guard }) => (guard === null ? [] : [`machineGuard.${guard}`, `machineAsk.${guard}`])),
    ...(ways.some(({ guard, otherwise }) => guard === null && otherwise) ? ['machineGuard.otherwise', 'machineAsk.otherwise'] : []),
    `machine_note.${kind}`,
  ];

  test('every state, event and guard of the definition has words in both languages', () => {
    expect(words.filter((key) => !hasWord(key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)))).toEqual([]);
    const machineWords = words.filter((key) => !key.startsWith('level.'));
    expect(machineWords.filter((key) => !(key in vi) || !(key in en))).toEqual([]);
  });

  test('no label and no sentence shows a gap', () => {
    const label = labelOf(graph);
    const said = [...graph.edges.map(label), ...ways.map(wayWords), ...ways.map((way) => conditionWords(way) ?? 'none')];
    expect(said.filter((text) => text.trim() === '' || /‹|undefined|NaN|\{/.test(text))).toEqual([]);
  });

  test('two ways out of a state are never labelled alike', () => {
    const label = labelOf(graph);
    for (const state of graph.states) {
      const labels = graph.edges.filter(({ from }) => from === state).map(label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

test('no words are left for what no machine has', () => {
  const used = new Set(
    shipped.flatMap(([, kind, graph]) => [
      ...graph.states.map((state) => `machineState.${kind}.${state}`),
      ...graph.edges.flatMap(({ ways }) =>
        ways.flatMap(({ event, guard }) => [`machineEvent.${event}`, `machineGuard.${guard}`, `machineAsk.${guard}`]),
      ),
      'machineGuard.otherwise',
      'machineAsk.otherwise',
    ]),
  );
  expect(Object.keys(en).filter((key) => /^machine(State|Event|Guard|Ask)\./.test(key) && !used.has(key))).toEqual([]);
});

describe('what a way is called', () => {
  test.each([
    ['the event, where it tells the way', 'idle-analysing', 'analysis begins'],
    ['the guard too, where the same event may lead elsewhere', 'piloting-rollingOut', 'quarter ends: the pilot passes'],
    ['the rest, where the ways before were refused', 'checking-analysing', 'the path is confirmed: otherwise'],
    ['the condition alone, where no event is waited for', 'approved-piloting', 'with a pilot'],
    ['all ways, where several lead to the same state', 'stalled-rollingBack', 'abandoned / quarter ends: third quarter stalled'],
  ])('%s', (_, id, label) => {
    expect(labelOf(programme)(edge(id))).toBe(label);
  });
});

describe('what a way asks now', () => {
  const submit = edge('planning-approved');

  test('says what is lacking, with the numbers', () => {
    const guards = { maySubmit: [{ code: 'stock.S', actual: 35, required: 40 }] };
    expect(nowWords(submit.ways[0], guards)).toBe('Still lacking now: Strategy 35/40.');
    expect(isRefused(submit, guards)).toBe(true);
  });

  test('says when all is met, and nothing where no list can be asked', () => {
    expect(nowWords(submit.ways[0], { maySubmit: [] })).toBe('Met as things stand now.');
    expect(isRefused(submit, { maySubmit: [] })).toBe(false);
    expect(nowWords(submit.ways[0], {})).toBe('');
    expect(isRefused(submit, {})).toBe(false);
  });

  test('counts a way as open when one of several is', () => {
    expect(isRefused(edge('stalled-rollingBack'), { mayRecover: [{ code: 'gap' }] })).toBe(false);
  });

  test('says which ways somebody may take by choice, and asks a case only where it stands', () => {
    const graph = graphOf('case');
    const way = (id: string): Edge => graph.edges.find((each) => each.id === id)!;
    const guards = { 'case.offer': [], 'case.chooseMode': [{ code: 'case.answered' }] };
    expect(isOpen(way('negotiating-awaitingReply'), guards)).toBe(true);
    expect(isOpen(way('negotiating-routing'), guards)).toBe(false);
    expect(isRefused(way('negotiating-routing'), guards)).toBe(true);
    expect([isOpen, isRefused].map((is) => is(way('negotiating-escalating'), guards))).toEqual([false, false]);
    expect(asked('case', 'negotiating', 'negotiating', guards)).toBe(guards);
    expect(asked('case', 'diagnosing', 'negotiating', guards)).toEqual({});
    expect(asked('programme', 'idle', 'planning', guards)).toBe(guards);
  });

  test('the limits of the rules stand in the sentence', () => {
    expect(edgeDetails('programme', submit, nowhere, {})).toEqual({
      title: 'Planning → Approved',
      lines: [
        'When: submitted for approval. If: strategy and leadership at 40 points or more, at least 11 TCO lines answered, a readiness gap of at most 25 points, and money released.',
      ],
    });
  });
});

test('a state says what leads there, where it leads, and when the run stood there', () => {
  const travel = travelOf(programme, ['idle', 'rollingOut', 'stalled', 'rollingBack']);
  expect(stateDetails('programme', programme, 'rollingBack', travel)).toEqual({
    title: 'Rolling back',
    lines: [
      'Stood here: quarter 3.',
      'Reached from: Roll-out (abandoned), Stalled (abandoned / quarter ends: third quarter stalled).',
      'Leads on to: No programme (quarter ends).',
    ],
  });
  expect(stateDetails('programme', programme, 'idle', travel).lines.slice(0, 2)).toEqual([
    'Stood here: at the start.',
    'Everything begins here.',
  ]);
});

test('every guard that has a list of reasons is one that the drawing asks', () => {
  const asked = new Set(programme.edges.flatMap(({ ways }) => ways.map(({ guard }) => guard)));
  expect(Object.keys(programmeGuards).filter((guard) => !asked.has(guard))).toEqual([]);
});
