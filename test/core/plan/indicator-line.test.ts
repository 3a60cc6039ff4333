import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASPECTS, type PlanIndicator } from '../../../src/core/plan/content.ts';
import { readDue } from '../../../src/core/plan/due-date.ts';
import { formatIndicator, parseIndicator } from '../../../src/core/plan/indicator-line.ts';

const read = (line: string) => parseIndicator(line, 2026);
const indicator = (change: Partial<PlanIndicator>): { indicator: PlanIndicator } => ({
  indicator: { aspect: null, title: '', target: null, unit: null, dueOn: null, ...change },
});

describe('a line that is an indicator', () => {
  it.each<[string, Partial<PlanIndicator>]>([
    [
      'kuantitas: jumlah laporan evaluasi = 12 laporan, 31 Des',
      {
        aspect: 'kuantitas',
        title: 'jumlah laporan evaluasi',
        target: '12',
        unit: 'laporan',
        dueOn: '2026-12-31',
      },
    ],
    [
      '- Kualitas : nilai SAKIP = 80–90 %',
      { aspect: 'kualitas', title: 'nilai SAKIP', target: '80–90', unit: '%' },
    ],
    ['1. jumlah rapat 4 kali', { title: 'jumlah rapat', target: '4', unit: 'kali' }],
    [
      'waktu: laporan selesai = tepat waktu; TW II',
      { aspect: 'waktu', title: 'laporan selesai', target: 'tepat waktu', dueOn: '2026-06-30' },
    ],
    [
      'waktu: laporan selesai = 31 Maret',
      { aspect: 'waktu', title: 'laporan selesai', target: '31 Maret', dueOn: '2026-03-31' },
    ],
    [
      'biaya: serapan anggaran = Rp 1.250.000',
      { aspect: 'biaya', title: 'serapan anggaran', target: 'Rp 1.250.000' },
    ],
    [
      'time: report ready = 95% by 30/11/2026',
      { aspect: 'waktu', title: 'report ready', target: '95', unit: '%', dueOn: '2026-11-30' },
    ],
    [
      'jumlah dokumen = 12 laporan dan 3 surat',
      { title: 'jumlah dokumen', target: '12 laporan dan 3 surat' },
    ],
    ['Tersusunnya laporan', { title: 'Tersusunnya laporan' }],
    ['indeks = 12,5 juta', { title: 'indeks', target: '12,5', unit: 'juta' }],
  ])('%s', (line, expected) => expect(read(line)).toEqual(indicator(expected)));

  it.each(['', '  ', '= 12 laporan', '- 1.', '12'])('is not “%s”', (line) =>
    expect(read(line)).toEqual({ problem: 'no_title' }),
  );

  it('has a date that exists', () => {
    expect(read('laporan = 12, 31 Feb')).toEqual({ problem: 'bad_date' });
    expect(read('laporan = 12, 29/2/2028')).toEqual(
      indicator({ title: 'laporan', target: '12', dueOn: '2028-02-29' }),
    );
  });

  it('is not longer than a line', () => expect(read('a'.repeat(401))).toEqual({ problem: 'too_long' }));
});

describe('dates of a plan', () => {
  it.each([
    ['31 Des', '2026-12-31'],
    ['paling lambat 5 Agustus', '2026-08-05'],
    ['akhir Februari', '2026-02-28'],
    ['Februari 2028', '2028-02-29'],
    ['triwulan iv', '2026-12-31'],
    ['Q1', '2026-03-31'],
    ['semester 1', '2026-06-30'],
    ['akhir tahun', '2026-12-31'],
    ['end of year', '2026-12-31'],
    ['1-7', '2026-07-01'],
  ])('%s', (text, date) => expect(readDue(text, 2026)).toEqual({ date }));

  it.each(['12 laporan', '2026', '5', 'segera', ''])('“%s” is none', (text) =>
    expect(readDue(text, 2026)).toBeNull(),
  );
});

describe('every indicator', () => {
  const words = fc
    .array(fc.constantFrom('jumlah', 'laporan', 'nilai', 'rapat', 'kepuasan', 'tersusunnya', 'ASN'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(' '));
  const date = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const amount = fc.record({
    target: fc.oneof(
      fc.integer({ min: 0, max: 9999 }).map(String),
      fc.constantFrom('12,5', '80–90', 'Rp 1.000'),
    ),
    unit: fc.constantFrom('laporan', '%', 'kali per bulan', null),
  });
  const any = fc.record({
    aspect: fc.constantFrom(...ASPECTS, null),
    title: words,
    amount: fc.option(amount),
    dueOn: fc.option(date),
  });

  it('is read back from its line', () => {
    fc.assert(
      fc.property(any, ({ aspect, title, amount: said, dueOn }) => {
        const given = { aspect, title, target: said?.target ?? null, unit: said?.unit ?? null, dueOn };
        expect(read(formatIndicator(given))).toEqual({ indicator: given });
      }),
    );
  });

  it('stays the same however often it is written and read, whatever was typed', () => {
    const piece = fc.constantFrom(
      ...[
        'kuantitas:',
        'waktu',
        '=',
        ',',
        ';',
        '31 Des',
        '12',
        '%',
        'laporan',
        'tepat waktu',
        '- ',
        '2.',
        ' ',
      ],
      ...['paling lambat', 'TW 1', 'jumlah', '–', 'Rp', '1.000', ':', 'by', '29/2'],
    );
    const typed = fc.oneof(
      fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(' ')),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, (line) => {
        const once = read(line);
        if ('problem' in once) return;
        expect(read(formatIndicator(once.indicator))).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});
