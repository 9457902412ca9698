/** Holds the review that is due at the end of a quarter, in place. */

import { draftedBiases, questionsFor } from '../../company/review/questions.ts';
import { type ReviewMethodId, reviewSizes } from '../../company/review/reviewOptions.ts';
import { controlReasons, type ReviewFacts } from '../../company/review/reviewRules.ts';
import { caughtUp, reviewSent } from '../../company/review/reviewSent.ts';
import type { HeldReview } from '../../company/review/reviewState.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import type { MarketQuarter } from '../../sim/truth/quarter.ts';
import type { PlayedCompany, World } from '../world.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { dataMethod } from './dataMethod.ts';
import { defectsFound } from './defects.ts';
import { comparedNow, type ReviewDue } from './due.ts';
import { equityMethod } from './equity.ts';
import { loyaltyMatrixMethod } from './loyaltyMatrix.ts';
import { retentionMethod } from './retention.ts';
import { satisfactionMethod, satisfactionWave } from './satisfaction.ts';
import { targetsMethod } from './targets.ts';
import { tcoMethod } from './tco.ts';
import { trainingMethod } from './training.ts';
import { valueMapMethod } from './valueMap.ts';

const methods: Readonly<Record<ReviewMethodId, ReviewMethod>> = {
  satisfaction: satisfactionMethod,
  equity: equityMethod,
  valueMap: valueMapMethod,
  loyaltyMatrix: loyaltyMatrixMethod,
  data: dataMethod,
  targets: targetsMethod,
  retention: retentionMethod,
  training: trainingMethod,
  tco: tcoMethod,
};

/** Fewest kept out of a campaign that can be compared with. */
const FEWEST_KEPT = 2;

function askingOf(world: World, company: PlayedCompany, played: MarketQuarter, offers: readonly CompanyOffer[]): Asking {
  const { inForce: plan } = company;
  const n = reviewSizes[plan['evl.size']];
  return { world, company, played, offers, frame: plan['evl.frame'], n, moment: plan['evl.moment'] };
}

/** The wave that later ones are held against, in the quarter that first asks for it. */
function takeBaseline(asking: Asking): void {
  const { company, world, frame, moment } = asking;
  if (company.inForce['evl.baseline'] !== 'yes' || company.firm.lastPlan['evl.baseline'] === 'yes') return;
  const wave = { quarter: world.quarter, frame, moment, figures: satisfactionWave(asking, 1) };
  company.review = { ...company.review, baseline: world.quarter, wave };
}

function heldNow(asking: Asking, { called, order, refused }: ReviewDue): HeldReview {
  const { world, company, frame, n, moment } = asking;
  const { inForce: plan, review } = company;
  const external = order.external ? plan['evl.external'] : [];
  const internal = plan['evl.internal'];
  const figures = [...external, ...internal].flatMap((method) => methods[method](asking));
  return {
    quarter: world.quarter,
    called,
    frame,
    n,
    moment,
    criteria: plan['evl.criteria'],
    external,
    internal,
    refused,
    figures,
    found: defectsFound(asking, figures),
    questions: questionsFor(world.quarter, review.held),
    asked: null,
    goals: {},
    drafted: draftedBiases({ frame, moment }),
    report: null,
  };
}

/** Called once a quarter, whether or not anybody looks: what is found here is played on with. */
export function holdReview(world: World, company: PlayedCompany, played: MarketQuarter, offers: readonly CompanyOffer[]): void {
  const { quarter } = world;
  company.review = caughtUp(company.review, company.inForce['evl.reserve']);
  const asking = askingOf(world, company, played, offers);
  const compared = comparedNow(company.firm, company.review, quarter);
  const due = company.reviewing;
  const held = due && heldNow(asking, due);
  takeBaseline(asking);
  if (held) company.review = { ...company.review, held: [...company.review.held, held] };
  const facts: ReviewFacts = {
    due: due !== null,
    external: (held?.external.length ?? 0) > 0,
    internal: (held?.internal.length ?? 0) > 0,
    compared,
    chains: company.review.chains.filter(({ outcome }) => outcome === 'open').length,
  };
  if (company.campaignDone !== null && company.campaignDone.kept.n >= FEWEST_KEPT) company.tested = company.campaignDone;
  const next = reviewSent(company.review, { type: 'quarter.end', facts });
  const tested = company.tested?.quarter ?? null;
  company.review = { ...next, tested, control: controlReasons({ ...compared, quarter: quarter + 1, tested }).length === 0 };
}
