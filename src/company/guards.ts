/** Why the programme machine refuses: each function lists the reasons, an empty list is leave. The machine and the screen use the same lists. */

import type { PathId } from './controls.ts';
import { type LevelId, stockIds, type Stocks } from './firm.ts';
import { gapOf, paths, type RealPathId } from './paths.ts';
import { usualParameters as rule } from './parameters.ts';

/** A reason why something is refused: a code for the words, and the numbers that failed. */
export interface Reason {
  /** For example stock.S, information, consent, gap, released, costLines, adoption, level, card.business, card.customer, budget. */
  code: string;
  actual?: number;
  required?: number;
  /** Still lacking, but not a ground for refusal. */
  advisory?: true;
  /** Control or card that is concerned, where there is one. */
  card?: string;
}

/** What the guards look at: plain numbers a firm knows of itself. */
export interface Facts {
  level: LevelId;
  stocks: Stocks;
  /** Points 0-100 as last audited; null = never audited. */
  information: number | null;
  consent: number | null;
  /** Points 0-100. */
  adoption: number;
  /** Units of released budget left. */
  released: number;
  /** Lines of the cost sheet that are answered. */
  costLines: number;
  /** Business and customer strategy have been analysed. */
  businessAnalysed: boolean;
  customerAnalysed: boolean;
}

const least = (code: string, actual: number | null, required: number): Reason[] => {
  if (actual === null) return required > 0 ? [{ code, required }] : [];
  return actual >= required ? [] : [{ code, actual, required }];
};
const most = (code: string, actual: number, required: number): Reason[] => (actual <= required ? [] : [{ code, actual, required }]);
const positive = (code: string, actual: number): Reason[] => (actual > 0 ? [] : [{ code, actual, required: 0 }]);

/** Choosing a path needs an analysed business and an analysed customer strategy. */
export function choosePathReasons(facts: Facts): Reason[] {
  return [...(facts.businessAnalysed ? [] : [{ code: 'card.business' }]), ...(facts.customerAnalysed ? [] : [{ code: 'card.customer' }])];
}

/** Confirming needs a path that starts at the real level, and enough information and consent as far as the firm knows. */
export function confirmReasons(path: PathId, facts: Facts): Reason[] {
  if (path === 'stay') return [{ code: 'path' }];
  const wanted = paths[path];
  return [
    ...(wanted.from === facts.level ? [] : [{ code: 'level', actual: levelNumber(facts.level), required: levelNumber(wanted.from) }]),
    ...least('information', facts.information, wanted.information),
    ...least('consent', facts.consent, wanted.consent),
  ];
}

/** Submitting needs alignment and leadership, an answered cost sheet, a gap that can be closed and money. */
export function submitReasons(path: PathId, facts: Facts): Reason[] {
  return [
    ...least('stock.S', facts.stocks.S, rule['programme.submitStock']),
    ...least('stock.L', facts.stocks.L, rule['programme.submitStock']),
    ...least('costLines', facts.costLines, rule['programme.costLines']),
    ...most('gap', gapOf(path, facts.stocks), rule['programme.submitGap']),
    ...positive('released', facts.released),
  ];
}

/** A stalled programme goes on with a small gap, money and a sponsor who cares. */
export function recoverReasons(path: PathId, facts: Facts): Reason[] {
  return [
    ...most('gap', gapOf(path, facts.stocks), rule['programme.recoverGap']),
    ...positive('released', facts.released),
    ...least('stock.L', facts.stocks.L, rule['programme.submitStock']),
  ];
}

/** Only the leap can be cut down to a single step. */
export function downscopeReasons(path: PathId): Reason[] {
  return path === 'p14' ? [] : [{ code: 'path' }];
}

/** A pilot opens the roll-out with a small gap and people who use the tool. */
export function pilotReasons(path: PathId, facts: Pick<Facts, 'stocks' | 'adoption'>): Reason[] {
  return [
    ...most('gap', gapOf(path, facts.stocks), rule['programme.pilotGap']),
    ...least('adoption', facts.adoption, rule['programme.pilotAdoption']),
  ];
}

/**
 * All that a path still lacks, for the screen. Entries without `advisory` refuse it now (level, information, consent, gap, submission);
 * single stocks under what the path asks are advisory: they make up the gap, and the gap decides.
 */
export function pathLacks(path: PathId, facts: Facts): Reason[] {
  if (path === 'stay') return [];
  const refusing = [...choosePathReasons(facts), ...confirmReasons(path, facts), ...submitReasons(path, facts)];
  return [...refusing, ...missingStocks(path, facts.stocks).filter((lack) => !refusing.some((reason) => reason.code === lack.code))];
}

function missingStocks(path: RealPathId, stocks: Stocks): Reason[] {
  return stockIds
    .filter((stock) => stocks[stock] < paths[path].required[stock])
    .map((stock) => ({ code: `stock.${stock}`, actual: stocks[stock], required: paths[path].required[stock], advisory: true as const }));
}

/** 1 to 4. */
function levelNumber(level: LevelId): number {
  return Number(level.slice(1));
}
