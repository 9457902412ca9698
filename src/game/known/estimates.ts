/** Estimates with 80% intervals from what a firm has; unknown is null with a reason, never 0. */

import { pow } from '../../sim/math/elementary.ts';
import type { KpiId } from '../../scenario/kpi.ts';
import type { Estimate } from '../estimate.ts';
import type { AuditResult, Evidence, UnheardAnswer } from './evidence.ts';

/** Lapse of buyers a quarter that is reckoned with as long as nothing is known of it. */
const USUAL_LAPSE = 0.075;
const QUARTERS_OF_A_YEAR = 4;
/** Half width of an 80% interval in standard errors. */
const Z80 = 1.2815515655446004;

export function unknown(why: NonNullable<Estimate['why']>): Estimate {
  return { value: null, low: null, high: null, n: 0, asOf: 0, method: 'none', why };
}

/** A full count from the firm's own books or logs: no sampling error. */
export function counted(value: number, n: number, asOf: number, method: 'books' | 'logs' = 'books'): Estimate {
  return { value, low: value, high: value, n: Math.round(n), asOf, method };
}

/** A share 0-1 found in a sample of n: Wilson score interval (Wilson 1927). */
export function sampledShare(share: number, n: number, asOf: number): Estimate {
  if (n <= 0) return unknown('noAudit');
  const z2 = Z80 * Z80;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z80 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n, asOf, method: 'audit' };
}

/** What stays unheard, both shares 0-1: of felt failures those complained of, of leavers those who went over one without a word. */
export function unheardEstimates(unheard: UnheardAnswer | null): { voiced: Estimate; leftSilent: Estimate } {
  if (unheard === null) return { voiced: unknown('neverAsked'), leftSilent: unknown('neverAsked') };
  const { quarter } = unheard;
  const asked = ({ n, found }: UnheardAnswer['voiced']): Estimate =>
    n === 0 ? unknown('noCustomersKnown') : { ...sampledShare(found / n, n, quarter), method: 'survey' };
  return { voiced: asked(unheard.voiced), leftSilent: asked(unheard.leftSilent) };
}

function auditShare(audit: AuditResult | null, part: keyof AuditResult['counted']): Estimate {
  if (audit === null) return unknown('noAudit');
  const estimate = sampledShare(audit.quality[part], audit.counted[part], audit.quarter);
  return estimate.value === null ? estimate : { ...estimate, n: audit.n };
}

/** Completeness I in points with the interval that follows from those of its parts (first-order error of a fourth root). */
function completenessEstimate(audit: AuditResult | null): Estimate {
  if (audit === null) return unknown('noAudit');
  const { quality, counted: items, n, quarter } = audit;
  let relative = 0;
  for (const part of ['coverage', 'depth', 'accuracy', 'linkage'] as const) {
    const share = Math.max(0.01, quality[part]);
    relative += (1 - share) / (share * Math.max(1, items[part]));
  }
  const half = Z80 * 0.25 * Math.sqrt(relative) * quality.completeness;
  const value = quality.completeness;
  return { value, low: Math.max(0, value - half), high: Math.min(100, value + half), n, asOf: quarter, method: 'audit' };
}

/**
 * Customer equity as the firm can reckon it: accounts x mean margin x factor of the observed churn over the horizon.
 * The interval holds the sampling error of churn and the part of the customers that the firm does not know by name.
 */
function equityEstimate(evidence: Evidence): Estimate {
  const { books, discount, horizon, quarter } = evidence;
  if (books === null || books.accounts <= 0) return unknown('noCustomersKnown');
  const margin = books.contribution / books.accounts;
  const churn = evidence.contractual ? books.closed / Math.max(1, books.accountsBefore) : (lapsedEstimate(evidence).value ?? USUAL_LAPSE);
  const factor = (keep: number): number => {
    const ratio = keep / (1 + discount);
    return ratio >= 1 ? horizon : (ratio * (1 - pow(ratio, horizon))) / (1 - ratio);
  };
  const value = books.accounts * margin * factor(1 - churn);
  // What an average hides: customers without a record may be worth less or more by about a fifth.
  const blind = evidence.audit === null ? 0.25 : 0.05 + 0.2 * (1 - evidence.audit.quality.coverage);
  const half = Math.abs(value) * blind;
  return { value, low: value - half, high: value + half, n: Math.round(books.accounts), asOf: quarter, method: 'records' };
}

