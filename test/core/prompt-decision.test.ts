import { describe, expect, it } from 'vitest';
import { decidePrompt, type PromptFacts, slotState } from '../../src/core/prompt-decision.ts';

const facts = (change: Partial<PromptFacts> = {}): PromptFacts => ({
  date: '2026-11-23',
  expected: true,
  reported: false,
  linked: true,
  calendar: { workDays: () => [1, 2, 3, 4, 5], holidays: new Map(), absences: [] },
  ...change,
});

describe('whether somebody is prompted', () => {
  it('asks who is expected, linked, at work and has not reported', () => {
    expect(decidePrompt(facts())).toBeNull();
  });

  it('names the reason for every silence', () => {
    const absences = [{ fromDate: '2026-11-23', toDate: '2026-11-23', kind: 'cuti' as const }];
    expect(decidePrompt(facts({ expected: false }))).toBe('not_expected');
    expect(decidePrompt(facts({ reported: true }))).toBe('reported');
    expect(decidePrompt(facts({ linked: false }))).toBe('not_linked');
    expect(decidePrompt(facts({ date: '2026-11-22' }))).toBe('weekend');
    expect(decidePrompt(facts({ calendar: { ...facts().calendar, absences } }))).toBe('absent');
    expect(
      decidePrompt(facts({ calendar: { ...facts().calendar, holidays: new Map([['2026-11-23', 'x']]) } })),
    ).toBe('holiday');
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
