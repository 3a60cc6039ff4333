import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outboxCounts, outboxFailures } from '../../db/queries/outbox.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { handOverDays } from '../../src/app/handover.ts';
import type { Sent } from '../../src/core/adapter.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
let unit: string;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

const later: Sent = { ok: false, kind: 'later', afterMs: null, scope: 'chat', reason: 'HTTP 502' };
async function report(what = 'Rapat'): Promise<void> {
  await siti.say(what);
  await siti.press('Simpan');
}

describe('a notice', () => {
  it('that fails once stays unsent and is sent later', async () => {
    world.outcomes = [later];
    await report();
    expect(budi.messages).toHaveLength(0);
    world.advance(2_000);
    await world.settle();
    expect(budi.messages).toHaveLength(1);
  });

  it('waits as long as the platform asks', async () => {
    world.outcomes = [{ ...later, afterMs: 30_000, reason: 'Too Many Requests' }];
    await report();
    world.advance(29_000);
    await world.settle();
    expect(budi.messages).toHaveLength(0);
    world.advance(1_500);
    await world.settle();
    expect(budi.messages).toHaveLength(1);
  });

  it('that finally fails is visible with its reason', async () => {
    world.outcomes = [{ ok: false, kind: 'refused', reason: 'invalid_blocks' }];
    await report();
    expect(await world.store.all(outboxFailures(5))).toMatchObject([
      { kind: 'card', reason: 'invalid_blocks' },
    ]);
  });

  it('gives up after many attempts, and says so', async () => {
    world.outcomes = Array.from({ length: 20 }, () => later);
    await report();
    for (let i = 0; i < 20; i += 1) {
      world.advance(10 * 60_000);
      await world.settle();
    }
    expect(await world.store.all(outboxFailures(5))).toMatchObject([{ kind: 'card', reason: 'HTTP 502' }]);
  });
});

describe('a platform that fails', () => {
  const slack = () => world.failingSince('slack');

  it('is known to fail since the first send that did not get through, until one does', async () => {
    expect(slack()).toBe(null);
    world.outcomes = [later, later];
    await report();
    const since = world.now;
    expect(slack()).toBe(since);
    world.advance(2_000);
    await world.settle();
    expect(slack()).toBe(since);
    world.advance(10_000);
    await world.settle();
    expect(budi.messages).toHaveLength(1);
    expect(slack()).toBe(null);
  });

  it('does not fail because it asks us to wait or refuses a message, nor because another one fails', async () => {
    for (const answer of [
      { ...later, afterMs: 1_000, reason: 'ratelimited' },
      { ok: false, kind: 'refused', reason: 'invalid_blocks' },
    ] satisfies Sent[]) {
      world.outcomes = [answer];
      await report();
      expect(slack()).toBe(null);
    }
    world.outcomes = [later];
    await budi.say('Bagus', budi.messages[0]?.id);
    expect(world.failingSince('slack')).toBe(null);
  });
});

describe('the card of a day', () => {
  it('is one message that is updated as the day goes on', async () => {
    await report('Rapat pagi');
    await report('Rapat sore');
    expect(budi.messages).toHaveLength(1);
    expect(budi.last().text).toContain('Rapat pagi');
    expect(budi.last().text).toContain('Rapat sore');
  });

  it('is posted anew when the message is gone', async () => {
    await report('Rapat pagi');
    budi.messages.length = 0;
    await report('Rapat sore');
    expect(budi.messages).toHaveLength(1);
    expect(budi.last().text).toContain('Rapat sore');
  });

  it('goes to the supervisor of the moment: permission is checked again at delivery', async () => {
    const other = await world.person('Other', { unit, platform: 'slack' });
    world.outcomes = [later];
    await report();
    await world.store.commit([updatePerson(siti.id, { supervisorId: other.id })]);
    world.advance(2_000);
    await world.settle();
    expect(budi.messages).toHaveLength(0);
    const counts = await world.store.all(outboxCounts());
    expect(counts.find((c) => c.kind === 'card')).toMatchObject({ status: 'skipped', count: 1 });
  });
});

describe('a supervisor who changes', () => {
  it('hands over the days that wait, and loses the buttons', async () => {
    const other = await world.person('Other', { unit, platform: 'slack' });
    await report();
    await world.store.commit([
      updatePerson(siti.id, { supervisorId: other.id }),
      ...(await handOverDays(world.services, siti.id, budi.id, other.id, world.now)),
    ]);
    await world.settle();
    expect(other.last().text).toContain('# Siti');
    expect(budi.last().text).toContain('sekarang di bawah Other');
    expect(budi.last().buttons).toEqual([]);
  });
});

describe('somebody who cannot be reached', () => {
  it('is marked, HR is told once, and what waited arrives when they are back', async () => {
    const hera = await world.person('Hera', { unit, platform: 'slack', roles: ['hr'] });
    await report();
    const card = budi.last();
    world.outcomes = [{ ok: false, kind: 'unreachable', reason: 'bot was blocked by the user' }];
    await budi.say('Bagus sekali', card.id);
    expect(siti.messages.some((m) => m.text.includes('Bagus sekali'))).toBe(false);
    expect(hera.messages.map((m) => m.text)).toEqual([
      expect.stringMatching(/^Siti \(1990•+\d{4}\) tidak dapat dihubungi di Telegram/),
    ]);
    await budi.say('Sekali lagi', card.id);
    expect(hera.messages).toHaveLength(1);
    await siti.send({ kind: 'reachable', reachable: true });
    const [waited, ...more] = siti.messages.filter((m) => m.text.includes('Umpan balik dari Budi'));
    expect(waited?.text).toMatch(/Bagus sekali[\s\S]*Sekali lagi/);
    expect(more).toEqual([]);
  });

  it('and is not linked yet gets what waited once they are', async () => {
    const ani = await world.person('Ani', { unit, linked: false, platform: 'slack', email: 'ani@go.id' });
    await world.store.commit([updatePerson(siti.id, { supervisorId: ani.id })]);
    await report();
    const voice = world.stranger('ani', { platform: 'slack', email: 'ani@go.id' });
    await voice.say('halo');
    await voice.press('Ya, ini saya');
    expect(voice.last().text).toContain('# Siti');
  });
});

describe('evidence', () => {
  it('is fetched after the answer, with its fingerprint', async () => {
    await siti.file({ ref: 'good' }, 'Survei lapangan');
    await siti.press('Simpan');
    const counts = await world.store.all(outboxCounts());
    expect(counts.find((c) => c.kind === 'fetch')).toMatchObject({ status: 'sent' });
  });

  it('that cannot be fetched is said, and the activity is kept', async () => {
    world.files.set('bad', { ok: false, retry: true, reason: 'download failed (500)' });
    await siti.file({ ref: 'bad', name: 'survei.jpg' }, 'Survei lapangan');
    await siti.press('Simpan');
    for (let i = 0; i < 6; i += 1) {
      world.advance(60_000);
      await world.settle();
    }
    expect(siti.last().text).toContain('survei.jpg gagal diunduh');
    await siti.say('/rekap hari');
    expect(siti.last().text).toContain('1 kegiatan');
  });
});
