/** A conflict looked back on, as rows: what was seen in it beside what was, and how its cause fared. */

import { generalCauseOf } from '../../company/conflict/codes.ts';
import { contentEndings } from '../../company/conflict/caseRules.ts';
import { chanceVoiced } from '../../company/conflict/tensions.ts';
import { harmonyOf } from '../../game/conflictDials.ts';
import type { ConflictReview, ReviewedCase } from '../../game/caseReview.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { word } from '../../text/words.ts';
import { list, number } from '../format.ts';
import { language } from '../language.svelte.ts';

export interface SeenRow {
  what: string;
  ours: string;
  truth: string;
}

const judged = (right: boolean | undefined): string =>
  right === undefined ? m.review_unset() : right ? m.review_right() : m.review_wrong();

/** Severity and the four codes: what the learner made of them, and the truth; only severity where the scenario tells no cause. */
export function seenRows({ weighed, severity, coded, codes }: ReviewedCase): readonly SeenRow[] {
  const band = weighed === null ? null : word('caseBand', weighed);
  const ours =
    band === null ? m.review_unset() : weighed === severity ? m.review_weighed_right({ band }) : m.review_weighed_wrong({ band });
  const rows = [{ what: word('review_row', 'severity'), ours, truth: word('caseBand', severity) }];
  if (codes === null) return rows;
  const row = (id: 'symptom' | 'cause' | 'escalation' | 'root', truth: string): SeenRow => ({
    what: word('review_row', id),
    ours: judged(coded?.[id]),
    truth,
  });
  return [
    ...rows,
    row('symptom', word('caseSymptom', codes.symptom)),
    row('cause', word('caseCause', generalCauseOf(codes.root))),
    row('escalation', word('caseEscalation', codes.escalation)),
    row('root', word('caseRoot', codes.root)),
  ];
}

/** What became of the cause, in sentences. */
export function causeWords({ fix, fixed, cameBack, brokenPromise, kind }: ReviewedCase): readonly string[] {
  const named = fix === null ? '' : word('caseFix', fix);
  // A customer who comes back with the same is another customer: only disputes are followed.
  const back = cameBack === null ? m.review_stayed_away() : m.review_came_back({ quarter: number(cameBack) });
  return [
    ...(brokenPromise ? [m.review_broken_promise()] : []),
    fix === null ? m.review_no_fix() : fixed ? m.review_fixed({ fix: named }) : m.review_not_fixed({ fix: named }),
    ...(kind === 'customer' ? [] : [back]),
  ];
}

/** How many cases ended well, and how many lost their cause. */
export function reviewFinding({ cases }: ConflictReview): { count: number; settled: number; fixed: number } {
  return {
    count: cases.length,
    settled: cases.filter(({ outcome }) => contentEndings.includes(outcome)).length,
    fixed: cases.filter(({ fixed }) => fixed).length,
  };
}

/** What the conflicts of a run leave behind, in sentences. */
export function leftWords(
  { openCauses, goodwill, prevented, felt, voiced }: ConflictReview,
  { partners = [], ...place }: Pick<Scenario, 'partners' | 'conflict'>,
): readonly string[] {
  const roots = Object.entries(openCauses)
    .filter(([, points]) => points > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([root]) => word('caseRoot', root));
  const known = partners.filter(({ id }) => goodwill[id] !== undefined);
  const named = known.map(({ id, name }) => m.review_named({ name: localText(name, language.current), points: number(goodwill[id]!) }));
  return [
    ...(roots.length > 0 ? [m.review_open_causes({ roots: list(roots) })] : []),
    ...(named.length > 0 ? [m.review_goodwill({ partners: list(named) })] : []),
    ...(felt > 0 ? [m.review_felt({ felt: number(felt), voiced: number(voiced) }), harmonyWords(place)] : []),
    ...(prevented > 0 ? [m.review_prevented({ count: number(prevented) })] : []),
  ];
}

/** How the wish for harmony of the place decides what is spoken of. */
function harmonyWords(place: Pick<Scenario, 'conflict'>): string {
  const [harmony, usual] = [harmonyOf(place), harmonyOf({})];
  const voiced = (wish: number): string => number(100 * chanceVoiced(hottest, wish, false));
  return m.review_harmony({ harmony: number(harmony), usual: number(usual), voiced: voiced(harmony), usually: voiced(usual) });
}
const hottest = { points: 100, kind: 'department' } as const;
