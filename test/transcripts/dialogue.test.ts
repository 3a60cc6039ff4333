import { describe, it } from 'vitest';
import { updatePerson } from '../../db/queries/people.ts';
import type { Answer } from '../../src/core/inbound.ts';
import type { TestPerson } from '../support/world.ts';
import { play, type Scene } from './transcript.ts';

/** Lets everything happen that is due until a moment (UTC). */
async function until({ world }: Scene, moment: string): Promise<void> {
  while (world.now < Date.parse(moment)) {
    world.advance(Math.min(3_600_000, Date.parse(moment) - world.now));
    await world.settle();
  }
}

/** Fills a form that Slack shows. */
async function fills(s: Scene, [name, person]: [string, TestPerson], answers: Record<string, string>) {
  const token = person.form?.token ?? '';
  const fields = person.form?.fields ?? [];
  const given = Object.entries(answers).map(([id, value]): [string, Answer[]] => {
    const choice = fields.find((field) => field.id === id)?.input.kind === 'choice';
    return [id, [choice ? { choice: value } : { text: value }]];
  });
  await person.send({ kind: 'form', token, answers: Object.fromEntries(given) });
  s.does(name, `(form) ${Object.values(answers).join(' | ')}`, '');
  s.sees([name, person]);
}

describe.each(['id', 'en'] as const)('dialogues in %s', (locale) => {
  it('proposing, moving, preparing, holding, confirming, following up', () =>
    play('dialogue', locale, async (s) => {
      const { t, world } = s;
      const b = t.dialogue.button;
      const siti: [string, TestPerson] = ['Siti', s.siti];
      const budi: [string, TestPerson] = ['Budi', s.budi];
      const say = (id: string, en: string) => (locale === 'id' ? id : en);
      await world.store.commit([updatePerson(s.budi.id, { zone: 'Asia/Jakarta' })]);
      await s.says(
        siti,
        say(
          'Survei lapangan RHK1 2 dokumen kendala: data desa belum lengkap',
          'Survei lapangan RHK1 2 dokumen kendala: data desa belum lengkap',
        ),
      );
      await s.presses(siti, t.button.save());
      await s.presses(budi, t.button.feedback());
      await fills(s, budi, { text: say('Bagus, datanya rapi.', 'Well done, tidy data.') });

      // The supervisor proposes in Slack; the employee proposes another time in Telegram.
      await s.says(budi, say('/dialog', '/dialogue'));
      await s.presses(budi, b.propose());
      await fills(s, budi, {
        kind: 'feedback',
        at: say('Kamis 09.00', 'Thursday 09:00'),
        place: say('Ruang kerja', 'Office'),
        reason: say('Kemajuan laporan', 'Progress of the report'),
      });
      await s.presses(budi, t.dialogue.review.send());
      s.sees(siti);
      await s.presses(siti, b.move());
      await s.says(siti, say('kapan saja', 'any time'));
      await s.says(siti, say('Jumat jam 10', 'Friday at 10'));
      await s.says(siti, say('Kamis survei', 'Survey on Thursday'));
      s.sees(budi);
      await s.presses(budi, b.agree());
      s.sees(siti);

      // Each prepares at their own pace.
      await s.presses(siti, b.prepare());
      await s.says(siti, say('Survei selesai lebih cepat', 'The survey was done early'));
      await s.presses(siti, t.button.skip());
      await s.says(siti, say('Cara menulis laporan', 'How to write the report'));
      await s.presses(siti, b.share());
      s.sees(budi);

      // The page arrives on the working day before.
      await until(s, '2026-11-26T01:30:00Z');
      s.sees(siti);
      s.sees(budi);
      await until(s, '2026-11-27T03:30:00Z');
      s.sees(budi);
      await s.presses(budi, b.held());
      s.sees(siti);
      await s.presses(siti, b.write());
      await s.says(
        siti,
        say(
          'Survei dinilai baik\nData desa dilengkapi bersama',
          'The survey was good\nVillage data is completed together',
        ),
      );
      await s.says(siti, say('Siti: kirim draf laporan', 'Siti: send the draft'));
      await s.says(
        siti,
        say(
          'Siti: kirim draf laporan sebelum 2 Des\nBudi: surati camat, besok',
          'Siti: send the draft by 2 Dec\nBudi: write to the district head, tomorrow',
        ),
      );
      await s.presses(siti, t.dialogue.review.confirm());
      s.sees(budi);
      await s.presses(budi, b.correct());
      await fills(s, budi, {
        lines: say(
          'Survei dinilai baik\nData desa dilengkapi Siti dan Budi',
          'The survey was good\nSiti and Budi complete the village data',
        ),
        commitments: say(
          'Siti: kirim draf laporan sebelum 2 Des\nBudi: surati camat, 30 Nov',
          'Siti: send the draft by 2 Dec\nBudi: write to the district head, 30 Nov',
        ),
      });
      await s.presses(budi, t.dialogue.review.confirm());
      s.sees(siti);
      await s.presses(siti, b.confirm());
      s.sees(budi);
      await s.says(siti, say('/dialog', '/dialogue'));

      // What was agreed is brought to mind.
      await until(s, '2026-12-01T00:30:00Z');
      s.sees(siti);
      s.sees(budi);
      await s.presses(siti, t.dialogue.commitment.done(null));
      s.sees(budi);
      await s.says(budi, say('/dialog tindak lanjut', '/dialogue commitments'));
      await s.says(siti, say('/dialog 27/11', '/dialogue 27/11'));
    }));
});
