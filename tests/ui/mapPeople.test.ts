import { describe, expect, test } from 'vitest';
import { consentWords } from '../../src/game/known/people.ts';
import { hasWord } from '../../src/text/words.ts';
import { casePeople } from '../../src/ui/map/casePeople.ts';
import { customerRows, MOST_ROWS, ordered } from '../../src/ui/map/customerRows.ts';
import { greekToLatin } from '../../src/ui/map/greekToLatin.ts';
import { wardrobeFor } from '../../src/ui/map/names.ts';
import { personState, type PersonState } from '../../src/ui/map/personState.ts';
import { vorasBank } from '../game/shippedScenario.ts';
import { fakePeople, fakePerson } from './fakeClient.ts';

const states: Record<PersonState, true> = { unsettled: true, away: true, new: true, thin: true, regular: true };

describe('the state of a person', () => {
  test.each([
    ['a quarrel comes first', { complaint: 'unsettled', quartersSilent: 3 }, 'unsettled'],
    ['two quarters without buying', { quartersSilent: 2 }, 'away'],
    ['one quarter is no sign yet', { quartersSilent: 1 }, 'regular'],
    ['named in the quarter just played', { knownSince: 4 }, 'new'],
    ['hardly more than a name', { fields: 2 }, 'thin'],
    ['all else', {}, 'regular'],
  ] as const)('%s', (_, facts, state) => {
    expect(personState({ ...fakePerson(1), ...facts }, 4)).toBe(state);
  });

  test('nobody is new at the start', () => {
    expect(personState(fakePerson(1), 0)).toBe('regular');
  });

  test('every state, consent and complaint has words', () => {
    const missing = (kind: string, ids: readonly string[]): string[] => ids.filter((id) => !hasWord(kind, id));
    expect(missing('personState', Object.keys(states))).toEqual([]);
    expect(missing('note', Object.keys(states))).toEqual([]);
    expect(missing('consent', consentWords)).toEqual([]);
    expect(missing('complaint', ['none', 'settled', 'unsettled'])).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    ['Παπαδόπουλος', 'Papadopoulos'],
    ['Ευάγγελος', 'Evangelos'],
    ['Αυγερινός', 'Avgerinos'],
    ['Ευταξίας', 'Eftaxias'],
    ['Μπουκουβαλαίοι', 'Boukouvalaioi'],
    ['Χρήστος', 'Christos'],
    ['Πτολεμαΐδα', 'Ptolemaida'],
    ['Ψυχή Θεού', 'Psychi Theou'],
  ])('%s is written %s', (greek, latin) => {
    expect(greekToLatin(greek)).toBe(latin);
  });

  test('a person keeps his name within a run, and bears another in another run', async () => {
    const [one, again, other] = await Promise.all([wardrobeFor('greek', 7), wardrobeFor('greek', 7), wardrobeFor('greek', 8)]);
    const names = (dress: typeof one): string[] => Array.from({ length: 200 }, (_, person) => dress(person).name);
    expect(names(one)).toEqual(names(again));
    expect(names(one)).not.toEqual(names(other));
    expect(new Set(names(one)).size).toBeGreaterThan(150);
  });

  test('Greek ones are in Latin letters, given name first, a woman with a woman’s family name', async () => {
    const dress = await wardrobeFor('greek', 7);
    for (let person = 0; person < 500; person += 1) {
      const { name, town } = dress(person);
      expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      expect(town).toMatch(/^[A-Z][a-z]+$/);
      const [given, family] = name.split(' ');
      expect({ name, man: family.endsWith('s') }).toEqual({
        name,
        man: given !== 'Emmanouil' && given !== 'Michail' ? given.endsWith('s') : true,
      });
    }
  });

  test('Vietnamese ones put the family name first', async () => {
    const dress = await wardrobeFor('vietnamese', 7);
    const families = new Set(Array.from({ length: 2000 }, (_, person) => dress(person).name.split(' ')[0]));
    expect(families).toContain('Nguyễn');
    expect(families).toContain('Trần');
    expect(families.size).toBeLessThan(40);
  });

  test('live where the scenario says, when it says so', async () => {
    const dress = await wardrobeFor('vietnamese', 7, ['Sơn Trà', 'Hội An']);
    expect(new Set(Array.from({ length: 100 }, (_, person) => dress(person).town))).toEqual(new Set(['Sơn Trà', 'Hội An']));
  });
});

describe('customers whose case is told', () => {
  const { scenario } = vorasBank();
  const [first] = scenario.cases;

  test('bear the name and the role that the scenario gives, also after the case is closed', () => {
    const people = casePeople(scenario, [[], [{ id: first.id, customer: 42 }], []]);
    const person = scenario.cast.find(({ id }) => id === first.person)!;
    expect([...people.keys()]).toEqual([42]);
    expect(people.get(42)).toMatchObject({ name: person.name, role: person.role });
  });
});

describe('the map as a table', () => {
  const clothes = (person: number) => ({ name: `N${person % 10}`, town: 'Kozani' });
  const rows = customerRows(fakePeople(0), clothes);

  test('holds the most valuable customers first', () => {
    expect(rows.map(({ value }) => value)).toEqual([...rows.map(({ value }) => value)].sort((a, b) => b - a));
    expect(rows[0]).toEqual({
      person: 273,
      name: 'N3',
      town: 'Kozani',
      value: 20 + 273 * 273,
      loyalty: 273 % 101,
      cooling: false,
      listed: false,
    });
    const many = { ...fakePeople(0), person: new Uint32Array(200), value: new Float32Array(200), loyalty: new Uint8Array(200) };
    expect(customerRows(many, clothes)).toHaveLength(MOST_ROWS);
  });

  test.each(['value', 'loyalty', 'cooling'] as const)('sorts by %s, highest first, and turns round', (by) => {
    const compare = (a: string, b: string): number => (a < b ? -1 : 1);
    const numbers = ordered(rows, by, false, compare).map((row) => Number(row[by]));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(ordered(rows, by, true, compare).map((row) => Number(row[by]))).toEqual([...numbers].sort((a, b) => a - b));
  });

  test('sorts names from A to Z in the reader’s language', () => {
    const names = ordered(rows, 'name', false, new Intl.Collator('vi').compare).map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
  });
});
