import { describe, expect, test } from 'vitest';
import type { PersonFile } from '../../src/game/known/people.ts';
import { Customers } from '../../src/ui/map/customers.svelte.ts';
import { FakeClient, fakePeople, fakePerson } from './fakeClient.ts';

describe('the customers on the screen', () => {
  test('a round later hold the picture before, so that the dots can travel', async () => {
    const client = new FakeClient();
    const customers = new Customers(client);
    await customers.load(0, []);
    expect([customers.before, customers.arrived, customers.now?.quarter]).toEqual([null, true, 0]);
    await customers.load(0, []);
    expect(customers.before).toBeNull();
    client.quarter = 2;
    await customers.load(2, []);
    expect([customers.before?.quarter, customers.arrived, customers.now?.quarter]).toEqual([0, false, 2]);
    expect(customers.cloudScale).toBe(10_400);
  });

  test('keep looking at the same person, unless he is gone or a case waits', async () => {
    const client = new FakeClient();
    const customers = new Customers(client);
    await customers.load(0, [14]);
    expect([customers.selected, customers.dot, customers.file?.person]).toEqual([14, 2, 14]);
    client.quarter = 1;
    await customers.load(1, []);
    expect([customers.selected, customers.dot]).toEqual([14, 1]);
    client.quarter = 3;
    await customers.load(3, []);
    expect(customers.selected).not.toBe(14);
    client.quarter = 4;
    await customers.load(4, [70]);
    expect(customers.selected).toBe(70);
  });

  test('a file that comes after the eye has moved on is dropped', async () => {
    const answers: ((file: PersonFile) => void)[] = [];
    const customers = new Customers({
      people: () => Promise.resolve(fakePeople(0)),
      person: () => new Promise((resolve) => answers.push(resolve)),
    });
    const [slow, quick] = [customers.select(7), customers.select(14)];
    answers[1](fakePerson(14));
    await quick;
    answers[0](fakePerson(7));
    await slow;
    expect(customers.file?.person).toBe(14);
  });

  test('a list that does not come is said, and asked for again', async () => {
    let broken = true;
    const customers = new Customers({
      people: () => (broken ? Promise.reject(new Error('worker')) : Promise.resolve(fakePeople(0))),
      person: (index) => Promise.resolve(fakePerson(index)),
    });
    await customers.load(0, []);
    expect([customers.failed, customers.now]).toEqual([true, null]);
    broken = false;
    await customers.load(0, []);
    expect([customers.failed, customers.now?.quarter]).toEqual([false, 0]);
  });
});
