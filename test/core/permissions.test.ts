import { describe, expect, it } from 'vitest';
import {
  type Actor,
  canCancelAbsence,
  canDecideLateness,
  canReadActionPlans,
  canReadDialogue,
  canReadEntry,
  canReadRadar,
  canReadTalk,
  canRecordAbsence,
  canReview,
  isExpectedToReport,
  isHr,
} from '../../src/core/permissions.ts';

const person = (id: string, change: Partial<Actor> = {}): Actor => ({
  id,
  roles: ['pegawai'],
  supervisorId: null,
  active: true,
  ...change,
});
const budi = person('budi');
const siti = person('siti', { supervisorId: 'budi' });
const rudi = person('rudi', { supervisorId: 'budi' });
const hera = person('hera', { roles: ['hr'] });

describe('permissions', () => {
  it('let the supervisor of now review, and nobody else', () => {
    expect(canReview(budi, siti)).toBe(true);
    for (const other of [siti, rudi, hera]) expect(canReview(other, siti)).toBe(false);
    expect(canReview(budi, { ...siti, supervisorId: 'rudi' })).toBe(false);
    expect(canReview({ ...budi, active: false }, siti)).toBe(false);
  });

  it('never let anybody review themselves', () => {
    expect(canReview({ ...siti, supervisorId: 'siti' }, { ...siti, supervisorId: 'siti' })).toBe(false);
  });

  it('let owner and supervisor read entries', () => {
    expect(canReadEntry(siti, siti)).toBe(true);
    expect(canReadEntry(budi, siti)).toBe(true);
    expect(canReadEntry(rudi, siti)).toBe(false);
    expect(canReadEntry(hera, siti)).toBe(false);
  });

  it('let owner and supervisor read action plans and the radar, and HR neither', () => {
    for (const may of [canReadActionPlans, canReadRadar])
      expect([siti, budi, rudi, hera].map((who) => may(who, siti))).toEqual([true, true, false, false]);
  });

  it('let author and recipient read a remark', () => {
    const talk = { authorId: 'budi', recipientId: 'siti' };
    expect([budi, siti, rudi, hera].map((who) => canReadTalk(who, talk))).toEqual([true, true, false, false]);
  });

  it('let the two who talk read a dialogue, and whoever took over what both have confirmed, counselling excepted', () => {
    const spoken = { employeeId: 'siti', leaderId: 'budi', kind: 'feedback', status: 'confirmed' } as const;
    const taken = { ...siti, supervisorId: 'rudi' };
    const readers = (dialogue: Parameters<typeof canReadDialogue>[2]) =>
      [siti, budi, rudi, hera].filter((who) => canReadDialogue(who, taken, dialogue)).map(({ id }) => id);
    expect(readers(spoken)).toEqual(['siti', 'budi', 'rudi']);
    expect(readers({ ...spoken, kind: 'counselling' })).toEqual(['siti', 'budi']);
    for (const status of ['proposed', 'agreed', 'held', 'declined', 'cancelled'] as const)
      expect(readers({ ...spoken, status })).toEqual(['siti', 'budi']);
    expect(canReadDialogue({ ...budi, active: false }, taken, spoken)).toBe(false);
  });

  it('let HR decide about the late reports of others, and nobody about their own', () => {
    expect([siti, budi, rudi, hera].map((who) => canDecideLateness(who, siti))).toEqual([
      ...[false, false, false, true],
    ]);
    expect(canDecideLateness(hera, hera)).toBe(false);
    expect(canDecideLateness({ ...hera, active: false }, siti)).toBe(false);
  });

  it('expect reports of employees, not of observers or those who left', () => {
    expect(isExpectedToReport(siti)).toBe(true);
    expect(isExpectedToReport(person('x', { roles: ['pengamat'] }))).toBe(false);
    expect(isExpectedToReport({ ...siti, active: false })).toBe(false);
    expect(isHr(hera)).toBe(true);
  });

  it('let people, their supervisor and HR record an absence, and nobody else', () => {
    expect([siti, budi, hera, rudi].map((who) => canRecordAbsence(who, siti))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(canRecordAbsence({ ...hera, active: false }, siti)).toBe(false);
  });

  it('let employees take back only what they recorded themselves', () => {
    expect([siti, budi, hera, rudi].map((who) => canCancelAbsence(who, siti, 'budi'))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(canCancelAbsence(siti, siti, 'siti')).toBe(true);
  });
});
