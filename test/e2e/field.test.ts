import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld();

describe('work in the field', () => {
  it('keeps a voice message as evidence and sends it back to the supervisor', async () => {
    const budi = await world.onSlack('budi');
    const dewi = await world.onTelegram('dewi');
    const sound = Buffer.from('OggS pompa banjir');
    dewi.voice(sound);
    await dewi.waitFor(t.fieldMode.recording.voice());
    dewi.say('Memeriksa pompa banjir');
    await dewi.waitFor(t.draft.review());
    dewi.press(t.button.save());
    await dewi.waitFor(SAVED);
    await budi.waitFor('Memeriksa pompa banjir');
    const stored = () =>
      world.rows<{ status: string; path: string }>("select * from evidence where mime = 'audio/ogg'")[0];
    await poll(() => stored()?.status).toBe('stored');
    expect(readFileSync(join(world.env.EVIDENCE_DIR ?? '', stored()?.path ?? ''))).toEqual(sound);
    await budi.click(t.button.evidence(1));
    const back = await budi.waitFor((message) => message.files.length > 0);
    expect(back.files[0]?.bytes).toEqual(sound);
  });

  it('takes a forwarded order as an activity of its own while something else is asked', async () => {
    const siti = await world.onTelegram('siti');
    siti.command('/lapor');
    await siti.waitFor(t.ask.what());
    siti.forward('Mohon hadir rapat 08.00-10.00\nDi aula kecamatan');
    await siti.waitFor(t.ask.workResult());
    siti.press(t.workResult.short(2));
    const review = await siti.waitFor(t.draft.review());
    expect(review.text).toContain('Menindaklanjuti: Mohon hadir rapat 08.00-10.00');
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    siti.say('Menyusun laporan');
    await siti.waitFor(t.ask.workResult());
    expect(world.entries('siti')).toHaveLength(1);
  });
});
