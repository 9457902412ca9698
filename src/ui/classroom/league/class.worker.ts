/** One worker of the pool that checks and grades the runs of a class. */

import { expose } from 'comlink';
import { classPlayer, type ClassJob, type ClassResult, type ClassSetting } from '../../../classroom/classJob.ts';

let play: ((job: ClassJob) => ClassResult) | null = null;

const worker = {
  open(setting: ClassSetting): void {
    play = classPlayer(setting);
  },
  /** @throws Error('noClass') before a class is opened */
  play(job: ClassJob): ClassResult {
    if (play === null) throw new Error('noClass');
    return play(job);
  },
};
export type ClassWorker = typeof worker;

expose(worker);
