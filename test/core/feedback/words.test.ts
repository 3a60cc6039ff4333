import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarFacts } from '../../../src/core/calendar.ts';
import { behavioursIn, readBehaviours, withBehaviours } from '../../../src/core/feedback/behaviours.ts';
import { type HighlightFacts, highlightsOf } from '../../../src/core/feedback/highlights.ts';
import { reminderDate } from '../../../src/core/feedback/reminder-date.ts';
import { bareFeedback, readFeedbackWish } from '../../../src/core/feedback/words.ts';
import { BEHAVIOURS } from '../../../src/core/plan/content.ts';

describe('the seven BerAKHLAK values (UU 20/2023 art. 3–4)', () => {
  it('are read from tags in a text, in their official order', () => {
    expect(behavioursIn('Notulen rapi #kolaboratif #Akuntabel, lanjutkan')).toEqual([
      ...['akuntabel', 'kolaboratif'],
    ]);
    expect(behavioursIn('#berorientasi_pelayanan #BerorientasiPelayanan #pelayanan')).toEqual([
      'berorientasi_pelayanan',
    ]);
    expect(behavioursIn('akuntabel tanpa tanda, #lain')).toEqual([]);
  });

  it('are read from a list, which has to be understood as a whole', () => {
    expect(readBehaviours('akuntabel, Adaptif')).toEqual(['akuntabel', 'adaptif']);
    expect(readBehaviours('#loyal dan #harmonis')).toEqual(['harmonis', 'loyal']);
    expect(readBehaviours('Berorientasi Pelayanan')).toEqual(['berorientasi_pelayanan']);
    expect(readBehaviours('akuntabel, rajin')).toBe(null);
    expect(readBehaviours('')).toBe(null);
  });

  it('come back from their own names, each once', () => {
    fc.assert(
      fc.property(fc.subarray([...BEHAVIOURS], { minLength: 1 }), (names) => {
        expect(readBehaviours(names.join(', '))).toEqual(names);
        expect(behavioursIn(names.map((name) => `#${name}`).join(' '))).toEqual(names);
        expect(withBehaviours(names, names)).toEqual(names);
      }),
    );
  });
});

describe('what is typed behind umpanbalik', () => {
  it.each([
    ['', { kind: 'overview' }],
    ['draf', { kind: 'drafts' }],
    ['Drafts', { kind: 'drafts' }],
    ['catatan', { kind: 'notes' }],
    ['minta', { kind: 'request', name: '' }],
    ['minta Budi', { kind: 'request', name: 'Budi' }],
    ['ask from Budi Santoso', { kind: 'request', name: 'Budi Santoso' }],
    ['Siti', { kind: 'give', name: 'Siti' }],
    ['untuk  Siti Aminah', { kind: 'give', name: 'Siti Aminah' }],
    ['Draft Nur', { kind: 'give', name: 'Draft Nur' }],
    ['Mintarsih', { kind: 'give', name: 'Mintarsih' }],
  ])('%s', (args, wish) => expect(readFeedbackWish(args)).toEqual(wish));

  it.each([
    ['Umpan balik', ''],
    ['umpan balik draf', 'draf'],
    ['minta umpan balik', 'minta'],
    ['Umpan balik hasil survei 2 dokumen', null],
    ['feedback tim desain', null],
  ])('without a slash: %s', (text, args) => expect(bareFeedback(text)).toBe(args));
});

describe('activities that stand out', () => {
  const entry = (id: string, change: Partial<HighlightFacts> = {}): HighlightFacts => ({
    ...{ id, personId: 'siti', localDate: '2026-11-20', status: 'submitted' },
    ...{ quantityMilli: null, unit: null, evidence: 0, hindered: false, remarked: false },
    ...change,
  });

  it('are hindered, returned, unusually large, or well evidenced', () => {
    const usual = ['a', 'b', 'c'].map((id) => entry(id, { quantityMilli: 2_000, unit: 'dokumen' }));
    expect(highlightsOf([...usual, entry('d', { quantityMilli: 6_000, unit: 'dokumen' })])).toEqual([
      { id: 'd', reason: 'quantity' },
    ]);
    expect(highlightsOf([...usual, entry('d', { quantityMilli: 5_999, unit: 'dokumen' })])).toEqual([]);
    expect(highlightsOf([entry('a', { evidence: 3 }), entry('b', { evidence: 2 })])).toEqual([
      { id: 'a', reason: 'evidence' },
    ]);
    expect(highlightsOf([entry('a', { status: 'returned' })])).toEqual([{ id: 'a', reason: 'returned' }]);
  });

  it('are one for each reason first, the newest, and never what was talked about', () => {
    const list = [
      entry('old', { hindered: true, localDate: '2026-11-18' }),
      entry('new', { hindered: true, personId: 'rudi', localDate: '2026-11-19' }),
      entry('said', { hindered: true, remarked: true }),
      entry('gone', { hindered: true, status: 'withdrawn' }),
      entry('back', { status: 'returned', personId: 'ani' }),
    ];
    expect(highlightsOf(list)).toEqual([
      { id: 'new', reason: 'obstacle' },
      { id: 'back', reason: 'returned' },
      { id: 'old', reason: 'obstacle' },
    ]);
  });

  it('are three at most, each once', () => {
    const any = fc.record({
      personId: fc.constantFrom('a', 'b', 'c'),
      localDate: fc.constantFrom('2026-11-18', '2026-11-19'),
      status: fc.constantFrom('submitted', 'returned', 'withdrawn', 'approved'),
      quantityMilli: fc.option(fc.integer({ min: 0, max: 9_000 })),
      unit: fc.constant('dokumen'),
      evidence: fc.integer({ min: 0, max: 5 }),
      hindered: fc.boolean(),
      remarked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (rows) => {
        const list = rows.map((row, index) => ({ ...row, id: String(index) }) as HighlightFacts);
        const found = highlightsOf(list);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { id } of found) expect(list[Number(id)]).toMatchObject({ remarked: false });
      }),
    );
  });
});

describe('the reminder of a request', () => {
  const facts = (change: Partial<CalendarFacts> = {}): CalendarFacts => ({
    ...{ workDays: () => [1, 2, 3, 4, 5], holidays: new Map(), absences: [] },
    ...{ shifts: new Map(), ramadan: [] },
    ...change,
  });

  it('comes after three working days of whoever is asked', () => {
    expect(reminderDate('2026-11-23', 3, facts())).toBe('2026-11-26');
    expect(reminderDate('2026-11-20', 3, facts())).toBe('2026-11-25');
    const holidays = new Map([['2026-11-25', 'Libur']]);
    expect(reminderDate('2026-11-23', 3, facts({ holidays }))).toBe('2026-11-27');
    const away = { fromDate: '2026-11-24', toDate: '2026-11-30', kind: 'cuti' as const };
    expect(reminderDate('2026-11-23', 3, facts({ absences: [away] }))).toBe('2026-12-03');
  });

  it('does not come for whoever is never at work', () => {
    expect(reminderDate('2026-11-23', 3, facts({ workDays: () => [] }))).toBe(null);
  });
});
