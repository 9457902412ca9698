/** Two days of training for people at work, in four half-days; nothing in them is graded. */

import { type CourseRow, output, row, type WrittenRow } from './courseRow.ts';

const days: readonly WrittenRow[] = [
  {
    id: 't1',
    chapters: [3],
    terms: ['crm-strategy-matrix', 'crm-strategy-migration-path', 'readiness', 'pilot'],
    firms: ['lam-giang'],
    rounds: 4,
    cards: ['crm.path', 'crm.pace', 'crm.people', 'crm.tco'],
    minutes: { read: 40, write: 60 },
    outputs: [output('pathMemo', 'report', 0)],
  },
  {
    id: 't2',
    chapters: [6],
    terms: ['complaint', 'service-recovery', 'employee-empowerment', 'root-cause'],
    firms: ['song-biec'],
    cards: ['svc.door', 'svc.policy'],
    debrief: ['mirror'],
    minutes: { read: 40, write: 60 },
    outputs: [output('caseFile', 'log', 0)],
  },
  {
    id: 't3',
    chapters: [7],
    terms: ['control-evaluation-and-adjustment', 'external-evaluation', 'internal-evaluation', 'honesty'],
    firms: ['phuong-lam'],
    cards: ['evl.plan', 'evl.sample', 'evl.methods'],
    debrief: ['truth', 'score'],
    minutes: { read: 40, write: 60 },
    outputs: [output('questions', 'log', 0)],
  },
  {
    id: 't4',
    chapters: [],
    terms: ['crm-maturity-level', 'change-management', 'business-process-re-engineering'],
    rounds: 0,
    support: 'paper',
    sheet: 4,
    minutes: { read: 30, write: 150 },
    outputs: [output('ownFirm', 'reflection', 0)],
  },
];

/** The half-days, in order. */
export const trainingDays: readonly CourseRow[] = days.map((half, index) => row(index + 1, half));
