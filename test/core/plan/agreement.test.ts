import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, datesBetween } from '../../../src/core/local-time.ts';
import {
  type AgreementFacts,
  agree,
  type DatedVersion,
  usualFrom,
} from '../../../src/core/plan/agreement.ts';
import { versionOn } from '../../../src/core/plan/version.ts';

const version = (id: string, fromDate: string, toDate: string | null = null): DatedVersion => ({
  ...{ id, status: 'agreed' as const, fromDate, toDate },
});
const facts = (change: Partial<AgreementFacts> = {}): AgreementFacts => ({
  ...{ year: 2026, today: '2026-05-04', lockedThrough: null },
  ...change,
});
const draft = { id: 'new' };

describe('an agreement', () => {
  it('ends the version in force on the day before', () =>
    expect(agree([version('a', '2026-01-01')], draft, '2026-05-11', facts())).toEqual({
      ...{ close: { id: 'a', toDate: '2026-05-10' }, supersede: null },
    }));

  it('changes nothing else where it is the first', () =>
    expect(agree([], draft, '2026-01-01', facts())).toEqual({ close: null, supersede: null }));

  it('does not look at what was never agreed', () => {
    const old: DatedVersion = { id: 'b', status: 'withdrawn', fromDate: '2026-06-01', toDate: null };
    expect(agree([old], draft, '2026-02-01', facts())).toEqual({ close: null, supersede: null });
  });

  it('refuses a date in another year', () =>
    expect(agree([], draft, '2027-01-01', facts())).toEqual({
      problem: 'other_year',
      earliest: '2026-01-01',
    }));

  it('refuses a date that would overlap with a version or hide one', () => {
    const versions = [version('a', '2026-01-01', '2026-03-31'), version('b', '2026-04-01')];
    for (const from of ['2026-01-01', '2026-03-31', '2026-04-01'])
      expect(agree(versions, draft, from, facts())).toEqual({
        problem: 'not_before',
        earliest: '2026-04-02',
      });
  });

  it('refuses a date in a locked period', () =>
    expect(
      agree([version('a', '2026-01-01')], draft, '2026-03-31', facts({ lockedThrough: '2026-03-31' })),
    ).toEqual({
      ...{ problem: 'not_before', earliest: '2026-04-01' },
    }));

  it('replaces a version that begins today or later as a whole', () =>
    expect(agree([version('a', '2026-05-04')], draft, '2026-05-04', facts())).toEqual({
      ...{ close: null, supersede: 'a' },
    }));

  it('has no date left where the whole year is locked', () =>
    expect(agree([], draft, '2026-06-01', facts({ lockedThrough: '2026-12-31' }))).toEqual({
      ...{ problem: 'not_before', earliest: null },
    }));
});

it('begins with the year where it is the first, else today, and never in another year', () => {
  expect(usualFrom([], facts())).toBe('2026-01-01');
  expect(usualFrom([version('a', '2026-01-01')], facts())).toBe('2026-05-04');
  expect(usualFrom([version('a', '2026-07-01')], facts())).toBe('2026-07-01');
  expect(usualFrom([version('a', '2026-01-01')], facts({ today: '2027-02-01' }))).toBe('2026-12-31');
});

describe('over any sequence of agreements', () => {
  const day = fc.integer({ min: -20, max: 400 }).map((n) => addDays('2026-01-01', n));
  const steps = fc.array(
    fc.record({ from: day, ahead: fc.integer({ min: 0, max: 60 }), lock: fc.option(day) }),
    { maxLength: 12 },
  );
  const dates = datesBetween('2025-12-01', '2027-02-01');

  it('a version in force is unique for each day, and the past stays as it was', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let versions: DatedVersion[] = [];
        let today = '2026-01-01';
        let lockedThrough: string | null = null;
        sequence.forEach(({ from, ahead, lock }, index) => {
          today = addDays(today, ahead);
          if (lock !== null && lock < today && (lockedThrough === null || lock > lockedThrough))
            lockedThrough = lock;
          const outcome = agree(versions, { id: String(index) }, from, { year: 2026, today, lockedThrough });
          if ('problem' in outcome) {
            if (outcome.earliest !== null && outcome.problem === 'not_before')
              expect(from < outcome.earliest).toBe(true);
            return;
          }
          const before = versions;
          versions = before.map((one) => ({
            ...one,
            ...(one.id === outcome.close?.id && { toDate: outcome.close.toDate }),
            ...(one.id === outcome.supersede && { status: 'withdrawn' as const }),
          }));
          versions.push(version(String(index), from));
          for (const date of dates) {
            const inForce = versions.filter(
              (one) =>
                one.status === 'agreed' &&
                one.fromDate <= date &&
                (one.toDate === null || date <= one.toDate),
            );
            expect(inForce.length).toBeLessThanOrEqual(1);
            if (date < from || (lockedThrough !== null && date <= lockedThrough))
              expect(versionOn(versions, date)?.id).toBe(versionOn(before, date)?.id);
            else expect(versionOn(versions, date)?.id).toBe(String(index));
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
