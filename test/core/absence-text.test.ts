import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAbsence } from '../../src/core/absence-text.ts';
import { addDays, longDate } from '../../src/core/local-time.ts';
import { ABSENCE_KINDS } from '../../src/core/model.ts';

/** A Tuesday. */
const TODAY = '2026-11-24';

/** What is read, in one line: `kind from..to`, `kind from +days`, or the problem. */
function read(text: string, assumed: 'cuti' | null = null, today = TODAY): string | null {
  const got = readAbsence(text, today, assumed);
  if (!got) return null;
  if ('problem' in got) return got.problem;
  return `${got.kind} ${got.from}${'to' in got ? `..${got.to}` : ` +${got.workingDays}`}`;
}

describe('an absence in plain words', () => {
  it.each([
    ['cuti 3 hari', 'cuti 2026-11-24 +3'],
    ['Cuti besok', 'cuti 2026-11-25..2026-11-25'],
    ['sakit', 'sakit 2026-11-24..2026-11-24'],
    ['Sakit.', 'sakit 2026-11-24..2026-11-24'],
    ['sakit hari ini', 'sakit 2026-11-24..2026-11-24'],
    ['hari ini sakit', 'sakit 2026-11-24..2026-11-24'],
    ['Saya sakit hari ini ya Pak', 'sakit 2026-11-24..2026-11-24'],
    ['sakit 2 hari', 'sakit 2026-11-24 +2'],
    ['sakit dua hari', 'sakit 2026-11-24 +2'],
    ['sakit kemarin', 'sakit 2026-11-23..2026-11-23'],
    ['izin besok', 'izin 2026-11-25..2026-11-25'],
    ['ijin lusa', 'izin 2026-11-26..2026-11-26'],
    ['izin sakit', 'sakit 2026-11-24..2026-11-24'],
    ['tidak masuk karena sakit', 'sakit 2026-11-24..2026-11-24'],
    ['mohon izin tidak masuk kantor besok', 'izin 2026-11-25..2026-11-25'],
    ['dinas luar', 'dinas_luar 2026-11-24..2026-11-24'],
    ['dinas luar 24-26 Nov', 'dinas_luar 2026-11-24..2026-11-26'],
    ['DL 24-26/11', 'dinas_luar 2026-11-24..2026-11-26'],
    ['DL 24 s/d 26 November 2026', 'dinas_luar 2026-11-24..2026-11-26'],
    ['24-26 nov dinas luar', 'dinas_luar 2026-11-24..2026-11-26'],
    ['perjalanan dinas tgl 24 sampai dengan 26', 'dinas_luar 2026-11-24..2026-11-26'],
    ['perjadin besok dan lusa', 'dinas_luar 2026-11-25..2026-11-26'],
    ['dinas luar 30 - 2 Des', 'end_before_start'],
    ['dinas luar kota 30/11 - 2/12', 'dinas_luar 2026-11-30..2026-12-02'],
    ['diklat 1-12 Desember', 'diklat 2026-12-01..2026-12-12'],
    ['diklat mulai Senin sampai Rabu', 'diklat 2026-11-30..2026-12-02'],
    ['pelatihan 30 Nov 2026 – 4 Des 2026', 'diklat 2026-11-30..2026-12-04'],
    ['cuti 24 Nov - 2 Des', 'cuti 2026-11-24..2026-12-02'],
    ['cuti 24/11 sampai 2/12', 'cuti 2026-11-24..2026-12-02'],
    ['cuti 24.11 s.d. 2.12', 'cuti 2026-11-24..2026-12-02'],
    ['cuti 2026-11-24 - 2026-12-02', 'cuti 2026-11-24..2026-12-02'],
    ['cuti 2026-11-24..2026-12-02', 'cuti 2026-11-24..2026-12-02'],
    ['cuti 24-11-2026 hingga 02-12-2026', 'cuti 2026-11-24..2026-12-02'],
    ['cuti mulai besok 3 hari', 'cuti 2026-11-25 +3'],
    ['cuti 3 hari mulai besok', 'cuti 2026-11-25 +3'],
    ['besok saya cuti 3 hari', 'cuti 2026-11-25 +3'],
    ['cuti tahunan selama 5 hari kerja', 'cuti 2026-11-24 +5'],
    ['cuti 5 hari kalender', 'cuti 2026-11-24..2026-11-28'],
    ['cuti sehari', 'cuti 2026-11-24 +1'],
    ['cuti seminggu', 'cuti 2026-11-24..2026-11-30'],
    ['cuti 2 minggu mulai 1 Desember', 'cuti 2026-12-01..2026-12-14'],
    ['cuti minggu depan', 'cuti 2026-11-30..2026-12-06'],
    ['cuti sampai Jumat', 'cuti 2026-11-24..2026-11-27'],
    ['cuti Jumat', 'cuti 2026-11-27..2026-11-27'],
    ['cuti Jumat depan', 'cuti 2026-12-04..2026-12-04'],
    ['cuti Senin depan sampai Jumat depan', 'cuti 2026-11-30..2026-12-04'],
    ['cuti besok sampai Selasa', 'cuti 2026-11-25..2026-12-01'],
    ['cuti sampai 26', 'cuti 2026-11-24..2026-11-26'],
    ['cuti melahirkan 3 bulan', 'cuti 2026-11-24..2027-02-23'],
    ['cuti melahirkan mulai 1 Desember selama 3 bulan', 'cuti 2026-12-01..2027-02-28'],
    ['cuti besar 1 Des - 28 Feb', 'cuti 2026-12-01..2027-02-28'],
    ['cuti alasan penting lusa', 'cuti 2026-11-26..2026-11-26'],
    ['cuti karena alasan penting, 26 November', 'cuti 2026-11-26..2026-11-26'],
    ['cuti sakit 2 hari', 'sakit 2026-11-24 +2'],
    ['cuti 28 Des - 3 Jan', 'cuti 2026-12-28..2027-01-03'],
    ['cuti 5 Januari', 'cuti 2027-01-05..2027-01-05'],
    ['cuti Rabu, 25 November 2026', 'cuti 2026-11-25..2026-11-25'],
    ['tugas belajar sampai 31 Agustus 2027', 'tugas_belajar 2026-11-24..2027-08-31'],
    ['tubel 1 Sep - 31 Agustus 2027', 'tugas_belajar 2026-09-01..2027-08-31'],
    ['tugas belajar 1 Sep 2026 - 31 Agustus 2028', 'tugas_belajar 2026-09-01..2028-08-31'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['sick', 'sakit 2026-11-24..2026-11-24'],
    ['Sick today', 'sakit 2026-11-24..2026-11-24'],
    ["I'm sick today", 'sakit 2026-11-24..2026-11-24'],
    ['I am on leave tomorrow', 'cuti 2026-11-25..2026-11-25'],
    ['sick leave for 2 days', 'sakit 2026-11-24 +2'],
    ['leave 24-26 Nov', 'cuti 2026-11-24..2026-11-26'],
    ['leave Nov 24-26', 'cuti 2026-11-24..2026-11-26'],
    ['annual leave 24th to 26th November', 'cuti 2026-11-24..2026-11-26'],
    ['maternity leave for 3 months from December 1', 'cuti 2026-12-01..2027-02-28'],
    ['leave from tomorrow for three days', 'cuti 2026-11-25 +3'],
    ['leave until Friday', 'cuti 2026-11-24..2026-11-27'],
    ['leave next week', 'cuti 2026-11-30..2026-12-06'],
    ['leave next Monday', 'cuti 2026-11-30..2026-11-30'],
    ['day off tomorrow', 'cuti 2026-11-25..2026-11-25'],
    ['training 1-12 December', 'diklat 2026-12-01..2026-12-12'],
    ['business trip 24-26 Nov', 'dinas_luar 2026-11-24..2026-11-26'],
    ['duty travel Monday to Wednesday', 'dinas_luar 2026-11-30..2026-12-02'],
    ['excused tomorrow', 'izin 2026-11-25..2026-11-25'],
    ['study assignment until 31 August 2027', 'tugas_belajar 2026-11-24..2027-08-31'],
    ['study leave until August 31, 2027', 'tugas_belajar 2026-11-24..2027-08-31'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    'Rapat persiapan cuti bersama',
    'cuti bersama',
    'Menyusun SK cuti 3 pegawai',
    'Rekap cuti November',
    'Sakit kepala',
    'Menjenguk rekan sakit 2 orang',
    'Dinas luar ke Surabaya mengikuti rapat koordinasi',
    'Diklat PIM IV hari pertama',
    'pelatihan',
    'training',
    'Training of trainers',
    'Izin mendirikan bangunan 3 berkas',
    'Verifikasi izin usaha 12 berkas',
    '08.00-10.00 Rapat koordinasi 1 notulen',
    'besok',
    '',
    'cuti '.repeat(40),
  ])('stays an activity: %s', (text) => expect(read(text) ?? 'no_kind').toBe('no_kind'));

  it.each([
    ['cuti 26-24 Nov', 'end_before_start'],
    ['cuti 26 Nov - 24 Nov 2026', 'end_before_start'],
    ['cuti sampai 20 Nov', 'end_before_start'],
    ['cuti 0 hari', 'end_before_start'],
    ['cuti 31 November', 'no_such_date'],
    ['cuti 30-31 Nov', 'no_such_date'],
    ['cuti mulai besok', 'no_end'],
    ['cuti mulai 1 Desember', 'no_end'],
    ['24-26 Nov', 'no_kind'],
  ])('says what is wrong: %s', (text, expected) => expect(read(text)).toBe(expected));

  it('takes the kind of the command where none is named', () => {
    expect(read('3 hari', 'cuti')).toBe('cuti 2026-11-24 +3');
    expect(read('24-26 Nov', 'cuti')).toBe('cuti 2026-11-24..2026-11-26');
    expect(read('dinas luar 24-26 Nov', 'cuti')).toBe('dinas_luar 2026-11-24..2026-11-26');
    expect(read('entah kapan', 'cuti')).toBeNull();
  });

  it('means the range that runs now, or the nearest one', () => {
    expect(read('cuti 28 Des - 8 Jan', null, '2027-01-05')).toBe('cuti 2026-12-28..2027-01-08');
    expect(read('sakit 28 Des', null, '2027-01-05')).toBe('sakit 2026-12-28..2026-12-28');
    expect(read('diklat 1 Sep - 30 Nov')).toBe('diklat 2026-09-01..2026-11-30');
    expect(read('cuti 1-3 Maret')).toBe('cuti 2027-03-01..2027-03-03');
    expect(read('cuti 1-3 Maret', null, '2027-03-02')).toBe('cuti 2027-03-01..2027-03-03');
    expect(read('cuti tgl 2', null, '2026-12-31')).toBe('cuti 2027-01-02..2027-01-02');
    expect(read('cuti 29 Februari', null, '2028-01-10')).toBe('cuti 2028-02-29..2028-02-29');
    expect(read('cuti 29 Februari')).toBe('no_such_date');
  });

  it('reads back every date and range as it is written out, in both languages', () => {
    const date = fc.integer({ min: 0, max: 300 }).map((days) => addDays(TODAY, days));
    fc.assert(
      fc.property(
        date,
        fc.nat(60),
        fc.constantFrom('id', 'en'),
        fc.constantFrom('-', ' – ', ' s/d '),
        (from, days, locale, join) => {
          const to = addDays(from, days);
          expect(read(`cuti ${longDate(from, locale)}`)).toBe(`cuti ${from}..${from}`);
          expect(read(`cuti ${longDate(from, locale)}${join}${longDate(to, locale)}`)).toBe(
            `cuti ${from}..${to}`,
          );
          const [short, end] = [from, to].map((d) => `${Number(d.slice(8))}/${Number(d.slice(5, 7))}`);
          if (to <= addDays(TODAY, 300))
            expect(read(`cuti ${short}${join}${end}`)).toBe(`cuti ${from}..${to}`);
        },
      ),
    );
  });

  it('never gives an end before its start, whatever is typed, and never fails', () => {
    const word = fc.constantFrom(
      ...[
        'cuti',
        'sakit',
        'dl',
        'besok',
        'sampai',
        '-',
        '3',
        'hari',
        '24',
        '26',
        'nov',
        '/',
        '11',
        '2026',
        'jumat',
      ],
      ...[
        'mulai',
        'selama',
        'minggu',
        'depan',
        'dan',
        'next',
        'until',
        '31',
        '2',
        'sebulan',
        'izin',
        'tgl',
        '.',
      ],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(null, ...ABSENCE_KINDS), (said, assumed) => {
        const got = readAbsence(said, TODAY, assumed);
        if (!got || 'problem' in got) return;
        if ('to' in got) expect(got.to >= got.from).toBe(true);
        else expect(got.workingDays).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
