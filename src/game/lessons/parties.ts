/** What each of the four parties gained in a run, each in measures of its own. */

import type { KnownReport, TruthReport } from '../reports.ts';
import { gainedIn } from '../cards/partnerCard.ts';
import { isNoticed, type LessonRun, type Measured, meanOf, type MeasureUnit, overRun } from './lessonRun.ts';

export const partyIds = ['customers', 'firm', 'managers', 'staff'] as const;
export type PartyId = (typeof partyIds)[number];

export const partyFigures = [
  'satisfaction',
  'waited',
  'trust',
  'wrongContacts',
  'equity',
  'contribution',
  'referred',
  'figuresKnown',
  'equityWidth',
  'forecastsRight',
  'skill',
  'adoption',
  'callsEach',
] as const;
export type PartyFigure = (typeof partyFigures)[number];

export interface PartyMeasure {
  figure: PartyFigure;
  measured: Measured;
  state: 'gain' | 'loss' | 'same';
}

export interface Party {
  id: PartyId;
  measures: readonly PartyMeasure[];
}

const lessIsBetter: readonly PartyFigure[] = ['waited', 'wrongContacts', 'equityWidth', 'callsEach'];

function measure(figure: PartyFigure, measured: Measured | null): PartyMeasure[] {
  if (measured === null || (measured.from === 0 && measured.to === 0)) return [];
  if (!isNoticed(measured)) return [{ figure, measured, state: 'same' }];
  return [{ figure, measured, state: measured.to > measured.from! === !lessIsBetter.includes(figure) ? 'gain' : 'loss' }];
}

/** The four parties; a measure that the run has nothing of, from first to last, is left out. */
export function partiesOf(run: LessonRun): Party[] {
  const of = (figure: PartyFigure, unit: MeasureUnit, read: (truth: TruthReport) => number | null): PartyMeasure[] =>
    measure(figure, overRun(run, unit, read));
  return [
    {
      id: 'customers',
      measures: [
        ...of('satisfaction', 'points', ({ kpi }) => kpi.satisfaction),
        ...of('waited', 'share', ({ kpi }) => kpi.waiting),
        ...of('trust', 'points', ({ conduct }) => conduct?.trust ?? null),
        ...of('wrongContacts', 'share', ({ quarter }) => wrongContacts(run, quarter)),
      ],
    },
    {
      id: 'firm',
      measures: [
        // A stock: from the first quarter to the last, as the title of the debrief tells it.
        ...measure(
          'equity',
          overRun(run, 'money', ({ equity }) => equity.total, 1),
        ),
        ...of('contribution', 'money', ({ kpi }) => kpi.contribution),
        ...of('referred', 'share', (truth) => over(truth.referred ?? null, gainedIn(truth))),
      ],
    },
    { id: 'managers', measures: managers(run) },
    {
      id: 'staff',
      measures: [
        ...of('skill', 'points', ({ quarter }) => run.quarters.find((each) => each.quarter === quarter)?.firm.stocks.H ?? null),
        ...of('adoption', 'points', ({ quarter }) => run.quarters.find((each) => each.quarter === quarter)?.firm.adoption ?? null),
        ...of('callsEach', 'number', ({ channels, kpi }) => over(channels?.calls ?? null, kpi.customers)),
      ],
    },
  ];
}

const over = (part: number | null, whole: number): number | null => (part === null || whole <= 0 ? null : part / whole);

/** Share of the firm's own contacts that followed a record which is somebody else's or out of date. */
function wrongContacts({ quarters }: LessonRun, quarter: number): number | null {
  const contacts = quarters.find((each) => each.quarter === quarter)?.met.contacts;
  if (contacts === undefined) return null;
  const all = Object.keys(contacts).sort((a, b) => (a < b ? -1 : 1));
  const sum = (of: 'made' | 'wrong'): number => all.reduce((total, id) => total + contacts[id]![of], 0);
  return over(sum('wrong'), sum('made'));
}

/** How much of what managers report they know at all, how narrowly they know what customers are worth, and how often they were right. */
function managers(run: LessonRun): PartyMeasure[] {
  const { known, bases } = run;
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = ({ kpi }: KnownReport): number => Object.values(kpi).filter(({ value }) => value !== null).length;
  const widths = known.flatMap(({ kpi: { equity } }) =>
    equity.value !== null && equity.low !== null && equity.high !== null && equity.value > 0
      ? [(equity.high - equity.low) / equity.value]
      : [],
  );
  const half = widths.length >> 1;
  const hits = bases.forecasts.map(({ hit }) => (hit ? 1 : 0));
  return [
    ...measure('figuresKnown', { unit: 'count', from: count(first), to: count(last), over: 1 }),
    ...(half > 0
      ? measure('equityWidth', { unit: 'share', from: meanOf(widths.slice(0, half)), to: meanOf(widths.slice(-half)), over: half })
      : []),
    ...(hits.length > 0 ? measure('forecastsRight', { unit: 'share', from: null, to: meanOf(hits), over: null }) : []),
  ];
}
