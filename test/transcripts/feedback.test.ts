import { describe, it } from 'vitest';
import { insertRules } from '../../db/queries/calendar.ts';
import type { Answer } from '../../src/core/inbound.ts';
import type { TestPerson } from '../support/world.ts';
import { play, type Scene } from './transcript.ts';

describe.each(['id', 'en'] as const)('feedback in %s', (locale) => {
  it('giving, answering, asking, and what stays private', () =>
    play('feedback', locale, async (s) => {
      const { t, world } = s;
      const texts = t.feedback;
      const say = (id: string, en: string) => (locale === 'id' ? id : en);
      const body = { publicPraise: true, peerFeedback: true };
      await world.store.commit([
        insertRules({ id: 'rules', unitId: null, effectiveFrom: '2026-01-01', body } as never),
      ]);
      const rudi: [string, TestPerson] = [
        'Rudi',
        await world.person('Rudi Hartono', { unit: s.unit, supervisor: s.budi.id, locale }),
      ];
      const siti: [string, TestPerson] = ['Siti', s.siti];
      const budi: [string, TestPerson] = ['Budi', s.budi];
      await s.says(
        siti,
        say('Survei lapangan RHK1 kendala: jembatan putus', 'Field survey RHK1 kendala: bridge out'),
      );
      await s.presses(siti, t.button.save());
      // The supervisor looks, and writes in one form.
      await s.says(budi, say('/umpanbalik', '/feedback'));
      await s.presses(budi, texts.button.about(1));
      await submit(s, {
        kind: [{ choice: 'improve' }],
        about: initial(s.budi, 'about'),
        text: [
          {
            text: say(
              'Lain kali, kabari saya begitu jalan terputus. #adaptif',
              'Next time, let me know as soon as a road is out. #adaptif',
            ),
          },
        ],
      });
      await s.presses(budi, texts.button.share());
      s.sees(siti);
      await s.presses(siti, texts.button.read());
      await s.says(siti, say('Siap, Pak.', 'I will.'), s.siti.last().id);
      s.sees(budi);
      await s.says(budi, say('Terima kasih.', 'Thank you.'), s.budi.last().id);
      s.sees(siti);
      // Praise for the team.
      await s.says(budi, say('/umpanbalik Siti', '/feedback Siti'));
      await submit(s, {
        kind: [{ choice: 'praise' }],
        text: [{ text: say('Laporan surveinya paling lengkap.', 'The most complete report of a survey.') }],
      });
      await s.presses(budi, s.budi.last().buttons[1]!);
      await s.presses(budi, texts.button.share());
      s.sees(rudi);
      // A private note, and a draft that is shared later.
      await s.says(budi, say('/umpanbalik Rudi', '/feedback Rudi'));
      await submit(s, {
        kind: [{ choice: 'note' }],
        text: [{ text: say('Tanyakan beban kerjanya.', 'Ask about the workload.') }],
      });
      await s.presses(budi, texts.button.saveNote());
      await s.says(rudi, say('umpan balik', 'feedback'));
      // A colleague asks and answers, question by question.
      await s.says(siti, say('/umpanbalik minta Rudi', '/feedback ask Rudi'));
      await s.presses(siti, t.workResult.named(1, 'Tersusunnya laporan kinerja'));
      s.sees(rudi);
      await s.presses(rudi, texts.button.answer());
      await s.presses(rudi, texts.kind('improve'));
      await s.says(
        rudi,
        say(
          'Bagian simpulan masih panjang; cobalah satu halaman.',
          'The conclusions are long; try one page.',
        ),
      );
      await s.presses(rudi, t.plan.behaviour.kompeten.name);
      await s.presses(rudi, rudi[1].last().buttons[0]!);
      await s.presses(rudi, texts.button.saveDraft());
      await s.says(rudi, say('/umpanbalik draf', '/feedback drafts'));
      await s.presses(rudi, texts.button.open(1));
      await s.presses(rudi, texts.button.share());
      s.sees(siti);
      await s.presses(rudi, texts.button.withdraw());
      await s.presses(rudi, texts.button.withdrawYes());
      s.sees(siti);
      await s.says(siti, say('/umpanbalik Tono', '/feedback Tono'));
      await s.says(siti, say('/umpanbalik', '/feedback'));
    }));
});

/** Fills the form that the supervisor has open; what follows is written down. */
async function submit(s: Scene, answers: Record<string, Answer[]>): Promise<void> {
  await s.budi.send({ kind: 'form', token: s.budi.form!.token, answers });
  s.sees(['Budi', s.budi]);
}

/** What a field of the open form is filled with. */
function initial(who: TestPerson, id: string): Answer[] {
  const value = who.form?.fields.find((field) => field.id === id)?.initial;
  return value ? [{ choice: value }] : [];
}
