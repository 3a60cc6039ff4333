import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestAnnouncements, roundsOf } from '../../db/queries/announcements.ts';
import { allPeople } from '../../db/queries/people.ts';
import { createShell } from './shell.ts';

let shell: ReturnType<typeof createShell>;
let hr: string;
let employee: string;
let file: string;
beforeEach(async () => {
  shell = createShell();
  await shell.run('demo');
  const people = await shell.withStore((store) => store.all(allPeople()));
  hr = people.find((person) => person.roles.includes('hr'))!.nip;
  employee = people.find((person) => !person.roles.includes('hr'))!.nip;
  file = shell.file('siaran.txt', 'Mohon melengkapi SKP 2027.\n\nTerima kasih.\n');
});
afterEach(() => shell.remove());

const stored = () => shell.withStore((store) => store.all(newestAnnouncements(10)));

describe('announce', () => {
  it('with --dry-run shows the message on both platforms, the numbers and the schedule, and stores nothing', async () => {
    const ran = await shell.run(
      ...['announce', '--text', file, '--by', hr, '--dry-run'],
      ...['--deadline', '2026-12-31', '--countdown', '--at', '2026-11-27 08:00'],
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    for (const part of ['--- Telegram', '--- Slack', '[Sudah saya baca]', 'Penerima: 14 orang'])
      expect(ran.out).toContain(part);
    expect(ran.out).toContain('Dikirim: Jumat, 27 November 2026, pukul 08.00 WIB');
    expect(ran.out).toContain('H-14 (17 Des)');
    expect(await stored()).toEqual([]);
  });

  it('stores what the bot will send, and lists, reports and cancels it', async () => {
    const made = await shell.run(
      ...['announce', '--text', file, '--by', hr, '--at', '2026-11-27 08:00', '--json'],
    );
    const { id, audience } = made.json() as { id: string; audience: number };
    expect(audience).toBe(14);
    const rounds = await shell.withStore((store) => store.all(roundsOf([id])));
    expect(rounds.map(({ status, dueAt }) => [status, dueAt])).toEqual([
      ['scheduled', Date.parse('2026-11-27T08:00:00+07:00')],
    ]);
    expect((await shell.run('announce', 'list', '--json')).json()).toMatchObject([
      { id, status: 'scheduled' },
    ]);
    expect((await shell.run('announce', 'list')).out).toContain('terjadwal');
    expect((await shell.run('announce', 'report', id, '--json')).json()).toMatchObject({ id, audience: 0 });
    expect(await shell.run('announce', 'cancel', id)).toMatchObject({ code: 0 });
    expect(await shell.run('announce', 'cancel', id)).toMatchObject({ code: 1 });
    expect((await shell.run('announce', 'list', '--json')).json()).toMatchObject([
      { id, status: 'cancelled' },
    ]);
  });

  it('reads the text from standard input', async () => {
    shell.types('Dari masukan standar.');
    expect(await shell.run('announce', '--text', '-', '--by', hr)).toMatchObject({ code: 0 });
    expect((await stored())[0]).toMatchObject({ body: 'Dari masukan standar.' });
  });

  it('names every mistake at once, says how to mend it, and changes nothing', async () => {
    const ran = await shell.run(
      ...['announce', '--text', shell.file('kosong.txt', ' \n'), '--by', employee],
      ...['--unit', 'Dinas Angkasa', '--role', 'bos', '--state', 'malas', '--goal', 'senang'],
      ...['--deadline', '2020-01-01', '--at', '2020-01-01 08:00'],
    );
    expect(ran.code).toBe(1);
    for (const part of [
      'kosong.txt kosong',
      'Dinas Angkasa',
      '"bos"',
      '"malas"',
      '"senang"',
      '2020-01-01',
      '--by',
    ])
      expect(ran.err).toContain(part);
    expect(ran.err).not.toMatch(/\d{18}/);
    expect(await stored()).toEqual([]);
    const binary = shell.file('siaran.docx', 'PK\u0003\u0004\0\0');
    expect((await shell.run('announce', '--text', binary, '--by', hr)).err).toContain('bukan teks UTF-8');
    expect((await shell.run('announce', '--text', 'tidak-ada.txt', '--by', hr)).err).toContain(
      'tidak dapat dibaca',
    );
  });

  it('without what it always needs is wrong usage', async () => {
    expect(await shell.run('announce')).toMatchObject({ code: 2 });
    expect(await shell.run('announce', 'report', 'tidak-ada')).toMatchObject({ code: 1 });
    expect((await shell.run('announce', '--help')).out).toContain('--dry-run');
  });

  it('today shows every unit, and its figures add up', async () => {
    const { units, ...total } = (await shell.run('announce', 'today', '--json')).json() as {
      people: number;
      reported: number;
      absent: number;
      off: number;
      open: number;
      units: { people: number }[];
    };
    expect(total.reported + total.absent + total.off + total.open).toBe(total.people);
    expect(units.reduce((sum, unit) => sum + unit.people, 0)).toBe(total.people);
  });
});
