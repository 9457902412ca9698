import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import { memoryStore } from '../../src/saves/memoryStore.ts';
import { openSaves } from '../../src/saves/saves.ts';
import type { Changes, Store } from '../../src/saves/store.ts';
import { Browser, codeOf, failAtWrite, findShipped, valueOf } from './browser.ts';

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});

const stores: readonly [string, () => Store][] = [
  ['the database', () => databaseStore()],
  ['memory', () => memoryStore('blocked')],
];

describe.each(stores)('%s', (_name, open) => {
  const filled = async (): Promise<Store> => {
    const store = open();
    valueOf(await store.write({ put: [['a/1', 1], ['a/2', { deep: [2] }], ['b', 3]] })); // prettier-ignore
    return store;
  };

  test('gives back what was written, by key and by the beginning of keys', async () => {
    const store = await filled();
    expect(valueOf(await store.read(['b', 'none', 'a/2']))).toEqual([3, undefined, { deep: [2] }]);
    expect(valueOf(await store.under('a/'))).toEqual([
      ['a/1', 1],
      ['a/2', { deep: [2] }],
    ]);
    expect(valueOf(await store.keysUnder('a'))).toEqual(['a/1', 'a/2']);
  });

  const refused: readonly [string, Changes, string][] = [
    ['a key that exists is added', { add: [['b', 9]] }, 'conflict'],
    ['a key that exists is added after one that does not', { add: [['c', 9], ['a/1', 9]] }, 'conflict'], // prettier-ignore
    [
      'a condition does not hold',
      { conditions: [{ key: 'b', holds: (value) => value === 4, otherwise: 'gone' }], put: [['b', 9]] },
      'gone',
    ],
    [
      'the second condition does not hold',
      {
        conditions: [
          { key: 'b', holds: (value) => value === 3, otherwise: 'gone' },
          { key: 'none', holds: (value) => value !== undefined, otherwise: 'otherTab' },
        ],
        put: [['b', 9]],
      },
      'otherTab',
    ],
    ['a value cannot be kept', { put: [['b', 9], ['c', () => 1]] }, 'unknown'], // prettier-ignore
  ];

  test.each(refused)('changes nothing at all when %s', async (_case, changes, code) => {
    const store = await filled();
    const before = valueOf(await store.under(''));
    expect(codeOf(await store.write({ remove: ['a/2'], ...changes }))).toBe(code);
    expect(valueOf(await store.under(''))).toEqual(before);
  });

  test('adds what is missing and leaves what is there', async () => {
    const store = await filled();
    valueOf(await store.write({ addMissing: [['b', 9], ['c', 9]] })); // prettier-ignore
    expect(valueOf(await store.read(['b', 'c']))).toEqual([3, 9]);
  });

  test('removes by key and by the beginning of keys, and no more', async () => {
    const store = await filled();
    valueOf(await store.write({ removeUnder: ['a/'] }));
    expect(valueOf(await store.keysUnder(''))).toEqual(['b']);
    valueOf(await store.write({ remove: ['b'] }));
    expect(valueOf(await store.keysUnder(''))).toEqual([]);
  });

  test('keeps a copy: a value changed after writing or reading stays as it was written', async () => {
    const store = open();
    const value = { list: [1] };
    valueOf(await store.write({ put: [['a', value]] }));
    value.list.push(2);
    const [read] = valueOf(await store.read(['a'])) as [{ list: number[] }];
    expect(read).toEqual({ list: [1] });
    read.list.push(3);
    expect(valueOf(await store.read(['a']))).toEqual([{ list: [1] }]);
  });
});

test('a connection that was closed behind our back is opened again, for reading and for writing', async () => {
  const databases: IDBDatabase[] = [];
  const factory = globalThis.indexedDB;
  const open = factory.open.bind(factory);
  factory.open = (...given) => {
    const request = open(...given);
    request.addEventListener('success', () => databases.push(request.result));
    return request;
  };
  const store = databaseStore();
  valueOf(await store.write({ put: [['a', 1]] }));
  // Closed without an event, as Safari has been seen to do.
  databases.at(-1)!.close();
  valueOf(await store.write({ put: [['b', 2]] }));
  databases.at(-1)!.close();
  expect(valueOf(await store.read(['a', 'b']))).toEqual([1, 2]);
  forceCloseDatabase(databases.at(-1) as never);
  expect(valueOf(await store.read(['a', 'b']))).toEqual([1, 2]);
  expect(databases.length).toBe(4);
});

