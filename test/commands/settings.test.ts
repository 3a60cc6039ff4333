import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allRules } from '../../db/queries/calendar.ts';
import { allUnits } from '../../db/queries/people.ts';
import { defaultRules, rulesAt } from '../../src/core/rules.ts';
import { nip } from '../core/import/builders.ts';
import { createShell } from './shell.ts';

let shell: ReturnType<typeof createShell>;
beforeEach(async () => {
  shell = createShell();
  const people = `nip,nama,unit,induk_unit\n${nip(1)},Siti,RSUD,Dinas Kesehatan\n`;
  await shell.run('import', 'people', shell.file('people.csv', people));
});
afterEach(() => shell.remove());

const apply = (yaml: string, ...options: string[]) =>
  shell.run('settings', 'apply', shell.file('agency.yaml', yaml), ...options);
const versions = () => shell.withStore((store) => store.all(allRules()));

async function rulesOn(date: string, unit: string) {
  return shell.withStore(async (store) => {
    const units = await store.all(allUnits());
    const rows = await store.all(allRules());
    const { id } = units.find(({ name }) => name === unit)!;
    return rulesAt(date, id, new Map(units.map((row) => [row.id, row])), rows);
  });
}

describe('settings apply', () => {
  it('takes the sample file as it comes', async () => {
    const { code } = await apply(readFileSync('agency.yaml', 'utf8'));
    expect(code).toBe(0);
    expect(await rulesOn('2026-11-23', 'RSUD')).toEqual(defaultRules);
  });

  it('lets the first rules take effect today and later ones tomorrow', async () => {
    await apply('agency: { prompt_at: "15:00" }');
    await apply('agency: { prompt_at: "16:00" }');
    expect((await rulesOn('2026-11-23', 'RSUD')).promptAt).toBe('15:00');
    expect((await rulesOn('2026-11-24', 'RSUD')).promptAt).toBe('16:00');
  });

  it('gives units rules and zones of their own', async () => {
    await apply('units:\n  rsud:\n    zone: WITA\n    work_days: [senin, tue, 3, Kamis, jumat, sat]\n');
    expect((await rulesOn('2026-11-23', 'RSUD')).workDays).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await rulesOn('2026-11-23', 'Dinas Kesehatan')).workDays).toEqual([1, 2, 3, 4, 5]);
    const units = await shell.withStore((store) => store.all(allUnits()));
    expect(units.find(({ name }) => name === 'RSUD')!.zone).toBe('Asia/Makassar');
  });

  it('writes nothing when nothing changes', async () => {
    const yaml = 'agency:\n  contact: Bagian Kepegawaian\n  prompt_lateness_minutes: 60\n';
    await apply(yaml);
    const again = await apply(yaml);
    expect(again.out).toBe('Tidak ada yang berubah.\n');
    expect(await versions()).toHaveLength(1);
  });

  it('keeps one version a day, with what was set before on that day', async () => {
    await apply('agency: { prompt_at: "15:00" }');
    await apply('effective_from: 2026-11-23\nagency: { prompt_lateness_minutes: 30 }');
    expect((await versions()).map(({ body }) => body)).toEqual([{ promptAt: '15:00', promptLateness: 30 }]);
  });

  it('shows the difference and stores nothing with --dry-run', async () => {
    const { out } = await apply('agency: { work_days: [sen, sel] }', '--dry-run');
    expect(out).toContain('Seluruh instansi, mulai 2026-11-23:\n  ~ hari kerja: (warisan) → Senin, Selasa');
    expect(await versions()).toEqual([]);
  });

  it('shows every value as people read it', async () => {
    const { out } = await apply(
      [
        'agency:',
        '  work_hours: { sen-kam: "7.30-16.00 istirahat 60", jum: "07:30-16:30 break 90", sab: "22:00-06:00" }',
        '  quiet_hours: off',
        '  report_closes_at: "26:00"',
        '  second_prompt_minutes_before_close: 0',
        '  accepted_late_reasons: [tanpa_sinyal]',
        '  contact: { id: Kepegawaian, en: Personnel }',
      ].join('\n'),
      '--dry-run',
    );
    expect(out.split('\n').slice(1, 7)).toEqual([
      '  ~ jam kerja: (warisan) → Senin–Kamis 07.30–16.00, istirahat 60 menit; Jumat 07.30–16.30, istirahat 90 menit; Sabtu 22.00–06.00; Minggu 07.30–16.00, istirahat 60 menit',
      '  ~ pengingat kedua sebelum batas lapor (menit): (warisan) → tidak ada',
      '  ~ jam tenang: (warisan) → tidak ada',
      '  ~ batas lapor: (warisan) → 02.00 hari berikutnya',
      '  ~ alasan terlambat yang dapat diterima: (warisan) → tanpa sinyal',
      '  ~ kontak: (warisan) → Kepegawaian / Personnel',
    ]);
    const english = createShell({ AGENCY_LOCALE: 'en' });
    const file = english.file('agency.yaml', 'agency: { quiet_hours: "22:00-05:00", prompt_at: "15:00" }');
    expect((await english.run('settings', 'apply', file)).out).toContain(
      '  ~ quiet hours: (inherited) → 22:00–05:00',
    );
    english.remove();
  });

  it('lets a unit inherit a rule again, and says so only once', async () => {
    await apply('agency: { prompt_at: "15:00" }\nunits: { RSUD: { prompt_at: "13:00", work_days: [sen] } }');
    const back = 'units: { RSUD: { prompt_at: warisi } }';
    expect((await apply(back)).out).toContain('  ~ jam pengingat: 13.00 → (warisan)');
    expect((await rulesOn('2026-11-23', 'RSUD')).promptAt).toBe('13:00');
    expect(await rulesOn('2026-11-24', 'RSUD')).toMatchObject({ promptAt: '15:00', workDays: [1] });
    expect((await apply(back)).out).toBe('Tidak ada yang berubah.\n');
    await apply('agency: { prompt_at: inherit }');
    expect((await rulesOn('2026-11-24', 'RSUD')).promptAt).toBe(defaultRules.promptAt);
  });

  it('says when rules that are stored for later will overrule the change', async () => {
    await apply('effective_from: 2026-12-01\nagency: { prompt_at: "14:00" }');
    const { out } = await apply('agency: { prompt_at: "16:00" }');
    expect(out).toContain('2026-12-01');
  });
});

