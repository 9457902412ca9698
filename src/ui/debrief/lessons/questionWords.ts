/** Questions for the class in words, and what each grew from. */

import type { LessonsReport } from '../../../game/lessons/lessonsReport.ts';
import type { MeasureUnit } from '../../../game/lessons/lessonRun.ts';
import type { Question, QuestionKind } from '../../../game/lessons/question.ts';
import type { KpiId } from '../../../game/reports.ts';
import { kpiTerms, teachingTerms } from '../../../text/glossaryLinks.ts';
import { word } from '../../../text/words.ts';
import { inSentence, kpiFigure } from '../../format.ts';
import { opening } from '../../glassBox/opening.ts';
import { valuesOf } from './findingWords.ts';

/** Units of the figures that each kind grew from; those of a KPI and of a lesson stand with these. */
const units: Readonly<Record<Exclude<QuestionKind, 'blind' | 'lesson'>, readonly MeasureUnit[]>> = {
  leap: ['quarter', 'points', 'count'],
  bias: ['quarter', 'count'],
  staff: ['quarter', 'share'],
  fall: ['quarter', 'money', 'share'],
  labels: ['money', 'money'],
  silent: ['share', 'count'],
  losing: ['share', 'share'],
  benefit: [],
  talk: ['share', 'share', 'count'],
  worth: ['share', 'share'],
};

export interface QuestionWords {
  kind: QuestionKind;
  asked: string;
  evidence: string;
  place: Question['place'];
  /** Key of the glossary. */
  term: string;
}

export function questionWords(question: Question, { lessons }: Pick<LessonsReport, 'lessons'>, currency: string): QuestionWords {
  const { kind, subject, values, place } = question;
  if (kind === 'blind') {
    const kpi = subject as KpiId;
    // The last is the truth; before it what was reported, and its interval.
    const aim = place === null ? {} : { quarter: place.quarter };
    const said = Object.fromEntries(
      values.map((value, i) => {
        const words = kpiFigure(kpi, value, currency);
        return [`f${i}`, opening(`kpi.${kpi}`, words, i === 3 ? aim : { ...aim, side: 'known' })];
      }),
    );
    const name = word('kpi', kpi);
    return {
      kind,
      place,
      asked: word('question', 'blind', { ...said, subject: inSentence(name) }),
      evidence: word('askEvidence', 'blind', { ...said, subject: name }),
      term: kpiTerms[kpi] ?? teachingTerms.question.blind,
    };
  }
  if (kind === 'lesson') {
    const found = lessons.find(({ id }) => id === subject)!;
    const asked = word('question', `lesson.${found.id}`);
    return {
      kind,
      place,
      asked,
      evidence: word('lessonShown', found.id, valuesOf(found.figures, `lesson:${found.id}`, currency)),
      term: teachingTerms.lesson[found.id],
    };
  }
  const said = valuesOf(
    values.map((value, i) => ({ value, unit: units[kind][i] })),
    `ask:${kind}`,
    currency,
  );
  const id = kind === 'bias' ? `bias.${subject}` : kind;
  return {
    kind,
    place,
    asked: word('question', id, kind === 'benefit' ? { subject: inSentence(word('benefit', subject)) } : said),
    evidence: word('askEvidence', kind, said),
    term: kind === 'benefit' ? teachingTerms.benefit[subject as keyof typeof teachingTerms.benefit] : teachingTerms.question[kind],
  };
}
