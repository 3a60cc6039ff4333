import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DialogueLife,
  type DialogueStep,
  minutesConfirmedAt,
  nextStep,
  takeStep,
} from '../../../src/core/dialogue/life.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T08:00:00Z');
const START = NOW + 24 * HOUR;
const zone = 'Asia/Makassar';

const proposed: DialogueLife = {
  employeeId: 'siti',
  leaderId: 'budi',
  status: 'proposed',
  startsAt: START,
  proposedBy: 'budi',
  reason: null,
  minutes: null,
  minutesRevision: 0,
  minutesBy: null,
  employeeConfirmedAt: null,
  leaderConfirmedAt: null,
  heldOn: null,
};
const agreed: DialogueLife = { ...proposed, status: 'agreed' };
const held: DialogueLife = { ...agreed, status: 'held', heldOn: '2026-11-24' };
const hold: DialogueStep = { do: 'hold', on: '2026-11-24', zone };
const write = (...lines: string[]): DialogueStep => ({ do: 'write', lines });

function run(d: DialogueLife, ...steps: [string, DialogueStep, number?][]): DialogueLife {
  return steps.reduce((before, [by, step, now = START + HOUR]) => {
    const after = takeStep(before, step, by, now);
    if ('problem' in after) throw new Error(`${step.do} by ${by}: ${after.problem}`);
    return after;
  }, d);
}
const refused = (d: DialogueLife, step: DialogueStep, by: string, now = NOW) => takeStep(d, step, by, now);

describe('a proposed dialogue', () => {
  it('is answered by the other one, who agrees, moves or declines', () => {
    expect(nextStep(proposed)).toEqual({ by: ['employee'], what: 'answer' });
    expect(run(proposed, ['siti', { do: 'agree' }, NOW])).toMatchObject({ status: 'agreed' });
    expect(run(proposed, ['siti', { do: 'decline', reason: 'cuti' }, NOW])).toMatchObject({
      ...{ status: 'declined', reason: 'cuti' },
    });
    const moved = run(proposed, ['siti', { do: 'move', startsAt: START + HOUR, reason: null }, NOW]);
    expect(moved).toMatchObject({ status: 'proposed', proposedBy: 'siti', startsAt: START + HOUR });
    expect(nextStep(moved)).toEqual({ by: ['leader'], what: 'answer' });
  });

  it('is not agreed to by whoever proposed it; the problem names the other one', () => {
    expect(refused(proposed, { do: 'agree' }, 'budi')).toEqual({
      problem: 'wrong_step',
      next: { by: ['employee'], what: 'answer' },
    });
    expect(refused(proposed, { do: 'decline', reason: 'x' }, 'budi')).toMatchObject({
      problem: 'wrong_step',
    });
  });

  it('is withdrawn by whoever proposed it, with a reason', () => {
    expect(run(proposed, ['budi', { do: 'cancel', reason: 'rapat' }, NOW]).status).toBe('cancelled');
    expect(refused(proposed, { do: 'cancel', reason: ' ' }, 'budi')).toMatchObject({ problem: 'no_reason' });
    expect(refused(proposed, { do: 'cancel', reason: 'x' }, 'siti')).toMatchObject({ problem: 'wrong_step' });
  });

  it('is not agreed to once its time is over, but whoever answers may say that it took place', () => {
    expect(refused(proposed, { do: 'agree' }, 'siti', START)).toMatchObject({ problem: 'time_over' });
    expect(run(proposed, ['siti', hold]).status).toBe('held');
    expect(refused(proposed, hold, 'budi', START + HOUR)).toMatchObject({ problem: 'wrong_step' });
  });

  it('moves only ahead, and to another moment', () => {
    const move = (startsAt: number): DialogueStep => ({ do: 'move', startsAt, reason: null });
    expect(refused(proposed, move(NOW), 'siti')).toMatchObject({ problem: 'moment_past' });
    expect(refused(proposed, move(START), 'siti')).toMatchObject({ problem: 'same_moment' });
  });

  it('concerns nobody else', () => {
    expect(refused(proposed, { do: 'agree' }, 'rudi')).toMatchObject({ problem: 'not_party' });
  });
});

describe('an agreed dialogue', () => {
  it('is held by either, from its beginning on, on a day between then and today', () => {
    expect(refused(agreed, hold, 'siti', START - 1)).toEqual({
      problem: 'not_started',
      next: { by: ['employee', 'leader'], what: 'hold' },
    });
    for (const by of ['siti', 'budi'])
      expect(run(agreed, [by, hold])).toMatchObject({ heldOn: '2026-11-24' });
    for (const on of ['2026-11-23', '2026-11-25'])
      expect(refused(agreed, { do: 'hold', on, zone }, 'siti', START)).toMatchObject({
        problem: 'wrong_date',
      });
  });

  it('has no minutes yet', () => {
    expect(refused(agreed, write('A'), 'siti')).toMatchObject({
      problem: 'wrong_step',
      next: { what: 'hold' },
    });
    expect(refused(agreed, { do: 'confirm', revision: 0 }, 'siti')).toMatchObject({ problem: 'wrong_step' });
  });
});