test('a connection that cannot be opened again is told as closed', async () => {
  const factory = globalThis.indexedDB;
  const store = databaseStore();
  let database: IDBDatabase | undefined;
  const open = factory.open.bind(factory);
  factory.open = (...given) => {
    const request = open(...given);
    request.addEventListener('success', () => (database = request.result));
    return request;
  };
  valueOf(await store.write({ put: [['a', 1]] }));
  factory.open = () => {
    throw new DOMException('internal', 'UnknownError');
  };
  database!.close();
  expect(codeOf(await store.write({ put: [['b', 2]] }))).toBe('closed');
  factory.open = open;
  expect(codeOf(await store.write({ put: [['b', 2]] }))).toBe('done');
});

describe('where there is no database', () => {
  afterEach(() => browser.emptyDatabase());
  const throwing = (name: string): IDBFactory => ({ open: () => { throw new DOMException('no', name); } }) as unknown as IDBFactory; // prettier-ignore
  const silent = { open: () => ({}) } as unknown as IDBFactory;
  const failing = {
    open: () => {
      const request = { error: new DOMException('no', 'UnknownError'), onerror: (): void => undefined };
      setTimeout(() => request.onerror());
      return request;
    },
  } as unknown as IDBFactory;

  test.each([
    ['it is missing', undefined, 'blocked'],
    ['it is null', null, 'blocked'],
    ['it may not be used', throwing('SecurityError'), 'blocked'],
    ['opening it fails at once', throwing('InvalidStateError'), 'blocked'],
    ['opening it fails', failing, 'blocked'],
    ['the disk is full', throwing('QuotaExceededError'), 'full'],
    ['opening it is never answered', silent, 'blocked'],
  ])('because %s, reading and writing say so', async (_name, factory, code) => {
    globalThis.indexedDB = factory as never;
    const store = databaseStore(20);
    expect(codeOf(await store.read(['a']))).toBe(code);
    expect(codeOf(await store.write({ put: [['a', 1]] }))).toBe(code);
  });

  test('a database that opens too late is not written to after the failure was told', async () => {
    const factory = globalThis.indexedDB;
    const open = factory.open.bind(factory);
    let answer = (): void => undefined;
    globalThis.indexedDB = {
      open: (...given: Parameters<typeof open>) => {
        const late = { result: undefined as unknown, onsuccess: (): void => undefined, onupgradeneeded: (): void => undefined };
        const request = open(...given);
        request.onupgradeneeded = () => {
          late.result = request.result;
          late.onupgradeneeded();
        };
        answer = () => {
          late.result = request.result;
          late.onsuccess();
        };
        return late;
      },
    } as unknown as IDBFactory;
    const store = databaseStore(20);
    expect(codeOf(await store.write({ put: [['a', 1]] }))).toBe('blocked');
    answer();
    globalThis.indexedDB = factory;
    expect(valueOf(await databaseStore().read(['a']))).toEqual([undefined]);
  });

  test('all works in memory, and the state says which one holds and why', async () => {
    globalThis.indexedDB = undefined as never;
    // Made when there was a database: it cannot be told whether it is missing.
    browser.marks.setItem('rapport.run.aa', '1');
    const saves = await openSaves(findShipped, browser.environment('tab'));
    expect(await saves.state()).toMatchObject({ holds: 'memory', why: 'blocked' });
    expect(valueOf(await saves.list())).toEqual({ runs: [], missing: [], emptied: false });
  });
});

test.each([
  ['throws', 'full'],
  ['aborts', 'unknown'],
] as const)('a write that %s is told as %s, a transaction aborted without a reason (null) too, and leaves nothing', async (fault, code) => {
  const store = databaseStore();
  valueOf(await store.write({ put: [['a', 1]] }));
  const broken = failAtWrite(2, fault);
  expect(codeOf(await store.write({ put: [['b', 2], ['c', 3]] }))).toBe(code); // prettier-ignore
  broken.mend();
  expect(valueOf(await store.keysUnder(''))).toEqual(['a']);
  expect(codeOf(await store.write({ put: [['b', 2]] }))).toBe('done');
});