describe('a wrong agency file', () => {
  it('is refused with every problem, its line and its path', async () => {
    const { code, err } = await apply(
      [
        'agency:',
        '  work_days: [sen, foo]',
        '  prompt_at: 9 pagi',
        '  prompt_late: 5',
        'units:',
        '  RSUD: { zone: GMT, prompt_lateness_minutes: -1 }',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(err).toContain('Baris 2, agency.work_days: "["sen","foo"]" bukan daftar hari.');
    expect(err).toContain('Baris 3, agency.prompt_at: "9 pagi" bukan jam.');
    expect(err).toContain('Baris 4, agency.prompt_late: kunci ini tidak dikenal.');
    expect(err).toContain('Baris 6, units.RSUD.zone: "GMT" bukan zona.');
    expect(err).toContain('Baris 6, units.RSUD.prompt_lateness_minutes: "-1" bukan menit.');
    expect(err).toContain('5 masalah');
    expect(await versions()).toEqual([]);
  });

  it('is refused for values that no rule takes', async () => {
    const { err } = await apply(
      [
        'agency:',
        '  work_hours:',
        '    sen-kam: "07:30-16:00 istirahat 600"',
        '    jumaat: "07:30-16:00"',
        '    kam: "07:30-16:00"',
        '  ramadan_hours: { jum: "08:00-15:30" }',
        '  quiet_hours: "21:00"',
        '  report_closes_at: "36:01"',
        '  report_late_days: 99',
        '  accepted_late_reasons: [lupa]',
        '  messages_per_day: 0',
      ].join('\n'),
    );
    expect(err.split('\n').map((line) => line.split(':')[0])).toEqual([
      'Baris 3, agency.work_hours.sen-kam',
      'Baris 4, agency.work_hours.jumaat',
      'Baris 6, agency.ramadan_hours',
      'Baris 7, agency.quiet_hours',
      'Baris 8, agency.report_closes_at',
      'Baris 9, agency.report_late_days',
      'Baris 10, agency.accepted_late_reasons',
      'Baris 11, agency.messages_per_day',
      '8 masalah; tidak ada yang diterapkan.',
      '',
    ]);
    expect(err).toContain('jam kerja Senin belum disebut');
  });

  it('is refused for unknown units, past dates and broken YAML', async () => {
    await apply('agency: { prompt_at: "15:00" }');
    const past = await apply('effective_from: 2026-11-01\nunits: { Dinas Kesehata: { prompt_at: "15:00" } }');
    expect(past.err).toContain('effective_from: 2026-11-01 sudah lewat');
    expect(past.err).toContain('units.Dinas Kesehata: unit "Dinas Kesehata" belum ada');
    const broken = await apply('agency:\n  prompt_at: "15:00\n');
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('YAML');
    expect((await apply('- a\n- b')).code).toBe(1);
  });
});
