import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AbsenceChange,
  type AbsenceSpan,
  mergeAbsences,
  removeAbsence,
} from '../../src/core/absence-merge.ts';
import { addDays, datesBetween } from '../../src/core/local-time.ts';
import { ABSENCE_KINDS } from '../../src/core/model.ts';

type Row = AbsenceSpan & { id: string };
const span = (kind: AbsenceSpan['kind'], from: number, to: number, createdBy = 'siti'): AbsenceSpan => ({
  kind,
  fromDate: addDays('2026-11-01', from - 1),
  toDate: addDays('2026-11-01', to - 1),
  createdBy,
});

let ids = 0;
/** The rows after a change. */
function apply(rows: readonly Row[], { cancel, insert }: AbsenceChange): Row[] {
  const kept = rows.filter((row) => !cancel.includes(row.id));
  return [...kept, ...insert.map((row) => ({ ...row, id: `r${++ids}` }))];
}
const add = (rows: readonly Row[], added: AbsenceSpan) => apply(rows, mergeAbsences(rows, added, 'siti'));
const all = (...added: AbsenceSpan[]) => added.reduce<Row[]>(add, []);
/** What is known of each day. */
const days = (rows: readonly AbsenceSpan[]) =>
  Object.fromEntries(
    rows.flatMap((row) => datesBetween(row.fromDate, row.toDate).map((date) => [date, row.kind])),
  );
const shown = (rows: readonly AbsenceSpan[]) =>
  rows.map((a) => `${a.kind} ${Number(a.fromDate.slice(8))}-${Number(a.toDate.slice(8))}`).sort();

const spans = fc.array(
  fc
    .tuple(fc.constantFrom(...ABSENCE_KINDS.slice(0, 3)), fc.integer({ min: 1, max: 25 }), fc.nat(6))
    .map(([kind, from, length]) => span(kind, from, from + length)),
  { maxLength: 8 },
);

describe('merging absences', () => {
  it('makes one of the same kind that overlap or adjoin', () => {
    expect(shown(all(span('cuti', 3, 5), span('cuti', 5, 8)))).toEqual(['cuti 3-8']);
    expect(shown(all(span('cuti', 3, 5), span('cuti', 6, 8)))).toEqual(['cuti 3-8']);
    expect(shown(all(span('cuti', 3, 5), span('cuti', 9, 9), span('cuti', 6, 8)))).toEqual(['cuti 3-9']);
    expect(shown(all(span('cuti', 3, 5), span('cuti', 7, 8)))).toEqual(['cuti 3-5', 'cuti 7-8']);
  });

  it('trims or splits the older one of another kind', () => {
    expect(shown(all(span('cuti', 3, 8), span('sakit', 7, 9)))).toEqual(['cuti 3-6', 'sakit 7-9']);
    expect(shown(all(span('cuti', 3, 8), span('sakit', 5, 5)))).toEqual([
      'cuti 3-4',
      'cuti 6-8',
      'sakit 5-5',
    ]);
    expect(shown(all(span('cuti', 3, 4), span('sakit', 2, 5)))).toEqual(['sakit 2-5']);
  });

  it('changes nothing where everything is known', () => {
    const rows = all(span('cuti', 3, 8), span('sakit', 10, 12));
    for (const known of [span('cuti', 3, 8), span('cuti', 4, 5), span('sakit', 12, 12)])
      expect(mergeAbsences(rows, known, 'siti')).toEqual({ cancel: [], insert: [] });
  });

  it('leaves what a supervisor recorded theirs, though the employee adds to it', () => {
    const [row] = all(span('cuti', 3, 5, 'budi'), span('cuti', 6, 8));
    expect(row).toMatchObject({ createdBy: 'budi' });
    expect(
      all(span('cuti', 3, 8, 'budi'), span('sakit', 5, 5))
        .map((a) => a.createdBy)
        .sort(),
    ).toEqual([...['budi', 'budi', 'siti']]);
  });

  it('keeps every day, the later kind winning, and never lets two overlap', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const rows = all(...added);
        expect(days(rows)).toEqual(days(added));
        const dates = rows.flatMap((row) => datesBetween(row.fromDate, row.toDate));
        expect(new Set(dates).size).toBe(dates.length);
      }),
    );
  });

  it('never leaves two of the same kind that adjoin', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const rows = all(...added);
        const starts = new Set(rows.map((row) => `${row.kind}${row.fromDate}`));
        for (const row of rows) expect(starts).not.toContain(`${row.kind}${addDays(row.toDate, 1)}`);
      }),
    );
  });

  it('does not depend on the order where the kind is the same', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const same = added.map((a) => ({ ...a, kind: 'cuti' as const }));
        expect(shown(all(...same))).toEqual(shown(all(...same.toReversed())));
      }),
    );
  });

  it('is done after the first time', () => {
    fc.assert(
      fc.property(spans, (added) => {
        const rows = all(...added);
        const last = added.at(-1);
        if (last) expect(mergeAbsences(rows, last, 'siti')).toEqual({ cancel: [], insert: [] });
      }),
    );
  });
});

describe('taking days of absence away', () => {
  it('takes exactly those days, of that kind or of all', () => {
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 1, max: 25 }),
        fc.nat(6),
        fc.boolean(),
        (added, from, length, any) => {
          const rows = all(...added);
          const gone = span('cuti', from, from + length);
          const left = apply(rows, removeAbsence(rows, gone, any ? null : 'cuti'));
          const expected = Object.entries(days(rows)).filter(
            ([date, kind]) => date < gone.fromDate || date > gone.toDate || !(any || kind === 'cuti'),
          );
          expect(days(left)).toEqual(Object.fromEntries(expected));
        },
      ),
    );
  });
});
