/** What is truly wrong in a firm, and what of it a review shows: only what was read, asked or looked up can be found. */

import type { QuarterPlan } from '../../company/controls.ts';
import { parametersOf } from '../../company/parameters.ts';
import type { Gravity } from '../../company/review/adjustment.ts';
import { findingScales, gravityAt } from '../../company/review/findingParameters.ts';
import { inOrder } from '../../company/review/findings.ts';
import { findingIds, type FindingId, type ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { FoundDefect, ReviewFigure, TrueDefect } from '../../company/review/reviewState.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import { purpose } from '../../sim/purposes.ts';
import type { MarketQuarter } from '../../sim/truth/quarter.ts';
import { at, total } from '../../sim/truth/tallies.ts';
import { wilson } from '../known/intervals.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import type { PlayedCompany, World } from '../world.ts';
import { missingFigures } from './allFigures.ts';
import type { Asking } from './asking.ts';
import { plantedBy } from './planted.ts';
import { exactly, readFromCards, readFromFigures, type Figures, type Reading } from './readings.ts';

/** A reading as points 0-100: worse runs up whichever way the scale does. */
function gravityOf(finding: FindingId, { value, low, high }: Reading): Gravity {
  const [one, other] = [gravityAt(finding, low), gravityAt(finding, high)];
  return { least: Math.min(one, other), value: gravityAt(finding, value), most: Math.max(one, other) };
}

/** Part of those asked who met trouble and can say whether they spoke of it. */
const TROUBLED = 0.25;

/** Share of felt failures that nobody spoke of: heard only where also those are asked who left or kept silent. */
function unheardAsked({ world, company, played, frame, n }: Asking): Reading | null {
  const { market, quarter } = world;
  const count = (offset: number): number => total(played.tallies, market.spec.segments.length, company.index, offset);
  const felt = count(at.felt);
  const asked = Math.min(Math.round(n * TROUBLED), Math.round(felt * market.represents));
  if (frame !== 'everyone' || asked < 5) return null;
  const share = 1 - count(at.voiced) / Math.max(1, felt);
  let silent = 0;
  for (let person = 0; person < asked; person += 1) {
    if (keyedUnit(market.luckSeed, purpose.reviewUnheard, person, quarter, company.index) < share) silent += 1;
  }
  const value = silent / asked;
  return { value, ...wilson(value, asked) };
}

/** The same as it is. */
function unheardTruly({ world, company, played }: Pick<Asking, 'world' | 'company' | 'played'>): Reading | null {
  const count = (offset: number): number => total(played.tallies, world.market.spec.segments.length, company.index, offset);
  return count(at.felt) > 0 ? exactly(1 - count(at.voiced) / count(at.felt)) : null;
}

/** Readings of every finding that can be told, by finding. */
type Readings = ReadonlyMap<FindingId, Reading>;

function readingsOf(company: PlayedCompany, figures: Figures, unheard: Reading | null, waiting: Reading | null): Readings {
  const { firm, inForce: plan, spec } = company;
  const readings = new Map<FindingId, Reading>();
  for (const finding of findingIds) {
    const card = readFromCards[finding];
    const found = card === undefined ? readFromFigures[finding]?.(figures, spec.id) : exactly(card(firm, plan));
    if (found) readings.set(finding, found);
  }
  if (unheard !== null) readings.set('failuresUnheard', unheard);
  if (waiting !== null) readings.set('waitingLong', waiting);
  return readings;
}

/** Waiting stands in the firm's own books: whoever judges by it looks there. */
const waitingRead = ({ books, inForce }: PlayedCompany): Reading | null =>
  books !== null && inForce['evl.criteria'].includes('waiting') ? exactly(books.waitedTooLong) : null;

const among =
  (figures: readonly ReviewFigure[], end: (figure: ReviewFigure) => Reading | null): Figures =>
  (method: ReviewMethodId, id: string) => {
    const figure = figures.find((one) => one.method === method && one.id === id);
    return figure === undefined ? null : end(figure);
  };
const asFound = ({ value, low, high }: ReviewFigure): Reading | null =>
  value === null ? null : { value, low: low ?? value, high: high ?? value };
const asIs = ({ truth }: ReviewFigure): Reading | null => (truth === null ? null : exactly(truth));

/** What a review read, with its error, as gravity by finding; what is not in it nothing was read of. */
export function gravitiesRead(asking: Asking, figures: readonly ReviewFigure[]): ReadonlyMap<FindingId, Gravity> {
  const surveyed = figures.some(({ method, value }) => method === 'satisfaction' && value !== null);
  const asked = surveyed ? unheardAsked(asking) : null;
  const readings = readingsOf(asking.company, among(figures, asFound), asked, waitingRead(asking.company));
  return new Map([...readings].map(([finding, reading]) => [finding, gravityOf(finding, reading)]));
}

/**
 * Defects that a review found, in the order of the evaluation: where even the kinder end of the interval is a defect. Its gravity is that of
 * the value found.
 */
export function defectsFound(asking: Asking, figures: readonly ReviewFigure[]): FoundDefect[] {
  const p = parametersOf(asking.company.spec);
  const shown = [...gravitiesRead(asking, figures)].filter(([, gravity]) => gravity.least >= p['finding.least']);
  return inOrder(
    shown.map(([finding, { value }]) => ({ finding, gravity: value })),
    p,
  );
}

/** Defects that are truly there after a quarter, in the order of the evaluation. @param startPlan the plan that the firm began with */
export function trueDefects(
  world: World,
  company: PlayedCompany,
  played: MarketQuarter,
  offers: readonly CompanyOffer[],
  startPlan?: QuarterPlan,
): TrueDefect[] {
  return truthOfFindings(world, company, played, missingFigures({ world, company, played, offers }, []), startPlan);
}

/** The same as far as the figures given, the cards, the books and the market's counts tell. */
export function truthOfFindings(
  world: World,
  company: PlayedCompany,
  played: MarketQuarter,
  figures: readonly ReviewFigure[],
  startPlan?: QuarterPlan,
): TrueDefect[] {
  const least = parametersOf(company.spec)['finding.least'];
  const waiting = company.books === null ? null : exactly(company.books.waitedTooLong);
  const readings = readingsOf(company, among(figures, asIs), unheardTruly({ world, company, played }), waiting);
  return findingIds.flatMap((finding): TrueDefect[] => {
    const reading = readings.get(finding);
    const gravity = reading === undefined ? 0 : gravityAt(finding, reading.value);
    if (gravity < least) return [];
    return [{ finding, gravity, planted: plantedBy(finding, gravity, world, company, startPlan), weight: findingScales[finding].weight }];
  });
}
