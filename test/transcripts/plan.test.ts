import { describe, it } from 'vitest';
import type { TestPerson } from '../support/world.ts';
import { play } from './transcript.ts';

describe.each(['id', 'en'] as const)('plans in %s', (locale) => {
  it('drafting, clarifying, agreeing, changing', () =>
    play('plan', locale, async (s) => {
      const { t, world } = s;
      const { button, form } = t.plan;
      const siti: [string, TestPerson] = ['Siti', s.siti];
      const budi: [string, TestPerson] = ['Budi', s.budi];
      const indonesian = locale === 'id';
      await world.plan(s.budi.id, 2027, ['Meningkatnya akuntabilitas kinerja']);

      await s.says(siti, '/skp 2027');
      await s.presses(siti, button.start(2027));
      await s.presses(siti, button.add());
      await s.says(siti, 'Tersusunnya laporan kinerja triwulan');
      await s.presses(siti, form.option.main());
      await s.presses(siti, form.option.shortResult(1));
      await s.presses(siti, form.option.method('direct'));
      await s.says(
        siti,
        'kuantitas: jumlah laporan = 4 laporan, 31 Des\nkualitas: nilai laporan = bagus sekali, 30 Feb\nwaktu: ketepatan penyampaian = tepat waktu',
      );
      await s.says(siti, 'kualitas: nilai laporan = bagus sekali, 31 Des');
      await s.presses(siti, t.button.save());
      await s.presses(siti, button.open());
      await s.says(siti, indonesian ? '/skp ajukan 2027' : '/skp propose 2027');
      await s.presses(siti, button.results());
      await s.presses(siti, button.edit(1));
      await s.presses(siti, t.button.change());
      await s.presses(siti, form.field.indicators());
      await s.says(
        siti,
        'kuantitas: jumlah laporan = 4 laporan, TW IV\nkualitas: nilai laporan = 85, 31 Des',
      );
      await s.presses(siti, t.button.save());
      await s.presses(siti, button.open());
      await s.presses(siti, button.results());
      await s.presses(siti, button.edit(1));
      await s.presses(siti, t.button.change());
      await s.presses(siti, form.field.indicators());
      await s.says(
        siti,
        'kuantitas: jumlah laporan = 4 laporan, TW IV\nkualitas: nilai laporan = 85 poin, 31 Des',
      );
      await s.presses(siti, t.button.save());
      await s.presses(siti, button.open());
      await s.presses(siti, button.editAnnexes());
      await s.says(siti, '- Akses data keuangan\n- Satu laptop');
      await s.presses(siti, t.button.skip());
      await s.presses(siti, t.button.skip());
      await s.presses(siti, t.button.save());
      await s.presses(siti, button.open());
      await s.presses(siti, button.propose());
      s.sees(budi);
      await s.presses(siti, button.propose());
      await s.presses(budi, button.ask());
      await submit(s.budi, { text: 'Mengapa hanya 4 laporan?' });
      s.does('Budi', '(form) Mengapa hanya 4 laporan?', s.budi.last().text);
      s.sees(siti);
      await s.presses(siti, button.answer());
      await s.says(siti, 'Satu laporan setiap triwulan.');
      s.sees(budi);
      await s.presses(budi, button.show('Siti Aminah'));
      await s.presses(budi, button.expectations());
      await submit(s.budi, {
        ...{ b2: 'Laporan tanpa revisi', resources: 'Akses data keuangan', consequences: 'Usulan diklat' },
      });
      s.sees(budi);
      await s.presses(budi, t.button.save());
      await s.presses(budi, t.button.return());
      await submit(s.budi, { text: 'Tambahkan RHK tentang rapat koordinasi.' });
      s.sees(siti);
      await s.presses(siti, button.open());
      await s.presses(siti, button.propose());
      s.sees(budi);
      await s.presses(budi, button.agree('1 Jan 2027'));
      s.sees(siti);
      await s.presses(budi, button.agree('1 Jan 2027'));
      await s.says(siti, indonesian ? '/skp versi 2027' : '/skp versions 2027');
      await s.says(siti, indonesian ? '/skp lampiran 2027' : '/skp annexes 2027');
      await s.says(siti, indonesian ? '/skp perilaku 2027' : '/skp behaviour 2027');
      await s.says(budi, '/skp siti');
      await s.says(siti, indonesian ? 'skp ubah' : 'skp change');
      await s.presses(siti, button.settings());
      await s.presses(siti, t.button.change());
      await s.presses(siti, form.field.from());
      await s.says(siti, '1/1/2026');
      await s.says(siti, '1 Desember');
      await s.presses(siti, t.button.save());
      await s.presses(siti, button.open());
      await s.presses(siti, button.discard());
      await s.presses(siti, button.discardYes());
    }));
});

/** Fills in the form that is open in front of somebody. */
async function submit(person: TestPerson, texts: Record<string, string>): Promise<void> {
  const token = person.form?.token ?? '';
  const answers = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, [{ text }]]));
  await person.send({ kind: 'form', token, answers });
}
