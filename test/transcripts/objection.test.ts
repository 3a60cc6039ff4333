import { describe, it } from 'vitest';
import { updatePerson } from '../../db/queries/people.ts';
import type { TestPerson } from '../support/world.ts';
import { play } from './transcript.ts';

const DAY = 24 * 3_600_000;

describe.each(['id', 'en'] as const)('objections in %s', (locale) => {
  it('filing, informing, deciding, a deadline that passes, withdrawing', () =>
    play('objection', locale, async (s) => {
      const { t, world } = s;
      const { button } = t.objection;
      const head = await world.unit('Sekretariat');
      const dewi: [string, TestPerson] = [
        'Dewi',
        await world.person('Dewi Lestari', { unit: head, platform: 'slack', locale }),
      ];
      const hana: [string, TestPerson] = [
        'Hana',
        await world.person('Hana Wijaya', { unit: head, roles: ['pegawai', 'hr'], locale }),
      ];
      await world.store.commit([updatePerson(s.budi.id, { supervisorId: dewi[1].id })]);
      const siti: [string, TestPerson] = ['Siti', s.siti];
      const budi: [string, TestPerson] = ['Budi', s.budi];
      const command = locale === 'id' ? '/keberatan' : '/objection';
      const submit = (who: TestPerson, text: string) =>
        who.send({ kind: 'form', token: who.form!.token, answers: { reason: [{ text }] } });
      const returned = async (what: string, reason: string) => {
        await s.siti.say(`${what} RHK1`);
        await s.siti.press(t.button.save());
        await s.budi.press(t.button.return());
        const { token, fields } = s.budi.form!;
        const about = fields.find(({ id }) => id === 'about')?.input;
        const chosen =
          about?.kind === 'choice' ? about.options.find(({ label }) => label.includes(what))!.value : null;
        const answers = { text: [{ text: reason }], ...(chosen && { about: [{ choice: chosen }] }) };
        await s.budi.send({ kind: 'form', token, answers });
      };

      await s.says(siti, command);
      await returned('Rapat koordinasi', locale === 'id' ? 'Tidak ada notulen.' : 'There are no minutes.');
      s.sees(siti);
      await s.presses(siti, button.object());
      await s.says(siti, '?');
      await s.says(
        siti,
        locale === 'id'
          ? 'Notulen sudah saya lampirkan sejak awal.'
          : 'The minutes were attached from the start.',
      );
      s.sees(dewi);
      s.sees(budi);
      await s.presses(siti, button.object());
      await s.says(siti, locale === 'id' ? '/rekap hari' : '/recap day');
      await s.says(siti, command);
      await s.says(budi, command);
      await s.says(dewi, command);
      await s.presses(dewi, button.examine(1));
      await s.presses(dewi, button.accept());
      await submit(dewi[1], locale === 'id' ? 'Notulen memang ada.' : 'There are minutes indeed.');
      s.sees(dewi);
      s.sees(siti);
      s.sees(budi);
      await s.presses(dewi, button.reject());
      await s.says(siti, locale === 'id' ? '/rekap hari' : '/recap day');

      await returned('Survei lapangan', locale === 'id' ? 'Foto kurang.' : 'A photo is missing.');
      await s.presses(siti, button.object());
      await s.says(siti, locale === 'id' ? 'Foto ada tiga.' : 'There are three photos.');
      world.advance(14 * DAY);
      await world.settle();
      s.sees(dewi);
      world.advance(DAY);
      await world.settle();
      s.sees(hana);
      await s.says(hana, command);
      await s.says(siti, command);
      const first =
        locale === 'id' ? 'Pengembalian: Survei lapangan (23 Nov)' : 'Returned: Survei lapangan (23 Nov)';
      await s.presses(siti, button.withdraw(first));
      await s.presses(siti, button.withdrawYes());
      s.sees(dewi);
      await s.says(siti, command);
    }));
});
