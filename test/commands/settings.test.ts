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
const versions = () => shell.withStore((store) => store.all(allRules({})));

async function rulesOn(date: string, unit: string) {
  return shell.withStore(async (store) => {
    const units = await store.all(allUnits());
    const rows = await store.all(allRules({}));
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
    expect(out).toContain('Seluruh instansi, mulai 2026-11-23:\n  ~ hari kerja: – → Senin, Selasa');
    expect(await versions()).toEqual([]);
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
