import { describe, expect, it } from 'vitest';
import { lockedThrough } from '../../../src/core/plan/locked.ts';

describe('what is locked for somebody', () => {
  const units = new Set(['own', 'above']);
  const lock = (unitId: string | null, period: string, locked = true) => ({ unitId, period, locked });

  it('is the latest end of evaluations and periods, of the unit, those above it and the agency', () => {
    expect(lockedThrough(2026, [], [], units)).toBeNull();
    expect(lockedThrough(2026, ['2026-03-31', '2025-12-31'], [], units)).toBe('2026-03-31');
    expect(lockedThrough(2026, ['2026-03-31'], [lock('above', '2026-Q2')], units)).toBe('2026-06-30');
    expect(lockedThrough(2026, [], [lock(null, '2026-01'), lock('other', '2026-Q4')], units)).toBe(
      '2026-01-31',
    );
  });

  it('is open again where the newest lock of a period and place says so', () =>
    expect(
      lockedThrough(2026, [], [lock('own', '2026-Q1', false), lock('own', '2026-Q1')], units),
    ).toBeNull());

  it('is what the newest lock of a period says, be it for the unit, one above it, or the agency', () => {
    expect(lockedThrough(2026, [], [lock('own', '2026-Q1', false), lock(null, '2026-Q1')], units)).toBeNull();
    expect(lockedThrough(2026, [], [lock(null, '2026-Q1', false), lock('own', '2026-Q1')], units)).toBeNull();
    expect(lockedThrough(2026, [], [lock('other', '2026-Q1', false), lock(null, '2026-Q1')], units)).toBe(
      '2026-03-31',
    );
  });
});
