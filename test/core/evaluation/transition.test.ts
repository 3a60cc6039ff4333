import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluationStatus, Rating } from '../../../src/core/evaluation/content.ts';
import { isHeld, lockFor, type PeriodLock } from '../../../src/core/evaluation/period-lock.ts';
import { type EvaluationStep, needsRemark, stepFrom } from '../../../src/core/evaluation/transition.ts';

const steps: EvaluationStep[] = [
  'correct',
  'submit',
  'feedback',
  'return',
  'rate',
  'lock',
  'unlock',
  'reopen',
];

function walk(path: readonly EvaluationStep[], from: EvaluationStatus = 'open'): EvaluationStatus {
  return path.reduce<EvaluationStatus>((status, step) => {
    const answer = stepFrom(status, step);
    return answer.ok ? answer.status : status;
  }, from);
}

describe('the steps of an evaluation', () => {
  it('go from the employee to the supervisor, back, and on to a locked rating', () => {
    expect(walk(['correct', 'submit'])).toBe('submitted');
    expect(walk(['submit', 'return', 'correct', 'submit', 'feedback', 'rate'])).toBe('rated');
    expect(walk(['submit', 'rate', 'rate', 'lock'])).toBe('locked');
    expect(walk(['submit', 'rate', 'lock', 'unlock'])).toBe('rated');
    expect(walk(['submit', 'rate', 'lock', 'reopen'])).toBe('submitted');
  });

  it.each<[EvaluationStatus, EvaluationStep, string]>([
    ['open', 'rate', 'not_submitted'],
    ['open', 'lock', 'not_rated'],
    ['returned', 'rate', 'with_employee'],
    ['submitted', 'correct', 'with_supervisor'],
    ['submitted', 'submit', 'with_supervisor'],
    ['rated', 'correct', 'already_rated'],
    ['rated', 'return', 'already_rated'],
    ['rated', 'unlock', 'not_locked'],
    ['locked', 'rate', 'locked'],
  ])('%s: %s is refused as %s', (status, step, problem) => {
    expect(stepFrom(status, step)).toEqual({ ok: false, problem });
  });

  it('a lock is final: nothing but opening it again changes a locked evaluation', () => {
    const quiet = steps.filter((step) => step !== 'unlock' && step !== 'reopen');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...quiet)), (path) => {
        expect(walk(path, 'locked')).toBe('locked');
      }),
    );
  });

  it('nothing is rated that was not submitted before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps)), (path) => {
        const status = walk(path);
        if (status === 'rated' || status === 'locked') expect(path).toContain('submit');
      }),
    );
  });

  it('whatever is below expectations has to be explained', () => {
    const ratings: Rating[] = ['above', 'meets', 'below'];
    for (const result of ratings)
      for (const behaviour of ratings)
        expect(needsRemark(result, behaviour)).toBe([result, behaviour].includes('below'));
  });
});

describe('the lock of a period', () => {
  const lock = (unitId: string | null, locked: boolean, at: number): PeriodLock => ({ unitId, locked, at });
  const chain = ['seksi', 'bidang', 'dinas'];

  it('holds for the unit and those below it, or for the agency', () => {
    expect(lockFor([lock('bidang', true, 1)], chain)).toMatchObject({ at: 1 });
    expect(lockFor([lock(null, true, 1)], chain)).toMatchObject({ at: 1 });
    expect(lockFor([lock('lain', true, 1)], chain)).toBeNull();
    expect(lockFor([], chain)).toBeNull();
  });

  it('is decided by the newest word that concerns the unit', () => {
    const locks = [lock(null, true, 1), lock('bidang', false, 2), lock('lain', true, 3)];
    expect(lockFor(locks, chain)).toBeNull();
    expect(lockFor(locks, ['sekretariat', 'dinas'])).toMatchObject({ at: 1 });
    expect(lockFor([...locks, lock(null, true, 4)], chain)).toMatchObject({ at: 4 });
  });

  it('lets go what was opened again since then', () => {
    expect(isHeld(lock(null, true, 5), null)).toBe(true);
    expect(isHeld(lock(null, true, 5), 4)).toBe(true);
    expect(isHeld(lock(null, true, 5), 6)).toBe(false);
    expect(isHeld(null, null)).toBe(false);
  });
});
