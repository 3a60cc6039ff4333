import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useWorld } from './support.ts';
import { yearPeople } from './year/agency.ts';
import { objectionIsSettled, yearIsLocked, yearIsRated } from './year/annual.ts';
import { type Cast, gather } from './year/cast.ts';
import { changeIsOrdered, changeTakesEffect, newLeaderPlans, planChanges } from './year/change.ts';
import { dialogueWithTheNext, holdDialogue, proposeDialogue } from './year/dialogue.ts';
import { createDiary } from './year/diary.ts';
import { importAgreement, leaderPlans, matrixDivides, staffPlan } from './year/plans.ts';
import { quarterIsLocked, quarterIsRated, quarterIsSubmitted } from './year/quarter.ts';
import { feedbackRound, firstReports, treeOfTheUnit } from './year/work.ts';

const world = useWorld({ at: '2026-01-05T02:00:00Z', peopleFile: yearPeople, plansFile: () => null });
const TRANSCRIPT = join(import.meta.dirname, '..', 'transcripts', 'year.id.txt');

describe('a year of one unit', { timeout: 60_000 }, () => {
  const diary = createDiary();
  let cast: Cast;
  let broken = false;
  beforeAll(async () => {
    cast = await gather(world, diary);
  });

  /** A part of the story; each one needs those before it. */
  const part = (what: string, ...steps: ((cast: Cast) => Promise<void>)[]) =>
    it(what, async ({ skip }) => {
      skip(broken, 'the part before has failed');
      broken = true;
      diary.begin(what);
      for (const step of steps) await step(cast);
      broken = false;
    });

  part('January: what the unit has promised becomes the plan of its leader', importAgreement, leaderPlans);
  part('January: the leader divides the results', matrixDivides);
  part('January: everybody plans, and one plan is returned', staffPlan);
  part('January: expectations are clarified in a dialogue', proposeDialogue, holdDialogue);
  part('January: action plans and the first reports', firstReports);
  part('February: feedback', feedbackRound);
  part('April: the first quarter is handed in', quarterIsSubmitted);
  part('April: the first quarter is rated', quarterIsRated);
  part('April: the first quarter is locked', quarterIsLocked);
  part('April: a change of supervisor is ordered', changeIsOrdered);
  part('May: the change takes effect', changeTakesEffect);
  part('May: the new leader plans, and a new expectation changes a plan', newLeaderPlans, planChanges);
  part('May: a dialogue with the new supervisor', dialogueWithTheNext);
  part('November: the tree of the unit', treeOfTheUnit);
  part('January 2027: the year is rated', yearIsRated);
  part('January 2027: an objection is settled', objectionIsSettled);
  part('January 2027: the year is locked', yearIsLocked);

  it('is a transcript', async ({ skip }) => {
    skip(broken, 'the year has not come to its end');
    await expect(diary.text()).toMatchFileSnapshot(TRANSCRIPT);
  });
});
