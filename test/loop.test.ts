import { expect, it } from 'vitest';
import { createWorld } from './support/world.ts';

it('walks', async () => {
  const w = await createWorld();
  const unit = await w.unit('Bidang A', { zone: 'Asia/Makassar' });
  const budi = await w.person('Budi', { unit, platform: 'slack' });
  const siti = await w.person('Siti', { unit, supervisor: budi.id });
  await w.plan(siti.id, 2026, ['Tersusunnya laporan', 'Terlaksananya rapat']);
  const out: string[] = [];
  const log = (who: string, said: string, got: string) => out.push(`${who} > ${said}\n${got}\n`);
  log('siti', '/start', await siti.say('/start'));
  log('siti', 'q', await siti.say('08.00-10.00 Rapat koordinasi RHK2 3 dokumen'));
  log('siti', 'Simpan', await siti.press('Simpan'));
  log('budi sees', '', budi.last().text + budi.last().buttons);
  log('siti', '/lapor', await siti.say('/lapor'));
  for (const a of [
    'Menyusun laporan',
    '1',
    '22.00-02.00',
    '10-12',
    '3',
    '2 laporan',
    'https://example.com/a',
    'selesai',
  ])
    log('siti', a, await siti.say(a));
  log('siti', 'simpan', await siti.say('simpan'));
  log('budi sees', '', budi.last().text + budi.last().buttons);
  log('budi', 'setujui', await budi.press('Setujui'));
  log('siti sees', '', siti.last().text + siti.last().buttons);
  log('budi sees', '', budi.messages[0]!.text);
  log('budi', 'feedback', await budi.say('Bagus, lanjutkan', budi.messages[0]!.id));
  log('siti sees', '', siti.last().text + siti.last().buttons + siti.last().thread);
  log('siti', 'reply', await siti.say('Terima kasih Pak', siti.last().id));
  log('budi sees', '', JSON.stringify(budi.messages.map((m) => [m.text, m.thread])));
  log('siti', 'balas', await siti.press('Balas'));
  log('siti', 'balas', await siti.say('satu lagi'));
  log('siti', 'rekap', await siti.say('/rekap'));
  log('siti', 'same', await siti.say('rapat koordinasi!'));
  log('siti', 'x', await siti.press('Tanpa RHK'));
  log('siti', 'simpan', await siti.press('Simpan'));
  console.log(out.join('\n'));
  expect(1).toBe(1);
  await w.close();
});
