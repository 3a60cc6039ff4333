import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allPeople, type PersonRow } from '../../db/queries/people.ts';
import { createShell } from './shell.ts';

let shell: ReturnType<typeof createShell>;
let people: PersonRow[];
let employee: PersonRow;
let supervisor: PersonRow;
let other: PersonRow;
beforeEach(async () => {
  shell = createShell();
  await shell.run('demo');
  people = await stored();
  employee = people.find(({ supervisorId }) => supervisorId !== null)!;
  supervisor = people.find(({ id }) => id === employee.supervisorId)!;
  other = people.find(
    ({ id, supervisorId }) => id !== supervisor.id && id !== employee.id && supervisorId !== employee.id,
  )!;
});
afterEach(() => shell.remove());

const stored = () => shell.withStore((store) => store.all(allPeople()));
const now = async (person: PersonRow) => (await stored()).find(({ id }) => id === person.id)!;

describe('supervisor', () => {
  it('set changes a supervisor at once, and only with --dry-run nothing', async () => {
    const args = ['supervisor', 'set', '--nip', employee.nip, '--to', other.nip];
    const preview = await shell.run(...args, '--dry-run');
    expect(preview).toMatchObject({ code: 0, err: '' });
    expect(preview.out).toContain(`${supervisor.name} → ${other.name}`);
    expect((await now(employee)).supervisorId).toBe(supervisor.id);
    const ran = await shell.run(...args, '--reason', 'SK 12', '--json');
    expect(ran.json()).toMatchObject({
      ok: true,
      kind: 'definitive',
      moved: 1,
      changes: [{ to: other.name }],
    });
    expect((await now(employee)).supervisorId).toBe(other.id);
    const history = await shell.run('supervisor', 'list', '--nip', employee.nip, '--json');
    expect(history.json()).toMatchObject([
      { supervisor: supervisor.name, status: 'ended' },
      { supervisor: other.name, status: 'active', reason: 'SK 12' },
    ]);
    expect(ran.out + history.out).not.toMatch(/\d{18}/);
  });

  it('set plans an acting one for a time, which list shows', async () => {
    const ran = await shell.run(
      ...['supervisor', 'set', '--nip', employee.nip, '--to', other.nip, '--acting', 'plt'],
      ...['--from', '2026-12-01', '--until', '2026-12-31'],
    );
    expect(ran.out).toContain('Dijadwalkan untuk 1 pegawai, mulai 2026-12-01.');
    expect((await now(employee)).supervisorId).toBe(supervisor.id);
    expect((await shell.run('supervisor', 'list')).out).toContain(
      `${employee.name}: ${other.name}, Plt., 2026-12-01..2026-12-31 (akan datang)`,
    );
  });

  it('set says in one sentence what is wrong, and changes nothing', async () => {
    const to = ['--to', other.nip];
    for (const [args, part] of [
      [['--nip', employee.nip], '--to perlu diisi'],
      [[...to], '--nip atau --unit'],
      [[...to, '--nip', '199901012020011001'], 'tidak ada pegawai dengan NIP ini'],
      [[...to, '--unit', 'Dinas Angkasa'], 'Dinas Angkasa'],
      [[...to, '--nip', employee.nip, '--acting', 'pjs'], 'plt atau plh'],
      [[...to, '--nip', employee.nip, '--acting', 'plt'], 'perlu tanggal akhir'],
      [[...to, '--nip', employee.nip, '--from', 'entah'], 'bukan tanggal'],
      [['--nip', employee.nip, '--to', employee.nip], 'atasannya sendiri'],
      [['--nip', supervisor.nip, '--to', employee.nip], 'langsung atau berjenjang'],
    ] as const) {
      const ran = await shell.run('supervisor', 'set', ...args);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain(part);
      expect(ran.err).not.toMatch(/\d{18}/);
    }
    expect(await stored()).toEqual(people);
  });
});

describe('people', () => {
  it('leave and return', async () => {
    const leave = ['people', 'leave', '--nip', supervisor.nip, '--reason', 'pensiun'];
    const preview = await shell.run(...leave, '--on', '2026-11-20', '--dry-run');
    expect(preview.out).toContain('perlu atasan baru');
    expect(await now(supervisor)).toMatchObject({ active: true, activeUntil: null });
    expect((await shell.run(...leave, '--on', '2026-12-31')).out).toContain('hari terakhir');
    expect(await now(supervisor)).toMatchObject({ active: true, activeUntil: '2026-12-31' });
    expect((await shell.run(...leave, '--on', '2026-11-20', '--json')).json()).toMatchObject({
      ...{ ok: true, active: false, lastDay: '2026-11-20', reason: 'pensiun' },
    });
    expect(await now(supervisor)).toMatchObject({ active: false, activeUntil: '2026-11-20' });
    expect((await shell.run(...leave, '--on', '2026-11-20')).err).toContain('sudah tidak aktif');
    expect(await shell.run('people', 'return', '--nip', supervisor.nip)).toMatchObject({ code: 0 });
    expect(await now(supervisor)).toMatchObject({ active: true, activeUntil: null });
    expect((await shell.run('people', 'return', '--nip', supervisor.nip)).code).toBe(1);
  });

  it('leave needs a known reason and a date', async () => {
    const leave = ['people', 'leave', '--nip', employee.nip];
    expect((await shell.run(...leave)).err).toContain('--on perlu diisi');
    expect((await shell.run(...leave, '--on', '2026-11-20', '--reason', 'bosan')).err).toContain(
      'pensiun, pindah, atau berhenti',
    );
    expect((await shell.run(...leave, '--on', '2020-01-01', '--reason', 'pindah')).err).toContain('400 hari');
  });
});

describe('check cycle', () => {
  it('counts and names what is missing, and what to do', async () => {
    const ran = await shell.run('check', 'cycle', '--year', '2027');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('Kesiapan 2027');
    expect(ran.out).toContain('Belum punya SKP yang disepakati');
    expect(ran.out).not.toMatch(/\d{18}/);
    const unit = employee.unitName;
    const data = (await shell.run('check', 'cycle', '--unit', unit, '--json')).json();
    expect(data).toMatchObject({ year: 2026, unit });
    expect((await shell.run('check', 'cycle', '--year', 'x')).err).toContain('bukan tahun');
    expect((await shell.run('check', '--help')).out).toContain('cycle');
  });
});

describe('import people with levels and leaders', () => {
  const header = 'nip,nama,unit,jenjang,memimpin,unit_mandiri';
  it('stores them, shows the difference, and names every mistake', async () => {
    const row = `${employee.nip},"${employee.name}",${employee.unitName},Ahli Muda,${employee.unitName},ya`;
    const good = shell.file('a.csv', `${header}\n${row}\n`);
    const preview = await shell.run('import', 'people', good, '--dry-run');
    expect(preview.out).toMatch(/jenjang \S+ → ahli_muda/);
    expect(preview.out).toContain('unit mandiri ya');
    expect((await shell.run('import', 'people', good)).code).toBe(0);
    expect((await now(employee)).level).toBe('ahli_muda');
    expect((await shell.run('import', 'people', good)).out).toContain('Tetap: 1');
    const bad = shell.file(
      'b.csv',
      `${header}\n${row.replace('Ahli Muda', 'Jagoan').replace(',ya', ',mungkin')}\n${other.nip},"${other.name}",${other.unitName},,Dinas Angkasa,\n`,
    );
    const refused = await shell.run('import', 'people', bad);
    for (const part of ['jenjang "Jagoan"', 'bukan ya atau tidak', 'unit "Dinas Angkasa" tidak ada'])
      expect(refused.err).toContain(part);
  });
});
