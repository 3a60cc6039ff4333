import { describe, expect, it } from 'vitest';
import {
  decidePrompt,
  offReasonCode,
  type PromptFacts,
  readReason,
  slotState,
} from '../../src/core/prompt-decision.ts';

const AT = Date.parse('2026-11-23T08:30:00Z');
const facts = (change: Partial<PromptFacts> = {}): PromptFacts => ({
  date: '2026-11-23',
  slot: { name: 'first', at: AT },
  since: 0,
  reported: false,
  linked: true,
  snoozedUntil: 0,
  lateness: 120,
  quiet: false,
  closesAt: AT + 480 * 60_000,
  calendar: {
    workDays: () => [1, 2, 3, 4, 5],
    holidays: new Map(),
    absences: [],
    shifts: new Map(),
    ramadan: [],
  },
  ...change,
});
const decide = (change: Partial<PromptFacts> = {}, now = AT) => decidePrompt(facts(change), now);

describe('whether somebody is prompted', () => {
  it('asks who is linked, at work and has not reported', () => {
    expect(decide()).toBeNull();
    expect(decide({}, AT + 120 * 60_000)).toBeNull();
  });

  it('names the reason for every silence', () => {
    const { calendar } = facts();
    const absences = [{ fromDate: '2026-11-23', toDate: '2026-11-23', kind: 'cuti' as const }];
    const roster = (shift: null | { start: number; end: number }) => new Map([['2026-11-23', shift]]);
    const holidays = new Map([['2026-11-23', 'x']]);
    expect(decide({ reported: true })).toBe('reported');
    expect(decide({ linked: false })).toBe('not_linked');
    expect(decide({ since: AT + 30 * 60_000 })).toBeNull();
    expect(decide({ since: AT + 30 * 60_000 + 1 })).toBe('joined_later');
    expect(decide({ snoozedUntil: AT + 1 })).toBe('snoozed');
    expect(decide({ snoozedUntil: AT - 60_000 })).toBe('snoozed');
    expect(decide({ snoozedUntil: AT - 15 * 60_000 })).toBeNull();
    expect(decide({}, AT + 120 * 60_000 + 1)).toBe('too_late');
    expect(decide({ quiet: true })).toBe('quiet');
    expect(decide({ closesAt: AT })).toBe('closed');
    expect(decide({ date: '2026-11-22' })).toBe('weekend');
    expect(decide({ calendar: { ...calendar, absences } })).toBe('absent:cuti');
    expect(decide({ calendar: { ...calendar, holidays } })).toBe('holiday:x');
    expect(decide({ calendar: { ...calendar, shifts: roster(null) } })).toBe('off_duty');
    expect(
      decide({ calendar: { ...calendar, holidays, shifts: roster({ start: 420, end: 840 }) } }),
    ).toBeNull();
  });
});

describe('a stored reason', () => {
  it('is read back in its parts, whatever a holiday is called', () => {
    expect(readReason(offReasonCode({ kind: 'holiday', name: 'Tahun Baru: 1448 H' }))).toEqual({
      code: 'holiday',
      detail: 'Tahun Baru: 1448 H',
    });
    expect(readReason(offReasonCode({ kind: 'weekend' }))).toEqual({ code: 'weekend', detail: null });
  });
});

describe('a slot', () => {
  it('is due once its moment has passed, whatever the minute, and too late after its lateness', () => {
    const at = Date.parse('2026-11-23T08:30:00Z');
    expect(slotState(at - 1, at, 120)).toBe('early');
    expect(slotState(at, at, 120)).toBe('due');
    expect(slotState(at + 119 * 60_000 + 59_000, at, 120)).toBe('due');
    expect(slotState(at + 120 * 60_000 + 1, at, 120)).toBe('too_late');
  });
});
