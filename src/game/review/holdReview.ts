/** Holds the review that is due at the end of a quarter, in place. */

import { parametersOf } from '../../company/parameters.ts';
import { questionsFor } from '../../company/review/questions.ts';
import { draftedBiases, trueSentences } from '../../company/review/draft.ts';
import { reviewSizes, type FindingId } from '../../company/review/reviewOptions.ts';
import { controlReasons, type ReviewFacts } from '../../company/review/reviewRules.ts';
import { caughtUp, reviewSent } from '../../company/review/reviewSent.ts';
import type { HeldReview } from '../../company/review/reviewState.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import type { MarketQuarter } from '../../sim/truth/quarter.ts';
import type { PlayedCompany, World } from '../world.ts';
import type { Asking } from './asking.ts';
import { defectsFound, gravitiesRead } from './defects.ts';
import { comparedNow, type ReviewDue } from './due.ts';
import { methods } from './methods.ts';
import { Reckoning } from './reckoning.ts';
import { retested } from './retest.ts';
import { satisfactionWave } from './satisfaction.ts';

/** Fewest kept out of a campaign that can be compared with. */
const FEWEST_KEPT = 2;

type Reviewing = Asking & { reckoning: Reckoning };

function askingOf(world: World, company: PlayedCompany, played: MarketQuarter, offers: readonly CompanyOffer[]): Reviewing {
  const { inForce: plan } = company;
  const n = reviewSizes[plan['evl.size']];
  const reckoning = new Reckoning({ world, company, offers });
  return { world, company, played, offers, frame: plan['evl.frame'], n, moment: plan['evl.moment'], reckoning };
}

/** The wave that later ones are held against, in the quarter that first asks for it. */
function takeBaseline(asking: Asking): void {
  const { company, world, frame, moment } = asking;
  // It was paid whole, also where a review of the quarter had to do with a smaller sample.
  const n = reviewSizes[company.plan['evl.size']];
  if (company.inForce['evl.baseline'] !== 'yes' || company.firm.lastPlan['evl.baseline'] === 'yes') return;
  const wave = { quarter: world.quarter, frame, moment, figures: satisfactionWave({ ...asking, n }, 1) };
  company.review = { ...company.review, baseline: world.quarter, wave };
}

/** Findings that were looked for and are none, even at the harsher end of their intervals. */
function wellIn(read: ReturnType<typeof gravitiesRead>, least: number): FindingId[] {
  return [...read].filter(([, gravity]) => gravity.most < least).map(([finding]) => finding);
}

function heldNow(asking: Asking, { called, order, refused }: ReviewDue): HeldReview {
  const { world, company, frame, n, moment } = asking;
  const { inForce: plan, review } = company;
  const external = order.external ? plan['evl.external'] : [];
  const internal = plan['evl.internal'];
  const figures = [...external, ...internal].flatMap((method) => methods[method](asking));
  const criteria = plan['evl.criteria'];
  const waved = review.baseline !== null || review.held.some(({ external: before }) => before.length > 0);
  const basis = { quarter: world.quarter, frame, moment, criteria, internal, asked: external.length > 0, waved };
  const drafted = draftedBiases({ ...basis, based: waved || review.control });
  const found = defectsFound(asking, figures);
  return {
    quarter: world.quarter,
    called,
    frame,
    n,
    moment,
    criteria,
    external,
    internal,
    refused,
    figures,
    found,
    questions: questionsFor(review.held, drafted),
    asked: null,
    goals: {},
    drafted,
    told: trueSentences(found, wellIn(gravitiesRead(asking, figures), parametersOf(company.spec)['finding.least'])),
    report: null,
  };
}

/**
 * Called once a quarter, whether or not anybody looks: what is found here is played on with. Answers what it reckoned with, good for as long as
 * market and records stay as they are.
 */
export function holdReview(world: World, company: PlayedCompany, played: MarketQuarter, offers: readonly CompanyOffer[]): Reckoning {
  const { quarter } = world;
  const terms = parametersOf(company.spec);
  company.review = caughtUp(company.review, company.inForce['evl.reserve'], terms);
  const asking = askingOf(world, company, played, offers);
  const compared = comparedNow(company.firm, company.review, quarter);
  const due = company.reviewing;
  const held = due && heldNow(asking, due);
  takeBaseline(asking);
  if (held) {
    const chains = retested(company.review.chains, gravitiesRead(asking, held.figures), quarter, terms);
    company.review = { ...company.review, chains, held: [...company.review.held, held] };
  }
  const facts: ReviewFacts = {
    due: due !== null,
    external: (held?.external.length ?? 0) > 0,
    internal: (held?.internal.length ?? 0) > 0,
    compared,
    chains: company.review.chains.filter(({ outcome }) => outcome === 'open').length,
    terms,
  };
  if (company.campaignDone !== null && company.campaignDone.kept.n >= FEWEST_KEPT) company.tested = company.campaignDone;
  const next = reviewSent(company.review, { type: 'quarter.end', facts });
  const tested = company.tested?.quarter ?? null;
  company.review = { ...next, tested, control: controlReasons({ ...compared, quarter: quarter + 1, tested }, terms).length === 0 };
  return asking.reckoning;
}
