/** What the parts of a run's score or equity come to: their sum, the whole, what no single part accounts for, and what is left without one. */

import type { MeasureId, Shared } from '../contributions/contributions.ts';
import { EXACT, type Family, type Formula, type GlassInput, type GlassRun, type GlassUnit, input } from './formula.ts';

const kinds = ['groups', 'rounds'] as const;
type Kind = (typeof kinds)[number];
const unitOf: Readonly<Record<MeasureId, GlassUnit>> = { score: 'points', equity: 'money' };
const measures = ['score', 'equity'] as const satisfies readonly MeasureId[];

const sum = ({ parts }: Shared): number => parts.reduce((all, { value }) => all + value, 0);
const sharedOf = ({ played }: GlassRun, kind: Kind, measure: MeasureId): Shared | null => played?.[kind]?.[measure] ?? null;

interface Told {
  result: number;
  inputs: readonly GlassInput[];
}

function ofShared(
  id: string,
  says: string,
  [kind, measure]: readonly [Kind, MeasureId],
  tell: (shared: Shared, unit: GlassUnit) => Told | null,
  reckon: Formula['reckon'],
): Formula {
  return {
    id,
    says,
    group: 'replays',
    parameters: [],
    read: (run) => {
      const shared = sharedOf(run, kind, measure);
      const told = shared && tell(shared, unitOf[measure]);
      return told ? { ...told, unit: unitOf[measure], quarter: null } : null;
    },
    readKnown: () => null,
    reckon,
    unreckoned: 'replays',
    tolerance: reckon === null ? EXACT : 1e-6,
  };
}

const nobodyAndParts = (shared: Shared, unit: GlassUnit): readonly GlassInput[] => [
  input('nobodyDecides', shared.nobody, unit),
  input('partsSum', sum(shared), unit),
];

/** `whole.score.rounds`, `parts.score.rounds`, `together.score.rounds`, and the same of groups and of equity. */
export const sumFormulas: readonly Formula[] = measures.flatMap((measure) =>
  kinds.flatMap((kind): Formula[] => {
    const of = [kind, measure] as const;
    return [
      ofShared(
        `whole.${measure}.${kind}`,
        'whole',
        of,
        (shared, unit) => ({
          result: shared.total,
          inputs: [...nobodyAndParts(shared, unit), input('together', shared.together, unit)],
        }),
        (get) => get('nobodyDecides') + get('partsSum') + get('together'),
      ),
      ofShared(
        `parts.${measure}.${kind}`,
        'parts',
        of,
        (shared, unit) => ({
          result: sum(shared),
          inputs: shared.parts.map(({ value }, place) => ({ ...input('onePart', value, unit), key: `part.${place}` })),
        }),
        (_get, _p, { inputs }) => inputs.reduce((all, { value }) => all + value, 0),
      ),
      ofShared(
        `together.${measure}.${kind}`,
        'together',
        of,
        (shared, unit) => ({ result: shared.together, inputs: [input('with', shared.total, unit), ...nobodyAndParts(shared, unit)] }),
        (get) => get('with') - get('nobodyDecides') - get('partsSum'),
      ),
    ];
  }),
);

/** `rest:score/3`: the run with its third round left out. */
export const restFamily: Family = {
  head: 'rest',
  of: (argument) => {
    const [name, number] = argument.split('/');
    const measure = measures.find((id) => id === name);
    const place = Number(number) - 1;
    if (!measure || !Number.isInteger(place)) return null;
    return ofShared(
      `rest:${argument}`,
      'rest',
      ['rounds', measure],
      ({ total, parts }, unit) => {
        const part = parts[place]?.value;
        return part === undefined ? null : { result: total - part, inputs: [input('with', total, unit), input('onePart', part, unit)] };
      },
      (get) => get('with') - get('onePart'),
    );
  },
};
