import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, datesBetween } from '../../../src/core/local-time.ts';
import { assessorsIn } from '../../../src/core/staffing/assessors.ts';
import {
  isActing,
  nextChange,
  placeSpan,
  type SupervisionSpan,
  stateOn,
  supervisorOn,
  takeOut,
} from '../../../src/core/staffing/supervision.ts';

const START = '2026-01-01';
const YEAR = datesBetween(START, '2026-12-31');

function span(
  supervisorId: string | null,
  fromDate: string,
  toDate: string | null = null,
  kind: SupervisionSpan['kind'] = 'definitive',
): SupervisionSpan {
  return { id: `${supervisorId}-${fromDate}`, supervisorId, kind, fromDate, toDate };
}

const budi = span('budi', START);
const who = (spans: SupervisionSpan[], date: string) => supervisorOn(spans, date)?.supervisorId ?? null;

describe('a supervisor who changes on a date', () => {
  const spans = placeSpan([budi], span('dewi', '2026-05-01'));

  it('serves from that date on, and the one before until the day before', () => {
    expect(spans.map(({ supervisorId, fromDate, toDate }) => [supervisorId, fromDate, toDate])).toEqual([
      ['budi', START, '2026-04-30'],
      ['dewi', '2026-05-01', null],
    ]);
    expect([who(spans, '2026-04-30'), who(spans, '2026-05-01')]).toEqual(['budi', 'dewi']);
  });

  it('is followed by a change that was planned for later', () => {
    const planned = placeSpan(spans, span('citra', '2026-09-01'));
    const earlier = placeSpan(planned, span('eka', '2026-07-01'));
    expect(YEAR.map((date) => who(earlier, date)).filter((id, i, all) => id !== all[i - 1])).toEqual([
      'budi',
      'dewi',
      'eka',
      'citra',
    ]);
  });

  it('replaces what was planned for the same date', () => {
    const again = placeSpan(spans, span('citra', '2026-05-01'));
    expect(again).toHaveLength(2);
    expect(who(again, '2026-05-01')).toBe('citra');
  });

  it('is taken out so that the one before goes on', () => {
    expect(takeOut(spans, 'dewi-2026-05-01')).toEqual([budi]);
  });
});

describe('an acting supervisor', () => {
  const spans = placeSpan([budi], span('dewi', '2026-05-01', '2026-05-31', 'plt'));

  it('wins over the definitive one in their span, and goes by themselves', () => {
    expect(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((d) => who(spans, d))).toEqual([
      'budi',
      'dewi',
      'dewi',
      'budi',
    ]);
  });

  it('gives way to a newer one, before and behind whom they go on', () => {
    const parted = placeSpan(spans, span('citra', '2026-05-10', '2026-05-12', 'plh'));
    expect(
      ['2026-05-09', '2026-05-10', '2026-05-12', '2026-05-13', '2026-06-01'].map((d) => who(parted, d)),
    ).toEqual(['dewi', 'citra', 'citra', 'dewi', 'budi']);
    expect(parted.filter(({ id }) => id === null)).toHaveLength(1);
  });

  it('changes nothing about a definitive change meanwhile', () => {
    const changed = placeSpan(spans, span('eka', '2026-05-15'));
    expect(['2026-05-14', '2026-05-20', '2026-06-01'].map((d) => who(changed, d))).toEqual([
      'dewi',
      'dewi',
      'eka',
    ]);
  });
});

describe('what comes next', () => {
  it('is the first beginning or the day behind the first end', () => {
    const spans = placeSpan([budi], span('dewi', '2026-05-01', '2026-05-31', 'plh'));
    expect(nextChange(spans, '2026-04-01')).toBe('2026-05-01');
    expect(nextChange(spans, '2026-05-01')).toBe('2026-06-01');
    expect(nextChange(spans, '2026-06-01')).toBeNull();
  });

  it('depends on the date alone', () => {
    const acting = span('dewi', '2026-05-01', '2026-05-31', 'plt');
    expect(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((d) => stateOn(acting, d))).toEqual([
      'scheduled',
      'active',
      'active',
      'ended',
    ]);
  });
});

describe('who assesses which part of a year', () => {
  it('is told without gaps and without a change that changes nothing (D12)', () => {
    const spans = placeSpan([budi], span('dewi', '2026-05-01'));
    const same = placeSpan(spans, span('dewi', '2026-08-01'));
    expect(assessorsIn(same, { from: START, to: '2026-12-31' })).toEqual([
      { supervisorId: 'budi', kind: 'definitive', from: START, to: '2026-04-30' },
      { supervisorId: 'dewi', kind: 'definitive', from: '2026-05-01', to: '2026-12-31' },
    ]);
  });

  it('leaves out days without a supervisor', () => {
    const spans = placeSpan([budi], span(null, '2026-03-01'));
    expect(assessorsIn(spans, { from: START, to: '2026-12-31' })).toEqual([
      { supervisorId: 'budi', kind: 'definitive', from: START, to: '2026-02-28' },
    ]);
  });
});

describe('spans of supervisors, whatever is changed in whatever order', () => {
  const change = fc.record({
    supervisorId: fc.constantFrom('budi', 'dewi', 'citra', null),
    kind: fc.constantFrom<SupervisionSpan['kind']>('definitive', 'plt', 'plh'),
    from: fc.integer({ min: 0, max: 300 }),
    days: fc.integer({ min: 0, max: 60 }),
  });

  it('have at most one of each sort on a day, and the newest that covers it is in force', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let spans: SupervisionSpan[] = [];
        const starts = new Map<string, string | null>();
        const acting = new Map<string, string | null>();
        changes.forEach(({ supervisorId, kind, from, days }, index) => {
          const fromDate = YEAR[from]!;
          const toDate = kind === 'definitive' ? null : addDays(fromDate, days);
          spans = placeSpan(spans, { id: `${index}`, supervisorId, kind, fromDate, toDate });
          if (toDate === null) starts.set(fromDate, supervisorId);
          else for (const date of datesBetween(fromDate, toDate)) acting.set(date, supervisorId);
        });
        let definitive: string | null = null;
        for (const date of YEAR) {
          if (starts.has(date)) definitive = starts.get(date)!;
          const covering = spans.filter((s) => s.fromDate <= date && (s.toDate === null || date <= s.toDate));
          expect(covering.filter(isActing).length).toBeLessThanOrEqual(1);
          expect(covering.filter((s) => !isActing(s)).length).toBeLessThanOrEqual(1);
          expect(who(spans, date)).toBe(acting.has(date) ? acting.get(date) : definitive);
        }
        const parts = assessorsIn(spans, { from: START, to: '2026-12-31' });
        for (const part of parts)
          for (const date of datesBetween(part.from, part.to))
            expect(who(spans, date)).toBe(part.supervisorId);
      }),
      { numRuns: 150 },
    );
  });
});
