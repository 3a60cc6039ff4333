import { describe, it } from 'vitest';
import { updatePerson, updateUnit } from '../../db/queries/people.ts';
import { insertIndicator, workResultsOf } from '../../db/queries/plans.ts';
import type { Answer } from '../../src/core/inbound.ts';
import { completeEvaluations, runEvaluations } from '../../src/scheduler/evaluations.ts';
import type { TestPerson } from '../support/world.ts';
import { play, type Scene } from './transcript.ts';

type Who = [string, TestPerson];

/** Fills in the form that is open in Slack, and writes down what is shown then. */
async function fills(s: Scene, [who, person]: Who, answers: Record<string, Answer>): Promise<void> {
  const given = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, [answer]]));
  await person.send({ kind: 'form', token: person.form?.token ?? '', answers: given });
  const said = Object.values(answers).map((one) =>
    'text' in one ? one.text : 'choice' in one ? one.choice : '',
  );
  const { text, buttons } = person.last();
  s.does(who, `{${said.join(' | ')}}`, `${text}${buttons.length > 0 ? `\n[${buttons.join('] [')}]` : ''}`);
}

/** Puts an indicator to the first work result. */
async function measure({ world, siti }: Scene): Promise<void> {
  const [first] = await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }));
  const indicator = {
    position: 0,
    aspect: 'kuantitas',
    title: 'Jumlah laporan',
    target: '5',
    unit: 'laporan',
  };
  await world.store.commit([
    insertIndicator({ id: world.services.newId(), workResultId: first!.id, ...indicator }),
  ]);
}

describe.each(['id', 'en'] as const)('evaluations in %s', (locale) => {
  it('proposing, correcting, rating, locking, opening again', () =>
    play('evaluation', locale, async (s) => {
      const { t, world, unit } = s;
      const texts = t.evaluation;
      const indonesian = locale === 'id';
      const top = await world.unit('Sekretariat');
      const head = await world.person('Rina Kepala', { unit: top, platform: 'slack', locale });
      const hr = await world.person('Hana Wijaya', { unit: top, roles: ['pegawai', 'hr'], locale });
      await world.store.commit([
        updateUnit(top, { leaderId: head.id }),
        updateUnit(unit, { parentId: top, leaderId: s.budi.id }),
        updatePerson(s.budi.id, { supervisorId: head.id }),
      ]);
      const [siti, budi, rina, hana]: Who[] = [
        ['Siti', s.siti],
        ['Budi', s.budi],
        ['Rina', head],
        ['Hana', hr],
      ] as [Who, Who, Who, Who];
      await measure(s);
      await completeEvaluations(world.services);
      await s.says(siti!, '/evaluasi 2026-Q4');
      await s.says(siti!, '08.00-10.00 Menyusun laporan kinerja RHK1 4 laporan');
      await s.presses(siti!, t.button.save());
      world.now = Date.parse('2027-01-04T01:00:00Z');
      await runEvaluations(world.services);
      await world.settle();
      s.sees(siti!);
      await s.says(siti!, '/evaluasi 2020');
      await s.says(siti!, '/evaluasi 2026-Q4');
      await s.presses(siti!, '1.1');
      await s.presses(siti!, texts.item.behind(1));
      await s.presses(siti!, texts.item.title('1.1'));
      await s.presses(siti!, texts.button.correct());
      await s.says(
        siti!,
        indonesian ? '5 laporan, satu dikirim lewat surat' : '5 reports, one sent by letter',
      );
      await s.says(siti!, indonesian ? 'Buku agenda surat' : 'Register of letters');
      await s.presses(siti!, texts.button.submit('Budi Santoso'));
      s.sees(budi!);
      await s.presses(budi!, texts.button.feedback());
      await fills(s, budi!, {
        about: { choice: 'r0' },
        text: { text: indonesian ? 'Laporan rapi dan tepat waktu.' : 'Tidy reports, in time.' },
      });
      await s.says(rina!, '/capaian Bidang Perencanaan 2026-Q4');
      await fills(s, rina!, { level: { choice: 'good' } });
      await s.presses(budi!, texts.button.rate());
      await fills(s, budi!, { result: { choice: 'meets' }, behaviour: { choice: 'below' } });
      await s.says(
        budi!,
        indonesian ? 'Dua kali tidak hadir rapat tanpa kabar.' : 'Missed two meetings without a word.',
      );
      await s.presses(budi!, t.button.save());
      s.sees(siti!);
      await s.presses(siti!, texts.button.read());
      await s.says(budi!, '/pola');
      await s.says(hana!, '/evaluasi unit 2026-Q4');
      await s.says(hana!, '/kunci 2026-Q4 Bidang Perencanaan');
      await s.presses(hana!, texts.board.lock.yes());
      await s.presses(budi!, texts.button.rateAgain());
      await s.says(
        hana!,
        `/buka 2026-Q4 Bidang Perencanaan ${indonesian ? 'rating perilaku tertukar' : 'the rating of behaviour was mixed up'}`,
      );
      s.sees(siti!);
      await s.presses(budi!, texts.button.rateAgain());
      await fills(s, budi!, { result: { choice: 'meets' }, behaviour: { choice: 'above' } });
      await s.presses(budi!, t.button.save());
      s.sees(siti!);
      await s.presses(siti!, texts.button.trail());
    }));
});
