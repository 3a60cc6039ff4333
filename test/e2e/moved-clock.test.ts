import { describe, expect, it } from 'vitest';
import { poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld({ at: '2026-03-04T02:00:00Z' });

describe('a bot whose clock is moved', () => {
  it('lives on that day, and on another one after it was stopped', async () => {
    expect(world.today).toBe('2026-03-04');
    const siti = await world.onTelegram('siti');
    siti.say('08.00-10.00 Rapat koordinasi RHK1');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    await world.travel('2026-07-01T02:00:00Z');
    siti.say('08.00-10.00 Menyusun laporan RHK1');
    await siti.waitFor('Menyusun laporan');
    siti.press(t.button.save());
    await poll(() => world.rows('select local_date from entries order by local_date')).toEqual([
      { local_date: '2026-03-04' },
      { local_date: '2026-07-01' },
    ]);
  });
});
