import { expect, test } from 'vitest';
import { classPlayer, type ClassJob, type ClassResult } from '../../src/classroom/classJob.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { playClass, type ClassPlayer } from '../../src/ui/classroom/league/classPool.ts';
import { LeagueDesk } from '../../src/ui/classroom/league/leagueDesk.svelte.ts';
import { assignment, decisionsOf, shop, studentRun } from '../classroom/classFixture.ts';

const short = { ...assignment, rounds: 2 };
const run = (student: string): string => writeRun(studentRun(student, decisionsOf('stay', short), short));
const file = (name: string, text: string): File => new File([text], name);

/** Node has no worker of the web: jobs are played here; `fails` says on which a worker breaks. */
function deskWith(fails: (job: ClassJob) => boolean = () => false): LeagueDesk {
  const start = (): ClassPlayer => {
    let play: ((job: ClassJob) => ClassResult) | null = null;
    return {
      open(setting) {
        play = classPlayer(setting);
        return Promise.resolve();
      },
      play: (job) => (fails(job) ? Promise.reject(new Error('worker')) : Promise.resolve().then(() => play!(job))),
      close: () => undefined,
    };
  };
  const desk = new LeagueDesk((setting, jobs, onResult) => playClass(setting, jobs, onResult, { start, workers: 1 }));
  desk.take(short, shop);
  return desk;
}
const holds = (job: ClassJob, student: string): boolean =>
  job.kind === 'run' && new TextDecoder().decode(job.bytes).includes(`"student":"${student}"`);

test('two students’ files of one name are both graded, and one file twice is one', async () => {
  const desk = deskWith();
  await desk.files([file('run.json', run('A1')), file('run.json', run('A2')), file('copy.json', run('A1'))]);
  expect(desk.entries.map(({ student, file: name }) => [student, name])).toEqual([
    ['A1', 'run.json'],
    ['A2', 'run.json (2)'],
  ]);
  await desk.files([file('other.json', run('A2'))]);
  expect(desk.entries).toHaveLength(2);
  expect(desk.runs.size).toBe(2);
});

test('a file on which workers fail is named and the others are graded; dropped again it is graded too', async () => {
  let broken = true;
  const desk = deskWith((job) => broken && holds(job, 'A1'));
  const files = [file('a1.json', run('A1')), file('a2.json', run('A2'))];
  await desk.files(files);
  expect(desk.failed).toEqual(['a1.json']);
  expect(desk.entries.map(({ student }) => student)).toEqual(['A2']);
  broken = false;
  await desk.files(files.slice(0, 1));
  expect(desk.failed).toEqual([]);
  expect(desk.entries).toHaveLength(2);
});

test('grading that is stopped leaves what is graded and takes the same files again', async () => {
  let stopAt: string | null = 'A2';
  const desk: LeagueDesk = deskWith((job) => {
    if (stopAt !== null && holds(job, stopAt)) desk.stop();
    return false;
  });
  const files = [file('a1.json', run('A1')), file('a2.json', run('A2'))];
  await desk.files(files);
  expect(desk.entries.map(({ student }) => student)).toEqual(['A1']);
  expect([desk.busy, desk.progress]).toEqual([false, null]);
  stopAt = null;
  await desk.files(files);
  expect(desk.entries.map(({ student }) => student)).toEqual(['A1', 'A2']);
});

test('a second lot that comes while the first is being read is not mixed into it', async () => {
  const desk = deskWith();
  await Promise.all([desk.files([file('a1.json', run('A1'))]), desk.files([file('a2.json', run('A2'))])]);
  expect(desk.entries.map(({ student }) => student)).toEqual(['A1']);
});
