/** Conduct of a run in which nothing was done, and outcomes with it, for tests of the score. */

import { rightCauses } from '../../src/company/review/adjustment.ts';
import type { ChainConduct, ConductEvidence, HeldConduct } from '../../src/game/conduct/evidence.ts';
import type { Outcome } from '../../src/game/score/outcomes.ts';

export type ConductChanges = { readonly [Part in keyof ConductEvidence]?: Partial<ConductEvidence[Part]> };

const nothingDone: ConductEvidence = {
  quarters: 16,
  entries: 20,
  fallen: 0,
  data: {
    quality: { coverage: 0, depth: 0, accuracy: 0, linkage: 0, consent: 0, duplicates: 0, completeness: 0 },
    completenessAtFirst: 0,
    unused: 0,
    fields: 5,
    consent: 'bundled',
    sharing: 0,
    breaches: [],
    silent: 0,
    unguarded: 0,
    at: { fields: null, consent: null, sharing: null, clean: null },
  },
  targets: {
    known: 1000,
    labelled: 0,
    rule: 'none',
    regret: 100,
    oneForAll: 100,
    kappa: null,
    headHours: 0,
    headShare: 0,
    core: false,
    refuses: false,
    needs: false,
    at: { class: null, core: null, refused: null, needs: null },
  },
  relations: {
    cycle: 0,
    triggers: 0,
    loyal: 0,
    winBack: 0,
    cases: 0,
    fixed: 0,
    silent: 0.02,
    churn: 0.05,
    at: { cycle: null, winBack: null, cases: [] },
  },
  people: {
    adoption: 0,
    reach: 0,
    skill: 40,
    skillAtFirst: 40,
    trained: 0,
    involve: 'none',
    falseEntries: 0.25,
    at: { train: null, involve: null },
  },
  tools: {
    bought: null,
    process: null,
    analysed: null,
    programme: null,
    trial: false,
    vendor: null,
    fit: 0.5,
    tcoError: null,
    planned: 0,
    unplanned: 0,
    at: { tool: null, process: null, tco: null },
  },
  governing: {
    onStated: 0.5,
    contradictions: ['service.noBudget'],
    clashing: 16,
    goal: 'none',
    measured: false,
    forces: 0,
    paths: [{ path: 'p14', quarter: 1, gap: 60, stalled: 2, done: false, rolledBack: true }],
    at: { generic: null, goal: null, path: null },
  },
  reviews: { held: [], baseline: null, control: false, budgetFollows: null, chains: [], defects: [] },
  law: { used: null, warned: null, kept: null },
};

/** That conduct with parts of it otherwise. */
export function conductWith(changes: ConductChanges = {}): ConductEvidence {
  const merged: Record<string, unknown> = { ...nothingDone };
  for (const [part, change] of Object.entries(changes)) {
    const before = merged[part];
    merged[part] = typeof before === 'object' && before !== null ? { ...before, ...(change as object) } : change;
  }
  return merged as unknown as ConductEvidence;
}

export const outcomeWith = (changes: Partial<Omit<Outcome, 'conduct'>> = {}, conduct: ConductEvidence = conductWith()): Outcome => ({
  satisfaction: 60,
  value: 0,
  x3: 0,
  x4: 0,
  insolvent: false,
  unviable: false,
  insolventFrom: null,
  unviableFrom: null,
  ...changes,
  conduct,
});

export type Report = NonNullable<HeldConduct['report']>;
/** A report that hides nothing: every bias of the draft mended, limits and intervals said, bad news first. */
export const honestReport: Report = {
  drafted: 2,
  mended: 2,
  dressed: 0,
  unasked: 0,
  limits: true,
  intervals: true,
  badFirst: true,
  foundOut: null,
};

/** A review held as well as one can be. */
export const goodReview = (quarter: number, changes: Partial<HeldConduct> = {}): HeldConduct => ({
  quarter,
  frame: 'everyone',
  n: 400,
  chosen: true,
  read: true,
  moment: 'ordinary',
  methods: ['satisfaction', 'equity', 'valueMap', 'loyaltyMatrix'],
  figures: 9,
  answered: 1,
  judged: [
    { width: 1, miss: 0, fair: 1 },
    { width: 1.1, miss: 0, fair: 1 },
  ],
  fits: [1, 0.9, 0.8],
  tied: 3,
  vanity: 0,
  leading: true,
  lagging: true,
  asked: 5,
  found: 2,
  external: [
    { id: 'satisfaction.segment.a', value: 60, truth: 61 },
    { id: 'equity.total', value: 100, truth: 110 },
    { id: 'equity.driver.value', value: 5, truth: 6 },
    { id: 'valueMap.weight.price', value: 0.4, truth: 0.5 },
    { id: 'valueMap.value.a', value: 1, truth: 2 },
    { id: 'valueMap.value.b', value: -1, truth: -2 },
    { id: 'loyaltyMatrix.spurious', value: 0.2, truth: 0.2 },
  ],
  report: honestReport,
  ...changes,
});

export const chain = (changes: Partial<ChainConduct> = {}): ChainConduct => ({
  finding: 'recordsWrong',
  cause: rightCauses[changes.finding ?? 'recordsWrong'][0]!,
  quarter: 5,
  due: 7,
  before: 60,
  after: 10,
  mends: 'new',
  outcome: 'fixed',
  action: 'tune',
  gone: 1,
  ...changes,
});

/** Conduct of somebody who does everything as the rubric's level 4 has it. */
export const everythingDone = (): ConductEvidence =>
  conductWith({
    data: {
      quality: { coverage: 0.9, depth: 0.9, accuracy: 0.9, linkage: 0.7, consent: 0.8, duplicates: 0, completeness: 84 },
      consent: 'byPurpose',
      sharing: 4,
    },
    targets: {
      labelled: 1,
      rule: 'margin',
      regret: 30,
      oneForAll: 100,
      kappa: 0.6,
      headHours: 0.6,
      headShare: 0.4,
      core: true,
      refuses: true,
      needs: true,
    },
    relations: { cycle: 8, triggers: 2, winBack: 4, cases: 4, fixed: 2, silent: 0.01 },
    people: { adoption: 80, reach: 0.9, skill: 60, trained: 12, involve: 'coDesign', falseEntries: 0.05 },
    tools: { bought: 5, process: 4, analysed: 1, programme: 4, vendor: 0, fit: 0.8, tcoError: 0.05, planned: 20, unplanned: 1 },
    governing: {
      onStated: 0.9,
      contradictions: [],
      clashing: 0,
      goal: 'keepCore',
      measured: true,
      forces: 2,
      paths: [{ path: 'p13', quarter: 3, gap: 5, stalled: 0, done: true, rolledBack: false }],
    },
    reviews: {
      held: [
        goodReview(4),
        goodReview(8, { external: [...goodReview(8).external.slice(0, -1), { id: 'loyaltyMatrix.spurious', value: 0.15, truth: 0.14 }] }),
      ],
      baseline: 3,
      budgetFollows: true,
      chains: [chain()],
      defects: [
        { finding: 'recordsWrong', weight: 2, planted: 0 },
        { finding: 'skillLow', weight: 1, planted: 0 },
      ],
    },
  });
