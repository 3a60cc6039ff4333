import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canBeWithdrawn,
  FEEDBACK_KINDS,
  FEEDBACK_VISIBILITIES,
  type FeedbackScope,
  kindsFor,
  visibilitiesFor,
  WITHDRAW_MS,
} from '../../../src/core/feedback/kinds.ts';
import {
  type Colleague,
  canAnswerFeedback,
  canReadFeedback,
  type FeedbackReading,
  feedbackRelation,
  isTeammate,
} from '../../../src/core/permissions.ts';

const person = (id: string, change: Partial<Colleague> = {}): Colleague => ({
  id,
  roles: ['pegawai'],
  supervisorId: null,
  unitId: 'a',
  active: true,
  ...change,
});
const rina = person('rina', { unitId: 'head' });
const budi = person('budi', { supervisorId: 'rina' });
const siti = person('siti', { supervisorId: 'budi' });
const rudi = person('rudi', { supervisorId: 'budi', unitId: 'b' });
const tono = person('tono', { supervisorId: 'rina' });
const hera = person('hera', { unitId: 'hr', roles: ['hr', 'admin'] });
const everybody = [rina, budi, siti, rudi, tono, hera];

const scope: fc.Arbitrary<FeedbackScope> = fc.record({
  publicPraise: fc.boolean(),
  otherLeader: fc.boolean(),
  teammates: fc.boolean(),
});
const reading: fc.Arbitrary<FeedbackReading> = fc.record({
  authorId: fc.constantFrom(...everybody.map(({ id }) => id)),
  employeeId: fc.constant('siti'),
  kind: fc.constantFrom(...FEEDBACK_KINDS),
  visibility: fc.constantFrom(...FEEDBACK_VISIBILITIES),
  status: fc.constantFrom('draft', 'shared', 'withdrawn'),
});

describe('who gives feedback to whom', () => {
  it('is the supervisor alone where the agency has not opened it', () => {
    expect(everybody.map((who) => feedbackRelation(who, siti, false))).toEqual([
      ...[null, 'supervisor', null, null, null, null],
    ]);
  });

  it('is also colleagues of the same supervisor or unit, and subordinates, where it has', () => {
    expect(everybody.map((who) => feedbackRelation(who, siti, true))).toEqual([
      ...[null, 'supervisor', null, 'peer', 'peer', null],
    ]);
    expect(feedbackRelation(siti, budi, true)).toBe('subordinate');
    expect(feedbackRelation(siti, rina, true)).toBe(null);
  });

  it('is nobody who has left, and nobody about themselves or somebody who has left', () => {
    expect(feedbackRelation({ ...budi, active: false }, siti, true)).toBe(null);
    expect(feedbackRelation(budi, { ...siti, active: false }, true)).toBe(null);
    expect(feedbackRelation(siti, { ...siti, supervisorId: 'siti' }, true)).toBe(null);
  });

  it('leaves private notes to supervisors', () => {
    expect(kindsFor('supervisor')).toEqual(['praise', 'improve', 'note']);
    expect(kindsFor('peer')).toEqual(['praise', 'improve']);
    expect(kindsFor('subordinate')).toEqual(['praise', 'improve']);
  });
});

describe('who may read it, as is said before it is sent', () => {
  const all: FeedbackScope = { publicPraise: true, otherLeader: true, teammates: true };
  it.each([
    ['praise', all, ['employee', 'leader', 'team']],
    ['praise', { ...all, publicPraise: false }, ['employee', 'leader']],
    ['praise', { ...all, teammates: false }, ['employee', 'leader']],
    ['praise', { ...all, otherLeader: false }, ['employee', 'team']],
    ['improve', all, ['employee', 'leader']],
    ['improve', { ...all, otherLeader: false }, ['employee']],
    ['note', all, ['author']],
  ] as const)('%s with %o: %o', (kind, given, expected) => {
    expect(visibilitiesFor(kind, given)).toEqual(expected);
  });

  it('is never the team for criticism, and never anybody for a note', () => {
    fc.assert(
      fc.property(scope, (given) => {
        expect(visibilitiesFor('improve', given)).not.toContain('team');
        expect(visibilitiesFor('note', given)).toEqual(['author']);
        if (!given.publicPraise) expect(visibilitiesFor('praise', given)).not.toContain('team');
      }),
    );
  });
});

describe('reading feedback', () => {
  const shared = (change: Partial<FeedbackReading>): FeedbackReading => ({
    ...{ authorId: 'rudi', employeeId: 'siti', kind: 'praise', visibility: 'employee', status: 'shared' },
    ...change,
  });
  const readers = (row: FeedbackReading) =>
    everybody.filter((who) => canReadFeedback(who, row, siti)).map(({ id }) => id);

  it('is for whom it was said to be', () => {
    expect(readers(shared({}))).toEqual(['siti', 'rudi']);
    expect(readers(shared({ visibility: 'leader' }))).toEqual(['budi', 'siti', 'rudi']);
    expect(readers(shared({ authorId: 'tono', visibility: 'team' }))).toEqual([
      ...['budi', 'siti', 'rudi', 'tono'],
    ]);
    expect(readers(shared({ kind: 'improve', visibility: 'team' }))).toEqual(['budi', 'siti', 'rudi']);
  });

  it('follows a change of the supervisor', () => {
    const row = shared({ visibility: 'leader' });
    const moved = { ...siti, supervisorId: 'tono' };
    expect(canReadFeedback(budi, row, moved)).toBe(false);
    expect(canReadFeedback(tono, row, moved)).toBe(true);
    expect(isTeammate(rudi, moved)).toBe(false);
  });

  it('is the author’s alone for drafts, notes and what was taken back, whoever else asks', () => {
    fc.assert(
      fc.property(reading, (row) => {
        const hidden = row.status !== 'shared' || row.kind === 'note' || row.visibility === 'author';
        if (hidden) expect(readers(row)).toEqual([row.authorId]);
        // HR and administrators have no way in, unless they wrote it.
        expect(canReadFeedback(hera, row, siti)).toBe(row.authorId === 'hera');
        for (const who of everybody)
          if (canAnswerFeedback(who, row)) expect([row.authorId, row.employeeId]).toContain(who.id);
        for (const who of everybody)
          expect(canReadFeedback({ ...who, active: false }, row, siti)).toBe(false);
      }),
    );
  });

  it('never shows criticism to colleagues', () => {
    fc.assert(
      fc.property(reading, (row) => {
        if (row.kind !== 'praise' && row.authorId !== 'rudi')
          expect(canReadFeedback(rudi, row, siti)).toBe(false);
      }),
    );
  });
});

describe('taking feedback back', () => {
  it('is possible for a day', () => {
    expect(canBeWithdrawn(0, WITHDRAW_MS)).toBe(true);
    expect(canBeWithdrawn(0, WITHDRAW_MS + 1)).toBe(false);
  });
});
