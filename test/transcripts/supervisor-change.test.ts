import { describe, it } from 'vitest';
import { runStaffing } from '../../src/scheduler/staffing.ts';
import type { TestPerson } from '../support/world.ts';
import { play, type Scene } from './transcript.ts';

/** What the scheduler and delivery do at a moment. */
async function look({ world }: Scene, time: string): Promise<void> {
  world.now = Date.parse(time);
  await runStaffing(world.services);
  await world.settle();
}

describe.each(['id', 'en'] as const)('a change of supervisor in %s', (locale) => {
  it('ordered by HR, in force on its date, with a note, an acting one, and somebody who leaves', () =>
    play('supervisor-change', locale, async (s) => {
      const { t, world, unit } = s;
      const texts = t.staffing;
      const office = await world.unit('Sekretariat');
      const person = (name: string, role: 'hr' | 'pegawai', platform: 'telegram' | 'slack') =>
        world.person(name, { unit: office, roles: ['pegawai', role], platform, locale });
      const hana: [string, TestPerson] = ['Hana', await person('Hana Wijaya', 'hr', 'telegram')];
      const dewi: [string, TestPerson] = ['Dewi', await person('Dewi Lestari', 'pegawai', 'slack')];
      const siti: [string, TestPerson] = ['Siti', s.siti];
      const budi: [string, TestPerson] = ['Budi', s.budi];
      await world.person('Tono', { unit, supervisor: s.budi.id, locale });

      await s.says(siti, '/atasan');
      await s.says(siti, '08.00-10.00 Rapat koordinasi RHK2 1 notulen');
      await s.presses(siti, t.button.save());

      await s.says(hana, '/atasan');
      await s.says(hana, 'Nurul');
      await s.says(hana, 'Siti');
      await s.says(hana, 'Siti Aminah');
      await s.presses(hana, texts.form.definitive());
      await s.says(hana, locale === 'id' ? 'kapan-kapan' : 'some day');
      await s.says(hana, '1/12/2026');
      await s.says(hana, 'SK 821/45/BKPSDM/2026');
      await s.presses(hana, t.button.change());
      await s.presses(hana, texts.form.toLabel());
      await s.says(hana, 'Dewi');
      await s.presses(hana, t.button.save());
      await s.says(hana, '/atasan');

      await look(s, '2026-12-01T00:30:00Z');
      s.sees(siti);
      s.sees(budi);
      s.sees(dewi);
      await s.presses(budi, texts.handover.button());
      const token = s.budi.form!.token;
      const note = locale === 'id' ? 'Laporan kinerja tinggal lampirannya.' : 'Only the annex is missing.';
      await s.budi.send({ kind: 'form', token, answers: { note: [{ text: note }] } });
      s.sees(budi);
      s.sees(dewi);
      world.advance(11 * 60_000);
      await world.settle();
      s.sees(hana);

      await s.says(hana, '/atasan ganti');
      await s.says(hana, 'Bidang Perencanaan');
      await s.says(hana, 'Budi Santoso');
      await s.presses(hana, texts.form.plh());
      await s.presses(hana, texts.date.today());
      await s.says(hana, '4/12/2026');
      await s.presses(hana, t.button.skip());
      await s.presses(hana, t.button.save());
      s.sees(siti);
      await look(s, '2026-12-05T01:00:00Z');
      s.sees(siti);
      await s.says(siti, '/atasan');

      await s.says(hana, '/keluar');
      await s.says(hana, 'Dewi');
      await s.says(hana, '31/12/2026');
      await s.presses(hana, texts.leave.reason('pensiun'));
      await s.presses(hana, t.button.save());
      await look(s, '2027-01-01T02:00:00Z');
      s.sees(hana);
      await s.says(dewi, '/tim');
    }));
});