describe('minutes', () => {
  it('are confirmed by whoever writes them, and wait for the other one', () => {
    const written = run(held, ['siti', write('A', 'B')]);
    expect(written).toMatchObject({ minutesRevision: 1, minutesBy: 'siti', status: 'held' });
    expect(nextStep(written)).toEqual({ by: ['leader'], what: 'confirm' });
    expect(refused(written, { do: 'confirm', revision: 1 }, 'siti')).toEqual({
      problem: 'wrong_step',
      next: { by: ['leader'], what: 'confirm' },
    });
    const done = run(written, ['budi', { do: 'confirm', revision: 1 }, START + 2 * HOUR]);
    expect(done.status).toBe('confirmed');
    expect(minutesConfirmedAt(done)).toBe(START + 2 * HOUR);
  });

  it('lose the confirmation with each correction', () => {
    const corrected = run(held, ['siti', write('A')], ['budi', write('B')]);
    expect(corrected).toMatchObject({ minutesRevision: 2, employeeConfirmedAt: null });
    expect(refused(corrected, { do: 'confirm', revision: 1 }, 'siti')).toMatchObject({
      problem: 'minutes_changed',
    });
    expect(minutesConfirmedAt(corrected)).toBeNull();
    expect(run(corrected, ['siti', { do: 'confirm', revision: 2 }]).status).toBe('confirmed');
  });

  it('have one to five lines', () => {
    for (const lines of [[], ['1', '2', '3', '4', '5', '6']])
      expect(refused(held, { do: 'write', lines }, 'siti')).toMatchObject({ problem: 'number_of_lines' });
  });
});

describe('any sequence of steps', () => {
  const step: fc.Arbitrary<DialogueStep> = fc.oneof(
    fc.constant<DialogueStep>({ do: 'agree' }),
    fc.integer({ min: -5, max: 60 }).map(
      (hours): DialogueStep => ({
        ...{ do: 'move', startsAt: START + hours * HOUR, reason: null },
      }),
    ),
    fc.constantFrom('', 'alasan').map((reason): DialogueStep => ({ do: 'decline', reason })),
    fc.constantFrom('', 'alasan').map((reason): DialogueStep => ({ do: 'cancel', reason })),
    fc
      .constantFrom('2026-11-24', '2026-11-25', '2026-11-26')
      .map((on): DialogueStep => ({ do: 'hold', on, zone })),
    fc.array(fc.constantFrom('A', 'B'), { maxLength: 6 }).map((lines): DialogueStep => write(...lines)),
    fc.integer({ min: 0, max: 4 }).map((revision): DialogueStep => ({ do: 'confirm', revision })),
  );
  const move = fc.record({
    step,
    by: fc.constantFrom('siti', 'budi', 'rudi'),
    after: fc.integer({ min: 0, max: 20 }),
  });
  const start = fc.constantFrom(proposed, agreed, held);

  it('confirms minutes only where both have stood by the same wording', () => {
    fc.assert(
      fc.property(start, fc.array(move, { maxLength: 30 }), (from, moves) => {
        let d = from;
        let now = NOW;
        const stood = new Map<number, Set<string>>();
        for (const { step, by, after } of moves) {
          now += after * HOUR;
          const next = takeStep(d, step, by, now);
          if ('problem' in next) continue;
          if (step.do === 'write') stood.set(next.minutesRevision, new Set([by]));
          if (step.do === 'confirm') stood.get(step.revision)?.add(by);
          d = next;
        }
        if (d.status === 'confirmed') expect(stood.get(d.minutesRevision)).toEqual(new Set(['siti', 'budi']));
        else expect(minutesConfirmedAt(d)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('never leaves an end: what is declined, cancelled or confirmed stays as it is', () => {
    const ended = fc.constantFrom<DialogueLife>(
      { ...proposed, status: 'declined' },
      { ...proposed, status: 'cancelled' },
      { ...held, status: 'confirmed', minutes: ['A'], minutesRevision: 1 },
    );
    fc.assert(
      fc.property(ended, move, (d, { step, by, after }) => {
        expect(takeStep(d, step, by, START + after * HOUR)).toHaveProperty('problem');
      }),
    );
  });

  it('holds nothing before it began or without both having agreed to its time', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        let d = proposed;
        let now = NOW;
        let agreedBy = new Set(['budi']);
        for (const { step, by, after } of moves) {
          now += after * HOUR;
          const next = takeStep(d, step, by, now);
          if ('problem' in next) continue;
          if (step.do === 'move') agreedBy = new Set([by]);
          if (step.do === 'agree' || step.do === 'hold') agreedBy.add(by);
          if (step.do === 'hold') {
            expect(now).toBeGreaterThanOrEqual(d.startsAt);
            expect(agreedBy).toEqual(new Set(['siti', 'budi']));
          }
          d = next;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('always says who is next, unless it is over', () => {
    fc.assert(
      fc.property(start, fc.array(move, { maxLength: 20 }), (from, moves) => {
        let d = from;
        for (const { step, by, after } of moves) {
          const next = takeStep(d, step, by, START + after * HOUR);
          if (!('problem' in next)) d = next;
        }
        expect(nextStep(d).by.length > 0).toBe(d.status !== 'confirmed');
      }),
    );
  });
});
