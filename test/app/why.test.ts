import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertPrompts, type PromptRow } from '../../db/queries/calendar.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** Wednesday, 15:30 in WIB. */
const AT = Date.parse('2026-11-25T08:30:00Z');
const DATE = '2026-11-25';
let world: World;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-25T10:00:00Z');
  siti = await world.person('Siti', { unit: await world.unit('Bidang A') });
});
afterEach(() => world.close());

const asked = async (change: Partial<PromptRow>): Promise<string> => {
  const row: PromptRow = {
    ...{ id: 'p', personId: siti.id, localDate: DATE, slot: 'first', slotAt: AT, at: AT },
    ...{ outcome: 'prompted', reason: null, settled: null, settledAt: null },
    ...change,
  };
  await world.store.commit([insertPrompts([row])]);
  const answer = await siti.say(`/kenapa ${DATE}`);
  return answer.split('\n').at(-1)!;
};

describe('why', () => {
  it.each<[Partial<PromptRow>, string]>([
    [{ settled: 'sent', settledAt: AT + 1_000 }, '15.30: diingatkan, karena belum ada laporan.'],
    [
      { settled: 'sent', settledAt: AT + 22 * 60_000 },
      '15.30: diingatkan, karena belum ada laporan; baru terkirim pukul 15.52.',
    ],
    [{}, '15.30: akan diingatkan, karena belum ada laporan; pesannya belum terkirim.'],
    [{ settled: 'reported' }, '15.30: dibatalkan sesaat sebelum dikirim, karena laporan sudah masuk.'],
    [{ settled: 'absent:sakit' }, '15.30: dibatalkan sesaat sebelum dikirim, karena tercatat sakit.'],
    [{ settled: 'closed' }, '15.30: dibatalkan sesaat sebelum dikirim, karena batas lapor sudah lewat.'],
    [
      { settled: 'too_late' },
      '15.30: pengingat tidak terkirim, karena baru bisa terkirim lama setelah waktunya.',
    ],
    [
      { settled: 'unreachable' },
      '15.30: pengingat tidak terkirim, karena bot diblokir atau akun tidak aktif.',
    ],
    [{ settled: 'telegram_off' }, '15.30: pengingat tidak terkirim, karena ada gangguan pengiriman.'],
    [
      { outcome: 'skipped', reason: 'holiday:Hari Guru: libur' },
      '15.30: tidak diingatkan, karena hari libur (Hari Guru: libur).',
    ],
    [
      { outcome: 'skipped', reason: 'absent:dinas_luar' },
      '15.30: tidak diingatkan, karena tercatat dinas luar.',
    ],
    [
      { outcome: 'skipped', reason: 'off_duty' },
      '15.30: tidak diingatkan, karena bebas tugas menurut jadwal.',
    ],
    [
      { outcome: 'skipped', reason: 'snoozed' },
      '15.30: tidak diingatkan, karena pengingat sedang ditunda atas permintaan sendiri.',
    ],
    [
      { slot: 'snooze-1', reason: 'snoozed_by_person', slotAt: AT + 2 * 3_600_000 },
      '17.30: akan diingatkan lagi, atas permintaan sendiri.',
    ],
  ])('tells %j', async (change, sentence) => {
    expect(await asked(change)).toBe(`- ${sentence}`);
  });

  it('says honestly that there is no record, and understands when people ask', async () => {
    expect(await siti.say('/kenapa kemarin?')).toContain('tidak ada catatan');
    expect(await siti.say('kenapa')).toContain('belum ada yang diputuskan');
    expect(await siti.say('/kenapa 26/11')).toContain('belum tiba');
    expect(await siti.say('/kenapa minggu')).toContain('belum terbaca');
  });
});
