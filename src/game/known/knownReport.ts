/** The known side of a quarter: what the screen may show, built from evidence only. */

import type { Reason } from '../../company/guards.ts';
import type { MarketSign } from '../../company/marketSigns.ts';
import type { LedgerParts } from '../../company/money.ts';
import type { PathView } from '../../company/pathReport.ts';
import { gapOf } from '../../company/paths.ts';
import { programmeOf } from '../../company/programme.ts';
import type { SignId } from '../../company/signs.ts';
import type { CauseId } from '../../sim/market.ts';
import { causeIds } from '../../sim/market.ts';
import type { EventSeen, KnownReport, MatrixView, ProgrammeView, RivalSeen } from '../reports.ts';
import type { DataRoom } from './dataRoom.ts';
import { knownKpis, unheardEstimates } from './estimates.ts';
import type { AnalysisResult, Evidence } from './evidence.ts';
import { counted, unknown } from './figures.ts';
import type { ChannelSheet } from './channelSheet.ts';
import type { LoyaltyKnown, ModulesKnown } from './loyalty.ts';
import type { CampaignSheet } from './campaign.ts';
import type { CycleKnown } from './cycle.ts';
import type { ModelsKnown } from './models.ts';
import type { ReviewKnown } from './review.ts';
import type { StaffSheet } from './staffSheet.ts';

export interface KnownInput {
  evidence: Evidence;
  paths: readonly PathView[];
  signs: readonly SignId[];
  ledger: LedgerParts;
  refused: readonly Reason[];
  inbox: KnownReport['inbox'];
  opportunities: KnownReport['opportunities'];
  rivals: readonly RivalSeen[];
  events: readonly EventSeen[];
  answers: readonly AnalysisResult[];
  staff: StaffSheet | null;
  channels: ChannelSheet | null;
  models: ModelsKnown | null;
  loyalty: LoyaltyKnown | null;
  modules: ModulesKnown | null;
  campaign: CampaignSheet | null;
  cycle: CycleKnown | null;
  marketSigns: readonly MarketSign[];
  data: DataRoom;
  review: ReviewKnown;
  /** Points 0-100, null where no tool was tried. */
  toolFit: number | null;
}

function matrixView(input: KnownInput, kpi: KnownReport['kpi']): MatrixView {
  const { evidence } = input;
  const { firm, books, quarter } = evidence;
  return {
    level: programmeOf(firm).level,
    information: kpi.completeness,
    // Delivered care is measured in the firm's own logs, smoothed as the meter of the matrix is.
    individualisation:
      books === null ? unknown('notPlayed') : counted(firm.individualisation, books.serviceContacts, quarter, 'logs', 'serviceContacts'),
    paths: input.paths,
  };
}

function programmeView(input: KnownInput): ProgrammeView {
  const { firm } = input.evidence;
  const { state, path, context } = programmeOf(firm);
  return {
    state,
    path,
    gap: gapOf(path, firm.stocks),
    adoption: firm.adoption,
    rollout: firm.rollout,
    stalledBy: state === 'stalled' ? context.stalledBy : null,
    refused: input.refused,
    stocks: firm.stocks,
    links: firm.links,
    toolFit: input.toolFit,
    signs: input.signs,
  };
}

function reasonsTold(evidence: Evidence): KnownReport['reasonsTold'] {
  const told = evidence.books?.reasonsTold ?? {};
  const sum = causeIds.reduce((all, cause) => all + (told[cause] ?? 0), 0);
  return causeIds
    .filter((cause) => (told[cause] ?? 0) > 0)
    .map((cause: CauseId) => ({ cause, share: told[cause]! / sum, n: Math.round(sum) }));
}

export function knownReport(input: KnownInput): KnownReport {
  const kpi = knownKpis(input.evidence);
  return {
    quarter: input.evidence.quarter,
    kpi,
    money: input.ledger,
    matrix: matrixView(input, kpi),
    programme: programmeView(input),
    inbox: input.inbox,
    opportunities: input.opportunities,
    rivals: input.rivals,
    events: input.events,
    marketSigns: input.marketSigns,
    staff: input.staff,
    channels: input.channels,
    data: input.data,
    review: input.review,
    models: input.models,
    loyalty: input.loyalty,
    modules: input.modules,
    campaign: input.campaign,
    cycle: input.cycle,
    reasonsTold: reasonsTold(input.evidence),
    analyses: input.answers,
    unheard: unheardEstimates(input.evidence.unheard),
  };
}
