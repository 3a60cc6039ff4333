import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftsOf } from '../../db/queries/drafts.ts';
import { updateWorkResult, workResultsOf } from '../../db/queries/plans.ts';
import { templatesOf } from '../../db/queries/templates.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const DAY = 24 * 3_600_000;
let world: World;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
});
afterEach(() => world.close());

const report = async (text: string) => {
  await siti.say(text);
  await siti.press('Simpan');
};
const kept = () => world.store.all(templatesOf({ personId: siti.id }));

describe('the template of a weekday', () => {
  it('holds the activities of the last reported day without their evidence', async () => {
    await siti.file({ name: 'a.jpg' }, '08.00-10.00 Piket RHK1 2 laporan');
    await siti.press('Simpan');
    world.advance(DAY);
    await siti.say('templat');
    await siti.press('Simpan 23 Nov sebagai templat Senin');
    expect((await kept()).map(({ weekday, answers }) => [weekday, answers])).toEqual([
      [
        1,
        {
          what: 'Piket',
          rhk: { kind: 'work_result', number: 1 },
          ra: null,
          time: { start: 480, end: 600 },
          qty: { milli: 2000, unit: 'laporan' },
          proof: null,
        },
      ],
    ]);
  });

  it('is replaced as a whole, and belongs to its person', async () => {
    await report('Piket RHK1');
    await report('Apel RHK1');
    await siti.say('/templat');
    await siti.press('Simpan 23 Nov sebagai templat Senin');
    world.advance(7 * DAY);
    await report('Patroli RHK1');
    await siti.say('/templat');
    await siti.press('Ganti templat Senin dengan 30 Nov');
    expect((await kept()).map(({ answers }) => answers.what)).toEqual(['Patroli']);
    const unit = await world.unit('Bidang B');
    const other = await world.person('Rina', { unit });
    expect(await other.say('/templat')).toContain('Belum ada templat');
  });

  it('is offered beside the last day’s copy, and by /lapor while nothing is reported', async () => {
    await report('Piket RHK1');
    await siti.say('/templat');
    await siti.press('Simpan 23 Nov sebagai templat Senin');
    expect(await siti.say('/lapor')).not.toContain('Pakai templat');
    await siti.say('batal');
    world.advance(7 * DAY);
    expect(await siti.say('/lapor')).toContain('[Pakai templat Senin (1 kegiatan)]');
    await siti.send({ kind: 'choice', action: 'p:2026-11-30:same', messageId: null });
    expect(siti.messages.some(({ buttons }) => buttons.includes('Pakai templat Senin (1 kegiatan)'))).toBe(
      true,
    );
  });

  it('asks again for a work result that has left the plan', async () => {
    await report('Piket RHK1');
    await siti.say('/templat');
    await siti.press('Simpan 23 Nov sebagai templat Senin');
    const [result] = await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }));
    await world.store.commit([updateWorkResult(result!.id, { current: false })]);
    world.advance(7 * DAY);
    await siti.say('/templat');
    expect(await siti.press('Pakai templat Senin (1 kegiatan)')).toContain('belum ada: RHK');
    expect(await world.store.all(draftsOf({ personId: siti.id }))).toHaveLength(1);
  });

  it('that is gone is answered', async () => {
    await report('Piket RHK1');
    await siti.say('/templat');
    await siti.press('Simpan 23 Nov sebagai templat Senin');
    const list = siti.last();
    await siti.press('Hapus templat Senin', list);
    expect(await kept()).toEqual([]);
    const use = list.message.buttons.flat().find(({ label }) => label.startsWith('Pakai'));
    await siti.send({ kind: 'choice', action: use!.action, messageId: null });
    expect(siti.toast).toContain('sudah tidak ada');
  });
});
