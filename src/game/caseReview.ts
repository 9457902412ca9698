/** Cases looked back on at the debrief: what was done in what order, codes and severity beside the true ones, causes removed, what came back. */

import type { CaseEnding } from '../company/conflict/caseRules.ts';
import { type CaseCodes, generalCauseOf } from '../company/conflict/codes.ts';
import type { FixId } from '../company/conflict/fixes.ts';
import { hoursInOneGo } from '../company/conflict/playSteps.ts';
import { type Band, bandOf, severityOf } from '../company/conflict/situation.ts';
import { usualParameters } from '../company/parameters.ts';
import { codesOf, playedCase } from './caseAnswers.ts';
import type { CaseView, ClosedCase } from './caseView.ts';
import type { PlayedCompany, World } from './world.ts';

/** What those concerned want in this order: to be heard, thanked, somebody who owns it, a remedy, a date, and to be asked afterwards. */
export const deedIds = ['listened', 'owned', 'apologised', 'explained', 'mended', 'dated', 'checkedBack'] as const;
export type DeedId = (typeof deedIds)[number];

export interface ReviewedCase extends Pick<CaseView, 'id' | 'slot' | 'kind' | 'between' | 'again' | 'by' | 'asked'> {
  outcome: CaseEnding;
  closedIn: number;
  done: readonly DeedId[];
  /** Bands of severity: as the learner weighed it, null where he did not, and as it was. */
  weighed: Band | null;
  severity: Band;
  /** Which of the four codes the learner set, and whether rightly; true where nothing was set is never said. */
  coded: Readonly<Partial<Record<keyof CaseCodes | 'cause', boolean>>> | null;
  codes: CaseCodes | null;
  fix: FixId | null;
  fixed: boolean;
  brokenPromise: boolean;
  /** Quarter in which the same came back, null where it did not. */
  cameBack: number | null;
  /** Half days until it was settled, hand-offs, staff hours. */
  waited: number;
  handOffs: number;
  hours: number;
}

export interface ConflictReview {
  cases: readonly ReviewedCase[];
  /** Points 0-100 by root cause still open at the end, remedies agreed, and disputes that agreements kept away. */
  openCauses: PlayedCompany['firm']['conflict']['openCauses'];
  fixes: PlayedCompany['firm']['conflict']['fixes'];
  goodwill: PlayedCompany['firm']['conflict']['goodwill'];
  prevented: number;
  /** Disputes felt over the run, and how many of them anybody heard of. */
  felt: number;
  voiced: number;
}

/** All cases that asked for an answer or were opened, in the order in which they were closed. */
export function conflictReview(
  { scenario }: Pick<World, 'scenario'>,
  { cases, raised, firm }: Pick<PlayedCompany, 'cases' | 'raised' | 'firm'>,
): ConflictReview {
  const { openCauses, fixes, goodwill, prevented, everFelt, everVoiced } = firm.conflict;
  const seen = cases.filter(({ asked, by }) => asked || by === 'learner');
  return {
    cases: seen.map((done) => {
      const back = raised.find(({ id, again, quarter }) => again && !done.again && id === done.id && quarter > done.closedIn!);
      return { ...reviewed(done, codesOf(scenario, done.id)), cameBack: back?.quarter ?? null };
    }),
    openCauses,
    fixes,
    goodwill,
    prevented,
    felt: everFelt,
    voiced: everVoiced,
  };
}

function reviewed(done: ClosedCase, codes: CaseCodes | null): Omit<ReviewedCase, 'cameBack'> {
  const { id, slot, kind, between, again, by, asked, met, outcome, closedIn, trueSeverity, fix, fixed, brokenPromise } = done;
  const { state, points, coded, offer, hours } = playedCase(met);
  const given = offer ?? met.answer?.offer ?? null;
  const deeds: Readonly<Record<DeedId, boolean>> = {
    listened: met.steps.some((step) => step.do === 'acknowledge') || met.answer !== null,
    owned: points !== null || met.answer !== null,
    apologised: given?.apology === true,
    explained: given?.reason === true,
    mended: given !== null && given.remedy !== 'none',
    dated: given?.date === true,
    checkedBack: state.context.checkedBack,
  };
  return {
    ...{ id, slot, kind, between, again, by, asked, fix, fixed, brokenPromise, codes },
    hours: hours + (met.answer === null ? 0 : hoursInOneGo(met.answer.mode)),
    outcome: outcome!,
    closedIn: closedIn!,
    done: deedIds.filter((deed) => deeds[deed]),
    weighed: points === null ? null : bandOf(severityOf(points, usualParameters), usualParameters),
    severity: bandOf(trueSeverity, usualParameters),
    coded:
      coded === null || codes === null
        ? null
        : {
            symptom: coded.symptom === codes.symptom,
            cause: coded.cause === generalCauseOf(codes.root),
            escalation: coded.escalation === codes.escalation,
            ...(coded.root !== null && { root: coded.root === codes.root }),
          },
    waited: state.context.waited,
    handOffs: state.context.handOffs,
  };
}
