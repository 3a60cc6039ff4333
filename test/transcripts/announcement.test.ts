import { describe, it } from 'vitest';
import { runAnnouncements } from '../../src/scheduler/announcements.ts';
import type { TestPerson } from '../support/world.ts';
import { play, type Scene } from './transcript.ts';

/** One look of the scheduler, and what leaves because of it. */
async function look({ world }: Scene): Promise<void> {
  for (let times = 0; times < 2; times += 1) {
    await runAnnouncements(world.services);
    world.advance(10_000);
    await world.settle();
  }
}

describe.each(['id', 'en'] as const)('announcements in %s', (locale) => {
  it('composing, sending, reading, reminding', () =>
    play('announcement', locale, async (s) => {
      const { t, world, unit } = s;
      const texts = t.announcement;
      const head = await world.unit('Sekretariat');
      const hana: [string, TestPerson] = [
        'Hana',
        await world.person('Hana Wijaya', { unit: head, roles: ['pegawai', 'hr'], locale }),
      ];
      await world.person('Tono', { unit, linked: false, locale });
      const siti: [string, TestPerson] = ['Siti', s.siti];
      const budi: [string, TestPerson] = ['Budi', s.budi];
      await s.says(siti, '/siaran');
      await s.says(hana, '/siaran');
      await s.says(
        hana,
        locale === 'id' ? 'Mohon melengkapi SKP 2027.' : 'Please complete your plan of 2027.',
      );
      await s.says(hana, 'Bidang Angkasa');
      await s.says(hana, 'perencanaan');
      await s.presses(hana, texts.option.everybody());
      await s.says(hana, locale === 'id' ? 'kapan-kapan' : 'some day');
      await s.says(hana, '31/12/2026');
      await s.presses(hana, texts.option.yes());
      await s.presses(hana, texts.option.goal('read'));
      await s.says(hana, locale === 'id' ? 'kemarin 08.00' : 'yesterday 08:00');
      await s.says(hana, locale === 'id' ? 'besok 08.00' : 'tomorrow 08:00');
      await s.presses(hana, t.button.send());
      await s.says(hana, '/siaran');
      await s.presses(hana, texts.button.edit());
      await s.presses(hana, t.button.change());
      await s.presses(hana, texts.field.at());
      await s.says(hana, locale === 'id' ? 'sekarang' : 'now');
      await s.presses(hana, t.button.send());
      await look(s);
      s.sees(siti);
      s.sees(budi);
      s.sees(hana);
      await s.presses(siti, texts.message.read());
      await s.says(siti, locale === 'id' ? 'Siap, Bu.' : 'I will.', s.siti.last().id);
      await s.says(hana, '/kendali');
      await s.presses(hana, texts.button.missing());
      await s.presses(hana, texts.button.remind(2, texts.seconds(1)));
      await s.presses(hana, texts.button.remind(2, texts.seconds(1)));
      await look(s);
      s.sees(budi);
      await s.says(hana, '/siaran');
      await s.presses(hana, texts.button.cancel());
      await s.presses(hana, texts.button.cancelYes());
    }));
});