function satisfactionEstimate(evidence: Evidence): Estimate {
  const { survey } = evidence;
  if (survey === null || survey.n < 2) return unknown('neverAsked');
  const half = (Z80 * survey.deviation) / Math.sqrt(survey.n);
  return {
    value: survey.mean,
    low: Math.max(0, survey.mean - half),
    high: Math.min(100, survey.mean + half),
    n: survey.n,
    asOf: survey.quarter,
    method: 'survey',
    frame: 'knownAndWilling',
  };
}

/** Part of a buyer's money that a stranger spends over a named one, between which the truth is thought to lie: names are the good customers. */
const STRANGER_SPENDS = { low: 1, usual: 0.75, high: 0.5 };

/** Buyers of the quarter: named ones counted, strangers reckoned from the money that has no name. */
function buyersEstimate({ recency, represents, quarter }: Evidence): Estimate {
  if (recency === null || recency.knownBuyers === 0 || recency.knownShare === 0) return unknown('noCustomersKnown');
  const named = recency.knownBuyers * represents;
  const strangers = (spends: number): number => (named * (1 - recency.knownShare)) / (recency.knownShare * spends);
  return {
    value: named + strangers(STRANGER_SPENDS.usual),
    low: named + strangers(STRANGER_SPENDS.low),
    high: named + strangers(STRANGER_SPENDS.high),
    n: recency.knownBuyers,
    asOf: quarter,
    method: 'records',
    frame: 'knownCustomers',
  };
}

/** Share of named buyers lost a quarter: those of the year who have been silent for two quarters, spread over its quarters. Some only buy seldom. */
function lapsedEstimate({ recency, quarter }: Evidence): Estimate {
  if (recency === null || quarter < 3) return unknown('tooEarly');
  if (recency.yearsBuyers === 0) return unknown('noCustomersKnown');
  const year = sampledShare(recency.silent / recency.yearsBuyers, recency.yearsBuyers, quarter);
  const aQuarter = (share: number | null): number | null => (share === null ? null : share / QUARTERS_OF_A_YEAR);
  return {
    ...year,
    value: aQuarter(year.value),
    low: aQuarter(year.low),
    high: aQuarter(year.high),
    method: 'records',
    frame: 'knownCustomers',
  };
}

/** Every KPI that a learner may see. Shares 0-1, satisfaction, care and completeness in points, money in currency. */
export function knownKpis(evidence: Evidence): Record<KpiId, Estimate> {
  const { books, quarter, audit, shareOfMarket, contractual } = evidence;
  const inBooks = (value: (b: NonNullable<typeof books>) => number, n: (b: NonNullable<typeof books>) => number): Estimate =>
    books === null ? unknown('neverAsked') : counted(value(books), n(books), quarter);
  return {
    customers: !contractual
      ? buyersEstimate(evidence)
      : books === null
        ? counted(evidence.openingAccounts, evidence.openingAccounts, 0)
        : inBooks(
            (b) => b.accounts,
            (b) => b.accounts,
          ),
    churn: !contractual
      ? lapsedEstimate(evidence)
      : inBooks(
          (b) => b.closed / Math.max(1, b.accountsBefore),
          (b) => b.accountsBefore,
        ),
    satisfaction: satisfactionEstimate(evidence),
    equity: equityEstimate(evidence),
    contribution: inBooks(
      (b) => b.contribution,
      (b) => b.accounts,
    ),
    revenue: inBooks(
      (b) => b.revenue,
      (b) => b.accounts,
    ),
    shareOfMarket:
      shareOfMarket === null
        ? unknown('noAnalysis')
        : {
            value: shareOfMarket.value,
            low: shareOfMarket.value * 0.93,
            high: shareOfMarket.value * 1.07,
            n: 0,
            asOf: shareOfMarket.quarter,
            method: 'survey',
          },
    waiting: books === null ? unknown('neverAsked') : counted(books.waitedTooLong, books.serviceContacts, quarter, 'logs'),
    complaints:
      books === null
        ? unknown('neverAsked')
        : counted((1000 * books.complaints) / Math.max(1, books.accounts), books.complaints, quarter, 'logs'),
    care: books === null ? unknown('neverAsked') : counted(books.care, books.serviceContacts, quarter, 'logs'),
    coverage: auditShare(audit, 'coverage'),
    depth: auditShare(audit, 'depth'),
    accuracy: auditShare(audit, 'accuracy'),
    linkage: auditShare(audit, 'linkage'),
    consent: auditShare(audit, 'consent'),
    completeness: completenessEstimate(audit),
  };
}
