/** The component of each chapter of the debrief, loaded when it is opened first. */

import type { Component } from 'svelte';
import type { FinishedRun } from '../gameClient.ts';
import type { ChapterId } from '../route.svelte.ts';
import type { RunDesk } from '../runs/runDesk.ts';
import { nextTask } from '../tasks.ts';
import type { DebriefDesk } from './desk.svelte.ts';

export interface ChapterProps {
  desk: DebriefDesk;
  finished: FinishedRun;
  runs: RunDesk;
}

type Loaded = Promise<{ default: Component<ChapterProps> }>;

export const chapterParts: Readonly<Record<ChapterId, () => Loaded>> = {
  score: () => import('./chapters/ScoreChapter.svelte'),
  truth: () => import('./chapters/TruthChapter.svelte'),
  decisions: () => import('./chapters/DecisionsChapter.svelte'),
  whatIf: () => import('./chapters/WhatIfChapter.svelte'),
  luck: () => import('./chapters/LuckChapter.svelte'),
  people: () => import('./chapters/PeopleChapter.svelte'),
  mirror: () => import('./chapters/MirrorChapter.svelte'),
  lessons: () => import('./chapters/LessonsChapter.svelte'),
  report: () => import('./chapters/ReportChapter.svelte'),
};

/**
 * Fetches all chapters one after another, so that a network that goes away later takes none of them with it. Never rejects: what does not come
 * is asked for again when it is opened.
 */
export async function fetchChapters(): Promise<void> {
  for (const load of Object.values(chapterParts)) {
    await load().catch(() => undefined);
    await nextTask();
  }
}

/** Chapters that need replays; a run of another engine has none of them. */
export const replayed: readonly ChapterId[] = ['decisions', 'whatIf', 'luck', 'people', 'mirror', 'lessons'];
