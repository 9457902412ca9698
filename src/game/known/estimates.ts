/** Estimates with 80% intervals from what a firm has; unknown is null with a reason, never 0. */

import type { ObservedQuarter } from '../../sim/outcome.ts';
import type { KpiId } from '../../scenario/kpi.ts';
import type { Estimate, FrameId } from '../estimate.ts';
import { auditShare, completenessEstimate } from './auditEstimates.ts';
import { equityEstimate } from './equityEstimate.ts';
import type { Evidence, UnheardAnswer } from './evidence.ts';
import { counted, sampledShare, unknown } from './figures.ts';
import { finite, t80 } from './intervals.ts';
import { lapsedEstimate } from './staying.ts';

/** What stays unheard, both shares 0-1: of felt failures those complained of, of leavers those who went over one without a word. */
export function unheardEstimates(unheard: UnheardAnswer | null): { voiced: Estimate; leftSilent: Estimate } {
  if (unheard === null) return { voiced: unknown('neverAsked'), leftSilent: unknown('neverAsked') };
  const { quarter } = unheard;
  const asked = ({ n, found }: UnheardAnswer['voiced'], frame: FrameId): Estimate =>
    sampledShare(found / n, n, { method: 'survey', frame, asOf: quarter });
  return { voiced: asked(unheard.voiced, 'troubled'), leftSilent: asked(unheard.leftSilent, 'leavers') };
}

/**
 * Mean of the answers. Their deviation holds what one answer happens to say beside what is felt; asking everybody on file would still leave
 * that part of the error and no other.
 */
function satisfactionEstimate(evidence: Evidence): Estimate {
  const { survey } = evidence;
  if (survey === null || survey.n < 2) return unknown('neverAsked');
  const { n, known, mean, deviation, noise } = survey;
  const drawn = Math.min(1, n / Math.max(1, known));
  const variance = deviation * deviation;
  const half = t80(n) * Math.sqrt((finite(drawn) * variance + drawn * Math.min(variance, noise * noise)) / n);
  return {
    value: mean,
    low: Math.max(0, mean - half),
    high: Math.min(100, mean + half),
    n,
    asOf: survey.quarter,
    method: 'survey',
    frame: 'knownAndWilling',
  };
}

/** Buyers of the quarter: named ones counted, the others reckoned from receipts without a name and what their holders said at the till. */
function buyersEstimate({ recency, represents, quarter }: Evidence): Estimate {
  if (recency === null) return unknown('notPlayed');
  const { knownBuyers: named, till } = recency;
  if (named + till.nameless === 0 || (till.nameless > 0 && till.n < 2)) return unknown('noCustomersKnown');
  const half = till.nameless === 0 ? 0 : t80(till.n) * till.nameless * till.deviation * Math.sqrt(finite(till.n / till.nameless) / till.n);
  const value = named + till.nameless * till.mean;
  return {
    value: represents * value,
    low: represents * Math.max(named, value - half),
    high: represents * (value + half),
    n: till.nameless === 0 ? Math.round(represents * named) : till.n,
    asOf: quarter,
    method: 'records',
    frame: 'buyersOfQuarter',
  };
}

interface Counted {
  method: 'books' | 'logs';
  frame: FrameId;
}

/** Every KPI that a learner may see. Shares 0-1, satisfaction, care and completeness in points, money in currency. */
export function knownKpis(evidence: Evidence): Record<KpiId, Estimate> {
  const { books, quarter, audit, shareOfMarket, contractual } = evidence;
  const everybody: FrameId = contractual ? 'allCustomers' : 'buyersOfQuarter';
  /** Counted in full over as many as `over` says; nothing where there was nobody. */
  const full = (value: (b: ObservedQuarter) => number, over: (b: ObservedQuarter) => number, source: Counted): Estimate => {
    if (books === null) return unknown('notPlayed');
    return over(books) > 0 ? counted(value(books), over(books), quarter, source.method, source.frame) : unknown('noneSuch');
  };
  const inBooks: Counted = { method: 'books', frame: everybody };
  const atContacts: Counted = { method: 'logs', frame: 'serviceContacts' };
  return {
    customers: !contractual
      ? buyersEstimate(evidence)
      : books === null
        ? counted(evidence.openingAccounts, evidence.openingAccounts, 0)
        : counted(books.accounts, books.accounts, quarter),
    churn: contractual
      ? full(
          (b) => b.closed / b.accountsBefore,
          (b) => b.accountsBefore,
          inBooks,
        )
      : lapsedEstimate(evidence),
    satisfaction: satisfactionEstimate(evidence),
    equity: equityEstimate(evidence),
    contribution: books === null ? unknown('notPlayed') : counted(books.contribution, books.accounts, quarter),
    revenue: books === null ? unknown('notPlayed') : counted(books.revenue, books.accounts, quarter),
    shareOfMarket:
      shareOfMarket === null
        ? unknown('noAnalysis')
        : sampledShare(shareOfMarket.value, shareOfMarket.n, { method: 'survey', frame: 'market', asOf: shareOfMarket.quarter }),
    waiting: full(
      (b) => b.waitedTooLong,
      (b) => b.serviceContacts,
      atContacts,
    ),
    complaints: full(
      (b) => (1000 * b.complaints) / b.accounts,
      (b) => b.accounts,
      { method: 'logs', frame: everybody },
    ),
    care: full(
      (b) => b.care,
      (b) => b.serviceContacts,
      atContacts,
    ),
    coverage: auditShare(audit, 'coverage'),
    depth: auditShare(audit, 'depth'),
    accuracy: auditShare(audit, 'accuracy'),
    linkage: auditShare(audit, 'linkage'),
    consent: auditShare(audit, 'consent'),
    completeness: completenessEstimate(audit),
  };
}
